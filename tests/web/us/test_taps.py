"""Every page of a pair is at most two taps from its home."""

from __future__ import annotations

import re
from urllib.parse import urldefrag

import pytest
from django.urls import resolve
from tests.web.agree.acts import agreed, press, suggested
from tests.web.cast import Person
from tests.web.crawl import Page
from tests.web.decide.acts import raised, settled_on
from tests.web.decide.test_diary import written
from tests.web.see.acts import looked
from tests.web.test_access import OURS

MOST = 2
ACTS = frozenset({"pairs:uninvite", "pairs:meet", "see:unready", "see:answer"})
"""Buttons on pages before there is a home, and no pages."""
LATER = frozenset(
    {
        # a second picture, on our picture
        *("see:picture_then", "see:how_sure_then"),
        *("see:area_then", "see:picture_all_then"),
        *("see:step", "see:thanks"),  # buttons on the last card
        # of a picture that is not open yet, or of the next one
        *("see:ready", "see:look", "see:together"),
        "agree:again",  # of a line that waits, which leads on the home itself
        "boundaries:show",  # from the page of one’s own boundaries
        *("keep:month_then", "keep:picture"),  # once there is a month
        *("season:season", "season:picture"),  # once there is a season
        "see:steps",  # once somebody has written one
        "see:cards",  # leads on to the card where one stopped
        "decide:raise_again",  # from a question that was taken back
        "decide:review",  # leads on the home itself, two weeks after a decision
        "missing:missing",  # where something is missing, on every page
    }
)
"""Pages that are there at other times; what leads there then is on the home itself."""


def reached(person: Person, start: str) -> dict[str, int]:
    """In how many taps each page of a pair is reached from an address, by name."""
    found: dict[str, int] = {}
    here, taps = {start}, 0
    while taps <= MOST:
        beyond: set[str] = set()
        for path in sorted(here):
            response = person.client.get(path)
            while response.status_code in {302, 303}:
                path = response["Location"]  # noqa: PLW2901  where the tap leads
                response = person.client.get(path)
            found.setdefault(str(resolve(path).view_name), taps)
            links = Page(path, response.content.decode()).links
            beyond |= {urldefrag(one).url for one in links if one.startswith(start)}
        here, taps = beyond, taps + 1
    return found


@pytest.fixture
def home(alice: Person, bob: Person) -> str:
    """The two have looked, and there is one of everything that they decide."""
    place = looked(alice, bob)
    settled_on(alice, bob, place)
    raised(bob, place)
    written(alice, place)
    press(bob, agreed(alice, bob, place), "end")
    suggested(alice, place)
    return place


def test_every_page_of_a_pair_is_at_most_two_taps_from_its_home(
    home: str, alice: Person
) -> None:
    taps = reached(alice, home)
    pages = set(OURS) - ACTS - LATER
    assert pages - taps.keys() == set()
    assert max(taps.values()) <= MOST


def test_the_home_of_a_pair_is_one_tap_from_mine(home: str, alice: Person) -> None:
    links = Page("/us/", alice.client.get("/us/").content.decode()).links
    assert home in links
    assert sum(bool(re.fullmatch(r"/us/\w{32}/", one)) for one in links) == 1
