from __future__ import annotations

from dataclasses import replace
from itertools import product
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coequal.content.load import content
from coequal.core.measured import Estimate
from coequal.core.people import Pair, PairType, Seat
from coequal.core.see.answers import Answers, Value, answers_to
from coequal.core.see.change import (
    BY_CHANCE,
    HEARD,
    Change,
    changes,
    heard,
    over_all,
    told,
)
from coequal.core.see.moved import TAU, Moved, chance, change_of, variance
from coequal.core.see.picture import Picture, picture
from coequal.core.see.words import Word

FORM = content(PairType.PARTNERS).instrument
MODEL = FORM.constants
SPOKEN = ("mine", "yours", "who", "wish")
AREAS = [area.id for area in FORM.areas][:3]

ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        f"{area}.{ask}": st.integers(0, 2 if ask == "wish" else 4)
        for area in AREAS
        for ask in SPOKEN
    }
    | {item: st.integers(0, 4) for item in HEARD},
).map(lambda given: answers_to(FORM, given))
PICTURES = st.tuples(ANSWERS, ANSWERS)


def drawn(both: tuple[Answers, Answers]) -> Picture:
    return picture(FORM, *both)


def alone(**home: Value) -> Picture:
    return picture(FORM, answers_to(FORM, at_home(**home)))


def ours(alice: dict[str, Value], bob: dict[str, Value]) -> Picture:
    return drawn((answers_to(FORM, alice), answers_to(FORM, bob)))


def at_home(**said: Value) -> dict[str, Value]:
    return {f"home.{ask}": value for ask, value in said.items()}


def only(before: Picture, now: Picture) -> Change:
    (found,) = changes(MODEL, before, now)
    return found


def of(found: Change, seat: Seat) -> Moved:
    moved = found.say[seat]
    assert moved is not None
    return moved


def turned(moved: Moved) -> Moved:
    return Moved(
        by=-moved.by,
        word=moved.word,
        sds=-moved.sds,
        told=moved.told,
    )


def mirrored(found: Change) -> Change:
    difference = found.difference
    if difference is not None:
        difference = turned(difference)
    return Change(area=found.area, say=found.say.mirrored, difference=difference)


@given(before=PICTURES, now=PICTURES)
def test_exchanging_the_two_mirrors_every_change(
    before: tuple[Answers, Answers], now: tuple[Answers, Answers]
) -> None:
    found = changes(MODEL, drawn(before), drawn(now))
    other = changes(MODEL, drawn(before[::-1]), drawn(now[::-1]))

    assert other == tuple(mirrored(one) for one in found)
    assert {(area, seat.other, moved) for area, seat, moved in told(other)} == set(
        told(found)
    )


@given(before=PICTURES, now=PICTURES)
def test_going_back_is_the_same_change_the_other_way(
    before: tuple[Answers, Answers], now: tuple[Answers, Answers]
) -> None:
    there = changes(MODEL, drawn(before), drawn(now))
    back = changes(MODEL, drawn(now), drawn(before))

    for one, two in zip(there, back, strict=True):
        for seat in Seat:
            moved, returned = one.say[seat], two.say[seat]
            assert (moved is None) == (returned is None)
            if moved is not None and returned is not None:
                assert returned == turned(moved)


@given(both=PICTURES)
def test_the_same_answers_twice_are_no_change(both: tuple[Answers, Answers]) -> None:
    found = changes(MODEL, drawn(both), drawn(both))

    assert told(found) == ()
    for one in found:
        assert all(
            one.say[seat] is None or of(one, seat).by.value == 0 for seat in Seat
        )


@given(before=PICTURES, now=PICTURES)
def test_a_change_counts_where_somebody_spoke_both_times(
    before: tuple[Answers, Answers], now: tuple[Answers, Answers]
) -> None:
    then, later = drawn(before), drawn(now)
    for change in changes(MODEL, then, later):
        (one,) = (d for d in then.domains if d.id == change.area)
        (two,) = (d for d in later.domains if d.id == change.area)
        for seat in Seat:
            twice = any(
                one.said[by][seat] is not None and two.said[by][seat] is not None
                for by in Seat
            )
            assert (change.say[seat] is not None) == twice
        known = None not in (change.say.a, change.say.b)
        assert (change.difference is not None) == known


