"""What has to be true in one's own picture: seat A alone has answered."""

from __future__ import annotations

from tests.core.see.claims import (
    claims,
    everywhere,
    no_blessing,
    wants_less,
    wants_more,
)
from tests.core.see.scene import (
    A_LITTLE,
    A_LOT,
    ALL_OF_IT,
    HAPPY,
    HEARD,
    OFTEN,
    SOME,
    Scene,
)

from coequal.core.people import Seat
from coequal.core.see.findings import Finding


def fine_for_me(scene: Scene, area: str) -> bool:
    """I said *good as it is*, and did not say that I am rarely happy with my say."""
    fine = scene.account(Seat.A, area).wish == 0 and not scene.rarely(Seat.A, HAPPY)
    return fine and no_blessing(scene, area)


def own_say(scene: Scene, found: Finding, low: int, high: int) -> bool:
    said = [scene.account(Seat.A, area).mine for area in found.areas]
    return bool(said) and all(mine is not None and low <= mine <= high for mine in said)


def i_said(scene: Scene, item: str, low: int) -> bool:
    said = scene.answers.a.number(item)
    return said is not None and said >= low


@claims("You’d like more say: {areas}.")
def i_want_more(scene: Scene, found: Finding) -> bool:
    return everywhere(found, lambda area: wants_more(scene.account(Seat.A, area)))


@claims("You’d like to decide less: {areas}.")
def i_want_less(scene: Scene, found: Finding) -> bool:
    return everywhere(found, lambda area: wants_less(scene.account(Seat.A, area)))


@claims("You wouldn’t change anything in the areas you answered.")
def all_good_for_me(scene: Scene, found: Finding) -> bool:
    return len(found.areas) > 1 and all(fine_for_me(scene, at) for at in scene.areas)


@claims("You say it’s fine as it is: {areas}.")
def good_for_me(scene: Scene, found: Finding) -> bool:
    return everywhere(found, lambda area: fine_for_me(scene, area))


@claims("Things often change because of what you say.")
def i_am_heard(scene: Scene, _: Finding) -> bool:
    return i_said(scene, HEARD, OFTEN)


@claims("Your no is accepted.")
def i_am_free_to_say_no(scene: Scene, _: Finding) -> bool:
    """*Often* leaves times when it is not."""
    return i_said(scene, "process.say_no", OFTEN + 1)


@claims("You’re often backed when you need it.")
def i_am_backed(scene: Scene, _: Finding) -> bool:
    return i_said(scene, "trust.backed", OFTEN)


@claims("You’re happy with how much say you have.")
def i_am_happy_with_it(scene: Scene, _: Finding) -> bool:
    return i_said(scene, HAPPY, OFTEN)


@claims("As you see it, you have a lot of say: {areas}.")
def i_have_a_lot(scene: Scene, found: Finding) -> bool:
    return own_say(scene, found, A_LOT, ALL_OF_IT)


@claims("As you see it, you have some say: {areas}.")
def i_have_some(scene: Scene, found: Finding) -> bool:
    return own_say(scene, found, SOME, SOME)


@claims("As you see it, you have little say: {areas}.")
def i_have_little(scene: Scene, found: Finding) -> bool:
    return own_say(scene, found, 0, A_LITTLE)
