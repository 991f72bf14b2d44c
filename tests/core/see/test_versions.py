"""By which form answers are read, when there are several versions of it."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coequal.content.load import content
from coequal.core.people import Pair, PairType
from coequal.core.see.answers import NA, SKIP, Answers, Value, answers_to
from coequal.core.see.fold import next_page
from coequal.core.see.instrument import ChapterName, Instrument
from coequal.core.see.picture import picture
from coequal.core.see.versions import (
    ReadBy,
    asks_more,
    finished,
    form_for,
    in_the_words_of,
    named,
    new_pages,
    read,
    together,
)

FORM: Final = content(PairType.PARTNERS).instrument
SHORT: Final = [item.id for item in FORM.items if item.chapter is ChapterName.SHORT]
MORE: Final = [item.id for item in FORM.items if item.chapter is ChapterName.MORE]
AREA: Final = FORM.areas[1]


def reworded(form: Instrument, *items: str) -> Instrument:
    """Return the next version of a form, in which these items have other words."""
    by_id = {
        item.id: replace(item, revision=item.revision + (item.id in items))
        for item in form.items
    }
    return replace(form, version=form.version + 1, by_id=MappingProxyType(by_id))


def dropped(form: Instrument, item: str) -> Instrument:
    """Return the next version of a form, without the page of one item."""
    by_id = {one.id: one for one in form.items if one.id != item}
    chapters = tuple(
        replace(one, pages=tuple(page for page in one.pages if page.id != item))
        for one in form.chapters
    )
    parts = tuple(
        replace(
            one,
            items=tuple(each for each in one.items if each != item),
            open_ids=tuple(each for each in one.open_ids if each != item),
        )
        for one in form.others
    )
    return replace(
        form,
        version=form.version + 1,
        by_id=MappingProxyType(by_id),
        chapters=chapters,
        others=parts,
    )


def said(form: Instrument, items: list[str], value: int = 1) -> dict[str, Value]:
    """Answers by wording to some items of a form."""
    found = (form.item(one) for one in items)
    return {one.wording: min(max(value, one.min), one.max) for one in found}


def test_an_answer_counts_in_every_form_that_asks_the_same_words() -> None:
    newer = reworded(FORM, "home.mine")
    answers = {"home.mine": 3, "home.yours": 2, "money.mine": SKIP}
    given = {FORM.item(one).wording: value for one, value in answers.items()}

    assert read(FORM, given).given == answers
    assert read(newer, given).given == {"home.yours": 2, "money.mine": SKIP}
    assert read(newer, {newer.item("home.mine").wording: 1}).given == {"home.mine": 1}
    assert read(FORM, {newer.item("home.mine").wording: 1}).given == {}


def test_a_value_that_the_wording_does_not_allow_is_not_answered() -> None:
    assert read(FORM, {"home.mine@2": 9, "home.yours@2": "5", "gone.x": 1}).given == {}


@given(data=st.data())
def test_reading_what_was_named_gives_it_back(data: st.DataObject) -> None:
    form = reworded(FORM, *data.draw(st.sets(st.sampled_from(SHORT))))
    answers = data.draw(answers_of(form))

    assert read(form, named(form, answers)) == answers


def answers_of(form: Instrument) -> st.SearchStrategy[Answers]:
    asked = {
        item.id: st.one_of(st.integers(item.min, item.max), st.sampled_from([NA, SKIP]))
        for item in form.items
    }
    return st.fixed_dictionaries({}, optional=asked).map(
        lambda values: answers_to(form, values)
    )


def test_nobody_who_has_answered_nothing_reads_an_old_form() -> None:
    assert form_for([reworded(FORM, "home.mine"), FORM], {}).version == FORM.version + 1


def test_what_somebody_was_through_with_stands_until_they_have_seen_what_is_new() -> (
    None
):
    newer = reworded(FORM, "home.mine", "trust.word")
    answers = said(FORM, SHORT)
    new = new_pages(newer, FORM, answers)

    assert form_for([newer, FORM], answers) is FORM
    assert [page.id for page in new] == ["home.mine", "trust.word"]
    one_more = answers | said(newer, ["home.mine"])
    assert form_for([newer, FORM], one_more) is FORM
    assert [page.id for page in new_pages(newer, FORM, one_more)] == ["trust.word"]
    all_of_it = one_more | said(newer, ["trust.word"])
    assert form_for([newer, FORM], all_of_it) is newer
    assert new_pages(newer, newer, all_of_it) == ()


def test_a_form_that_only_drops_a_question_asks_nothing() -> None:
    newer = dropped(FORM, "heard.content")
    answers = said(FORM, SHORT)

    assert form_for([newer, FORM], answers) is newer
    assert not asks_more(newer, FORM)


def test_who_has_caught_up_once_never_falls_back_behind_it() -> None:
    """Even where an older form counts more of the answers."""
    second = dropped(dropped(FORM, "heard.content"), "trust.backed")
    third = reworded(second, "home.mine")
    answers = said(FORM, SHORT)

    assert len(read(FORM, answers).given) > len(read(second, answers).given)
    assert form_for([third, second, FORM], answers) is second


def test_who_was_not_through_goes_on_with_the_form_that_most_answers_count_for() -> (
    None
):
    newer = reworded(FORM, "home.mine", "home.yours")
    few = said(FORM, ["home.mine", "home.yours", "home.wish"])

    assert form_for([newer, FORM], few) is FORM
    assert new_pages(newer, FORM, few) == ()
    again = few | said(newer, ["home.mine", "home.yours"])
    assert form_for([newer, FORM], again) is newer


def test_a_chapter_asks_anew_only_who_was_through_with_it() -> None:
    newer = reworded(FORM, MORE[0])
    short, all_of_it = said(FORM, SHORT), said(FORM, [*SHORT, *MORE])

    assert form_for([newer, FORM], short) is newer
    assert form_for([newer, FORM], all_of_it) is FORM
    assert finished(FORM, all_of_it) == {ChapterName.SHORT, ChapterName.MORE}
    (page,) = new_pages(newer, FORM, all_of_it)
    assert page.id == MORE[0]


def test_a_form_asks_more_only_by_what_may_open_in_the_short_form() -> None:
    own = "process.give_in"

    assert asks_more(reworded(FORM, "home.mine"), FORM)
    assert not asks_more(reworded(FORM, own), FORM)
    assert not asks_more(reworded(FORM, MORE[0]), FORM)
    assert not asks_more(FORM, FORM)


VERSIONS: Final = st.lists(
    st.sets(st.sampled_from([*SHORT, *MORE]), max_size=9), min_size=1, max_size=3
)


@given(changes=VERSIONS, data=st.data())
def test_whoever_finished_a_form_never_loses_a_finished_picture(
    changes: list[set[str]], data: st.DataObject
) -> None:
    forms = [FORM]
    answers = said(FORM, SHORT, data.draw(st.integers(0, 4)))
    for items in changes:
        forms.insert(0, reworded(forms[0], *items))
        anew = data.draw(st.sets(st.sampled_from(sorted({*items, *SHORT[:2]}))))
        answers |= said(forms[0], sorted(anew), 2)

    found = form_for(forms, answers)
    assert next_page(found, read(found, answers)) is None
    shuffled = dict(data.draw(st.permutations(sorted(answers.items(), key=str))))
    assert form_for(forms, shuffled) is found
    # With the new questions answered it is the newest form, whatever was before.
    rest = {item for page in new_pages(forms[0], found, answers) for item in page.items}
    caught_up = answers | said(forms[0], sorted(rest))
    assert form_for(forms, caught_up) is forms[0]


@given(changes=VERSIONS, data=st.data())
def test_two_forms_together_mirror_and_count_only_what_both_asked_alike(
    changes: list[set[str]], data: st.DataObject
) -> None:
    newer = FORM
    for items in changes:
        newer = reworded(newer, *items)
    a = ReadBy(form=FORM, answers=data.draw(answers_of(FORM)))
    b = ReadBy(form=newer, answers=data.draw(answers_of(newer)))

    form, both = together(a, b)
    other, turned = together(b, a)
    assert form is other is newer
    assert turned == both.mirrored
    alike = {item.id for item in FORM.items if item == newer.item(item.id)}
    for one, whole in ((both.a, a.answers), (both.b, b.answers)):
        assert one.given == {k: v for k, v in whole.given.items() if k in alike}
    drawn = picture(form, both.a, both.b)
    mirror = picture(form, turned.a, turned.b)
    assert [one.said for one in mirror.domains] == [
        Pair(a=one.said.b.mirrored, b=one.said.a.mirrored) for one in drawn.domains
    ]
    assert [one.level for one in mirror.domains] == [
        one.level.mirrored for one in drawn.domains
    ]


@pytest.mark.parametrize("forms", [(FORM, FORM), (FORM, replace(FORM))])
def test_of_one_version_all_counts(forms: tuple[Instrument, Instrument]) -> None:
    a, b = (
        ReadBy(form=form, answers=answers_to(form, {"home.mine": value}))
        for form, value in zip(forms, (1, 4), strict=True)
    )

    _, both = together(a, b)

    assert both == Pair(a=a.answers, b=b.answers)


def test_an_earlier_picture_is_compared_in_the_words_of_the_later() -> None:
    newer = reworded(FORM, "home.mine")
    before = answers_to(FORM, {"home.mine": 1, "home.yours": 2})

    assert in_the_words_of(newer, FORM, before).given == {"home.yours": 2}
