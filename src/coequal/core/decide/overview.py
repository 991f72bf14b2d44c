"""What is known of all questions and lines of two people, in a few bytes each.

A page shows some of them. What it has to know of all of them - which are open, which
were settled last, whose wish it was - it takes from here, so that it need not read a
whole life. It is worked out from entries, and kept by each of the two for themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from coequal.core.decide import known_records
from coequal.core.decide.known import KnownLine, KnownQuestion, Stage
from coequal.core.decide.memory import Trace
from coequal.core.decide.question_state import QuestionState, when_settled
from coequal.core.recorded import NAME

FORM: Final = b"\x03"
"""Which form the bytes have: what was kept in another one is worked out again."""


@dataclass(frozen=True, kw_only=True)
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
        found = (one for one in self._asked if known_records.stage(one) in stages)
        return list(map(known_records.question, sorted(found, key=known_records.age)))

    @cached_property
    def settled(self) -> Sequence[KnownQuestion]:
        """What is settled, in the order of settling."""
        return tuple(map(known_records.question, self._settled))

    @cached_property
    def settled_names(self) -> Sequence[bytes]:
        """The names of the same: a list needs no more of most."""
        return tuple(map(known_records.name, self._settled))

    @cached_property
    def _settled(self) -> Sequence[bytes]:
        stage = known_records.stage
        found = (one for one in self._asked if stage(one) is Stage.SETTLED)
        return sorted(found, key=known_records.when_settled)

    @cached_property
    def _asked(self) -> Sequence[bytes]:
        return list(filter(known_records.is_question, self.records.values()))

    @cached_property
    def lines(self) -> Sequence[KnownLine]:
        """Every line of the diary, the oldest first."""
        return tuple(map(known_records.line, self._lines))

    @cached_property
    def line_names(self) -> Sequence[bytes]:
        """The names of the same."""
        return tuple(map(known_records.name, self._lines))

    @cached_property
    def _lines(self) -> Sequence[bytes]:
        found = filter(known_records.is_line, self.records.values())
        return sorted(found, key=known_records.age)

    def left_before(self, state: QuestionState) -> Iterator[Trace]:
        """Yield what a suggestion rests on: what was left by all settled before.

        By all that is settled, while the question is not.
        """
        done, _ = when_settled(state)
        until = done.to_bytes(known_records.SECOND, "big")
        for record in self._settled:
            if done and known_records.when_settled(record)[: len(until)] >= until:
                return
            left = known_records.left(record)
            if left is not None and known_records.name(record) != state.ref[:NAME]:
                yield left
