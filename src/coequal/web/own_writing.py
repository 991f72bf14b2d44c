"""A page on which somebody writes for nobody else, and deletes what they wrote."""

from __future__ import annotations

from collections.abc import Callable

from django import forms

from coequal.core.entry import Entry
from coequal.errors import Refused
from coequal.people import own_entries
from coequal.web.sessions import PersonRequest
from coequal.web.two.refusals import why_not


def write_or_drop(
    request: PersonRequest,
    form: forms.Form,
    kind: type[Entry],
    written: Callable[[], Entry],
) -> str | None:
    """Write what was sent, or delete what it names; return why not, None if done.

    Empty where nothing was sent.
    """
    if request.method != "POST" or not form.is_valid():
        return ""
    try:
        if request.POST.get("do") == "drop":
            own_entries.drop(request.session, kind, form.cleaned_data["ref"])
        else:
            own_entries.write_once(request.session, written())
    except Refused as refused:
        return why_not(refused, {})
    return None
