"""Rules that hold for the forms of all types of pair."""

from __future__ import annotations

from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.content.reading import BANNED, OF_PARTNERS, long_sentences

from coequal.content.load import Content, content
from coequal.core.people import PairType
from coequal.core.see.answers import NA, SKIP, Answers, answers_to
from coequal.core.see.instrument import GUESS, ChapterName, Item, Reach
from coequal.core.see.picture import picture
from coequal.core.see.words import Word
from coequal.web.see.joint_picture import ROWS_PUT_IN

FACETS = ("mine", "yours", "wish", "who")
OUTSIDE_THE_AREAS = {
    "process": 6,
    "trust": 2,
    "heard": 1,
    "guess": 1,
    "carry": 3,
    "factors": 6,
    "good": 4,
}

every_type = pytest.mark.parametrize("kind", PairType)


def texts(shipped: Content) -> list[str]:
    """Return everything people of one type of pair read."""
    form = shipped.instrument
    pages = [page for chapter in form.chapters for page in chapter.pages]
    found = [text for item in form.items for text in (item.text, item.short, item.hint)]
    found += [label for item in form.items for label in item.labels]
    found += [text for part in form.parts for text in (part.title, part.about)]
    found += [text for one in form.chapters for text in (one.title, one.about)]
    found += [text for page in pages for text in (page.title, page.text, page.hint)]
    found += [*shipped.words.values(), *shipped.sentences.difference.values()]
    found += [*shipped.limits.values(), *shipped.lines.values()]
    return sorted(set(found))


def value_of(item: Item) -> st.SearchStrategy[int | str]:
    return st.one_of(st.integers(item.min, item.max), st.sampled_from([NA, SKIP]))


def answers(kind: PairType) -> st.SearchStrategy[Answers]:
    form = content(kind).instrument
    asked = {item.id: value_of(item) for item in form.items}
    return st.fixed_dictionaries({}, optional=asked).map(
        lambda given: answers_to(form, given)
    )


@every_type
def test_each_type_has_its_own_form(kind: PairType) -> None:
    form = content(kind).instrument

    assert (form.pair, form.name, form.version) == (kind, "short", 2)
    assert form.constants == content(PairType.PARTNERS).instrument.constants


@every_type
def test_the_short_form_asks_area_by_area_then_the_rest_and_last_for_a_guess(
    kind: PairType,
) -> None:
    form = content(kind).instrument
    asked = sum(len(area.open_ids) for area in form.areas[:5])

    assert len(form.pages) == asked + 9 + 1 <= 30
    assert {len(page.items) for page in form.pages} == {1}
    assert form.pages[-1].id == GUESS


@every_type
def test_there_are_eight_to_ten_areas_five_of_them_in_the_short_form(
    kind: PairType,
) -> None:
    areas = content(kind).instrument.areas

    assert 8 <= len(areas) <= 10
    assert [area.chapter for area in areas[:5]] == [ChapterName.SHORT] * 5
    assert {area.chapter for area in areas[5:]} == {ChapterName.MORE}
    assert len({area.title for area in areas}) == len(areas)


@every_type
def test_further_chapters_have_a_page_an_item(kind: PairType) -> None:
    form = content(kind).instrument

    more = [item for area in form.areas[5:] for item in area.open_ids]
    assert [page.items for page in form.chapter("more").pages] == [(i,) for i in more]
    assert [page.id for page in form.chapter("good").pages] == [
        "good.glad",
        "good.close",
        "good.light",
        "good.whole",
    ]


@every_type
def test_every_item_is_on_one_page_of_its_chapter_and_in_one_part(
    kind: PairType,
) -> None:
    form = content(kind).instrument
    ids = sorted(item.id for item in form.items)

    assert len(set(ids)) == len(ids)
    in_parts = [id_ for part in form.parts for id_ in part.items]
    assert sorted([*in_parts, GUESS]) == ids
    for chapter in form.chapters:
        assert [id_ for page in chapter.pages for id_ in page.items] == [
            item.id for item in form.items if item.chapter is chapter.id
        ]
    for part in form.parts:
        assert {form.item(id_).chapter for id_ in part.items} == {part.chapter}


@every_type
def test_all_parts_but_one_fit_into_the_rows_that_are_put_in(kind: PairType) -> None:
    assert len(content(kind).instrument.parts) - 1 <= ROWS_PUT_IN


