"""What two people write when they settle something.

A question and each option that is added stand for good. A ballot is closed until
both are in. What answers something names its exact text: an option its question, a
yes the very words it says yes to.
"""

from __future__ import annotations

from typing import Final

from coequal.core.decide.constants import HIGHEST, MOST
from coequal.core.decide.diary import Who
from coequal.core.decide.limits import FEWEST, MOST_OPTIONS
from coequal.core.entry import LAST, Audience, Entry, Shred, entry
from coequal.core.people import Seat

NO_OPTION: Final = -1
"""A proposal in words of its own, that is none of the options."""
HOW_FAR: Final = ("yes", "partly", "no")
"""What one may say to having been asked, and to being fine with it; or nothing."""
OWN_WHO: Final = ("me", "other", "both", "happened")
"""Who decided, as somebody writes it for themselves."""


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

    def fits(self) -> bool:
        """Whether it has a time that there can be, and as many options."""
        return 0 <= self.until <= LAST and FEWEST <= len(self.options) <= MOST_OPTIONS


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

    def fits(self) -> bool:
        """Whether each number is on its scale, and names an option that it weighs."""
        return (
            FEWEST <= len(self.scores) <= MOST_OPTIONS
            and all(0 <= score <= HIGHEST for score in self.scores)
            and 0 <= self.stake <= MOST
            and all(0 <= place < len(self.scores) for place in self.cannot)
        )


@entry("proposal", Audience.BOTH, shred=Shred.AUTHOR)
class Proposal(Entry):
    """What one of the two proposes to hold to: an option, or words of their own."""

    option: int
    text: str

    def fits(self) -> bool:
        """Whether it can be an option, or none."""
        return NO_OPTION <= self.option < MOST_OPTIONS


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

    def fits(self) -> bool:
        """Whether it is for one of the two."""
        return self.seat in {*Seat}


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

    def fits(self) -> bool:
        """Whether it says who decided, and beside that only what can be said."""
        return self.who in {*Who} and {self.asked, self.fine} <= {"", *HOW_FAR}


@entry("own diary line", Audience.NOTES, shred=Shred.AUTHOR)
class OwnDiaryLine(Entry):
    """A line of one's own diary; `who` is me, other, both or happened."""

    sheet: str
    text: str
    who: str
    asked: str
    fine: str

    def fits(self) -> bool:
        """Whether it says who decided, and beside that only what can be said."""
        return self.who in OWN_WHO and {self.asked, self.fine} <= {"", *HOW_FAR}


@entry("own weighing", Audience.NOTES, shred=Shred.AUTHOR)
class OwnWeighing(Entry):
    """Options that one person weighs for themselves."""

    text: str
    options: tuple[str, ...]
    scores: tuple[int, ...]

    def fits(self) -> bool:
        """Whether each option has a number on the scale."""
        return len(self.options) == len(self.scores) and all(
            0 <= score <= HIGHEST for score in self.scores
        )


KINDS: Final = (
    *(Question, Option, Retraction, Vote, Proposal, Review),
    *(Lead, DiaryLine, DiaryAnswer, OwnDiaryLine, OwnWeighing),
)
