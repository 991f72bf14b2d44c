from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise, product
from types import MappingProxyType

import pytest

from coequal.content.findings import finding_words, joined, parsed_findings, told
from coequal.content.load import content
from coequal.content.versions import content_of, versions
from coequal.core.own_life import OF_ONE
from coequal.core.people import Pair, PairType, Seat
from coequal.core.see.answers import answers_to
from coequal.core.see.findings import Finding
from coequal.core.see.findings_measures import MEASURES
from coequal.core.see.instrument import Instrument, Reach
from coequal.core.see.patterns import Card, Certainty, HoldsFor, Over, Pattern
from coequal.core.see.picture import picture
from coequal.core.see.words import Word
from coequal.errors import Unsound

TEXT = (files("coequal.content") / "en" / "findings.toml").read_text(encoding="utf-8")
WORDS = finding_words()
FORMS = {kind: content(kind).instrument for kind in PairType}
# The first forms asked of one's own life too, and their pictures are still drawn.
FIRST = {kind: content_of(kind, 1).instrument for kind in PairType}
NAMES = Pair(a="Alice", b="Bob")
OWN_LIFE = [
    (kind, area.id)
    for kind, form in FIRST.items()
    for area in form.areas
    if area.id in OF_ONE
]
TWICE = re.compile(r"\b(\w+) \1\b|\b(about|over|at|in|of) (about|over|at|in|of)\b")
UNSAID = re.compile(
    r"\b(win|wins|lose|loses|owe|owed|scores?|victim|abuser|afraid|fear|scared|power|"
    r"husband|wife|he|she|him|her|his|hers|boyfriend|girlfriend|should|must|always|"
    r"partner|couple|unfair|blame|fault|wrong)\b|!|[{}]|  ",
    re.IGNORECASE,
)


def example(pattern: Pattern, form: Instrument, word: Word) -> Finding:
    """Make a finding of a pattern as a picture could show it."""
    many = {Over.FACTS: 0, Over.EACH: 1, Over.FIRST: 1, Over.TWO: 2}
    areas = tuple(area.id for area in form.areas)[: many.get(pattern.over, 3)]
    people = (Seat.A, Seat.B) if pattern.holds_for is HoldsFor.ONE else ()
    return Finding(
        pattern=pattern.id,
        card=pattern.card,
        area=areas[0] if len(areas) == 1 else None,
        areas=areas,
        seats=MappingProxyType(dict(zip(pattern.roles, people, strict=False))),
        word=word,
        low=pattern.low,
        leads=pattern.leads,
    )


def swapped(sentence: str) -> str:
    swap = {"Alice": "Bob", "Bob": "Alice"}
    return re.sub("Alice|Bob", lambda found: swap[found[0]], sentence)


def words_of(pattern: Pattern) -> list[Word]:
    return {
        Certainty.PROBABLY: [Word.CLEAR, Word.PROBABLY],
        Certainty.EARLY: [Word.EARLY],
    }.get(pattern.needs, [Word.CLEAR])


@pytest.mark.parametrize("kind", PairType)
def test_every_finding_can_be_told_to_every_type_of_pair(kind: PairType) -> None:
    form = FORMS[kind]
    for pattern in WORDS.patterns:
        for word in words_of(pattern):
            found = example(pattern, form, word)
            said = WORDS.sentence(form, found, NAMES)
            mirrored = WORDS.sentence(form, found, NAMES.mirrored)

            assert UNSAID.search(said) is None, said
            assert said[0].isupper()
            assert said[-1] in ".?" or said.endswith("?”")
            assert len(said.split()) <= 40, said
            assert mirrored == swapped(said)


@pytest.mark.parametrize("kind", PairType)
def test_every_area_can_follow_the_word_say(kind: PairType) -> None:
    for area in FORMS[kind].areas:
        place = WORDS.place(FORMS[kind], area.id)
        assert re.match(r"(about|over|at|in) [a-z]", place), place
        assert UNSAID.search(place) is None


@pytest.mark.parametrize("kind", PairType)
def test_what_is_named_here_is_there(kind: PairType) -> None:
    form = FORMS[kind]
    areas = {a.id for one in versions(kind) for a in one.instrument.areas}

    assert set(WORDS.where[kind]) <= areas
    for pattern in WORDS.patterns:
        asked = {*pattern.when, *pattern.other}
        if pattern.over is Over.FACTS:
            assert asked <= set(form.by_id)
        else:
            assert asked <= set(MEASURES)


