from __future__ import annotations

from typing import Any

import pytest
from tests.web.charts import drawn

from coequal.core.measured import Estimate
from coequal.core.people import Pair
from coequal.web.charts import described, gaps, levels

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
    assert "The say of Alice: Alice said a little, Bob said a lot." in text
    assert "Probably between a little and a lot." in text
    assert "The wish of Alice: more." in text
    assert "The say of Bob: both said a lot." in text


def test_the_figure_says_aloud_what_it_shows() -> None:
    facts, text = joint()
    figure = levels.joint("free", labels=NAMES, described=text, **facts)
    assert drawn.tree(figure).get("aria-label") == text


def test_what_was_not_said_is_called_so() -> None:
    nobody = Pair(a=None, b=None)
    _, text = joint(said=Pair(a=nobody, b=nobody), level=nobody, wish=nobody)
    assert "The say of Alice: nothing said." in text


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
        gaps.Row(area="Home", said=Pair(a=-1.0, b=-1.0)),
        gaps.Row(area="Money", said=Pair(a=0.0, b=2.0)),
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
