"""The questions: one a page, one tap an answer, back at any time."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from coequal.core.see import fold
from coequal.core.see.answers import NA, SKIP, Value, check_matters
from coequal.core.see.instrument import Instrument, Page
from coequal.errors import Refused
from coequal.people import pairs
from coequal.web.see import asking, own, own_picture
from coequal.web.visit import PersonRequest, person_needed


@require_safe
@person_needed
def resume(request: PersonRequest) -> HttpResponse:
    """Go on where one was; with everything answered, list it to be changed."""
    form, answers = own.instrument(), own.answers(request.visit)
    page = fold.next_page(form, answers)
    if page is not None:
        return redirect("question", form.pages.index(page) + 1)
    context = {"asked": asking.overview(form, answers)}
    return render(request, "answers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@person_needed
def question(request: PersonRequest, number: int) -> HttpResponse:
    """Ask one question, or take its answer and go on."""
    form = own.instrument()
    if not 1 <= number <= len(form.pages):
        raise Http404
    page = form.pages[number - 1]
    error = ""
    if request.method == "POST":
        try:
            own.give(request.visit, _values(form, page, request))
        except Refused:
            error = _("Choose one or two, or take one of the two buttons below.")
        else:
            return _onward(form, number)
    answers = own.answers(request.visit)
    shown = asking.page(form, number, answers, error=error)
    template = "question.html" if len(page.items) == 1 else "matters.html"
    return render(request, template, {"page": shown}, status=422 if error else 200)


def _onward(form: Instrument, number: int) -> HttpResponse:
    if number == len(form.pages):
        return redirect("mine")
    return redirect("question", number + 1)


def _values(form: Instrument, page: Page, request: PersonRequest) -> dict[str, Value]:
    """Read what was tapped. Raises `Refused` for what no button of ours sends."""
    given = request.POST.get("a", "")
    if given in {NA, SKIP}:
        return dict.fromkeys(page.items, given)
    if len(page.items) == 1:
        return {page.items[0]: _number(given)}
    picked = request.POST.getlist("area")
    check_matters(form, picked)
    return {area.matters: int(area.id in picked) for area in form.areas}


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        message = "expected a number"
        raise Refused(message) from None


@require_safe
@person_needed
def mine(request: PersonRequest) -> HttpResponse:
    """Show one's own picture: how it looks from one's own chair."""
    answers = own.answers(request.visit)
    if not answers.given:
        return redirect("answers")
    together = [one for one in pairs.bonds(request.visit) if one.pair is not None]
    context = own_picture.context(own.form(), answers, kept=request.visit.kept)
    if len(together) == 1:
        context["relation"] = together[0].iid.hex()
    return render(request, "mine.html", context)
