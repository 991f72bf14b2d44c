"""What the pages of boundaries say, where it is not in their templates."""

from __future__ import annotations

from django.utils.translation import gettext as _

from coequal.core.boundaries.rules import NoBoundary
from coequal.web.two.refusals import Words


def refusals() -> Words:
    """Return what to do about something that could not be done."""
    return {
        NoBoundary.FULL: _("There’s no room for more. Delete one first."),
        NoBoundary.NOWHERE: _("Please pick what it’s about."),
    }
