from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coequal.content.load import content
from coequal.core.measured import Estimate
from coequal.core.people import Pair, PairType, Seat
from coequal.core.see.answers import NA, SKIP, Answers, Value, answers_to
from coequal.core.see.instrument import Instrument, Item, Reach
from coequal.core.see.picture import Domain, Fact, Limit, Picture, picture
from coequal.core.see.words import Word

FORM = content(PairType.PARTNERS).instrument
NONE = Pair(a=None, b=None)


def value_of(item: Item) -> st.SearchStrategy[Value]:
    return st.one_of(st.integers(item.min, item.max), st.sampled_from([NA, SKIP]))


ANSWERS = st.fixed_dictionaries(
    {}, optional={item.id: value_of(item) for item in FORM.items}
).map(lambda given: answers_to(FORM, given))


def partners(alice: dict[str, Value], bob: dict[str, Value]) -> Picture:
    return picture(FORM, answers_to(FORM, alice), answers_to(FORM, bob))


def alone(alice: dict[str, Value]) -> Picture:
    return picture(FORM, answers_to(FORM, alice))


def mirrored(domain: Domain) -> Domain:
    return Domain(
        id=domain.id,
        said=domain.said.map(lambda one: one.mirrored).mirrored,
        level=domain.level.mirrored,
        difference=None if domain.difference is None else -domain.difference,
        gap=domain.gap.mirrored,
        wish=domain.wish.mirrored,
        word=domain.word,
        clearly=domain.clearly,
        direct=domain.direct.map(lambda one: None if one is None else -one).mirrored,
    )


@given(alice=ANSWERS, bob=ANSWERS)
def test_exchanging_the_two_mirrors_the_whole_picture(
    alice: Answers, bob: Answers
) -> None:
    ours, theirs = picture(FORM, alice, bob), picture(FORM, bob, alice)

    assert theirs.domains == tuple(mirrored(domain) for domain in ours.domains)
    for facts, others in ((ours.process, theirs.process), (ours.heard, theirs.heard)):
        assert others == tuple(
            Fact(id=fact.id, said=fact.said.mirrored) for fact in facts
        )
    assert (ours.agree_on, ours.absent) == (theirs.agree_on, theirs.absent)
    assert theirs.overall == (ours.overall and ours.overall.other)
    assert ours.limits == theirs.limits


@given(alice=ANSWERS, bob=ANSWERS, data=st.data())
def test_what_is_not_in_the_picture_changes_nothing_in_it(
    alice: Answers, bob: Answers, data: st.DataObject
) -> None:
    ours = picture(FORM, alice, bob)
    hidden = {item.id: item for item in FORM.items if item.audience is Reach.OWN}
    changed = {
        key: data.draw(value_of(hidden[key])) if key in hidden else value
        for key, value in alice.given.items()
    }
    for part in ours.absent:
        if not any(
            bob.number(i.id) is not None for i in FORM.open_items(FORM.part(part))
        ):
            changed |= {
                item.id: data.draw(value_of(item))
                for item in FORM.open_items(FORM.part(part))
            }

    assert picture(FORM, answers_to(FORM, changed), bob) == ours


@given(alice=ANSWERS, bob=ANSWERS)
def test_skipping_and_not_applying_look_the_same_to_the_other(
    alice: Answers, bob: Answers
) -> None:
    swap = {NA: SKIP, SKIP: NA}
    other = {
        key: swap.get(value, value) if isinstance(value, str) else value
        for key, value in bob.given.items()
    }

    assert picture(FORM, alice, answers_to(FORM, other)) == picture(FORM, alice, bob)


@given(alice=ANSWERS, bob=ANSWERS)
def test_every_estimate_lies_in_its_interval_and_levels_on_the_scale(
    alice: Answers, bob: Answers
) -> None:
    for domain in picture(FORM, alice, bob).domains:
        for estimate in (domain.difference, *(domain.gap[seat] for seat in Seat)):
            assert estimate is None or -4 <= estimate.low <= estimate.value
            assert estimate is None or estimate.value <= estimate.high <= 4
        for seat in Seat:
            level = domain.level[seat]
            assert level is None or 0 <= level.low <= level.value <= level.high <= 4


@given(alice=ANSWERS, bob=ANSWERS)
def test_no_area_names_somebody_against_what_one_of_them_said(
    alice: Answers, bob: Answers
) -> None:
    for area in picture(FORM, alice, bob).domains:
        if area.word in {Word.CLEAR, Word.PROBABLY} and area.difference is not None:
            ahead = Seat.A if area.difference.value > 0 else Seat.B
            named = {area.account(seat).names for seat in Seat}
            assert ahead.other not in named


def test_each_answer_stands_at_its_reporter_and_its_target() -> None:
    (home,) = partners(
        {"home.mine": 3, "home.yours": 1, "home.wish": -1},
        {"home.mine": 2, "home.yours": 4, "home.wish": NA},
    ).domains

    assert home.said == Pair(a=Pair(a=3, b=1), b=Pair(a=4, b=2))
    assert home.wish == Pair(a=-1, b=None)


