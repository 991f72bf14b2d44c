"""What one request reads of one space: every row at most once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from coequal.core.entry import Audience, Entry, Shred
from coequal.errors import CoequalError, Unsound
from coequal.journal import spaces
from coequal.journal.access import Damaged, Record, SpaceAccess
from coequal.journal.entries import Opened
from coequal.journal.rows import Stored, find, visible
from coequal.journal.unseal import open_stored

E = TypeVar("E", bound=Entry)


@dataclass(slots=True, kw_only=True)
class Reading:
    """One person's look into one space, for as long as one request lasts.

    Rows are fetched by kind, several kinds in one query, or by kind and subject;
    never the other's closed ones. A row is opened when it is first asked for, and
    stays so. What is read is as it lay when it was fetched: whoever is going to
    write reads inside `locked`, which forgets what was read before it and in it.
    """

    access: SpaceAccess = field(repr=False)
    is_locked: bool = False
    _stored: dict[tuple[type[Entry], bytes | None], list[Stored]] = field(
        default_factory=dict, repr=False
    )
    _opened: dict[bytes, Record[Any] | Damaged | None] = field(
        default_factory=dict, repr=False
    )

    def fetch(self, *kinds: type[Entry]) -> None:
        """Get all rows of some kinds in one query, but for kinds that are here."""
        # What opened of a kind that waits is compared with *opened* entries by `read`.
        waits = any(kind.audience is Audience.WAITING for kind in kinds)
        wanted = dict.fromkeys((*kinds, Opened) if waits else kinds)
        missing = [kind for kind in wanted if (kind, None) not in self._stored]
        if missing:
            found = visible(self.access, *missing)
            for kind, stored in zip(missing, found, strict=True):
                self._stored[kind, None] = stored

    def entries(
        self, kind: type[E], *, subject: bytes | None = None
    ) -> list[Record[E] | Damaged]:
        """Return every entry of one kind by id; in place of a spoiled one, `Damaged`.

        One's own closed entries are among them (`open` is False); the other's are
        as if they were not there, damaged or not. A shredded entry is gone. A
        damaged one does not tell its subject, so it is returned for every subject.
        """
        found = [self._open(kind, stored) for stored in self._rows(kind, subject)]
        return [one for one in found if one is not None]

    def read(self, kind: type[E], *, subject: bytes | None = None) -> list[Record[E]]:
        """Return every entry of one kind, or those of them on one subject, by id.

        Raises `Unsound` if an entry was damaged, moved or rewritten, or if what is
        open of this kind, on any subject, is not exactly what *opened* entries name.
        """
        if kind.audience is Audience.WAITING:
            self.fetch(kind)
            _check_said(kind, self._sound(kind, None), self._sound(Opened, None))
        records = self._sound(kind, subject)
        # The whole kind may be here already, so those on the subject are picked out.
        return [one for one in records if subject in {None, one.subject}]

    def _rows(self, kind: type[Entry], subject: bytes | None) -> list[Stored]:
        # Whole where it is here already, or where all of it is needed to be checked.
        if kind.audience is Audience.WAITING or (kind, None) in self._stored:
            subject = None
        if subject is None:
            self.fetch(kind)
        elif (kind, subject) not in self._stored:
            self._stored[kind, subject] = find(self.access, kind, subjects=[subject])
        return self._stored[kind, subject]

    def _sound(self, kind: type[E], subject: bytes | None) -> list[Record[E]]:
        sound: list[Record[E]] = []
        for one in self.entries(kind, subject=subject):
            if isinstance(one, Damaged):
                raise one.why
            sound.append(one)
        return sound

    def _open(self, kind: type[E], stored: Stored) -> Record[E] | Damaged | None:
        # By id: the same row can have been fetched with its kind and with its subject.
        known = stored.row.id
        if known not in self._opened:
            try:
                self._opened[known] = open_stored(self.access, kind, stored)
            except CoequalError as why:
                self._opened[known] = Damaged(id=known, why=why)
        return self._opened[known]

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep everybody else from writing here: what is read and written is one act.

        Inside another `locked` it is part of that act. Raises `Unreadable` if there
        is no such space, `Closed` if it is closed.
        """
        if self.is_locked:
            yield
            return
        with spaces.locked(self.access.space.id):
            # What was read before the lock may have changed since.
            self.forget()
            self.is_locked = True
            try:
                yield
            finally:
                self.is_locked = False
                self.forget()

    def forget(self) -> None:
        """Keep nothing of what was read: something was written here."""
        self._stored.clear()
        self._opened.clear()


def _check_said(
    kind: type[E], records: Iterable[Record[E]], said: Iterable[Record[Opened]]
) -> None:
    """Refuse what is open unless *opened* entries name it, and no ref beside it.

    It may name a ref that is gone, if its author was allowed to shred that.
    """
    refs = {one.ref for one in records if one.open}
    told = [set(one.answers) for one in said]
    named = {ref for one in told if one & refs for ref in one}
    if refs - named or (named - refs and kind.shred is Shred.NEVER):
        message = "what is open is not what was said to be"
        raise Unsound(message)
