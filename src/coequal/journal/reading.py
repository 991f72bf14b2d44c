"""What one request reads of one space: every row at most once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from coequal.core.entry import Audience, Entry, Shred
from coequal.errors import CoequalError, Unsound
from coequal.journal import spaces
from coequal.journal.access import Damaged, Record, SpaceAccess
from coequal.journal.entries import Opened
from coequal.journal.rows import Stored, by_ref, visible
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
    _found: dict[tuple[type[Entry], bytes], list[Stored]] = field(
        default_factory=dict, repr=False
    )
    _opened: dict[bytes, Record[Any] | Damaged | None] = field(
        default_factory=dict, repr=False
    )

    def fetch(
        self, *kinds: type[Entry], subjects: Iterable[bytes] | None = None
    ) -> None:
        """Get rows of some kinds in one query: all, or those on some subjects.

        What is here already is not asked for again.
        """
        on = None if subjects is None else list(dict.fromkeys(subjects))
        # What opened of a kind is compared with the *opened* entries on its subjects.
        # Of what opens as one few are wanted: they are asked for once they are known.
        waits = any(_waits(kind) and not kind.as_one for kind in kinds)
        wanted = dict.fromkeys((*kinds, Opened) if waits else kinds)
        missing = [kind for kind in wanted if not self._is_here(kind, on)]
        if missing and on != []:
            self._keep(missing, on, visible(self.access, missing, on))

    def _is_here(self, kind: type[Entry], subjects: Collection[bytes] | None) -> bool:
        here = self._stored
        asked = subjects is not None and all((kind, one) in here for one in subjects)
        return (kind, None) in here or asked

    def _keep(
        self,
        kinds: Iterable[type[Entry]],
        subjects: Collection[bytes] | None,
        found: Iterable[Stored],
    ) -> None:
        """Sort rows by kind and subject, as far as their columns tell."""
        tags, authors = self.access.tags, self.access.authors
        places: dict[tuple[bytes, bytes | None], list[Stored]] = {}
        for kind in kinds:
            for subject in [None] if subjects is None else subjects:
                place = self._stored[kind, subject] = []
                for one in authors:
                    about = None if subject is None else tags.about(one, subject)
                    places[tags.kind(one, kind.kind), about] = place
        for stored in found:
            about = None if subjects is None else stored.row.about
            places[stored.row.kind, about].append(stored)

    def find(self, kind: type[E], prefix: bytes) -> Record[E] | None:
        """Return the entry of a kind whose ref begins like this, or None.

        The kind is one that both read at once, or one's own. Raises `Unsound` if it
        was damaged, moved or rewritten.
        """
        known = self._found.get((kind, prefix))
        if known is None:
            known = self._found[kind, prefix] = by_ref(self.access, kind, prefix)
        return next(iter(self._opened_soundly(kind, known)), None)

    def entries(
        self, kind: type[E], *, subject: bytes | None = None
    ) -> list[Record[E] | Damaged]:
        """Return every entry of one kind by id; in place of a spoiled one, `Damaged`.

        One's own closed entries are among them (`open` is False); the other's are
        as if they were not there, damaged or not. A shredded entry is gone. A
        damaged one does not tell its subject, so it is returned for every subject.
        """
        if (kind, None) in self._stored:
            subject = None
        else:
            self.fetch(kind, subjects=None if subject is None else [subject])
        return self._opened_or_damaged(kind, self._stored[kind, subject])

    def read(self, kind: type[E], *, subject: bytes | None = None) -> list[Record[E]]:
        """Return every entry of one kind, or those of them on one subject, by id.

        Raises `Unsound` if an entry was damaged, moved or rewritten, or if what is
        open of it is not exactly what *opened* entries name.
        """
        # What opened as one is checked as one.
        found = self._on(kind, None if kind.as_one else subject)
        if _waits(kind):
            _check_said(kind, found, self._said(found))
        return [one for one in found if subject in {None, one.subject}]

    def _said(self, records: Iterable[Record[E]]) -> Iterator[Record[Opened]]:
        """Yield the *opened* entries on the subjects of what is open."""
        subjects = dict.fromkeys(one.subject for one in records if one.open)
        if subjects:
            self.fetch(Opened, subjects=subjects)
        for subject in subjects:
            yield from self._on(Opened, subject)

    def _on(self, kind: type[E], subject: bytes | None) -> list[Record[E]]:
        records = _unless_damaged(self.entries(kind, subject=subject))
        # The whole kind may be here already, so those on the subject are picked out.
        return [one for one in records if subject in {None, one.subject}]

    def _opened_soundly(
        self, kind: type[E], stored: Iterable[Stored]
    ) -> list[Record[E]]:
        return _unless_damaged(self._opened_or_damaged(kind, stored))

    def _opened_or_damaged(
        self, kind: type[E], stored: Iterable[Stored]
    ) -> list[Record[E] | Damaged]:
        found = [self._open(kind, one) for one in stored]
        return [one for one in found if one is not None]

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
        self._found.clear()
        self._opened.clear()


def _waits(kind: type[Entry]) -> bool:
    return kind.audience is Audience.WAITING


def _unless_damaged(found: Iterable[Record[E] | Damaged]) -> list[Record[E]]:
    sound: list[Record[E]] = []
    for one in found:
        if isinstance(one, Damaged):
            raise one.why
        sound.append(one)
    return sound


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
