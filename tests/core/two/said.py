"""Entries of a space of two as one of them reads them, written out and drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Final, Generic, TypeVar

from hypothesis import Phase, find, settings
from hypothesis import strategies as st

from coequal.core.entry import Entry
from coequal.core.people import Seat
from coequal.core.two.offers import Ended, Replies, Undo, Yes

E = TypeVar("E")
E_entry = TypeVar("E_entry", bound=Entry)
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Generic[E]):
    entry: E
    ref: bytes = b""
    answers: tuple[bytes, ...] = ()
    at: int = 0
    mine: bool = True
    open: bool = True

    @property
    def across(self) -> Said[E]:
        """The same as the other person reads it."""
        return replace(self, mine=not self.mine)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene(Generic[E_entry]):
    """Some offers, and what was said to them."""

    offered: Sequence[Said[E_entry]]
    replies: Replies


def yes(ref: bytes, to: bytes, *, mine: bool = False, at: int = 3) -> Said[Yes]:
    return Said(entry=Yes(), ref=ref, answers=(to,), mine=mine, at=at)


def end(ref: bytes, of: bytes, *, mine: bool = True, at: int = 5) -> Said[Ended]:
    return Said(entry=Ended(), ref=ref, answers=(of,), mine=mine, at=at)


def wish(ref: bytes, to: bytes, *, mine: bool = True, at: int = 4) -> Said[Undo]:
    return Said(entry=Undo(), ref=ref, answers=(to,), mine=mine, at=at)


def replies(*said: Said[Any]) -> Replies:
    """All that was said to offers, each under its kind."""

    def of(kind: type[E]) -> tuple[Said[E], ...]:
        return tuple(one for one in said if isinstance(one.entry, kind))

    return Replies(yes=of(Yes), ended=of(Ended), undo=of(Undo))


def each(written: T, change: Callable[[list[Said[Any]]], Any]) -> T:
    """Change every list of entries, also those of a part."""
    if not is_dataclass(written):
        return change(list(written))  # type: ignore[call-overload, no-any-return]
    parts = {one.name: getattr(written, one.name) for one in fields(written)}
    return replace(written, **{n: each(part, change) for n, part in parts.items()})


def across(written: T) -> T:
    """All of it as the other person reads it."""
    return each(written, lambda said: [one.across for one in said])


def some(draw: st.DrawFn, said: list[Said[E]]) -> list[Said[E]]:
    """Draw a subset."""
    return [one for one in said if draw(st.booleans())]


def meets(drawn: st.SearchStrategy[T], case: Callable[[T], bool]) -> None:
    """Fail unless drawing these meets a case: else a test would hold of nothing."""
    search = settings(phases=[Phase.generate], database=None, max_examples=3000)
    find(drawn, case, settings=search)


# Drawn entries.

SEATS: Final = st.sampled_from(list(Seat))
NONE: Final = st.just(())
ALL_OPEN: Final = st.just(True)  # noqa: FBT003  a value to draw


def refs(name: str, most: int) -> st.SearchStrategy[bytes]:
    return st.integers(0, most).map(lambda number: f"{name}{number}".encode())


def saids(
    name: str,
    entries: st.SearchStrategy[E],
    *,
    answers: st.SearchStrategy[tuple[bytes, ...]] = NONE,
    is_open: st.SearchStrategy[bool] = ALL_OPEN,
    least: int = 0,
    most: int = 4,
) -> st.SearchStrategy[list[Said[E]]]:
    """Draw entries with an author and one of four seconds, mostly unlawful."""
    said = st.builds(
        Said,
        ref=refs(name, most - 1),
        entry=entries,
        answers=answers,
        at=st.integers(0, 3),
        mine=st.booleans(),
        open=is_open,
    )
    return st.lists(said, min_size=least, max_size=most, unique_by=lambda one: one.ref)


def to(*names: str, most: int = 2) -> st.SearchStrategy[tuple[bytes, ...]]:
    """Draw what an entry answers: none, one or two of these."""
    known = st.one_of([refs(name, most) for name in names])
    return st.lists(known, max_size=2).map(tuple)


STRAY: Final = st.tuples(
    saids("stray y", st.just(Yes()), answers=to("o", "u"), most=2),
    saids("stray e", st.just(Ended()), answers=to("y", "stray y"), most=1),
    saids("stray u", st.just(Undo()), answers=to("y", "stray y"), most=1),
).map(lambda kinds: [said for kind in kinds for said in kind])
"""Replies that break every rule, to offers and to lawful replies."""


def scenes(
    entries: st.SearchStrategy[E_entry],
    *,
    about: st.SearchStrategy[tuple[bytes, ...]] = NONE,
) -> st.SearchStrategy[Scene[E_entry]]:
    """Draw offers, how far each lawfully is, and strays that answer anything.

    Replies that are drawn freely hardly ever meet, so that nothing would be undone.
    """
    lives = st.tuples(st.integers(0, 5), st.booleans())
    return st.builds(
        _scene,
        saids("o", entries, answers=about, most=3),
        st.lists(lives, min_size=3, max_size=3),
        STRAY,
    )


def _scene(
    offered: list[Said[E_entry]], lives: list[tuple[int, bool]], stray: list[Said[Any]]
) -> Scene[E_entry]:
    lawful = [
        said
        for offer, (far, mine) in zip(offered, lives, strict=False)
        for said in _life(offer, far, mine=mine)
    ]
    return Scene(offered=offered, replies=replies(*lawful, *stray))


def _life(offer: Said[Any], far: int, *, mine: bool) -> list[Said[Any]]:
    """What may follow: nothing, a yes, its end, or its undoing; two wishes at once."""
    number = offer.ref.removeprefix(b"o")
    said = yes(b"y" + number, offer.ref, mine=not offer.mine, at=offer.at + 1)
    over = end(b"e" + number, said.ref, mine=mine)
    asked = wish(b"u" + number, said.ref, mine=mine)
    also = wish(b"w" + number, said.ref, mine=not mine)
    too = yes(b"d" + number, asked.ref, mine=not mine, at=5)
    then = [[], [over], [asked], [asked, also], [asked, too]]
    return [said, *then[far - 1]] if far else []