@every_type
def test_each_area_asks_for_my_say_your_say_a_wish_and_who_decides_more(
    kind: PairType,
) -> None:
    form = content(kind).instrument

    for area in form.areas:
        assert area.open_ids == tuple(f"{area.id}.{facet}" for facet in FACETS)
        for asked in (area.mine, area.yours):
            assert (form.item(asked).min, form.item(asked).max) == (0, 4)
        assert (form.item(area.wish).min, form.item(area.wish).max) == (-2, 2)


@every_type
def test_who_decides_more_is_asked_from_the_other_to_oneself(kind: PairType) -> None:
    form = content(kind).instrument
    asked = [form.item(area.who) for area in form.areas if area.who]
    other = content(kind).lines["other"].removeprefix("your ")

    for item in asked:
        assert item.text.startswith("Who decides more about ")
        assert (item.min, item.max, item.audience) == (0, 4, Reach.OPEN)
        first, second, even, fourth, last = item.labels
        assert other in first.lower()
        assert other in second.lower()
        assert even == "About the same"
        assert (fourth, last) == ("Me, a little", "Clearly me")
    assert len({item.text for item in asked}) == len(asked)


@every_type
def test_all_types_are_asked_the_same_outside_the_areas(kind: PairType) -> None:
    others, partners = (
        {
            item.id: (item.block, item.audience, item.min, item.max)
            for item in content(one).instrument.items
            if item.area is None
        }
        for one in (kind, PairType.PARTNERS)
    )
    blocks = [block for block, *_ in others.values()]

    assert others == partners
    assert {block: blocks.count(block) for block in blocks} == OUTSIDE_THE_AREAS


NEVER_OPENED = ("home is", "papers", "right to stay", "health", "strength", "decide on")


@every_type
def test_what_tips_the_scales_mirrors_and_leaves_out_what_could_be_turned_against_one(
    kind: PairType,
) -> None:
    form = content(kind).instrument
    asked = [page.id for page in form.chapter("factors").pages]
    items = [form.item(one) for one in asked]

    names = ("time", "money", "standing", "knowledge", "care", "roles")
    assert asked == [f"factors.{name}" for name in names]
    assert {(item.min, item.max, item.audience) for item in items} == {
        (-1, 1, Reach.OPEN)
    }
    assert not [
        item.id for item in items for word in NEVER_OPENED if word in item.text.lower()
    ]


@every_type
def test_what_stays_ones_own_says_so(kind: PairType) -> None:
    items = content(kind).instrument.items
    own = {item.id: item for item in items if item.audience is Reach.OWN}

    assert {"process.give_in", "process.say_no"} <= set(own)
    for item in own.values():
        assert "stays in your own picture" in item.hint


@every_type
def test_every_scale_names_each_of_its_steps(kind: PairType) -> None:
    for item in content(kind).instrument.items:
        assert len(item.labels) == item.max - item.min + 1


@every_type
def test_nothing_here_scolds_grades_genders_or_asks_about_fear(kind: PairType) -> None:
    read = texts(content(kind))

    assert [text for text in read if text.strip() != text or not text] == []
    assert [text for text in read if BANNED.search(text)] == []


@pytest.mark.parametrize("planted", ["They win", "You should", "Her say", "Fear", "!"])
def test_a_planted_word_that_scolds_grades_or_genders_is_caught(planted: str) -> None:
    assert BANNED.search(planted)


@every_type
def test_no_sentence_is_long(kind: PairType) -> None:
    assert [one for text in texts(content(kind)) for one in long_sentences(text)] == []


@pytest.mark.parametrize("kind", PairType)
def test_an_apostrophe_is_always_the_typographic_one(kind: PairType) -> None:
    form = content(kind).instrument
    told = [text for item in form.by_id.values() for text in (item.text, item.short)]
    assert not [text for text in told if "'" in text]


def test_a_planted_long_sentence_is_caught() -> None:
    assert long_sentences("A word. " + "and then " * 12 + "it ends.")
    assert not long_sentences("Twelve words and then a full stop. " * 5)


@pytest.mark.parametrize("kind", [one for one in PairType if one != "partners"])
def test_only_partners_are_called_partners_or_a_couple(kind: PairType) -> None:
    own = (files("coequal.content") / "en" / f"{kind}.toml").read_text("utf-8")

    assert OF_PARTNERS.findall(own) == []
    assert [text for text in texts(content(kind)) if OF_PARTNERS.search(text)] == []


