"""What is told where two rated only themselves, or answered very little.

There an estimate may say another thing than both said when they were asked directly.
"""

from __future__ import annotations

from tests.core.see.findings_checks import faults
from tests.core.see.simulated import Told, of_two
from tests.core.see.test_findings_patterns import FORM, Said, beside, both, person

from coequal.core.people import Pair, Seat
from coequal.core.see.words import Word


def told(alice: Said, bob: Said) -> Told:
    return of_two(FORM, Pair(a=person(alice), b=person(bob)))


def ids_of(found: Told) -> set[str]:
    return {one.pattern for one in found.found}


def named_against_the_ratings(hers: int | None, his: int | None) -> tuple[Said, Said]:
    """Both say that Bob decides more; each rated only themself, and Alice higher."""
    return {"home": (4, None, hers, 1)}, {"home": (0, None, his, 3)}


def test_where_both_name_one_it_is_not_too_early_to_tell() -> None:
    found = told(*named_against_the_ratings(None, None))

    assert ids_of(found) == set()
    assert not [*faults(found)]


def test_nobody_is_told_to_swap_with_whom_both_named() -> None:
    found = told(*beside(named_against_the_ratings(-1, 1), both(trust__word=4)))

    assert "one_wants_more" in ids_of(found)
    assert not {"wishes_meet", "step_hand_over"} & ids_of(found)
    assert not [*faults(found)]


def test_it_is_not_too_early_where_all_areas_together_tell() -> None:
    """Of each area it is: only Alice said who decides more, and never how much say."""
    areas = ("home", "money", "plans")
    found = told(
        dict.fromkeys(areas, (None, None, None, 0)),
        dict.fromkeys(areas, (None, None, 1)),
    )

    assert {found.scene.word(area) for area in areas} == {Word.EARLY}
    assert found.scene.drawn.overall is Seat.B
    assert "too_early_everywhere" not in ids_of(found)
