"""What people read when something did not work: what to do next, nothing more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, cast

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coequal.errors import CoequalError, Refused, Unreadable, Unsound
from coequal.journal.door import Closed
from coequal.people.kdf_slots import Busy
from coequal.people.pairs import DamagedPair
from coequal.people.sessions import SessionOver
from coequal.web import misplaced
from coequal.web.context import render_context
from coequal.web.decorators import turned_away
from coequal.web.misplaced import Hint
from coequal.web.sessions import SessionRequest, is_leaving
from coequal.web.turned_away import busy

SIGN_IN: Final = "account:sign_in"
CLOSED: Final = _("This is closed now.")
STAYS: Final = _("You can both still read what you could both see.")
"""The same for both, whoever closed it, and for a code that was not used in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageContext:
    """One thing to say, and where to go on; None is the start.

    `way` says what that shows, where it is not the start.
    """

    title: str | Promise
    text: str | Promise
    link: str | None
    way: str | Promise | None


def message(  # noqa: PLR0913  what a page says, and where its button leads
    request: HttpRequest,
    *,
    title: str | Promise,
    text: str | Promise,
    status: int,
    link: str | None = None,
    way: str | Promise | None = None,
) -> HttpResponse:
    """Show one calm page, with a way on; who leaves sees none of ours."""
    if is_leaving(request):
        return render(request, "home/left.html", status=status)
    context = MessageContext(title=title, text=text, link=link, way=way)
    return render_context(request, "home/message.html", context, status=status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A page that always says the same; called by Django or by us."""

    status: int
    title: Promise
    text: Promise

    def __call__(
        self, request: HttpRequest, *_args: object, **_kwargs: object
    ) -> HttpResponse:
        """Show it; what Django says about the fault stays unsaid."""
        return message(request, title=self.title, text=self.text, status=self.status)


not_whole: Final = Telling(
    status=400,
    title=_("We couldn’t read what you sent"),
    text=_("Nothing was changed. Go back and try again."),
)
"""What no form of ours sends."""

not_set_up: Final = Telling(
    status=400,
    title=_("This isn’t the right address"),
    text=_(
        "Check what you typed. If it’s the address you were given, tell whoever runs "
        "this site."
    ),
)
"""The name of the site is another one than its host wrote down."""

open_long: Final = Telling(
    status=403,
    title=_("This page is out of date"),
    text=_("Nothing was changed. Go back, reload the page and try again."),
)
"""A form that was open too long, or lost its cookie."""

from_elsewhere: Final = Telling(
    status=403,
    title=_("That came from another address"),
    text=_(
        "Nothing was changed. Open this site by the address you were given, and try "
        "again. If that doesn’t help, tell whoever runs it."
    ),
)
"""A form of another site, or a proxy that does not say how people come."""

origin_unsaid: Final = Telling(
    status=403,
    title=_("Your browser hid where this came from"),
    text=_(
        "Nothing was changed. A privacy setting may be the reason. Turn it off for "
        "this site, or try another browser."
    ),
)
"""A form from nowhere: taking it would mean to take those of other sites too."""


def bad_request(
    request: HttpRequest, exception: Exception | None = None
) -> HttpResponse:
    """Say what no form of ours sends, or that the address is not set up."""
    if isinstance(exception, DisallowedHost):
        misplaced.note(Hint.NAME)
        return not_set_up(request)
    return not_whole(request)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  Django names it
    """Say why a form is not taken: it was open too long, or came from elsewhere."""
    hint = misplaced.hint(request)
    if hint is None:
        return open_long(request)
    misplaced.note(hint)
    return origin_unsaid(request) if hint is Hint.UNSAID else from_elsewhere(request)


refused: Final = Telling(
    status=403,
    title=_("This can’t be done now"),
    text=_("Nothing was changed. It may have been done already."),
)
"""A rule does not allow this now."""

not_found: Final = Telling(
    status=404,
    title=_("There’s nothing here"),
    text=_("The address may be wrong, or it’s for another account."),
)
"""One text for what is not there and for what is not yours."""

broken: Final = Telling(
    status=500,
    title=_("Something is broken here"),
    text=_("Your answers are still where they were. Try again in a while."),
)
"""The fault is ours."""

damaged: Final = Telling(
    status=409,
    title=_("This page can’t be shown"),
    text=_(
        "Something on it is damaged, or somebody changed it from outside. "
        "Please tell whoever runs this site."
    ),
)
"""Stored data does not hold; why is not guessed.

The program does what it should, so it is no fault of the server's own (500).
"""


def closed(request: HttpRequest) -> HttpResponse:
    """Say that nothing new comes into a place of two: not who closed it, nor when."""
    return message(
        request,
        title=CLOSED,
        text=STAYS,
        link=_of_pair(request, "pairs:pair"),
        way=_("See what you share"),
        status=403,
    )


def damaged_pair(request: HttpRequest) -> HttpResponse:
    """Say that what makes two people a pair is damaged, and lead to the way out."""
    return message(
        request,
        title=_("What you two have here can’t be shown"),
        text=_(
            "It’s damaged, or somebody changed it from outside. Your account and "
            "everything else still work. Please tell whoever runs this site. "
            "You can leave, and then invite each other again."
        ),
        link=_of_pair(request, "pairs:leave"),
        way=_("See how to leave"),
        status=409,
    )


def _of_pair(request: HttpRequest, page: str) -> str | None:
    """Return the address of a page of the pair that was asked for, if one was."""
    found = request.resolver_match
    pair_id = found.kwargs.get("pair_id") if found else None
    return reverse(page, args=[pair_id]) if pair_id else None


PAGES: Final[
    tuple[tuple[type[CoequalError], Callable[[HttpRequest], HttpResponse]], ...]
] = (
    (Closed, closed),
    (Busy, lambda _request: busy()),
    # It ended while this was on its way, in another tab or by another press.
    (SessionOver, lambda request: turned_away(cast(SessionRequest, request), SIGN_IN)),
    (Refused, refused),
    (Unreadable, not_found),
    (DamagedPair, damaged_pair),
    (Unsound, damaged),
)
"""Which page fits which error; the first that an error is of."""


class ErrorsMiddleware:
    """Turn the errors of the house into pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on."""
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Answer with the page that fits the error."""
        for error, page in PAGES:
            if isinstance(exception, error):
                return page(request)
        return None
