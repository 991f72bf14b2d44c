"""A question calls the other person by name, or by what they are to the reader."""

from __future__ import annotations

import pytest
from tests.web.cast import Person, html_of, main_of, pair
from tests.web.export.test_export import MINE, lines, page

from coequal.content.load import content
from coequal.content.versions import versions
from coequal.core.people import PairType, Role
from coequal.core.see.instrument import Instrument

every_type = pytest.mark.parametrize("kind", PairType)
KIND = PairType.PARENT_CHILD


def number(kind: PairType, item: str) -> int:
    pages = content(kind).instrument.pages
    return [one.id for one in pages].index(item) + 1


def asked(person: Person, kind: PairType, item: str) -> str:
    return main_of(person.get(f"/answers/{number(kind, item)}/"))


def roles_of(person: Person) -> list[str]:
    """Return what somebody said of themselves on each sheet of this type."""
    sheets = [one["data"] for one in lines(person, MINE) if one["kind"] == "sheet"]
    return [one["role"] for one in sheets if one["pair"] == KIND]


def texts(form: Instrument) -> list[str]:
    items = form.items
    return [t for i in items for t in (i.text, i.hint, i.short, *i.labels)]


def test_alone_they_are_called_by_what_they_are(carol: Person) -> None:
    carol.has_in_mind("partners")
    words = asked(carol, PairType.PARTNERS, "home.yours")
    assert "how much say does your partner have" in words
    assert "Clearly my partner" in asked(carol, PairType.PARTNERS, "home.who")


def test_in_a_pair_they_are_called_by_name_which_no_browser_translates(
    alice: Person, bob: Person
) -> None:
    pair(alice, bob)
    for someone, name in ((alice, "Bob"), (bob, "Alice")):
        someone.answer({"home.mine": 2})
        where = f"/answers/{number(PairType.PARTNERS, 'home.who')}/"
        shown = html_of(someone.get(where))
        marked = f'<bdi translate="no">{name}</bdi>'
        assert f"Clearly {marked}" in shown
        assert f"{marked}, a little" in shown
        assert "my partner" not in shown


def test_a_wording_is_the_same_whatever_somebody_is_called(
    alice: Person, bob: Person
) -> None:
    pair(alice, bob)
    alice.answer({"home.yours": 2})
    (answer,) = [one for one in lines(alice, MINE) if one["kind"] == "answer"]
    assert answer["data"]["item"] == "home.yours@2"
    assert content(PairType.PARTNERS).instrument.item("home.yours").text in (
        page(alice, MINE)
    )


@every_type
def test_no_place_for_a_name_is_left_open(kind: PairType) -> None:
    shipped = content(kind)
    forms = [one.instrument for one in versions(kind)]
    forms += [shipped.calling(name="Bob").instrument]
    forms += [shipped.calling(role=role).instrument for role in Role]
    assert not [text for form in forms for text in texts(form) if "{" in text]


@every_type
def test_a_name_stays_as_it_was_written_and_is_never_read_as_a_place(
    kind: PairType,
) -> None:
    for name in ("bell hooks", "{other}", "{my_other} \\1"):
        called = content(kind).calling(name=name)
        told = called.instrument.item("trust.word")
        assert told.text == f"How often does {name} keep a promise?"
        assert told.short == f"{name} keeps promises"
        assert called.lines["other"] == name


def test_a_parent_and_a_grown_child_say_first_which_of_the_two_they_are(
    carol: Person,
) -> None:
    carol.begin()
    shown = html_of(carol.get("/whom/"))
    assert shown.count("A parent and a grown child") == 2
    assert 'value="parent-child parent"' in shown
    assert 'value="parent-child child"' in shown


@pytest.mark.parametrize(
    ("role", "other", "never"),
    [("parent", "your child", "your parent"), ("child", "your parent", "your child")],
)
def test_who_said_so_reads_questions_in_their_own_words(
    carol: Person, role: str, other: str, never: str
) -> None:
    carol.has_in_mind(f"parent-child {role}")
    words = " ".join(
        main_of(carol.get(f"/answers/{one}/"))
        for one in range(1, len(content(KIND).instrument.pages) + 1)
    )
    assert f"how much say does {other} have when it comes to visits" in words
    assert never not in words
    assert f"{never} or" not in words
    assert roles_of(carol) == [role]


def test_a_parent_who_is_somebodys_child_too_has_a_sheet_for_each(
    carol: Person,
) -> None:
    carol.has_in_mind("parent-child parent")
    carol.answer({"visits.mine": 1}, content(KIND).instrument)
    carol.has_in_mind("parent-child child")
    assert sorted(roles_of(carol)) == ["child", "parent"]


def test_two_who_both_say_that_they_are_the_parent_are_told_nothing_of_it(
    alice: Person, bob: Person
) -> None:
    """What one said of oneself is private, and neither is told that it cannot be."""
    seen = {}
    for theirs in ("parent", "child"):
        alice.has_in_mind("parent-child parent")
        bob.has_in_mind(f"parent-child {theirs}")
        seen[theirs] = main_of(alice.get("/answers/1/"))
        assert "parent or child" not in main_of(bob.get("/answers/2/"))
    assert seen["parent"] == seen["child"]


@pytest.mark.parametrize("sent", ["partners parent", "parent-child uncle", "parent"])
def test_a_role_that_nobody_offers_is_refused(carol: Person, sent: str) -> None:
    carol.begin()
    assert carol.post("/whom/", pair=sent).status_code == 422
