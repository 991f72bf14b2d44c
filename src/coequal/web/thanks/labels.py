"""What the pages of thanks say, where it is not in their templates."""

from __future__ import annotations

from django.utils.translation import gettext as _

from coequal.core.thanks.rules import NoThanks
from coequal.web.two.refusals import Words


def refusals() -> Words:
    """Return what to do about something that could not be done."""
    return {
        NoThanks.MANY: _(
            "That’s a lot of thanks for one week. Keep this one for the next."
        ),
    }