@pytest.mark.parametrize("kind", PairType)
def test_every_sentence_reads_well_of_every_area(kind: PairType) -> None:
    form = FORMS[kind]
    told_of_areas = [p for p in WORDS.patterns if p.over is not Over.FACTS]
    for pattern, area in product(told_of_areas, form.areas):
        found = example(pattern, form, words_of(pattern)[0])
        here = replace(found, areas=(area.id, *found.areas[1:]))
        said = WORDS.sentence(form, here, NAMES)
        assert TWICE.search(said) is None, said


def test_a_place_only_ever_follows_what_it_was_written_for() -> None:
    for told_by in WORDS.sentences.values():
        for text in told_by.texts:
            for before, place in re.findall(r"(\S+) {(where|there)}", text):
                deciding = {"say", "more", "less", "same", "{one}"}
                follows = deciding if place == "where" else {"{other}", "more"}
                assert before in follows, text


@pytest.mark.parametrize(("kind", "area"), OWN_LIFE)
def test_of_what_is_ones_own_no_finding_tells_two_anything(
    kind: PairType, area: str
) -> None:
    form = FIRST[kind]
    beside = next(one.id for one in form.areas if one.id not in OF_ONE)
    says = ((0, 4), (1, 1), (2, 2), (4, 0), (4, 4))
    for hers, his, her_wish, his_wish in product(says, says, (-1, 0, 1), (-1, 0, 1)):
        alice, bob = (
            answers_to(
                form,
                {
                    f"{area}.mine": mine,
                    f"{area}.yours": yours,
                    f"{area}.wish": wish,
                    f"{beside}.wish": 1,
                    f"{beside}.mine": yours,
                    f"{beside}.yours": mine,
                },
            )
            for (mine, yours), wish in ((hers, her_wish), (his, his_wish))
        )
        for one in told(form, picture(form, alice, bob), NAMES):
            assert area not in one.finding.areas


def test_no_finding_for_two_is_of_what_is_ones_own() -> None:
    for pattern in WORDS.patterns:
        if not pattern.alone:
            assert {*pattern.leave_out} == OF_ONE


def test_what_calls_something_good_is_guarded_in_money_and_people() -> None:
    blessing = {"all_good_as_it_is", "good_as_it_is", "step_keep", "good_for_me"}
    unequal = {"more_and_liked_so", "more_say_and_liked_so", "wishes_meet"}
    for pattern in WORDS.patterns:
        if pattern.id in blessing | unequal or "both_ways" in pattern.id:
            assert {"money", "people", *OF_ONE} <= {*pattern.guarded}


def test_what_is_ones_own_or_guarded_is_an_area_somewhere() -> None:
    forms = (*FIRST.values(), *FORMS.values())
    known = {area.id for form in forms for area in form.areas}
    guarded = {area for pattern in WORDS.patterns for area in pattern.guarded}

    assert guarded <= known
    assert {"closeness", "devices", "health", "child_life"} <= OF_ONE


def test_there_are_about_forty_patterns_for_two_and_some_for_one() -> None:
    for_two = [p for p in WORDS.patterns if not p.alone and p.card is not Card.STEP]
    plain = [p for p in for_two if p.plain]

    assert 35 <= len(for_two) - len(plain) <= 50
    assert len(plain) < 10
    assert {pattern.card for pattern in WORDS.patterns} == set(Card)


@pytest.mark.parametrize("alone", [True, False])
def test_wishes_lead_then_what_is_alike_then_what_is_not_then_steps(
    *, alone: bool
) -> None:
    order = [Card.WISH, Card.ALIKE, Card.SURPRISE, Card.STEP]
    cards = [
        order.index(pattern.card)
        for pattern in WORDS.patterns
        if pattern.alone is alone
        and not pattern.plain
        and pattern.id != "too_early_everywhere"
    ]

    assert cards == sorted(cards)


def test_what_is_plain_is_a_fact_about_both_and_tells_nobodys_low_say() -> None:
    for pattern in WORDS.patterns:
        if pattern.plain:
            assert pattern.needs is Certainty.FACT
            assert pattern.holds_for is HoldsFor.BOTH
            assert pattern.card in {Card.ALIKE, Card.SURPRISE}
            assert not pattern.low


def test_on_each_card_low_say_comes_after_all_else() -> None:
    for before, after in pairwise(p for p in WORDS.patterns if not p.alone):
        if before.card is after.card and before.low:
            assert after.low, (before.id, after.id)


def test_an_area_has_two_topics_and_no_more() -> None:
    topics = {
        pattern.topic
        for pattern in WORDS.patterns
        if pattern.over in {Over.EACH, Over.SOME} and pattern.least == 1
    }

    assert topics == {"wish", "say"}


def test_what_tells_only_of_one_person_is_a_wish_or_marked_as_low() -> None:
    for pattern in WORDS.patterns:
        if pattern.holds_for is HoldsFor.ONE and not pattern.alone:
            harmless = pattern.card in {Card.WISH, Card.STEP} or not pattern.leads
            assert harmless or pattern.low or pattern.over is Over.TWO, pattern.id


