"""Closed until both are in.

Both have put in a row on the same exact subject: only then the host gives its
shares, to both at once. Several rows can open as one: the row on one subject
decides, and the others open where both have them. Or each opens by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from coequal.core.entry import Entry
from coequal.errors import Refused
from coequal.journal.access import SpaceAccess
from coequal.journal.entries import Opened
from coequal.journal.host import host
from coequal.journal.reading import Reading
from coequal.journal.rows import Stored
from coequal.journal.unseal import sound_closed
from coequal.journal.writing import append, seal
from coequal.sealed import closed, rows

E = TypeVar("E", bound=Entry)


def put_in(
    reading: Reading,
    entries: Mapping[bytes, E],
    *,
    opens_on: bytes,
) -> bool:
    """Put in closed entries by subject, and return whether they opened.

    Replaces what the reader had put in of this kind on these subjects; of a kind
    that opens as one, everything. If the other's row on the subject `opens_on` is
    there and sound, every subject that both have put in opens, in this one
    transaction; of a kind that opens as one, what stays closed is deleted, for
    both. Raises `Refused` if that subject is open already.
    """
    kind = type(entries[opens_on])
    with reading.locked():
        here = _Here.of(reading, kind, None if kind.as_one else list(entries))
        here.refuse_if_open(opens_on)
        # Deleted and written again, never changed in place: so a row that was replaced
        # looks like one that was put in for the first time.
        reading.acting.delete(here.mine)
        mine = _seal(reading.access, entries)
        here.look(list(entries))
        opens = here.theirs(opens_on) is not None
        refs = here.store(mine, entries if opens else ())
        if opens:
            if kind.as_one:
                here.delete_closed()
            # Sorted, or their order would tell whose is whose.
            append(reading, Opened(), subject=opens_on, answers=sorted(refs))
    return opens


def put_in_each(reading: Reading, entries: Mapping[bytes, E], *, kind: type[E]) -> None:
    """Put in closed entries by subject; each opens by itself, if both have it in.

    Replaces everything closed of this kind that the reader had put in, in this
    one transaction. Raises `Refused` if one of the subjects is open already.
    """
    with reading.locked():
        _put_in_each(reading, {kind: entries}, replaces_all=True)


def put_in_beside(reading: Reading, entries: Mapping[bytes, Entry]) -> None:
    """Put in closed entries of several kinds by subject; each opens by itself.

    Replaces what the reader had put in on these very subjects. What the other has in is
    looked for once. Raises `Refused` if one of the subjects is open already.
    """
    by_kind: defaultdict[type[Entry], dict[bytes, Entry]] = defaultdict(dict)
    for subject, entry in entries.items():
        by_kind[type(entry)][subject] = entry
    with reading.locked():
        _put_in_each(reading, by_kind)


def _put_in_each(
    reading: Reading,
    by_kind: Mapping[type[Entry], Mapping[bytes, Entry]],
    *,
    replaces_all: bool = False,
) -> None:
    every = [
        (_Here.of(reading, kind, None if replaces_all else list(entries)), entries)
        for kind, entries in by_kind.items()
    ]
    for here, entries in every:
        for subject in entries:
            here.refuse_if_open(subject)
        reading.acting.delete(here.mine)
    sealed = [_seal(reading.access, entries) for _, entries in every]
    found = reading.acting.theirs({kind: list(on) for kind, on in by_kind.items()})
    for (here, _), mine in zip(every, sealed, strict=True):
        here.found = found
        for subject, one in mine.items():
            refs = here.store({subject: one}, [subject])
            if refs:
                append(reading, Opened(), subject=subject, answers=sorted(refs))


def withdraw(reading: Reading, kind: type[Entry], *, opens_on: bytes) -> None:
    """Take back what one has in on one subject; of a kind that opens as one, all.

    Nobody is told. Raises `Refused` once that subject is open: what was seen was
    seen.
    """
    with reading.locked():
        # Mine alone: else it would take longer where the other is in.
        here = _Here.of(reading, kind, None if kind.as_one else [opens_on])
        here.refuse_if_open(opens_on)
        reading.acting.delete(here.mine)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mine:
    """An entry that I put in: sealed, and as it lies while it is closed."""

    sealed: rows.Sealed
    column: bytes


def _seal(access: SpaceAccess, entries: Mapping[bytes, Entry]) -> dict[bytes, _Mine]:
    """Seal entries by subject, each with its share under the host's lock."""
    mine = {}
    for subject, entry in entries.items():
        one = seal(access, entry, subject=subject)
        column = closed.close_share(
            host=host(), row=one.row, share=one.share, ref=one.ref
        )
        mine[subject] = _Mine(sealed=one, column=column)
    return mine


