"""Throwing away what one typed and did not send."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from coequal.people import drafts
from coequal.web.decorators import account_required
from coequal.web.drafts import slips
from coequal.web.sessions import PersonRequest


@require_POST
@account_required
def unsent(request: PersonRequest) -> HttpResponse:
    """Delete one's own that a page shows, and go back to that page."""
    drafts.drop(request.session, request.POST.get(slips.DRAFT, ""))
    return redirect(
        slips.way_back(request.unsent.slip.page if request.unsent.slip else "")
    )
