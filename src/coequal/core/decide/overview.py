"""What is known of all questions and lines of two people, in a few bytes each.

A page shows some of them. What it has to know of all of them - which are open, which
were settled last, whose wish it was - it takes from here, so that it need not read a
whole life. It is worked out from entries, and kept by each of the two for themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from coequal.core.decide import known_records
from coequal.core.decide.known import KnownLine, KnownQuestion, Stage
from coequal.core.decide.question_state import QuestionState, when_settled
from coequal.core.recorded import NAME

FORM: Final = b"\x03"
"""Which form the bytes have: what was kept in another one is worked out again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """A record of each entry by its name, in the order it came to be known.

    Records are read when they are asked for. What changes, changes in its place, and
    what is new stands at the end: so what is kept in pieces is mostly kept as it was.
    """

    records: Mapping[bytes, bytes] = field(default_factory=dict)

    @classmethod
    def decode(cls, raw: bytes) -> Overview:
        """Return what was kept; nothing where it was kept in another form."""
        if raw[:1] != FORM:
            return cls()
        return cls(records=dict(known_records.split(raw[1:])))

    def encode(self) -> bytes:
        """Return it as bytes, to be kept."""
        return FORM + b"".join(self.records.values())

    def also(
        self,
        *,
        noted: Iterable[bytes] = (),
        known: Iterable[KnownQuestion | KnownLine] = (),
    ) -> Overview:
        """Return the same with more, or with something in place of what was known.

        What is `noted` was looked at and says no more.
        """
        more = {name: known_records.noted(name) for name in noted}
        more |= {one.name: known_records.record(one) for one in known}
        return Overview(records={**self.records, **more})

    def stage(self, name: bytes) -> Stage | None:
        """Return how far a question is; None if no question has this name."""
        return known_records.stage(self.records.get(name, b""))

    def line(self, name: bytes) -> KnownLine | None:
        """Return a line of the diary; None if no line has this name."""
        record = self.records.get(name, b"")
        return known_records.line(record) if known_records.is_line(record) else None

    def questions(self, *stages: Stage) -> list[KnownQuestion]:
        """Return the questions of some stages, the oldest first."""
        found = (
            known_records.question(record)
            for record in self.records.values()
            if known_records.stage(record) in stages
        )
        return sorted(found, key=_age)

    def settled(self) -> list[KnownQuestion]:
        """Return what is settled, in the order of settling."""
        return sorted(self.questions(Stage.SETTLED), key=lambda one: one.settled)

    def lines(self) -> list[KnownLine]:
        """Return every line of the diary, the oldest first."""
        found = filter(known_records.is_line, self.records.values())
        return sorted(map(known_records.line, found), key=_age)


def _age(known: KnownQuestion | KnownLine) -> tuple[int, bytes]:
    return known.at, known.name


def settled_before(overview: Overview, state: QuestionState) -> list[KnownQuestion]:
    """Return what was settled before a question was: what its suggestion rests on.

    All of it, while the question is not settled.
    """
    done, _ = when_settled(state)
    return [
        one
        for one in overview.settled()
        if one.name != state.ref[:NAME] and (not done or one.settled[0] < done)
    ]
