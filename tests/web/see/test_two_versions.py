"""One life over two versions of the form: no answer and no picture is ever lost."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.content.raised import ADDED_TEXT, REWORDED, anew, changed_in, raised
from tests.web.cast import (
    Person,
    addresses,
    ask,
    bytes_of,
    heading_of,
    html_of,
    invited,
    join,
    main_of,
    met,
    page_of,
    undone,
)
from tests.web.export.test_export import lines, page
from tests.web.see.acts import all_of_it

from coequal.content.load import content
from coequal.content.versions import item_of
from coequal.core.people import PairType
from coequal.core.see.answers import Value
from coequal.core.see.instrument import Instrument
from coequal.people import pairs, sessions
from coequal.people.pairs import PairMember
from coequal.people.sessions import Session
from coequal.web import sheets
from coequal.web.see import answers_store, joint_picture

every_type = pytest.mark.parametrize("kind", PairType)
TOLD = "There are 3 new questions since you answered."
STAYS = "This picture stays as it is until you answer. Answer what’s new"
MINE = "/account/copy/"

Raise = Callable[[], None]


@pytest.fixture
def raise_it(tmp_path: Path) -> Iterator[Raise]:
    """Raise every form to its next version, until the test ends."""
    opened = raised(tmp_path)
    begun = []

    def act() -> None:
        opened.__enter__()
        begun.append(True)

    yield act
    if begun:
        opened.__exit__(None, None, None)


def form_of(kind: PairType) -> Instrument:
    """The form of today, whichever that is."""
    return content(kind).instrument


def pair_of(kind: PairType, alice: Person, bob: Person) -> str:
    """Let two become a pair of some type; return their place."""
    for someone in (alice, bob):
        someone.post("/begin/")
        someone.has_in_mind(kind.value)
        someone.keep()
    code = invited(alice, bob.name, pair=kind.value)
    place = alice.where
    join(bob, code, alice.name)
    met(alice, place)
    bob.get(place)
    for someone in (alice, bob):
        someone.post(f"{place}answer/")
    return place


def answer_all(person: Person, kind: PairType, value: int) -> None:
    """Answer the whole short form of today, on the only sheet there is."""
    form = form_of(kind)
    items = [form.item(one) for page in form.pages for one in page.items]
    given: dict[str, Value] = {
        one.id: min(max(value, one.min), one.max) for one in items
    }
    own = session_of(person).own
    (sheet,) = sheets.all_of(own)
    answers_store.give(own, sheet, given)


def parts_of(kind: PairType) -> list[str]:
    """Two areas, of which the second is reworded later, and *being heard*."""
    return [*(area.id for area in form_of(kind).areas[:2]), "trust"]


def answered(kind: PairType, alice: Person, bob: Person) -> str:
    """Let both answer all there is; return their place."""
    place = pair_of(kind, alice, bob)
    answer_all(alice, kind, 3)
    answer_all(bob, kind, 1)
    return place


def looked(kind: PairType, alice: Person, bob: Person) -> str:
    """Let both answer, open and look; return their place."""
    place = answered(kind, alice, bob)
    for someone in (alice, bob):
        someone.be_ready(place, *parts_of(kind))
    for someone in (alice, bob):
        all_of_it(someone, place)
    return place


def questions_asked(person: Person, value: str) -> list[str]:
    """Answer what’s new, page by page as one is led; return what was asked."""
    html = html_of(person.get("/answers/"))
    where = re.search(r'href="([^"]+)">Answer what’s new', html)
    assert where is not None
    asked, path = [], where[1]
    while not path.startswith("/mine/"):
        asked.append(heading_of(person.get(path)))
        person.post(path, a=value)
        path = person.where
    return asked


def session_of(person: Person) -> Session:
    session = sessions.find(bytes.fromhex(person.client.cookies["s"].value))
    assert session is not None
    return session


def member_of(person: Person) -> PairMember:
    (member,) = pairs.members(session_of(person))
    return member


@every_type
def test_one_life_over_two_versions(
    kind: PairType, alice: Person, bob: Person, raise_it: Raise
) -> None:
    place = looked(kind, alice, bob)
    ours = [bytes_of(one.get(f"{place}picture/all/")) for one in (alice, bob)]
    own = {one: main_of(one.get("/mine/")) for one in (alice, bob)}
    raise_it()
    now, changed = form_of(kind), changed_in(kind)

    # All pictures stand, and each is told alone how much is new.
    assert [bytes_of(one.get(f"{place}picture/all/")) for one in (alice, bob)] == ours
    for one in (alice, bob):
        mine = main_of(one.get("/mine/"))
        assert mine.replace(f" {TOLD} {STAYS}", "") == own[one] != mine
        assert TOLD in main_of(one.get("/answers/"))
        later = one.get(f"{place}choose/")
        assert heading_of(later) == "Look again later"
        assert TOLD in main_of(later)
        assert "Four weeks" not in main_of(later)

    # Only what is new or reworded is asked; then one may be ready, and all opens anew.
    for one, other in ((alice, bob), (bob, alice)):
        reads = content(kind).calling(name=other.name).instrument
        rewords = [reads.item(item.id).text for item in (changed.say, changed.item)]
        assert all(text.startswith(REWORDED) for text in rewords)
        assert questions_asked(one, "2") == [*rewords, ADDED_TEXT]
        assert TOLD not in main_of(one.get("/answers/"))
        assert "since you answered" not in main_of(one.get("/mine/"))
        one.be_ready(place, *parts_of(kind))
    for one in (alice, bob):
        all_of_it(one, place)
    both = joint_picture.both(member_of(alice), 2)
    assert both.form.instrument == now
    for given in (both.answers.a, both.answers.b):
        assert given.number(changed.say.id) == 2
        assert given.number(changed.added) == 2
        assert not given.has(changed.dropped)

    # The picture of before is still there, as it was.
    (then,) = {main_of(one.get(f"{place}picture/1/all/")) for one in (alice, bob)}
    form = joint_picture.both(member_of(alice), 1).form.instrument
    assert form.version == now.version - 1
    assert form.item(changed.dropped).short in then
    assert now.item(changed.added).text not in then


@every_type
def test_one_on_each_version_open_together_what_both_asked_alike(
    kind: PairType, alice: Person, bob: Person, raise_it: Raise
) -> None:
    place = answered(kind, alice, bob)
    alice.be_ready(place, *parts_of(kind))
    raise_it()
    changed = changed_in(kind)
    questions_asked(bob, "4")
    bob.be_ready(place, *parts_of(kind))
    assert bob.where == f"{place}cards/1/"
    for one in (alice, bob):
        all_of_it(one, place)

    both = joint_picture.both(member_of(alice), 1)
    assert both.form.instrument == form_of(kind)
    for given in (both.answers.a, both.answers.b):
        assert not {changed.say.id, changed.item.id, changed.added} & set(given.given)
        assert not given.has(changed.dropped)
        assert given.number(f"{changed.area}.yours") is not None
    assert joint_picture.both(member_of(bob), 1) == both
    facts = {main_of(one.get(f"{place}picture/all/")) for one in (alice, bob)}
    assert len(facts) == 1
    # Who has new questions is asked to look once more; who has none may be ready.
    assert TOLD in main_of(alice.get(f"{place}choose/"))
    assert heading_of(bob.get(f"{place}choose/")) == "What do you share with Alice?"


def test_before_what_is_new_is_answered_the_rest_may_open(
    alice: Person, bob: Person, raise_it: Raise
) -> None:
    kind = PairType.PARTNERS
    place = answered(kind, alice, bob)
    raise_it()
    changed = changed_in(kind)
    choose = main_of(alice.get(f"{place}choose/"))
    assert f"{TOLD} What you haven’t answered isn’t shared." in choose
    assert changed.say.text not in choose
    for someone in (alice, bob):
        # Trust is asked in other words now, so it is not answered yet.
        someone.be_ready(place, *parts_of(kind)[:2])
    both = joint_picture.both(member_of(bob), 1)
    assert both.form.instrument == form_of(kind)
    assert not both.answers.a.has(changed.say.id)
    assert both.answers.a.number(f"{changed.area}.yours") == 3


def everything(person: Person, place: str) -> dict[str, Any]:
    """Every page of seeing and of the pair by link, as this person gets it."""
    found = {}
    for name, path in addresses(place).items():
        if not name.startswith(("see:", "pairs:")):
            continue
        got = ask(person, "GET", path)
        found[name] = (got.status_code, dict(got.headers), bytes_of(got))
    return found


def old_parts(kind: PairType) -> list[str]:
    """Two areas in which nothing is new."""
    areas = form_of(kind).areas
    return [areas[0].id, areas[2].id]


def is_elsewhere(alice: Person, bob: Person, place: str) -> None:
    """Neither of the two is in."""


def is_ready(alice: Person, bob: Person, place: str) -> None:
    alice.be_ready(place, *old_parts(PairType.PARTNERS))


def both_look(alice: Person, bob: Person, place: str) -> None:
    for someone in (alice, bob):
        someone.be_ready(place, *old_parts(PairType.PARTNERS))
    for someone in (alice, bob):
        all_of_it(someone, place)


def put_in_for(person: Person, place: str) -> list[Any]:
    """What the other put in, as one's copy of it has it."""
    found = lines(person, f"{place}copy/")
    theirs = [one for one in found if one["kind"] == "opening" and not one["mine"]]
    return sorted((one["data"] for one in theirs), key=str)