def test_a_joint_finding_rests_on_nothing_that_stays_ones_own() -> None:
    for pattern in WORDS.patterns:
        if pattern.over is Over.FACTS and not pattern.alone:
            for form in FORMS.values():
                for item in (*pattern.when, *pattern.other):
                    assert form.item(item).audience is Reach.OPEN


def test_a_type_of_pair_may_have_its_own_sentence() -> None:
    found = example(
        next(p for p in WORDS.patterns if p.id == "trust_and_backing"),
        FORMS[PairType.FRIENDS],
        Word.CLEAR,
    )

    told_to = {kind: WORDS.sentence(form, found, NAMES) for kind, form in FORMS.items()}

    assert told_to[PairType.SIBLINGS].startswith("You two stick together")
    assert told_to[PairType.PARTNERS].startswith("You can count on each other")


def test_a_name_is_only_ever_a_name() -> None:
    form = FORMS[PairType.PARTNERS]
    alice = answers_to(form, {"home.wish": 1, "home.mine": 1})
    bob = answers_to(form, {"home.wish": 0})

    (one, *_) = told(form, picture(form, alice, bob), Pair(a="{where} kim", b="%s"))

    assert one.sentence.startswith("{where} kim would like more say at home.")


def test_a_sentence_begins_with_a_capital_whoever_stands_first() -> None:
    form = FORMS[PairType.PARTNERS]
    alice = answers_to(form, {"home.wish": 1})
    bob = answers_to(form, {"home.wish": 0})

    (one, *_) = told(form, picture(form, alice, bob), Pair(a="kim", b="your partner"))

    assert one.sentence.startswith("Kim would like more say at home.")
    assert one.finding.area == "home"


@pytest.mark.parametrize(
    ("phrases", "whole"),
    [
        ([], ""),
        (["home"], "home"),
        (["home", "money"], "home and money"),
        (["family and friends", "plans"], "family and friends, and plans"),
        (["home", "money", "plans"], "home, money, and plans"),
    ],
)
def test_areas_are_joined_so_that_each_can_be_told(
    phrases: list[str], whole: str
) -> None:
    assert joined(phrases) == whole


def test_the_file_is_read_once() -> None:
    assert finding_words() is finding_words()
    assert parsed_findings(TEXT) == finding_words()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('id = "both_want_more"', "id = ", "findings: "),
        ("[[patterns]]", "[[rules]]", "patterns"),
        ('sentence = "You both want', 'phrase = "You both', "sentence"),
        ('over = "each"', 'over = "every"', "over"),
        ('holds_for = "both"', 'holds_for = "all"', "holds_for"),
        ("wish = [1, 2]", 'wish = ["1", 2]', "wish"),
        ("wish = [1, 2]", "wish = [2, 1]", "a range, not 2 to 1"),
        ("wish = [1, 2]", "wishes = [1, 2]", "expected only wish"),
        ("when = { wish = [1, 2] }", "when = {}", "at least one measure"),
        ('"good.whole" = [3, 4]', "wish = [0, 0]", "expected ids of items"),
        ('needs = "probably"\n', "", "a fact exactly where"),
        ('id = "both_want_more"', 'id = "wishes_meet"', "wishes_meet stands twice"),
        ("want more say {where}.", "want more say {there}.", "there has no meaning"),
        ("want more say {where}.", "want more say {where.", "sentence: "),
        ('clear = "clearly decides"\n', "", 'decides: expected texts for "clear"'),
        ("unless = { leans = [1, 1] }", "unless = { leans = [1, 0] }", "not 1 to 0"),
        ('"both_want_more"]', '"more_say"]', "more_say does not stand before it"),
        ('card = "wish"', 'card = "wish"\nmore = 1', "more"),
        ("[where.friends]", "[where.rivals]", "rivals"),
        ("as_it_is = ", "as_ever = ", "own.ask: expected questions"),
        ('"fine as it is" = "', '"both have a lot" = "', "own"),
        ("leads = false", "leads = 1", "bool"),
        ("plain = true", "plain = 1", "bool"),
    ],
)
def test_a_damaged_file_is_named_and_never_half_read(
    old: str, new: str, fault: str
) -> None:
    assert old in TEXT
    with pytest.raises(Unsound, match=fault):
        parsed_findings(TEXT.replace(old, new))


def test_patterns_that_are_no_tables_are_refused() -> None:
    for patterns in ("patterns = 3", "patterns = [3]"):
        with pytest.raises(Unsound, match="expected tables"):
            parsed_findings(patterns)
