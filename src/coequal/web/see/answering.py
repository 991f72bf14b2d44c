"""The questions: one a page, one tap an answer, back at any time."""

from __future__ import annotations

from contextlib import suppress

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from coequal.core.people import PairType
from coequal.core.see import fold
from coequal.core.see.answers import NA, NOBODY, SKIP, Value, check_matters
from coequal.core.see.entries import Sheet
from coequal.core.see.instrument import (
    LIGHT,
    Chapter,
    ChapterName,
    Instrument,
    Page,
)
from coequal.errors import Refused
from coequal.people import pairs
from coequal.people.visits import Visit
from coequal.web.see import asking, own, own_picture, types
from coequal.web.visit import PersonRequest, person_needed


@require_http_methods(["GET", "HEAD", "POST"])
@person_needed
def whom(request: PersonRequest) -> HttpResponse:
    """Ask what the two are to each other; one tap begins."""
    if request.method == "POST":
        try:
            pair = PairType(request.POST.get("pair", ""))
        except ValueError:
            return render(request, "whom.html", {"types": types.all_of()}, status=422)
        sheet = own.begin(request.visit, pair)
        return redirect("sheet", sheet.hex())
    return render(request, "whom.html", {"types": types.all_of()})


@require_safe
@person_needed
def sheets(request: PersonRequest) -> HttpResponse:
    """List the people one has in mind; with one, go on there."""
    mine = own.sheets(request.visit)
    if not mine:
        return redirect("whom")
    if len(mine) == 1:
        return redirect("sheet", mine[0].id.hex())
    labels = pairs.sheet_labels(request.visit)
    listed = [
        {"label": labels.get(one.id), "type": types.name(one), "id": one.id.hex()}
        for one in mine
    ]
    return render(request, "sheets.html", {"sheets": listed})


@require_safe
@person_needed
def sheet(request: PersonRequest, sid: str) -> HttpResponse:
    """Go on where one was; with everything answered, list it to be changed."""
    here = own.sheet(request.visit, bytes.fromhex(sid))
    form, answers = own.form(here).instrument, own.answers(request.visit, here)
    page = fold.next_page(form, answers)
    if page is not None:
        return redirect("question", sid, ChapterName.SHORT, form.pages.index(page) + 1)
    context = {
        "sid": sid,
        "asked": asking.overview(form, answers, sid),
        "chapters": asking.further(form, answers, sid),
    }
    return render(request, "answers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@person_needed
def question(
    request: PersonRequest, sid: str, chapter: str, number: int
) -> HttpResponse:
    """Ask one question, or take its answer and go on."""
    here = own.sheet(request.visit, bytes.fromhex(sid))
    form = own.form(here).instrument
    part, page = _page(request, form, chapter, number)
    error = ""
    if request.method == "POST":
        try:
            own.give(request.visit, here, _values(form, page, request))
        except Refused:
            error = _("Choose one or two, or take one of the two buttons below.")
        else:
            return _onward(here, part, number)
    answers = own.answers(request.visit, here)
    place = asking.Place(sheet=sid, chapter=part, number=number)
    context = {
        "page": asking.page(form, place, answers, error=error),
        "sid": sid,
        "fresh": own.fresh(request.visit, here),
    }
    template = "question.html" if len(page.items) == 1 else "matters.html"
    return render(request, template, context, status=422 if error else 200)


def _page(
    request: PersonRequest, form: Instrument, chapter: str, number: int
) -> tuple[Chapter, Page]:
    """Return a page of the form; the light ones are for two chairs only."""
    light = (form.light,) if request.visit.chairs else ()
    for part in (*form.chapters, *light):
        if part.id == chapter and 1 <= number <= len(part.pages):
            return part, part.pages[number - 1]
    raise Http404


def _onward(sheet: Sheet, chapter: Chapter, number: int) -> HttpResponse:
    if number == len(chapter.pages) and chapter.id == LIGHT:
        return redirect("beside")
    if number == len(chapter.pages):
        return redirect("mine", sheet.id.hex())
    return redirect("question", sheet.id.hex(), chapter.id, number + 1)


def _values(form: Instrument, page: Page, request: PersonRequest) -> dict[str, Value]:
    """Read what was tapped. Raises `Refused` for what no button of ours sends."""
    given = request.POST.get("a", "")
    if given in {NA, SKIP}:
        return dict.fromkeys(page.items, given)
    if len(page.items) == 1:
        return {page.items[0]: number_in(given)}
    picked = request.POST.getlist("area")
    check_matters(form, picked)
    return {a.matters: int(a.id in picked) for a in form.areas if a.matters}


def number_in(text: str) -> int:
    """Read what a button sends. Raises `Refused` for what no button of ours sends."""
    try:
        return int(text)
    except ValueError:
        message = "expected a number"
        raise Refused(message) from None


@require_http_methods(["GET", "HEAD", "POST"])
@person_needed
def again(request: PersonRequest, sid: str) -> HttpResponse:
    """Offer to answer all of it again, and to go back while nothing is answered."""
    here = own.sheet(request.visit, bytes.fromhex(sid))
    if request.method == "POST":
        act = own.go_back if request.POST.get("do") == "back" else own.begin_again
        with suppress(Refused):  # a button pressed twice: the sheet leads on
            act(request.visit, here)
        return redirect("sheet", sid)
    fresh = own.fresh(request.visit, here)
    if not fresh and not own.finished(request.visit, here):
        return redirect("sheet", sid)
    return render(request, "again.html", {"sid": sid, "fresh": fresh})


@require_safe
@person_needed
def mine(request: PersonRequest, sid: str) -> HttpResponse:
    """Show one's own picture: how it looks from one's own chair."""
    here = own.sheet(request.visit, bytes.fromhex(sid))
    answers = own.answers(request.visit, here)
    if not answers.given:
        return redirect("sheet", sid)
    context = own_picture.context(
        own.form(here),
        answers,
        kept=request.visit.may_pair,
        before=_before(request.visit, here),
    )
    context |= {"sid": sid, "relation": own.relation(request.visit, here)}
    return render(request, "mine.html", context)


def _before(visit: Visit, sheet: Sheet) -> own_picture.Before | None:
    """Return what was answered in the sitting before, and when both were."""
    number = own.sitting(visit, sheet)
    earlier = own.answers(visit, sheet, number - 1) if number > 1 else NOBODY
    if not earlier.given:
        return None
    return own_picture.Before(
        answers=earlier,
        then=own.answered_at(visit, sheet, number - 1),
        now=own.answered_at(visit, sheet, number),
    )
