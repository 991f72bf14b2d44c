"""Which day is theirs, and how two will remember it: a file once, a moment, nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.http import Http404, HttpResponse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coequal.core.days import DAY, SUNDAY, WEEKDAYS, week
from coequal.web.keep import store
from coequal.web.keep.forms import DayForm
from coequal.web.keep.labels import refusals
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
    """The day with which it begins, and the icon for a home screen.

    `days` are those that can be theirs, and `first` is the first that comes of the one
    that stands from Monday on. `icons` are those that can be picked, by the name of
    their file; `picked` is one.
    """

    first: date
    days: Sequence[Choice]
    icons: Sequence[Choice]
    picked: str


def _first(asked: PairRequest) -> date:
    """Return the first day that comes of what was chosen last; `Http404` for others.

    What was chosen this week counts from Monday on.
    """
    member = asked.member
    if not store.weekly(member):
        raise Http404
    today = store.today(member)
    first, then = store.coming(member, today), store.coming(member, week(today) + DAY)
    return first if first.weekday() == then.weekday() else then


def _remember(asked: PairRequest, _tried: Tried | None) -> RememberContext:
    # The address alone says which one: nothing of it is stored.
    picked = asked.request.GET.get("icon", "")
    picked = picked if picked in ICONS else NOTES
    first = _first(asked)
    return RememberContext(
        first=first,
        days=choices(_days(), str(first.weekday())),
        icons=choices(ICONS, picked),
        picked=picked,
    )


def _days() -> dict[str, str]:
    """Return the days that can be theirs, by number, as people call them."""
    names = (week(date.min) + (one - SUNDAY) * DAY for one in WEEKDAYS)
    return {str(one.weekday()): date_format(one, "l") for one in names}


def _choose(asked: PairRequest, form: DayForm) -> None:
    store.choose(asked.member, int(form.cleaned_data["day"] or 0))


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
    acts={
        "file": Act(do=_file, own=True),
        "day": Act(
            do=_choose, form=lambda data, _asked: DayForm(data), repeatable=True
        ),
    },
    words=refusals,
    reads=store.READS,
).as_view()
