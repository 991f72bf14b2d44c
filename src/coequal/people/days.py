"""By whose days two people count, and one's own.

What stands is a moment: another zone names its day again and moves nothing.
"""

from __future__ import annotations

from typing import Final

from coequal.core import moments
from coequal.core.recorded import standing
from coequal.errors import Refused
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.journal.door import Reading
from coequal.people import zones
from coequal.people.entries import Days, OwnDays
from coequal.people.own_act import own_act
from coequal.people.sessions import Session

MOST_A_DAY: Final = 5
"""How often one person may choose again within 24 hours: every page reads them all."""
OFTEN: Final = "chosen as often as fits into a day"
"""Why the days of two cannot be changed just now."""


def of_two(reading: Reading) -> str:
    """Return the zone whose days two people count by: the one chosen last.

    Both read the same rows, so they have the same days. A choice names the one that
    it replaces: a time that somebody wrote into theirs keeps it no longer in force.
    One that this machine does not know counts as universal time.
    """
    stands = standing(reading.sound(Days), lambda _: "").get("")
    return _or_world("" if stands is None else stands.entry.zone)


def choose(reading: Reading, zone: str) -> None:
    """Let two people count by the days of a zone, from now on.

    The same again changes nothing. Raises `Refused` where one has chosen too often.
    """
    with reading.locked():
        former = reading.sound(Days)
        if zone == of_two(reading):
            return
        now = clock.now()
        mine = [moments.known(one.at, now=now) for one in former if one.mine]
        if sum(at > now - clock.DAY for at in mine) >= MOST_A_DAY:
            raise Refused(OFTEN)
        stands = standing(former, lambda _: "").values()
        replaced = [one.ref for one in stands]
        journal.append(reading, Days(zone=zone), answers=replaced)


def own(session: Session) -> str:
    """Return the zone whose days one has on one's own pages."""
    stands = standing(session.own.sound(OwnDays), lambda _: "").get("")
    return _or_world("" if stands is None else stands.entry.zone)


@own_act
def choose_own(session: Session, zone: str, *, only_first: bool = False) -> None:
    """Have the days of a zone on one's own pages; or only if one has chosen none."""
    former = session.own.sound(OwnDays)
    if [one.entry.zone for one in former] == [zone] or (former and only_first):
        return
    journal.append(session.own, OwnDays(zone=zone))
    for one in former:
        journal.shred(session.own, one)


def _or_world(zone: str) -> str:
    return zone if zones.is_known(zone) else zones.WORLD