@pytest.mark.parametrize("then", [is_elsewhere, is_ready, both_look])
def test_nobody_sees_whether_the_other_has_answered_what_is_new(
    alice: Person, bob: Person, raise_it: Raise, then: Callable[..., None]
) -> None:
    """Nor when it opens, but in a part with a new question that both open."""
    place = answered(PairType.PARTNERS, alice, bob)
    raise_it()
    with undone(alice, bob):
        then(alice, bob, place)
        behind = everything(bob, place), put_in_for(bob, place)
    with undone(alice, bob):
        questions_asked(alice, "4")
        then(alice, bob, place)
        assert (everything(bob, place), put_in_for(bob, place)) == behind
    if then is both_look:
        assert behind[1]


def test_nobody_sees_it_either_when_they_have_looked_together_before(
    alice: Person, bob: Person, raise_it: Raise
) -> None:
    place = looked(PairType.PARTNERS, alice, bob)
    raise_it()
    behind = everything(bob, place)
    with undone(alice, bob):
        questions_asked(alice, "4")
        is_ready(alice, bob, place)
        assert everything(bob, place) == behind


def test_an_old_answer_is_shown_beside_the_question_in_its_new_words(
    alice: Person, raise_it: Raise
) -> None:
    alice.begin()
    answer_all(alice, PairType.PARTNERS, 3)
    raise_it()
    form, changed = form_of(PairType.PARTNERS), changed_in(PairType.PARTNERS)
    path = page_of(changed.say.id, form)
    old = "We’ve reworded this question. Last time you said: A lot."
    assert old in main_of(alice.get(path))
    assert TOLD in main_of(alice.get(path))
    alice.post(path, a="0")
    asked = main_of(alice.get(path))
    assert "reworded" not in asked
    assert "None your answer" in asked
    assert "reworded" not in main_of(alice.get(page_of("home.mine", form)))
    assert "reworded" not in main_of(alice.get(page_of(changed.added, form)))


