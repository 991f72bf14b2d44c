"""What we agreed: the page of the two, one line with its earlier words, a new line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

from django.core.paginator import Page
from django.http import Http404, HttpResponse

from coequal.content.starters import fitting, starters
from coequal.core.agree.agreements import LOOKING, AgreementStage, AgreementState
from coequal.core.agree.entries import Binds
from coequal.core.agree.rules import NoAgreement
from coequal.core.people import PairType
from coequal.people import zones
from coequal.people.pairs import PairMember
from coequal.web.agree import next_things, states
from coequal.web.agree.forms import MORE, AgreementForm, TurnForm
from coequal.web.agree.labels import BINDS, WEEKS, Text, refusals
from coequal.web.two import boundaries
from coequal.web.two.access import pair_type
from coequal.web.two.dates import day
from coequal.web.two.forms import Choice, RefForm, choices
from coequal.web.two.page import Act, PageOfTwo, PairRequest, Tried
from coequal.web.two.pages import page_of

# Beside which field of the form a reason stands.
_FIELDS: Final = {
    **dict.fromkeys((NoAgreement.OWN, NoAgreement.NOWHERE), "area"),
    **dict.fromkeys((NoAgreement.THEIRS, NoAgreement.UNEQUAL), "your_limit"),
    NoAgreement.NOBODY: "binds",
    NoAgreement.SHORT: "weeks",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedLine:
    """One line as both read it, but for `mine` and `is_kept`.

    `by` is whose doing it is, empty for both; `look` the day on which they look again,
    and `last` the last one for saying that it goes on.
    """

    line_id: str
    ref: str
    stage: str
    turn: int
    mine: bool
    is_kept: bool
    by: str
    offered_by: str
    when: str
    then: str
    limit: str
    weeks: Text
    look: datetime
    last: datetime
    next: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedContext:
    """What two hold to, look at again and have suggested, and words to begin with.

    `waits` is the first line that waits for my word, in place of suggesting another.
    """

    waits: AgreedLine | None
    holds: Sequence[AgreedLine]
    looks: Sequence[AgreedLine]
    offered: Sequence[AgreedLine]
    doubt: Sequence[AgreedLine]
    over: bool
    starters: Sequence[tuple[str, Text]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierContext:
    """What has ended, the latest first."""

    page: Page[AgreedLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementContext:
    """One line, the words whose place it took, and whose boundary it touches.

    `thing` is what *Not now* folds it away as, in hex.
    """

    line: AgreedLine
    before: Sequence[AgreedLine]
    touched: Sequence[str]
    thing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestContext:
    """The form of a new line; `own` where it is about what each decides alone."""

    form: AgreementForm
    binds: Sequence[Choice]
    weeks: Sequence[Choice]
    own: bool
    more: bool
    again: bool


def line(member: PairMember, state: AgreementState) -> AgreedLine:
    """Return a line as the pages show it."""
    entry, by = state.entry, member.names[state.offer.by]
    return AgreedLine(
        line_id=states.name(state),
        ref=state.ref.hex(),
        stage=state.stage.name,
        turn=state.turn,
        mine=state.offer.by is member.seat,
        is_kept=state.is_kept,
        by="" if entry.binds == Binds.BOTH else by,
        offered_by=by,
        when=entry.when,
        then=entry.then,
        limit=entry.my_limit,
        weeks=WEEKS[str(entry.weeks)],
        look=day(state.until + 1),
        last=day(state.until + LOOKING),
        next=day(zones.weeks_end(state.until + 1, entry.weeks, entry.zone) + 1),
    )


def _agreed(asked: PairRequest, _tried: Tried | None) -> AgreedContext:
    known = states.now(asked.member)

    def at(stage: AgreementStage) -> list[AgreedLine]:
        return [line(asked.member, one) for one in known if one.stage is stage]

    looks, offered = at(AgreementStage.LOOK), at(AgreementStage.OFFERED)
    for_me = (
        *(one for one in offered if not one.mine),
        *(one for one in looks if not one.is_kept),
    )
    return AgreedContext(
        waits=next(iter(for_me), None),
        holds=at(AgreementStage.HOLDS),
        looks=looks,
        offered=offered,
        doubt=at(AgreementStage.DOUBT),
        over=any(one.stage is AgreementStage.OVER for one in known),
        starters=list(_starters(known, pair_type(asked.member))),
    )


def _starters(
    known: Iterable[AgreementState], pair: PairType
) -> Iterator[tuple[str, Text]]:
    """Yield words to begin with that fit, but for what stands there already."""
    there = {
        one.entry.when.casefold()
        for one in known
        if one.stage is not AgreementStage.OVER
    }
    for start, one in fitting(starters().starters, pair):
        if one.when.casefold() not in there:
            yield start, one.title


def _earlier(asked: PairRequest, _tried: Tried | None) -> EarlierContext:
    member = asked.member
    over = [one for one in states.now(member) if one.stage is AgreementStage.OVER]
    return EarlierContext(page=page_of(asked, [line(member, one) for one in over]))


def _line(asked: PairRequest, _tried: Tried | None) -> AgreementContext:
    member, known = asked.member, states.now(asked.member)
    state = states.find(known, asked.ids["line_id"])
    if state is None:
        raise Http404
    before = states.earlier(known, state)
    return AgreementContext(
        line=line(member, state),
        before=[line(member, one) for one in before],
        touched=boundaries.touched_names(member, state.entry.area),
        thing=next_things.offered(member, state).folded_as(member.pair_id).hex(),
    )


def _suggest(asked: PairRequest, tried: Tried | None) -> SuggestContext:
    form = tried.form if tried else AgreementForm(None, asked)
    assert isinstance(form, AgreementForm)
    return SuggestContext(
        form=form,
        binds=choices(BINDS, form["binds"].value()),
        weeks=choices(WEEKS, form["weeks"].value()),
        own=form.is_bound and form.is_own,
        more=any(form[name].errors or form[name].value() for name in MORE),
        again=bool(form.former),
    )


def _offer(asked: PairRequest, form: AgreementForm) -> HttpResponse:
    return asked.to("agree:line", states.offer(asked.member, form.agreement))


def _on(act: Callable[[PairMember, bytes], None]) -> Act:
    """Return the act of a button beside a line that its form names."""
    return Act(
        do=lambda asked, form: act(asked.member, form.cleaned_data["ref"]),
        form=lambda data, _asked: RefForm(data),
    )


def _again(act: Callable[[PairMember, bytes, int], None]) -> Act:
    """Return the act of a button beside a line that has ended for the how manieth time.

    It comes to the same when it is pressed twice.
    """
    return Act(
        do=lambda asked, form: act(
            asked.member, form.cleaned_data["ref"], form.cleaned_data["turn"]
        ),
        form=lambda data, _asked: TurnForm(data),
        repeatable=True,
    )


READS: Final = (*states.READS, *boundaries.READS)
_page: Final = partial(PageOfTwo, words=refusals, reads=READS)

agreed = _page(template="agree/agreed.html", shows=_agreed).as_view()
earlier = _page(template="agree/earlier.html", shows=_earlier).as_view()
suggest = _page(
    template="agree/suggest.html",
    shows=_suggest,
    acts={"": Act(do=_offer, form=AgreementForm, fields=_FIELDS)},
    until_closed=True,
    onward=lambda asked: asked.to("agree:agreed"),
).as_view()
one = _page(
    template="agree/line.html",
    shows=_line,
    acts={
        "yes": _on(states.agree),
        "back": _on(states.take_back),
        "end": _on(states.stop),
        "keep": _again(states.keep),
        "let go": _again(states.let_go),
    },
    onward=lambda asked: asked.to("agree:agreed"),
).as_view()
