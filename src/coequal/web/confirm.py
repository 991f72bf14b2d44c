"""Asking for the passphrase again, right before something that cannot be undone."""

from __future__ import annotations

from django.forms import Form
from django.utils.translation import gettext as _

from coequal.errors import Unreadable
from coequal.people import accounts
from coequal.people.sessions import Session
from coequal.people.throttle import Wait


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
        form.add_error(field, _("This is not your passphrase."))
    return form.is_valid()


def too_many_tries(wait: Wait) -> str:
    """Say how long to wait after many tries at a passphrase."""
    text = _("Many tries just now. Try again in %(count)s seconds.")
    return text % {"count": wait.seconds}
