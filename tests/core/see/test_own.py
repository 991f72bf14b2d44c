"""What one's own picture says beside its findings; what its question is never of."""

from __future__ import annotations

import pytest
from tests.core.see.simulated import WORDS, Told, told_alone
from tests.core.see.test_findings_patterns import Said, person
from tests.seed import SEED

from coequal.content.load import content
from coequal.content.own_words import ask_text, lead_text, noticed_text
from coequal.content.versions import content_of
from coequal.core.own_life import OF_ONE
from coequal.core.people import PairType, Seat
from coequal.core.see.answers import answers_to
from coequal.core.see.own import Ask, LeadingFact, LeadWord, Tally, ask, lead, tally
from coequal.core.see.picture import Picture, picture

PARTNERS = content(PairType.PARTNERS)
NEVER = OF_ONE | WORDS.guarded
FREE = {"process.say_no": 3, "process.give_in": 1}
PAIRS = 120


def drawn(said: Said) -> Picture:
    return picture(PARTNERS.instrument, person(said))


def asked(said: Said) -> Ask | None:
    return ask(drawn(said), NEVER)


def noticed_in(said: Said) -> Tally | None:
    return tally(drawn(said), OF_ONE)


def test_the_question_is_of_a_light_wish_before_all_else() -> None:
    assert asked({"home": (2, 2, 0, 2), "plans": (2, 3, 1, 2)}) == Ask(
        area="plans", wish=1
    )
    assert asked({"home": (2, 2, 0, 2), "plans": (2, 3, 0, 2)}) == Ask(
        area="home", wish=0
    )


@pytest.mark.parametrize(
    "said",
    [
        {"home": (1, 3, 1, 2)},
        {"home": (2, 2, 1, 0)},
        {"home": (2, 2, 2, 2)},
        {"home": (None, None, 1)},
        {"money": (2, 2, 1, 2)},
        {"people": (2, 2, 0, 2)},
        {"home": (2, 2, 1, 2), "process.say_no": 1},
        {"home": (2, 2, 1, 2), "process.give_in": 3},
        {"process.heard": 1},
    ],
    ids=str,
)
def test_where_it_may_not_be_light_there_is_no_question(said: Said) -> None:
    assert asked(said) is None


def test_whoever_is_free_to_say_no_is_given_one() -> None:
    assert asked({"home": (2, 2, 1, 2), **FREE}) == Ask(area="home", wish=1)


def test_where_rating_and_direct_answer_part_one_may_not_have_noticed() -> None:
    found = noticed_in({"home": (3, 2, 0, 2)})

    assert found is not None
    assert found.asked_otherwise == ("home",)
    assert noticed_in({"home": (3, 2, 0, 3)}) is None


def test_of_three_areas_it_counts_who_decides_more() -> None:
    said: Said = {
        "home": (3, 2, 0, 3),
        "plans": (1, 3, 0, 1),
        "free_time": (2, 2, 0, 2),
        "work": (2, 2, 0, 3),
    }
    found = noticed_in(said)

    assert found is not None
    assert (found.mine, found.theirs, found.shared) == (
        ("home",),
        ("plans",),
        ("free_time",),
    )
    assert len(found.areas) == 4
    assert noticed_text(PARTNERS, drawn(said)) == (
        "Of 4 areas, you decide more in 1, your partner decides more in 1, "
        "and neither of you decides more in 1."
    )


def test_too_little_gives_nothing_to_notice_and_nothing_to_ask() -> None:
    empty = drawn({"process.heard": 2})

    assert noticed_text(PARTNERS, empty) is None
    assert ask_text(PARTNERS, empty) is None


@pytest.mark.parametrize(
    ("wish", "question"),
    [
        (1, "What is one thing at home that I could decide this month?"),
        (-1, "What is one thing at home that you would like to decide?"),
        (0, "What did we last decide at home, and how did we get there?"),
    ],
)
def test_the_question_can_be_answered_with_a_story(wish: int, question: str) -> None:
    assert ask_text(PARTNERS, drawn({"home": (2, 2, wish, 2)})) == question


def test_what_one_may_not_have_noticed_names_the_areas() -> None:
    assert noticed_text(PARTNERS, drawn({"home": (3, 2, 0, 2)})) == (
        "When you rated each of you, one came out with more say. "
        "Asked who decides more, you said “about the same”: home."
    )


