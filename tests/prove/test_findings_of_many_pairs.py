"""True and without contradiction: findings of N made-up pairs of each type.

    make prove N=10000

Resumable: how many pairs of a type were drawn stands in `test-output/findings-<type>`,
and is gone on from. What is wrong is named; how people are in truth it does not say.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import pytest
from tests.core.see.findings_checks import faults
from tests.core.see.simulated import told_alone, told_pairs

from coequal.core.people import PairType

WANTED: Final = int(os.environ.get("N") or 2_000)
AT_ONCE: Final = 200
COUNTS: Final = Path(__file__).parents[2] / "test-output"


@pytest.mark.parametrize("kind", PairType)
def test_what_pairs_and_people_alone_are_told_is_true(
    kind: PairType, capsys: pytest.CaptureFixture[str]
) -> None:
    count = COUNTS / f"findings-{kind}"
    done = int(count.read_text()) if count.exists() else 0
    for first in range(done, WANTED, AT_ONCE):
        both = told_pairs(kind, pairs=AT_ONCE, seed=first)
        alone = told_alone(kind, pairs=AT_ONCE, seed=first)
        wrong = {fault for told in (*both, *alone) for fault in faults(told)}
        assert wrong == set(), f"among the pairs from {first} on"
        count.parent.mkdir(exist_ok=True)
        count.write_text(str(first + AT_ONCE))
    upto = int(count.read_text())
    assert upto >= WANTED
    with capsys.disabled():
        print(f"\n0 false or contradicting findings in {upto} pairs of {kind}")
