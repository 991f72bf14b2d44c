"""Everything a viewer can open, as plain data that needs no program to read."""

from __future__ import annotations

from typing import Any

from coequal.journal.kinds import known
from coequal.journal.payloads import to_data
from coequal.journal.reading import read
from coequal.journal.viewer import Record, Viewer


def export(viewer: Viewer) -> list[dict[str, Any]]:
    """Return one's own entries and what is open, oldest first, without signatures.

    Readable by anybody, proof against nobody.
    """
    records = [record for kind in known() for record in read(viewer, kind)]
    return [_plain(record) for record in sorted(records, key=_when)]


def _when(record: Record[Any]) -> tuple[int, bytes]:
    return record.at, record.ref


def _plain(record: Record[Any]) -> dict[str, Any]:
    return {
        "kind": record.entry.kind,
        "ref": record.ref.hex(),
        "mine": record.mine,
        "open": record.open,
        "at": record.at,
        "answers": [ref.hex() for ref in record.answers],
        "data": to_data(record.entry),
    }
