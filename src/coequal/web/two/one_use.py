"""A form acts once, however often it is sent."""

from __future__ import annotations

from functools import partial

from coequal.journal.door import Reading
from coequal.people import used_forms
from coequal.web.sessions import PersonRequest

FIELD = "csrfmiddlewaretoken"


def use(request: PersonRequest, reading: Reading) -> bool:
    """Use up a form that was sent; False if the very same was done before.

    That is looked up at once, and it is used up with the act that is on.

    Django masks its CSRF token differently on every page, so a POST with the same
    token and the same fields is the same form sent twice. None of our forms sends it
    otherwise; where a field is missing, every POST counts as new.
    """
    if FIELD not in request.POST:
        return True
    sent = f"{request.path} {request.POST.urlencode()}".encode()
    cookie = request.session.cookie
    is_new = not used_forms.is_used(cookie, sent)
    return is_new and reading.acting.first(partial(used_forms.use, cookie, sent))
