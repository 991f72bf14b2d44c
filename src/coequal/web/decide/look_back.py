"""Look back: settled and unsettled, whose wish it was lately, who raised what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString

from coequal.core.decide.diary import Who, logged
from coequal.core.decide.diary_lines import LineState
from coequal.core.decide.influence import Influence, InfluenceWord, from_ballots
from coequal.core.decide.question_state import QuestionState, decided, when_settled
from coequal.core.people import Pair, Seat
from coequal.people.pairs import PairMember
from coequal.web.decide import diary_views, questions
from coequal.web.decide.wishes import who_decided, whose_wish, wish_figure
from coequal.web.two import areas
from coequal.web.two.dates import day
from coequal.web.two.page import PageOfTwo, PairRequest, Tried


@dataclass(frozen=True, slots=True, kw_only=True)
class PastQuestion:
    """A question that was raised, and the words that settled it, if any did."""

    question_id: str
    text: str
    by: str
    words: str
    on: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WishLately:
    """Whose wish it was lately, in sentences and as a figure, if there is enough."""

    said: Sequence[str]
    wish: SafeString | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryLately:
    """What the open lines of the diary come to."""

    entries: int
    alike: int
    said: Sequence[str]
    wish: SafeString | None
    decided: dict[str, SafeString | str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaLately:
    """What was settled, is open or was written down in one area."""

    title: str
    settled: int
    open: int
    lines: int
    ballots: Sequence[str]
    diary: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RaisedBy:
    """What one of the two raised."""

    name: str
    texts: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBackContext:
    """What is open to both and nothing else; the same for both but for names."""

    settled: Sequence[PastQuestion]
    open: Sequence[PastQuestion]
    ballots: WishLately
    diary: DiaryLately
    areas: Sequence[AreaLately]
    raised: Sequence[RaisedBy]


def _look_back(asked: PairRequest, _tried: Tried | None) -> LookBackContext:
    member = asked.member
    lines, states = diary_views.lines(member), questions.asked(member)
    asked.show({line.ref: line.told.refs for line in lines})
    found = from_ballots(decided(states))
    done = sorted((one for one in states if one.settled), key=when_settled)
    return LookBackContext(
        settled=[_past(member, one) for one in reversed(done)],
        open=[_past(member, one) for one in states if one.settled is None],
        ballots=WishLately(
            said=whose_wish(found, member.names),
            wish=wish_figure("weighed", found, member.names),
        ),
        diary=_diary(lines, member.names),
        areas=list(_areas(member, states, lines)),
        raised=[
            RaisedBy(
                name=member.names[seat],
                texts=[one.question.text for one in states if one.by is seat],
            )
            for seat in Seat
        ],
    )


def _past(member: PairMember, state: QuestionState) -> PastQuestion:
    done = state.settled
    return PastQuestion(
        question_id=questions.name(state),
        text=state.question.text,
        by=member.names[state.by],
        words=done.entry.text if done else "",
        on=day(when_settled(state)[0] if done else state.at),
    )


def _diary(lines: Iterable[LineState], names: Pair[str]) -> DiaryLately:
    """Return what the open lines come to; as each has it only where they are enough."""
    found = logged(_who(lines))
    few = found.influence.word is InfluenceWord.FEW
    return DiaryLately(
        entries=found.entries,
        alike=found.alike,
        said=whose_wish(found.influence, names),
        wish=wish_figure("logged", found.influence, names),
        decided=None if few else who_decided(found.said, names),
    )


def _areas(
    member: PairMember, states: Sequence[QuestionState], lines: Iterable[LineState]
) -> Iterator[AreaLately]:
    """Yield each area where something was settled, is open or was written down."""
    told = [one for one in lines if one.who]
    for area, title in [*areas.titles(member).items(), ("", str(areas.OTHER))]:
        here = [one for one in states if one.question.area == area]
        there = [one for one in told if one.area == area]
        if here or there:
            yield AreaLately(
                title=title,
                settled=sum(one.settled is not None for one in here),
                open=sum(one.settled is None for one in here),
                lines=len(there),
                ballots=_if_enough(from_ballots(decided(here)), member.names),
                diary=_if_enough(logged(_who(there)).influence, member.names),
            )


def _who(lines: Iterable[LineState]) -> Iterator[Pair[Who]]:
    return (one.who for one in lines if one.who is not None)


def _if_enough(found: Influence, names: Pair[str]) -> list[str]:
    return [] if found.word is InfluenceWord.FEW else whose_wish(found, names)


look_back = PageOfTwo(
    template="decide/look_back.html",
    shows=_look_back,
    reads=(*questions.READS, *diary_views.READS),
).as_view()
