"""What the pages of Agree say, where several of them say it."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coequal.core.agree.entries import Binds
from coequal.core.agree.rules import MOST_OFFERED, NoAgreement
from coequal.web.two.refusals import Words

Text = Promise | str

BINDS: Final[dict[str, Text]] = {
    Binds.ME.value: gettext_lazy("I will"),
    Binds.BOTH.value: gettext_lazy("We both"),
}
WEEKS: Final[dict[str, Text]] = {
    "4": gettext_lazy("Four weeks"),
    "8": gettext_lazy("Eight weeks"),
    "13": gettext_lazy("Three months"),
    "26": gettext_lazy("Half a year"),
}
NOT_FOR_TWO: Final = gettext_lazy(
    "Each of you decides this alone, so there’s nothing to agree on here. "
    "You can say where your own line is."
)


def refusals() -> Words:
    """Return what to do about something that could not be done."""
    return {
        NoAgreement.OWN: str(NOT_FOR_TWO),
        NoAgreement.NOWHERE: _("Please pick what it’s about."),
        NoAgreement.NOBODY: _("Please pick “I will” or “We both”."),
        NoAgreement.THEIRS: _(
            "With “I will” you can set a limit for yourself only. "
            "If it’s for you both, pick “We both”."
        ),
        NoAgreement.UNEQUAL: _(
            "With “We both” the limit is the same for you both. "
            "If you want one just for yourself, pick “I will”."
        ),
        NoAgreement.SHORT: _("Please pick how long."),
        NoAgreement.FULL: _(
            "You have %(most)s suggestions waiting. Take one back first."
        )
        % {"most": MOST_OFFERED},
        NoAgreement.SAME: _("You’ve already agreed on exactly this."),
        NoAgreement.EARLY: _("You’ve both said keep, so it goes on."),
    }
