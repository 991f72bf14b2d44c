"""What the entries of the rooms say of their values: what can be, and what cannot."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import pytest
from tests.journal.test_values_that_cannot_be import IMPOSSIBLE, LEGAL

from coequal.core.decide.entries import Retraction
from coequal.core.entry import Entry

OURS: Final = [one for one in LEGAL if type(one).__module__.startswith("coequal.core.")]
NOT_OURS: Final = [pair for pair in IMPOSSIBLE if pair[0] in OURS]


@pytest.mark.parametrize("entry", OURS, ids=lambda one: one.kind)
def test_what_a_page_can_write_fits(entry: Entry) -> None:
    assert entry.fits()


@pytest.mark.parametrize(("entry", "changed"), NOT_OURS)
def test_what_no_page_writes_does_not(entry: Entry, changed: dict[str, Any]) -> None:
    assert not replace(entry, **changed).fits()


def test_what_has_no_values_fits_always() -> None:
    assert Retraction().fits()
