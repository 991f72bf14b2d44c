"""What one request knows of what is missing in a pair, and what is in doubt for it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any, Final

from coequal.core.entry import Audience, Entry, Shred
from coequal.core.recorded import NAME as NAMED
from coequal.journal import kept, seen
from coequal.journal.access import Record, SpaceAccess
from coequal.journal.fetched import Fetched
from coequal.journal.rows import Stored
from coequal.journal.seen import NOT_WHOLE, Remembered, There, WhatIsMissing
from coequal.sealed.seen import MARK

NOTHING: Final[Callable[[], Collection[bytes]]] = tuple
"""What was looked at by one who only ever acted."""


@dataclass(slots=True, kw_only=True)
class Sight:
    """What is open to both, what I remember of it, and what of that is missing.

    In a space of one's own nothing is ever missing. `looked` returns the prints of
    what I saw when I only looked. What rows tell is noted as they are read: so a page
    that found something missing on its way is worked out once more.
    """

    access: SpaceAccess = field(repr=False)
    fetched: Fetched = field(repr=False)
    looked: Callable[[], Collection[bytes]] = field(default=NOTHING, repr=False)
    _found: There | None = field(default=None, repr=False)
    _there: There | None = field(default=None, repr=False)
    _memory: Remembered | None = field(default=None, repr=False)
    _boxes: kept.Boxes = field(default_factory=dict, repr=False)
    _missing: WhatIsMissing | None = field(default=None, repr=False)

    def look(self) -> None:
        """Get what is there before I write: so that only mine is new to me."""
        self.fetched.look()

    def ready(self) -> None:
        """Work out before the lock what `remember` compares inside it."""
        if self.memory is not None:
            self._new(self.memory)

    @property
    def _as_found(self) -> There:
        if self._found is None:
            self.fetched.look()
            joined = self.fetched.there or b""
            self._found = There.found(self.access, joined)
        return self._found

    @property
    def there(self) -> There:
        """All that is open to both, with what I wrote since it was fetched."""
        if not self.fetched.written:
            return self._as_found
        if self._there is None:
            rows = (*self._as_found.rows, *self.fetched.written)
            self._there = There(access=self.access, rows=rows)
        return self._there

    @property
    def memory(self) -> Remembered | None:
        """What I remember; None where that is gone or damaged."""
        if self._memory is None:
            self.fetched.look()
            self._boxes = kept.named(self.access, seen.NAME, self.fetched.memory)
            self._memory = Remembered.decode(kept.whole(seen.NAME, self._boxes))
        return self._memory

    @property
    def missing(self) -> WhatIsMissing:
        """What is missing, as far as it was found."""
        if self._missing is None:
            self._missing = self._compared()
        return self._missing

    def _compared(self) -> WhatIsMissing:
        if self.access.other is None:
            return WhatIsMissing()
        memory = self.memory
        if memory is None:
            # It was there from the beginning, so somebody took it away or spoiled it.
            return WhatIsMissing(anywhere=True)
        gone = self._gone(memory)
        if looked := self.looked():
            found = (memory.prints, memory.let_go, self._new(memory))
            gone |= set(looked).difference(*found)
        on = {one[:MARK] for one in gone}
        return WhatIsMissing(names=gone, on=on, let_go=frozenset(memory.let_go))

    def _is_as_known(self, memory: Remembered) -> bool:
        """Whether all lies there as it did after my last act: nothing is missing."""
        return self._as_found.whole == memory.whole

    def _gone(self, memory: Remembered) -> set[bytes]:
        """Return the prints that I remember and that no row has."""
        if self._is_as_known(memory):
            return set()
        return set(memory.prints.difference(self._as_found.prints, memory.let_go))

    def _new(self, memory: Remembered) -> list[bytes]:
        """Return the prints of what is there and not in my memory."""
        mine = self.there.prints_of(self.fetched.written)
        if self._is_as_known(memory):
            return mine
        found = (*self._as_found.prints, *mine)
        return [one for one in found if one not in memory.prints]

    @property
    def since(self) -> bytes:
        """All that I went on without: what was worked out before that is not used."""
        return b"".join(sorted(self.missing.let_go))

    def in_doubt(self, *subjects: bytes) -> bool:
        """Whether something on one of these subjects is missing, of either of us."""
        missing = self.missing
        if not missing:
            return False
        tags, authors = self.access.tags, self.access.authors
        abouts = (tags.about(one, subject) for subject in subjects for one in authors)
        return missing.anywhere or any(about[:MARK] in missing.on for about in abouts)

    def may_be_another(self, record: Record[Any]) -> bool:
        """Whether an entry may stand there in place of one of its author's I saw.

        Of all that its author has on its subject something is missing, and this one
        was not there when I looked.
        """
        missing, memory = self.missing, self.memory
        if not missing or memory is None:
            return bool(missing)
        tags, author = self.access.tags, record.author
        about = tags.about(author, record.subject)
        row = tags.kind(author, record.entry.kind) + about + record.ref
        known = memory.prints.issuperset(self.there.prints_of([row]))
        return about[:MARK] in missing.on and not known

    def check_gone(self, kind: type[Entry], stored: Stored) -> None:
        """Note a row without its share as missing, unless its author took it back."""
        row = stored.row
        if kind.audience is not Audience.BOTH:
            return
        may = kind.shred is Shred.AUTHOR
        tags = self.access.tags
        if not may or tags.about(row.author, row.ref) not in self.there.taken_back:
            self.missing.add(row.ref, row.about)

    def check_follows(self, record: Record[Any]) -> None:
        """Note what an entry follows as missing where it is not there."""
        for ref in record.follows:
            if ref not in self.there.refs:
                self.missing.add_gap(ref)

    def is_taken_back(self, record: Record[Any]) -> bool:
        """Whether its author took an entry back, whatever its share is.

        Where a word on that entry itself is missing, nobody knows: what it stands
        under is in doubt.
        """
        about = self.access.tags.about(record.author, record.ref)
        if about[:MARK] in self.missing.on:
            under = self.access.tags.about(record.author, record.subject)
            self.missing.on.add(under[:MARK])
        return about in self.there.taken_back

    def unknown(self) -> list[bytes]:
        """Return the prints of what is there and not in my memory."""
        memory = self.memory
        return [] if memory is None else self._new(memory)

    def remember(self) -> None:
        """Keep that I saw what is there, by the act that is on.

        Where my memory is gone, it stays so: else nobody would learn of it.
        """
        memory = self.memory
        if memory is None:
            return
        new, let_go = self._new(memory), self._still_gone(memory)
        if new or len(let_go) < len(memory.let_go):
            whole = NOT_WHOLE if self._gone(memory) else self.there.whole
            self._keep(memory.also(new, whole=whole, let_go=let_go))

    def _still_gone(self, memory: Remembered) -> list[bytes]:
        """Return what I let go and is not there again, to be missed like the rest."""
        if not memory.let_go:
            return []
        # A row of which only the share is gone lies there, and was known by then.
        came_back = self.there.refs_but(memory.prints)
        here = {*self.there.prints, *(ref[:NAMED] for ref in came_back)}
        return [one for one in memory.let_go if one not in here]

    def go_on(self) -> None:
        """Carry on with what’s here, by the act that is on: the rest is let go."""
        memory, missing = self.memory or Remembered(), self.missing
        let_go = [*self._still_gone(memory), *sorted(missing.names)]
        new = self._new(memory)
        self._keep(memory.also(new, whole=self.there.whole, let_go=let_go))

    def _keep(self, memory: Remembered) -> None:
        """Keep this in place of what I remembered, which was asked for before."""
        plain, before = memory.encode(), self._boxes
        self._boxes, sealed = kept.filled(self.access, seen.NAME, plain, before=before)
        self.fetched.writes.boxes |= sealed
        self._memory, self._missing = memory, None

    def note(self) -> None:
        """Take note that I wrote a row, which is among what was written."""
        self._there = None

    def forget(self) -> None:
        """Keep nothing of it."""
        self._found = self._there = self._memory = self._missing = None
