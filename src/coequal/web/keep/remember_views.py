"""How two will remember their Sunday: a calendar file once, a moment, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.http import Http404, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coequal.core.days import week
from coequal.web.keep import store
from coequal.web.two.forms import Choice, choices
from coequal.web.two.page import Act, PageOfTwo, PairRequest, Tried

NOTES: Final = "notes"
ICONS: Final[dict[str, Promise]] = {
    NOTES: _("A sheet of paper"),
    "leaf": _("A leaf"),
    "square": _("A square"),
    "dot": _("A dot"),
}
"""Icons that say nothing, by the name of the manifest that carries each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberContext:
    """The Sunday with which it begins, and the icon for a home screen.

    `icons` are those that can be picked, by the name of their file; `picked` is one.
    """

    first: date
    icons: Sequence[Choice]
    picked: str


def _first(asked: PairRequest) -> date:
    """Return the Sunday that comes next; `Http404` for those without one."""
    if not store.weekly(asked.member):
        raise Http404
    return week(store.today(asked.member))


def _remember(asked: PairRequest, _tried: Tried | None) -> RememberContext:
    # The address alone says which one: nothing of it is stored.
    picked = asked.request.GET.get("icon", "")
    picked = picked if picked in ICONS else NOTES
    return RememberContext(
        first=_first(asked), icons=choices(ICONS, picked), picked=picked
    )


def _file(asked: PairRequest, _form: object) -> HttpResponse:
    """Hand out the file: one day a week, by no name and with no way back here."""
    day = _first(asked).strftime("%Y%m%d")
    lines = (
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Reminder//EN"),
        *("BEGIN:VEVENT", f"UID:{day}-reminder", f"DTSTAMP:{day}T000000Z"),
        *(f"DTSTART;VALUE=DATE:{day}", "RRULE:FREQ=WEEKLY", "SUMMARY:Reminder"),
        *("TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", ""),
    )
    response = HttpResponse("\r\n".join(lines), content_type="text/calendar")
    response["Content-Disposition"] = 'attachment; filename="reminder.ics"'
    return response


remember = PageOfTwo(
    template="keep/remember.html",
    shows=_remember,
    acts={"file": Act(do=_file, own=True)},
).as_view()
