"""A form acts once, however often it is sent."""

from __future__ import annotations

from coequal.people import used_forms
from coequal.web.sessions import PersonRequest

FIELD = "csrfmiddlewaretoken"


def use(request: PersonRequest) -> bool:
    """Use up a form that was sent; False if the very same was done before.

    The token against foreign forms is masked anew for every page, so a form that is
    sent twice says the very same twice, and nothing else does. Where that check is
    on, none without a token comes so far.
    """
    if FIELD not in request.POST:
        return True
    sent = f"{request.path} {request.POST.urlencode()}"
    return used_forms.use(request.session, sent.encode())
