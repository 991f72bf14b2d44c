"""Every sentence is true of the answers, and none contradicts another or the word."""

from __future__ import annotations

import pytest
from tests.core.see.contradictions import BESIDE_WORD, every_pair
from tests.core.see.findings_checks import faults
from tests.core.see.simulated import WORDS, Told, told_alone, told_pairs
from tests.core.see.truths import CLAIMS
from tests.seed import SEED

from coequal.core.people import PairType

PAIRS = 120
"""Of each type; two thousand are drawn in `tests/prove`."""
PATTERNS = {pattern.id for pattern in WORDS.patterns}


def wrong(told: Told) -> list[str]:
    return sorted(set(faults(told)))


@pytest.mark.parametrize("kind", PairType)
def test_what_two_are_told_is_true_and_contradicts_nothing(kind: PairType) -> None:
    told = list(told_pairs(kind, pairs=PAIRS, seed=SEED))

    assert [found for one in told if (found := wrong(one))] == []
    assert sum(len(one.found) for one in told) > len(told)


@pytest.mark.parametrize("kind", PairType)
def test_what_one_alone_is_told_is_true_and_contradicts_nothing(
    kind: PairType,
) -> None:
    told = list(told_alone(kind, pairs=PAIRS, seed=SEED))

    assert [found for one in told if (found := wrong(one))] == []
    assert sum(len(one.found) for one in told) > len(told)


def test_every_sentence_that_people_read_has_its_truth_beside_it() -> None:
    assert {name: claim.sentence for name, claim in CLAIMS.items()} == {
        name: told.text for name, told in WORDS.sentences.items()
    }


def test_what_is_listed_as_contradicting_is_told_somewhere() -> None:
    listed = {name for pair in every_pair() for name in pair}
    listed |= {name for names, _ in BESIDE_WORD for name in names}

    assert listed <= PATTERNS
