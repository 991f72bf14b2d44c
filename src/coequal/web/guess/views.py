"""Guess me: who plays, one card at a time, and handing the phone over.

Nothing that one of the two tapped is on a page before both did, in whoever's hand the
phone is; the way back in the browser asks again what is on now.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from coequal.core.guess.cards import GuessCard
from coequal.core.guess.entries import BOTH, NO_IDEA
from coequal.core.guess.game import CardStage
from coequal.core.people import Pair, Seat
from coequal.people import ending, shared_device, tidying
from coequal.people.pairs import Labels
from coequal.web import sheets
from coequal.web.context import FormContext, form_status, render_context
from coequal.web.guess import forms, shown, table
from coequal.web.guess.table import Table
from coequal.web.sessions import SessionRequest, sit
from coequal.web.shared_device.views import all_taken, not_free


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One answer to tap: its value, its words, whose sign it bears, whether chosen.

    `sign` is a seat, both ("AB"), or empty.
    """

    value: str
    label: str
    sign: str
    pressed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AskContext:
    """One card for whoever holds the phone."""

    ask: str
    number: int
    count: int
    seat: Seat
    here: str
    there: str
    own: Sequence[Tile]
    guess: Sequence[Tile]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandContext:
    """Whom the phone goes to."""

    here: str
    there: str
    seat: Seat


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: SessionRequest) -> HttpResponse:
    """Ask who plays, and begin; in the middle of a game, go on with it."""
    on = table.find(request)
    if on is not None:
        return _onward(on)
    if request.session is not None and shared_device.is_demo(request.session):
        return redirect("demo:try_it")
    # Of a game whose other half is gone nothing can be done but to begin again.
    if request.session is not None and not shared_device.plays(request.session):
        return not_free(request, request.session)
    form = forms.Begin(request.POST or None)
    if form.is_valid():
        return _begin(request, form)
    context = FormContext(form=form)
    return render_context(
        request, "guess/begin.html", context, status=form_status(form)
    )


def _begin(request: SessionRequest, form: forms.Begin) -> HttpResponse:
    names = Pair(a=form.cleaned_data["first"], b=form.cleaned_data["second"])
    pair = form.cleaned_data["pair"]
    tidying.tidy_once_a_minute()
    if request.session is not None:
        ending.end(request.session)
    try:
        both = shared_device.begin(is_demo=False)
    except shared_device.Taken:
        return all_taken(request)
    mine = both.map(lambda session: sheets.free_or_new(session, pair))
    labels = Pair(
        a=Labels(other=names.b, own=names.a, sheet=mine.a),
        b=Labels(other=names.a, own=names.b, sheet=mine.b),
    )
    members = shared_device.pair(both, labels=labels, pair=pair)
    table.lay(members.a, pair)
    return sit(redirect("guess:card", 1), both.a, other=both.b)


def _onward(on: Table) -> HttpResponse:
    """Lead to the card that is on, or to the end."""
    if on.place > len(on.cards):
        return redirect("guess:end")
    return redirect("guess:card", on.place)


@require_http_methods(["GET", "HEAD", "POST"])
def card(request: SessionRequest, number: int) -> HttpResponse:
    """Show one card as it is on now; take a tap, or hand the phone over."""
    on = table.find(request)
    if on is None:
        return redirect("guess:begin")
    if not 1 <= number <= min(on.place, len(on.cards)):
        return _onward(on)
    asked = on.cards[number - 1]
    if request.method != "POST":
        return _show(request, on, asked, number)
    form = forms.Tap(request.POST, asked.values)
    if not form.is_valid():
        return _show(request, on, asked, number, status=422)
    return _tapped(request, on, asked, form)


def _tapped(
    request: SessionRequest, on: Table, asked: GuessCard, form: forms.Tap
) -> HttpResponse:
    """Do what a tap asks for, where the card asks for it; then look again.

    A page that still stood in another tab was for the other: its tap counts for nobody.
    """
    done = redirect(request.path)
    if form.cleaned_data["seat"] not in {"", on.member.seat}:
        return done
    if form.cleaned_data["do"] == forms.HAND:
        if on.step(asked) is not CardStage.HAND_OVER:
            return done
        request.session = on.there
        return sit(done, on.there, other=on.here)
    if form.cleaned_data["do"] == forms.SKIP:
        on.skip(asked)
    else:
        on.tap(asked, own=form.cleaned_data["own"], guess=form.cleaned_data["guess"])
    return done


def _show(
    request: SessionRequest, on: Table, asked: GuessCard, number: int, status: int = 200
) -> HttpResponse:
    step = on.step(asked)
    if step is CardStage.TURNED:
        context = shown.turned(
            on.turned(asked),
            names=on.names,
            here=on.member.seat,
            number=number,
            count=len(on.cards),
        )
        return render_context(request, "guess/turned.html", context, status=status)
    me = on.member.seat
    here, there = on.names[me], on.names[me.other]
    if step is CardStage.HAND_OVER:
        hand = HandContext(here=here, there=there, seat=me.other)
        return render_context(request, "guess/hand_over.html", hand, status=status)
    first = on.first_tap(asked)
    ask = AskContext(
        ask=asked.ask,
        number=number,
        count=len(on.cards),
        seat=me,
        here=here,
        there=there,
        own=_tiles(on, asked, first.own),
        guess=_tiles(on, asked, first.guess, no_idea=True),
    )
    return render_context(request, "guess/card.html", ask, status=status)


def _tiles(
    on: Table, asked: GuessCard, chosen: str, *, no_idea: bool = False
) -> Sequence[Tile]:
    values = (*asked.values, *((NO_IDEA,) if no_idea else ()))
    return [
        Tile(
            value=one,
            label=shown.label(asked, one, on.names),
            sign=one if one in {*Seat, BOTH} else "",
            pressed=one == chosen,
        )
        for one in values
    ]
