"""Entries as the journal hands them out, and which of them stands."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
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
