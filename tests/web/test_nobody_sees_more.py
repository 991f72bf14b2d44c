"""What Alice does by herself changes no byte that Bob can observe: act by act.

How it is for many acts together is in `test_twin_lives.py`, and so are the leaks on
purpose without which comparing would prove nothing.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import pytest
from tests.web.cast import Person
from tests.web.see.acts import (
    all_of_it,
)
from tests.web.see.steps_acts import refs
from tests.worlds.scripted import (
    HOME,
    MONEY,
    OWN,
    PLANS,
    PROCESS,
    all_alike,
    answers_again,
    asides,
    begins_again_and_goes_back,
    change_phrase,
    come_back,
    copy,
    end_others,
    invite_another,
    leave,
    leave_by,
    look_around,
    make_code,
    marks,
    mistype,
    mistype_the_lock,
    plan,
    puts_up,
    ready,
    sign_in,
    sign_out,
    take_back,
    takes_back,
    takes_it_out,
    tick_everything,
    weighs,
    write_down,
    write_notes,
)
from tests.worlds.worlds import (
    Act,
    Life,
    Seen,
    closed,
    differing,
    does,
    gives,
    looking_again,
    looking_back,
    open_to_both,
)

from coequal.core.see.answers import Value

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
    # Choosing, looking together, and waiting: his own pages.
    assert len(changed) == 3


# After it has opened: Bob has picked home, plans and process.

OPENED: Final = "when it is open:"
SHOWN: Final = does(gives(HOME, PROCESS), gives({"trust.word": 2}))
PICKED: Final = ("home", "process")


def looks(alice: Person, place: str) -> None:
    all_of_it(alice, place)


def state(alice: Person, place: str) -> None:
    alice.guess("money")


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
    "guessed what stays closed": (shown(state), PICKED),
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
    # Whose press is the second one has the first card turned by it, and so has looked.
    later = [one for one in differing(plain(), other) if not one.startswith(OPENED)]
    assert later == []


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


# Looking back on the small steps, until both have.


def looks_back(alice: Person, place: str) -> None:
    """Answer, with every step to stay."""
    ticks = refs(alice, place).values()
    alice.post(f"{place}steps/", happened="not yet", stays=list(ticks))


def takes_her_look_back(alice: Person, place: str) -> None:
    alice.post(f"{place}steps/", do="back")


def test_until_both_looked_back_nothing_that_alice_says_shows(db: None) -> None:
    life = Life(
        before=does(looks_back, look_around),
        after=does(looks_back, takes_her_look_back),
        meanwhile=look_around,
        late=300,
    )
    assert differing(looking_back(Life()), looking_back(life)) == []
