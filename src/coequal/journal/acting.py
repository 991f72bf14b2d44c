"""One act in one space: worked out before the lock, checked and written inside it.

What an act reads, what a rule says of it, and what is sealed to be written is there
before anybody has to wait for it. Inside the lock it is looked up whether something
came in since that the act may rest on; if so, it begins once more. What is compared is
what the person may see: what both have said openly, and what is one's own. So neither
how long it takes nor how often it is tried tells what the other has closed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from coequal.core.entry import Audience, Entry
from coequal.journal import kept, spaces
from coequal.journal.access import SpaceAccess
from coequal.journal.fetched import Fetched
from coequal.journal.rests_on import still
from coequal.journal.rows import NOTHING, LookedFor, Stored, find
from coequal.journal.sight import Sight
from coequal.sealed.closed import Mark
from coequal.sealed.rows import Sealed

T = TypeVar("T")

TRIES: Final = 2
"""How often an act is worked out before the lock; the last time it is inside.

So who writes without a pause can make another's act take longer, and never fail.
"""


class CameIn(Exception):
    """Something came in while an act was worked out: it has to begin once more."""


@dataclass(slots=True, kw_only=True)
class Acting:
    """How far an act is: `is_on` while there is one, `is_locked` from its lock on.

    `forget` drops all that was read, as it may have changed, and `drop` what was opened
    of one row.
    """

    access: SpaceAccess = field(repr=False)
    fetched: Fetched = field(repr=False)
    sight: Sight = field(repr=False)
    forget: Callable[[], None] = field(repr=False)
    drop: Callable[[bytes], object] = field(repr=False)
    is_on: bool = False
    is_locked: bool = False
    _held: ExitStack = field(default_factory=ExitStack, repr=False)
    _looking: ExitStack = field(default_factory=ExitStack, repr=False)
    _uses: list[Callable[[], bool]] = field(default_factory=list, repr=False)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock from the beginning, or be part of the act that is on.

        Raises `Unreadable` if there is no such space, `Closed` if it is closed.
        """
        if self.is_on:
            yield
            return
        with ExitStack() as held, self._going_on(held):
            held.enter_context(spaces.locked(self.access.space.id))
            # What was read before the lock may have changed since.
            self.forget()
            self.is_locked = True
            yield
            self._finish()

    def run(self, act: Callable[[], T], looking: ExitStack | None = None) -> T:
        """Do an act that rests on nothing but what it reads here, and return its word.

        It may be done several times; what it writes is put down once. `looking` is the
        snapshot in which all was read so far; without it nothing is believed that was
        read before. Raises as `locked` does.
        """
        if self.is_on:
            return act()
        if looking is not None:
            with suppress(CameIn):
                return self._tried(act, looking)
        for _ in range(TRIES if looking is None else TRIES - 1):
            with suppress(CameIn), spaces.snapshot() as again:
                self.forget()
                return self._tried(act, again)
        with self.locked():
            return act()

    def _tried(self, act: Callable[[], T], looking: ExitStack) -> T:
        with ExitStack() as held, self._going_on(held):
            self._looking = looking
            done = act()
            self._finish()
        return done

    @contextmanager
    def _going_on(self, held: ExitStack) -> Iterator[None]:
        self.is_on, self._held = True, held
        self.fetched.watches = self.access.other is not None
        try:
            yield
        finally:
            self.is_on = self.is_locked = self.fetched.watches = False
            self._uses.clear()
            self.forget()

    def _finish(self) -> None:
        writes = self.fetched.writes
        if writes.of_rows and self.access.other is not None:
            self.sight.remember()
        if writes or self._uses:
            self._lock()
            writes.put_down()

    def first(self, use: Callable[[], bool]) -> bool:
        """Use something up as soon as the space is locked; whether it was there.

        Before the lock that is not known: where it is gone by then, the act begins
        once more.
        """
        if self.is_locked:
            return use()
        self._uses.append(use)
        return True

    def latest(self) -> tuple[bytes, ...]:
        """Return the ref of my latest shared entry, which the next one follows."""
        return kept.latest(self.access, self.fetched.my_heads)

    def write(self, kind: type[Entry], sealed: Sealed, *, share: bytes) -> Stored:
        """Write an entry, and return it as it is going to lie."""
        stored = Stored(row=sealed.row, share=share, mark=None)
        self.fetched.put(stored, kind)
        if kind.audience is Audience.BOTH:
            self.fetched.writes.boxes |= kept.head(self.access, sealed.ref)
            self.sight.note()
        return stored

    def open(self, both: Iterable[Stored], mark: Mark) -> None:
        """Let two rows, which have their shares, open together."""
        self.fetched.writes.marks.append(mark)
        for one in both:
            self.drop(one.row.id)
            self.fetched.change(replace(one, mark=mark))

    def delete(self, stored: Iterable[Stored]) -> None:
        """Delete those of some rows that are closed."""
        for one in stored:
            self.drop(one.row.id)
            self.fetched.delete(one)

    def shred(self, rid: bytes) -> None:
        """Let nobody ever open a row again."""
        self.drop(rid)
        self.fetched.shred(rid)

    def mine(
        self, kind: type[Entry], subjects: Collection[bytes] | None
    ) -> list[Stored]:
        """Return my rows of a closed kind, on some subjects or on all, as they lie."""
        self.fetched.fetch([kind], subjects=subjects)
        return self.fetched.mine(kind, subjects)

    def theirs(self, wanted: LookedFor) -> list[Stored]:
        """Return the other's rows that are looked for, closed ones too.

        They are looked for inside the lock alone, all at once and by the same steps
        whatever is there; so the act holds it from here on.
        """
        if not self.is_locked:
            self.sight.ready()
            return self._lock(wanted)
        found = find(self.access, wanted, authors=self.access.authors[1:])
        return self.fetched.writes.of(found)

    def _lock(self, wanted: LookedFor = NOTHING) -> list[Stored]:
        """Take the lock, and return the other's rows that are looked for."""
        if self.is_locked:
            return []
        self.fetched.look()
        rests_on = self.fetched.rests_on
        self._looking.close()
        if rests_on is None:
            raise CameIn
        self._held.enter_context(spaces.locked(self.access.space.id))
        stands, theirs = still(self.access, rests_on, wanted)
        if not stands:
            raise CameIn
        self.is_locked = True
        if not all(use() for use in self._uses):
            raise CameIn
        self._uses.clear()
        return theirs
