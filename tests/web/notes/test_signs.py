"""Signs and tilts: ticked page by page, shown back, and never judged."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from tests.web.cast import Person, heading_of, html_of, main_of
from tests.web.notes.acts import (
    AT,
    go,
    leaf_of,
    reply,
    tick,
    tilt,
    unlock,
)

from coequal.content import notes as content
from coequal.content.guides import library

GROUPS = content.signs().groups
CALM = "made for people who can each say no without fear"
VERDICT = re.compile(
    r"\bsafe\b|abus|violen|\btype\b|\brisk|danger level|\d+ (?:of|out of)|per ?cent|%"
    r"|result|\bscore|\btotal|toxic|warning",
    re.IGNORECASE,
)


@pytest.fixture
def inside(carol: Person) -> Person:
    unlock(carol)
    return carol


def checked(page: HttpResponse) -> set[str]:
    found = re.findall(r'name="([\w-]+)" value="(\w+)" checked', html_of(page))
    return {f"{name}={value}" for name, value in found}


def selected(page: HttpResponse) -> list[str]:
    return re.findall(r'value="(\w+)" selected', html_of(page))


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.id)
def test_each_page_asks_its_signs_with_every_answer(
    inside: Person, group: content.Group
) -> None:
    page = go(inside, f"group/{group.id}")
    assert heading_of(page) == group.title
    html = html_of(page)
    for sign in group.signs:
        assert html.count(f'name="often-{sign.id}"') == 6
        assert f'name="since-{sign.id}"' in html
        assert f'name="lately-{sign.id}"' in html
    assert checked(page) == set()
    assert html.count('value="save"') == 1


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.id)
def test_each_page_leads_to_the_guides_about_its_signs(
    inside: Person, group: content.Group
) -> None:
    before = guides_of(go(inside, f"group/{group.id}"))
    about = {one.slug for sign in group.signs for one in library().for_sign(sign.id)}
    assert about
    assert before == about
    tick(inside, group.id, **{group.signs[0].id: "often"})
    assert guides_of(go(inside, f"group/{group.id}")) == about


def test_what_gives_an_edge_leads_to_the_guides_about_it(inside: Person) -> None:
    factors = content.factors().factors
    about = {one.slug for it in factors for one in library().for_factor(it.id)}
    assert guides_of(go(inside, "tilts")) == about


def guides_of(page: HttpResponse) -> set[str]:
    """Return the guides that a page leads to beside those of its frame."""
    return set(re.findall(r'href="/learn/([a-z-]+)/"', html_of(page)))


def test_one_save_a_page_leads_through_all_of_them(inside: Person) -> None:
    page = go(inside, f"group/{GROUPS[0].id}")
    for group in GROUPS:
        assert heading_of(page) == group.title
        page = inside.post(AT, do="save", leaf=leaf_of(page))
    assert heading_of(page) == "What I ticked"
    assert "That doesn’t mean that all is well. You know best." in main_of(page)


def test_what_was_ticked_stands_there_again_and_can_be_changed(inside: Person) -> None:
    tick(inside, "devices", reads="often months more", floods="never", tracks="skip")
    page = go(inside, "group/devices")
    assert checked(page) == {
        "often-reads=often",
        "often-floods=never",
        "often-tracks=skip",
    }
    assert selected(page) == ["months", "more"]
    tick(inside, "devices", reads="once")
    assert checked(go(inside, "group/devices")) == {"often-reads=once"}
    tick(inside, "devices")
    assert checked(go(inside, "group/devices")) == set()


def test_it_is_shown_back_in_ones_own_answers_and_with_what_services_say(
    inside: Person,
) -> None:
    tick(inside, "guilt", sorry="often years less", not_so="never", sacrifice="na")
    page = main_of(go(inside, "told"))
    assert "Do you say sorry for things you didn’t do, to keep the peace?" in page
    assert "Often, for years, less lately" in page
    assert "remember didn’t happen" not in page
    guilt = next(group for group in GROUPS if group.id == "guilt")
    assert guilt.serious in page
    assert [group.id for group in GROUPS if group.serious in page] == ["guilt"]
    assert "what helplines and other services ask people to take seriously" in page
    assert CALM not in page


HARD = [group for group in GROUPS if any(sign.stop for sign in group.signs)]


@pytest.mark.parametrize("group", HARD, ids=lambda group: group.id)
def test_each_stop_sign_leads_to_one_calm_text_and_only_there(
    inside: Person, group: content.Group
) -> None:
    elsewhere = ("doors", "signs", f"group/{group.id}", "tilts", "topics", "stepping")
    for sign in (one.id for one in group.signs if one.stop):
        after = tick(inside, group.id, **{sign: "once"})
        assert CALM not in main_of(after) or heading_of(after) == "What I ticked"
        assert CALM in main_of(go(inside, "told")), sign
    assert [to for to in elsewhere if CALM in main_of(go(inside, to))] == []
    tick(inside, group.id, **{one.id: "never" for one in group.signs})
    assert CALM not in main_of(go(inside, "told"))


STRANGLED = "see a doctor today, even if you feel fine"


def test_hands_round_the_neck_come_first_and_in_a_sentence_of_their_own(
    inside: Person,
) -> None:
    tick(inside, "guilt", sorry="often")
    assert STRANGLED not in main_of(go(inside, "told"))
    tick(inside, "threats", throat="once")
    html = html_of(go(inside, "told"))
    assert html.count(STRANGLED) == 1
    assert html.index(STRANGLED) < html.index(CALM)
    sentence = re.search(rf"<p>([^<]*{STRANGLED}[^<]*)</p>", html)
    assert sentence
    assert "small" not in sentence[0]
    tick(inside, "threats", throat="never")
    assert STRANGLED not in main_of(go(inside, "told"))


def test_it_stands_beside_the_question_for_everybody(inside: Person) -> None:
    assert STRANGLED in main_of(go(inside, "group/threats"))


def test_one_sign_of_any_page_leads_to_people_who_can_help(inside: Person) -> None:
    """Which sign of which page it is makes no difference to what stands below."""
    for group in (GROUPS[0], GROUPS[4], GROUPS[-1]):
        sign = group.signs[-1]
        tick(inside, group.id, **{sign.id: "once"})
        told = html_of(go(inside, "told")).partition("<main")[2]
        assert 'href="/start-here/"' in told.partition("</main>")[0], sign.id
        tick(inside, group.id)


OWN_ACTS = next(one for one in content.questions().topics if one.own_acts)
CAREFUL = content.questions().careful


def test_whoever_ticked_a_stop_sign_or_fear_is_asked_nothing_of_their_own_acts(
    inside: Person,
) -> None:
    """Each sign of fear, and a stop sign of some pages; which they are, is content."""
    spared = content.signs().careful
    for group in (one for one in GROUPS if one.id in {"fear", "danger", "cared_for"}):
        signs = [one.id for one in group.signs if one.id in spared]
        for sign in signs if group.careful else signs[:1]:
            tick(inside, group.id, **{sign: "once"})
            page = main_of(go(inside, "topic/own_acts"))
            assert [one for one in OWN_ACTS.questions if one in page] == [], sign
            assert all(one in page for one in CAREFUL.questions), sign
            assert CAREFUL.text in page
        tick(inside, group.id)


def test_the_guide_for_whoever_has_more_say_is_folded_for_whoever_is_careful(
    inside: Person,
) -> None:
    tick(inside, "fear", eggshells="once")
    folded = html_of(go(inside, "stepping"))
    assert folded.index(CAREFUL.text) < folded.index("<details>")
    assert folded.index("<details>") < folded.index("Stepping back")


def test_everybody_else_is_asked_with_the_same_line_above(inside: Person) -> None:
    tick(inside, "guilt", sorry="often")
    tick(inside, "fear", eggshells="never", step="skip")
    page = main_of(go(inside, "topic/own_acts"))
    assert all(one in page for one in OWN_ACTS.questions)
    assert page.index(CAREFUL.text) < page.index(OWN_ACTS.questions[0])
    stepping = html_of(go(inside, "stepping"))
    assert stepping.index(CAREFUL.text) < stepping.index("Stepping back")
    assert "<details>" not in stepping.partition("<main")[2]


def test_what_was_written_there_before_is_still_there(inside: Person) -> None:
    reply(inside, "own_acts", "I shouted on Sunday.")
    tick(inside, "fear", leaving="often")
    assert "I shouted on Sunday." in main_of(go(inside, "topic/own_acts"))


def test_with_everything_ticked_there_is_still_no_verdict(inside: Person) -> None:
    for group in GROUPS:
        tick(inside, group.id, **{sign.id: "often years more" for sign in group.signs})
    page = go(inside, "told")
    assert [found[0] for found in VERDICT.finditer(main_of(page))] == []
    inner = html_of(page).partition("<main")[2]
    assert inner.count("<svg") == 1  # the arrow of the way back


def test_the_lists_are_the_same_whatever_was_ticked(inside: Person) -> None:
    before = [main_of(go(inside, to)) for to in ("doors", "signs", "topics")]
    tick(inside, "threats", throat="often")
    tilt(inside, money="other")
    assert [main_of(go(inside, to)) for to in ("doors", "signs", "topics")] == before


def test_tilts_are_kept_changed_and_cleared(inside: Person) -> None:
    page = tilt(inside, money="other", time="skip", wanting="mine")
    assert heading_of(page) == "Notes"
    assert checked(go(inside, "tilts")) == {
        "tilt-money=other",
        "tilt-time=skip",
        "tilt-wanting=mine",
    }
    tilt(inside, money="even")
    assert checked(go(inside, "tilts")) == {"tilt-money=even"}
    tilt(inside)
    assert checked(go(inside, "tilts")) == set()


@pytest.mark.parametrize(
    "fields", [{"often-reads": "always"}, {"often-reads": "once", "since-reads": "x"}]
)
def test_what_no_form_offers_changes_nothing(
    inside: Person, fields: dict[str, str]
) -> None:
    tick(inside, "devices", reads="never")
    leaf = leaf_of(go(inside, "group/devices"))
    assert inside.post(AT, do="save", leaf=leaf, **fields).status_code == 403
    assert checked(go(inside, "group/devices")) == {"often-reads=never"}


def test_a_sign_of_another_page_is_not_taken(inside: Person) -> None:
    tick(inside, "devices", throat="often")
    assert "You haven’t ticked anything" in main_of(go(inside, "told"))


def test_the_guide_leads_to_people_who_listen(inside: Person) -> None:
    page = go(inside, "stepping")
    guide = content.stepping_back()
    assert heading_of(page) == guide.title
    for part in guide.parts:
        assert part.title in main_of(page)
    assert 'href="/start-here/"' in html_of(page)
