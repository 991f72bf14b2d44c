"""Alice is in two pairs: nothing that Bob gets changes with Carol's existence."""

from __future__ import annotations

from tests.web.cast import (
    Person,
    code_on,
    join,
    main_of,
    met,
    pair,
)
from tests.web.see.acts import (
    all_of_it,
)
from tests.worlds.worlds import (
    Life,
    SeededBrowser,
    closed,
    differing,
    does,
    gives,
    open_to_both,
)

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.answers import Value

FRIENDS = content(PairType.FRIENDS).instrument
AS_FRIENDS: dict[str, Value] = {
    "touch.mine": 4,
    "touch.wish": -2,
    "process.raise": 4,
    "paying.mine": 1,
}
AS_PARTNERS: dict[str, Value] = {"home.mine": 1, "home.yours": 3, "process.raise": 1}
PICKED = ("home", "process")


def befriend(alice: Person) -> tuple[Person, str]:
    """Let Alice and Carol become friends here, and both answer as friends."""
    carol = Person("Carol", SeededBrowser("Carol"))
    carol.post("/begin/")
    carol.keep()
    fields = {"label": "Carol", "own_label": "Alice", "pair": "friends"}
    code = code_on(alice.post("/us/invite/", **fields))
    theirs = alice.where
    join(carol, code)
    met(alice, theirs)
    with_bob = alice.client.sheet
    for someone in (alice, carol):
        someone.post(f"{theirs}answer/")
        someone.answer(AS_FRIENDS, FRIENDS)
    alice.client.sheet = with_bob
    return carol, theirs


def knows(alice: Person, place: str) -> None:
    befriend(alice)


def is_ready(alice: Person, place: str) -> None:
    _, theirs = befriend(alice)
    alice.be_ready(theirs, "touch", "process")
    assert alice.where == f"{theirs}ready/"


def looks(alice: Person, place: str) -> None:
    carol, theirs = befriend(alice)
    for someone in (alice, carol):
        someone.be_ready(theirs, "touch", "process")
    for someone in (alice, carol):
        assert "Our picture" in main_of(all_of_it(someone, theirs))


ACTS = [knows, is_ready, looks]


# `looks` does all that the other two do; `make prove` does each by itself.


def test_until_it_opens_bob_sees_nothing_of_carol(db: None) -> None:
    assert differing(closed(Life()), closed(Life(meanwhile=looks, late=600))) == []


def test_once_it_is_open_bob_sees_nothing_of_carol(db: None) -> None:
    answered = gives(AS_PARTNERS)
    alone = open_to_both(Life(before=answered), *PICKED)
    with_her = open_to_both(Life(before=does(answered, looks)), *PICKED)
    assert differing(alone, with_her) == []


def test_alice_answers_and_opens_each_pair_by_itself(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    alice.answer(AS_PARTNERS)
    _, theirs = befriend(alice)
    offered = {
        where: [part.value for part in alice.get(f"{where}choose/").context["parts"]]
        for where in (place, theirs)
    }
    assert offered[place] == ["home", "process"]
    assert offered[theirs] == ["touch", "paying", "process"]
    assert "Bob" not in main_of(alice.get(f"{theirs}choose/"))
    listed = main_of(alice.get("/answers/"))
    assert "Bob Partners" in listed
    assert "Carol Friends" in listed


def test_answering_again_about_one_leaves_the_other_as_it_was(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    alice.answer_all()
    _, theirs = befriend(alice)
    alice.answer_again({"home.mine": 4})
    offered = {
        where: [part.value for part in alice.get(f"{where}choose/").context["parts"]]
        for where in (place, theirs)
    }
    assert offered == {place: ["home"], theirs: ["touch", "paying", "process"]}