def test_the_gap_of_a_person_is_their_own_account_less_the_others() -> None:
    (home,) = partners(
        {"home.mine": 0, "home.yours": 2}, {"home.mine": 2, "home.yours": 4}
    ).domains

    assert home.gap.a is not None
    assert home.gap.b is not None
    assert home.gap.a.value < home.gap.b.value
    assert home.gap.a.value < 0


def test_an_area_counts_only_when_both_gave_it() -> None:
    ours = partners(
        {"home.mine": 3, "money.mine": 1, "plans.wish": 1, "process.raise": 2},
        {"home.yours": 2, "plans.wish": 0, "trust.word": 3},
    )

    assert [domain.id for domain in ours.domains] == ["home", "plans"]
    assert ours.absent == ("money", "free_time", "people", "process", "trust", "heard")
    assert (ours.process, ours.heard) == ((), ())


def test_nothing_in_common_is_an_empty_picture() -> None:
    ours = partners({"home.mine": 3}, {"money.mine": 3})

    assert (ours.domains, ours.agree_on, ours.process, ours.heard) == ((), (), (), ())
    assert len(ours.absent) == 8


def test_a_level_that_nobody_spoke_about_is_not_estimated() -> None:
    ours = partners(
        {"home.mine": 3, "plans.wish": 1}, {"home.yours": 2, "plans.wish": 0}
    )
    home, plans = ours.domains

    assert home.level.a is not None
    assert home.level.b is None
    assert (home.difference, home.word) == (None, Word.EARLY)
    assert home.gap.a is not None
    assert home.gap.b is None
    assert plans.level == plans.gap == NONE
    assert plans.wish == Pair(a=1, b=0)


@pytest.mark.parametrize(
    ("bob", "agreed"),
    [
        ({"home.mine": 2, "home.yours": 4}, ("home",)),
        ({"home.mine": 2, "home.yours": 1}, ()),
        ({"home.mine": 3, "home.yours": 3}, ()),
        ({"home.mine": 1, "home.yours": SKIP}, ()),
    ],
)
def test_they_agree_where_all_answers_are_at_most_a_step_apart(
    bob: dict[str, Value], agreed: tuple[str, ...]
) -> None:
    assert partners({"home.mine": 3, "home.yours": 1}, bob).agree_on == agreed


def test_a_joint_picture_never_holds_what_stays_ones_own() -> None:
    both: dict[str, Value] = {
        "process.raise": 3,
        "process.give_in": 4,
        "process.say_no": 0,
        "trust.word": 4,
        "heard.content": 2,
    }
    ours = partners(both, both)

    assert ours.process == (Fact(id="process.raise", said=Pair(a=3, b=3)),)
    assert [fact.id for fact in ours.trust] == ["trust.word"]
    assert [fact.id for fact in ours.heard] == ["heard.content"]


def test_ones_own_picture_holds_all_one_said_and_no_gap() -> None:
    mine = alone({"home.mine": 4, "home.yours": 0, "process.give_in": 4})

    assert mine.alone
    assert mine.domains[0].said == Pair(a=Pair(a=4, b=0), b=NONE)
    assert mine.domains[0].gap == NONE
    assert mine.domains[0].word is Word.CLEAR
    assert mine.process == (Fact(id="process.give_in", said=Pair(a=4, b=None)),)
    assert mine.agree_on == ()
    assert mine.limits == tuple(Limit)


@pytest.mark.parametrize(
    ("mine", "yours", "who", "named"),
    [(1, 3, 1, Seat.B), (3, 2, 3, Seat.A), (2, 2, 2, None), (3, 2, 1, None)],
)
def test_the_only_account_there_is_names_somebody_or_nobody(
    mine: int, yours: int, who: int, named: Seat | None
) -> None:
    said = {"home.mine": mine, "home.yours": yours, "home.who": who}
    (domain,) = alone({**said}).domains
    assert domain.named_alone is named
    (domain,) = partners({**said}, {**said}).domains
    assert domain.named_alone is None


def test_with_two_nobody_is_told_that_it_is_one_side() -> None:
    assert Limit.ONE_SIDE not in partners({"home.mine": 1}, {"home.mine": 1}).limits


def test_a_second_account_makes_the_picture_surer() -> None:
    said: dict[str, Value] = {"home.mine": 3, "home.yours": 1}
    seen: dict[str, Value] = {"home.mine": 1, "home.yours": 3}
    one, two = alone(said).domains[0], partners(said, seen).domains[0]

    def width(estimate: Estimate | None) -> float:
        assert estimate is not None
        return estimate.high - estimate.low

    assert width(two.difference) < width(one.difference)
    assert two.difference is not None
    assert one.difference is not None
    assert two.difference.value > one.difference.value > 0


def test_the_form_itself_is_not_changed_by_drawing(form: Instrument) -> None:
    before = repr(form)
    partners({"home.mine": 1}, {"home.mine": 2})

    assert repr(form) == before
