"""Rows opened and queries asked, the same however long two people live together.

Counted, not timed: so it holds on any machine. A list may grow until it is full.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.cast import Person, addresses, pair
from tests.web.decide.acts import filled, raised, ref_on, settled_on, weigh
from tests.web.decide.test_diary import tell, written
from tests.web.decide.test_looking import bond_of

from coequal.content.demo_decide import (
    DemoAnswer,
    DemoBallot,
    DemoLine,
    DemoOutcome,
    DemoQuestion,
)
from coequal.core.decide.diary import Who
from coequal.core.people import Pair, Seat
from coequal.journal import clock, models
from coequal.sealed import rows
from coequal.web.decide import story
from coequal.web.two.pages import AT_ONCE

FEW = 3
FULL = AT_ONCE + 1
MANY = 3 * FULL + 2


@dataclass(frozen=True)
class Cost:
    rows: int
    queries: int


@contextmanager
def counted(into: list[Cost]) -> Iterator[None]:
    """Count the rows that are really opened inside, and the queries."""
    opened, real = [0], rows.open_row

    def counting(**row: Any) -> Any:
        opened[0] += 1
        return real(**row)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows, "open_row", counting)
        with CaptureQueriesContext(connection) as asked:
            yield
    into.append(Cost(rows=opened[0], queries=len(asked.captured_queries)))


def cost(act: Callable[[], object]) -> Cost:
    found: list[Cost] = []
    with counted(found):
        act()
    return found[0]


def question(number: int) -> DemoQuestion:
    by = tuple(Seat)[number % 2]
    ballots = Pair(
        a=DemoBallot(scores=(4, 1), stake=2), b=DemoBallot(scores=(0, 3), stake=1)
    )
    return DemoQuestion(
        days_ago=2 + MANY - number,
        by=by,
        text=f"Where do we spend weekend {number}?",
        area="home",
        meanwhile="Nobody books anything.",
        options=("By the sea", "At home"),
        settled=DemoOutcome(
            days_ago=1 + MANY - number, by=by.other, option=0, ballots=ballots
        ),
    )


def line(number: int) -> DemoLine:
    said = DemoAnswer(who=Who.BOTH, asked="yes", fine="")
    text, by = f"We took the {number}th lamp.", tuple(Seat)[number % 2]
    ago = 2 + MANY - number
    return DemoLine(days_ago=ago, by=by, text=text, area="home", a=said, b=said)


class Life:
    """Two people who settle and write down more and more."""

    def __init__(self, alice: Person, bob: Person) -> None:
        self.alice, self.bob = alice, bob
        self.place = pair(alice, bob)
        self.years = 0
        # What is looked at stands from the beginning; what comes later lies beside it.
        self.settled = settled_on(alice, bob, self.place)
        self.open = raised(alice, self.place, text="And in spring?")
        self.line = written(alice, self.place)
        for person in (alice, bob):
            tell(person, self.line, "both")

    def until(self, many: int) -> None:
        """Let so many questions be settled, and so many lines be told by both."""
        members = Pair(
            a=bond_of(self.alice, self.place), b=bond_of(self.bob, self.place)
        )
        for number in range(self.years, many):
            story.settle(members, question(number))
            story.log(members, line(number))
        self.years = many
        # One's own act is the last: so each of them knows of all that there is.
        for person in (self.alice, self.bob):
            person.post(self.settled, do="look")
            person.look(f"{self.place}decide/diary/")

    @property
    def entries(self) -> int:
        return models.Share.objects.count()

    def costs(self, *paths: str) -> dict[str, Cost]:
        found = {}
        for path in paths:
            self.alice.get(path)
            found[path] = cost(lambda: self.alice.client.get(path))  # noqa: B023
        return found

    def sign_in(self) -> None:
        for person in (self.alice, self.bob):
            person.sign_in()


@pytest.fixture
def life(alice: Person, bob: Person) -> Life:
    return Life(alice, bob)


def test_pages_and_acts_cost_the_same_after_ten_times_the_life(life: Life) -> None:
    room = f"{life.place}decide/"
    alone = (life.settled, f"{life.settled}review/", life.open, f"{life.open}weigh/")
    lists = (room, f"{room}diary/", f"{room}back/")
    every = dict.fromkeys((life.line, *addresses(life.place).values()))
    # What to do where something is missing: that reads all of it, once, to find it.
    whole = f"{life.place}missing/"
    others = [one for one in every if one not in {*lists, whole}]
    life.until(FEW)
    few, before = life.costs(*alone, *others), life.entries
    life.until(FULL)
    full = life.costs(*lists)
    acts = written_on(life, 2 * clock.DAY)
    life.until(MANY)
    assert life.entries > 10 * before
    assert life.costs(*alone, *others) == few
    assert life.costs(*lists) == full
    assert written_on(life, -2 * clock.DAY) == acts


def written_on(life: Life, ago: int) -> dict[str, Cost]:
    """The same on a day without a line: who writes one looks at those of the last day.

    A session of today would end too late to be one of then.
    """
    with clock.earlier(ago):
        life.sign_in()
        acts = written_in(life)
    life.sign_in()
    return acts


def written_in(life: Life) -> dict[str, Cost]:
    """What acts of both cost, each done once; all is settled again at the end."""
    alice, bob, place = life.alice, life.bob, life.place
    text = f"And then, {life.years}?"
    found = {"raise": cost(lambda: raised(alice, place, text=text))}
    where = alice.where
    weigh(alice, where, "4", "1", "0")
    given = filled(bob, where, "0", "1", "4")
    found["weigh"] = cost(lambda: bob.client.post(f"{where}weigh/", given))
    for person in (alice, bob):
        found["look"] = cost(lambda: person.client.post(where, {"do": "look"}))  # noqa: B023
    words = {"do": "propose", "option": "1"}
    found["propose"] = cost(lambda: bob.client.post(where, words))
    yes = {"do": "yes", "ref": ref_on(alice, where)}
    found["yes"] = cost(lambda: alice.client.post(where, yes))
    bob.post(where, do="look")
    told = f"We gave the {life.years}th away."
    found["write"] = cost(lambda: written(alice, place, told))
    at = alice.where
    for person in (alice, bob):
        said = {"who": "both"}
        found["tell"] = cost(lambda: person.client.post(at, said))  # noqa: B023
    found["see"] = cost(lambda: alice.client.post(at, {"do": "look"}))
    return found