def test_one_persons_move_is_shrunk_by_hand_worked_weights() -> None:
    noise = 2 * (MODEL.noise**2 + 1 / 12)
    weight = TAU**2 / (TAU**2 + noise)
    reach = NormalDist().inv_cdf(0.95) * TAU * (1 - weight) ** 0.5

    moved = of(only(alone(mine=0), alone(mine=3)), Seat.A)

    assert variance(MODEL) == pytest.approx(noise)
    assert moved.by.value == pytest.approx(3 * weight)
    assert moved.by.high - moved.by.value == pytest.approx(reach)
    assert moved.sds == pytest.approx(3 / noise**0.5)
    assert moved.word is Word.PROBABLY
    assert not moved.told


def test_what_one_always_says_too_much_of_cancels() -> None:
    high = only(alone(mine=2), alone(mine=4))
    low = only(alone(mine=0), alone(mine=2))

    assert high == low


def test_two_who_say_the_same_are_surer_than_one() -> None:
    lone = only(alone(mine=1), alone(mine=3))
    both = only(
        ours(at_home(mine=1), at_home(yours=1)), ours(at_home(mine=3), at_home(yours=3))
    )

    assert of(lone, Seat.A).word is Word.EARLY
    assert of(both, Seat.A).word is Word.PROBABLY
    assert of(both, Seat.A).by.value > of(lone, Seat.A).by.value


def test_two_who_contradict_each_other_say_nothing() -> None:
    found = only(
        ours(at_home(mine=1), at_home(yours=4)), ours(at_home(mine=4), at_home(yours=1))
    )

    assert of(found, Seat.A).by.value == 0
    assert found.say.b is None
    assert found.difference is None


def test_the_difference_moves_by_what_the_two_moved() -> None:
    found = only(alone(mine=0, yours=4), alone(mine=3, yours=1))
    a, b = of(found, Seat.A), of(found, Seat.B)

    assert found.difference is not None
    assert found.difference.by.value == a.by.value - b.by.value
    wide = (a.by.high - a.by.value) * 2**0.5
    assert found.difference.by.high - found.difference.by.value == pytest.approx(wide)
    sds = (a.sds - b.sds) / 2**0.5
    assert found.difference.sds == pytest.approx(sds)


def test_an_area_that_stands_in_one_picture_only_is_left_out() -> None:
    before, now = alone(mine=1), picture(FORM, answers_to(FORM, {"money.mine": 3}))

    assert changes(MODEL, before, now) == ()


def by_both(said: dict[str, int]) -> Picture:
    """Both say the same of Alice, by area."""
    return ours(
        {f"{area}.mine": value for area, value in said.items()},
        {f"{area}.yours": value for area, value in said.items()},
    )


def test_small_moves_are_not_told_and_the_surest_comes_first() -> None:
    before = by_both({"home": 0, "money": 0, "plans": 2})
    now = by_both({"home": 3, "money": 4, "plans": 4})

    found = told(changes(MODEL, before, now))

    assert [(area, seat) for area, seat, _ in found] == [
        ("money", Seat.A),
        ("home", Seat.A),
    ]


def test_equally_sure_changes_keep_the_order_of_areas_and_seats() -> None:
    before = {"home.mine": 0, "home.yours": 4, "money.mine": 4, "money.yours": 2}
    other = {"home.yours": 0, "home.mine": 4, "money.yours": 4, "money.mine": 2}
    now = {"home.mine": 4, "home.yours": 0, "money.mine": 0, "money.yours": 2}
    later = {"home.yours": 4, "home.mine": 0, "money.yours": 0, "money.mine": 2}
    found = told(changes(MODEL, ours(before, other), ours(now, later)))

    assert [(area, seat) for area, seat, _ in found] == [
        ("home", Seat.A),
        ("home", Seat.B),
        ("money", Seat.A),
    ]


