"""What two people write when they settle something.

A question and each option that is added stand for good. A ballot is closed until
both are in. What answers something names its exact text: an option its question, a
yes the very words it says yes to.
"""

from __future__ import annotations

from typing import Final

from coequal.core.entry import Audience, Entry, Shred, entry

NO_OPTION: Final = -1
"""A proposal in words of its own, that is none of the options."""


@entry("question", Audience.BOTH)
class Question(Entry):
    """Something to settle, and what holds meanwhile.

    `area` is one of the areas of the pair, or empty; `until` the last second to
    weigh it, or 0: it ends the wait and opens nothing.
    """

    text: str
    area: str
    meanwhile: str
    until: int
    options: tuple[str, ...]


@entry("option", Audience.BOTH)
class Option(Entry):
    """One more option; it answers its question."""

    text: str


@entry("retraction", Audience.BOTH)
class Retraction(Entry):
    """Who raised a question takes it back; it answers the question.

    It counts until both ballots are open, and from nobody else.
    """


@entry("vote", Audience.WAITING)
class Vote(Entry):
    """One person's ballot on one exact list of options.

    `question` and `added` name the texts of the question and of every option that
    was added to it, in the order of the scores behind the question's own. The rest
    is as in `Ballot`, and `reason` opens with it.
    """

    question: bytes
    added: tuple[bytes, ...]
    scores: tuple[int, ...]
    stake: int
    cannot: tuple[int, ...]
    reason: str


@entry("proposal", Audience.BOTH, shred=Shred.AUTHOR)
class Proposal(Entry):
    """What one of the two proposes to hold to: an option, or words of their own."""

    option: int
    text: str


@entry("review", Audience.WAITING)
class Review(Entry):
    """Two sentences of one person on how it went; closed until both have written."""

    settled: bytes
    text: str


@entry("lead", Audience.BOTH, shred=Shred.AUTHOR)
class Lead(Entry):
    """One of the two suggests who leads an area for three months, by seat."""

    area: str
    seat: str


@entry("diary line", Audience.BOTH)
class DiaryLine(Entry):
    """Something that was already decided, as a line in the diary of the two."""

    text: str
    area: str


@entry("diary answer", Audience.WAITING)
class DiaryAnswer(Entry):
    """How one person has a line of the diary; closed until both have it.

    `who` is one of `Who`; `asked` whether I was asked and `fine` whether I am fine
    with it: "yes", "partly", "no", or "" for no answer.
    """

    line: bytes
    who: str
    asked: str
    fine: str


@entry("own diary line", Audience.NOTES, shred=Shred.AUTHOR)
class OwnDiaryLine(Entry):
    """A line of one's own diary; `who` is me, other, both or happened."""

    sheet: str
    text: str
    who: str
    asked: str
    fine: str


@entry("own weighing", Audience.NOTES, shred=Shred.AUTHOR)
class OwnWeighing(Entry):
    """Options that one person weighs for themselves."""

    text: str
    options: tuple[str, ...]
    scores: tuple[int, ...]


KINDS: Final = (
    *(Question, Option, Retraction, Vote, Proposal, Review),
    *(Lead, DiaryLine, DiaryAnswer, OwnDiaryLine, OwnWeighing),
)
