"""Asking for the passphrase again, right before something that cannot be undone."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.forms import Form
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from coequal.errors import Unreadable
from coequal.people import accounts
from coequal.people.sessions import Session
from coequal.people.throttle import Wait
from coequal.web.sessions import PersonRequest

P = ParamSpec("P")
F = TypeVar("F", bound=Form)
Asked = Callable[Concatenate[PersonRequest, F, P], HttpResponseBase]
View = Callable[Concatenate[PersonRequest, P], HttpResponseBase]
V = TypeVar("V", bound=Callable[..., HttpResponseBase])


def asks_again(
    form: Callable[[Any], F],
    field: str = "phrase",
    *,
    unless: Callable[[PersonRequest], bool] = lambda _request: False,
) -> Callable[[Asked[F, P]], View[P]]:
    """Let a view act only with the passphrase of who is here: it gets its form.

    The form is valid only if it was sent, whole and with that passphrase. It stands
    before all that takes over, takes out or takes away: whoever comes to a session
    that was left open can do none of it. `unless` lets through what does not.
    """

    def decorator(view: Asked[F, P]) -> View[P]:
        @wraps(view)
        def answer(
            request: PersonRequest, /, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponseBase:
            is_asked = request.method == "POST" and not unless(request)
            given = form(request.POST if is_asked else None)
            if is_asked:
                confirmed(request.session, given, field)
            return view(request, given, *args, **kwargs)

        return marked(answer)

    return decorator


def marked(view: V) -> V:
    """Mark a view as one that asks again: a test lists them all."""
    view.asks_again = True  # type: ignore[attr-defined]
    return view


def confirmed(session: Session, form: Form, field: str = "phrase") -> bool:
    """Whether a form is whole and its passphrase is this person's.

    If not, the form says why.
    """
    if not form.is_valid():
        return False
    try:
        accounts.confirm(session, form.cleaned_data[field])
    except Wait as wait:
        form.add_error(None, too_many_tries(wait))
    except Unreadable:
        form.add_error(field, _("That’s not your passphrase."))
    return form.is_valid()


def too_many_tries(wait: Wait) -> str:
    """Say how long to wait after many attempts at a passphrase."""
    text = _("Too many attempts. Try again in %(count)s seconds.")
    return text % {"count": wait.seconds}
