"""The months that both have read, and how it has gone for each, from those alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.core.paginator import Page

from coequal.core.keep.check_in import Facet
from coequal.core.keep.month import first_of, series
from coequal.core.keep.trend import trends
from coequal.core.people import Seat
from coequal.web.month import store
from coequal.web.month.drawn import DRAWN, Drawn, TapLine, drawn, drawn_of
from coequal.web.month.labels import moved_of_both
from coequal.web.month.rows import SaidOfBoth, said_of_both
from coequal.web.two.page import LOOK, Act, PageOfTwo, PairRequest, Tried
from coequal.web.two.pages import page_of

LOOKS: Final = {LOOK: Act(do=lambda _asked, _form: None)}
"""The one button of these pages: it shows what opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastMonth:
    """What both shared of one month."""

    month: date
    both: Sequence[SaidOfBoth]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastContext:
    """The months that opened, the latest first, a year on a page."""

    months: Sequence[PastMonth]
    page: Page[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendContext:
    """How it has gone: in a sentence or two, and each line drawn that both shared."""

    moved: Sequence[str]
    lines: Sequence[Drawn]


def _past(asked: PairRequest, _tried: Tried | None) -> PastContext:
    opened = store.opened_months(asked.member)
    page = page_of(asked, list(opened), at_once=DRAWN)
    found = store.looked_at(asked.member, {month: opened[month] for month in page})
    asked.unseen.update(found.unseen)
    return PastContext(
        months=[
            PastMonth(month=first_of(month), both=said_of_both(one))
            for month, one in sorted(found.seen.items(), reverse=True)
        ],
        page=page,
    )


def _trend(asked: PairRequest, _tried: Tried | None) -> TrendContext:
    member, months = asked.member, store.span(asked.member)
    found = store.looked_at(member, store.opened_months(member))
    asked.unseen.update(found.unseen)
    said = series(found.seen, months)
    told = trends(said)
    shown = drawn_of([month in found.seen for month in months])
    shared = [facet for facet in Facet if any(one.a[facet] is not None for one in said)]
    return TrendContext(
        moved=moved_of_both(member.names, told, shared) if shared else (),
        lines=[
            drawn(
                facet,
                months[shown],
                [
                    TapLine(
                        seat=seat,
                        name=member.names[seat],
                        said=[one[seat][facet] for one in said[shown]],
                        level=told[seat].levels[facet][shown],
                    )
                    for seat in Seat
                ],
            )
            for facet in shared
        ],
    )


past = PageOfTwo(
    template="month/past.html", shows=_past, acts=LOOKS, reads=(store.KIND,)
).as_view()
trend = PageOfTwo(
    template="month/trend.html", shows=_trend, acts=LOOKS, reads=(store.KIND,)
).as_view()
