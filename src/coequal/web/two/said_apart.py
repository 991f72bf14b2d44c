"""Said apart, between the journal and the rules: closed until both have said it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from coequal.core.entry import Entry
from coequal.core.two.said_apart import Apart, said_apart
from coequal.errors import Unsound
from coequal.journal import door as journal
from coequal.journal.door import Record
from coequal.people.pairs import PairMember
from coequal.sealed.subjects import subject

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidApart(Generic[E]):
    """One kind of entry that each of the two puts in alone, on one exact thing.

    `of` returns what an entry is about, in the refs that it names itself: both open
    only where those are the very same. `name` is the first part of its subject.
    """

    kind: type[E]
    name: str
    of: Callable[[E], tuple[bytes, ...]]

    def subject(self, *of: bytes) -> bytes:
        """Return the subject under which both put in what they say of one thing."""
        return subject(self.name, *of)

    def read(
        self, member: PairMember, things: Iterable[tuple[bytes, ...]]
    ) -> list[Record[E]]:
        """Return what was said of some things, where it is of the very thing."""
        subjects = {self.subject(*of): of for of in things}
        return [
            one
            for about in member.reading.standing(self.kind, subjects)
            for one in member.reading.read(self.kind, subject=about)
            if self.of(one.entry) == subjects[about]
        ]

    def see(self, member: PairMember, *of: bytes) -> Apart[E]:
        """Return what was said of one thing, as I may know it.

        Raises `Unsound` if something is open and cannot be shown.
        """
        apart = said_apart(self.read(member, [of]), member.seat)
        if apart.both is None:
            self.check_hidden(member, [of])
        return apart

    def check_hidden(
        self, member: PairMember, things: Iterable[tuple[bytes, ...]]
    ) -> None:
        """Raise `Unsound` if an entry has opened on things that no page would show.

        Otherwise somebody could put in an entry that names something else, open the
        other's with it, and show nothing in return.
        """
        subjects = [self.subject(*of) for of in things]
        for about in member.reading.standing(self.kind, subjects):
            found = member.reading.read(self.kind, subject=about)
            if any(one.open for one in found):
                message = "what is open cannot be shown"
                raise Unsound(message)

    def put_in(self, member: PairMember, entry: E) -> bool:
        """Put in what I say, in place of what I said before; whether it opened."""
        about = self.subject(*self.of(entry))
        return journal.put_in(member.reading, {about: entry}, opens_on=about)

    def to_put_in(self, entry: E) -> dict[bytes, Entry]:
        """Return what `put_in` puts in, by its subject."""
        return {self.subject(*self.of(entry)): entry}

    def withdraw(self, member: PairMember, *of: bytes) -> None:
        """Take out again what I said of one thing. Nobody is told."""
        about = self.subject(*of)
        journal.withdraw(member.reading, self.kind, opens_on=about)
