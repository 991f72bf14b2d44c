"""What Alice does by herself in the scripted lives, one act each."""

from __future__ import annotations

from typing import Final

from tests.web.cast import Person, addresses, code_on, invited, main_of
from tests.web.decide.acts import (
    questions,
    weigh,
)
from tests.web.notes import (
    acts,
)
from tests.worlds.worlds import (
    HE_PUTS_UP,
    Act,
    gives,
)

from coequal.content.notes import signs
from coequal.core.see.answers import Value
from coequal.people import throttle

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
    alice.post("/account/code/", phrase=alice.phrase)


def write_down(alice: Person, place: str) -> None:
    page = alice.post("/account/code/", phrase=alice.phrase)
    alice.post("/account/code/", written_down=code_on(page))


def come_back(alice: Person, place: str) -> None:
    code = code_on(alice.post("/account/code/", phrase=alice.phrase))
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
    assert "The rent." not in acts.in_notes(alice).content.decode()
    assert b"What a day" in acts.go(alice, "notes").content


def tick_everything(alice: Person, place: str) -> None:
    acts.unlock(alice)
    for group in signs().groups:
        happens = {sign.id: "often years more" for sign in group.signs}
        acts.tick(alice, group.id, **happens)
    assert b"without fear" in acts.go(alice, "told").content


def mistype_the_lock(alice: Person, place: str) -> None:
    for _ in range(throttle.FREE_TRIES + 1):
        page = alice.post("/notes/", phrase="not quite my phrase")
    assert page.status_code == 429


def weighs(alice: Person, place: str) -> None:
    for where in questions(alice, place):
        weigh(alice, where, "4", "x", "0", stake="3", reason="I am tired.")
        assert "Your answer is sent." in main_of(alice.get(where))


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
            alice.post(f"{place}notice/", do="withdraw", sign=sign)

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
    alice.post("/account/visits/", do="all", phrase=alice.phrase)


def copy(alice: Person, place: str) -> None:
    for path in ("/account/copy/", f"{place}copy/"):
        taken = alice.client.post(path, {"phrase": alice.phrase, "as": "json"})
        assert taken.streaming
