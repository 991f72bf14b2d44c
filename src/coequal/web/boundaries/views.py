"""Boundaries: written for oneself, shown to one person by a second tap, and read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from coequal.core.boundaries.entries import OwnBoundary
from coequal.core.boundaries.rules import (
    check_own,
    check_shown,
    may_take_down,
    shows,
)
from coequal.core.recorded import NAME
from coequal.core.two.boundaries import ShownBoundary
from coequal.core.whose import OTHER
from coequal.errors import Refused
from coequal.journal import door as journal
from coequal.journal.door import Reading, Record
from coequal.people import own_entries, pairs
from coequal.people.own_act import own_act
from coequal.people.pairs import PairMember
from coequal.people.sessions import Session
from coequal.web.boundaries.forms import AreaForm, BoundaryForm
from coequal.web.boundaries.labels import refusals
from coequal.web.context import render_context
from coequal.web.decorators import session_required
from coequal.web.room import Text
from coequal.web.sessions import PersonRequest
from coequal.web.two import areas, boundaries
from coequal.web.two.dates import ref_from, short_id
from coequal.web.two.forms import RefForm
from coequal.web.two.one_act import one_act
from coequal.web.two.page import Act, PageOfTwo, PairRequest, Tried
from coequal.web.two.refusals import why_not


@dataclass(frozen=True, slots=True, kw_only=True)
class MyBoundary:
    """A boundary of one's own, as its pages show it."""

    ref: str
    line_id: str
    mine: str
    then: str
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedBoundary:
    """One of one's own, who can read it, and to whom it can be shown as well.

    `places` are those of the two, by their ids and with what one calls the other.
    """

    own: MyBoundary
    readers: Sequence[str]
    places: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundariesContext:
    """One's own boundaries, and the form for one more."""

    known: Sequence[ListedBoundary]
    form: BoundaryForm


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowContext:
    """One boundary that one may show, as the other would read it."""

    own: MyBoundary
    areas: Sequence[tuple[str, Text]]
    picked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OneShown:
    """A boundary that is shown: by whom, about what, and its two lines."""

    ref: str
    by: str
    area: Text
    mine: str
    then: str
    is_mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownContext:
    """What the two have shown, the same for both but for whose it is."""

    shown: Sequence[OneShown]


def written(own: Reading) -> list[Record[OwnBoundary]]:
    """Return one's own boundaries, the newest first."""
    return own_entries.newest_first(own, OwnBoundary)


@own_act
def write(session: Session, wanted: OwnBoundary) -> None:
    """Write one for nobody else; the same again is the same. Raises `Refused`."""
    known = [one.entry for one in written(session.own)]
    checked = check_own(wanted, known)
    if checked not in known:
        journal.append(session.own, checked)


@one_act
def show(member: PairMember, own: OwnBoundary, area: str) -> None:
    """Show the two lines of a boundary to the other."""
    known, fitting = boundaries.now(member), places(member)
    shown = check_shown(own, area, known, member.seat, areas=fitting)
    journal.append(member.reading, shown)


@one_act
def take_down(member: PairMember, ref: bytes) -> None:
    """Show one of my boundaries no longer."""
    gone = may_take_down(boundaries.now(member), ref, member.seat)
    for record in member.reading.sound_named(ShownBoundary, [gone]):
        journal.shred(member.reading, record)


def shown_as(member: PairMember, own: OwnBoundary) -> list[bytes]:
    """Return the refs under which I show a boundary to the other."""
    return [one.ref for one in boundaries.now(member) if shows(one, own, member.seat)]


def delete(session: Session, ref: bytes, *, everywhere: bool) -> None:
    """Delete one of my own; where that is wished, it is shown to nobody any more."""
    found = session.own.sound_named(OwnBoundary, [ref])
    for member in _members(session) if everywhere else ():
        for own in found:
            for one in shown_as(member, own.entry):
                take_down(member, one)
    own_entries.drop(session, OwnBoundary, ref)


