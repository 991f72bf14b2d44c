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
from coequal.people.sessions import Session
from coequal.web.decorators import session_required
from coequal.web.see import answers_store, own_picture, pair_types, question_page
from coequal.web.sessions import PersonRequest


@require_http_methods(["GET", "HEAD", "POST"])
@session_required
def whom(request: PersonRequest) -> HttpResponse:
    """Ask what the two are to each other; one tap begins."""
    if request.method == "POST":
        try:
            pair = PairType(request.POST.get("pair", ""))
        except ValueError:
            return render(
                request, "see/whom.html", {"types": pair_types.all_of()}, status=422
            )
        sheet = answers_store.begin(request.session, pair)
        return redirect("see:sheet", sheet.hex())
    return render(request, "see/whom.html", {"types": pair_types.all_of()})


@require_safe
@session_required
def sheets(request: PersonRequest) -> HttpResponse:
    """List the people one has in mind; with one, go on there."""
    mine = answers_store.sheets(request.session)
    if not mine:
        return redirect("see:whom")
    if len(mine) == 1:
        return redirect("see:sheet", mine[0].id.hex())
    labels = pairs.sheet_labels(request.session)
    listed = [
        {"label": labels.get(one.id), "type": pair_types.name(one), "id": one.id.hex()}
        for one in mine
    ]
    return render(request, "see/sheets.html", {"sheets": listed})


@require_safe
@session_required
def sheet(request: PersonRequest, sheet_id: str) -> HttpResponse:
    """Go on where one was; with everything answered, list it to be changed."""
    here = answers_store.sheet(request.session, bytes.fromhex(sheet_id))
    form, answers = (
        answers_store.form(here).instrument,
        answers_store.answers(request.session, here),
    )
    page = fold.next_page(form, answers)
    if page is not None:
        return redirect(
            "see:question", sheet_id, ChapterName.SHORT, form.pages.index(page) + 1
        )
    context = {
        "sheet_id": sheet_id,
        "asked": question_page.overview(form, answers, sheet_id),
        "chapters": question_page.further(form, answers, sheet_id),
    }
    return render(request, "see/answers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@session_required
def question(
    request: PersonRequest, sheet_id: str, chapter: str, number: int
) -> HttpResponse:
    """Ask one question, or take its answer and go on."""
    here = answers_store.sheet(request.session, bytes.fromhex(sheet_id))
    form = answers_store.form(here).instrument
    part, page = _page(request, form, chapter, number)
    error = ""
    if request.method == "POST":
        try:
            answers_store.give(request.session, here, _values(form, page, request))
        except Refused:
            error = _("Choose one or two, or take one of the two buttons below.")
        else:
            return _onward(here, part, number)
    answers = answers_store.answers(request.session, here)
    place = question_page.QuestionPlace(sheet=sheet_id, chapter=part, number=number)
    context = {
        "page": question_page.page(form, place, answers, error=error),
        "sheet_id": sheet_id,
        "fresh": answers_store.fresh(request.session, here),
    }
    template = "see/question.html" if len(page.items) == 1 else "see/matters.html"
    return render(request, template, context, status=422 if error else 200)


def _page(
    request: PersonRequest, form: Instrument, chapter: str, number: int
) -> tuple[Chapter, Page]:
    """Return a page of the form; the light ones are for two chairs only."""
    light = (form.light,) if request.session.device else ()
    for part in (*form.chapters, *light):
        if part.id == chapter and 1 <= number <= len(part.pages):
            return part, part.pages[number - 1]
    raise Http404


def _onward(sheet: Sheet, chapter: Chapter, number: int) -> HttpResponse:
    if number == len(chapter.pages) and chapter.id == LIGHT:
        return redirect("shared_device:side_by_side")
    if number == len(chapter.pages):
        return redirect("see:mine", sheet.id.hex())
    return redirect("see:question", sheet.id.hex(), chapter.id, number + 1)


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
@session_required
def again(request: PersonRequest, sheet_id: str) -> HttpResponse:
    """Offer to answer all of it again, and to go back while nothing is answered."""
    here = answers_store.sheet(request.session, bytes.fromhex(sheet_id))
    if request.method == "POST":
        act = (
            answers_store.go_back
            if request.POST.get("do") == "back"
            else answers_store.begin_again
        )
        with suppress(Refused):  # a button pressed twice: the sheet leads on
            act(request.session, here)
        return redirect("see:sheet", sheet_id)
    fresh = answers_store.fresh(request.session, here)
    if not fresh and not answers_store.finished(request.session, here):
        return redirect("see:sheet", sheet_id)
    return render(request, "see/again.html", {"sheet_id": sheet_id, "fresh": fresh})


@require_safe
@session_required
def mine(request: PersonRequest, sheet_id: str) -> HttpResponse:
    """Show one's own picture: how it looks from one's own chair."""
    here = answers_store.sheet(request.session, bytes.fromhex(sheet_id))
    answers = answers_store.answers(request.session, here)
    if not answers.given:
        return redirect("see:sheet", sheet_id)
    context = own_picture.context(
        answers_store.form(here),
        answers,
        kept=request.session.may_pair,
        before=_before(request.session, here),
    )
    context |= {
        "sheet_id": sheet_id,
        "relation": answers_store.relation(request.session, here),
    }
    return render(request, "see/mine.html", context)


def _before(session: Session, sheet: Sheet) -> own_picture.Before | None:
    """Return what was answered in the sitting before, and when both were."""
    number = answers_store.sitting(session, sheet)
    earlier = (
        answers_store.answers(session, sheet, number - 1) if number > 1 else NOBODY
    )
    if not earlier.given:
        return None
    return own_picture.Before(
        answers=earlier,
        then=answers_store.answered_at(session, sheet, number - 1),
        now=answers_store.answered_at(session, sheet, number),
    )
