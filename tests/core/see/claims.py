"""Sentences with what says whether they are true, and what many of them speak of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tests.core.see.scene import ALL_OF_IT, HAPPY, HEARD, OFTEN, RARELY, Account, Scene

from coequal.core.people import Seat
from coequal.core.see.findings import Finding

Truth = Callable[[Scene, Finding], bool]


@dataclass(frozen=True, kw_only=True)
class Claim:
    """A sentence, and what says whether it is true."""

    sentence: str
    is_true: Truth


CLAIMS: Final[dict[str, Claim]] = {}


def claims(sentence: str) -> Callable[[Truth], Truth]:
    """Keep a sentence with the function below it."""

    def keep(truth: Truth) -> Truth:
        CLAIMS[truth.__name__] = Claim(sentence=sentence, is_true=truth)
        return truth

    return keep


def wants_more(one: Account) -> bool:
    """Said so, and has not said that all of it is theirs already."""
    return one.wish is not None and one.wish > 0 and one.mine != ALL_OF_IT


def wants_less(one: Account) -> bool:
    """Said so, and has not said that there is none to have less of."""
    return one.wish is not None and one.wish < 0 and one.mine != 0


def both_fine(scene: Scene, area: str) -> bool:
    """Both said *good as it is*; nobody is hardly happy with how much say they have."""
    return all(one.wish == 0 for one in scene.accounts(area)) and not any(
        scene.rarely(seat, HAPPY) for seat in Seat
    )


def no_blessing(scene: Scene, area: str) -> bool:
    """It does not call an imbalance good where nobody may be told so."""
    return not (scene.guarded(area) and scene.uneven(area))


def good(scene: Scene, area: str) -> bool:
    return both_fine(scene, area) and no_blessing(scene, area)


def liked(scene: Scene, more: Seat, area: str) -> bool:
    """Whoever has less is neither rarely heard nor rarely happy with it."""
    return good(scene, area) and not scene.rarely(more.other, HEARD, HAPPY)


def four(scene: Scene, area: str) -> list[int | None]:
    """All that was said of how much say the two have."""
    return [say for one in scene.accounts(area) for say in (one.mine, one.yours)]


def all_four(scene: Scene, area: str, low: int, high: int) -> bool:
    return all(say is not None and low <= say <= high for say in four(scene, area))


def apart(scene: Scene, area: str) -> list[int]:
    """How far the two lie apart: of either person's say, and of who decides more."""
    a, b = scene.accounts(area)
    pairs = [(a.mine, b.yours), (a.yours, b.mine)]
    if a.who is not None and b.who is not None:
        pairs.append((a.who, -b.who))
    return [abs(x - y) for x, y in pairs if x is not None and y is not None]


def same_direction(scene: Scene, area: str) -> bool:
    """Neither rating nor direct answer gives one of them more for one reader only."""
    a, b = scene.accounts(area)
    for one, other in ((a.rated, b.rated), (a.who, b.who)):
        if one is not None and other is not None and sign(one) != -sign(other):
            return False
    return True


def sign(number: int) -> int:
    return (number > 0) - (number < 0)


def almost_the_same(scene: Scene, area: str) -> bool:
    complete = all(say is not None for say in four(scene, area))
    near = all(step <= 1 for step in apart(scene, area))
    return complete and near and same_direction(scene, area)


def more_than_felt(looks: Account, feels: Account) -> bool:
    """One sees more say for the other than the other does."""
    felt, seen = feels.mine, looks.yours
    return felt is not None and seen is not None and seen > felt


def everywhere(found: Finding, holds: Callable[[str], bool]) -> bool:
    return bool(found.areas) and all(holds(area) for area in found.areas)


def one(scene: Scene, found: Finding) -> Account:
    """What the person in the first role said of the first area."""
    return scene.account(next(iter(found.seats.values())), found.areas[0])


def other(scene: Scene, found: Finding) -> Account:
    """What the person in the second role said of the last area."""
    return scene.account([*found.seats.values()][-1], found.areas[-1])


def less_than(scene: Scene, found: Finding, item: str) -> bool:
    """The person named as lacking it said at most *rarely*, the other *often*."""
    lacks, has = found.seats["one"], found.seats["other"]
    least, most = (scene.answers[seat].number(item) for seat in (lacks, has))
    return least is not None and least <= RARELY and most is not None and most >= OFTEN
