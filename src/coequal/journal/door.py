"""The one door to rows.

    from coequal.journal import door as journal

Pages read and write through these names and nothing else.
"""

from __future__ import annotations

from coequal.journal.access import Record, SpaceAccess
from coequal.journal.exporting import export
from coequal.journal.opening import put_in, put_in_each, withdraw
from coequal.journal.reading import read
from coequal.journal.spaces import Closed, close, closed, forget, found, locked
from coequal.journal.writing import append, shred

__all__ = [
    "Closed",
    "Record",
    "SpaceAccess",
    "append",
    "close",
    "closed",
    "export",
    "forget",
    "found",
    "locked",
    "put_in",
    "put_in_each",
    "read",
    "shred",
    "withdraw",
]
