"""Boundaries: written for oneself, shown to one person by a second tap, and read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from coequal.core.boundaries.entries import OwnBoundary
from coequal.core.recorded import NAME
from coequal.errors import Refused
from coequal.journal.door import Record
from coequal.people.pairs import PairMember
from coequal.web.boundaries import store
from coequal.web.boundaries.forms import AreaForm, BoundaryForm
from coequal.web.boundaries.labels import refusals
from coequal.web.context import render_context
from coequal.web.decorators import session_required
from coequal.web.room import Text
from coequal.web.sessions import PersonRequest
from coequal.web.two import areas, boundaries
from coequal.web.two.dates import ref_from, short_id
from coequal.web.two.forms import RefForm
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

    `after` are readers in pairs that closed, where it stays. `places` are those of the
    two, by their ids and with what one calls the other.
    """

    own: MyBoundary
    readers: Sequence[str]
    after: Sequence[str]
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
    """What the two have shown, the same for both but for whose it is.

    `some_mine` says that one of them is mine.
    """

    shown: Sequence[OneShown]
    some_mine: bool


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
        store.delete(request.session, ref, everywhere=do == "drop both")
        return redirect("boundaries:mine")
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("mine", "then", "ask")}
        try:
            store.write(request.session, OwnBoundary(**given))
        except Refused as refused:
            form.add_error(None, why_not(refused, refusals()))
        else:
            return redirect("boundaries:mine")
    return _page(request, form, status=422)


def _page(
    request: PersonRequest, form: BoundaryForm, *, status: int = 200
) -> HttpResponse:
    known, members = store.written(request.session.own), store.members(request.session)
    context = BoundariesContext(
        known=[_listed(one, members if known else ()) for one in known], form=form
    )
    return render_context(request, "boundaries/mine.html", context, status=status)


def _listed(
    record: Record[OwnBoundary], members: Sequence[PairMember]
) -> ListedBoundary:
    shown = [one for one in members if store.shown_as(one, record.entry)]
    hidden = [one for one in members if one not in shown and not one.closed]
    return ListedBoundary(
        own=_mine(record),
        readers=[one.label for one in shown if not one.closed],
        after=[one.label for one in shown if one.closed],
        places=[(one.pair_id.hex(), one.label) for one in hidden],
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
    for one in store.written(asked.member.own):
        if one.ref[:NAME] == wanted:
            return one
    raise Http404


def _show(asked: PairRequest, tried: Tried | None) -> ShowContext:
    return ShowContext(
        own=_mine(_wanted(asked)),
        areas=list(store.places(asked.member).items()),
        picked=tried.typed("", "area") if tried else "",
    )


def _do_show(asked: PairRequest, form: AreaForm) -> None:
    store.show(asked.member, _wanted(asked).entry, form.cleaned_data["area"])


def _shown(asked: PairRequest, _tried: Tried | None) -> ShownContext:
    member = asked.member
    titles: dict[str, Text] = {**areas.all_titles(member), **areas.OWN}
    known = boundaries.now(member)
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
            for one in known
        ],
        some_mine=any(one.by is member.seat for one in known),
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
            do=lambda asked, form: store.take_down(
                asked.member, form.cleaned_data["ref"]
            ),
            form=lambda data, _asked: RefForm(data),
        )
    },
    words=refusals,
    reads=READS,
).as_view()
