"""What one request has fetched of one space: rows and refs, sealed as they lie there.

What is here already is not asked for again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from coequal.core.entry import Audience, Entry
from coequal.core.recorded import NAME
from coequal.journal import kept
from coequal.journal.access import SpaceAccess
from coequal.journal.rows import EntryIndex, Found, Stored, Wanted, visible
from coequal.sealed.rows import Row

_Places = dict[tuple[bytes, bytes | None], list[Stored]]


@dataclass(slots=True, kw_only=True)
class Fetched:
    """Rows by kind and subject (None: of all subjects), and by kind and name.

    `refs` are those of every entry of a kind, `boxes` what one keeps under a name.
    With whatever is fetched first come the columns of all that is open to both,
    `there`, and the `memory` that they are compared with; in one's own space none do.
    `written` are those of rows that I wrote since.
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

    def fetch(
        self,
        kinds: Iterable[type[Entry]],
        *,
        subjects: Iterable[bytes] | None,
        named: Mapping[type[Entry], Iterable[bytes]],
        index: EntryIndex | None,
    ) -> None:
        """Get what is not here yet, in one query."""
        on = None if subjects is None else list(dict.fromkeys(subjects))
        wanted = Wanted(
            kinds=[kind for kind in kinds if on != [] and not self._is_here(kind, on)],
            subjects=on,
            named={kind: self._unnamed(kind, refs) for kind, refs in named.items()},
            index=self._unread(index),
            open_to_both=self.there is None and self.access.other is not None,
        )
        if wanted.kinds or wanted.index or any(wanted.named.values()):
            self._keep(wanted, visible(self.access, wanted))

    def look(self) -> None:
        """Get what is open to both, and what I remember of it, if that is not here."""
        if self.there is None:
            wanted = Wanted(open_to_both=True)
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
        for stored in found.rows:
            row = stored.row
            for key in (None, row.about, row.ref[:NAME]):
                if (row.kind, key) in places:
                    places[row.kind, key].append(stored)
        if wanted.index is not None:
            self._keep_index(wanted.index, found)
        if wanted.open_to_both:
            self.there, self.written = found.open_to_both, []
            # Sealed: an act fetches before its lock what it asks for inside it alone.
            self.memory = found.kept

    def _unread(self, index: EntryIndex | None) -> EntryIndex | None:
        if index is None:
            return None
        listed = all(kind in self.refs for kind in index.kinds)
        is_here = listed and (not index.name or index.name in self.boxes)
        return None if is_here else index

    def _keep_index(self, index: EntryIndex, found: Found) -> None:
        for kind in index.kinds:
            refs = (found.refs.get(tag, []) for tag in self._columns(kind))
            self.refs[kind] = [ref for some in refs for ref in some]
        if index.name:
            self.boxes[index.name] = kept.named(self.access, index.name, found.kept)

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

    def note(self, kind: type[Entry], row: Row, *, subject: bytes) -> None:
        """Take note of an entry that I wrote: what it is among is fetched anew."""
        for found in (None, subject):
            self.stored.pop((kind, found), None)
        self.named.pop((kind, row.ref[:NAME]), None)
        if kind in self.refs:
            self.refs[kind] = [*self.refs[kind], row.ref]
        if self.there is not None and kind.audience is Audience.BOTH:
            self.written.append(row.kind + row.about + row.ref)

    def forget(self) -> None:
        """Keep nothing of it."""
        self.forget_rows()
        self.there, self.written, self.memory = None, [], {}

    def forget_rows(self) -> None:
        """Keep nothing but what is open to both, of which I know what I write."""
        self.stored.clear()
        self.named.clear()
        self.refs.clear()
        self.boxes.clear()
