"""Whose wish it was lately, and who decided: in words, and as figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import ceil, floor
from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from coequal.core.decide.constants import ENOUGH
from coequal.core.decide.diary import Who
from coequal.core.decide.influence import Influence, InfluenceWord
from coequal.core.people import Pair, Seat
from coequal.web.charts import lately, split

TENTHS: Final = 10
SLACK: Final = 1e-9


def whose_wish(found: Influence, names: Pair[str]) -> list[str]:
    """Return whose wish it was lately, in sentences; both people's share in each.

    Nothing about a direction is said unless it is clear.
    """
    if found.share is None or found.low is None or found.high is None:
        few = _(
            "After about %(enough)d decisions where you wanted different things, "
            "you’ll read here whose turn it has been."
        )
        return [few % {"enough": ENOUGH}]
    low, high = floor(TENTHS * found.low + SLACK), ceil(TENTHS * found.high - SLACK)
    shares = _(
        "Out of 10, roughly %(low)d to %(high)d went %(a)s’s way, and "
        "%(rest_low)d to %(rest_high)d went %(b)s’s way."
    ) % {
        "low": low,
        "high": high,
        "rest_low": TENTHS - high,
        "rest_high": TENTHS - low,
        "a": names.a,
        "b": names.b,
    }
    if found.word is not InfluenceWord.CLEAR:
        return [_("Too early to say whose way things went more often."), shares]
    more = names.a if found.share > 1 - found.share else names.b
    return [
        _(
            "As far as we can tell so far, more things lately went the way "
            "%(name)s wanted."
        )
        % {"name": more},
        shares,
    ]


def wish_figure(name: str, found: Influence, names: Pair[str]) -> SafeString | None:
    """Draw where it probably is, where there is enough to say it."""
    if found.low is None or found.high is None:
        return None
    described = whose_wish(found, names)[-1]
    ends = (found.low, found.high)
    return lately.figure(name, labels=names, ends=ends, described=described)


def who_decided(
    said: Pair[Mapping[Who, int]], names: Pair[str]
) -> dict[str, SafeString | str]:
    """Return who decided as each has it, as a figure and in words."""
    parts = [
        split.Slice(
            name=_("%(name)s says") % {"name": names[seat]},
            alone=Pair(a=said[seat][Who.A], b=said[seat][Who.B]),
            both=said[seat][Who.BOTH],
        )
        for seat in Seat
    ]
    described = _decided(parts, names)
    figure = split.figure(
        "decided", parts=parts, nothing=_("Nobody alone"), described=described
    )
    return {"figure": figure, "in_words": described}


def _decided(parts: Iterable[split.Slice], names: Pair[str]) -> str:
    text = _("%(part)s: %(a)s decided %(first)d, both %(both)d, %(b)s %(second)d.")
    return " ".join(
        text
        % {
            "part": part.name,
            "a": names.a,
            "first": part.alone.a,
            "both": part.both,
            "b": names.b,
            "second": part.alone.b,
        }
        for part in parts
    )
