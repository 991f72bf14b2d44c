"""Every constant of the rule and of what is said about it, in one place.

Where they come from and what they cost: docs/algorithms/decide.md.
"""

from __future__ import annotations

from typing import Final

HIGHEST: Final = 6
"""The best an option can be given; the least is 0."""

GLAD: Final = 5
"""From here on somebody would be happy with it: the two upper steps."""

MIDDLE: Final = 3
"""From here on somebody is fine with it."""

MOST: Final = 3
"""How much a question can matter; 0 is not at all."""

USUAL_CLAIM: Final = 0.75
"""What a person is taken to ask for at first: a stake of 1.5 times half a scale."""

LEAST_CLAIM: Final = 0.25
"""The least that a person is taken to ask for usually, whatever they marked."""

TAKEN_FOR: Final = 4.0
"""How many questions the usual claim counts for."""

HALF_SCALE: Final = 0.5
"""What is given up on average when options lie evenly between best and worst."""

MIDDLE_SQUARE: Final = 3.0
"""About the mean square of a stake: what a claim counts by is divided by it."""

LEAN: Final = 0.3
"""How strongly the balance leans the weights: exp of it times this, one each way."""

BOUND: Final = 1.1
"""How much of the balance may lean a question, either way, whatever it matters.

With `LEAN` this shifts two weights by less than 2 : 1, so that what went before alone
never outweighs a stake of 2 or 3 against 1. It does not depend on the stake: so more
stake never gives anybody less.
"""

USUAL_FROM: Final = 10
"""Fewer settled questions than this say nothing of what is usual."""

DECAY: Final = 0.9
"""What is left of the balance after one more question."""

SAME: Final = 1e-9
"""Weighed sums closer than this are tied."""

CONFIDENCE: Final = 0.95
"""Of the interval of influence, at whichever times somebody looks."""

LATELY: Final = 100
"""How many decisions are looked at, the latest."""

FADES: Final = 0.98
"""What a decision still counts after one more: half after 34."""

TUNED: Final = 5.0
"""For how many decisions of weight one the interval is narrowest, about."""

ENOUGH: Final = 5.0
"""Fewer decisions than this, weighed, say nothing about whose wish it was."""