@dataclass(slots=True, kw_only=True)
class _Here:
    """The rows of one kind that are there, as far as an act needs to know of them.

    Of the other's it looks at those on some subjects, once, inside the lock; never at
    all of them: how many they are would cost time that tells of them.
    """

    reading: Reading
    kind: type[Entry]
    mine: list[Stored]
    found: list[Stored] = field(default_factory=list)

    @classmethod
    def of(
        cls, reading: Reading, kind: type[Entry], subjects: Collection[bytes] | None
    ) -> _Here:
        """Find my own rows on some subjects, or all of them."""
        return cls(reading=reading, kind=kind, mine=reading.acting.mine(kind, subjects))

    def look(self, subjects: Collection[bytes]) -> None:
        """Look for what the other has on some subjects. From here on it is locked."""
        self.found = self.reading.acting.theirs({self.kind: subjects})

    def refuse_if_open(self, subject: bytes) -> None:
        """Refuse to change what both may have read: its share is out, or was."""
        if any(not one.closed for one in self._on(subject, self.mine)):
            message = "it is open already"
            raise Refused(message)

    def theirs(self, subject: bytes) -> Stored | None:
        """Return the other's closed row on a subject, if it is there and sound."""
        sound = (
            one
            for one in self._on(subject, self.found)
            if sound_closed(self.reading.access, self.kind, one) is not None
        )
        return next(sound, None)

    def _on(self, subject: bytes, found: list[Stored]) -> list[Stored]:
        tags = self.reading.access.tags
        return [
            one for one in found if one.row.about == tags.about(one.row.author, subject)
        ]

    def store(
        self, mine: Mapping[bytes, _Mine], opening: Collection[bytes]
    ) -> list[bytes]:
        """Store my rows; open those on the subjects `opening` that both have.

        Each row lies with its share under the host's lock, until it opens. Return
        the refs of all that opened, mine and theirs.
        """
        # The other's row is opened and checked before anything of either is released:
        # else one could spoil one's own row and still read the other's.
        met = {subject: self.theirs(subject) for subject in opening}
        refs = []
        for subject, one in mine.items():
            theirs = met.get(subject)
            stored = self.reading.acting.write(self.kind, one.sealed, share=one.column)
            # What `theirs` returns has a share; mypy has to be told.
            if theirs is not None and theirs.share is not None:
                refs += _open(self.reading, one.sealed, stored, theirs, theirs.share)
        return refs

    def delete_closed(self) -> None:
        """Delete what is closed of this kind, of both."""
        self.reading.acting.delete(self.reading.acting.mine(self.kind, None))
        self.reading.acting.delete(self.reading.acting.theirs({self.kind: None}))


def _open(
    reading: Reading, mine: rows.Sealed, stored: Stored, theirs: Stored, column: bytes
) -> list[bytes]:
    """Release both shares, mark both, and return their refs."""
    share, ref = closed.open_share(host=host(), row=theirs.row, column=column)
    mark = closed.make_mark(
        host=host(),
        space_id=reading.access.space.id,
        one=(mine.row.id, mine.ref),
        two=(theirs.row.id, ref),
    )
    both = (replace(stored, share=mine.share), replace(theirs, share=share))
    reading.acting.open(both, mark)
    return [mine.ref, ref]
