"""What is typed waits for its writer, and nobody else at the browser sees it."""

from __future__ import annotations

import pytest
from tests.browser import settling
from tests.browser.test_asks_before_leaving import (
    WORDS,
    Arrive,
    typed,
    write_an_evening,
)
from tests.browser.walk import Person, Way


@pytest.mark.parametrize("way", [Way.MOUSE, Way.NO_SCRIPT])
def test_what_is_sent_after_a_quiet_quarter_of_an_hour_is_there_again(
    person: Arrive, way: Way
) -> None:
    alice, bob = person(f"Alice idle {way}", way), person(f"Bob idle {way}", way)
    settling.pair(alice, bob)
    where = write_an_evening(alice)
    alice.lapse()
    alice.page.keyboard.press("Enter")
    alice.page.wait_for_url("**/sign-in/")
    assert WORDS not in alice.page.content()
    alice.sign_in()
    assert alice.path == where
    assert "You were signed out after 15 quiet minutes." in alice.text
    assert typed(alice) == WORDS
    bob.go(where)
    assert WORDS not in bob.page.content()


def test_the_other_at_the_same_browser_never_sends_it_as_theirs(
    person: Arrive,
) -> None:
    alice, bob = person("Alice lends her phone"), person("Bob borrows a phone")
    settling.pair(alice, bob)
    where = write_an_evening(alice)
    # Bob takes Alice's phone: in a window of his own he signs in as himself.
    beside = Person(
        name=bob.name, page=alice.page.context.new_page(), phrase=bob.phrase
    )
    beside.go("/account/").press("Sign out")
    beside.go("/sign-in/")
    beside.sign_in()
    alice.page.keyboard.press("Enter")
    alice.page.wait_for_url("**/us/")
    assert WORDS not in alice.page.content()
    for each in (beside, bob):
        each.go(where)
        assert WORDS not in each.page.content()
    beside.go("/account/").press("Sign out")
    beside.go("/sign-in/")
    again = Person(name=alice.name, page=beside.page, phrase=alice.phrase)
    again.sign_in()
    assert (again.path, typed(again)) == (where, WORDS)
