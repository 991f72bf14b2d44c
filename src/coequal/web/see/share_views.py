"""Choosing what to share: before one asks somebody, and again while nothing is open."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from coequal.core.see.answers import NoPick, one_stays_hidden
from coequal.core.see.entries import Opening, Sheet
from coequal.errors import Refused
from coequal.journal.door import Reading
from coequal.people import invitations, invited
from coequal.people.sessions import Session
from coequal.web import sheets
from coequal.web.context import render_context
from coequal.web.decorators import session_required
from coequal.web.number_words import in_words
from coequal.web.see import answers_store, consent, joint_picture, prepared, share_rows
from coequal.web.see.forms import ChooseForm
from coequal.web.see.prepared import ToShare
from coequal.web.sessions import PersonRequest
from coequal.web.two.page import Act, Done, PageOfTwo, PairRequest, Tried
from coequal.web.two.refusals import Words, why_not


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareContext:
    """What I could share, each with what the other would read.

    `new` is how many questions are new to me; `counted` what the button says for one
    picked, for two, and so on; nothing where nothing can be shared yet. `hide_one` is
    said in its place while none of those is hidden of which one has to be.
    """

    parts: Sequence[share_rows.ShareRow]
    label: str
    sheet_id: str
    new: int
    counted: Sequence[str]
    hide_one: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultContext:
    """Why a choice could not stand, if it could not."""

    error: str


def counted(most: int) -> list[str]:
    """Return what the button says by how many are picked, from one up to `most`."""
    if most < 1:
        return []
    several = [
        _("Share these %(count)s") % {"count": in_words(number)}
        for number in range(2, most + 1)
    ]
    return [_("Share this one"), *several]


def _context(
    own: Reading, sheet: Sheet, shares: ToShare, picked: Collection[str], label: str
) -> ShareContext:
    spoken = shares.form.calling(name=label, role=answers_store.role_on(sheet))
    return ShareContext(
        parts=share_rows.rows(replace(shares, form=spoken), picked, label),
        label=label,
        sheet_id=sheet.id.hex(),
        new=len(answers_store.own_answers(own, sheet).new),
        # One stays hidden.
        counted=counted(len(shares.answered) - 1),
        hide_one=_hide_one(len(one_stays_hidden(shares.answered))),
    )


def _hide_one(among: int) -> str:
    several = _(
        "Hide one of the %(count)s above, whichever you like. Then the button comes."
    )
    if among == 1:
        return _("Hide the first one. Then the button comes.")
    return several % {"count": in_words(among)}


def _words() -> Words:
    return {
        NoPick.NOTHING: gettext_lazy("Share at least one."),
        NoPick.ALL: gettext_lazy(
            "Hide at least one more, whichever you like. Everybody does, so it says "
            "nothing about you."
        ),
        NoPick.ONLY_ONE: gettext_lazy(
            "Answer a little more first: one always stays hidden."
        ),
        NoPick.UNANSWERED: gettext_lazy("You haven’t answered one of these yet."),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@session_required
def choose_for(request: PersonRequest, sheet_id: str) -> HttpResponse:
    """Choose what to share of a sheet, before the other one is there."""
    session, own = request.session, request.session.own
    sheet = sheets.find(own, bytes.fromhex(sheet_id))
    relation = sheets.relation(session, sheet)
    if relation is not None:
        return redirect("see:choose", relation)
    shares = prepared.of_sheet(own, sheet)
    if not shares.answered:
        return redirect("see:sheet", sheet_id)
    form, error = ChooseForm(request.POST), ""
    picked: Collection[str] = prepared.beforehand(own, sheet, shares)
    if request.method == "POST" and form.is_valid():
        picked = form.cleaned_data["part"]
        try:
            prepared.keep(own, sheet, picked, prepared.FIRST)
        except Refused as refused:
            error = why_not(refused, _words(), otherwise="")
        else:
            return _onward(session, sheet)
    label = invitations.sheet_labels(session).get(sheet.id, "")
    context = _context(own, sheet, shares, picked, label)
    fault, status = FaultContext(error=error), 422 if error else 200
    return render_context(request, "see/share.html", context, fault, status=status)


def _onward(session: Session, sheet: Sheet) -> HttpResponse:
    """Lead to whoever it is for: who asked, whom one asked, or whom one will ask."""
    read = invited.current(session)
    if read is not None and read.sheet == sheet.id:
        return redirect("pairs:keep_join")
    joined = sheets.joined(session, sheet)
    if joined is not None:
        return redirect("pairs:pair", joined)
    return redirect("pairs:invite_for", sheet.id.hex())


def _choose(asked: PairRequest, tried: Tried | None) -> ShareContext | HttpResponse:
    member = asked.member
    before = consent.before_choosing(asked, tried)
    if before is not None:
        return before
    sheet, shares = joint_picture.sheet(member), prepared.of_pair(member)
    usual = prepared.beforehand(member.own, sheet, shares)
    picked = tried.ticked("part") if tried else usual
    return _context(member.own, sheet, shares, picked, member.label)


def _keep(asked: PairRequest, form: ChooseForm) -> Done:
    member = asked.member
    if consent.before_choosing(asked, None) is not None:
        return asked.to("see:choose")
    number = joint_picture.where(member).next
    sheet = joint_picture.sheet(member)
    prepared.keep(member.own, sheet, form.cleaned_data["part"], number)
    return None


choose = PageOfTwo(
    template="see/share.html",
    shows=_choose,
    acts={"": Act(do=_keep, form=lambda data, _asked: ChooseForm(data), own=True)},
    words=_words,
    reads=(Opening,),
    until_closed=True,
    onward=lambda asked: asked.to("see:together"),
).as_view()
