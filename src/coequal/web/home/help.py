"""The page of help: the same for everybody, and it asks nothing of anybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

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
    """A line, and what a page says of it."""

    line: HelpLine
    whom: str
    phones: tuple[tuple[str, str], ...]
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A country: its emergency numbers, and its lines, those with a number first."""

    name: str
    emergency: str
    lines: tuple[HelpEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpContext:
    """All help there is.

    `emergency` are numbers, each with the countries it is for; `needs` are what
    somebody may need, each with countries and the lines there that are for it.
    """

    texts: Texts
    lands: Sequence[Land]
    emergency: Sequence[tuple[str, str]]
    needs: Sequence[tuple[Need, Sequence[tuple[str, str]]]]


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """Show the help there is in every country of the list, guessing none."""
    found = help_found()
    lands = sorted(_lands(found), key=lambda land: land.name.casefold())
    context = HelpContext(
        texts=found.texts,
        lands=lands,
        emergency=_by_number(lands),
        needs=[(need, _for(need, lands)) for need in found.texts.needs],
    )
    return render_context(request, "home/help.html", context)


def _lands(found: Help) -> Iterable[Land]:
    for country, numbers in found.texts.emergency.numbers.items():
        lines = [line for line in found.lines if line.country == country]
        yield Land(
            name=str(COUNTRIES[country]),
            emergency=_or(numbers),
            lines=tuple(
                _told(found, line)
                for line in sorted(lines, key=lambda line: not line.phone)
            ),
        )


def _told(found: Help, line: HelpLine) -> HelpEntry:
    return HelpEntry(
        line=line,
        whom=", ".join(found.texts.whom[whom] for whom in line.whom),
        phones=tuple((phone, phone.replace(" ", "")) for phone in line.phone),
        seen=_seen(line.seen),
    )


def _seen(seen: str) -> str:
    """Return a year, or a year and a month, in words."""
    if not seen:
        return _("on a page without a date")
    # Some sources give no month.
    year, _dash, month = seen.partition("-")
    return date_format(date(int(year), int(month), 1), "F Y") if month else year


def _by_number(lands: Iterable[Land]) -> list[tuple[str, str]]:
    """Return emergency numbers and the countries they are for, the widest first."""
    # Numbers that hold in many countries come first: they are likely to help a reader
    # of whom nothing is known.
    names = defaultdict(list)
    for land in lands:
        names[land.emergency].append(land.name)
    widest = sorted(names.items(), key=lambda item: -len(item[1]))
    return [(numbers, ", ".join(where)) for numbers, where in widest]


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


def _or(numbers: Iterable[str]) -> str:
    return f" {_('or')} ".join(numbers)
