"""What two people write when they settle something.

A question and each option that is added stand for good. A ballot is closed until
both are in. What answers something names its exact text: an option its question, a
yes the very words it says yes to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from coequal.core.entry import Audience, Shred

NO_OPTION: Final = -1
"""A proposal in words of its own, that is none of the options."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something to settle, and what holds meanwhile.

    `area` is one of the areas of the pair, or empty; `until` the last second to
    weigh it, or 0: it ends the wait and opens nothing.
    """

    kind: ClassVar[str] = "question"
    audience: ClassVar[Audience] = Audience.BOTH
    shred: ClassVar[Shred] = Shred.NEVER

    text: str
    area: str
    meanwhile: str
    until: int
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One more option; it answers its question."""

    kind: ClassVar[str] = "option"
    audience: ClassVar[Audience] = Audience.BOTH
    shred: ClassVar[Shred] = Shred.NEVER

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction:
    """Who raised a question takes it back; it answers the question.

    It counts until both ballots are open, and from nobody else.
    """

    kind: ClassVar[str] = "retraction"
    audience: ClassVar[Audience] = Audience.BOTH
    shred: ClassVar[Shred] = Shred.NEVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One person's ballot on one exact list of options.

    `question` and `added` name the texts of the question and of every option that
    was added to it, in the order of the scores behind the question's own. The rest
    is as in `Ballot`, and `reason` opens with it.
    """

    kind: ClassVar[str] = "vote"
    audience: ClassVar[Audience] = Audience.WAITING
    shred: ClassVar[Shred] = Shred.NEVER

    question: bytes
    added: tuple[bytes, ...]
    scores: tuple[int, ...]
    stake: int
    cannot: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What one of the two proposes to hold to: an option, or words of their own."""

    kind: ClassVar[str] = "proposal"
    audience: ClassVar[Audience] = Audience.BOTH
    shred: ClassVar[Shred] = Shred.AUTHOR

    option: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The other's yes; it answers the proposal, word for word."""

    kind: ClassVar[str] = "settled"
    audience: ClassVar[Audience] = Audience.BOTH
    shred: ClassVar[Shred] = Shred.NEVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoing:
    """One of the two would undo what was settled; it answers the yes."""

    kind: ClassVar[str] = "undoing"
    audience: ClassVar[Audience] = Audience.BOTH
    shred: ClassVar[Shred] = Shred.AUTHOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """The other would undo it too; it answers the wish."""

    kind: ClassVar[str] = "undone"
    audience: ClassVar[Audience] = Audience.BOTH
    shred: ClassVar[Shred] = Shred.NEVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Two sentences of one person on how it went; closed until both have written."""

    kind: ClassVar[str] = "review"
    audience: ClassVar[Audience] = Audience.WAITING
    shred: ClassVar[Shred] = Shred.NEVER

    settled: bytes
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """One of the two suggests who leads an area for three months, by seat."""

    kind: ClassVar[str] = "lead"
    audience: ClassVar[Audience] = Audience.BOTH
    shred: ClassVar[Shred] = Shred.AUTHOR

    area: str
    seat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadTaken:
    """The other's yes to a lead; it answers the suggestion."""

    kind: ClassVar[str] = "lead taken"
    audience: ClassVar[Audience] = Audience.BOTH
    shred: ClassVar[Shred] = Shred.NEVER


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadEnded:
    """Either of the two ends a lead; it answers the yes."""

    kind: ClassVar[str] = "lead ended"
    audience: ClassVar[Audience] = Audience.BOTH
    shred: ClassVar[Shred] = Shred.NEVER


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryLine:
    """Something that was already decided, as a line in the diary of the two."""

    kind: ClassVar[str] = "diary line"
    audience: ClassVar[Audience] = Audience.BOTH
    shred: ClassVar[Shred] = Shred.NEVER

    text: str
    area: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryAnswer:
    """How one person has a line of the diary; closed until both have it.

    `who` is one of `Who`; `asked` whether I was asked and `fine` whether I am fine
    with it: "yes", "partly", "no", or "" for no answer.
    """

    kind: ClassVar[str] = "diary answer"
    audience: ClassVar[Audience] = Audience.WAITING
    shred: ClassVar[Shred] = Shred.NEVER

    line: bytes
    who: str
    asked: str
    fine: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDiaryLine:
    """A line of one's own diary; `who` is me, other, both or happened."""

    kind: ClassVar[str] = "own diary line"
    audience: ClassVar[Audience] = Audience.NOTES
    shred: ClassVar[Shred] = Shred.AUTHOR

    sheet: str
    text: str
    who: str
    asked: str
    fine: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWeighing:
    """Options that one person weighs for themselves."""

    kind: ClassVar[str] = "own weighing"
    audience: ClassVar[Audience] = Audience.NOTES
    shred: ClassVar[Shred] = Shred.AUTHOR

    text: str
    options: tuple[str, ...]
    scores: tuple[int, ...]


KINDS: Final = (
    *(Question, Option, Retraction, Vote, Proposal, Settled, Undoing, Undone, Review),
    *(Lead, LeadTaken, LeadEnded, DiaryLine, DiaryAnswer, OwnDiaryLine, OwnWeighing),
)
