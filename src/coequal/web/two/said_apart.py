"""Said apart, between the journal and the rules: closed until both have said it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

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

    def read(self, member: PairMember) -> list[Record[E]]:
        """Return all of this kind whose subject is what the entry says it is about."""
        return [
            one
            for one in member.reading.read(self.kind)
            if one.subject == self.subject(*self.of(one.entry))
        ]

    def see(self, member: PairMember, *of: bytes) -> Apart[E]:
        """Return what was said of one thing, as I may know it.

        Raises `Unsound` if something is open and cannot be shown.
        """
        found = self.read(member)
        about = (one for one in found if self.of(one.entry) == of)
        apart = said_apart(about, member.seat)
        self.check_shown(member, {of: apart})
        return apart

    def check_shown(
        self, member: PairMember, shown: dict[tuple[bytes, ...], Apart[Any]]
    ) -> None:
        """Raise `Unsound` if an entry has opened that no page would show.

        Otherwise somebody could put in an entry that names something else, open the
        other's with it, and show nothing in return.
        """
        hidden = {self.subject(*of) for of, one in shown.items() if one.both is None}
        opened = (one for one in member.reading.read(self.kind) if one.open)
        refuse_hidden(opened, hidden)

    def put_in(self, member: PairMember, entry: E) -> bool:
        """Put in what I say, in place of what I said before; whether it opened."""
        about = self.subject(*self.of(entry))
        return journal.put_in(member.reading, {about: entry}, opens_on=about)

    def withdraw(self, member: PairMember, *of: bytes) -> None:
        """Take out again what I said of one thing. Nobody is told."""
        about = self.subject(*of)
        journal.withdraw(member.reading, self.kind, opens_on=about)


def refuse_hidden(opened: Iterable[Record[Any]], hidden: set[bytes]) -> None:
    """Refuse what is open on one of these subjects, since no page would show it."""
    if any(one.subject in hidden for one in opened):
        message = "what is open cannot be shown"
        raise Unsound(message)
