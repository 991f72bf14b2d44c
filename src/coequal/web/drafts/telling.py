"""Saying what happened to what was typed, on the page where it is wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coequal.journal import clock
from coequal.people import drafts
from coequal.people.drafts import Happened, NotKept, Typed, Waiting
from coequal.people.leaving_quickly import FAILS
from coequal.people.sessions import Session
from coequal.sealed.drafts import Slip
from coequal.web.context import named, render_context
from coequal.web.drafts import fill, slips
from coequal.web.sessions import SessionRequest

HAPPENED: Final[Mapping[Happened, Promise]] = {
    Happened.IDLE: _("You were signed out after 15 quiet minutes."),
    Happened.OVER: _("You were signed out before this was sent."),
    Happened.REFUSED: _("This couldn’t be sent."),
    Happened.SAVED: _(
        "You were signed out after 15 quiet minutes. Your note is saved."
    ),
}
AGAIN: Final = _("What you filled in is here again. Check it, then send it.")
TO_COPY: Final = _(
    "This page has changed, and your text doesn’t fit in it any more. "
    "Copy what you need."
)
BACK: Final = _("You’re back where you were.")
TAP_AGAIN: Final = _("You’re back where you were. Your last tap didn’t go through.")
LOCKED: Final = _("What you typed is kept. Open Notes, and it’s there.")
WAITS: Final = _(
    "What you typed is kept for a day. Open the page again, and it’s there."
)
HANDED_BACK: Final = _(
    "What you typed couldn’t be kept. It’s all here: copy it, then try again."
)
SHORTLY: Final = 2 * clock.MINUTE
"""For so long a page says that one is back where one was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftContext:
    """A line on top of a page: what happened, and what to do.

    `texts` is what there is to copy, `again` whether some stands in its form; `key`
    names what can be thrown away, `page` where it waits and `elsewhere` where more
    waits; each may be empty.
    """

    happened: str | Promise
    then: str | Promise
    texts: Sequence[str] = ()
    again: bool = False
    key: str = ""
    page: str = ""
    elsewhere: str = ""


def back_where_one_was(slip: Slip, session: Session) -> None:
    """Let the page that one comes back to say so, for a moment."""
    typed = Typed(page=slip.page, to="", why=Happened.IDLE)  # nothing was sent
    with suppress(NotKept, *FAILS):
        drafts.keep(slip, typed, here=session, lasts=SHORTLY)


def told(
    request: SessionRequest,
    one: Waiting,
    elsewhere: Sequence[str],
    response: HttpResponse,
) -> HttpResponse:
    """Return a page with its form filled in again, and a line that says so."""
    if 300 <= response.status_code < 400:
        return _moved(request, one, response)
    html = _html(response)
    if html is None:
        return response
    typed, locked = one.typed, request.unsent.locked
    page = fill.filled(
        html,
        page=request.path,
        to=typed.to,
        fields=() if locked else typed.fields,
        key=one.key,
    )
    if request.unsent.inner and not locked and not page.fits:
        return response  # it belongs to another page of the same address
    # What was only told goes with the next press, and what was typed when it is sent.
    is_told = slips.is_only_pressed(typed)
    context = DraftContext(
        happened=HAPPENED[typed.why],
        then=_then(typed, page, locked=locked),
        texts=page.rest,
        again=page.fits,
        key="" if locked and not is_told else one.key,
        elsewhere=slips.way_back(elsewhere[0]) if elsewhere else "",
    )
    shown = fill.marked(page.html, one.key) if is_told else page.html
    return _with(response, fill.on_top(shown, _notice(request, context)))


def _then(typed: Typed, page: fill.Filled, *, locked: bool) -> str | Promise:
    if slips.is_only_pressed(typed):
        said = TAP_AGAIN if typed.to else BACK
        return "" if typed.why is Happened.SAVED else said
    if locked:
        return LOCKED
    return AGAIN if page.fits else TO_COPY if page.rest else BACK


def _moved(
    request: SessionRequest, one: Waiting, response: HttpResponse
) -> HttpResponse:
    """Say it on a page of its own, where the page has given way to another."""
    texts = slips.texts(one.typed)
    if not texts:
        return response
    context = DraftContext(
        happened=HAPPENED[one.typed.why],
        then=TO_COPY,
        texts=texts,
        key=one.key,
        page=response["Location"],
    )
    return render_context(request, "drafts/moved.html", context)


def waits(
    request: SessionRequest, typed: Typed, response: HttpResponse
) -> HttpResponse:
    """Say on a page that refuses a form where what was typed waits."""
    html = _html(response)
    if html is None:
        return response
    page = slips.way_back(typed.page)
    context = DraftContext(happened="", then=WAITS, page=page)
    return _with(response, fill.on_top(html, _notice(request, context)))


def handed_back(
    request: SessionRequest, typed: Typed, response: HttpResponse
) -> HttpResponse:
    """Show what was typed, where it cannot be kept: it is never dropped in silence."""
    texts = slips.texts(typed)
    if not texts:
        return response
    context = DraftContext(
        happened="",
        then=HANDED_BACK,
        texts=texts,
        page=slips.way_back(typed.page),
    )
    status = response.status_code if response.status_code >= 400 else 200
    return render_context(request, "drafts/handed_back.html", context, status=status)


def _notice(request: HttpRequest, context: DraftContext) -> str:
    return render_to_string("drafts/notice.html", named(context), request=request)


def _html(response: HttpResponse) -> str | None:
    """Return a page as text; None for what is none."""
    if response.streaming or "text/html" not in response.get("Content-Type", ""):
        return None
    return response.content.decode(response.charset)


def _with(response: HttpResponse, html: str) -> HttpResponse:
    response.content = html.encode(response.charset)
    return response
