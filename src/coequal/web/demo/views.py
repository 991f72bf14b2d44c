"""Try it as both: one visitor, two made-up people, half a year of their life."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coequal.content.demo import Story, demo
from coequal.content.load import content
from coequal.core.people import PairType, Seat
from coequal.core.see.answers import may_open
from coequal.people import shared_device
from coequal.people.sessions import Session
from coequal.web.demo import replay
from coequal.web.see import pair_types
from coequal.web.sessions import SessionRequest, sit
from coequal.web.shared_device.views import all_taken, not_free


@require_http_methods(["GET", "HEAD", "POST"])
def try_it(request: SessionRequest) -> HttpResponse:
    """Offer the made-up pairs; once in one of their chairs, say what to try."""
    session = request.session
    if session is not None and shared_device.is_demo(session):
        return _here(request, session)
    if session is not None:
        return not_free(request, session)
    if request.method == "POST":
        return _begin(request)
    return _offer(request)


def _offer(request: SessionRequest, status: int = 200) -> HttpResponse:
    told = {one.value: demo(PairType(one.value)) for one in pair_types.all_of()}
    stories = [
        {
            "value": one.value,
            "type": one.name,
            "names": _("%(a)s and %(b)s")
            % {"a": told[one.value].names.a, "b": told[one.value].names.b},
            "about": told[one.value].about,
        }
        for one in pair_types.all_of()
    ]
    return render(request, "demo/offer.html", {"stories": stories}, status=status)


def _begin(request: SessionRequest) -> HttpResponse:
    try:
        pair = PairType(request.POST.get("pair", ""))
    except ValueError:
        return _offer(request, status=422)
    try:
        both = replay.tell(demo(pair))
    except shared_device.Taken:
        return all_taken(request)
    return sit(redirect("demo:try_it"), both.a, other=both.b)


def _here(request: SessionRequest, session: Session) -> HttpResponse:
    member = shared_device.member(session)
    assert member is not None
    assert member.pair is not None
    story = demo(member.pair)
    context = {
        "about": story.about,
        "pair_id": member.pair_id.hex(),
        "kept": ", ".join(_kept(story, member.seat)),
    }
    return render(request, "demo/here.html", context)


def _kept(story: Story, seat: Seat) -> list[str]:
    """Return what this person would rather not open this time, by title."""
    last, form = story.sittings[-1], content(story.pair).instrument
    answered = may_open(form, last.answers[seat])
    return [form.part(part).title for part in answered if part not in last.opens[seat]]
