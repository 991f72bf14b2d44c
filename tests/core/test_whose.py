"""Whose an area is: led by one for a while, asked of both, or one person's own."""

from __future__ import annotations

import pytest

from coequal.core.own_life import EVERYBODYS, OF_ONE
from coequal.core.people import PairType
from coequal.core.whose import NOBODYS, whose


@pytest.mark.parametrize("pair", PairType)
def test_what_may_be_led_may_be_asked_and_is_never_both(pair: PairType) -> None:
    found = whose(pair)

    assert found.led
    assert not found.led & found.asked
    assert found.ours == found.led | found.asked


def test_where_nobody_knows_what_two_people_are_everything_is_ones_own() -> None:
    assert whose(None) is NOBODYS
    assert not whose(None).ours


@pytest.mark.parametrize("area", ["closeness", "devices", "people"])
def test_what_is_one_persons_own_between_partners_is_not_ours(area: str) -> None:
    assert area not in whose(PairType.PARTNERS).ours


@pytest.mark.parametrize("pair", PairType)
def test_two_agree_on_nothing_of_ones_own(pair: PairType) -> None:
    agreed = whose(pair).agreed

    assert agreed
    assert agreed <= whose(pair).ours
    assert not agreed & {*OF_ONE, *EVERYBODYS}
