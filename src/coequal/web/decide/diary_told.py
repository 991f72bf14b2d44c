"""Lines of the diary in words, the same on both people's pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coequal.core.decide.diary import Who
from coequal.core.decide.entries import Account
from coequal.core.decide.happened import NOBODY_SAID, Line
from coequal.core.people import Pair
from coequal.errors import Refused
from coequal.people.pairs import Bond
from coequal.web.decide import areas, diary, page

ASKED: Final = {
    "yes": gettext_lazy("Yes"),
    "partly": gettext_lazy("Partly"),
    "no": gettext_lazy("No"),
}
"""What one may say to having been asked, and to being fine with it."""


def listed(bond: Bond, found: Iterable[Line]) -> list[dict[str, Any]]:
    """Return what the pages show of some lines; `mine_is_in` is for me alone."""
    titles = areas.titles(bond)
    return [
        {
            "lid": diary.name(one),
            "text": one.text,
            "area": titles.get(one.area, ""),
            "by": bond.names[one.by],
            "on": datetime.fromtimestamp(one.at, UTC),
            "mine_is_in": one.told.mine is not None,
            "told": one.told.both and told(one.told.both, bond.names),
        }
        for one in found
    ]


def told(both: Pair[Account], names: Pair[str]) -> dict[str, Pair[str]]:
    """Return what both said of a line, in words, the same on both people's pages."""
    who = {
        Who.A: names.a,
        Who.B: names.b,
        Who.BOTH: _("Both"),
        Who.HAPPENED: _("It just happened"),
    }
    return {
        "who": both.map(lambda one: who[Who(one.who)]),
        "asked": both.map(lambda one: _how_far(one.asked)),
        "fine": both.map(lambda one: _how_far(one.fine)),
    }


def _how_far(said: str) -> str:
    return str(ASKED.get(said, _("Not said")))


def who_words(label: str) -> dict[str, object]:
    """Return what one may say to who decided, with what one calls the other."""
    return {
        "me": _("I did"),
        "other": _("%(name)s did") % {"name": label},
        "both": _("We both did"),
        "happened": _("It just happened"),
    }


def choices(labels: Mapping[str, object], picked: str | None) -> list[dict[str, Any]]:
    """Return the choices of one row, the picked one marked."""
    return [
        {"value": value, "label": label, "picked": value == picked}
        for value, label in labels.items()
    ]


def why_not(refused: Refused) -> str:
    """Return what to do about something that could not be done."""
    if refused.args and refused.args[0] == NOBODY_SAID:
        return _("Please say at least who decided.")
    return page.why_not(refused)
