"""Lines of the diary in words, the same on both people's pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext as _

from coequal.core.decide.diary_lines import (
    MANY_LINES,
    MOST_A_DAY,
    NOBODY_SAID,
    LineState,
)
from coequal.core.decide.entries import DiaryAnswer
from coequal.core.people import Pair
from coequal.errors import Refused
from coequal.people.pairs import PairMember
from coequal.web.decide import areas, contexts, diary_actions
from coequal.web.who_decided import how_far, who_did


def listed(member: PairMember, found: Iterable[LineState]) -> list[dict[str, Any]]:
    """Return what the pages show of some lines; `mine_is_in` is for me alone."""
    titles = areas.titles(member)
    return [
        {
            "line_id": diary_actions.name(one),
            "text": one.text,
            "area": titles.get(one.area, ""),
            "by": member.names[one.by],
            "on": datetime.fromtimestamp(one.at, UTC),
            "mine_is_in": one.told.mine is not None,
            "told": one.told.both and told(one.told.both, member.names),
        }
        for one in found
    ]


def told(both: Pair[DiaryAnswer], names: Pair[str]) -> dict[str, Pair[str]]:
    """Return what both said of a line, in words, the same on both people's pages."""
    who = who_did(names)
    return {
        "who": both.map(lambda one: who[one.who]),
        "asked": both.map(lambda one: how_far(one.asked)),
        "fine": both.map(lambda one: how_far(one.fine)),
    }


def choices(labels: Mapping[str, object], picked: str | None) -> list[dict[str, Any]]:
    """Return the choices of one row, the picked one marked."""
    return [
        {"value": value, "label": label, "picked": value == picked}
        for value, label in labels.items()
    ]


def why_not(refused: Refused) -> str:
    """Return what to do about something that could not be done."""
    texts = {
        NOBODY_SAID: _("Please say at least who decided."),
        MANY_LINES: _("%(most)s lines fit into a day. Write the next one tomorrow.")
        % {"most": MOST_A_DAY},
    }
    why = refused.args[0] if refused.args else ""
    return texts.get(why) or contexts.why_not(refused)
