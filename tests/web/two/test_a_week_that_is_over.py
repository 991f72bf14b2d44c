"""A link to a page of two closes a place whose week is over, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.web.cast import Person, pair
from tests.web.conftest import Hands

from coequal.journal import clock, models
from coequal.people.models import Closing

WEDNESDAY = int(datetime(2030, 5, 15, 12, tzinfo=UTC).timestamp())
PAGES = ("", "choose/", "ready/", "evening/", "notice/", "decide/", "decide/diary/")


@pytest.mark.parametrize("page", PAGES)
def test_a_link_closes_it(transactional_db: None, hands: Hands, page: str) -> None:
    """In real transactions, for a page is read in a snapshot, which writes nothing."""
    alice, bob = Person("Alice"), Person("Bob")
    hands.at = WEDNESDAY
    place = pair(alice, bob)
    alice.post(f"{place}leave/", way="week", phrase=alice.phrase)
    hands.forward(7 * clock.DAY)
    bob.client.post("/sign-in/", {"name": bob.name, "phrase": bob.phrase})
    assert not models.Space.objects.filter(closed=True).exists()
    assert bob.client.get(f"{place}{page}").status_code in {200, 302, 403}
    assert models.Space.objects.filter(closed=True).count() == 1
    assert not Closing.objects.exists()