@pytest.mark.parametrize(
    "planted", ["Partner", "your partner’s", "a couple of days", "COUPLES", "partners"]
)
def test_a_planted_partner_or_couple_is_caught(planted: str) -> None:
    assert OF_PARTNERS.search(planted)


def test_each_type_has_words_of_its_own() -> None:
    for asked in ("other", "others_say"):
        assert len({content(kind).lines[asked] for kind in PairType}) == len(PairType)
    titles = [{area.title for area in content(k).instrument.areas} for k in PairType]
    for one, other in pairwise(titles):
        assert len(one & other) <= 2


@every_type
def test_the_two_names_have_their_places(kind: PairType) -> None:
    shipped = content(kind)

    for sentence in shipped.sentences.difference.values():
        assert sentence.format(more="Alice", sure="probably")
    assert "{more}" in shipped.sentences.difference[Word.CLEAR]
    assert "{sure}" in shipped.sentences.difference[Word.SAME]
    assert "{more}" in shipped.sentences.overall


@every_type
@given(data=st.data())
def test_exchanging_the_two_mirrors_their_picture(
    kind: PairType, data: st.DataObject
) -> None:
    form = content(kind).instrument
    alice, bob = data.draw(answers(kind)), data.draw(answers(kind))

    ours, theirs = picture(form, alice, bob), picture(form, bob, alice)

    for one, other in zip(ours.domains, theirs.domains, strict=True):
        assert other.level == one.level.mirrored
        assert other.wish == one.wish.mirrored
        assert other.gap == one.gap.mirrored
        assert other.word is one.word
    for facet in ("process", "trust", "heard", "carry", "factors", "good"):
        assert [fact.said for fact in getattr(theirs, facet)] == [
            fact.said.mirrored for fact in getattr(ours, facet)
        ]
    assert (ours.agree_on, ours.absent) == (theirs.agree_on, theirs.absent)


@every_type
def test_a_whole_form_is_drawn_with_every_area_and_how_good_it_is(
    kind: PairType,
) -> None:
    form = content(kind).instrument
    most = answers_to(form, {item.id: item.max for item in form.items})

    drawn = picture(form, most, most)

    assert [domain.id for domain in drawn.domains] == [area.id for area in form.areas]
    for facet in ("carry", "factors", "good"):
        drawn_ids = [fact.id for fact in getattr(drawn, facet)]
        assert drawn_ids == list(form.part(facet).open_ids)
    assert drawn.absent == ()


@every_type
def test_who_carries_what_is_work_and_no_part_of_the_say(kind: PairType) -> None:
    """Whoever does all of it need not decide anything: the model never reads it."""
    form = content(kind).instrument
    asked = [form.item(one) for one in form.part("carry").open_ids]
    me = answers_to(form, {one.id: 1 for one in asked} | {"good.light": 4})
    them = answers_to(form, {one.id: -1 for one in asked} | {"good.light": 4})

    assert {one.labels[1:] for one in asked} == {("About the same", "Me")}
    assert all(one.text.startswith("Who ") for one in asked)
    drawn = picture(form, me, them)
    assert [fact.said.a for fact in drawn.carry] == [1, 1, 1]
    assert (drawn.domains, drawn.overall, drawn.agree_on) == ((), None, ())


@every_type
def test_an_area_asks_about_deciding_and_of_one_thing_four_times(
    kind: PairType,
) -> None:
    form = content(kind).instrument
    for area in form.areas:
        mine, yours, wish = (form.item(i) for i in (area.mine, area.yours, area.wish))
        _how, thing = mine.text.removesuffix("?").split("do you have ")
        assert yours.text.endswith(f"have {thing}?")
        assert wish.text == f"Would you like more or less say {thing}?"
        assert mine.labels[-1] == "The final word"
        assert wish.labels[2] == "Fine as it is"


@every_type
def test_a_feeling_is_rated_by_how_strong_it_is(kind: PairType) -> None:
    form = content(kind).instrument
    felt = ("heard.content", "good.glad", "good.close", "good.whole")
    for item in form.items:
        assert (item.labels[-1] == "Very") is (item.id in felt), item.id
    assert form.item(felt[0]).labels[0] == "Not at all"


@every_type
def test_to_say_no_hardly_ever_is_an_answer_too(kind: PairType) -> None:
    asked = content(kind).instrument.item("process.say_no")

    assert "hardly ever say no, say that it doesn’t apply" in asked.hint
