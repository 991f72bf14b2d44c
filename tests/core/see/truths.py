"""What has to be true of the answers for each sentence to be true, in plain English.

Written from the sentences alone, apart from the rules that choose them. Each function
has the name of its pattern; the sentence stands above it, and in the file that people
read from it stands in the same words.
"""

from __future__ import annotations

from tests.core.see import truths_alike, truths_alone, truths_apart, truths_of_wishes
from tests.core.see.claims import CLAIMS

TOLD = (truths_of_wishes, truths_alike, truths_apart, truths_alone)
"""Where the functions stand; to import them is to have them in `CLAIMS`."""

__all__ = ["CLAIMS", "TOLD"]
