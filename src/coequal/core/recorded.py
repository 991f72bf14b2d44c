"""Entries as the journal hands them out, and which of them stands."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from typing import Final, Protocol, TypeVar

E_co = TypeVar("E_co", covariant=True)
K = TypeVar("K", bound=Hashable)

NAME: Final = 16
"""How many bytes of its ref name an entry: in an address, and in what is kept of it."""


class Recorded(Protocol[E_co]):
    """An entry as the journal hands it out."""

    @property
    def ref(self) -> bytes:
        """Its hash."""
        ...

    @property
    def answers(self) -> tuple[bytes, ...]:
        """The refs it replaces."""
        ...

    @property
    def at(self) -> int:
        """When it was written, in seconds."""
        ...

    @property
    def entry(self) -> E_co:
        """What was written."""
        ...


R = TypeVar("R", bound=Recorded[object])


def standing(
    records: Iterable[Recorded[E_co]], key: Callable[[E_co], K]
) -> dict[K, Recorded[E_co]]:
    """Return, for each key, the one record that stands.

    A record that a present record of its key replaces does not stand; of those
    left the latest by (at, ref) does. Total over any subset and any order: where
    all were replaced (by damage only) the latest of all stands.
    """
    groups: dict[K, list[Recorded[E_co]]] = {}
    for record in records:
        groups.setdefault(key(record.entry), []).append(record)
    return {name: _head(group) for name, group in groups.items()}


def _head(group: list[Recorded[E_co]]) -> Recorded[E_co]:
    replaced = {ref for record in group for ref in record.answers if ref != record.ref}
    heads = [record for record in group if record.ref not in replaced]
    return max(heads or group, key=lambda record: (record.at, record.ref))


def led_to_it(records: Collection[R]) -> list[R]:
    """Return the one that stands and what led to it: each replaces the one before it.

    By their names for one another, so that no clock tells which one came later.
    """
    by_ref = {one.ref: one for one in records}
    heads = [one.ref for one in standing(records, lambda _: "").values()]
    chain, latest = list[R](), next((by_ref.pop(ref) for ref in heads), None)
    while latest is not None:
        chain.append(latest)
        former = (by_ref.pop(ref, None) for ref in latest.answers)
        latest = next((one for one in former if one is not None), None)
    return chain[::-1]
