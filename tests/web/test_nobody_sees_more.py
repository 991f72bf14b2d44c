"""What Alice does by herself changes no byte that Bob can observe: act by act.

How it is for many acts together is in `test_twin_lives.py`, and so are the leaks on
purpose without which comparing would prove nothing.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import pytest
from tests.web import at_notes
from tests.web.at_cards import all_of_it
from tests.web.at_questions import questions, weigh
from tests.web.cast import Person, addresses, code_on, invited, main_of
from tests.web.worlds import (
    HE_PUTS_UP,
    Act,
    Life,
    Seen,
    closed,
    differing,
    does,
    gives,
    looking_again,
    open_to_both,
)

from coequal.content.safe import signs
from coequal.core.see.answers import Value
from coequal.people import patience

HOME: Final[dict[str, Value]] = {"home.mine": 1, "home.yours": 3, "home.wish": 1}
MONEY: Final[dict[str, Value]] = {"money.mine": 4, "money.yours": 0, "money.wish": -2}
PLANS: Final[dict[str, Value]] = {"plans.mine": 0, "plans.yours": 4, "plans.wish": 2}
PROCESS: Final[dict[str, Value]] = {"process.raise": 1, "process.last_word": 3}
OWN: Final[dict[str, Value]] = {"process.give_in": 4, "process.say_no": 0}


def all_alike(value: int) -> Act:
    return lambda alice, place: alice.answer_all(value)


def asides(aside: str, *some: dict[str, Value]) -> Act:
    return gives(*(dict.fromkeys(one, aside) for one in some))


def ready(*parts: str) -> Act:
    def be_ready(alice: Person, place: str) -> None:
        assert alice.be_ready(place, *parts).status_code == 200
        assert alice.where == f"{place}ready/"

    return be_ready


def take_back(alice: Person, place: str) -> None:
    alice.post(f"{place}not-ready/")


def make_code(alice: Person, place: str) -> None:
    alice.post("/account/code/", make=1)


def write_down(alice: Person, place: str) -> None:
    alice.post("/account/code/", written_down=1)


def come_back(alice: Person, place: str) -> None:
    code = code_on(alice.get("/account/code/"))
    alice.phrase = "an entirely new phrase"
    fields = {"name": "Alice", "phrase": alice.phrase, "again": alice.phrase}
    alice.sign_out()
    assert alice.post("/come-back/", code=code, **fields).status_code == 200


def sign_out(alice: Person, place: str) -> None:
    alice.sign_out()


def sign_in(alice: Person, place: str) -> None:
    alice.sign_in()
    assert alice.where == "/us/"


def mistype(alice: Person, place: str) -> None:
    alice.post("/sign-in/", name="Alice", phrase="not quite my phrase")


def leave(alice: Person, place: str) -> None:
    alice.post("/leave/")


def invite_another(alice: Person, place: str) -> None:
    invited(alice, "Dana")


def answers_again(*some: dict[str, Value]) -> Act:
    given = {item: value for one in some for item, value in one.items()}
    return lambda alice, place: alice.answer_again(given)


def begins_again_and_goes_back(alice: Person, place: str) -> None:
    alice.post("/answers/again/")
    alice.post("/answers/again/", do="back")


def write_notes(alice: Person, place: str) -> None:
    assert "The rent." not in at_notes.in_notes(alice).content.decode()
    assert b"What a day" in at_notes.go(alice, "notes").content


def tick_everything(alice: Person, place: str) -> None:
    at_notes.unlock(alice)
    for group in signs().groups:
        happens = {sign.id: "often years more" for sign in group.signs}
        at_notes.tick(alice, group.id, **happens)
    assert b"without fear" in at_notes.go(alice, "told").content


def mistype_the_lock(alice: Person, place: str) -> None:
    for _ in range(patience.FREE_TRIES + 1):
        page = alice.post("/notes/", phrase="not quite my phrase")
    assert page.status_code == 429


def weighs(alice: Person, place: str) -> None:
    for where in questions(alice, place):
        weigh(alice, where, "4", "x", "0", stake="3", reason="I am tired.")
        assert "Yours is in" in main_of(alice.get(where))


def takes_it_out(alice: Person, place: str) -> None:
    for where in questions(alice, place):
        alice.post(f"{where}weigh/", do="withdraw")


def look_around(alice: Person, place: str) -> None:
    for path in addresses(place).values():
        alice.get(path)


def marks(**signs: str) -> Act:
    def mark(alice: Person, place: str) -> None:
        alice.begin()
        alice.notice(**signs)

    return mark


def puts_up(*signs: str) -> Act:
    """Put up what Bob has not put up."""
    assert not set(signs) & set(HE_PUTS_UP)

    def put_up(alice: Person, place: str) -> None:
        marks(**dict.fromkeys(signs, "2"))(alice, place)
        shown = alice.put_up(place, *signs).context
        assert [one.waiting for one in shown["mine"]] == [True] * len(signs)

    return put_up


def takes_back(*signs: str) -> Act:
    def take_back(alice: Person, place: str) -> None:
        for sign in signs:
            alice.post(f"{place}notice/", withdraw=sign)

    return take_back


def leave_by(**fields: str) -> Act:
    """Do something on the page of leaving that Bob must not notice."""

    def act(alice: Person, place: str) -> None:
        alice.post(f"{place}leave/", **fields)
        assert alice.where == f"{place}leave/"

    return act


def plan(alice: Person, place: str) -> None:
    leave_by(way="week", phrase=alice.phrase)(alice, place)


def change_phrase(alice: Person, place: str) -> None:
    former, alice.phrase = alice.phrase, "an entirely new phrase"
    new = {"phrase": alice.phrase, "again": alice.phrase}
    alice.post("/account/passphrase/", present=former, **new)
    assert alice.where == "/account/"


def end_others(alice: Person, place: str) -> None:
    alice.post("/account/visits/", visit="all")


def copy(alice: Person, place: str) -> None:
    for path in ("/account/copy/", f"{place}copy/"):
        taken = alice.client.post(path, {"phrase": alice.phrase, "as": "json"})
        assert taken.streaming


MOST = ("home", "money", "free_time", "people", "plans", "process")

PRIVATE: Final = {
    "answered": Life(before=all_alike(4)),
    "answered otherwise, later": Life(
        before=all_alike(0), after=all_alike(3), meanwhile=all_alike(1), late=1200
    ),
    "answered one question": Life(meanwhile=gives({"home.mine": 2})),
    "stepped aside": Life(before=does(asides("skip", HOME), asides("na", MONEY))),
    "is ready": Life(before=does(all_alike(2), ready("home")), after=take_back),
    "is ready with most": Life(
        before=does(all_alike(1), ready(*MOST)), after=take_back
    ),
    "changed what she opens": Life(
        before=does(
            all_alike(2), ready("home"), ready("plans", "heard"), ready("home")
        ),
        after=does(ready("money"), take_back),
        late=300,
    ),
    "was ready and took it back": Life(
        before=does(all_alike(2), ready("home"), take_back), late=1800
    ),
    "marks what she notices": Life(
        before=marks(heard="2", gives_in="2"),
        after=marks(heard="clear", carries="1"),
        late=500,
    ),
    "puts up a sign that he did not": Life(meanwhile=puts_up("unheard")),
    "puts up many that he did not": Life(
        before=puts_up("backed", "carries", "free_no", "together"),
        after=takes_back("backed", "carries"),
        meanwhile=takes_back("free_no", "together"),
        late=700,
    ),
    "weighs a question": Life(before=weighs, meanwhile=weighs, late=400),
    "weighed it and took it out": Life(
        before=does(weighs, takes_it_out, weighs), after=takes_it_out, late=90
    ),
    "answered again": Life(
        before=does(all_alike(2), answers_again(HOME)),
        after=does(all_alike(1), begins_again_and_goes_back),
        meanwhile=does(all_alike(3), answers_again(MONEY)),
    ),
    "has a recovery code": Life(before=make_code, after=write_down, late=60),
    "came back by it": Life(before=make_code, after=come_back, meanwhile=all_alike(2)),
    "signed out": Life(before=sign_out),
    "signed out and in": Life(
        before=sign_out, after=sign_in, meanwhile=does(sign_out, sign_in), late=2400
    ),
    "mistyped her phrase": Life(before=does(sign_out, mistype, mistype), after=sign_in),
    "left quickly": Life(before=all_alike(2), meanwhile=leave),
    "wrote notes": Life(
        before=write_notes, after=write_notes, meanwhile=write_notes, late=120
    ),
    "ticked every sign": Life(before=tick_everything, meanwhile=tick_everything),
    "mistyped the lock of notes": Life(
        before=mistype_the_lock, after=mistype_the_lock, meanwhile=mistype_the_lock
    ),
    "invited another": Life(before=invite_another),
    "looked around": Life(before=all_alike(2), meanwhile=look_around, late=900),
    "calls him something else": Life(label="My dear", own_label="Me"),
    "let it rest": Life(before=leave_by(do="rest"), late=500),
    "let it rest and woke it": Life(
        before=leave_by(do="rest"), after=leave_by(do="wake")
    ),
    "plans to close it": Life(before=plan, late=1000),
    "planned to close it and took that back": Life(
        before=does(all_alike(2), plan), after=leave_by(do="stay")
    ),
    "is ready and plans to close it": Life(
        before=does(all_alike(2), ready("home"), take_back), meanwhile=plan
    ),
    "has a new passphrase": Life(before=change_phrase, meanwhile=sign_out, late=200),
    "ended her other visits": Life(before=end_others, after=sign_in),
    "took copies": Life(before=all_alike(1), after=copy, meanwhile=copy, late=800),
}


# All of it in few lives: `make prove` lives each of the above by itself, and so
# says which one shows.
MUCH_AT_ONCE: Final = {
    "one thing after the other": Life(
        before=does(
            all_alike(4),
            asides("skip", HOME),
            asides("na", MONEY),
            ready("people", "plans", "process"),
            ready("plans", "heard"),
            marks(carries="0", thanked="0"),
            weighs,
            puts_up("backed", "free_no", "together"),
            invite_another,
            make_code,
            sign_out,
            mistype,
            sign_in,
            leave_by(do="rest"),
        ),
        after=does(
            leave_by(do="wake"),
            plan,
            leave_by(do="stay"),
            copy,
            take_back,
            write_down,
            answers_again(HOME),
            all_alike(1),
            ready(*MOST),
            take_back,
            takes_back("backed", "free_no"),
            takes_it_out,
        ),
        meanwhile=does(begins_again_and_goes_back, look_around, weighs, leave),
        late=1200,
    ),
    "another name, and back by code": Life(
        before=does(change_phrase, end_others, make_code),
        after=come_back,
        meanwhile=does(puts_up("carries"), sign_out, sign_in, all_alike(2), plan),
        label="My dear",
        own_label="Me",
    ),
}


@cache
def quiet() -> Seen:
    """What Bob observes while Alice does nothing."""
    return closed(Life())


@pytest.mark.parametrize("life", MUCH_AT_ONCE.values(), ids=MUCH_AT_ONCE)
def test_until_it_opens_nothing_that_alice_does_shows(db: None, life: Life) -> None:
    assert differing(quiet(), closed(life)) == []


def test_the_same_life_twice_is_the_same_to_the_byte(db: None) -> None:
    assert differing(closed(Life()), closed(Life())) == []


def test_what_bob_does_himself_does_show(db: None) -> None:
    seen = quiet()
    ways = {asked.partition(": ")[2] for asked in seen if "GET" in asked}
    changed = [
        way
        for way in ways
        if seen[f"before he chooses: {way}"] != seen[f"while he is ready: {way}"]
    ]
    assert len(changed) == 2


# After it has opened: Bob has picked home, plans and process.

SHOWN: Final = does(gives(HOME, PROCESS), gives({"trust.word": 2}))
PICKED: Final = ("home", "process")


def looks(alice: Person, place: str) -> None:
    all_of_it(alice, place)


def matter(alice: Person, place: str) -> None:
    alice.matters("money", "people")


def shown(*more: Act) -> Life:
    return Life(before=does(*more, SHOWN))


UNSEEN: Final = {
    "picked what he did not": (shown(gives(MONEY)), (*PICKED, "money")),
    "picked much that he did not": (
        shown(gives(MONEY, {"people.wish": 0, "free_time.mine": 4})),
        (*PICKED, "money", "free_time", "people"),
    ),
    "answered the rest and kept it": (shown(gives(MONEY, PLANS)), PICKED),
    "answered the rest otherwise": (shown(gives({"plans.mine": 3})), PICKED),
    "skipped what he picked": (shown(asides("skip", PLANS)), PICKED),
    "found that it does not apply": (shown(asides("na", PLANS)), PICKED),
    "skipped a question of a part that opened": (
        shown(asides("skip", {"process.heard": 0, "process.shape": 0})),
        PICKED,
    ),
    "answered what never opens": (shown(gives(OWN)), PICKED),
    "said what matters most": (shown(matter), PICKED),
    "had been ready and changed her mind": (
        shown(gives(PLANS), gives(HOME, PROCESS), ready("plans"), take_back),
        PICKED,
    ),
    "answered again afterwards": (
        Life(
            before=SHOWN,
            after=does(all_alike(2), answers_again(HOME, PLANS)),
            meanwhile=does(all_alike(3), begins_again_and_goes_back),
        ),
        PICKED,
    ),
    "changed her answers afterwards": (
        Life(before=SHOWN, after=all_alike(4), meanwhile=all_alike(0), late=700),
        PICKED,
    ),
    "looked, first or later": (Life(before=SHOWN, after=looks, late=90), PICKED),
    "wrote notes": (
        Life(before=does(SHOWN, write_notes), after=tick_everything),
        PICKED,
    ),
    "signed out afterwards": (Life(before=SHOWN, after=sign_out), PICKED),
    "puts up signs that he did not": (
        Life(before=SHOWN, after=puts_up("carries", "free_no"), late=800),
        PICKED,
    ),
    "calls them something else": (
        Life(before=SHOWN, label="My dear", own_label="Me"),
        PICKED,
    ),
}


SOME_UNSEEN: Final = {
    name: UNSEEN[name]
    for name in (
        "picked much that he did not",
        "answered again afterwards",
    )
}


@cache
def plain() -> Seen:
    """What Bob observes when Alice answers no more than she opens, but one."""
    return open_to_both(Life(before=SHOWN), *PICKED)


@pytest.mark.parametrize(("life", "parts"), SOME_UNSEEN.values(), ids=SOME_UNSEEN)
def test_once_open_only_what_both_picked_shows(
    db: None, life: Life, parts: tuple[str, ...]
) -> None:
    assert differing(plain(), open_to_both(life, *parts)) == []


def test_who_was_ready_first_is_not_on_any_page_later(db: None) -> None:
    other = open_to_both(Life(before=SHOWN), *PICKED, first="Bob")
    assert differing(plain(), other) == []


@pytest.mark.parametrize("other", [{"home.mine": 2}, {"process.raise": 2}], ids=str)
def test_what_both_picked_does_show(db: None, other: dict[str, Value]) -> None:
    life = Life(before=does(SHOWN, gives(other)))
    changed = differing(plain(), open_to_both(life, *PICKED))
    assert any(asked.endswith("/picture/") for asked in changed)
    assert all(asked.startswith(("looks", "when he looks")) for asked in changed)


def test_a_sign_that_both_put_up_does_show(db: None) -> None:
    def put_up(alice: Person, place: str) -> None:
        alice.notice(heard="2")
        alice.put_up(place, "heard")

    seen = open_to_both(Life(before=SHOWN, after=put_up), *PICKED)
    changed = differing(plain(), seen)
    assert changed
    assert all("/notice/" in asked for asked in changed)


def test_what_she_picked_of_his_does_show(db: None) -> None:
    life = shown(gives(PLANS))
    assert differing(plain(), open_to_both(life, *PICKED, "plans"))


# Some months after a first look, until just before a second one.

AGAIN: Final = {
    "answered again": Life(before=answers_again(HOME), meanwhile=all_alike(1)),
    "answered again and again, later": Life(
        before=does(answers_again(HOME), all_alike(3), answers_again(MONEY)),
        after=all_alike(0),
        late=1200,
    ),
    "is ready again": Life(
        before=does(answers_again(HOME, MONEY), ready("home")), after=take_back
    ),
    "is ready again with most": Life(
        before=does(answers_again(), all_alike(1), ready(*MOST)),
        after=does(take_back, ready("money"), take_back),
        late=300,
    ),
    "began again and went back": Life(
        before=begins_again_and_goes_back, meanwhile=begins_again_and_goes_back
    ),
    "looked around": Life(before=look_around, meanwhile=look_around),
}


@cache
def quiet_again() -> Seen:
    """What Bob observes some months later while Alice does nothing."""
    return looking_again(Life())


def test_until_it_opens_again_nothing_that_alice_does_shows(db: None) -> None:
    life = Life(
        before=does(
            begins_again_and_goes_back, answers_again(), all_alike(1), ready(*MOST)
        ),
        after=does(take_back, ready("money"), take_back),
        meanwhile=does(all_alike(3), answers_again(MONEY), look_around),
        late=300,
    )
    assert differing(quiet_again(), looking_again(life)) == []
