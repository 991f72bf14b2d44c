"""Before something that was typed is left behind, the page asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import pytest
from playwright.sync_api import Dialog
from tests.browser import settling
from tests.browser.leaving import go_back
from tests.browser.walk import Person

Arrive = Callable[..., Person]
FIELD: Final = "I suggest"
WORDS: Final = "Friday at eight, at the kitchen table."


@contextmanager
def asked(person: Person, *, leave: bool) -> Iterator[list[str]]:
    """What a page asks meanwhile, and whether somebody then leaves it."""
    questions: list[str] = []

    def answer(dialog: Dialog) -> None:
        questions.append(dialog.type)
        (dialog.accept if leave else dialog.dismiss)()

    person.page.on("dialog", answer)
    yield questions
    person.page.remove_listener("dialog", answer)


@pytest.fixture
def two(person: Arrive, request: pytest.FixtureRequest) -> tuple[Person, Person]:
    name = request.node.name
    alice, bob = person(f"Alice {name}"), person(f"Bob {name}")
    settling.pair(alice, bob)
    return alice, bob


def write_an_evening(person: Person) -> str:
    """Type where the two would meet, and send nothing."""
    person.go(f"/us/{person.path.split('/')[2]}/evening/")
    person.write(FIELD, WORDS)
    return person.path


def typed(person: Person) -> str:
    return person.page.get_by_label(FIELD, exact=True).input_value()


def test_a_tap_on_the_bar_and_back_ask_first(two: tuple[Person, Person]) -> None:
    alice, _ = two
    where = write_an_evening(alice)
    with asked(alice, leave=False) as questions:
        alice.find("link", "Us").click()
        assert questions == ["confirm"]
        alice.page.evaluate("history.back()")
        alice.page.wait_for_timeout(300)
        assert questions == ["confirm", "beforeunload"]
    assert (alice.path, typed(alice)) == (where, WORDS)
    with asked(alice, leave=True) as questions:
        alice.follow("Us")
        assert questions == ["confirm"]
    assert alice.path == "/us/"


def test_leaving_quickly_and_sending_ask_nothing(two: tuple[Person, Person]) -> None:
    alice, bob = two
    for each in two:
        with asked(each, leave=False) as questions:
            write_an_evening(each)
            if each is alice:
                each.press("Leave quickly")
                assert go_back(each.page) == []
            else:
                with each.page.expect_navigation():
                    each.page.keyboard.press("Enter")
            assert questions == []
    assert WORDS in bob.text
