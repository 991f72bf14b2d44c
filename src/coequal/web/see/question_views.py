"""The questions: one a page, one tap an answer, back at any time."""

from __future__ import annotations

from contextlib import suppress

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from coequal.core.see import fold
from coequal.core.see.entries import Sheet
from coequal.core.see.instrument import (
    ChapterName,
    Instrument,
    Page,
)
from coequal.errors import Refused
from coequal.journal.door import Reading
from coequal.people import invitations
from coequal.people.sessions import Session
from coequal.web import pair_types, sheets
from coequal.web.decorators import session_required
from coequal.web.see import answers_store, question_page
from coequal.web.see.forms import AgainForm, AnswerForm, WhomForm
from coequal.web.see.question_page import QuestionPlace
from coequal.web.sessions import PersonRequest


@require_http_methods(["GET", "HEAD", "POST"])
@session_required
def whom(request: PersonRequest) -> HttpResponse:
    """Ask what the two are to each other, and who of them one is; one tap begins."""
    form = WhomForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        whom = form.cleaned_data["pair"]
        sheet = sheets.begin(request.session, whom.pair, whom.role)
        return redirect("see:sheet", sheet.hex())
    status = 422 if form.is_bound else 200
    return render(
        request, "see/whom.html", {"types": pair_types.with_roles()}, status=status
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
        {
            "label": labels.get(one.id),
            "type": pair_types.name(one),
            "id": one.id.hex(),
            "new": len(answers_store.own_answers(request.session.own, one).new),
        }
        for one in mine
    ]
    return render(request, "see/sheets.html", {"sheets": listed})


@require_safe
@session_required
def sheet(request: PersonRequest, sheet_id: str) -> HttpResponse:
    """Go on where one was; with everything answered, list it to be changed."""
    own = request.session.own
    here = sheets.find(own, bytes.fromhex(sheet_id))
    name = _name(request.session, here)
    form = _form(here, name)
    answers = answers_store.answers(own, here)
    page, new = fold.next_page(form, answers), _new(form, own, here)
    if page is not None and not new:
        return redirect(
            "see:question", sheet_id, ChapterName.SHORT, form.pages.index(page) + 1
        )
    context = {
        "sheet_id": sheet_id,
        "asked": question_page.overview(form, answers, sheet_id),
        "name": name,
        "chapters": question_page.further(form, answers, sheet_id),
        "new": question_page.new_questions(form, new, sheet_id),
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
    name = _name(request.session, here)
    form = _form(here, name)
    place = _place(form, sheet_id, chapter, number)
    tapped = AnswerForm(request.POST if request.method == "POST" else None)
    error = ""
    if tapped.is_valid():
        new = _new(form, own, here)
        try:
            answers_store.give(own, here, tapped.values(place.page))
        except Refused:
            error = _("Choose one of the answers below.")
        else:
            return _onward(form, place, new)
    asked = question_page.Asked(
        answers=answers_store.answers(own, here),
        new=_new(form, own, here),
        before=answers_store.said_before(own, here, place.page),
    )
    context = {
        "page": question_page.page(form, place, asked, error=error),
        "sheet_id": sheet_id,
        "name": name,
        "fresh": answers_store.fresh(own, here),
    }
    return render(request, "see/question.html", context, status=422 if error else 200)


def _name(session: Session, sheet: Sheet) -> str:
    """Return what this person calls the other one of a sheet, if they do."""
    return invitations.sheet_labels(session).get(sheet.id, "")


def _form(sheet: Sheet, name: str) -> Instrument:
    """Return the form of today as it speaks to this person about the other."""
    role = answers_store.role_on(sheet)
    return answers_store.form(sheet).calling(name=name, role=role).instrument


def _new(form: Instrument, own: Reading, sheet: Sheet) -> tuple[Page, ...]:
    """Return the pages that are new since one answered, as this form has them."""
    new = {page.id for page in answers_store.own_answers(own, sheet).new}
    pages = (page for chapter in form.chapters for page in chapter.pages)
    return tuple(page for page in pages if page.id in new)


def _place(form: Instrument, sheet_id: str, chapter: str, number: int) -> QuestionPlace:
    """Return a page of the form."""
    for part in form.chapters:
        if part.id == chapter and 1 <= number <= len(part.pages):
            return QuestionPlace(sheet=sheet_id, chapter=part, number=number)
    raise Http404


def _onward(
    form: Instrument, place: QuestionPlace, new: tuple[Page, ...]
) -> HttpResponse:
    """Go on with the next page; after one that was new, with the next that is."""
    last = place.number == len(place.chapter.pages)
    if place.page in new:
        to = question_page.first(
            form, question_page.after(place.page, new), place.sheet
        )
        return redirect(to or reverse("see:mine", args=[place.sheet]))
    if last:
        return redirect("see:mine", place.sheet)
    return redirect("see:question", place.sheet, place.chapter.id, place.number + 1)


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
    if not fresh and not answers_store.own_answers(own, here).finished:
        return redirect("see:sheet", sheet_id)
    return render(request, "see/again.html", {"sheet_id": sheet_id, "fresh": fresh})
