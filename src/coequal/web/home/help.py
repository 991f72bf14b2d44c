"""The page of help: the same for everybody, and it asks nothing of anybody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from coequal.content.help import Help, Need, Texts, help_found
from coequal.content.helplines import HelpLine
from coequal.web.context import render_context
from coequal.web.home.countries import COUNTRIES


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpEntry:
    """A line, and what a page says of it: where it was read, and when."""

    line: HelpLine
    whom: str
    hours: str
    read: str
    same: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A country: what brings the police there, and its lines, with a number first."""

    name: str
    emergency: Sequence[HelpEntry]
    lines: Sequence[HelpEntry]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpContext:
    """All help there is.

    `needs` are what somebody may need, each with countries and the lines there that
    are for it.
    """

    texts: Texts
    lands: Sequence[Land]
    needs: Sequence[tuple[Need, Sequence[tuple[str, str]]]]


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """Show the help there is in every country of the list, guessing none."""
    found = help_found()
    lands = sorted(_lands(found), key=lambda land: land.name.casefold())
    context = HelpContext(
        texts=found.texts,
        lands=lands,
        needs=[(need, _for(need, lands)) for need in found.texts.needs],
    )
    return render_context(request, "home/help.html", context)


def _lands(found: Help) -> Iterable[Land]:
    for country, lines in groupby(found.lines, key=lambda line: line.country):
        told = [_told(found.texts, line) for line in lines]
        yield Land(
            name=str(COUNTRIES[country]),
            emergency=[one for one in told if one.line.danger],
            lines=sorted(
                (one for one in told if not one.line.danger),
                key=lambda one: not one.line.phone,
            ),
        )


def _told(texts: Texts, line: HelpLine) -> HelpEntry:
    when = _when(line.seen)
    pages = int(line.agreeing)
    return HelpEntry(
        line=line,
        whom=", ".join(texts.whom[whom] for whom in line.whom),
        hours=f"{line.hours} ({when})" if line.hours else "",
        read=f"{texts.kinds[line.kind]} ({line.site}), {when}",
        same=_("%(year)s, on %(pages)d pages") % {"year": line.since, "pages": pages}
        if line.sure and line.since and pages > 1
        else "",
    )


def _when(seen: str) -> str:
    """Return a year, or a year and a month, in words."""
    if not seen:
        return _("no date")
    # Some sources give no month, and some only the year before which they cannot be.
    first, _space, later = seen.partition(" ")
    year, _dash, month = first.partition("-")
    day = date_format(date(int(year), int(month), 1), "F Y") if month else year
    return _("%(when)s or later") % {"when": day} if later else day


def _for(need: Need, lands: Iterable[Land]) -> list[tuple[str, str]]:
    """Return by country the names of the lines that say they are for this."""
    found = [
        (
            land.name,
            [told.line.service for told in land.lines if need.whom in told.line.whom],
        )
        for land in lands
    ]
    return [(name, ", ".join(services)) for name, services in found if services]
