"""Entries of a place of two, as one of them reads them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Generic, TypeVar

from hypothesis import strategies as st

E = TypeVar("E")


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


NONE: Final = st.just(())
OPEN: Final = st.just(True)  # noqa: FBT003  a value to draw
REFS: Final = st.binary(min_size=1, max_size=2)


def saids(
    entries: st.SearchStrategy[E],
    *,
    refs: st.SearchStrategy[bytes] = REFS,
    answers: st.SearchStrategy[tuple[bytes, ...]] = NONE,
    is_open: st.SearchStrategy[bool] = OPEN,
) -> st.SearchStrategy[Said[E]]:
    """Draw entries with an author and one of four seconds."""
    return st.builds(
        Said,
        entry=entries,
        ref=refs,
        answers=answers,
        at=st.integers(0, 3),
        mine=st.booleans(),
        open=is_open,
    )
