"""All lines that both have read, and a month of the good ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page
from django.http import Http404, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from coequal.core.keep.lines import Three, has_month, month, of_both
from coequal.core.people import Pair
from coequal.core.two.said_apart import said_apart
from coequal.web.charts import keepsake
from coequal.web.keep import store
from coequal.web.two.page import LOOKS, PageOfTwo, PairRequest, Tried
from coequal.web.two.pages import page_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PastLines:
    """What both wrote on one day, without what was a bit much."""

    day: date
    both: Pair[Three]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllContext:
    """The lines of all days, the latest first."""

    days: Sequence[PastLines]
    page: Page[date]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthContext:
    """The good lines of one month; `first` is None while there is none to look at.

    `number` counts months back, and `earlier` and `later` are those beside it, or 0.
    """

    first: date | None
    goods: Sequence[str]
    number: int = 1
    earlier: int = 0
    later: int = 0


def _all(asked: PairRequest, _tried: Tried | None) -> AllContext:
    member = asked.member
    page = page_of(asked, store.opened_days(member))
    found = {
        day: said_apart(said, member.seat).both
        for day, said in store.looked_at(asked, page).items()
    }
    return AllContext(
        days=[
            PastLines(day=day, both=of_both(both, None))
            for day, both in found.items()
            if both is not None
        ],
        page=page,
    )


def _month(asked: PairRequest, _tried: Tried | None) -> MonthContext:
    member, number = asked.member, int(asked.ids.get("number", "1"))
    days = store.opened_days(member)
    if not days or not has_month(days[0], store.today(member)):
        return MonthContext(first=None, goods=())
    firsts = sorted({one.replace(day=1) for one in days}, reverse=True)
    if not 1 <= number <= len(firsts):
        raise Http404
    first = firsts[number - 1]
    read = store.looked_at(asked, [one for one in days if one.replace(day=1) == first])
    said = [one for on_day in read.values() for one in on_day]
    return MonthContext(
        first=first,
        goods=[one.text for one in month(said, member.seat)],
        number=number,
        earlier=number + 1 if number < len(firsts) else 0,
        later=number - 1,
    )


def _picture(asked: PairRequest, _tried: Tried | None) -> HttpResponse:
    found = _month(asked, None)
    if found.first is None:
        raise Http404
    title = _("What was good in %(month)s") % {"month": _called(found.first)}
    drawn = keepsake.picture(title, [("", [f"“{one}”" for one in found.goods])])
    response = HttpResponse(drawn, content_type="image/svg+xml")
    response["Content-Disposition"] = 'attachment; filename="notes.svg"'
    return response


def _called(first: date) -> str:
    return date_format(first, "F")


all_lines = PageOfTwo(
    template="keep/all.html", shows=_all, acts=LOOKS, reads=store.READS
).as_view()
our_month = PageOfTwo(
    template="keep/month.html", shows=_month, acts=LOOKS, reads=store.READS
).as_view()
picture = PageOfTwo(template="", shows=_picture, reads=store.READS).as_view()
