"""All that other rooms may do with rows.

    from coequal.journal import door as journal

Pages read and write through these names and nothing else, so that every rule about
what may be read or written is kept in this folder (`docs/decisions/journal.md`).
"""

from __future__ import annotations

from coequal.journal.access import Damage, Damaged, Record, SpaceAccess
from coequal.journal.exporting import export
from coequal.journal.kept import begin
from coequal.journal.opening import put_in, put_in_beside, put_in_each, withdraw
from coequal.journal.reading import Reading
from coequal.journal.rows import EntryIndex
from coequal.journal.spaces import Closed, close, closed, forget, found, snapshot
from coequal.journal.writing import append, shred

__all__ = [
    "Closed",
    "Damage",
    "Damaged",
    "EntryIndex",
    "Reading",
    "Record",
    "SpaceAccess",
    "append",
    "begin",
    "close",
    "closed",
    "export",
    "forget",
    "found",
    "put_in",
    "put_in_beside",
    "put_in_each",
    "shred",
    "snapshot",
    "withdraw",
]
