"""One damaged row takes away itself: not a page more, and never a way out.

One row of each kind, and each column of some: which, is drawn anew each day. All of
them, with all pages, by `make prove`.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from tests.seed import SEED
from tests.worlds.damaged import Cell, Walk, cells, kinds_of
from tests.worlds.damaged_life import lived
from tests.worlds.damaged_looks import Look

from coequal.web.guess.room import ROOM as GUESS
from coequal.web.rooms import WORDS

LOOKS = 3
"""At how many pages that find a damaged row it is looked."""
OF_A_COLUMN = 2


def drawn(found: list[Cell], draw: Random) -> Iterator[Cell]:
    """One cell of each kind with what is sealed, and some of every other column."""
    by_kind: dict[tuple[str, str], list[Cell]] = {}
    for cell in found:
        which = cell.kind if cell.column == "sealed" else cell.table.__name__
        by_kind.setdefault((which, cell.column), []).append(cell)
    for (_, column), some in by_kind.items():
        yield from draw.sample(
            some, 1 if column == "sealed" else min(OF_A_COLUMN, len(some))
        )


def looked_at(walk: Walk, cell: Cell, draw: Random) -> list[Look]:
    """Some pages that find the row, and some at which nothing may have changed."""
    near = walk.resting_on(cell)
    far = [one for one in walk.before if one not in near]
    return [*draw.sample(near, min(LOOKS, len(near))), draw.choice(far)]


def test_whichever_row_is_damaged_the_rest_and_every_way_out_still_work(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw, life = Random(SEED), lived()
    walk = Walk.begun(life, monkeypatch)
    # Two who play have no account: web/guess/test_damaged_rows.py damages theirs.
    known = {kind.kind for kind in WORDS.keys() - GUESS.kinds.keys()}
    assert {*kinds_of(life).values()} == known
    found = [
        fault
        for cell in drawn(cells(life), draw)
        for fault in walk.faults(
            cell, looked_at(walk, cell, draw), [draw.choice(walk.ways)]
        )
    ]
    assert found == []
