"""Side by side: two people, one device, twelve light answers each.

Nothing private is asked, so nothing is left out: what both answered opens at once.
With the hour, or when somebody closes it, all of it goes, unless both keep it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from coequal.core.people import Pair, PairType
from coequal.core.see import fold
from coequal.core.see.answers import may_open, opened
from coequal.core.see.instrument import LIGHT
from coequal.people import accounts, chairs
from coequal.people.pairs import Bond, Labels
from coequal.people.patience import Wait
from coequal.people.visits import Visit
from coequal.web.account.forms import Keep
from coequal.web.account.views import why_not_kept
from coequal.web.chairs import forms
from coequal.web.chairs.views import all_taken, not_free
from coequal.web.see import joint, own
from coequal.web.visit import VisitRequest, across, goodbye, sit

FIRST: Final = 1
"""The round of the two that their light answers open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitter:
    """One of the two: their visit, and their pair as they have it."""

    visit: Visit
    bond: Bond

    @property
    def name(self) -> str:
        """What this person is called here."""
        return self.bond.own_label

    @property
    def question(self) -> str | None:
        """The address of the next light question, or None after the last."""
        sheet = joint.sheet(self.bond)
        form = own.form(sheet).instrument
        page = fold.next_page(form, own.answers(self.visit, sheet), LIGHT)
        if page is None:
            return None
        number = form.light.pages.index(page) + 1
        return reverse("question", args=[sheet.id.hex(), LIGHT, number])

    def put_in(self) -> None:
        """Open all that was answered; of the two the second opens it for both."""
        sheet = joint.sheet(self.bond)
        form, answers = own.form(sheet).instrument, own.answers(self.visit, sheet)
        parts = opened(form, answers, may_open(form, answers))
        joint.put_in(self.bond, FIRST, parts, light=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The two who sit side by side: who has the device, and who has not."""

    here: Sitter
    there: Sitter

    @property
    def open(self) -> bool:
        """Whether both have looked at it already."""
        return joint.where(self.here.bond).round > 0


def _table(request: VisitRequest) -> Table | None:
    here, there = request.visit, across(request)
    if here is None or there is None or chairs.made_up(here):
        return None
    mine, theirs = chairs.bond(here), chairs.bond(there)
    assert mine is not None
    assert theirs is not None
    return Table(
        here=Sitter(visit=here, bond=mine), there=Sitter(visit=there, bond=theirs)
    )


@require_http_methods(["GET", "HEAD", "POST"])
def beside(request: VisitRequest) -> HttpResponse:
    """Say what side by side is and begin it; later, say whose turn it is."""
    table = _table(request)
    if table is not None:
        return _turn(request, table)
    if request.visit is not None:
        return not_free(request, request.visit)
    form = forms.Beside(request.POST or None)
    if form.is_valid():
        return _begin(request, form)
    status = 422 if form.is_bound else 200
    return render(request, "beside.html", {"form": form}, status=status)


def _begin(request: VisitRequest, form: forms.Beside) -> HttpResponse:
    names = Pair(a=form.cleaned_data["first"], b=form.cleaned_data["second"])
    pair = PairType(form.cleaned_data["pair"])
    try:
        both = chairs.begin(made_up=False)
    except chairs.Taken:
        return all_taken(request)
    sheets = both.map(lambda visit: own.open_sheet(visit, pair))
    labels = Pair(
        a=Labels(other=names.b, own=names.a, sheet=sheets.a),
        b=Labels(other=names.a, own=names.b, sheet=sheets.b),
    )
    chairs.pair(both, labels=labels, pair=pair)
    return sit(redirect("beside"), both.a, other=both.b)


def _turn(request: VisitRequest, table: Table) -> HttpResponse:
    here, there = table.here, table.there
    context = {"here": here.name, "there": there.name}
    if table.open:
        place = here.bond.iid.hex()
        return render(request, "beside_open.html", {**context, "iid": place})
    mine, theirs = here.question, there.question
    if mine is None and theirs is None:
        return render(request, "beside_in.html", context)
    return render(request, "hand_over.html", {**context, "mine": mine, "to": theirs})


@require_POST
def look(request: VisitRequest) -> HttpResponse:
    """Open what both have answered, for both at once."""
    table = _table(request)
    if table is None:
        return redirect("beside")
    both = (table.here, table.there)
    if any(one.question is not None for one in both):
        return redirect("beside")
    if not table.open:
        for one in both:
            one.put_in()
        for one in both:
            joint.pin(one.visit, one.bond, FIRST)
    return redirect("cards", table.here.bond.iid.hex())


@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: VisitRequest) -> HttpResponse:
    """Let one after the other keep their place: both, or it goes."""
    table = _table(request)
    if table is None or not table.open:
        return redirect("beside")
    here, there = table.here, table.there
    context = {"here": here.name, "there": there.name}
    if here.visit.kept:
        return render(request, "beside_other.html", context)
    form = Keep(request.POST or None)
    if form.is_valid():
        done = _kept(here.visit, form)
        if done is not None:
            return done
    status = 422 if form.is_bound else 200
    return render(request, "beside_keep.html", {**context, "form": form}, status=status)


def _kept(visit: Visit, form: Keep) -> HttpResponse | None:
    name, phrase = form.cleaned_data["name"], form.cleaned_data["phrase"]
    try:
        waiting = accounts.keep_both(visit, name=name, phrase=phrase)
    except (accounts.AlreadyYours, Wait) as refused:
        form.add_error(None, why_not_kept(refused))
        return None
    if waiting is None:
        return goodbye(redirect("beside_kept"))
    return sit(redirect("beside_keep"), waiting, other=None)


@require_safe
def kept(request: VisitRequest) -> HttpResponse:
    """Say that both have a place of their own now."""
    return render(request, "beside_kept.html")
