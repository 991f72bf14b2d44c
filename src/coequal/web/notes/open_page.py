"""What is open in Notes: the page that a link shows, and the screen lock.

A form names the page that it stands on, its leaf, and acts on that, whatever other
windows did meanwhile. An empty sheet has the id of its note to be in its name, so that
a double press writes once.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from hmac import compare_digest
from typing import Final

from coequal.journal import clock
from coequal.people import session_view
from coequal.people.sessions import Session

IDLE: Final = 5 * clock.MINUTE
_NAMED: Final = re.compile(r"([a-z]{1,12})(?:/([a-z_]{1,32}))?")
_LISTED: Final = re.compile(r"(notes)/([1-9][0-9]{0,3})")
_OF_NOTE: Final = re.compile(r"(note|write|change|drop)/([0-9a-f]{32})")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page of the room: its name, and what it is about (`about` may be empty)."""

    name: str
    about: str = ""

    def __str__(self) -> str:
        return f"{self.name}/{self.about}" if self.about else self.name


DOORS: Final = View(name="doors")


def view(written: str) -> View:
    """Read a view as `str` writes it; anything else is the list of doors.

    >>> view("group/fear"), str(view("../us"))
    (View(name='group', about='fear'), 'doors')
    """
    found = next(
        filter(None, (one.fullmatch(written) for one in (_OF_NOTE, _LISTED, _NAMED))),
        None,
    )
    return View(name=found[1], about=found[2] or "") if found else DOORS


def leaf(session: Session, shown: View) -> str:
    """Return what the forms of a page name it by: the page, and that it was shown."""
    return f"{shown} {session_view.mark(session, str(shown))}"


def read_leaf(session: Session, written: str) -> View:
    """Return the page that a form names; the doors for one this session never saw.

    What is saved comes before the lock, and the names of pages are no secret: whoever
    comes to a browser that was left could clear what they never read.
    """
    named, _, mark = written.partition(" ")
    is_shown = compare_digest(mark.encode(), session_view.mark(session, named).encode())
    return view(named) if is_shown else DOORS


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPage:
    """What one session has open.

    `here` is what a link shows; `used` the second of the last press since it was
    unlocked, 0 while it is locked.
    """

    here: View = DOORS
    used: int = 0

    @property
    def unlocked(self) -> bool:
        """Whether the passphrase was given, and something pressed not too long ago."""
        # A clock that was set back does not keep it open: a use to come counts as none.
        return 0 <= clock.now() - self.used < IDLE if self.used else False

    def unlock(self) -> OpenPage:
        """Return the same, open from now on. Pressing a button keeps it so."""
        return replace(self, used=clock.now())

    def lock(self) -> OpenPage:
        """Return the same, closed, and at its doors when it is opened again."""
        return OpenPage()

    def go(self, to: View) -> OpenPage:
        """Show another page from now on; this neither locks nor unlocks."""
        return replace(self, here=to)

    def encode(self) -> bytes:
        """Return it as bytes to be sealed."""
        return json.dumps([self.used, str(self.here)]).encode()


def decode(plain: bytes) -> OpenPage:
    """Read what `encode` wrote; anything else counts as locked, at the doors."""
    with suppress(ValueError, TypeError):
        used, here = json.loads(plain)
        return OpenPage(used=int(used), here=view(here))
    return OpenPage()
