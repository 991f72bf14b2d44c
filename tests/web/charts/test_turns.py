from __future__ import annotations

from collections.abc import Sequence

import pytest
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st
from tests.web.charts import drawn

from coequal.core.people import Seat
from coequal.web.charts import turns
from coequal.web.charts.turns import Turn

WISH = st.none() | st.sampled_from(Seat)
WHOSE = {Seat.A: "A", Seat.B: "B", None: "both"}
NOTHING = "Nothing decided yet."


def figure(*wishes: Seat | None, when: str = "May") -> SafeString:
    shown = [Turn(wish=wish, when=when) for wish in wishes]
    return turns.figure(turns=shown, nothing=NOTHING, described="Whose wish.")


def shown(drawing: str) -> list[tuple[str, float]]:
    """Return whose sign stands where, strip after strip."""
    found = []
    for strip in drawn.tree(drawing).findall("g"):
        for turn in strip.findall("g"):
            (sign,) = (one for one in drawn.marks(turn) if one.what == "sign")
            found.append((sign.whose, float(sign.where.split()[0])))
    return found


@given(wishes=st.lists(WISH, max_size=30))
def test_exchanging_the_seats_exchanges_disc_and_square_and_nothing_else(
    wishes: Sequence[Seat | None],
) -> None:
    other = [None if wish is None else wish.other for wish in wishes]
    exchanged = {"A": "B", "B": "A", "both": "both"}
    before = [(exchanged[whose], x) for whose, x in shown(figure(*wishes))]
    assert shown(figure(*other)) == before
    sizes = {drawn.tree(figure(*one)).get("viewBox") for one in (wishes, other)}
    assert len(sizes) == 1


def test_decisions_stand_in_the_order_they_were_made() -> None:
    wishes = (Seat.A, None, Seat.B, Seat.B, None, Seat.A, Seat.B)
    found = shown(figure(*wishes))
    assert [whose for whose, _ in found] == [WHOSE[wish] for wish in wishes]
    places = [x for _, x in found]
    assert places == sorted(places)


def test_the_eighth_decision_begins_a_new_strip() -> None:
    found = shown(figure(*[Seat.A] * 8))
    assert found[7] == found[0]
    height = float(drawn.tree(figure(*[Seat.A] * 60)).attrib["height"])
    assert height == turns.STRIP * 9


@pytest.mark.parametrize("wish", [Seat.A, Seat.B])
def test_whoever_stands_there_has_their_feet_on_the_ground(wish: Seat) -> None:
    root = drawn.tree(figure(*[wish] * 7))
    for place, turn in enumerate(root.findall("g/g")):
        sign = turn[0]
        if wish is Seat.A:
            feet = float(sign.attrib["cy"]) + float(sign.attrib["r"])
        else:
            feet = float(sign.attrib["y"]) + float(sign.attrib["height"])
        assert feet == pytest.approx(turns.ground(turns.across(place)), abs=0.02)


def test_nobody_stands_higher_for_good() -> None:
    assert turns.ground(0) == turns.ground(turns.WIDTH) == turns.GROUND
    assert turns.ground(turns.WIDTH / 2) < turns.GROUND


def test_no_number_is_drawn() -> None:
    root = drawn.tree(figure(Seat.A, None, Seat.B))
    texts = ["".join(one.itertext()) for one in root.iter("text")]
    assert texts == ["May"] * 3


def test_before_the_first_decision_the_ground_says_so() -> None:
    drawing = figure()
    assert NOTHING in drawing
    assert shown(drawing) == []


def test_what_stands_below_is_escaped_and_cut() -> None:
    assert "<b>" not in figure(None, when="<b>")
    assert "…" in figure(None, when="September of last year")
