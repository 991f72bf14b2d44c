"""The slip of a form: written with every token, and read when the form comes back."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, UnreadablePostError
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from coequal.people import drafts
from coequal.people.drafts import Happened, Typed
from coequal.people.sessions import Session
from coequal.sealed.drafts import Slip
from coequal.web.drafts.fill import is_pressed, is_text
from coequal.web.sessions import SessionRequest, Unsent

FIELD: Final = "slip"
DRAFT: Final = "draft"
"""The field by which a form that was filled in again names what waits."""
SECRET: Final = frozenset({"phrase", "again", "present", "code", "written_down"})
"""Fields that are never kept: a test finds every field of this kind."""
_NEVER: Final = SECRET | {"csrfmiddlewaretoken", FIELD, DRAFT}


def of(request: HttpRequest) -> str:
    """Return the slip that all forms of one answer carry; anybody gets one."""
    unsent: Unsent | None = getattr(request, "unsent", None)
    if unsent is None:  # before it was asked who is here
        return drafts.nobodys()
    if not unsent.shown:
        session = getattr(request, "session", None)
        unsent.shown = _made(request, unsent, session or unsent.idle)
    return unsent.shown


def _made(request: HttpRequest, unsent: Unsent, person: Session | None) -> str:
    came = unsent.slip
    if person is None:
        # At the sign-in page, where it says which page one goes back to.
        return drafts.nobodys() if came is None else drafts.written(came)
    # What answers a form is no page that a link shows: that one has the form.
    if request.method == "POST" and came is not None and drafts.is_of(came, person):
        return drafts.slip(person, came.page)
    return drafts.slip(person, request.path)


def read(request: SessionRequest) -> Slip | None:
    """Return the slip that came with a form, if it came from a page of ours."""
    try:
        return drafts.read_slip(request.POST.get(FIELD, ""))
    except UnreadablePostError:  # who sent it is gone: there is nobody to answer
        return None


def typed(request: HttpRequest, slip: Slip, why: Happened) -> Typed:
    """Return what was typed into a form, without passphrases, codes and tokens."""
    fields = [
        (name, str(value))
        for name, values in request.POST.lists()
        if name not in _NEVER
        for value in values
    ]
    return Typed(page=slip.page, to=request.path, why=why, fields=tuple(fields))


def texts(typed: Typed) -> list[str]:
    """Return what of it is somebody's own words."""
    return [value for name, value in typed.fields if is_text(name, value)]


def is_only_pressed(typed: Typed) -> bool:
    """Whether nothing was filled in: a button was pressed, or a page was left."""
    return all(is_pressed(name, value) for name, value in typed.fields)


def way_back(page: str) -> str:
    """Return an address of ours to go to; the home of who is here for any other."""
    is_ours = page.startswith("/") and url_has_allowed_host_and_scheme(page, None)
    return page if is_ours else reverse("pairs:us")
