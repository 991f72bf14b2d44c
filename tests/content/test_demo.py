"""The made-up pairs: that their stories hold together, and are worth reading."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import pytest
from tests.content.reading import BANNED, OF_PARTNERS, long_sentences

from coequal.content.demo import DemoSitting, Story, demo, parsed_story
from coequal.content.findings import finding_words, told
from coequal.content.load import content
from coequal.content.signs import sign_words
from coequal.core.decide.ballot import Ballot
from coequal.core.decide.memory import BLANK
from coequal.core.decide.outcomes import outcome
from coequal.core.people import Pair, PairType, Seat
from coequal.core.see.answers import (
    NA,
    SKIP,
    Value,
    answers_to,
    check_pick,
    guessed,
    may_open,
    opened_only,
)
from coequal.core.see.findings import Finding, cards, findings
from coequal.core.see.fold import next_page
from coequal.core.see.instrument import ChapterName
from coequal.core.see.patterns import Card
from coequal.core.see.picture import Domain, Picture, picture
from coequal.core.see.words import Word
from coequal.errors import Unsound

FOLDER = files("coequal.content") / "en" / "demo"
TEXT = (FOLDER / "partners.toml").read_text(encoding="utf-8")
SIGNS = {sign.id for sign in sign_words().signs}
GOOD_SIGNS = {sign.id for sign in sign_words().signs if sign.good}

HOME = "a = [3, 1, 0, 3], b = [1, 4, 1, 0]"
"""What both answered about home."""

every_type = pytest.mark.parametrize("kind", PairType)
every_sitting = pytest.mark.parametrize("number", [0, 1])


def drawn(story: Story, sitting: DemoSitting) -> Picture:
    """Draw what two people see once both have opened their picks."""
    form = content(story.pair).instrument
    opened = (
        opened_only(form, sitting.answers[seat], sitting.opens[seat]) for seat in Seat
    )
    return picture(form, *opened)


def found(story: Story, sitting: DemoSitting) -> tuple[Finding, ...]:
    return findings(drawn(story, sitting), finding_words().patterns)


def two_pictures(story: Story) -> list[tuple[Domain, Domain]]:
    """Return the areas that stand in both pictures, then and now."""
    then, now = (drawn(story, sitting) for sitting in story.sittings)
    later = {domain.id: domain for domain in now.domains}
    return [(one, later[one.id]) for one in then.domains if one.id in later]


def accounts(domain: Domain) -> list[int]:
    """Return what A said of A and of B, then what B said of A and of B."""
    said = domain.said
    told = [said.a.a, said.a.b, said.b.a, said.b.b]
    assert None not in told
    return [step for step in told if step is not None]


def texts(story: Story) -> list[str]:
    """Return everything of a story that is written in words."""
    lines = [story.names, story.evenings]
    lines += [line for one in story.sittings for line in (one.steps, one.thanks)]
    said = [text for line in lines for text in (line.a, line.b) if text is not None]
    return [story.about, *said, *decided_texts(story)]


def decided_texts(story: Story) -> Iterator[str]:
    """Yield what is written in questions, in ballots and in the diary."""
    for question in story.questions:
        yield from (question.text, question.meanwhile, *question.options)
        if question.settled is not None:
            ballots = question.settled.ballots
            yield from (ballots.a.reason, ballots.b.reason)
    yield from (line.text for line in story.diary)


@every_type
def test_each_type_has_two_people_and_half_a_year(kind: PairType) -> None:
    story = demo(kind)
    then, now = story.sittings

    assert story.pair is kind
    assert 150 <= then.days_ago - now.days_ago <= 200
    assert now.days_ago <= 7


def test_no_two_stories_share_a_name() -> None:
    names = [
        name for kind in PairType for name in (demo(kind).names.a, demo(kind).names.b)
    ]

    assert len(set(names)) == 2 * len(PairType)


@every_type
def test_the_first_sitting_is_open_with_a_step_and_thanks_of_each(
    kind: PairType,
) -> None:
    then, _ = demo(kind).sittings

    assert then.opened
    for lines in (then.steps, then.thanks):
        assert lines.a
        assert lines.b


@every_type
def test_the_second_sitting_waits_for_both(kind: PairType) -> None:
    story = demo(kind)
    nobody = Pair(a=None, b=None)

    assert not story.sittings[1].opened
    assert (story.sittings[1].steps, story.sittings[1].thanks) == (nobody, nobody)
    assert story.evenings != nobody


@every_type
@every_sitting
@pytest.mark.parametrize("seat", Seat)
def test_both_have_answered_the_whole_short_form_in_its_order(
    kind: PairType, number: int, seat: Seat
) -> None:
    form = content(kind).instrument
    answers = demo(kind).sittings[number].answers[seat]

    assert next_page(form, answers) is None
    assert answers_to(form, answers.given) == answers
    assert list(answers.given) == [i.id for i in form.items if answers.has(i.id)]
    assert guessed(form, answers) in may_open(form, answers)


@every_type
@every_sitting
@pytest.mark.parametrize("seat", Seat)
def test_everybody_leaves_something_closed(
    kind: PairType, number: int, seat: Seat
) -> None:
    sitting = demo(kind).sittings[number]
    answered = may_open(content(kind).instrument, sitting.answers[seat])

    check_pick(sitting.opens[seat], answered)
    assert set(sitting.opens[seat]) < set(answered)


def test_now_and_then_something_does_not_apply_or_is_not_said() -> None:
    given: list[Value] = [
        value
        for kind in PairType
        for sitting in demo(kind).sittings
        for seat in Seat
        for value in sitting.answers[seat].given.values()
    ]

    assert {NA, SKIP} <= set(given)


@every_type
def test_by_the_second_sitting_both_have_been_curious(kind: PairType) -> None:
    form = content(kind).instrument
    now = demo(kind).sittings[1]

    for seat in Seat:
        chapters = {form.item(item).chapter for item in now.answers[seat].given}
        assert chapters == set(ChapterName)


@every_type
@every_sitting
def test_the_cards_have_something_to_tell_in_every_sitting(
    kind: PairType, number: int
) -> None:
    story = demo(kind)
    told_of = found(story, story.sittings[number])
    dealt = cards(told_of)

    for card in (Card.ALIKE, Card.SURPRISE, Card.WISH, Card.STEP):
        assert dealt[card]
        assert not dealt[card][0].low
        assert dealt[card][0].card is card
    assert len(dealt[Card.ALIKE]) >= 3
    surest = {one.word for one in told_of if one.card is not Card.STEP}
    assert surest & {Word.CLEAR, Word.PROBABLY}


@every_type
def test_no_card_says_the_same_twice_in_half_a_year(kind: PairType) -> None:
    story = demo(kind)
    then, now = (cards(found(story, sitting)) for sitting in story.sittings)

    for card in (Card.SURPRISE, Card.WISH):
        first, second = then[card][0], now[card][0]
        assert (first.pattern, first.areas) != (second.pattern, second.areas)


@every_type
def test_unequal_and_both_like_it_so_is_part_of_every_story(kind: PairType) -> None:
    story = demo(kind)
    told_of = [one for sitting in story.sittings for one in found(story, sitting)]

    assert "more_and_liked_so" in {one.pattern for one in told_of}


@every_type
def test_one_has_more_say_here_and_the_other_there(kind: PairType) -> None:
    story = demo(kind)
    leads = {
        (aa > ab, ba > bb)
        for sitting in story.sittings
        for domain in drawn(story, sitting).domains
        for aa, ab, ba, bb in [accounts(domain)]
        if aa != ab and ba != bb
    }

    assert {(True, True), (False, False)} <= leads


@every_type
def test_each_of_the_two_has_a_wish_in_half_a_year(kind: PairType) -> None:
    form = content(kind).instrument
    story = demo(kind)

    for seat in Seat:
        wishes = [
            sitting.answers[seat].number(area.wish)
            for sitting in story.sittings
            for area in form.areas
        ]
        assert any(wish is not None and wish > 0 for wish in wishes)


@every_type
@every_sitting
@pytest.mark.parametrize("seat", Seat)
def test_these_are_people_who_can_say_no_and_are_backed(
    kind: PairType, number: int, seat: Seat
) -> None:
    said = demo(kind).sittings[number].answers[seat]

    for item in ("process.say_no", "trust.word", "trust.backed"):
        assert (said.number(item) or 0) >= 3
    assert (said.number("process.give_in") or 0) <= 2


@every_type
def test_in_half_a_year_two_areas_move_a_wish_is_met_and_something_stays(
    kind: PairType,
) -> None:
    both = two_pictures(demo(kind))
    moves = [
        max(abs(a - b) for a, b in zip(accounts(then), accounts(now), strict=True))
        for then, now in both
    ]
    met = [
        (then.id, seat)
        for then, now in both
        for seat in Seat
        if then.wish[seat] == 1 and now.wish[seat] == 0
    ]

    assert len([move for move in moves if move >= 2]) >= 2
    assert 0 in moves
    assert met


@every_type
def test_somebodys_say_moves_by_two_steps_in_the_eyes_of_both(kind: PairType) -> None:
    moved = [
        (then.id, seat)
        for then, now in two_pictures(demo(kind))
        for seat in Seat
        if all(
            (now.said[by][seat] or 0) - (then.said[by][seat] or 0) >= 2 for by in Seat
        )
    ]

    assert moved


@every_type
@every_sitting
def test_exchanging_the_two_tells_the_same_story(kind: PairType, number: int) -> None:
    form = content(kind).instrument
    story = demo(kind)
    sitting = story.sittings[number]
    exchanged = DemoSitting(
        days_ago=sitting.days_ago,
        answers=sitting.answers.mirrored,
        opens=sitting.opens.mirrored,
        opened=sitting.opened,
        steps=sitting.steps.mirrored,
        thanks=sitting.thanks.mirrored,
        happened=sitting.happened.mirrored,
        stay=tuple(seat.other for seat in sitting.stay),
    )

    ours = told(form, drawn(story, sitting), story.names)
    theirs = told(form, drawn(story, exchanged), story.names.mirrored)

    assert [one.sentence for one in theirs] == [one.sentence for one in ours]


@every_type
def test_both_notice_good_signs_and_others_and_keep_some_to_themselves(
    kind: PairType,
) -> None:
    story = demo(kind)

    for seat in Seat:
        noticed, put_up = set(story.noticed[seat]), set(story.put_up[seat])
        assert noticed & GOOD_SIGNS
        assert noticed - GOOD_SIGNS
        assert put_up < noticed <= SIGNS
        assert set(story.noticed[seat].values()) == {1, 2}
    both = set(story.put_up.a) & set(story.put_up.b)
    assert both & GOOD_SIGNS
    assert both - GOOD_SIGNS


@every_type
def test_one_question_is_settled_as_it_was_suggested_and_one_is_open(
    kind: PairType,
) -> None:
    done, still = demo(kind).questions

    assert still.settled is None
    assert done.settled is not None
    ballots = done.settled.ballots.map(
        lambda one: Ballot(
            scores=one.scores, stake=one.stake, cannot=frozenset(one.cannot)
        )
    )
    assert outcome(BLANK, ballots).suggestion == (done.settled.option,)
    assert {done.by, still.by} == set(Seat)
    assert done.by is not done.settled.by


@every_type
def test_three_lines_stand_in_the_diary_and_the_last_waits_for_somebody(
    kind: PairType,
) -> None:
    *open_, last = demo(kind).diary

    assert len(open_) == 2
    assert all(line.a and line.b for line in open_)
    assert (last.a is None) is not (last.b is None)
    assert {line.by for line in (*open_, last)} == set(Seat)


@every_type
def test_nothing_here_scolds_grades_or_genders_and_no_sentence_is_long(
    kind: PairType,
) -> None:
    read = texts(demo(kind))

    assert [text for text in read if BANNED.search(text)] == []
    assert [one for text in read for one in long_sentences(text)] == []


@pytest.mark.parametrize("kind", [one for one in PairType if one != "partners"])
def test_only_partners_are_called_partners_or_a_couple(kind: PairType) -> None:
    assert [text for text in texts(demo(kind)) if OF_PARTNERS.search(text)] == []


@every_type
def test_who_they_are_is_told_in_two_sentences_with_both_names(kind: PairType) -> None:
    story = demo(kind)

    assert story.about.count(".") == 2
    assert story.about.endswith(".")
    assert story.names.a in story.about
    assert story.names.b in story.about


def test_a_story_is_read_once() -> None:
    assert demo(PairType.PARTNERS) is demo(PairType.PARTNERS)
    assert parsed_story(TEXT) == demo(PairType.PARTNERS)


LONG = "and on " * 50


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('pair = "partners"', "pair = ", "^demo: "),
        ('pair = "partners"', 'pair = "rivals"', "pair"),
        ('pair = "partners"', 'pair = "friends"', "a part of this form"),
        ('pair = "partners"', 'pair = "partners"\nmore = 1', "more"),
        ('b = "Robin" }', 'b = "Alex" }', "names: expected two"),
        ('b = "Robin" }', 'b = "Robin", c = "Kim" }', "c"),
        ("days_ago = 183", 'days_ago = "183"', "expected int"),
        ("days_ago = 183", "days_ago = 1", "the earliest first"),
        ("days_ago = 2\n", "days_ago = -2\n", "0 or more"),
        ("opened = true", "opened = 1", "expected bool"),
        ("opened = true", "opened = false", "only the last may be still to open"),
        ("opened = false", "opened = false\nthanks = { a = 'Hi' }", "after opening"),
        ('a = "Two evenings', f'a = "{LONG}', "steps: expected one line of 1 to 300"),
        ('a = "Thank you for telling', f'a = "{LONG}', "thanks: expected one line"),
        ('a = "Sunday, after', 'a = "Sunday,  after', "evenings: expected one line"),
        ("a = { heard = 2,", "a = { seen = 2,", "noticed: there is no sign seen"),
        ("a = { heard = 2,", "a = { heard = 3,", "noticed: expected 1 or 2"),
        ('a = ["backed", ', 'a = ["own_way", ', "put_up: expected signs that are"),
        ('a = ["backed", ', 'a = ["make_up", ', "each once"),
        ("money = {", "monies = {", "monies"),
        (
            HOME,
            "a = [3, 1], b = [1, 4, 1, 0]",
            "home: expected 4",
        ),
        (
            HOME,
            "b = [1, 4, 1, 0]",
            "home.mine: .* answer of A",
        ),
        (
            HOME,
            "a = [5, 1, 0, 3], b = [1, 4, 1, 0]",
            "home.mine",
        ),
        (
            HOME,
            "a = [[3], 1, 0, 3], b = [1, 4, 1, 0]",
            "home",
        ),
        (
            HOME,
            "a = [true, 1, 0, 3], b = [1, 4, 1, 0]",
            "home.mine",
        ),
        ('guess = { a = ["people"], b', 'guess = { a = ["work"], b', "guess: expected"),
        (
            'guess = { a = ["people"], b',
            'guess = { a = ["people", "home"], b',
            "guess: expected one area of the short form, or none",
        ),
        ('"plans", "process", "heard"]', '"plans", "good"]', "not answered"),
        ('"plans", "heard"]', '"plans", "trust", "heard"]', "leave at least one out"),
        ('by = "A"', 'by = "C"', "by"),
        ('text = "Where do', 'text = " Where do', "questions: expected one line"),
        ('"By the sea"', f'"{LONG}"', "options: expected one line of 1 to 100"),
        (
            '["A desk for Robin", "A bed for guests", "Half and half"]',
            '["A desk for Robin"]',
            "options: expected 2",
        ),
        ("days_ago = 37", "days_ago = 41", "not before it was raised"),
        ("option = 2", "option = 3", "settled: expected one of the options"),
        ("[6, 0, 5], stake", "[6, 5], stake", "ballots: one number for each"),
        (
            'text = "We bought',
            'text = " We bought',
            "diary: expected one line of 1 to 160",
        ),
        ('who = "both"', 'who = "C"', "who"),
        ('asked = "no"', 'asked = "never"', "diary: expected yes, partly, no"),
        ('area = "free_time"', 'area = "moon"', "moon: no area of this form"),
    ],
)
def test_a_damaged_story_is_named_and_never_half_read(
    old: str, new: str, fault: str
) -> None:
    assert old in TEXT
    with pytest.raises(Unsound, match=fault) as refused:
        parsed_story(TEXT.replace(old, new, 1))
    assert str(refused.value).startswith("demo: ")


def test_a_story_without_a_sitting_is_refused() -> None:
    bare = TEXT[: TEXT.index("[[sittings]]")]

    with pytest.raises(Unsound, match="sittings"):
        parsed_story("sittings = []\n" + bare)
