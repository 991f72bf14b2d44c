"""What real people agreed in 100 negotiations, beside our compromise.

CaSiNo (Chawla and others, CC BY 4.0): two campers share out three packages each of
food, water and firewood; what matters most to each is worth 5 points a package,
then 4, then 3. Options are all 64 ways to share.
"""

from __future__ import annotations

import gzip
import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from coequal.core.decide.ballot import Ballot
from coequal.core.decide.memory import BLANK
from coequal.core.decide.outcomes import outcome
from coequal.core.people import Pair

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data" / "decisions" / "casino_dev100.json.gz"
ISSUES = ("Food", "Water", "Firewood")
POINTS = {"High": 5, "Medium": 4, "Low": 3}
EACH = 3
WAYS = tuple(product(range(EACH + 1), repeat=len(ISSUES)))

Person = dict[str, Any]


def test_the_compromise_is_never_worse_for_the_worse_off_than_what_people_agreed() -> (
    None
):
    if not DATA.exists():
        pytest.skip(f"SKIPPED: the real negotiations are not at {DATA}")
    compared = better = 0
    for talk in json.loads(gzip.decompress(DATA.read_bytes())):
        people, agreed = talk["participant_info"], deal(talk)
        if agreed is None:
            continue
        ballots = Pair(
            a=wishes(people["mturk_agent_1"], mine=True),
            b=wishes(people["mturk_agent_2"], mine=False),
        )
        found = outcome(BLANK, ballots)
        theirs = worse_off(ballots, agreed)
        for option in found.compromise:
            assert worse_off(ballots, option) >= theirs, talk["dialogue_id"]
        compared += 1
        better += worse_off(ballots, found.compromise[0]) > theirs
    print(f"compared {compared} agreements; better for the one worse off in {better}")
    assert compared > 50


def deal(talk: dict[str, Any]) -> int | None:
    """Return the way that was submitted last and accepted; none if they walked away."""
    lines = talk["chat_logs"]
    if lines[-1]["text"] != "Accept-Deal":
        return None
    (*_, last) = (one for one in lines if one["text"] == "Submit-Deal")
    by_first = last["id"] == "mturk_agent_1"
    key = "issue2youget" if by_first else "issue2theyget"
    gets = last["task_data"][key]
    return WAYS.index(tuple(int(gets[issue]) for issue in ISSUES))


def wishes(person: Person, *, mine: bool) -> Ballot:
    """Return the points of each way: the first person gets what it names."""
    worth = {issue: POINTS[level] for level, issue in person["value2issue"].items()}
    return Ballot(
        scores=tuple(
            sum(
                worth[issue] * (number if mine else EACH - number)
                for issue, number in zip(ISSUES, way, strict=True)
            )
            for way in WAYS
        ),
        stake=1,
    )


def worse_off(ballots: Pair[Ballot], option: int) -> int:
    """Return the points of the one who has fewer; both can get as many in all."""
    return min(ballots.a.scores[option], ballots.b.scores[option])
