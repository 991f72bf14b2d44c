"""Damaging one stored row, as a disk does or somebody with the database."""

from __future__ import annotations

from coequal.journal import models
from coequal.journal.door import Damaged, Record


def spoil(one: Record[object] | Damaged) -> None:
    """Flip a bit in the middle of what is sealed of one row."""
    rows = models.StoredRow.objects.filter(id=one.id)
    sealed = rows.get().sealed
    middle = len(sealed) // 2
    flipped = bytes([sealed[middle] ^ 1])
    rows.update(sealed=sealed[:middle] + flipped + sealed[middle + 1 :])
