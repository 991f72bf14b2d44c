from __future__ import annotations

from typing import Any

import pytest
from tests.web.charts import drawn

from coequal.core.measured import Estimate
from coequal.core.people import Pair, Seat
from coequal.web.charts import described, gaps, levels
from coequal.web.charts.split import Slice
from coequal.web.charts.trend import Lane
from coequal.web.charts.turns import Turn
from coequal.web.charts.week import Post

STEPS = ["none", "a little", "some", "a lot", "all of it"]
NAMES = Pair(a="Alice", b="Bob")
LEVEL = Estimate(value=2, low=0.9, high=3.2)


def joint(**changed: Any) -> tuple[dict[str, Any], str]:
    facts: dict[str, Any] = {
        "said": Pair(a=Pair(a=1, b=3), b=Pair(a=3, b=3)),
        "level": Pair(a=LEVEL, b=None),
        "wish": Pair(a=1, b=None),
        "steps": STEPS,
        **changed,
    }
    return facts, described.joint(area="Free time", names=NAMES, **facts)


def test_the_values_of_both_are_named() -> None:
    _, text = joint()
    assert "Free time." in text
    assert "Alice’s say: Alice says a little, Bob says a lot." in text
    assert "Probably between a little and a lot." in text
    assert "Alice’s wish: more." in text
    assert "Bob’s say: you both say a lot." in text


def test_the_figure_says_aloud_what_it_shows() -> None:
    facts, text = joint()
    figure = levels.joint("free", labels=NAMES, described=text, **facts)
    assert drawn.tree(figure).get("aria-label") == text


def test_what_was_not_said_is_called_so() -> None:
    nobody = Pair(a=None, b=None)
    _, text = joint(said=Pair(a=nobody, b=nobody), level=nobody, wish=nobody)
    assert "Alice’s say: nobody has answered." in text


def test_ones_own_figure_names_say_wish_and_the_other() -> None:
    text = described.own(
        area="Money",
        other="Bob",
        said=Pair(a=0, b=4),
        level=Pair(a=LEVEL, b=LEVEL),
        wish=2,
        steps=STEPS,
    )
    assert "Your say: none." in text
    assert "Your wish: much more." in text
    assert "What you think Bob has: all of it." in text


def test_gaps_name_who_has_more_and_by_how_much() -> None:
    rows = [
        gaps.GapRow(area="Home", said=Pair(a=-1.0, b=-1.0)),
        gaps.GapRow(area="Money", said=Pair(a=0.0, b=2.0)),
    ]
    text = described.gaps(rows=rows, names=NAMES)
    assert "Home: you both say Alice, by 1 step." in text
    assert "Money: Alice says the same, Bob says Bob, by 2 steps." in text


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (-3.0, 9.0, "between none and all of it"),
        (1.6, 2.4, "about some"),
        (0.4, 1.4, "between none and a little"),
    ],
)
def test_an_interval_is_named_by_the_steps_it_reaches(
    low: float, high: float, words: str
) -> None:
    level = Estimate(value=(low + high) / 2, low=low, high=high)
    assert described.range_word(level, STEPS) == words


def test_without_an_estimate_nothing_is_claimed() -> None:
    assert not described.range_word(None, STEPS)


def lane(*said: int | None, known: bool = True) -> Lane:
    levels = [Estimate(value=at + 1, low=at, high=at + 2) for at in range(len(said))]
    return Lane(said=said, level=levels if known else [None] * len(said))


WORDS = ("never", "hardly", "seldom", "halfway", "often", "mostly", "always")


def test_a_trend_names_what_was_said_and_the_usual_level() -> None:
    lanes = [("Alice", lane(3, None, 5, 4)), ("Bob", lane(2, 2, None, 2))]
    text = described.trend(what="Being heard", lanes=lanes, steps=WORDS)
    assert text.startswith("Being heard, 4 months.")
    assert "Alice: between “halfway” and “mostly”, most recently “often”." in text
    assert "Bob: “seldom”." in text
    assert "Usually about “hardly” at first, and about “often” now." in text


def test_a_level_that_stays_is_told_once() -> None:
    text = described.trend(what="Say", lanes=[("Bob", lane(2))], steps=WORDS)
    assert text == "Say, 1 month. Bob: “seldom”. Usually about “hardly”."


def test_a_trend_without_anything_says_so() -> None:
    lanes = [(name, lane(None, known=False)) for name in ("Alice", "Bob")]
    text = described.trend(what="Being heard", lanes=lanes, steps=WORDS)
    assert text == "Being heard, 1 month. Alice: nothing yet. Bob: nothing yet."


def test_a_split_names_every_count() -> None:
    parts = [Slice(name="Planning it", alone=Pair(a=6, b=0), both=4)]
    text = described.split(parts=parts, names=NAMES)
    assert text.endswith("Planning it: Alice 6, both 4, Bob 0.")


def test_turns_are_named_in_order_and_without_a_total() -> None:
    wishes = (Seat.A, None, Seat.B)
    shown = [Turn(wish=wish, when="May") for wish in wishes]
    text = described.turns(turns=shown, names=NAMES)
    assert text.endswith("in order. May: Alice. May: both. May: Bob.")
    assert described.turns(turns=[], names=NAMES) == "Nothing has been decided yet."


def test_a_week_names_both_marks_of_every_post() -> None:
    posts = [
        Post(label="heard", said=Pair(a=5, b=4)),
        Post(label="backed up", said=Pair(a=4, b=4)),
        Post(label="a fair load", said=Pair(a=None, b=0)),
    ]
    assert described.week(posts=posts, names=NAMES) == (
        "This week, from 0 to 6. heard: Alice 5, Bob 4. backed up: both 4. "
        "a fair load: Alice not said, Bob 0."
    )


def test_what_was_said_before_is_named_where_something_was() -> None:
    nobody = Pair(a=None, b=None)
    earlier = Pair(a=Pair(a=0, b=2), b=Pair(a=4, b=2))
    _, text = joint(earlier=earlier)
    assert "Before: Alice said none, Bob said all of it." in text
    assert "Before: both said some." in text
    for nothing in (None, Pair(a=nobody, b=nobody)):
        assert "Before" not in joint(earlier=nothing)[1]


def test_ones_own_figure_names_what_one_said_before() -> None:
    text = described.own(
        area="Money",
        other="Bob",
        said=Pair(a=0, b=4),
        level=Pair(a=LEVEL, b=LEVEL),
        wish=2,
        steps=STEPS,
        earlier=Pair(a=3, b=None),
    )
    assert "Your say: none. Before: a lot." in text
    assert text.count("Before") == 1
