"""What one request has fetched of one space: rows and refs, sealed as they lie there.

What is here already is not asked for again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from types import MappingProxyType
from typing import Final

from coequal.core.entry import Audience, Entry
from coequal.core.recorded import NAME
from coequal.journal import kept, seen
from coequal.journal.access import SpaceAccess
from coequal.journal.rests_on import RestsOn
from coequal.journal.rows import EntryIndex, Found, Stored, Wanted, visible
from coequal.journal.writes import Writes

NOTHING: Final[Mapping[type[Entry], Iterable[bytes]]] = MappingProxyType({})
_Places = dict[tuple[bytes, bytes | None], list[Stored]]


@dataclass(slots=True, kw_only=True)
class Fetched:
    """Rows by kind and subject (None: of all subjects), and by kind and name.

    `refs` are those of every entry of a kind, `boxes` what one keeps under a name.
    With whatever is fetched first come the columns of all that is open to both,
    `there`, and the `memory` that they are compared with; in one's own space none do.
    `written` are those of rows that I wrote since.

    While an act `watches`, the `heads` of both come too, by author and place, and it is
    noted which rows of mine are closed. What it is going to write stands among what is
    found, as if it lay there.
    """

    access: SpaceAccess = field(repr=False)
    stored: dict[tuple[type[Entry], bytes | None], list[Stored]] = field(
        default_factory=dict, repr=False
    )
    named: dict[tuple[type[Entry], bytes], list[Stored]] = field(
        default_factory=dict, repr=False
    )
    refs: dict[type[Entry], list[bytes]] = field(default_factory=dict, repr=False)
    boxes: dict[str, kept.Boxes] = field(default_factory=dict, repr=False)
    there: bytes | None = field(default=None, repr=False)
    written: list[bytes] = field(default_factory=list, repr=False)
    memory: kept.Boxes = field(default_factory=dict, repr=False)
    watches: bool = False
    heads: Mapping[tuple[bytes, bytes], bytes] | None = field(default=None, repr=False)
    writes: Writes = field(init=False, repr=False)
    _places: _Places = field(default_factory=dict, repr=False)
    _mine: dict[tuple[bytes, bytes | None], frozenset[bytes]] = field(
        default_factory=dict, repr=False
    )

    def __post_init__(self) -> None:
        self.writes = self._none()

    def _none(self) -> Writes:
        return Writes(space=self.access.space.id, author=self.access.me.id)

    def fetch(
        self,
        kinds: Iterable[type[Entry]],
        *,
        subjects: Iterable[bytes] | None,
        named: Mapping[type[Entry], Iterable[bytes]] = NOTHING,
        index: EntryIndex | None = None,
    ) -> None:
        """Get what is not here yet, in one query."""
        on = None if subjects is None else list(dict.fromkeys(subjects))
        wanted = Wanted(
            kinds=[kind for kind in kinds if on != [] and not self._is_here(kind, on)],
            subjects=on,
            named={kind: self._unnamed(kind, refs) for kind, refs in named.items()},
            index=self._unread(index),
            open_to_both=self.there is None and self.access.other is not None,
            heads=self.watches and self.heads is None,
        )
        if wanted.kinds or wanted.index or any(wanted.named.values()):
            self._keep(wanted, visible(self.access, wanted))

    def look(self) -> None:
        """Get what is open to both, and what I remember of it, if that is not here."""
        wanted = Wanted(
            open_to_both=self.there is None, heads=self.watches and self.heads is None
        )
        if wanted.open_to_both or wanted.heads:
            self._keep(wanted, visible(self.access, wanted))

    def _is_here(self, kind: type[Entry], subjects: Collection[bytes] | None) -> bool:
        here = self.stored
        asked = subjects is not None and all((kind, one) in here for one in subjects)
        return (kind, None) in here or asked

    def _unnamed(self, kind: type[Entry], refs: Iterable[bytes]) -> list[bytes]:
        first = dict.fromkeys(ref[:NAME] for ref in refs)
        return [one for one in first if (kind, one) not in self.named]

    def _keep(self, wanted: Wanted, found: Found) -> None:
        """Sort what was found by kind and subject, as far as columns tell."""
        places: _Places = {}
        for kind in wanted.kinds:
            for subject in [None] if wanted.subjects is None else wanted.subjects:
                place = self._place(places, kind, subject=subject)
                self.stored[kind, subject] = place
        for kind, names in wanted.named.items():
            for name in names:
                self.named[kind, name] = self._place(places, kind, name=name)
        self._sort(places, self.writes.over(found.rows))
        self._places |= places
        if wanted.index is not None:
            self._keep_index(wanted.index, found)
        if wanted.open_to_both:
            self.there, self.written = found.open_to_both, []
            # Sealed: it is opened when it is first asked for.
            self.memory = found.kept
        if wanted.heads:
            self.heads = found.heads
        self._note_mine(wanted, found.rows)

    @staticmethod
    def _sort(places: _Places, found: Iterable[Stored]) -> None:
        for stored in found:
            row = stored.row
            for key in (None, row.about, row.ref[:NAME]):
                if (row.kind, key) in places:
                    places[row.kind, key].append(stored)

    def _unread(self, index: EntryIndex | None) -> EntryIndex | None:
        if index is None:
            return None
        listed = all(kind in self.refs for kind in index.kinds)
        is_here = listed and (not index.name or index.name in self.boxes)
        return None if is_here else index

    def _keep_index(self, index: EntryIndex, found: Found) -> None:
        for kind in index.kinds:
            columns = self._columns(kind)
            refs = [ref for tag in columns for ref in found.refs.get(tag, [])]
            rows = (one.row for one in self.writes.over(()))
            mine = [row.ref for row in rows if row.kind in columns]
            self.refs[kind] = list(dict.fromkeys([*refs, *mine])) if mine else refs
        if index.name:
            boxes = {**found.kept, **self.writes.boxes}
            self.boxes[index.name] = kept.named(self.access, index.name, boxes)

    def _note_mine(self, wanted: Wanted, found: Iterable[Stored]) -> None:
        """Note which rows of mine are closed, where I looked: as they lie there."""
        tags, me = self.access.tags, self.access.me.id
        kinds = [
            tags.kind(me, kind.kind)
            for kind in wanted.kinds
            if kind.audience is Audience.WAITING
        ]
        on: list[bytes | None] = [None]
        if wanted.subjects is not None:
            on = [tags.about(me, one) for one in wanted.subjects]
        rows = [one.row for one in found]
        for kind in kinds:
            of = [row for row in rows if row.kind == kind]
            for about in on:
                ids = {row.id for row in of if about in {None, row.about}}
                self._mine[kind, about] = frozenset(ids)

    def mine(
        self, kind: type[Entry], subjects: Collection[bytes] | None
    ) -> list[Stored]:
        """Return my rows of a closed kind that was fetched, on some subjects or all."""
        tags, me = self.access.tags, self.access.me.id
        whole = subjects is None or (kind, None) in self.stored
        on = (None,) if subjects is None or whole else subjects
        found = [one for about in on for one in self.stored[kind, about]]
        abouts = {tags.about(me, one) for one in subjects or ()}
        return [
            one
            for one in found
            if one.row.author == me and (subjects is None or one.row.about in abouts)
        ]

    @property
    def my_heads(self) -> kept.Boxes:
        """My head by place, as the act that is on leaves it; sealed."""
        self.look()
        heads, me = self.heads or {}, self.access.me.id
        mine = {place: box for (author, place), box in heads.items() if author == me}
        return {**mine, **self.writes.boxes}

    @property
    def rests_on(self) -> RestsOn | None:
        """What all I have read rests on; None where nobody could tell if it changed."""
        heads, me = self.heads or {}, self.access.me.id
        if {author for author, _ in heads} != set(self.access.authors):
            return None
        boxes, at = {**heads}, kept.first(self.access, seen.NAME)
        if at in self.memory:
            boxes[me, at] = self.memory[at]
        return RestsOn(boxes=boxes, mine={**self._mine})

    def _place(
        self,
        places: _Places,
        kind: type[Entry],
        *,
        subject: bytes | None = None,
        name: bytes | None = None,
    ) -> list[Stored]:
        """Make a place for rows of either author, on a subject or with a name."""
        place: list[Stored] = []
        for column, author in self._columns(kind).items():
            about = name if subject is None else self.access.tags.about(author, subject)
            places[column, about] = place
        return place

    def _columns(self, kind: type[Entry]) -> dict[bytes, bytes]:
        """Return the authors by the column that a kind has for each."""
        tags = self.access.tags
        return {tags.kind(one, kind.kind): one for one in self.access.authors}

    def put(self, stored: Stored, kind: type[Entry]) -> None:
        """Let a row of mine that is new stand among what is here."""
        self.writes.add(stored)
        row = stored.row
        self._show(stored)
        if kind in self.refs:
            self.refs[kind] = [*self.refs[kind], row.ref]
        self.named[kind, row.ref[:NAME]] = [stored]
        if self.there is not None and kind.audience is Audience.BOTH:
            self.written.append(row.kind + row.about + row.ref)

    def change(self, stored: Stored) -> None:
        """Let a row stand here as it is going to lie."""
        self.writes.change(stored)
        self._show(stored)

    def delete(self, stored: Stored) -> None:
        """Let a closed row be gone."""
        self.writes.delete(stored)
        if stored.closed:
            self._show(stored, is_gone=True)

    def shred(self, rid: bytes) -> None:
        """Let the share of a row be gone."""
        self.writes.shredded.add(rid)
        for place in self._places.values():
            place[:] = self.writes.of(place)

    def _show(self, stored: Stored, *, is_gone: bool = False) -> None:
        row = stored.row
        for key in (None, row.about, row.ref[:NAME]):
            place = self._places.get((row.kind, key))
            if place is not None:
                at = bisect_left(place, row.id, key=attrgetter("row.id"))
                is_there = at < len(place) and place[at].row.id == row.id
                place[at : at + is_there] = [] if is_gone else [stored]

    def forget(self) -> None:
        """Keep nothing of it, nor of what was going to be written."""
        self.stored.clear()
        self.named.clear()
        self.refs.clear()
        self.boxes.clear()
        self._places.clear()
        self._mine.clear()
        self.there, self.written, self.memory, self.heads = None, [], {}, None
        self.writes = self._none()
