"""Two weeks later: both tap a month, and look back on their small steps.

Both may know what opens of it. What Alice taps and hides, what she shares of a line
that Bob hides, and what she said first and took back is hers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Final

from tests.web.see.steps_acts import answers
from tests.worlds.alone import LINES, One
from tests.worlds.together import says_a_step

from coequal.core.see.small_steps import HowItWent
from coequal.journal import clock

PASSED: Final = 15 * clock.DAY
STEPS: Final = ("Ask before I fill our Saturday", "Tea at nine")
MOST: Final = len(LINES) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """What both may know of what they say then.

    `hers` and `his` are steps by line, of lines that both share; `alone` is one that
    he shares and she hides. `went` is how it went, and `stays` whether each would have
    the first step stay. `first` says whether she answers before he does.
    """

    hers: Mapping[str, int]
    his: Mapping[str, int]
    alone: str
    went: tuple[str, str]
    stays: tuple[bool, bool]
    first: bool

    @classmethod
    def drawn(cls, number: int) -> Later | None:
        """Draw it for every second life."""
        draw = Random(f"weeks after story {number}")
        if draw.random() < 0.5:
            return None
        met = draw.sample(LINES, draw.randint(1, MOST - 1))
        rest = [one for one in LINES if one not in met]
        return cls(
            hers={one: draw.randint(0, 6) for one in met},
            his={one: draw.randint(0, 6) for one in met},
            alone=draw.choice(rest),
            went=(draw.choice(list(HowItWent)), draw.choice(list(HowItWent))),
            stays=(draw.random() < 0.7, draw.random() < 0.7),
            first=draw.random() < 0.5,
        )


def she_taps(later: Later, her: One) -> None:
    """Share what opens, and maybe more of it; tap what she hides as she likes."""
    own = {one: her.draw.randint(0, 6) for one in LINES}
    _sends(her, {**own, **later.hers}, {*later.hers, *_more(later, her.draw)})


def _more(later: Later, draw: Random) -> list[str]:
    """Draw what she shares and he hides: never so much that nothing is hidden."""
    rest = [one for one in LINES if one not in {*later.hers, later.alone}]
    return draw.sample(rest, draw.randint(0, min(len(rest), MOST - len(later.hers))))


def he_taps(later: Later, him: One) -> None:
    """Share the same lines, and one more."""
    steps = {**later.his, later.alone: 3}
    _sends(him, steps, {*steps})


def _sends(one: One, steps: Mapping[str, int], share: set[str]) -> None:
    one.do(f"{one.place}month/", **steps, share=sorted(share))


def says_steps(one: One, seat: int) -> None:
    """Say a step on one's last card: the same in both ways."""
    says_a_step(one, STEPS[seat])


def looks_back(later: Later, one: One, seat: int) -> None:
    """Say how it went, and whether the first step shall stay."""
    stays = STEPS[:1] if later.stays[seat] else ()
    assert answers(one.person, one.place, later.went[seat], *stays).status_code == 200


def has_second_thoughts(later: Later, her: One, *, steps: bool) -> None:
    """Tap or answer otherwise first; take it back, at the latest before he answers."""
    back = not later.first or her.draw.random() < 0.5
    _sends(her, {one: her.draw.randint(0, 6) for one in LINES}, {"say"})
    if back:
        her.do(f"{her.place}month/", do="back")
    if steps and her.draw.random() < 0.5:
        answers(her.person, her.place, her.draw.choice(list(HowItWent)), *STEPS)
        if back:
            her.do(f"{her.place}steps/", do="back")
