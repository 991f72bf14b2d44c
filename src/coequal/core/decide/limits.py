"""How many options, questions and letters fit."""

from __future__ import annotations

from typing import Final

FEWEST: Final = 2
MOST_OPTIONS: Final = 8
MOST_RAISED: Final = 25
"""How many questions of one person may be unsettled at a time.

Counted for each by themselves, so that nobody can fill the list of the two and
leave the other no room on it.
"""
TEXT_LONGEST: Final = 160
OPTION_LONGEST: Final = 100
REASON_LONGEST: Final = 300
REVIEW_LONGEST: Final = 300
