"""What people read when something did not work: what to do next, nothing more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coequal.errors import Refused, Unreadable, Unsound
from coequal.journal.door import Closed

CLOSED: Final = gettext_lazy("This place is closed.")
STAYS: Final = gettext_lazy("What was open stays readable for you both.")
"""The same for both, whoever closed it, and for a code that was not used in time."""


def message(
    request: HttpRequest,
    *,
    title: str | Promise,
    text: str | Promise,
    status: int,
    link: str | None = None,
) -> HttpResponse:
    """Show one calm page, with a way on."""
    context = {"title": title, "text": text, "link": link}
    return render(request, "message.html", context, status=status)


def bad_request(
    request: HttpRequest,
    exception: Exception,  # noqa: ARG001  Django passes it
) -> HttpResponse:
    """Answer what no form of ours sends."""
    return message(
        request,
        title=_("That did not arrive whole"),
        text=_("Go back and try once more."),
        status=400,
    )


def csrf_failure(
    request: HttpRequest,
    reason: str = "",  # noqa: ARG001  Django passes it
) -> HttpResponse:
    """Answer a form that was open too long, or came from somewhere else."""
    return message(
        request,
        title=_("This page was open for a long time"),
        text=_("Nothing was changed. Go back, load the page anew and try again."),
        status=403,
    )


def refused(
    request: HttpRequest,
    exception: Exception | None = None,  # noqa: ARG001  Django passes it
) -> HttpResponse:
    """Say that a rule does not allow this now."""
    return message(
        request,
        title=_("This cannot be done now"),
        text=_("Nothing was changed. It may have been done already."),
        status=403,
    )


def closed(request: HttpRequest) -> HttpResponse:
    """Say that nothing new comes into a place of two: not who closed it, nor when."""
    found = request.resolver_match
    iid = found.kwargs.get("iid") if found else None
    return message(
        request,
        title=CLOSED,
        text=STAYS,
        link=reverse("with", args=[iid]) if iid else None,
        status=403,
    )


def not_found(
    request: HttpRequest,
    exception: Exception | None = None,  # noqa: ARG001  Django passes it
) -> HttpResponse:
    """One text for what is not there and for what is not yours."""
    return message(
        request,
        title=_("There is nothing here"),
        text=_("The address may be wrong, or it is not for this account."),
        status=404,
    )


def broken(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours."""
    return message(
        request,
        title=_("Something is broken here"),
        text=_("Your answers are still where they were. Try again in a while."),
        status=500,
    )


def damaged(request: HttpRequest) -> HttpResponse:
    """Say that stored data does not hold, without guessing why."""
    return message(
        request,
        title=_("Something stored here does not fit"),
        text=_(
            "An entry was damaged or changed behind the program's back. "
            "It is not shown. Whoever runs this machine should know."
        ),
        status=500,
    )


class ErrorsMiddleware:
    """Turn the three errors of the house into pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on."""
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Answer with the page that fits the error."""
        if isinstance(exception, Closed):
            return closed(request)
        if isinstance(exception, Refused):
            return refused(request, exception)
        if isinstance(exception, Unreadable):
            return not_found(request, exception)
        if isinstance(exception, Unsound):
            return damaged(request)
        return None
