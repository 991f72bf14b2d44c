"""Every page by axe, in both schemes at both widths: what `make test` sees in two.

A page that the tour does not lead to would be looked at by nobody, so it leads to all.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import Final
from urllib.parse import urlsplit

from django.urls import resolve
from tests.browser.conftest import (  # noqa: F401  fixtures
    base,
    browser,
    complaints,
    opened,
    person,
)
from tests.browser.test_accessibility import in_every_state
from tests.browser.tour import tour, two_chairs
from tests.browser.walk import Person
from tests.web.test_access import TABLE

Arrive = Callable[..., Person]
NO_PAGE: Final = "nothing-here"
ELSEWHERE: Final = {
    "missing:missing": "tests/browser/test_something_is_missing.py looks at it"
}


def test_no_page_keeps_anybody_out(person: Arrive) -> None:  # noqa: F811
    alice, bob = person("Alice, everywhere"), person("Bob, everywhere")
    assert in_every_state(tour(alice, bob)) == []


def test_no_page_of_two_chairs_keeps_anybody_out(person: Arrive) -> None:  # noqa: F811
    assert in_every_state(two_chairs(person("one device"))) == []


def test_the_tour_leads_to_every_page(person: Arrive) -> None:  # noqa: F811
    alice, bob = person("Alice, on tour"), person("Bob, on tour")
    stops = chain(tour(alice, bob), two_chairs(person("a device on tour")))
    # One stop is there for having no page.
    paths = {urlsplit(who.page.url).path for name, who in stops if name != NO_PAGE}
    seen = {resolve(path).view_name for path in paths}
    pages = {name for name, (get, _) in TABLE.items() if 200 in get.values()}
    assert pages - seen - ELSEWHERE.keys() == set()