def test_the_list_of_people_says_beside_whom_something_is_new(
    alice: Person, raise_it: Raise
) -> None:
    alice.begin()
    answer_all(alice, PairType.PARTNERS, 3)
    alice.has_in_mind("friends")
    raise_it()
    listed = main_of(alice.get("/answers/"))
    assert f"Partners {TOLD}" in listed
    assert listed.count(TOLD) == 1


def test_who_was_not_through_just_goes_on(alice: Person, raise_it: Raise) -> None:
    alice.begin()
    alice.answer({"home.mine": 3, "money.mine": 1})
    raise_it()
    assert heading_of(alice.get("/answers/")) == content_text("home.yours")
    mine = main_of(alice.get("/mine/"))
    assert "since you answered" not in mine
    assert "Some questions aren’t answered yet." in mine
    assert "You said: a little for yourself" in mine


def content_text(item: str) -> str:
    return form_of(PairType.PARTNERS).item(item).text


def test_one_may_answer_all_of_it_again_whatever_is_new(
    alice: Person, raise_it: Raise
) -> None:
    alice.begin()
    answer_all(alice, PairType.PARTNERS, 3)
    raise_it()
    assert heading_of(alice.get("/answers/again/")) == "Answer again"
    alice.post("/answers/again/")
    assert (
        heading_of(alice.get("/answers/")) == form_of(PairType.PARTNERS).pages[0].text
    )
    alice.answer({"home.mine": 0}, form_of(PairType.PARTNERS))
    mine = main_of(alice.get("/mine/"))
    assert "Before: a lot for yourself" in mine


def test_answers_in_other_words_are_never_compared(
    alice: Person, raise_it: Raise
) -> None:
    alice.begin()
    answer_all(alice, PairType.PARTNERS, 4)
    raise_it()
    form, changed = form_of(PairType.PARTNERS), changed_in(PairType.PARTNERS)
    alice.post("/answers/again/")
    alice.answer({changed.say.id: 0}, form)
    assert "There’s nothing to compare this time." in main_of(alice.get("/mine/all/"))
    alice.answer({f"{changed.area}.yours": 0}, form)
    mine = main_of(alice.get("/mine/"))
    assert "Before: not said for yourself, the final word for your partner." in mine


def test_a_copy_names_item_and_revision_and_tells_each_in_its_own_words(
    alice: Person, raise_it: Raise
) -> None:
    alice.begin()
    alice.keep()
    answer_all(alice, PairType.PARTNERS, 3)
    raise_it()
    changed = changed_in(PairType.PARTNERS)
    questions_asked(alice, "1")
    data = [one["data"] for one in lines(alice, MINE) if one["kind"] == "answer"]
    given = {one["item"]: one["value"] for one in data}
    assert given[changed.say.wording] == 3
    assert given[anew(changed.say)] == 1
    dropped = item_of(PairType.PARTNERS, f"{changed.dropped}@2")
    assert dropped is not None
    assert given[dropped.wording] == 3
    assert json.dumps(data).count(changed.added) == 1
    words = page(alice, MINE)
    for text in (changed.say.text, REWORDED + changed.say.text):
        assert text in words
