from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from coequal.core.month.check_in import CheckIn, Facet
from coequal.errors import Unsound


def test_each_of_the_five_may_be_left_out() -> None:
    assert [CheckIn()[facet] for facet in Facet] == [None] * 5
    assert [CheckIn(load=2, good=6)[facet] for facet in Facet] == [
        *(None, None, 2, None, 6)
    ]


@pytest.mark.parametrize("facet", Facet)
@pytest.mark.parametrize("step", [-1, 7])
def test_a_step_outside_the_scale_is_unsound(facet: Facet, step: int) -> None:
    with pytest.raises(Unsound, match=f"{facet} lies outside 0 to 6"):
        CheckIn(**{facet: step})


def test_what_was_said_stays() -> None:
    with pytest.raises(FrozenInstanceError):
        CheckIn(heard=3).heard = 4  # type: ignore[misc]