@pytest.mark.parametrize("kind", PairType)
def test_over_drawn_people_both_are_true_and_the_question_is_light(
    kind: PairType,
) -> None:
    told = list(told_alone(kind, pairs=PAIRS, seed=SEED))

    assert [one for one in told if not light(one)] == []
    assert [one for one in told if not counted_right(one)] == []
    assert any(ask(one.scene.drawn, NEVER) for one in told)


def light(told: Told) -> bool:
    """Close or light, as the answers have it, and nothing that it is never of."""
    found = ask(told.scene.drawn, NEVER)
    if found is None:
        return True
    said = told.scene.account(Seat.A, found.area)
    close = all(abs(one) <= 1 for one in said.of_who)
    wish = said.wish is None or abs(said.wish) <= 1
    return close and wish and not told.scene.guarded(found.area)


def counted_right(told: Told) -> bool:
    """Every area that is counted is counted for whom all its answers name."""
    found = tally(told.scene.drawn, OF_ONE)
    if found is None:
        return True
    said = {area: told.scene.account(Seat.A, area) for area in found.areas}
    return (
        all(said[area].names_me for area in found.mine)
        and all(said[area].names_you for area in found.theirs)
        and all(said[area].calls_it_shared for area in found.shared)
        and all(said[a].who == 0 and said[a].rated for a in found.asked_otherwise)
    )


def test_in_the_first_form_nothing_of_ones_own_life_is_noticed_or_asked() -> None:
    """Its pictures are drawn still, and it asked of closeness."""
    form = content_of(PairType.PARTNERS, 1)
    closeness = {"closeness.mine": 3, "closeness.yours": 2, "closeness.wish": 0}
    seen = picture(form.instrument, answers_to(form.instrument, closeness))

    assert tally(seen, OF_ONE) is None
    assert ask(seen, NEVER) is None


@pytest.mark.parametrize(
    ("said", "says", "text"),
    [
        (
            {"home": (4, 3, 1), "plans": (2, 2, 0, 2)},
            LeadWord.MUCH,
            "As you see it, you both decide a lot at home.",
        ),
        (
            {"home": (3, 1, 0, 3), "plans": (2, 2, 0, 2)},
            LeadWord.TOGETHER,
            "As you see it, neither of you decides more about your plans.",
        ),
        (
            {"home": (3, 1, 0, 3), "free_time": (1, 3, 0, 1), "plans": (1, 3, 1, 1)},
            LeadWord.FINE,
            "You say it’s fine as it is: home and free time.",
        ),
        (
            {"home": (1, 3, 1, 1), "heard.content": 3},
            LeadWord.MORE,
            "You’d like to decide more at home.",
        ),
        (
            {"home": (1, 3, 0, 1), "plans": (1, 3, 2, 1), "heard.content": 1},
            LeadWord.MORE,
            "You’d like to decide more about your plans.",
        ),
    ],
)
def test_it_begins_with_the_strongest_sentence_of_a_light_area(
    said: Said, says: LeadWord, text: str
) -> None:
    found = lead(drawn(said), NEVER)

    assert found is not None
    assert found.says is says
    assert lead_text(PARTNERS, drawn(said)) == text


@pytest.mark.parametrize(
    "said",
    [
        {"money": (4, 4, 0, 2), "people": (3, 3, 1, 2)},
        {"home": (1, 3, -1, 1)},
        {"home": (1, 3, 0, 1), "heard.content": 0},
        {"process.heard": 4},
    ],
    ids=str,
)
def test_it_begins_with_no_claim_where_nothing_light_is_true(said: Said) -> None:
    assert lead(drawn(said), NEVER) is None
    assert lead_text(PARTNERS, drawn(said)) is None


@pytest.mark.parametrize("kind", PairType)
def test_over_drawn_people_it_begins_with_what_they_said(kind: PairType) -> None:
    told = list(told_alone(kind, pairs=PAIRS, seed=SEED))

    assert [one for one in told if not begins_truly(one)] == []


def begins_truly(told: Told) -> bool:
    found = lead(told.scene.drawn, NEVER)
    return found is None or all(_true_of(told, found, area) for area in found.areas)


def _true_of(told: Told, found: LeadingFact, area: str) -> bool:
    said = told.scene.account(Seat.A, area)
    both = [said.mine or 0, said.yours or 0]
    true = {
        LeadWord.MUCH: min(both) >= 3,
        LeadWord.TOGETHER: min(both) >= 2 and said.calls_it_shared,
        LeadWord.FINE: said.wish == 0,
        LeadWord.MORE: said.wish is not None and said.wish > 0,
    }
    return true[found.says] and not told.scene.guarded(area)
