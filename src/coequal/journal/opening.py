"""Closed until both are in.

Both have put in a row on the same exact subject: only then the host gives its
shares, to both at once. Several rows can open as one: the row on one subject
decides, and the others open where both have them. Or each opens by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TypeVar

from coequal.core.entry import Entry
from coequal.errors import Refused
from coequal.journal import models
from coequal.journal.access import SpaceAccess
from coequal.journal.entries import Opened
from coequal.journal.host import host
from coequal.journal.reading import Reading
from coequal.journal.rows import Stored, delete_closed, find, insert
from coequal.journal.unseal import sound_closed
from coequal.journal.writing import append, seal
from coequal.sealed import closed, rows
from coequal.sealed.person import member_id

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
        here = _Here.of(reading.access, kind, entries, all_mine=kind.as_one)
        here.refuse_if_open(opens_on)
        # Deleted and written anew, never changed in place: so a row that was replaced
        # looks like one that was put in for the first time.
        delete_closed(here.mine)
        opens = here.theirs(opens_on) is not None
        refs = here.store(_seal(reading.access, entries), entries if opens else ())
        if opens:
            if kind.as_one:
                delete_closed(find(reading.access, kind))
            # Sorted, or their order would tell whose is whose.
            append(reading, Opened(), subject=opens_on, answers=sorted(refs))
        reading.forget()
    return opens


def put_in_each(reading: Reading, entries: Mapping[bytes, E], *, kind: type[E]) -> None:
    """Put in closed entries by subject; each opens by itself, if both have it in.

    Replaces everything closed of this kind that the reader had put in, in this
    one transaction. Raises `Refused` if one of the subjects is open already.
    """
    with reading.locked():
        here = _Here.of(reading.access, kind, entries, all_mine=True)
        for subject in entries:
            here.refuse_if_open(subject)
        delete_closed(here.mine)
        mine = _seal(reading.access, entries)
        for subject, sealed in mine.items():
            refs = here.store({subject: sealed}, [subject])
            if refs:
                append(reading, Opened(), subject=subject, answers=sorted(refs))
        reading.forget()


def withdraw(reading: Reading, kind: type[Entry], *, opens_on: bytes) -> None:
    """Take back what one has in on one subject; of a kind that opens as one, all.

    Nobody is told. Raises `Refused` once that subject is open: what was seen was
    seen.
    """
    with reading.locked():
        # Mine alone: else it would take longer where the other is in.
        subjects, me = None if kind.as_one else [opens_on], reading.access.me.id
        stored = find(reading.access, kind, subjects=subjects, authors=[me])
        here = _Here(access=reading.access, kind=kind, stored=stored)
        here.refuse_if_open(opens_on)
        delete_closed(here.mine)
        reading.forget()


def _seal(
    access: SpaceAccess, entries: Mapping[bytes, Entry]
) -> dict[bytes, rows.Sealed]:
    return {
        subject: seal(access, entry, subject=subject)
        for subject, entry in entries.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Here:
    """The rows of one kind that are there, as far as an act needs to know of them."""

    access: SpaceAccess
    kind: type[Entry]
    stored: list[Stored]

    @classmethod
    def of(
        cls,
        access: SpaceAccess,
        kind: type[Entry],
        subjects: Collection[bytes],
        *,
        all_mine: bool,
    ) -> _Here:
        """Find what is on some subjects, and maybe all of mine on any other.

        Never all of the other's: how many they are would cost time that tells of them.
        """
        if not all_mine:
            stored = find(access, kind, subjects=subjects)
        else:
            mine = find(access, kind, authors=[access.me.id])
            stored = mine + find(
                access, kind, subjects=subjects, authors=access.authors[1:]
            )
        return cls(access=access, kind=kind, stored=stored)

    @property
    def mine(self) -> list[Stored]:
        """My own rows, closed and open."""
        return [one for one in self.stored if one.row.author == self.access.me.id]

    def on(self, subject: bytes, author: bytes) -> list[Stored]:
        """Return an author's rows on one subject."""
        about = self.access.tags.about(author, subject)
        return [
            one
            for one in self.stored
            if (one.row.author, one.row.about) == (author, about)
        ]

    def refuse_if_open(self, subject: bytes) -> None:
        """Refuse to change what both may have read: its share is out, or was."""
        if any(not one.closed for one in self.on(subject, self.access.me.id)):
            message = "it is open already"
            raise Refused(message)

    def theirs(self, subject: bytes) -> Stored | None:
        """Return the other's closed row on a subject, if it is there and sound."""
        if self.access.other is None:
            return None
        found = self.on(subject, member_id(self.access.other))
        sound = (
            one
            for one in found
            if sound_closed(self.access, self.kind, one) is not None
        )
        return next(sound, None)

    def store(
        self, mine: Mapping[bytes, rows.Sealed], opening: Collection[bytes]
    ) -> list[bytes]:
        """Store my rows; open those on the subjects `opening` that both have.

        Each row lies with its share under the host's lock, until it opens. Return
        the refs of all that opened, mine and theirs.
        """
        # The other's row is opened and checked before anything of either is released:
        # else one could spoil one's own row and still read the other's.
        met = {subject: self.theirs(subject) for subject in opening}
        refs = []
        for subject, sealed in mine.items():
            theirs = met.get(subject)
            # What `theirs` returns has a share; mypy has to be told.
            if theirs is None or theirs.share is None:
                insert(sealed, share=_locked_share(sealed))
            else:
                insert(sealed, share=sealed.share)
                refs += [sealed.ref, _open(self.access, sealed, theirs, theirs.share)]
        return refs


def _locked_share(sealed: rows.Sealed) -> bytes:
    return closed.close_share(
        host=host(), row=sealed.row, share=sealed.share, ref=sealed.ref
    )


def _open(
    access: SpaceAccess, mine: rows.Sealed, theirs: Stored, column: bytes
) -> bytes:
    """Release the share of the other's row, mark both, and return its ref."""
    space = access.space.id
    share, ref = closed.open_share(host=host(), row=theirs.row, column=column)
    mark = closed.make_mark(
        host=host(),
        space_id=space,
        one=(mine.row.id, mine.ref),
        two=(theirs.row.id, ref),
    )
    models.Share.objects.filter(space=space, id=theirs.row.id).update(share=share)
    models.StoredMark.objects.bulk_create(
        [
            models.StoredMark(
                space=space,
                id1=mark.id1,
                ref1=mark.ref1,
                id2=mark.id2,
                ref2=mark.ref2,
                mark=mark.mark,
            )
        ]
    )
    return ref