def compared(**steps: int) -> Picture:
    """Both rate both alike but for Alice, by area, and say the same directly."""
    return ours(
        {f"{area}.mine": 2 + by for area, by in steps.items()}
        | {f"{area}.yours": 2 for area in steps}
        | {f"{area}.who": 2 + by for area, by in steps.items()},
        {f"{area}.yours": 2 + by for area, by in steps.items()}
        | {f"{area}.mine": 2 for area in steps}
        | {f"{area}.who": 2 - by for area, by in steps.items()},
    )


def test_over_all_areas_smaller_moves_add_up() -> None:
    before, now = compared(home=0, money=0, plans=0), compared(home=1, money=1, plans=0)

    found = over_all(MODEL, before, now)

    assert found is not None
    assert found.told
    assert found.by.value > 0
    assert told(changes(MODEL, before, now)) == ()


def test_a_change_over_all_is_worked_out_by_hand() -> None:
    before, now = compared(home=0, money=0, plans=0), compared(home=1, money=1, plans=0)
    # Four comparisons count 1, four count 2; of twelve each, a third did not move.
    noise = 2 * variance(MODEL) / 18
    weight = 2 * TAU**2 / (2 * TAU**2 + noise)

    found = over_all(MODEL, before, now)

    assert found is not None
    assert found.by.value == pytest.approx(weight * 12 / 18)
    assert found.sds == pytest.approx(12 / 18 / noise**0.5)


def test_a_direct_answer_counts_with_the_one_who_gave_it() -> None:
    said = {f"{area}.who": 2 for area in AREAS}
    later = {f"{area}.who": 3 for area in AREAS}

    both_claim = over_all(MODEL, ours(said, said), ours(later, later))
    one_claims = over_all(MODEL, ours(said, said), ours(later, said))

    assert both_claim is not None
    assert both_claim.by.value == 0
    assert one_claims is not None
    assert one_claims.by.value > 0


def test_two_who_both_rose_have_not_changed_beside_each_other() -> None:
    low = {f"{area}.{ask}": 1 for area in AREAS for ask in ("mine", "yours")}
    high = dict.fromkeys(low, 3)

    found = over_all(MODEL, ours(low, low), ours(high, high))

    assert found is not None
    assert found.by.value == 0
    assert not found.told


def test_two_areas_are_too_few_to_speak_of_all() -> None:
    before, now = compared(home=0, money=0), compared(home=2, money=2)

    assert over_all(MODEL, before, now) is None


def test_areas_in_which_nobody_compared_the_two_are_not_counted() -> None:
    before = by_both({"home": 0, "money": 0, "plans": 0})
    now = by_both({"home": 4, "money": 4, "plans": 4})

    assert over_all(MODEL, before, now) is None


@given(before=PICTURES, now=PICTURES)
def test_exchanging_the_two_mirrors_what_has_changed_over_all(
    before: tuple[Answers, Answers], now: tuple[Answers, Answers]
) -> None:
    found = over_all(MODEL, drawn(before), drawn(now))
    other = over_all(MODEL, drawn(before[::-1]), drawn(now[::-1]))

    assert other == (found and turned(found))


@pytest.mark.parametrize(
    ("moves", "expected"),
    [
        ((), 1.0),
        ((0, 0, 0), 1.0),
        ((1,), 1.0),
        ((1, 1, 1, 1), 2 / 16),
        ((1, 1, 1, -1), 10 / 16),
        ((2, 1, 1), 2 / 8),
        ((-2, -1, -1, 0), 2 / 8),
        ((1,) * 6, 2 / 64),
    ],
)
def test_chance_counts_every_way_the_moves_could_have_gone(
    moves: tuple[int, ...], expected: float
) -> None:
    assert chance(moves) == expected


@given(moves=st.lists(st.integers(-8, 8), max_size=9))
def test_chance_is_what_trying_all_signs_gives(moves: list[int]) -> None:
    tried = [
        sum(sign * move for sign, move in zip(signs, moves, strict=True))
        for signs in product((1, -1), repeat=len(moves))
    ]
    as_far = [one for one in tried if abs(one) >= abs(sum(moves))]

    assert chance(moves) == len(as_far) / len(tried)


