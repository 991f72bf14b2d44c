"""The questions: one a page, one tap an answer, back at any time."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from coequal.core.see import fold
from coequal.core.see.answers import NOBODY
from coequal.core.see.entries import Sheet
from coequal.core.see.instrument import (
    LIGHT,
    Chapter,
    ChapterName,
    Instrument,
    Page,
)
from coequal.errors import Refused
from coequal.journal.door import Reading
from coequal.people import invitations
from coequal.web import pair_types, sheets
from coequal.web.context import named
from coequal.web.days import by_own_days
from coequal.web.decorators import session_required
from coequal.web.see import answers_store, own_picture, question_page
from coequal.web.see.forms import AgainForm, AnswerForm, WhomForm
from coequal.web.sessions import PersonRequest


@require_http_methods(["GET", "HEAD", "POST"])
@session_required
def whom(request: PersonRequest) -> HttpResponse:
    """Ask what the two are to each other; one tap begins."""
    form = WhomForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        sheet = sheets.begin(request.session, form.cleaned_data["pair"])
        return redirect("see:sheet", sheet.hex())
    status = 422 if form.is_bound else 200
    return render(
        request, "see/whom.html", {"types": pair_types.all_of()}, status=status
    )


@require_safe
@session_required
def people(request: PersonRequest) -> HttpResponse:
    """List the people one has in mind; with one, go on there."""
    mine = sheets.all_of(request.session.own)
    if not mine:
        return redirect("see:whom")
    if len(mine) == 1:
        return redirect("see:sheet", mine[0].id.hex())
    labels = invitations.sheet_labels(request.session)
    listed = [
        {"label": labels.get(one.id), "type": pair_types.name(one), "id": one.id.hex()}
        for one in mine
    ]
    return render(request, "see/sheets.html", {"sheets": listed})


@require_safe
@session_required
def sheet(request: PersonRequest, sheet_id: str) -> HttpResponse:
    """Go on where one was; with everything answered, list it to be changed."""
    own = request.session.own
    here = sheets.find(own, bytes.fromhex(sheet_id))
    form, answers = (
        answers_store.form(here).instrument,
        answers_store.answers(own, here),
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
    own = request.session.own
    here = sheets.find(own, bytes.fromhex(sheet_id))
    form = answers_store.form(here).instrument
    part, page = _page(request, form, chapter, number)
    tapped = AnswerForm(request.POST if request.method == "POST" else None)
    error = ""
    if tapped.is_valid():
        try:
            answers_store.give(own, here, tapped.values(form, page))
        except Refused:
            error = _("Choose one or two, or take one of the two buttons below.")
        else:
            return _onward(here, part, number)
    answers = answers_store.answers(own, here)
    place = question_page.QuestionPlace(sheet=sheet_id, chapter=part, number=number)
    context = {
        "page": question_page.page(form, place, answers, error=error),
        "sheet_id": sheet_id,
        "fresh": answers_store.fresh(own, here),
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


@require_http_methods(["GET", "HEAD", "POST"])
@session_required
def again(request: PersonRequest, sheet_id: str) -> HttpResponse:
    """Offer to answer all of it again, and to go back while nothing is answered."""
    own = request.session.own
    here = sheets.find(own, bytes.fromhex(sheet_id))
    form = AgainForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        back = form.cleaned_data["do"] == "back"
        act = answers_store.go_back if back else answers_store.begin_again
        with suppress(Refused):  # a button pressed twice: the sheet leads on
            act(own, here)
        return redirect("see:sheet", sheet_id)
    fresh = answers_store.fresh(own, here)
    if not fresh and not answers_store.finished(own, here):
        return redirect("see:sheet", sheet_id)
    return render(request, "see/again.html", {"sheet_id": sheet_id, "fresh": fresh})


@require_safe
@session_required
@by_own_days
def mine(request: PersonRequest, sheet_id: str) -> HttpResponse:
    """Show one's own picture: how it looks from one's own chair."""
    own = request.session.own
    here = sheets.find(own, bytes.fromhex(sheet_id))
    answers = answers_store.answers(own, here)
    if not answers.given:
        return redirect("see:sheet", sheet_id)
    shows = own_picture.context(
        answers_store.form(here),
        answers,
        kept=request.session.may_pair,
        before=_before(own, here),
    )
    relation = sheets.relation(request.session, here)
    context = replace(shows, sheet_id=sheet_id, relation=relation)
    return render(request, "see/mine.html", named(context))


def _before(own: Reading, sheet: Sheet) -> own_picture.Before | None:
    """Return what was answered in the sitting before, and when both were."""
    number = answers_store.sitting(own, sheet)
    earlier = answers_store.answers(own, sheet, number - 1) if number > 1 else NOBODY
    if not earlier.given:
        return None
    return own_picture.Before(
        answers=earlier,
        then=answers_store.answered_at(own, sheet, number - 1),
        now=answers_store.answered_at(own, sheet, number),
    )
