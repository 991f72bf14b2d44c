"""What is one's own, and money and people: what no finding says of them.

The first form asked of one's own life too, and its pictures are drawn still.
"""

from __future__ import annotations

from typing import Final

import pytest
from tests.core.see.test_findings_patterns import (
    AHEAD,
    SHARED,
    Said,
    areas,
    beside,
    home,
    ids,
    ours,
)

from coequal.content.versions import content_of
from coequal.core.people import PairType

FIRST: Final = content_of(PairType.PARTNERS, 1).instrument


def test_of_what_is_ones_own_nothing_is_told_to_two() -> None:
    wishes = areas(closeness=((3, 1, 1), (1, 3, -1)), devices=AHEAD, home=SHARED)
    unequal = areas(closeness=((1, 2, 1), (2, 1, 0)), home=SHARED)

    for scene in (wishes, unequal):
        assert {area for one in ours(*scene, form=FIRST) for area in one.areas} == {
            "home"
        }


@pytest.mark.parametrize("area", ["money", "people"])
def test_money_and_people_are_good_as_they_are_where_nobody_sees_more(
    area: str,
) -> None:
    even = ours(*areas(**{area: SHARED, "home": SHARED}))
    uneven = ours(*areas(**{area: AHEAD, "home": SHARED}))

    assert ids(even)[0] == "all_good_as_it_is"
    assert "more_and_liked_so" not in ids(uneven)
    good = [one for one in uneven if one.pattern in {"good_as_it_is", "step_keep"}]
    assert [one.areas for one in good] == [("home",), ("home",)]


@pytest.mark.parametrize("area", ["money", "people"])
def test_it_is_uneven_there_by_the_word_alone_too(area: str) -> None:
    """Nobody compared the two: each rated only themself."""
    at_home = alone("home", 0, 4)

    assert "it_clearly_goes_both_ways" in ids(
        ours(*beside(at_home, alone("plans", 4, 0)))
    )
    assert "it_clearly_goes_both_ways" not in ids(
        ours(*beside(at_home, alone(area, 4, 0)))
    )


def alone(area: str, hers: int, his: int) -> tuple[Said, Said]:
    return {area: (hers,)}, {area: (his,)}


def test_nobody_is_told_to_swap_with_whoever_decides_more_already() -> None:
    (first, *_) = ours(*home((3, 1, 1), (1, 3, -1)))

    assert first.pattern == "one_wants_more"


def test_what_is_ones_own_is_never_part_of_going_both_ways() -> None:
    scene = areas(closeness=((3, 1, 1), (1, 3, 1)), home=((1, 3, 1), (3, 1, 1)))

    assert "it_goes_both_ways" not in ids(ours(*scene, form=FIRST))


def test_what_is_not_a_joint_matter_is_never_called_good_as_it_is() -> None:
    found = ours(*areas(closeness=SHARED, home=SHARED), form=FIRST)
    good = [f for f in found if f.pattern in {"good_as_it_is", "step_keep"}]

    assert "all_good_as_it_is" not in ids(found)
    assert [f.areas for f in good] == [("home",), ("home",)]
