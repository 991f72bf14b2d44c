"""A long list, the latest first, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.core.paginator import Page, Paginator

from coequal.web.two.page import PairRequest

AT_ONCE: Final = 20
"""How many entries a page of a list shows."""


def page_of(
    asked: PairRequest, oldest_first: Sequence[Any], *, at_once: int = AT_ONCE
) -> Page[Any]:
    """Return the page that an address asks for; one that is not there is the last."""
    pages = Paginator(oldest_first[::-1], at_once)
    return pages.get_page(asked.request.GET.get("page"))
