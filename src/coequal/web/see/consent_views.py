"""Choosing what to open, and being ready to look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from coequal.content.versions import content_of
from coequal.core.see.answers import NoPick, check_pick, may_open, opened
from coequal.core.see.entries import Opening
from coequal.core.see.rounds import Missing
from coequal.people.pairs import PairMember
from coequal.web.see import answers_store, bookmark, joint_picture, own_picture
from coequal.web.see.forms import ChooseForm
from coequal.web.two.access import pair_type
from coequal.web.two.page import (
    Act,
    Done,
    PageOfTwo,
    PairRequest,
    Tried,
    leads_on,
    rendered,
)
from coequal.web.two.refusals import Words

READS = (Opening,)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseContext:
    """What I could open, each with what the other would read.

    `new` is how many questions are new to me, which could open too once answered.
    """

    parts: Sequence[own_picture.PartToOpen]
    new: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterContext:
    """What I still lack before we look again: `time`, or `answers` of my own.

    Or no more than answers to questions that are `new` to me: how many there are.
    """

    sheet_id: str
    time: bool
    answers: bool
    new: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyContext:
    """What I have put in: the titles of what it `opens`."""

    opens: Sequence[str]


def _choose(asked: PairRequest, tried: Tried | None) -> ChooseContext | HttpResponse:
    member = asked.member
    where = joint_picture.where(member)
    if _looks_first(member, where.round):
        return asked.to("see:look")
    missing = _missing(member, where.round)
    if missing:
        return rendered(asked, "see/later.html", _later(member, missing), tried)
    sheet = joint_picture.sheet(member)
    form, answers = answers_store.form(sheet), answers_store.answers(member.own, sheet)
    answered = may_open(form.instrument, answers)
    picked = tried.ticked("part") if tried else where.mine if where.ready else ()
    return ChooseContext(
        parts=own_picture.parts(form, answers, answered, picked),
        new=len(answers_store.own_answers(member.own, sheet).new),
    )


def _looks_first(member: PairMember, latest: int) -> bool:
    """Whether something is open that can be shown, and that I have not seen whole."""
    if not latest or not joint_picture.can_be_shown_now(member):
        return False
    return not bookmark.looking(member) or not bookmark.place(member, latest).through


def _missing(member: PairMember, latest: int) -> frozenset[Missing]:
    """Return what I still lack before we look again; the first time it is nothing."""
    return joint_picture.missing(member, latest) if latest else frozenset()


def _later(member: PairMember, missing: frozenset[Missing]) -> LaterContext:
    own = answers_store.own_answers(member.own, joint_picture.sheet(member))
    only = missing == {Missing.ANSWERS}
    return LaterContext(
        sheet_id=member.sheet.hex(),
        time=Missing.TIME in missing,
        answers=Missing.ANSWERS in missing,
        new=len(own.new) if only else 0,
    )


def _put_in(asked: PairRequest, form: ChooseForm) -> Done:
    member, picked = asked.member, form.cleaned_data["part"]
    where = joint_picture.where(member)
    if _looks_first(member, where.round) or _missing(member, where.round):
        return asked.to("see:choose")
    sheet = joint_picture.sheet(member)
    instrument = answers_store.form(sheet).instrument
    answers = answers_store.answers(member.own, sheet)
    check_pick(picked, may_open(instrument, answers))
    chosen = opened(instrument, answers, picked)
    is_open = joint_picture.put_in(member, where.next, chosen)
    return asked.to("see:look") if is_open else asked.to("see:ready")


def _words() -> Words:
    return {
        NoPick.NOTHING: _("Choose at least one."),
        NoPick.ALL: _("Leave at least one out. Everybody does."),
        NoPick.ONLY_ONE: _("Answer a little more first: one part always stays out."),
        NoPick.UNANSWERED: _("One of these is not answered yet."),
    }


def _to_questions(asked: PairRequest) -> HttpResponse:
    return redirect("see:sheet", asked.member.sheet.hex())


def _answer(asked: PairRequest, _form: object) -> None:
    """Let my sheet be one of the type of this pair."""
    member = asked.member
    answers_store.turn_into(member.own, member.sheet, pair_type(member))


def _ready(asked: PairRequest, _tried: Tried | None) -> ReadyContext | HttpResponse:
    """Say that one is ready. The same page whether or not the other is in."""
    member = asked.member
    where = joint_picture.where(member)
    if not where.ready:
        return asked.to("see:choose")
    by = content_of(pair_type(member), where.version)
    parts = by.instrument.parts
    return ReadyContext(
        opens=[part.title for part in parts if part.id in where.mine],
    )


def _unready(asked: PairRequest, _form: object) -> None:
    """Take everything back. Nobody is told."""
    member = asked.member
    if joint_picture.where(member).ready or not bookmark.looking(member):
        joint_picture.withdraw(member)


choose = PageOfTwo(
    template="see/open.html",
    shows=_choose,
    acts={
        "": Act(do=_put_in, form=lambda data, _asked: ChooseForm(data), repeatable=True)
    },
    words=_words,
    reads=READS,
    until_closed=True,
    onward=lambda asked: asked.to("see:ready"),
).as_view()
answer = leads_on(_to_questions, act=Act(do=_answer, own=True), until_closed=True)
ready = PageOfTwo(
    template="see/ready.html", shows=_ready, reads=READS, until_closed=True
).as_view()
unready = leads_on(
    lambda asked: asked.to("see:choose"), act=Act(do=_unready, repeatable=True)
)
