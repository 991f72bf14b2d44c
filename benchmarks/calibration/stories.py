"""The worlds that the picture is tried in: as stated, realistic, and hard on it.

R1, R2 and the wide world are those of the review of the first model; so are the ways
to answer of the hard ones. None of them is real: no pair has been measured yet.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from calibration.world import Story
from coequal.core.see.instrument import Constants

_NO_KIND = {"even_share": 1e-6}
WIDE = {
    **_NO_KIND,
    "centre": 2.0,
    "both_overall": 0.4,
    "both_area": 0.6,
    "tilt_overall": 0.5,
    "tilt_area": 1.1,
    "general": 0.7,
    "own_side": 0.7,
    "view": 0.6,
    "noise": 0.8,
}
"""As the first model had it: true differences of sd 2.4, all five steps used."""

_CALM = {
    "centre": 2.6,
    "both_overall": 0.4,
    "both_area": 0.6,
    "tilt_overall": 0.2,
    "general": 0.5,
    "own_side": 0.35,
    "view": 0.3,
    "noise": 0.55,
    "direct_lean": 0.42,
    "direct_view": 0.42,
}
R1 = {**_CALM, **_NO_KIND, "tilt_area": 0.447}
"""Differences of sd .98."""

R2 = {**_CALM, "even_share": 0.5, "even_sd": 1e-3, "tilt_area": 0.678}
"""Half of all areas truly even, the others with differences of sd 2."""

_HARD: dict[str, dict[str, Any]] = {
    "all use only the ends": {"ends": True},
    "40 % mirror themselves": {"mirroring": 0.4},
    "10 % answer anything": {"careless": 0.1},
    "25 % answer anything": {"careless": 0.25},
    "25 % answer the same throughout": {"flat": 0.25},
    "both modest": {"for_oneself": -1.0},
    "both put themselves first": {"for_oneself": 1.0},
    "both inflate everything": {"for_all": 1.0},
    "both favour one by a step": {"favours": 1.0},
    "one stretches, one shrinks": {"stretch": (1.8, 0.4)},
}


def told(constants: Constants) -> dict[str, Story]:
    """Return the worlds in which words should hold, by name."""
    return {
        "as stated": Story(constants=constants),
        "R1": Story(constants=_with(constants, R1)),
        "R2": Story(constants=_with(constants, R2)),
        "wide": Story(constants=_with(constants, WIDE)),
    }


def hard(constants: Constants) -> dict[str, Story]:
    """Return the wide world with people who answer as the model does not think."""
    wide = _with(constants, WIDE)
    half = {
        name: getattr(wide, name) / 2
        for name in ("both_overall", "both_area", "tilt_overall", "tilt_area")
    }
    return {
        **{name: Story(constants=wide, **how) for name, how in _HARD.items()},
        "levels half as far apart": Story(constants=_with(wide, half)),
    }


def shifted(constants: Constants) -> dict[str, Story]:
    """Return worlds of the model's own story with other constants, by name."""
    biases = {
        f"bias sd {bias}, view {view}": {
            "general": bias,
            "own_side": bias,
            "view": view,
        }
        for bias in (0.25, 0.9)
        for view in (0.4, 0.7)
    }
    own = {name: _with(constants, other) for name, other in biases.items()}
    return {
        "as stated": Story(constants=constants),
        "as stated, 5 % of answers missing": Story(constants=constants, missing=0.05),
        **{name: Story(constants=one) for name, one in own.items()},
        "heavy tails": Story(constants=constants, heavy=True),
        "noise 1.1 where 0.9 is assumed": Story(
            constants=_with(constants, {"noise": 1.1})
        ),
        "direct lean and view twice as large": Story(
            constants=_with(
                constants,
                {
                    "direct_lean": 2 * constants.direct_lean,
                    "direct_view": 2 * constants.direct_view,
                },
            )
        ),
        "direct answers two thirds as steep": Story(
            constants=_with(constants, {"direct": 0.67})
        ),
    }


def _with(constants: Constants, other: dict[str, float]) -> Constants:
    return replace(constants, **other)  # type: ignore[arg-type]
