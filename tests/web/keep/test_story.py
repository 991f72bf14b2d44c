"""The made-up pairs keep at it for half a year, and both chairs read the same."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from tests.content.reading import BANNED, long_sentences
from tests.web.cast import Person, heading_of, html_of, main_of
from tests.web.keep.acts import MONDAY, SUNDAY

from coequal.content.keep import kept_story, parsed_story
from coequal.core.people import PairType
from coequal.errors import Unsound
from coequal.web.keep.labels import prompts

Today = Callable[[int], None]
every_type = pytest.mark.parametrize("kind", PairType)


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> Today:
    """What lets it be some second, from which a story counts back."""
    return lambda second: monkeypatch.setattr(time, "time", lambda: float(second))


def trying(kind: PairType) -> tuple[Person, str]:
    visitor = Person("a visitor")
    visitor.post("/try/", pair=kind.value)
    found = re.search(r"/us/[0-9a-f]{32}/", html_of(visitor.get("/try/")))
    assert found is not None
    return visitor, found[0]


def read(person: Person, path: str) -> str:
    """Return what a page says, but for whom one is with."""
    return re.sub(r"You and \w+ ", "", main_of(person.get(path)))


@every_type
@pytest.mark.parametrize("second", [SUNDAY, MONDAY])
def test_both_chairs_read_what_both_wrote(
    db: None, today: Today, kind: PairType, second: int
) -> None:
    today(second)
    visitor, place = trying(kind)
    pages = [f"{place}lines/{path}" for path in ("", "all/", "month/")]
    here = [read(visitor, path) for path in pages]
    story = kept_story(kind)
    for day in story.days:
        for three in (day.a, day.b):
            assert three.good in here[1]
    visitor.post("/chairs/swap/", to="/try/")
    there = [read(visitor, path) for path in pages]
    if kind is not PairType.PARTNERS or second == MONDAY:
        assert story.days[-1].a.good in here[0]
        assert heading_of(visitor.get(pages[0])) == "You’ve both written."
        assert there == here


@every_type
def test_there_is_a_month_and_thanks(db: None, today: Today, kind: PairType) -> None:
    today(MONDAY)
    visitor, place = trying(kind)
    assert "What was good in" in heading_of(visitor.get(f"{place}lines/month/"))
    for thanks in kept_story(kind).thanks:
        assert thanks.text in main_of(visitor.get(f"{place}thanks/"))


@every_type
def test_a_story_is_half_a_year_and_half_of_it_is_nothing_special(
    kind: PairType,
) -> None:
    story = kept_story(kind)
    assert story.days[0].weeks_ago >= 22
    assert story.days[-1].weeks_ago == 1
    assert any(three.much for day in story.days for three in (day.a, day.b))


@every_type
def test_its_lines_are_short_and_plain(kind: PairType) -> None:
    story = kept_story(kind)
    lines = [
        text
        for day in story.days
        for three in (day.a, day.b)
        for text in (three.good, three.much, three.wish)
    ]
    for text in (*lines, *(one.text for one in story.thanks), *prompts("Robin")):
        assert not long_sentences(text)
        assert not BANNED.search(text)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("days = []\nthanks = []", "weeks_ago of 1 or more"),
        ("days = [{weeks_ago = 0, a = {}, b = {}}]\nthanks = []", "weeks_ago"),
        ("days = [{weeks_ago = 1, a = {}, b = {}}]\nthanks = []", "nothing is written"),
        ('days = [{weeks_ago = 1, a = {much = "x"}, b = {}}]\nthanks = []', "good"),
    ],
)
def test_a_damaged_file_is_said_in_a_line(text: str, fault: str) -> None:
    with pytest.raises(Unsound, match=fault):
        parsed_story(text)


def test_their_sunday_has_long_followed_the_zone_that_they_chose(db: None) -> None:
    visitor, place = trying(PairType.PARTNERS)
    found = main_of(visitor.get(f"{place}days/"))
    assert "by the clock in London" in found
    assert "your time for three lines follows it" not in found
