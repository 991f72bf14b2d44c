"""By oneself: a diary for nobody else, and options weighed for oneself."""

from __future__ import annotations

from coequal.core.decide.ballot import Ballot, check_ballot
from coequal.core.decide.diary_lines import NOBODY_SAID
from coequal.core.decide.entries import OwnDiaryLine, OwnWeighing
from coequal.core.decide.limits import FEWEST, OPTION_LONGEST, TEXT_LONGEST
from coequal.core.decide.rules import No
from coequal.core.lines import one_line
from coequal.errors import Refused


def check_own_line(line: OwnDiaryLine) -> OwnDiaryLine:
    """Return a line that can stand in one's own diary."""
    if not line.fits():
        raise Refused(NOBODY_SAID)
    return OwnDiaryLine(
        sheet=line.sheet,
        text=one_line(line.text, longest=TEXT_LONGEST),
        who=line.who,
        asked=line.asked,
        fine=line.fine,
    )


def check_own_weighing(weighing: OwnWeighing) -> OwnWeighing:
    """Return options weighed by one person: two at least, one number for each."""
    options = tuple(one_line(one, longest=OPTION_LONGEST) for one in weighing.options)
    if len(options) < FEWEST:
        raise Refused(No.FEW)
    check_ballot(Ballot(scores=weighing.scores, stake=0), options=len(options))
    return OwnWeighing(
        text=one_line(weighing.text, longest=TEXT_LONGEST),
        options=options,
        scores=weighing.scores,
    )


def ranked(weighing: OwnWeighing) -> tuple[tuple[str, int], ...]:
    """Return the options with what each was given, the best first."""
    given = zip(weighing.options, weighing.scores, strict=True)
    return tuple(sorted(given, key=lambda one: -one[1]))