def _members(session: Session) -> list[PairMember]:
    """Return the pairs in which I can show something."""
    found = pairs.members(session) if session.may_pair else []
    return [one for one in found if one.pair is not None and not one.closed]


def places(member: PairMember) -> dict[str, Text]:
    """Return what a boundary can be about: one's own life, and areas of the two."""
    return {**areas.OWN, **areas.titles(member), OTHER: areas.OTHER}


@require_http_methods(["GET", "HEAD", "POST"])
@session_required
def mine(request: PersonRequest) -> HttpResponse:
    """Read one's own, write one more, or delete one."""
    form = BoundaryForm(request.POST or None)
    if request.method != "POST":
        return _page(request, form)
    do = request.POST.get("do")
    if do in {"drop", "drop both"}:
        ref = ref_from(request.POST.get("ref", ""))
        delete(request.session, ref, everywhere=do == "drop both")
        return redirect("boundaries:mine")
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("mine", "then", "ask")}
        try:
            write(request.session, OwnBoundary(**given))
        except Refused as refused:
            form.add_error(None, why_not(refused, refusals()))
        else:
            return redirect("boundaries:mine")
    return _page(request, form, status=422)


def _page(
    request: PersonRequest, form: BoundaryForm, *, status: int = 200
) -> HttpResponse:
    known, members = written(request.session.own), _members(request.session)
    context = BoundariesContext(
        known=[_listed(one, members if known else ()) for one in known], form=form
    )
    return render_context(request, "boundaries/mine.html", context, status=status)


def _listed(
    record: Record[OwnBoundary], members: Sequence[PairMember]
) -> ListedBoundary:
    shown = [one for one in members if shown_as(one, record.entry)]
    return ListedBoundary(
        own=_mine(record),
        readers=[one.label for one in shown],
        places=[(one.pair_id.hex(), one.label) for one in members if one not in shown],
    )


def _mine(record: Record[OwnBoundary]) -> MyBoundary:
    one = record.entry
    return MyBoundary(
        ref=record.ref.hex(),
        line_id=short_id(record.ref),
        mine=one.mine,
        then=one.then,
        ask=one.ask,
    )


def _wanted(asked: PairRequest) -> Record[OwnBoundary]:
    wanted = ref_from(asked.ids["line_id"])
    for one in written(asked.member.own):
        if one.ref[:NAME] == wanted:
            return one
    raise Http404


def _show(asked: PairRequest, tried: Tried | None) -> ShowContext:
    return ShowContext(
        own=_mine(_wanted(asked)),
        areas=list(places(asked.member).items()),
        picked=tried.typed("", "area") if tried else "",
    )


def _do_show(asked: PairRequest, form: AreaForm) -> None:
    show(asked.member, _wanted(asked).entry, form.cleaned_data["area"])


def _shown(asked: PairRequest, _tried: Tried | None) -> ShownContext:
    member = asked.member
    titles: dict[str, Text] = {**areas.all_titles(member), **areas.OWN}
    return ShownContext(
        shown=[
            OneShown(
                ref=one.ref.hex(),
                by=member.names[one.by],
                area=titles.get(one.entry.area, ""),
                mine=one.entry.mine,
                then=one.entry.then,
                is_mine=one.by is member.seat,
            )
            for one in boundaries.now(member)
        ]
    )


def _area_form(data: QueryDict, _asked: PairRequest) -> AreaForm:
    return AreaForm(data)


def _to_shown(asked: PairRequest) -> HttpResponse:
    return asked.to("boundaries:shown")


READS: Final = boundaries.READS

show_page = PageOfTwo(
    template="boundaries/show.html",
    shows=_show,
    acts={"": Act(do=_do_show, form=_area_form)},
    words=refusals,
    reads=READS,
    until_closed=True,
    onward=_to_shown,
).as_view()
shown = PageOfTwo(
    template="boundaries/shown.html",
    shows=_shown,
    acts={
        "down": Act(
            do=lambda asked, form: take_down(asked.member, form.cleaned_data["ref"]),
            form=lambda data, _asked: RefForm(data),
        )
    },
    words=refusals,
    reads=READS,
).as_view()
