"""Trying it as both: a visitor answers as each of two made-up people in turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from coequal.content.demo import Story, demo
from coequal.content.load import content
from coequal.core.people import Pair, PairType, Seat
from coequal.core.see.answers import may_open
from coequal.people import shared_device, tidying
from coequal.people.sessions import Session
from coequal.web import pair_types
from coequal.web.context import render_context
from coequal.web.demo import replay
from coequal.web.sessions import SessionRequest, sit
from coequal.web.shared_device.views import all_taken, not_free
from coequal.web.two.access import pair_type


class TryForm(forms.Form):
    """The made-up pair whose button was pressed, as a `PairType`.

    And whether it was to look at their cards: then these come first.
    """

    to = forms.CharField(required=False)
    pair = forms.TypedChoiceField(choices=pair_types.choices, coerce=PairType)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedStory:
    """A made-up pair: the value of its button, names, type, and what they are like."""

    value: str
    type: str
    names: Pair[str]
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferContext:
    """The made-up pairs there are."""

    stories: Sequence[OfferedStory]


@dataclass(frozen=True, slots=True, kw_only=True)
class HereContext:
    """What there is to try; `kept`: what this person would rather leave closed."""

    labels: Pair[str]
    about: str
    pair_id: str
    kept: str


@require_http_methods(["GET", "HEAD", "POST"])
def try_it(request: SessionRequest) -> HttpResponse:
    """Offer the made-up pairs; once one is begun, say what there is to try."""
    session = request.session
    if session is not None and shared_device.is_demo(session):
        return _here(request, session)
    if session is not None:
        return not_free(request, session)
    if request.method == "POST":
        return _begin(request)
    return _offer(request)


def _offer(request: SessionRequest, status: int = 200) -> HttpResponse:
    stories = [
        _offered(demo(PairType(one.value)), one.name) for one in pair_types.all_of()
    ]
    context = OfferContext(stories=stories)
    return render_context(request, "demo/offer.html", context, status=status)


def _offered(story: Story, name: str) -> OfferedStory:
    return OfferedStory(
        value=story.pair.value,
        type=name,
        names=story.names,
        about=story.about,
    )


def _begin(request: SessionRequest) -> HttpResponse:
    form = TryForm(request.POST)
    if not form.is_valid():
        return _offer(request, status=422)
    tidying.tidy_once_a_minute()
    try:
        both = replay.tell(demo(form.cleaned_data["pair"]))
    except shared_device.Taken:
        return all_taken(request)
    return sit(_first(form, both.a), both.a, other=both.b)


def _first(form: TryForm, session: Session) -> HttpResponse:
    """Lead to what there is to try, or at once to the first of their cards."""
    if form.cleaned_data["to"] != "cards":
        return redirect("demo:try_it")
    return redirect("see:card", shared_device.sound_member(session).pair_id.hex(), 1)


def _here(request: SessionRequest, session: Session) -> HttpResponse:
    member = shared_device.sound_member(session)
    story = demo(pair_type(member))
    context = HereContext(
        labels=story.names,
        about=story.about,
        pair_id=member.pair_id.hex(),
        kept=", ".join(_kept(story, member.seat)),
    )
    return render_context(request, "demo/here.html", context)


def _kept(story: Story, seat: Seat) -> list[str]:
    """Return what this person would rather not open this time, by title."""
    last, form = story.sittings[-1], content(story.pair).instrument
    answered = may_open(form, last.answers[seat])
    return [form.part(part).title for part in answered if part not in last.opens[seat]]
