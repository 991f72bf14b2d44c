"""A question on a small phone with its bars, and with nothing but keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.browser import story
from tests.browser.walk import Person, Way

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.web import pair_types

SMALL = {"width": 375, "height": 553}
LOWEST = """() => Math.max(...[...document.querySelectorAll("main .answer")].map(
  answer => answer.getBoundingClientRect().bottom))"""
FOCUSED = "() => document.activeElement.innerText.trim()"
AT_THE_QUESTION = "() => document.activeElement.tagName === 'H1'"
MOST_PRESSES = 2

Arrive = Callable[..., Person]


@pytest.mark.parametrize("kind", PairType)
def test_all_answers_are_in_sight_on_a_small_phone(
    person: Arrive, kind: PairType
) -> None:
    alice = person(f"Alice, small, {kind}")
    alice.page.set_viewport_size(SMALL)
    story.begin_alone(alice)
    alice.go("/whom/").press(str(pair_types.NAMES[kind]))
    pages = list(content(kind).instrument.pages)
    longest = sorted(pages, key=lambda one: len(one.text))[-6:]
    for page in {*longest, pages[-1]}:
        alice.go(f"{alice.sheet}short/{pages.index(page) + 1}/")
        assert alice.page.evaluate("scrollY") == 0
        assert alice.page.evaluate(LOWEST) <= SMALL["height"], page.text


def test_one_key_answers(person: Arrive) -> None:
    alice = person("Alice at the numbers", Way.KEYBOARD)
    story.begin_alone(alice)
    first = alice.path
    alice.page.wait_for_function(AT_THE_QUESTION)
    with alice.page.expect_navigation():
        alice.page.keyboard.press("3")
    assert alice.path == f"{alice.sheet}short/2/"
    alice.go(first)
    assert "Some\nyour answer" in alice.text
    for key in ("7", "Control+1", "q"):
        alice.page.keyboard.press(key)
    assert alice.path == first


@pytest.mark.parametrize("way", [Way.KEYBOARD, Way.NO_SCRIPT])
def test_without_script_too_the_fifth_answer_takes_one_press(
    person: Arrive, way: Way
) -> None:
    """By the access key of each answer: Alt and its number, with Shift in Firefox."""
    alice = person(f"Alice at the fifth {way}", way)
    story.begin_alone(alice)
    first = alice.path
    # As a real keyboard sends it: Playwright leaves out which sign the key bears.
    tab = alice.page.context.new_cdp_session(alice.page)
    key = {"key": "5", "code": "Digit5", "modifiers": 1, "unmodifiedText": "5"}
    with alice.page.expect_navigation():
        for kind in ("rawKeyDown", "char"):
            tab.send("Input.dispatchKeyEvent", {"type": kind, "text": "5", **key})
    assert alice.path == f"{alice.sheet}short/2/"
    assert "your answer" in alice.go(first).page.locator(".answer").nth(4).inner_text()


def test_keys_mean_nothing_away_from_the_question(person: Arrive) -> None:
    alice = person("Alice at the foot", Way.KEYBOARD)
    story.begin_alone(alice)
    first = alice.path
    alice.tab_to(alice.find("link", "Learn"))
    alice.page.keyboard.press("3")
    assert alice.path == first


def test_without_script_the_first_tab_is_the_first_answer(person: Arrive) -> None:
    """Nobody meets *Leave this page* by habit; one step back leaves at once."""
    alice = person("Alice without script", Way.NO_SCRIPT)
    story.begin_alone(alice)
    alice.page.wait_for_function(AT_THE_QUESTION)
    seen = []
    for _ in range(MOST_PRESSES):
        alice.page.keyboard.press("Tab")
        seen.append(alice.page.evaluate(FOCUSED))
    assert [one.partition("\n")[0] for one in seen] == ["None", "A little"]
    with alice.page.expect_navigation():
        alice.page.keyboard.press("Enter")
    assert alice.path == f"{alice.sheet}short/2/"
    alice.page.keyboard.press("Shift+Tab")
    with alice.page.expect_navigation():
        alice.page.keyboard.press("Enter")
    assert alice.path == "/left/"
