"""Every page by axe, in both schemes at both widths: what `make test` sees in two."""

from __future__ import annotations

from collections.abc import Callable

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

Arrive = Callable[..., Person]


def test_no_page_keeps_anybody_out(person: Arrive) -> None:  # noqa: F811
    alice, bob = person("Alice, everywhere"), person("Bob, everywhere")
    assert in_every_state(tour(alice, bob)) == []


def test_no_page_of_two_chairs_keeps_anybody_out(person: Arrive) -> None:  # noqa: F811
    assert in_every_state(two_chairs(person("one device"))) == []
