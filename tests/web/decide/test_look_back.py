"""Look back: the same page for both, and nothing of a direction before it is clear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.web.cast import Person, html_of, main_of, pair
from tests.web.decide.acts import (
    raised,
    settled_on,
    weigh,
)
from tests.web.decide.test_diary import (
    tell,
    written,
)

from coequal.core.decide.influence import Influence, InfluenceWord, Witness, influence
from coequal.core.people import Pair
from coequal.web.decide.wishes import whose_wish

NAMES = Pair(a="Alice", b="Bob")


def back(person: Person, place: str) -> str:
    return main_of(person.get(f"{place}decide/back/"))


def test_both_read_the_same_page(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    settled_on(alice, bob, place, area="plans")
    raised(bob, place, text="Who gets the desk?")
    where = written(alice, place)
    tell(alice, where, "me")
    tell(bob, where, "other")
    page = back(alice, place)
    assert page == back(bob, place)
    assert "Decided Where do we spend New Year? By the sea On " in page
    assert "Still open Who gets the desk? Since" in page
    alike = "About who decided, you said the same in 1."
    assert f"You’ve both answered 1 line in the diary. {alike}" in page
    assert "Alice decided 1" not in page
    assert "Big plans Decided: 1. Open: 0. In the diary: 0." in page
    assert "Something else Decided: 0. Open: 1. In the diary: 0." in page
    assert "Who asked what Alice Where do we spend New Year? Bob Who gets" in page
    assert "An answer given under pressure doesn’t show what somebody wants." in page
    assert page.count("you’ll read here whose turn it has been") == 1


def test_the_page_is_there_before_anything_was_settled(
    alice: Person, bob: Person
) -> None:
    page = back(alice, pair(alice, bob))
    assert page.endswith("Ask something Write down what’s already decided")
    for block in ("Area by area", "Whose turn", "Who asked what", "cannot know"):
        assert block not in page


def test_what_is_closed_changes_nothing_of_it(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    question = raised(alice, place)
    line = written(alice, place)
    before = back(alice, place)
    weigh(alice, question, "6", "1", "5")
    tell(alice, line, "other", asked="no")
    assert back(alice, place) == back(bob, place) == before


def test_after_twelve_lines_it_says_how_far_it_can_be_said(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    for number in range(12):
        where = written(alice, place, f"Thing {number}")
        tell(alice, where, "other")
        tell(bob, where, "me")
    page = back(bob, place)
    wish = "As far as we can tell so far, more things lately went the way Bob wanted."
    assert f"{wish} Out of 10" in page
    assert "Alice says: Alice decided 0, both 0, Bob 12. Bob says: Alice" in page
    alike = "About who decided, you said the same in 12."
    assert f"You’ve both answered 12 lines in the diary. {alike}" in page
    assert "Home Decided: 0. Open: 0. In the diary: 12. The diary: As far as" in page
    assert page == back(alice, place)
    drawn = html_of(alice.get(f"{place}decide/back/"))
    assert drawn.count("The bar shows the likely range") == 1
    assert 'id="logged-ab"' in drawn


def test_nothing_of_a_direction_is_said_before_it_is_clear() -> None:
    found = influence([Witness(tilt=1)] * 4 + [Witness(tilt=-1)] * 2)
    assert found.word is InfluenceWord.EARLY
    first, shares = whose_wish(found, NAMES)
    assert first == "Too early to say whose way things went more often."
    assert shares.startswith("Out of 10, roughly 0 to 10 went Alice’s way, and")


@given(st.lists(st.floats(-1, 1), max_size=30), st.floats(0.1, 3))
def test_exchanging_the_two_says_the_same(tilts: list[float], weight: float) -> None:
    def said(sign: int, names: Pair[str]) -> list[str]:
        heard = [Witness(tilt=sign * tilt, weight=weight) for tilt in tilts]
        return whose_wish(influence(heard), names)

    one, other = said(1, NAMES), said(-1, NAMES.mirrored)
    assert one[:-1] == other[:-1]
    swapped = (
        other[-1].replace("Bob", "?").replace("Alice", "Bob").replace("?", "Alice")
    )
    assert numbers(one[-1]) == numbers(swapped)[2:] + numbers(swapped)[:2]


def numbers(text: str) -> list[int]:
    return [int(word) for word in text.split() if word.isdecimal()]


@pytest.mark.parametrize("share", [None, 0.5])
def test_what_cannot_be_said_is_not_said(share: float | None) -> None:
    few = Influence(share=share, low=None, high=None, n_eff=1.0, word=InfluenceWord.FEW)
    (said,) = whose_wish(few, NAMES)
    assert said.startswith("After about 5 decisions where you wanted different things")
