"""How two will remember their Sunday: a calendar file once, a moment, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpResponse

from coequal.core.keep.occasion import week
from coequal.web.keep import store
from coequal.web.two.page import Act, PageOfTwo, PairRequest, Tried


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberContext:
    """The Sunday with which it begins."""

    first: date


def _first(asked: PairRequest) -> date:
    """Return the Sunday that comes next; `Http404` for those without one."""
    if not store.weekly(asked.member):
        raise Http404
    return week(store.today(asked.member))


def _remember(asked: PairRequest, _tried: Tried | None) -> RememberContext:
    return RememberContext(first=_first(asked))


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
