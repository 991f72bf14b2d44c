"""What has to be true of the answers for the word of a row to be true.

Written from the words alone, apart from the rule that chooses them; and which of them
nobody may read beside which finding of the same area.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from tests.core.see.claims import almost_the_same, apart, four, same_direction
from tests.core.see.contradictions import (
    ALIKE,
    DIFFERENT,
    OPPOSED,
    SAID_MORE,
    SHARED,
    Ids,
)
from tests.core.see.scene import SOME, Scene

from coequal.core.see.findings import Finding
from coequal.core.see.rows import RowFact, RowWord

APART: Final = frozenset(
    {
        *(RowWord.SURPRISE, RowWord.CROSSED, RowWord.STEP),
        *(RowWord.LEVELS, RowWord.DIFFERENT),
    }
)
NEAR: Final = frozenset({RowWord.AGREE, RowWord.NEARLY})
EVEN: Final = frozenset({RowWord.SHARED, RowWord.EVEN})
NOT_BESIDE: Final[tuple[tuple[frozenset[RowWord], Ids], ...]] = (
    (APART, ALIKE),
    (APART | {RowWord.BOTH_SAY, RowWord.HALF}, SHARED),
    (EVEN | NEAR | {RowWord.BOTH_SAY}, OPPOSED),
    (EVEN | NEAR | {RowWord.SURPRISE, RowWord.CROSSED}, SAID_MORE),
    (NEAR, DIFFERENT),
)
"""No such row of an area that such a finding speaks of."""


def each_the_other_way(scene: Scene, row: RowFact) -> bool:
    """Each names the other, or each names themself."""
    a, b = scene.accounts(row.area)
    return (a.names_you and b.names_you) or (a.names_me and b.names_me)


def light_and_the_other_way(scene: Scene, row: RowFact) -> bool:
    return each_the_other_way(scene, row) and not scene.guarded(row.area)


def shared(scene: Scene, row: RowFact) -> bool:
    """Both call it shared, and nobody has only a little."""
    enough = all(say is None or say >= SOME for say in four(scene, row.area))
    return enough and all(one.calls_it_shared for one in scene.accounts(row.area))


def the_same_say(scene: Scene, row: RowFact) -> bool:
    """Both said so, when asked or by rating."""
    return all(
        one.calls_it_shared or (one.who == 0 and abs(one.rated or 0) <= 1)
        for one in scene.accounts(row.area)
    )


def both_say_who(scene: Scene, row: RowFact) -> bool:
    return row.more is not None and scene.both_name(row.more, row.area)


def agree(scene: Scene, row: RowFact) -> bool:
    return almost_the_same(scene, row.area) and not any(apart(scene, row.area))


def a_step(scene: Scene, row: RowFact) -> bool:
    one_step = all(step <= 1 for step in apart(scene, row.area))
    return one_step and not same_direction(scene, row.area)


def only_how_much(scene: Scene, row: RowFact) -> bool:
    """Who decides more they see alike; how much say somebody has they do not."""
    far = any(step > 1 for step in apart(scene, row.area))
    return far and same_direction(scene, row.area) and row.places.a == row.places.b


def differently(scene: Scene, row: RowFact) -> bool:
    return not almost_the_same(scene, row.area) and row.places.a != row.places.b


def not_all(scene: Scene, row: RowFact) -> bool:
    """Somebody left out a rating, or both said nothing of who decides more."""
    return None in four(scene, row.area)


TRUE: Final[dict[RowWord, Callable[[Scene, RowFact], bool]]] = {
    RowWord.SURPRISE: light_and_the_other_way,
    RowWord.CROSSED: each_the_other_way,
    RowWord.SHARED: shared,
    RowWord.EVEN: the_same_say,
    RowWord.BOTH_SAY: both_say_who,
    RowWord.AGREE: agree,
    RowWord.NEARLY: lambda scene, row: almost_the_same(scene, row.area),
    RowWord.STEP: a_step,
    RowWord.LEVELS: only_how_much,
    RowWord.DIFFERENT: differently,
    RowWord.HALF: not_all,
}


def row_faults(
    scene: Scene, rows: tuple[RowFact, ...], found: tuple[Finding, ...]
) -> Iterator[str]:
    """Yield what is false in the rows of one picture, or contradicts a finding."""
    if sum(row.word is RowWord.SURPRISE for row in rows) > 1:
        yield "two surprises"
    for row in rows:
        if not TRUE[row.word](scene, row):
            yield f"{row.word}: not true of {row.area}"
        yield from marks_faults(scene, row)
        for words, ids in NOT_BESIDE:
            for one in found:
                beside = row.word in words and one.pattern in ids
                if beside and row.area in one.areas:
                    yield f"{row.word} beside {one.pattern}"


def marks_faults(scene: Scene, row: RowFact) -> Iterator[str]:
    """Yield where a mark stands on a side that its person did not say."""
    for one, place, sign in zip(
        scene.accounts(row.area), (row.places.a, row.places.b), (-1, 1), strict=True
    ):
        towards_me = None if place is None else place * sign
        if towards_me is None:
            continue
        if one.names_me and towards_me <= 0:
            yield f"{row.area}: the mark does not stand with who says *I do*"
        if one.names_you and towards_me >= 0:
            yield f"{row.area}: the mark does not stand with who says *you do*"
        if one.calls_it_shared and towards_me:
            yield f"{row.area}: the mark of *shared* is not in the middle"
