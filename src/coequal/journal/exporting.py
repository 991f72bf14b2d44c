"""Everything a viewer can open, as plain data that needs no program to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import UTC, datetime, tzinfo
from typing import Any, Final

from coequal.core.entry import SECRET, Entry
from coequal.journal.access import Damaged, Record
from coequal.journal.entries import FirstSeen, Opened, TakenBack
from coequal.journal.payloads import to_data
from coequal.journal.reading import Reading

# They say who was in last, and how often somebody changed their mind.
_OWN_KINDS: Final = (Opened, TakenBack, FirstSeen)


def export(
    reading: Reading, kinds: Iterable[type[Entry]], *, calendar: tzinfo = UTC
) -> list[dict[str, Any]]:
    """Return one's own entries and what is open, kind by kind, without signatures.

    Readable by anybody, proof against nobody. One's own stand in the order they
    were written, with the time by the clocks of `calendar`; those of the other person
    by hash and without one, for no page tells when somebody was here. Fields marked
    `SECRET` are left out. An entry that was damaged says so in place of its data.
    """
    wanted = [kind for kind in kinds if kind not in _OWN_KINDS]
    reading.fetch(*wanted)
    found = [line for kind in wanted for line in _lines(reading, kind, calendar)]
    present = {line["ref"] for line in found if "ref" in line}
    for line in found:
        if "ref" in line:
            line["answers"] = [ref for ref in line["answers"] if ref in present]
    return found


def _lines(
    reading: Reading, kind: type[Entry], calendar: tzinfo
) -> Iterator[dict[str, Any]]:
    records: list[Record[Any]] = []
    for one in reading.entries(kind):
        if isinstance(one, Damaged):
            yield {"kind": kind.kind, "damaged": True}
        else:
            records.append(one)
    yield from (_plain(record, calendar) for record in sorted(records, key=_place))


def _place(record: Record[Any]) -> tuple[bool, int, bytes]:
    return not record.mine, record.at if record.mine else 0, record.ref


def _plain(record: Record[Any], calendar: tzinfo) -> dict[str, Any]:
    line = {
        "kind": record.entry.kind,
        "ref": record.ref.hex(),
        "mine": record.mine,
        "open": record.open,
        "answers": [ref.hex() for ref in record.answers],
        "data": _shown(record.entry),
    }
    if record.mine:
        line["at"] = datetime.fromtimestamp(record.at, calendar).isoformat()
    return line


def _shown(entry: Any) -> dict[str, Any]:
    secret = {one.name for one in fields(entry) if one.metadata == SECRET}
    data = to_data(entry)
    return {name: value for name, value in data.items() if name not in secret}
