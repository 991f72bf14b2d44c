"""Whose days count is offered by the browser, seen before it is sent, and chosen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.browser import story
from tests.browser.walk import Person, Way

Arrive = Callable[..., Person]
FIELD = "A city in your time zone"


@pytest.mark.parametrize(
    ("way", "offered", "called"),
    [
        (Way.MOUSE, "America/St_Johns", "by the clock in St Johns."),
        (Way.NO_SCRIPT, "UTC", "by world time, as in Iceland."),
    ],
)
def test_who_opens_the_place_offers_the_days_of_their_browser(
    person: Arrive, way: Way, offered: str, called: str
) -> None:
    alice = person(f"Alice {way}", way, zone="America/St_Johns")
    bob = person(f"Bob {way}", way, zone="Europe/Berlin")
    story.begin(alice, {})
    story.keep(alice)
    alice.go("/us/")
    code = story.invite(alice, "Bob", own="Alice")
    bob.go("/join/")
    story.join(bob, code, "Alice", own="Bob")
    alice.follow("Us")
    alice.follow("Bob")
    assert alice.page.get_by_label(FIELD).input_value() == offered
    alice.press("Yes, open our place")
    alice.follow("Our time zone")
    assert called in alice.text


def test_once_it_is_chosen_no_browser_offers_another(person: Arrive) -> None:
    alice = person("Alice of Kiritimati", zone="Pacific/Kiritimati")
    story.begin(alice, {})
    story.keep(alice)
    alice.go("/account/days/")
    alice.press("Use this time zone")
    alice.go("/account/days/")
    field = alice.page.get_by_label(FIELD)
    assert field.input_value() == "Pacific/Kiritimati"
    field.select_option("Europe/Berlin")
    alice.press("Use this time zone")
    alice.go("/account/days/")
    assert alice.page.get_by_label(FIELD).input_value() == "Europe/Berlin"
