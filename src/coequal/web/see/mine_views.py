"""One's own picture, all of it, and how sure it is. Nobody else gets to any."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from coequal.content.load import Content
from coequal.core.see.answers import Answers
from coequal.core.see.entries import Sheet
from coequal.core.see.instrument import Instrument
from coequal.core.see.versions import read
from coequal.journal.door import Reading
from coequal.people import invitations
from coequal.web import sheets
from coequal.web.context import render_context
from coequal.web.days import by_own_days
from coequal.web.decorators import session_required
from coequal.web.see import answers_store, how_sure, joint_picture, own_picture
from coequal.web.see.how_sure import HowSurePage
from coequal.web.sessions import PersonRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class _ToDraw:
    """What one's own picture is made of; `new` is how many questions are new.

    `name` is what one calls the other, where one does: the form speaks of them so.
    """

    sheet: Sheet
    name: str
    form: Content
    answers: Answers
    before: own_picture.Before | None
    new: int


@require_safe
@session_required
@by_own_days
def mine(request: PersonRequest, sheet_id: str) -> HttpResponse:
    """Show one's own picture: one sentence, one question, a row an area, one act."""
    return _shown(request, sheet_id, "see/mine.html")


@require_safe
@session_required
@by_own_days
def mine_all(request: PersonRequest, sheet_id: str) -> HttpResponse:
    """Show all of it: what stands out, what has changed, and everything one said."""
    return _shown(request, sheet_id, "see/mine_all.html")


def _shown(request: PersonRequest, sheet_id: str, template: str) -> HttpResponse:
    drawn = _to_draw(request, sheet_id)
    if drawn is None:
        return redirect("see:sheet", sheet_id)
    shows = own_picture.context(
        drawn.form, drawn.answers, kept=request.session.may_pair, before=drawn.before
    )
    member = sheets.met(request.session, drawn.sheet)
    context = replace(
        shows,
        sheet_id=sheet_id,
        relation=None if member is None else member.pair_id.hex(),
        shared=member is not None and joint_picture.where(member).round > 0,
        new=drawn.new,
        how_sure=reverse("see:how_sure_mine", args=[sheet_id]),
        name=drawn.name,
    )
    return render_context(request, template, context)


@require_safe
@session_required
def sure(request: PersonRequest, sheet_id: str) -> HttpResponse:
    """Say how sure one's own picture is."""
    drawn = _to_draw(request, sheet_id)
    if drawn is None:
        return redirect("see:sheet", sheet_id)
    found = how_sure.of_one(drawn.form, drawn.answers, drawn.before)
    back = reverse("see:mine", args=[sheet_id])
    shows = HowSurePage(sure=found, back=back, name=drawn.name)
    return render_context(request, "see/how_sure.html", shows)


def _to_draw(request: PersonRequest, sheet_id: str) -> _ToDraw | None:
    """Return what was answered on a sheet, and before; None if nothing was."""
    own = request.session.own
    here = sheets.find(own, bytes.fromhex(sheet_id))
    said = answers_store.own_answers(own, here)
    if not said.answers.given:
        return None
    name = invitations.sheet_labels(request.session).get(here.id, "")
    return _ToDraw(
        sheet=here,
        name=name,
        form=said.form.calling(name=name, role=answers_store.role_on(here)),
        answers=said.answers,
        before=_before(own, here, said.form.instrument),
        new=len(said.new),
    )


def _before(own: Reading, sheet: Sheet, form: Instrument) -> own_picture.Before | None:
    """Return what was answered in the sitting before, and when both were.

    Of its answers those to what this form asks, for only they can be compared.
    """
    number = answers_store.sitting(own, sheet)
    earlier = answers_store.given(own, sheet, number - 1) if number > 1 else {}
    if not earlier:
        return None
    return own_picture.Before(
        answers=read(form, earlier),
        then=answers_store.answered_at(own, sheet, number - 1),
        now=answers_store.answered_at(own, sheet, number),
    )
