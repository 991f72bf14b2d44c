"""Whose days count is offered by the browser, seen before it is sent, and chosen."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser import story
from tests.browser.walk import Person

Arrive = Callable[..., Person]
FIELD = "A city in your time zone"


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
