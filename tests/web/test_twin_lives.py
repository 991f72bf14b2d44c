"""Never who held back: in twenty drawn lives, Bob gets the same bytes either way.

Other lives are drawn each day: four of each of five beginnings, so of every type of
pair. `make prove` lives ten thousand. `SEED=20261129` lives those of that day again,
`LIFE=17 pytest tests/web/test_twin_lives.py -k replayed` one of all there are.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pytest
from tests.seed import SEED
from tests.web.cast import undone
from tests.worlds import (
    leaks,
)
from tests.worlds.alone import (
    ALONE,
    Phase,
)
from tests.worlds.lives import (
    A_BEGINNING,
    ROOMS,
    WAYS,
    Living,
    Story,
    begun,
    dealt,
    lived,
    told_apart,
)
from tests.worlds.looks import (
    FORMS,
    ROUTES,
)
from tests.worlds.worlds import (
    differing,
)

from coequal.core.month.check_in import Facet
from coequal.core.people import Pair, PairType
from coequal.core.see.answers import Answers
from coequal.core.see.small_steps import StepsStage
from coequal.web.month import store as month_store
from coequal.web.see import joint_picture, steps_store

LIVES: Final = 150
STORIES: Final = [Story.drawn(number) for number in range(LIVES)]
OPEN: Final = [story for story in STORIES if story.opens]
SHARES: Final = range(len(PairType))
A_SHARE: Final = 4
BOTH: Final = (True, False)


@pytest.mark.parametrize("share", SHARES)
def test_bob_cannot_tell_two_ways_of_alice_apart(db: None, share: int) -> None:
    first = (len(SHARES) * SEED + share) * A_BEGINNING
    found = told_apart(range(first, first + A_SHARE))
    assert not found, "\n\n".join([f"SEED={SEED}", *found])


def test_one_life_replayed_alone_is_the_same_to_the_byte(db: None) -> None:
    number = int(os.environ.get("LIFE", "1"))
    assert told_apart([number]) == []
    company = range(number - number % A_BEGINNING, number + 1)
    alone, among = lived([number], 1), lived(company, 1)
    assert differing(alone[number].seen, among[number].seen) == []


@pytest.mark.parametrize("leak", leaks.SOON_CAUGHT, ids=lambda leak: leak.__name__)
def test_a_planted_leak_is_caught_within_twenty_lives(
    db: None,
    monkeypatch: pytest.MonkeyPatch,
    leak: Callable[[pytest.MonkeyPatch], None],
) -> None:
    leak(monkeypatch)
    assert any(told_apart([first, first + 1]) for first in range(0, 20, 2))


def opened_in(story: Story) -> Pair[Answers]:
    """Live a story; return what each has opened, by seat."""
    with begun(story.beginning, 1) as two, undone(*two.people):
        Living(story, two, 1).live()
        member = two.bob.there()[1]
        return joint_picture.both(member, joint_picture.where(member).round).answers


SEATED: Final = [story for story in OPEN if story.hers][:2]


@pytest.mark.parametrize("story", SEATED, ids=lambda story: f"life {story.number}")
def test_exchanging_the_seats_mirrors_what_is_open(db: None, story: Story) -> None:
    beginning = replace(story.beginning, invites=not story.beginning.invites)
    exchanged = opened_in(replace(story, beginning=beginning))
    assert exchanged.mirrored == opened_in(story) != exchanged


def test_half_of_the_lives_reach_an_opened_month_and_those_that_open_a_look_back(
    db: None,
) -> None:
    later = [story for story in STORIES if story.later]
    assert 0.4 * LIVES <= len(later) <= 0.6 * LIVES
    for story in (next(one for one in later if one.opens is opens) for opens in BOTH):
        with begun(story.beginning, 1) as two, undone(*two.people):
            Living(story, two, 1).live()
            _, member = two.bob.there()
            (month,) = month_store.opened_months(member).values()
            assert story.later
            assert {
                facet for facet in Facet if month.both.a[facet] is not None
            } == story.later.hers.keys()
            stage = steps_store.now(member).stage(steps_store.today(member))
            assert (stage is StepsStage.OPEN) is story.opens


# What the first lives are like, lest those of a day prove little.


def test_at_least_twenty_leaks_are_planted() -> None:
    assert len(leaks.PLANTED) >= 20


def test_all_that_she_can_do_by_herself_is_done() -> None:
    closed = {dealt(one, way, Phase.CLOSED) for one in STORIES for way in WAYS}
    opened = {dealt(one, way, Phase.OPEN) for one in OPEN for way in WAYS}
    assert closed | opened == {*ALONE}
    assert {act.__module__ for act in ALONE} == {room.__name__ for room in ROOMS}


def test_every_route_is_asked_by_link_and_by_form() -> None:
    asked = Counter(
        (look.method, look.route)
        for story in STORIES
        for looks in story.looks.values()
        for look in looks
    )
    assert {route for _, route in asked} == set(ROUTES)
    for route in ROUTES:
        assert asked["GET", route], route
        assert asked["POST", route], route


def test_most_forms_that_say_something_are_sent() -> None:
    sent = [
        (look.route, look.fields)
        for story in STORIES
        for looks in story.looks.values()
        for look in looks
    ]
    forms = [(route, fields) for route in FORMS for fields in FORMS[route]]
    assert sum(form in sent for form in forms) > 0.8 * len(forms)


def test_about_half_of_the_lives_open_in_all_five_types() -> None:
    assert 0.4 * LIVES <= len(OPEN) <= 0.6 * LIVES
    assert {story.beginning.pair for story in OPEN} == set(PairType)
    assert len({story.parts for story in STORIES}) > 0.8 * LIVES
    for kind in ("hers", "first", "punctual"):
        assert 0.2 < sum(bool(getattr(one, kind)) for one in OPEN) / len(OPEN) < 0.95
