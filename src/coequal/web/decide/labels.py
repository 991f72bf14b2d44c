"""What the pages of Decide say, where several of them say it."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coequal.core.decide.diary_lines import MANY_LINES, MOST_A_DAY, NOBODY_SAID
from coequal.core.decide.leads import NoLead
from coequal.core.decide.limits import MOST_OPTIONS, MOST_RAISED
from coequal.core.decide.rules import No
from coequal.web.two.refusals import Words

INCOMPLETE = gettext_lazy("Rate each option, and say how much it matters to you.")
"""What is said about a ballot that lacks something."""

OWN = gettext_lazy(
    "One of you decides that alone. You can tell each other, but there’s no vote on it."
)
"""What is said of a vote, or of taking over, where there is none."""


def refusals() -> Words:
    """Return what to do about something that could not be done."""
    return {
        No.FEW: _("Add at least two options."),
        No.MANY: _("There’s room for %(most)s options.") % {"most": MOST_OPTIONS},
        No.TWICE: _("That option is there already."),
        No.CLOSED: _("You haven’t both answered yet."),
        No.SETTLED: _("You’ve decided this already."),
        No.UNSETTLED: _("This isn’t decided any more."),
        No.LATE: _("The time to answer is over."),
        No.CHANGED: _(
            "There’s a new option. Have another look and send your answer again."
        ),
        No.PAST: _("This day is over. Choose a later one, or none."),
        No.OFF: _("One of you can’t live with this. It’s off the list."),
        No.EITHER: _("Choose an option, or write your own words. Not both at once."),
        No.RETRACTED: _("It was taken back."),
        No.OTHERS: _("Only the one who asked it can take it back."),
        No.FULL: _("You have %(most)s open. Decide one or take one back first.")
        % {"most": MOST_RAISED},
        No.OWN: str(OWN),
        NOBODY_SAID: _("Choose who decided. The rest is up to you."),
        MANY_LINES: _("You’ve added %(most)s lines in 24 hours. Add more a bit later.")
        % {"most": MOST_A_DAY},
        NoLead.LED: _(
            "One of you takes care of this already. Either of you can end that."
        ),
        NoLead.NOWHERE: _("Choose what it’s about."),
        NoLead.OWN: _("Each of you decides that alone. Nobody can take it over."),
        NoLead.NOBODY: _("Choose who takes care of it."),
    }
