"""Faults on purpose: each must be caught, or a proof proves nothing.

    make prove N=10

Every fault of the list goes, by itself, into a copy of the source; the tests that it
names must fail with it, and pass without: all of them are run once before. N bounds
how many, from the first; without it all are planted.

Resumable: what was caught is kept in `test-output/planted`, and not planted again
until the source, its test files or the fault itself change.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from typing import Final

import pytest
from tests.prove.planted.checkout import ROOT, Checkout, Run
from tests.prove.planted.faults import CONTRACTS, FAULTS, PROOFS, Fault

KEPT: Final = ROOT / "test-output" / "planted"
WANTED: Final = FAULTS[: int(os.environ.get("N") or 0) or None]
FEWEST: Final = 60
OF_LEAKS: Final = 12
"""How many may be planted by their own test, as the leaks of twin worlds are."""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    return Checkout(tmp_path_factory.mktemp("planted"))


@pytest.fixture(scope="module")
def without(checkout: Checkout) -> Run:
    """Run every test that is to catch something, once, without any fault."""
    to_do = [fault for fault in WANTED if not is_kept(checkout, fault)]
    named = sorted({test for fault in to_do for test in fault.tests} - {CONTRACTS})
    run = checkout.run(named)
    assert run.status in {0, 1}, f"the list names what is not there:\n{run.said}"
    assert checkout.run([CONTRACTS]).status == 0
    return run


def is_kept(checkout: Checkout, fault: Fault) -> bool:
    kept = KEPT / fault.id
    return kept.exists() and json.loads(kept.read_text())["of"] == checkout.state(fault)


def keep(checkout: Checkout, fault: Fault, by: tuple[str, ...]) -> None:
    KEPT.mkdir(parents=True, exist_ok=True)
    told = json.dumps({"of": checkout.state(fault), "by": by})
    (KEPT / fault.id).write_text(told)


def test_there_are_enough_faults_and_some_for_every_proof() -> None:
    elsewhere = [fault for fault in FAULTS if not fault.file]
    assert len(elsewhere) <= OF_LEAKS
    assert len(FAULTS) - len(elsewhere) >= FEWEST
    assert {fault.proof for fault in FAULTS} == set(PROOFS)


def test_each_fault_has_a_name_of_its_own_and_says_what_is_wrong() -> None:
    times = Counter(fault.id for fault in FAULTS)
    assert [name for name in times if times[name] > 1] == []
    unsaid = [one.id for one in FAULTS if not one.wrong.endswith(".") or not one.tests]
    assert unsaid == []


def test_each_fault_has_one_place(checkout: Checkout) -> None:
    lost = []
    for fault in FAULTS:
        if fault.file:
            try:
                fault.in_place(checkout.source(fault).read_text(encoding="utf-8"))
            except (ValueError, FileNotFoundError) as error:
                lost.append(str(error))
    assert lost == []


def test_the_copy_imports_itself(checkout: Checkout) -> None:
    assert checkout.imported() == checkout.folder / "__init__.py"


@pytest.mark.parametrize("fault", WANTED, ids=lambda fault: fault.id)
def test_a_planted_fault_is_caught(
    checkout: Checkout, fault: Fault, request: pytest.FixtureRequest
) -> None:
    if is_kept(checkout, fault):
        return
    without: Run = request.getfixturevalue("without")
    assert not without.fails(fault.tests), f"without it they fail:\n{without.said}"
    if not fault.file:
        keep(checkout, fault, fault.tests)
        return
    with checkout.planted(fault):
        run = checkout.run(fault.tests, "-x")
    assert run.caught, f"not caught: {fault.wrong}\n{run.said}"
    keep(checkout, fault, run.failed)
