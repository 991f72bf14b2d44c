"""What an act that was worked out before its lock rests on, and if that still stands.

That is what its person may see: both heads, of which one moves with every entry that is
open to both; one's own memory; and which rows of one's own are closed, where the act
looked at them. The other's closed rows are no part of it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final, Self

from coequal.journal import queries
from coequal.journal.access import SpaceAccess
from coequal.journal.rows import LookedFor, Stored, found_by, parts_of

MOST_SUBJECTS: Final = 500
"""So many subjects are named to find what lies on them; of more it is all of a kind.

Whoever works out again what is known of all questions looks at more than a query holds.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestsOn:
    """Boxes by author and place, sealed, and the ids of my closed rows by columns.

    Under a kind and None are the ids of all of that kind. Two are equal where nothing
    came in between.
    """

    boxes: Mapping[tuple[bytes, bytes], bytes] = field(repr=False)
    mine: Mapping[tuple[bytes, bytes | None], frozenset[bytes]] = field(repr=False)

    def parts(self, space: bytes) -> list[queries.Select]:
        """Return the parts of a query that finds the same now."""
        parts = [queries.boxes_at(space, self.boxes)] if self.boxes else []
        whole = [kind for kind, about in self.mine if about is None]
        if whole:
            parts.append(queries.ids(space, whole, None))
        kinds = dict.fromkeys(kind for kind, about in self.mine if about is not None)
        if kinds:
            abouts = dict.fromkeys(one for _, one in self.mine if one is not None)
            few = len(abouts) <= MOST_SUBJECTS
            parts.append(queries.ids(space, kinds, abouts if few else None))
        return parts

    def as_found(
        self,
        boxes: Mapping[tuple[bytes, bytes], bytes],
        ids: Collection[tuple[bytes, bytes, bytes]],
    ) -> Self:
        """Return the same as it lies now."""
        mine: dict[tuple[bytes, bytes | None], set[bytes]]
        mine = {one: set() for one in self.mine}
        for kind, about, rid in ids:
            for key in ((kind, None), (kind, about)):
                if key in mine:
                    mine[key].add(rid)
        found = {one: frozenset(ids) for one, ids in mine.items()}
        return type(self)(boxes=boxes, mine=found)


def still(
    access: SpaceAccess, rests_on: RestsOn, wanted: LookedFor
) -> tuple[bool, list[Stored]]:
    """Return whether it still stands, and the other's rows that are looked for.

    One query, by the same steps whatever the other has closed elsewhere.
    """
    space, others = access.space.id, access.authors[1:]
    parts = rests_on.parts(space) + parts_of(access, wanted, authors=others)
    if not parts:
        return True, []
    found = found_by(space, parts)
    return rests_on.as_found(found.heads, found.ids) == rests_on, found.rows
