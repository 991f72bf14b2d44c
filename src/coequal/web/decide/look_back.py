"""Look back: settled and unsettled, whose wish it was lately, who raised what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.core.paginator import Page
from django.utils.safestring import SafeString

from coequal.core.decide.diary import Who, logged
from coequal.core.decide.influence import Influence, InfluenceWord, from_traces
from coequal.core.decide.known import KnownLine, Stage, traces
from coequal.core.decide.overview import Overview
from coequal.core.decide.question_state import QuestionState, when_settled
from coequal.core.people import Pair, Seat
from coequal.people.pairs import PairMember
from coequal.web.decide import list_views, overview, states
from coequal.web.decide.wishes import who_decided, whose_wish, wish_figure
from coequal.web.two import areas
from coequal.web.two.dates import day
from coequal.web.two.page import PageOfTwo, PairRequest, Tried
from coequal.web.two.pages import page_of


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
    """Whose turn it has been, in words and as a figure; `few`: it cannot be said."""

    few: bool
    said: Sequence[str]
    wish: SafeString | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryLately:
    """What the open lines of the diary come to."""

    entries: int
    alike: int
    few: bool
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
    page: Page[bytes]
    open: Sequence[PastQuestion]
    ballots: WishLately
    diary: DiaryLately
    areas: Sequence[AreaLately]
    raised: Sequence[RaisedBy]


def _look_back(asked: PairRequest, _tried: Tried | None) -> LookBackContext:
    member = asked.member
    known, shown = overview.shown(member, partial(list_views.on_page, asked))
    page = page_of(asked, known.settled_names)
    done = sorted((one for one in shown if one.settled), key=when_settled)
    found = from_traces(traces(known.settled))
    return LookBackContext(
        settled=[_past(member, one) for one in reversed(done)],
        page=page,
        open=[_past(member, one) for one in shown if one.settled is None],
        ballots=WishLately(
            few=found.word is InfluenceWord.FEW,
            said=whose_wish(found, member.names),
            wish=wish_figure("weighed", found, member.names),
        ),
        diary=_diary(known.lines, member.names),
        areas=list(_areas(member, known)),
        raised=[
            RaisedBy(
                name=member.names[seat],
                texts=[one.question.text for one in shown if one.by is seat],
            )
            for seat in Seat
        ],
    )


def _past(member: PairMember, state: QuestionState) -> PastQuestion:
    done = state.settled
    return PastQuestion(
        question_id=states.name(state),
        text=state.question.text,
        by=member.names[state.by],
        words=done.entry.text if done else "",
        on=day(when_settled(state)[0] if done else state.at),
    )


def _diary(lines: Iterable[KnownLine], names: Pair[str]) -> DiaryLately:
    """Return what the open lines come to; as each has it only where they are enough."""
    found = logged(_who(lines))
    few = found.influence.word is InfluenceWord.FEW
    return DiaryLately(
        entries=found.entries,
        alike=found.alike,
        few=few,
        said=whose_wish(found.influence, names),
        wish=wish_figure("logged", found.influence, names),
        decided=None if few else who_decided(found.said, names),
    )


def _areas(member: PairMember, known: Overview) -> Iterator[AreaLately]:
    """Yield each area where something was settled, is open or was written down."""
    settled, told = known.settled, [one for one in known.lines if one.who]
    still = known.questions(Stage.OPEN, Stage.WEIGHED)
    for area, title in [*areas.all_titles(member).items(), ("", str(areas.OTHER))]:
        done = [one for one in settled if one.area == area]
        waits = [one for one in still if one.area == area]
        there = [one for one in told if one.area == area]
        if done or waits or there:
            yield AreaLately(
                title=title,
                settled=len(done),
                open=len(waits),
                lines=len(there),
                ballots=_if_enough(from_traces(traces(done)), member.names),
                diary=_if_enough(logged(_who(there)).influence, member.names),
            )


def _who(lines: Iterable[KnownLine]) -> Iterator[Pair[Who]]:
    return (one.who for one in lines if one.who is not None)


def _if_enough(found: Influence, names: Pair[str]) -> list[str]:
    return [] if found.word is InfluenceWord.FEW else whose_wish(found, names)


look_back = PageOfTwo(
    template="decide/look_back.html", shows=_look_back, index=overview.INDEX
).as_view()
