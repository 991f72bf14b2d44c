"""Whose days the dates of a page are.

Every date is a moment until it is drawn. Templates draw it by the zone that is active
for the request: at the door of a pair's pages it is that of the two, on one's own pages
one's own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, Final, ParamSpec

from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from coequal.people import days, zones
from coequal.web.sessions import PersonRequest

P = ParamSpec("P")
WORLD_TIME: Final = _("No city (world time)")


def count_by(zone: str) -> None:
    """Draw the dates of this request by the days of a zone."""
    timezone.activate(zones.calendar(zone))


def by_own_days(
    view: Callable[Concatenate[PersonRequest, P], HttpResponseBase],
) -> Callable[Concatenate[PersonRequest, P], HttpResponseBase]:
    """Draw the dates of a page by one's own days."""

    @wraps(view)
    def answer(
        request: PersonRequest, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        count_by(days.own(request.session))
        return view(request, *args, **kwargs)

    return answer


def called(zone: str) -> str:
    """Return a zone as people call it: by its city. Empty for universal time."""
    return "" if zone == zones.WORLD else zones.city(zone)
