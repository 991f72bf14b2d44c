"""What two wrote on their Sundays, in a copy: days as people say them."""

from __future__ import annotations

from tests.web.cast import Person, words_of
from tests.web.conftest import Hands
from tests.web.export.test_decide import copied
from tests.web.keep.acts import SUNDAY, write


def test_lines_are_told_under_their_day(
    alice: Person, place: str, hands: Hands
) -> None:
    hands.at = SUNDAY
    alice.sign_in()
    write(alice, place, "You rang.", "the list")
    text = words_of(copied(alice, f"{place}copy/"))
    assert "Sunday 6 December 2026 That was good for me You rang." in text
    assert "That was a bit much for me the list" in text
    assert "What I’d like" not in text
