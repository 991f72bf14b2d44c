"""What is one person's own: no vote on it, and nobody takes it over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.web.cast import Person, html_of, main_of, pair
from tests.web.decide.acts import FIELDS, raised, ref_on, weigh, weighed
from tests.web.decide.test_lead import led

from coequal.content.load import content
from coequal.content.versions import versions
from coequal.core import whose as areas_by_type
from coequal.core.people import PairType
from coequal.core.whose import Whose, whose

PAGE = Path(__file__).parents[3] / "docs" / "abuse-cases.md"
OWN = (
    "One of you decides that alone. You can tell each other, but there’s no vote on it."
)
EVERYTHING = frozenset({"home", "closeness", "people", "devices"})
every_type = pytest.mark.parametrize("kind", PairType)


def titles(kind: PairType) -> dict[str, str]:
    return {one.id: one.title for one in content(kind).instrument.areas}


@pytest.fixture
def place(alice: Person, bob: Person) -> str:
    """The place of Alice and Bob, who are partners."""
    return pair(alice, bob)


@pytest.fixture
def before(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A time when everything could be led and asked."""
    free = Whose(led=EVERYTHING, asked=frozenset())
    monkeypatch.setitem(areas_by_type._WHOSE, PairType.PARTNERS, free)  # type: ignore[index]
    return monkeypatch


@every_type
def test_each_area_that_is_led_or_asked_is_one_that_there_is(kind: PairType) -> None:
    """Or that there was: what was settled in one that is asked no more holds."""
    known = {area.id for one in versions(kind) for area in one.instrument.areas}
    assert whose(kind).ours <= known
    assert not whose(kind).led & whose(kind).asked


def test_what_must_be_ones_own_is() -> None:
    assert not {"closeness", "devices", "people"} & whose(PairType.PARTNERS).ours
    assert not {"others", "love", "online"} & whose(PairType.FRIENDS).ours
    child = {"child_life", "parent_life", "health"}
    assert not child & whose(PairType.PARENT_CHILD).ours
    assert "money" not in whose(PairType.PARTNERS).led
    assert whose(None).ours == frozenset()


@every_type
def test_the_abuse_cases_name_all_that_nobody_leads(kind: PairType) -> None:
    text = PAGE.read_text(encoding="utf-8").partition("## Who takes care of what")[2]
    text = text.partition("\n## ")[0].lower().replace("\u2019", "'")
    for area, title in titles(kind).items():
        if area not in whose(kind).led:
            named = title.lower().replace("\u2019", "'").removeprefix("the ")
            named = named.removesuffix(" about you two")
            assert named in text, f"{title} is not in {PAGE.name}"


def test_a_lead_of_ones_own_is_not_offered_and_is_refused(
    alice: Person, place: str
) -> None:
    where = f"{place}decide/lead/"
    offered = re.findall(r'<option\s+value="(\w+)"', html_of(alice.get(where)))
    assert set(offered) == whose(PairType.PARTNERS).led & set(titles(PairType.PARTNERS))
    for area in titles(PairType.PARTNERS).keys() - set(offered):
        page = alice.post(where, do="suggest", area=area, seat="B")
        assert page.status_code == 422
        assert "Each of you decides that alone. Nobody can take it over." in main_of(
            page
        )
    assert "Suggested" not in main_of(alice.get(where))


def test_a_question_of_ones_own_is_not_offered_and_is_refused(
    alice: Person, place: str
) -> None:
    where = f"{place}decide/raise/"
    offered = re.findall(r'<option\s+value="(\w+)"', html_of(alice.get(where)))
    assert set(offered) == whose(PairType.PARTNERS).ours & set(
        titles(PairType.PARTNERS)
    )
    for area in ("closeness", "devices", "people"):
        page = alice.post(where, **{**FIELDS, "area": area})
        assert page.status_code == 422
        assert OWN in html_of(page)
    assert FIELDS["text"] not in main_of(alice.get(f"{place}decide/"))


def test_a_lead_from_before_has_ended_and_is_not_damaged(
    alice: Person, bob: Person, place: str, before: pytest.MonkeyPatch
) -> None:
    where = f"{place}decide/lead/"
    alice.post(where, do="suggest", area="people", seat="B")
    ref = ref_on(bob, where)
    bob.post(where, do="yes", ref=ref)
    assert "Family and friends Bob takes care of it until" in main_of(alice.get(where))
    before.undo()
    for person in (alice, bob):
        for page in (where, f"{place}decide/"):
            shown = person.get(page)
            assert shown.status_code == 200
            assert "Family and friends" not in main_of(shown)
            assert "damaged" not in main_of(shown)
    page = alice.post(where, do="end", ref=ref)
    assert page.status_code == 422


def test_a_lead_at_home_goes_on(alice: Person, bob: Person, place: str) -> None:
    where = f"{place}decide/lead/"
    led(alice, bob, where)
    assert "Home Bob takes care of it until" in main_of(alice.get(where))


def test_a_question_from_before_has_ended_whether_open_or_closed(
    alice: Person, bob: Person, place: str, before: pytest.MonkeyPatch
) -> None:
    closed = raised(alice, place, text="How often?", area="people")
    weigh(alice, closed, "1", "2", "5")
    both = weighed(alice, bob, place, area="people")
    bob.post(both, do="propose", option="2")
    alice.post(both, do="yes", ref=ref_on(alice, both))
    assert "You’ve decided:" in main_of(alice.get(both))
    before.undo()
    for person in (alice, bob):
        for where in (closed, both):
            page = main_of(person.get(where))
            assert "This has ended" in page
            assert "What you said here doesn’t count any more." in page
            assert "undo it" not in page
            assert person.post(where, do="propose", option="1").status_code == 422
            assert person.post(where, do="add", text="More").status_code == 422
        listed = main_of(person.get(f"{place}decide/"))
        assert "How often?" not in listed
        assert FIELDS["text"] not in listed
    page = alice.post(f"{closed}weigh/", do="withdraw")
    assert page.status_code == 200
    assert "Your answer stays hidden." not in main_of(alice.get(closed))
