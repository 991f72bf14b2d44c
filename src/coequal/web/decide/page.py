"""What the pages of Decide show, as values for their templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from coequal.core.decide.entries import NO_OPTION, Question, Vote
from coequal.core.decide.matters import Matter
from coequal.core.decide.rules import (
    MOST_OPTIONS,
    MOST_RAISED,
    OPTION_LONGEST,
    TEXT_LONGEST,
    No,
)
from coequal.core.lines import NoLine
from coequal.errors import Refused
from coequal.people.pairs import Bond
from coequal.sealed.subjects import subject
from coequal.web.decide import room
from coequal.web.decide.told import CANNOT, SCORES, STAKES
from coequal.web.see import joint

NEVER = "x"
"""What is sent for an option that somebody cannot live with."""


def listing(bond: Bond, found: Iterable[Matter], *, now: int) -> dict[str, Any]:
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
        **_place(bond),
        "open": [_line(bond, one) for one in open_],
        "settled": [_line(bond, one) for _, _, one in latest],
        "late": [_line(bond, one) for one in reversed(late)],
    }


def _line(bond: Bond, matter: Matter) -> dict[str, Any]:
    return {
        "qid": room.name(matter),
        "text": matter.question.text,
        "area": _area(bond, matter),
        "since": _day(matter.at),
        "meanwhile": matter.question.meanwhile,
        "both_in": matter.votes is not None,
        "settlement": matter.settlement,
    }


def one(bond: Bond, matter: Matter, *, now: int) -> dict[str, Any]:
    """Return what the page of one question shows, whoever of the two reads it."""
    me = bond.seat
    done = matter.settlement
    return {
        **_place(bond),
        **_line(bond, matter),
        "matter": matter,
        "by": bond.names[matter.by],
        "raised_by_me": matter.by is me,
        "until": _day(matter.question.until) if matter.question.until else None,
        "late": matter.late(now),
        "full": len(matter.options) >= MOST_OPTIONS,
        "weighed": matter.mine is not None,
        "changed": matter.before is not None and matter.mine is None,
        "options": matter.options,
        "choices": [
            (number, option)
            for number, option in enumerate(matter.options)
            if number not in matter.off
        ],
        "proposals": [
            {
                "ref": proposed.ref.hex(),
                "by": bond.names[proposed.by],
                "mine": proposed.by is me,
                "text": proposed.text,
            }
            for proposed in matter.proposals
        ],
        "settled_on": _day(done.at) if done else None,
        "i_would_undo": done is not None and me in done.undoing,
        "other_would_undo": done is not None and me.other in done.undoing,
        "no_option": NO_OPTION,
        "longest": {"option": OPTION_LONGEST, "text": TEXT_LONGEST},
    }


def ballot(
    bond: Bond, matter: Matter, typed: QueryDict | None = None
) -> dict[str, Any]:
    """Return what the page shows where one weighs: what I said before is marked."""
    former = matter.mine or matter.before
    said = _fields(matter, former) if typed is None else typed.dict()
    return {
        **_place(bond),
        "qid": room.name(matter),
        "text": matter.question.text,
        "list": list_name(matter),
        "weighed": former is not None,
        "options": [
            {
                "name": field,
                "text": text,
                "choices": _choices([*SCORES, CANNOT], said.get(field)),
            }
            for field, text in zip(
                fields(matter.question, matter.added), matter.options, strict=True
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


def _fields(matter: Matter, former: Vote | None) -> dict[str, object]:
    """Return what I said before, of the options that I knew then."""
    if former is None:
        return {}
    scores = [
        NEVER if number in former.cannot else str(score)
        for number, score in enumerate(former.scores)
    ]
    said = dict(zip(fields(matter.question, former.added), scores, strict=True))
    return {"stake": str(former.stake), "reason": former.reason, **said}


def list_name(matter: Matter) -> str:
    """Return what names this exact list in a form."""
    return subject("list", matter.ref, *matter.added).hex()


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


def _place(bond: Bond) -> dict[str, Any]:
    return {
        "iid": bond.iid.hex(),
        "label": bond.label,
        "labels": bond.names,
        "closed": bond.closed,
    }


def _area(bond: Bond, matter: Matter) -> str:
    areas = {area.id: area.title for area in joint.form(bond).instrument.areas}
    return areas.get(matter.question.area, "")


def _day(second: int) -> datetime:
    return datetime.fromtimestamp(second, UTC)
