"""What one request reads of one space: every row at most once."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from coequal.core.entry import Audience, Entry, Shred
from coequal.core.recorded import NAME
from coequal.errors import CoequalError, Unsound
from coequal.journal import clock, kept
from coequal.journal.access import (
    Damage,
    Damaged,
    Record,
    SpaceAccess,
    but_damaged,
    unless_damaged,
)
from coequal.journal.acting import Acting
from coequal.journal.entries import Opened
from coequal.journal.fetched import NOTHING, Fetched
from coequal.journal.rows import EntryIndex, Stored, Wanted, visible
from coequal.journal.sight import Sight
from coequal.journal.unseal import open_stored

E = TypeVar("E", bound=Entry)
T = TypeVar("T")

_LOG: Final = logging.getLogger(__name__)


@dataclass(slots=True, kw_only=True)
class Reading:
    """One person's look into one space, for as long as one request lasts.

    Rows are fetched by kind, several kinds in one query, or by kind and subject;
    never the other's closed ones. A row is opened when it is first asked for, and
    stays so. What is read is as it lay when it was fetched: whoever is going to
    write reads inside `act` or `locked`, and what was read is forgotten after it.

    There are two ways to read. `sound` and `sound_named` leave out what is damaged and
    note in `damage` that they did: for lists, and for all that one damaged row must not
    take away. `read` and `named` raise: for what may only be read whole, because an
    agreement could seem to stand whose end was damaged.

    `sight` tells what is missing of what I saw here. An act remembers what is there;
    `acting` is what it looks at and writes.
    """

    access: SpaceAccess = field(repr=False)
    damage: Damage = field(default_factory=Damage, repr=False)
    sight: Sight = field(init=False, repr=False)
    _fetched: Fetched = field(init=False, repr=False)
    acting: Acting = field(init=False, repr=False)
    _opened: dict[bytes, Record[Any] | Damaged | None] = field(
        default_factory=dict, repr=False
    )
    _over: dict[bytes, Stored] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self._fetched = Fetched(access=self.access)
        self.sight = Sight(access=self.access, fetched=self._fetched)
        self.acting = Acting(
            access=self.access,
            fetched=self._fetched,
            sight=self.sight,
            forget=self.forget,
            drop=lambda rid: self._opened.pop(rid, None),
        )

    def quiet(self) -> Reading:
        """Return the same look, by which nobody learns of what is damaged."""
        quiet = Reading(access=self.access)
        quiet._fetched = self._fetched
        return quiet

    def fetch(
        self,
        *kinds: type[Entry],
        subjects: Iterable[bytes] | None = None,
        named: Mapping[type[Entry], Iterable[bytes]] = NOTHING,
        index: EntryIndex | None = None,
    ) -> None:
        """Get in one query what is going to be read, but for what is here already.

        All rows of some kinds, or those on some subjects; rows of other kinds that
        are named by the first 16 bytes of their refs; and an index.
        """
        # What opened on a subject is compared with the *opened* entries on it.
        waits = subjects is not None and any(map(_waits, kinds))
        every = dict.fromkeys((*kinds, Opened) if waits else kinds)
        self._fetched.fetch(every, subjects=subjects, named=named, index=index)

    def refs(self, kind: type[Entry]) -> list[bytes]:
        """Return the ref of every entry of a kind, in no order, and open none of them.

        They stand there as the database has them: an entry that is opened by its ref
        is what it names, and of the others no more is known.
        """
        if kind not in self._fetched.refs:
            self.fetch(index=EntryIndex(kinds=(kind,)))
        return self._fetched.refs[kind]

    def kept(self, index: EntryIndex) -> bytes:
        """Return what one keeps of an index; nothing if it is gone or damaged.

        Nor while something is missing: it may rest on that.
        """
        self.fetch(index=index)
        if self.sight.missing:
            return b""
        boxes = self._fetched.boxes[index.name]
        return kept.whole(index.name, boxes, since=self.sight.since)

    def keep(self, index: EntryIndex, plain: bytes) -> None:
        """Keep this of an index in place of what was kept, by the act that is on.

        While something is missing nothing is kept.
        """
        self.fetch(index=index)
        if self.sight.missing:
            return
        before, since = self._fetched.boxes[index.name], self.sight.since
        boxes, sealed = kept.filled(
            self.access, index.name, plain, before=before, since=since
        )
        self._fetched.boxes[index.name] = boxes
        self._fetched.writes.boxes |= sealed

    def named(self, kind: type[E], refs: Iterable[bytes]) -> list[Record[E]]:
        """Return the entries of a kind whose refs begin like these, 16 bytes each.

        The kind is one that both read at once, or one's own. What is not there is
        left out. Raises `Unsound` if one was damaged, moved or rewritten.
        """
        first = list(dict.fromkeys(ref[:NAME] for ref in refs))
        self.fetch(named={kind: first})
        found = [stored for one in first for stored in self._fetched.named[kind, one]]
        return unless_damaged(self._opened_or_damaged(kind, found))

    def sound_named(self, kind: type[E], refs: Iterable[bytes]) -> list[Record[E]]:
        """Return entries as `named` does, but for damaged ones."""
        first = list(dict.fromkeys(ref[:NAME] for ref in refs))
        self.fetch(named={kind: first})
        found = [stored for one in first for stored in self._fetched.named[kind, one]]
        return but_damaged(self._opened_or_damaged(kind, found))

    def sound(self, kind: type[E], *, subject: bytes | None = None) -> list[Record[E]]:
        """Return entries as `read` does, but for damaged ones.

        Left out is also what is open and of which no *opened* entry says that it is.
        """
        on = None if kind.as_one else subject
        found = but_damaged(self.entries(kind, subject=on))
        if _waits(kind):
            found = self._as_said(kind, found)
        return [one for one in found if subject in {None, one.subject}]

    def _as_said(self, kind: type[E], found: list[Record[E]]) -> list[Record[E]]:
        opened = {one.ref for one in found if one.open}
        subjects = dict.fromkeys(one.subject for one in found if one.open)
        self.fetch(Opened, subjects=subjects)
        said = {
            ref
            for subject in subjects
            for one in but_damaged(self.entries(Opened, subject=subject))
            if one.subject == subject
            for ref in one.answers
        }
        if opened - said or (said - opened and kind.shred is Shred.NEVER):
            self.damage.met = True
        return [one for one in found if not one.open or one.ref in said]

    def entries(
        self, kind: type[E], *, subject: bytes | None = None
    ) -> list[Record[E] | Damaged]:
        """Return every entry of one kind by id; in place of a spoiled one, `Damaged`.

        One's own closed entries are among them (`open` is False); the other's are
        as if they were not there, damaged or not. A shredded entry is gone. A
        damaged one does not tell its subject, so it is returned for every subject.
        """
        if (kind, None) in self._fetched.stored:
            subject = None
        elif (kind, subject) not in self._fetched.stored:
            self.fetch(kind, subjects=None if subject is None else [subject])
        return self._opened_or_damaged(kind, self._fetched.stored[kind, subject])

    def standing(self, kind: type[Entry], subjects: Iterable[bytes]) -> list[bytes]:
        """Return those of some subjects on which something of a kind may stand.

        Of a kind that waits also those of which it is said that it opened there.
        """
        wanted = list(dict.fromkeys(subjects))
        self.fetch(kind, subjects=wanted)
        kinds = (kind, Opened) if _waits(kind) else (kind,)
        return [one for one in wanted if any(self._on_it(of, one) for of in kinds)]

    def _on_it(self, kind: type[Entry], subject: bytes) -> bool:
        # Where the whole kind is here, it is not known which of it is on a subject.
        return (kind, None) in self._fetched.stored or bool(
            self._fetched.stored[kind, subject]
        )

    def read(self, kind: type[E], *, subject: bytes | None = None) -> list[Record[E]]:
        """Return every entry of one kind, or those of them on one subject, by id.

        Raises `Unsound` if an entry was damaged, moved or rewritten, or if what is
        open of it is not exactly what *opened* entries name.
        """
        # What opened as one is checked as one.
        on = None if kind.as_one else subject
        found = self._on(kind, on)
        if _waits(kind):
            opened = {one.ref for one in found if one.open}
            said = [set(one.answers) for one in self._said(found, on)]
            _check_said(
                kind,
                opened,
                [
                    one
                    for one in said
                    if one & opened or (on is not None and self._was_there(kind, one))
                ],
            )
        return [one for one in found if subject in {None, one.subject}]

    def _was_there(self, kind: type[Entry], refs: set[bytes]) -> bool:
        """Whether one of these was ever an entry of the kind.

        Of what never was, anybody could say that it opened, and take a page away.
        """
        if not refs:
            return False
        wanted = Wanted(named={kind: [ref[:NAME] for ref in refs]})
        return any(one.row.ref in refs for one in visible(self.access, wanted).rows)

    def _said(
        self, records: Iterable[Record[E]], subject: bytes | None
    ) -> Iterator[Record[Opened]]:
        """Yield the *opened* entries on a subject, or on those of what is open."""
        subjects: Collection[bytes] = () if subject is None else (subject,)
        if subject is None:
            subjects = dict.fromkeys(one.subject for one in records if one.open)
            self.fetch(Opened, subjects=subjects)
        for one in subjects:
            yield from self._on(Opened, one)

    def _on(self, kind: type[E], subject: bytes | None) -> list[Record[E]]:
        records = unless_damaged(self.entries(kind, subject=subject))
        # The whole kind may be here already, so those on the subject are picked out.
        return [one for one in records if subject in {None, one.subject}]

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
                self._opened[known] = self._unless_taken_back(kind, stored)
            except CoequalError as why:
                # No word of what it held: only that whoever runs this should look.
                _LOG.warning("a damaged row", exc_info=why)
                self._opened[known] = Damaged(id=known, why=why)
                self.damage.met = True
        return self._opened[known]

    def _unless_taken_back(self, kind: type[E], stored: Stored) -> Record[E] | None:
        """Open a row; what its author took back stays so, whoever put its share back.

        That it was taken back stands under its ref, and both can read that.
        """
        if stored.share is None:
            self.sight.check_gone(kind, stored)
        record = open_stored(self.access, kind, stored)
        if record is not None and clock.now() > record.entry.lasts:
            self._over[record.id] = stored
            return None
        if record is None or not record.open or kind.audience is Audience.NOTES:
            return record
        self.sight.check_follows(record)
        can_be = kind.shred is Shred.AUTHOR
        return None if can_be and self.sight.is_taken_back(record) else record

    def locked(self) -> AbstractContextManager[None]:
        """Keep everybody else from writing here: what is read and written is one act.

        Inside another act it is part of that one. Raises `Unreadable` if there is no
        such space, `Closed` if it is closed.
        """
        return self.acting.locked()

    def act(self, act: Callable[[], T], looking: ExitStack | None = None) -> T:
        """Do one act that is worked out before the lock, and return its word.

        It may be done several times. It writes here and nowhere else, and rests on
        what it reads here. `looking` is the snapshot that it begins in, if there is
        one; inside another act it is part of that one.
        """
        return self.acting.run(act, looking)

    def shred_over(self, kind: type[Entry]) -> None:
        """Make what is over of a kind unreadable for good, as part of an act.

        Whoever wrote it: its own words say when that is. Nobody is told, as nobody
        misses it.
        """
        with self.locked():
            self.entries(kind)
            for rid, stored in self._over.items():
                self.acting.delete([stored])
                if not stored.closed:
                    self.acting.shred(rid)

    def forget(self) -> None:
        """Keep nothing of what was read: something may have been written here."""
        self._opened.clear()
        self._over.clear()
        self._fetched.forget()
        self.sight.forget()


def _waits(kind: type[Entry]) -> bool:
    return kind.audience is Audience.WAITING


def _check_said(
    kind: type[Entry], opened: set[bytes], said: Iterable[set[bytes]]
) -> None:
    """Refuse what is open unless *opened* entries name it, and no ref beside it.

    It may name a ref that is gone, if its author was allowed to shred that.
    """
    named = {ref for one in said for ref in one}
    if opened - named or (named - opened and kind.shred is Shred.NEVER):
        message = "what is open is not what was said to be"
        raise Unsound(message)
