from __future__ import annotations

from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st
from tests.web.charts import drawn

from coequal.core.people import Pair
from coequal.web.charts import gaps

ENDS = Pair(a="Alice has more say", b="Bob has more say")
STEPS = st.integers(-4, 4).map(float)


def figure(
    *rows: gaps.GapRow, ends: Pair[str] = ENDS, described: str = "Who has more say."
) -> SafeString:
    return gaps.figure(rows=rows, ends=ends, middle="the same", described=described)


@given(a=STEPS, b=STEPS)
def test_exchanging_the_seats_mirrors_the_places_and_exchanges_the_signs(
    a: float, b: float
) -> None:
    before = figure(gaps.GapRow(area="Home", said=Pair(a=a, b=b)))
    after = figure(gaps.GapRow(area="Home", said=Pair(a=-b, b=-a)), ends=ENDS.mirrored)
    mirrored = {
        (drawn.EXCHANGED[kind], round(gaps.WIDTH - x, 1))
        for kind, x in drawn.rows(before)["Home"].signs
    }
    assert drawn.rows(after)["Home"].signs == mirrored


@given(a=st.floats(-9, 9), b=st.floats(-9, 9))
def test_every_sign_stands_inside_the_drawing(a: float, b: float) -> None:
    drawn_row = drawn.rows(figure(gaps.GapRow(area="Home", said=Pair(a=a, b=b))))[
        "Home"
    ]
    assert all(12 <= x <= gaps.WIDTH - 12 for _, x in drawn_row.signs)


def test_the_same_account_of_both_stands_in_register() -> None:
    rows = drawn.rows(figure(gaps.GapRow(area="Home", said=Pair(a=-1.0, b=-1.0))))
    assert rows["Home"].signs == {("both", gaps.at(-1))}


def test_more_say_of_seat_a_lies_to_the_left() -> None:
    rows = drawn.rows(figure(gaps.GapRow(area="Home", said=Pair(a=-2.0, b=1.0))))
    assert rows["Home"].signs == {("disc", gaps.at(-2)), ("square", gaps.at(1))}
    assert gaps.at(-2) < gaps.at(0) < gaps.at(1)


def test_areas_stand_below_one_another_in_their_order() -> None:
    areas = ["Home", "Money", "Plans"]
    rows = [gaps.GapRow(area=area, said=Pair(a=0.0, b=1.0)) for area in areas]
    assert list(drawn.rows(figure(*rows))) == areas


def test_names_are_escaped_and_long_ones_cut() -> None:
    nasty = "<b>&"
    shown = figure(
        gaps.GapRow(area=nasty, said=Pair(a=0.0, b=1.0)),
        ends=Pair(a=f"{'W' * 80} has more say", b=nasty),
        described=nasty,
    )
    assert "<b>" not in shown
    assert nasty in drawn.rows(shown)
    assert drawn.tree(shown).get("aria-label") == nasty
    assert all(
        len("".join(text.itertext())) < 40 for text in drawn.tree(shown).iter("text")
    )
