"""One's own life is asked in Notes alone, behind their lock, and opened to nobody."""

from __future__ import annotations

import re

import pytest
from tests.web.cast import Person, heading_of, html_of, main_of, pair
from tests.web.decide.acts import FIELDS
from tests.web.notes.acts import AT, go, leaf_of, say_free, unlock
from tests.web.notes.test_signs import VERDICT, checked

from coequal.content import notes as content
from coequal.content.load import content as form_of
from coequal.content.versions import versions
from coequal.core.own_life import OWN_LIFE
from coequal.core.people import PairType
from coequal.core.whose import whose

GROUPS = content.own_life().groups
every_type = pytest.mark.parametrize("kind", PairType)


@pytest.fixture
def inside(carol: Person) -> Person:
    unlock(carol)
    return carol


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.id)
def test_each_page_asks_only_how_free_one_is_oneself(
    inside: Person, group: content.FreeGroup
) -> None:
    page = go(inside, f"free/{group.id}")
    assert heading_of(page) == group.title
    for question in group.questions:
        assert "how free are you to" in question.text.lower()
        assert html_of(page).count(f'name="free-{question.id}"') == 7
    assert checked(page) == set()


def test_an_answer_is_kept_changed_and_cleared(inside: Person) -> None:
    assert heading_of(say_free(inside, "partners", closeness="partly")) == (
        "Your own life"
    )
    assert checked(go(inside, "free/partners")) == {"free-closeness=partly"}
    say_free(inside, "partners", devices="fully", closeness="skip")
    assert checked(go(inside, "free/partners")) == {
        "free-devices=fully",
        "free-closeness=skip",
    }
    assert checked(go(inside, "free/friends")) == set()
    say_free(inside, "partners")
    assert checked(go(inside, "free/partners")) == set()


def test_whatever_is_answered_there_is_no_verdict_and_the_list_stays(
    inside: Person,
) -> None:
    before = main_of(go(inside, "own"))
    for group in GROUPS:
        say_free(inside, group.id, **{one.id: "not" for one in group.questions})
        page = main_of(go(inside, f"free/{group.id}"))
        assert [found[0] for found in VERDICT.finditer(page)] == []
    assert main_of(go(inside, "own")) == before


def test_what_no_form_offers_changes_nothing(inside: Person) -> None:
    say_free(inside, "partners", closeness="mostly")
    assert say_free(inside, "partners", closeness="4").status_code == 403
    assert checked(go(inside, "free/partners")) == {"free-closeness=mostly"}


def test_behind_the_lock_nothing_of_it_is_read(inside: Person) -> None:
    say_free(inside, "partners", closeness="not")
    leaf = leaf_of(go(inside, "free/partners"))
    inside.post(AT, do="lock", leaf=leaf)
    for page in (inside.get(AT), go(inside, "free/partners", leaf)):
        assert "free-closeness" not in html_of(page)


@every_type
def test_no_form_of_today_asks_for_a_say_in_it_and_notes_ask_all_of_it(
    kind: PairType,
) -> None:
    """An area that is added to `OWN_LIFE` leaves the form, and comes into Notes."""
    once = {area.id for one in versions(kind) for area in one.instrument.areas}
    now = {area.id for area in form_of(kind).instrument.areas}
    asked = {q.id for group in GROUPS if group.pair is kind for q in group.questions}

    assert OWN_LIFE[kind]
    assert once >= OWN_LIFE[kind]
    assert asked >= OWN_LIFE[kind]
    assert not OWN_LIFE[kind] & now
    assert not OWN_LIFE[kind] & whose(kind).led


def test_a_file_of_notes_without_one_of_them_is_refused() -> None:
    from coequal.content.files import text_of  # noqa: PLC0415  its file as it stands
    from coequal.errors import Unsound  # noqa: PLC0415

    text = text_of("en", "notes", "own_life.toml")
    with pytest.raises(Unsound, match="partners: expected a question about devices"):
        content.parsed(
            content.OwnLifeFile, text.replace('id = "devices"', 'id = "phone"')
        )


def test_nobody_raises_a_question_in_it_or_takes_it_over(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    for area in OWN_LIFE[PairType.PARTNERS]:
        fields = {**FIELDS, "area": area}
        assert alice.post(f"{place}decide/raise/", **fields).status_code == 422
        lead = alice.post(f"{place}decide/lead/", do="suggest", area=area, seat="B")
        assert lead.status_code == 422


def test_what_one_says_of_it_changes_no_page_of_ones_own_or_of_the_two(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    sheet = alice.answer({"home.mine": 2, "home.yours": 3})

    def seen() -> list[str]:
        mine = [alice.get(f"/see/{sheet}/mine/"), alice.get(f"{place}")]
        return [re.sub(r'value="[^"]*"', "", main_of(page)) for page in mine] + [
            main_of(bob.get(place))
        ]

    before = seen()
    unlock(alice)
    say_free(alice, "partners", closeness="not", devices="not")
    assert seen() == before
