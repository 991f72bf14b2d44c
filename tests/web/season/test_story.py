"""The made-up pairs have a season to read, and have looked back on their steps."""

from __future__ import annotations

import pytest
from tests.web.cast import Person, main_of
from tests.web.keep.acts import MONDAY, SUNDAY
from tests.web.keep.test_story import Today, read, today, trying

from coequal.content.demo import demo
from coequal.core.people import PairType, Seat

__all__ = ["today"]

every_type = pytest.mark.parametrize("kind", PairType)


def both_chairs(kind: PairType, path: str) -> list[str]:
    visitor, place = trying(kind)
    here = read(visitor, f"{place}{path}")
    visitor.post("/chairs/swap/", to="/try/")
    return [here, read(visitor, f"{place}{path}")]


@every_type
def test_both_chairs_read_a_season_with_something_of_each_kind(
    db: None, today: Today, kind: PairType
) -> None:
    today(MONDAY)
    here, there = both_chairs(kind, "season/")
    assert here == there
    for head in ("Thanks, first", "What you agreed on", "One thing to try"):
        assert head in here
    assert "Still on" in here
    for name in (demo(kind).names.a, demo(kind).names.b):
        assert name in here


@every_type
def test_its_home_leads_there(db: None, today: Today, kind: PairType) -> None:
    today(SUNDAY)
    visitor, place = trying(kind)
    assert "Our season" in main_of(visitor.get(place))


@every_type
def test_they_looked_back_on_their_steps_and_keep_some(
    db: None, today: Today, kind: PairType
) -> None:
    today(MONDAY)
    here, there = both_chairs(kind, "steps/")
    assert here == there
    (then, *_) = demo(kind).sittings
    kept = here.partition("What you two keep")[2]
    for seat in Seat:
        step = then.steps[seat]
        assert step is not None
        assert (step in kept) is (seat in then.stay)
    assert "happened." in here


def test_nobody_waits_for_an_answer_to_the_steps(db: None, today: Today) -> None:
    today(MONDAY)
    visitor: Person
    visitor, place = trying(PairType.PARTNERS)
    assert "small steps go" not in main_of(visitor.get(place))
