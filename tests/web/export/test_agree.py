"""What two agreed on, in a copy: what both said yes to, what ended, and one's keep."""

from __future__ import annotations

from tests.web.agree.acts import agreed, press, suggested
from tests.web.agree.test_looking_again import DAYS, later
from tests.web.cast import Person, words_of
from tests.web.conftest import Hands
from tests.web.export.test_decide import copied

LINE = (
    "When it gets loud We both stop for tea, and go on at eight "
    "What it’s about home For how many weeks 4"
)


def test_a_yes_and_an_end_say_to_what(alice: Person, bob: Person, place: str) -> None:
    press(alice, agreed(alice, bob, place), "end")
    suggested(alice, place, then="sing")
    for person in (alice, bob):
        text = words_of(copied(person, f"{place}copy/"))
        yes, ended = (part_of(text, title) for title in ("A yes", "Ended"))
        assert LINE in yes
        assert LINE in ended
        assert "sing" in text
        assert "sing" not in yes + ended


def test_a_keep_says_what_one_would_keep(
    alice: Person, bob: Person, place: str, hands: Hands
) -> None:
    where = agreed(alice, bob, place)
    later(hands, DAYS, alice, bob)
    press(alice, where, "keep")
    text = words_of(copied(alice, f"{place}copy/"))
    assert LINE in part_of(text, "What you’d both keep")
    assert "What you’d both keep" not in words_of(copied(bob, f"{place}copy/"))


def part_of(text: str, title: str) -> str:
    """One section of a copy, up to where the next one begins."""
    _before, found, after = text.partition(f" {title} From ")
    assert found, text
    titles = ("A yes", "Ended", "What you two", "What you’d", "What you are")
    ends = [at for one in titles if (at := after.find(f" {one} ")) >= 0]
    return after[: min(ends, default=len(after))]
