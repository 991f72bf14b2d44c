"""The months that both have read, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.core.paginator import Page

from coequal.core.month.months import first_of
from coequal.web.month import store
from coequal.web.month.rows import SaidOfBoth, said_of_both
from coequal.web.two.page import LOOKS, PageOfTwo, PairRequest, Tried
from coequal.web.two.pages import page_of

A_YEAR: Final = 12
"""So many months stand on a page."""


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


def _past(asked: PairRequest, _tried: Tried | None) -> PastContext:
    opened = store.opened_months(asked.member)
    page = page_of(asked, list(opened), at_once=A_YEAR)
    found = store.looked_at(asked.member, {month: opened[month] for month in page})
    asked.unseen.update(found.unseen)
    return PastContext(
        months=[
            PastMonth(month=first_of(month), both=said_of_both(one))
            for month, one in sorted(found.seen.items(), reverse=True)
        ],
        page=page,
    )


past = PageOfTwo(
    template="month/past.html", shows=_past, acts=LOOKS, reads=(store.KIND,)
).as_view()
