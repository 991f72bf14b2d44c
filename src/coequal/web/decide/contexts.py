"""What the pages of Decide show, as values for their templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from coequal.core.decide.entries import NO_OPTION, Question, Vote
from coequal.core.decide.question_state import QuestionState
from coequal.core.decide.rules import (
    MOST_OPTIONS,
    MOST_RAISED,
    OPTION_LONGEST,
    TEXT_LONGEST,
    No,
)
from coequal.core.lines import NoLine
from coequal.errors import Refused
from coequal.people.pairs import PairMember
from coequal.sealed.subjects import subject
from coequal.web.decide import actions
from coequal.web.decide.result_text import CANNOT, SCORES, STAKES
from coequal.web.see import joint_picture

NEVER = "x"
"""What is sent for an option that somebody cannot live with."""


def listing(
    member: PairMember, found: Iterable[QuestionState], *, now: int
) -> dict[str, Any]:
    """Return what the list shows, the same for both.

    Open ones by age, then settled ones and those whose time is over, latest first.
    """
    all_of_them = list(found)
    late = [one for one in all_of_them if one.late(now) and one.settlement is None]
    open_ = [one for one in all_of_them if one.settlement is None and one not in late]
    done = [
        (one.settlement.at, one.settlement.ref, one)
        for one in all_of_them
        if one.settlement is not None
    ]
    latest = sorted(done, key=lambda found: found[:2], reverse=True)
    return {
        **_place(member),
        "open": [_line(member, one) for one in open_],
        "settled": [_line(member, one) for _, _, one in latest],
        "late": [_line(member, one) for one in reversed(late)],
    }


def _line(member: PairMember, state: QuestionState) -> dict[str, Any]:
    return {
        "question_id": actions.name(state),
        "text": state.question.text,
        "area": _area(member, state),
        "since": _day(state.at),
        "meanwhile": state.question.meanwhile,
        "both_in": state.votes is not None,
        "settlement": state.settlement,
    }


def one(member: PairMember, state: QuestionState, *, now: int) -> dict[str, Any]:
    """Return what the page of one question shows, whoever of the two reads it."""
    me = member.seat
    done = state.settlement
    return {
        **_place(member),
        **_line(member, state),
        "state": state,
        "by": member.names[state.by],
        "raised_by_me": state.by is me,
        "until": _day(state.question.until) if state.question.until else None,
        "late": state.late(now),
        "full": len(state.options) >= MOST_OPTIONS,
        "weighed": state.mine is not None,
        "changed": state.before is not None and state.mine is None,
        "options": state.options,
        "choices": [
            (number, option)
            for number, option in enumerate(state.options)
            if number not in state.off
        ],
        "proposals": [
            {
                "ref": proposed.ref.hex(),
                "by": member.names[proposed.by],
                "mine": proposed.by is me,
                "text": proposed.text,
            }
            for proposed in state.proposals
        ],
        "settled_on": _day(done.at) if done else None,
        "i_would_undo": done is not None and me in done.undoing,
        "other_would_undo": done is not None and me.other in done.undoing,
        "no_option": NO_OPTION,
        "longest": {"option": OPTION_LONGEST, "text": TEXT_LONGEST},
    }


def ballot(
    member: PairMember, state: QuestionState, typed: QueryDict | None = None
) -> dict[str, Any]:
    """Return what the page shows where one weighs: what I said before is marked."""
    former = state.mine or state.before
    said = _fields(state, former) if typed is None else typed.dict()
    return {
        **_place(member),
        "question_id": actions.name(state),
        "text": state.question.text,
        "list": list_name(state),
        "weighed": former is not None,
        "options": [
            {
                "name": field,
                "text": text,
                "choices": _choices([*SCORES, CANNOT], said.get(field)),
            }
            for field, text in zip(
                fields(state.question, state.added), state.options, strict=True
            )
        ],
        "stakes": _choices(STAKES, said.get("stake")),
        "reason": said.get("reason", ""),
    }


def fields(question: Question, added: Iterable[bytes]) -> list[str]:
    """Name the field of each option, the same however the list changes."""
    own = [str(number) for number in range(len(question.options))]
    return [f"score-{one}" for one in (*own, *(ref[:16].hex() for ref in added))]


def _choices(labels: Iterable[object], said: object) -> list[dict[str, Any]]:
    """Return the choices of one row; what comes after the fifth is *cannot*."""
    values = [*"01234", NEVER]
    return [
        {"value": value, "label": label, "picked": value == said}
        for value, label in zip(values, labels, strict=False)
    ]


def _fields(state: QuestionState, former: Vote | None) -> dict[str, object]:
    """Return what I said before, of the options that I knew then."""
    if former is None:
        return {}
    scores = [
        NEVER if number in former.cannot else str(score)
        for number, score in enumerate(former.scores)
    ]
    said = dict(zip(fields(state.question, former.added), scores, strict=True))
    return {"stake": str(former.stake), "reason": former.reason, **said}


def list_name(state: QuestionState) -> str:
    """Return what names this exact list in a form."""
    return subject("list", state.ref, *state.added).hex()


def why_not(refused: Refused) -> str:
    """Return what to do about something that could not be done."""
    texts: Mapping[object, str] = {
        No.FEW: _("It takes at least two options."),
        No.MANY: _("%(most)s options fit.") % {"most": MOST_OPTIONS},
        No.TWICE: _("This option stands there already."),
        No.OPEN: _("You are both in already. Nothing can be changed any more."),
        No.CLOSED: _("Not both of you are in yet."),
        No.SETTLED: _("It is settled already."),
        No.UNSETTLED: _("It is not settled any more."),
        No.LATE: _("The time to weigh it is over."),
        No.GONE: _("That does not stand any more. This is how it stands now."),
        No.OWN: _("The yes has to come from the other one of you."),
        No.CHANGED: _("The list has changed. Please look at it once more."),
        No.ASKED: _("You have said so already."),
        No.PAST: _("This day is over. Take a later one, or none."),
        No.OFF: _("One of you cannot live with this. It is off the table."),
        No.EITHER: _("Take an option, or write words of your own. Not both at once."),
        No.RETRACTED: _("It was taken back."),
        No.OTHERS: _("Only the one who raised it can take it back."),
        No.FULL: _("You have %(most)s open. Settle one or take one back first.")
        % {"most": MOST_RAISED},
        NoLine.EMPTY: _("Please write something."),
        NoLine.LONG: _("This is too long. It is all still here: make it shorter."),
    }
    why = refused.args[0] if refused.args else ""
    return texts.get(why, _("Please take one for each option, and one at the end."))


def _place(member: PairMember) -> dict[str, Any]:
    return {
        "pair_id": member.pair_id.hex(),
        "label": member.label,
        "labels": member.names,
        "closed": member.closed,
    }


def _area(member: PairMember, state: QuestionState) -> str:
    areas = {
        area.id: area.title for area in joint_picture.form(member).instrument.areas
    }
    return areas.get(state.question.area, "")


def _day(second: int) -> datetime:
    return datetime.fromtimestamp(second, UTC)