def test_a_few_long_moves_of_one_person_are_told_over_all() -> None:
    areas = [area.id for area in FORM.areas][:5]
    before, now = (
        picture(FORM, answers_to(FORM, said))
        for said in (
            {f"{area}.{ask}": 1 for area in areas for ask in ("mine", "yours")},
            {f"{area}.mine": 4 for area in areas}
            | {f"{area}.yours": 1 for area in areas},
        )
    )

    found = over_all(MODEL, before, now)

    # Five of five by chance: 1 in 16. But not as far as three steps each.
    assert chance([3] * 5) > BY_CHANCE
    assert found is not None
    assert found.told


def test_a_change_over_all_that_is_told_is_never_too_early_to_say() -> None:
    # Six of thirty comparisons moved by one, all of them one way: little, and told.
    areas = [area.id for area in FORM.areas][:5]
    before = compared(**dict.fromkeys(areas, 0))
    now = ours(
        {f"{area}.{ask}": 2 for area in areas for ask in ("yours", "who")}
        | {f"{area}.mine": 3 for area in areas},
        {f"{area}.{ask}": 2 for area in areas for ask in ("mine", "who")}
        | {f"{area}.yours": 3 if area == areas[0] else 2 for area in areas},
    )

    found = over_all(MODEL, before, now)

    assert chance([1] * 6) <= BY_CHANCE
    assert found is not None
    assert found.told
    assert found.word is not Word.EARLY


def heard_as(*steps: int) -> dict[str, Value]:
    return dict(zip(HEARD, steps, strict=False))


def test_being_heard_is_what_each_says_of_their_own() -> None:
    before = ours(heard_as(1, 1, 1), heard_as(3, 3, 3))
    now = ours(heard_as(3, 3, 3), heard_as(3, 2, 3))

    found = heard(MODEL, before, now)

    assert found.a is not None
    assert found.a.told
    assert found.a.sds == pytest.approx(2 / (variance(MODEL) / 3) ** 0.5)
    assert found.b is not None
    assert found.b.by.value < 0
    assert not found.b.told


def test_being_heard_is_told_when_it_falls_too() -> None:
    before, now = alone_heard(4, 4, 4), alone_heard(2, 1, 2)

    found = heard(MODEL, before, now)

    assert found.a is not None
    assert found.a.told
    assert found.a.by.value < 0
    assert found.b is None


def alone_heard(*steps: int) -> Picture:
    return picture(FORM, answers_to(FORM, heard_as(*steps)))


def test_one_question_alone_tells_only_of_a_move_from_end_to_end() -> None:
    whole = heard(MODEL, alone_heard(0), alone_heard(4)).a
    most = heard(MODEL, alone_heard(0), alone_heard(3)).a

    assert whole is not None
    assert whole.told
    assert most is not None
    assert not most.told


def test_without_answers_given_twice_nothing_is_said_of_being_heard() -> None:
    nothing = Pair(a=None, b=None)

    assert heard(MODEL, alone_heard(), alone_heard(4, 4, 4)) == nothing
    assert heard(MODEL, alone_heard(4), alone(mine=2)) == nothing


@given(before=PICTURES, now=PICTURES)
def test_exchanging_the_two_mirrors_who_is_heard_more(
    before: tuple[Answers, Answers], now: tuple[Answers, Answers]
) -> None:
    ours = heard(MODEL, drawn(before), drawn(now))
    theirs = heard(MODEL, drawn(before[::-1]), drawn(now[::-1]))

    assert theirs == ours.mirrored


def test_every_form_asks_what_being_heard_is_read_from() -> None:
    for pair in PairType:
        form = content(pair).instrument
        assert set(HEARD) <= set(form.part("process").open_ids)


def test_no_account_given_twice_is_no_change_at_all() -> None:
    assert change_of(MODEL, ()) is None


def test_an_interval_is_as_wide_as_the_form_asks() -> None:
    wider = replace(MODEL, coverage=0.99)
    before, now = alone(mine=1), alone(mine=2)
    (found,) = changes(wider, before, now)

    assert _width(of(found, Seat.A).by) > _width(of(only(before, now), Seat.A).by)


def _width(estimate: Estimate) -> float:
    return estimate.high - estimate.low
