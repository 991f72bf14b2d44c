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
from coequal.people import chairs
from coequal.people.visits import Visit
from coequal.web.chairs import story
from coequal.web.chairs.views import all_taken, not_free
from coequal.web.see import types
from coequal.web.visit import VisitRequest, sit


@require_http_methods(["GET", "HEAD", "POST"])
def try_it(request: VisitRequest) -> HttpResponse:
    """Offer the made-up pairs; once in one of their chairs, say what to try."""
    visit = request.visit
    if visit is not None and chairs.made_up(visit):
        return _here(request, visit)
    if visit is not None:
        return not_free(request, visit)
    if request.method == "POST":
        return _begin(request)
    return _offer(request)


def _offer(request: VisitRequest, status: int = 200) -> HttpResponse:
    told = {one.value: demo(PairType(one.value)) for one in types.all_of()}
    stories = [
        {
            "value": one.value,
            "type": one.name,
            "names": _("%(a)s and %(b)s")
            % {"a": told[one.value].names.a, "b": told[one.value].names.b},
            "about": told[one.value].about,
        }
        for one in types.all_of()
    ]
    return render(request, "try.html", {"stories": stories}, status=status)


def _begin(request: VisitRequest) -> HttpResponse:
    try:
        pair = PairType(request.POST.get("pair", ""))
    except ValueError:
        return _offer(request, status=422)
    try:
        both = story.tell(demo(pair))
    except chairs.Taken:
        return all_taken(request)
    return sit(redirect("try_it"), both.a, other=both.b)


def _here(request: VisitRequest, visit: Visit) -> HttpResponse:
    bond = chairs.bond(visit)
    assert bond is not None
    assert bond.pair is not None
    story = demo(bond.pair)
    context = {
        "about": story.about,
        "iid": bond.iid.hex(),
        "kept": ", ".join(_kept(story, bond.seat)),
    }
    return render(request, "try_here.html", context)


def _kept(story: Story, seat: Seat) -> list[str]:
    """Return what this person would rather not open this time, by title."""
    last, form = story.sittings[-1], content(story.pair).instrument
    answered = may_open(form, last.answers[seat])
    return [form.part(part).title for part in answered if part not in last.opens[seat]]
