"""What is open in Notes: a place for each page in a browser, and the screen lock.

Every page that is shown is a leaf with a token of its own. A form names its leaf
and acts on what that leaf shows, whatever other windows did meanwhile; a new note
turns its leaf into a change of it, so that a double press writes once. A leaf that
is left by a button is dropped, so that there is one for each window.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from coequal.journal import clock
from coequal.sealed import entropy

IDLE: Final = 5 * clock.MINUTE
# Leaves at once: with their names they have to fit into the 1024 bytes of a view.
MOST: Final = 8
TOKEN_BYTES: Final = 8
_NAMED: Final = re.compile(r"([a-z]{1,12})(?:/([a-z_]{1,32}))?")
_OF_NOTE: Final = re.compile(r"(note|change|drop)/([0-9a-f]{32})")


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
    found = _OF_NOTE.fullmatch(written) or _NAMED.fullmatch(written)
    return View(name=found[1], about=found[2] or "") if found else DOORS


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTabs:
    """What one session has open.

    `used` is the second of the last use since it was unlocked, 0 while it is locked;
    `here` is what a link shows; `leaves` are views by token, the latest last.
    """

    used: int = 0
    here: View = DOORS
    tabs: tuple[tuple[str, View], ...] = ()

    @property
    def unlocked(self) -> bool:
        """Whether the passphrase was given, and not too long ago."""
        # A clock that was set back does not keep it open: a use to come counts as none.
        return 0 <= clock.now() - self.used < IDLE if self.used else False

    def unlock(self) -> OpenTabs:
        """Return the same, open from now on. Using it keeps it so."""
        return replace(self, used=clock.now())

    def lock(self) -> OpenTabs:
        """Return the same, closed, and at its doors when it is opened again."""
        return replace(self, used=0, here=DOORS)

    def show(self) -> tuple[OpenTabs, str]:
        """Return the token of a new leaf that shows what is `here`."""
        known = [token.encode() for token, _ in self.tabs]
        token = entropy.fresh(TOKEN_BYTES, "leaf", *known).hex()
        # The oldest goes: a text that still comes from it is shown again to be saved.
        tabs = (*self.tabs, (token, self.here))[-MOST:]
        return replace(self, tabs=tabs), token

    def at(self, token: str) -> View | None:
        """Return what a leaf shows; None for one that is dropped or of nowhere."""
        return dict(self.tabs).get(token)

    def go(self, view: View, *, token: str) -> OpenTabs:
        """Leave a leaf for another view."""
        kept = tuple(leaf for leaf in self.tabs if leaf[0] != token)
        return replace(self, here=view, tabs=kept)

    def turn(self, token: str, now: View, *, then: View) -> OpenTabs:
        """Go on to `then`; a form of this leaf that comes once more acts on `now`."""
        tabs = tuple(
            (name, now if name == token else shown) for name, shown in self.tabs
        )
        return replace(self, here=then, tabs=tabs)

    def encode(self) -> bytes:
        """Return it as bytes to be sealed."""
        tabs = [[token, str(view)] for token, view in self.tabs]
        return json.dumps([self.used, str(self.here), tabs]).encode()


def decode(plain: bytes) -> OpenTabs:
    """Read what `encode` wrote; anything else counts as locked, with nothing open."""
    with suppress(ValueError, TypeError):
        used, here, tabs = json.loads(plain)
        return OpenTabs(
            used=int(used),
            here=view(here),
            tabs=tuple((str(token), view(shown)) for token, shown in tabs),
        )
    return OpenTabs()
