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

from coequal.core.people import Pair
from coequal.core.see import fold
from coequal.core.see.answers import may_open, opened
from coequal.core.see.instrument import LIGHT
from coequal.people import accounts, shared_device, tidying
from coequal.people.asker import Asker
from coequal.people.pairs import Labels, PairMember
from coequal.people.sessions import Session, SessionOver
from coequal.people.throttle import Wait
from coequal.web import sheets
from coequal.web.account.forms import Keep
from coequal.web.account.views import why_not_kept
from coequal.web.asker import network
from coequal.web.context import FormContext, form_status, render_context
from coequal.web.see import answers_store, joint_picture
from coequal.web.sessions import (
    SessionRequest,
    across,
    browser_or_new,
    form_of,
    goodbye,
    remember_browser,
    sit,
)
from coequal.web.shared_device import forms
from coequal.web.shared_device.views import all_taken, not_free

FIRST: Final = 1
"""The round of the two that their light answers open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitter:
    """One of the two: their session, and their pair as they have it."""

    session: Session
    member: PairMember

    @property
    def name(self) -> str:
        """What this person is called here."""
        return self.member.own_label

    @property
    def question(self) -> str | None:
        """The address of the next light question, or None after the last."""
        sheet = joint_picture.sheet(self.member)
        form = answers_store.form(sheet).instrument
        page = fold.next_page(
            form, answers_store.answers(self.member.own, sheet), LIGHT
        )
        if page is None:
            return None
        number = form.light.pages.index(page) + 1
        return reverse("see:question", args=[sheet.id.hex(), LIGHT, number])

    def put_in(self) -> None:
        """Open all that was answered; of the two the second opens it for both."""
        sheet = joint_picture.sheet(self.member)
        form, answers = (
            answers_store.form(sheet).instrument,
            answers_store.answers(self.member.own, sheet),
        )
        parts = opened(form, answers, may_open(form, answers))
        joint_picture.put_in(self.member, FIRST, parts, light=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The two who sit side by side: who has the device, and who has not."""

    here: Sitter
    there: Sitter

    @property
    def open(self) -> bool:
        """Whether both have looked at it already."""
        return joint_picture.where(self.here.member).round > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesContext:
    """What the two are called: who has the device, and who has not."""

    here: str
    there: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverContext(NamesContext):
    """Whose turn it is: the address of the next question of each, or None."""

    mine: str | None
    to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenContext(NamesContext):
    """The place of the two, once it is open."""

    pair_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepContext(NamesContext):
    """The form by which the one who has the device keeps their place."""

    form: Keep


def _table(request: SessionRequest) -> Table | None:
    here, there = request.session, across(request)
    if here is None or there is None or shared_device.is_demo(here):
        return None
    return Table(
        here=Sitter(session=here, member=shared_device.sound_member(here)),
        there=Sitter(session=there, member=shared_device.sound_member(there)),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def beside(request: SessionRequest) -> HttpResponse:
    """Say what side by side is and begin it; later, say whose turn it is."""
    table = _table(request)
    if table is not None:
        return _turn(request, table)
    if request.session is not None:
        return not_free(request, request.session)
    form = forms.Beside(request.POST or None)
    if form.is_valid():
        return _begin(request, form)
    context = FormContext(form=form)
    return render_context(
        request, "shared_device/begin.html", context, status=form_status(form)
    )


def _begin(request: SessionRequest, form: forms.Beside) -> HttpResponse:
    names = Pair(a=form.cleaned_data["first"], b=form.cleaned_data["second"])
    pair = form.cleaned_data["pair"]
    tidying.tidy_once_a_minute()
    try:
        both = shared_device.begin(is_demo=False)
    except shared_device.Taken:
        return all_taken(request)
    mine = both.map(lambda session: sheets.free_or_new(session, pair))
    labels = Pair(
        a=Labels(other=names.b, own=names.a, sheet=mine.a),
        b=Labels(other=names.a, own=names.b, sheet=mine.b),
    )
    shared_device.pair(both, labels=labels, pair=pair)
    return sit(redirect("shared_device:side_by_side"), both.a, other=both.b)


def _turn(request: SessionRequest, table: Table) -> HttpResponse:
    here, there = table.here.name, table.there.name
    if table.open:
        place = table.here.member.pair_id.hex()
        opened = OpenContext(here=here, there=there, pair_id=place)
        return render_context(request, "shared_device/open.html", opened)
    mine, theirs = table.here.question, table.there.question
    if mine is None and theirs is None:
        names = NamesContext(here=here, there=there)
        return render_context(request, "shared_device/in.html", names)
    turn = HandOverContext(here=here, there=there, mine=mine, to=theirs)
    return render_context(request, "shared_device/hand_over.html", turn)


@require_POST
def look(request: SessionRequest) -> HttpResponse:
    """Open what both have answered, for both at once."""
    table = _table(request)
    if table is None:
        return redirect("shared_device:side_by_side")
    # Not before both have answered, whatever a form asks for.
    both = (table.here, table.there)
    if any(one.question is not None for one in both):
        return redirect("shared_device:side_by_side")
    # It can be pressed twice, or after it has opened: then there is nothing to put in.
    if not table.open:
        for one in both:
            one.put_in()
        for one in both:
            joint_picture.remember(one.member, FIRST)
    return redirect("see:cards", table.here.member.pair_id.hex())


@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: SessionRequest) -> HttpResponse:
    """Ask each of the two for a name and a passphrase: it is kept once both chose."""
    table = _table(request)
    if table is None or not table.open:
        return redirect("shared_device:side_by_side")
    here, there = table.here.name, table.there.name
    if table.here.session.kept:
        names = NamesContext(here=here, there=there)
        return render_context(request, "shared_device/other.html", names)
    form = Keep(request.POST or None)
    if form.is_valid():
        done = _kept(request, table.here.session, form)
        if done is not None:
            return done
    context = KeepContext(here=here, there=there, form=form)
    return render_context(
        request, "shared_device/keep.html", context, status=form_status(form)
    )


def _kept(request: SessionRequest, session: Session, form: Keep) -> HttpResponse | None:
    name, phrase = form.cleaned_data["name"], form.cleaned_data["phrase"]
    known = browser_or_new(request)
    asker = Asker(browser=known, network=network(request), form=form_of(request))
    try:
        waiting = accounts.keep_both(session, name=name, phrase=phrase, asker=asker)
    except (accounts.AlreadyYours, SessionOver, Wait) as refused:
        form.add_error(None, why_not_kept(refused))
        return None
    # Kept by both: from now on each signs in on their own, so nobody is here any more.
    if waiting is None:
        done = goodbye(redirect("shared_device:kept"))
    else:
        done = sit(redirect("shared_device:keep"), waiting, other=None)
    return remember_browser(done, known)


@require_safe
def kept(request: SessionRequest) -> HttpResponse:
    """Say that both have a place of their own now."""
    return render(request, "shared_device/kept.html")
