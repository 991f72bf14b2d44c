"""How Alice and Bob settle something, step by step."""

from __future__ import annotations

from typing import Final

from tests.browser import story
from tests.browser.walk import Person

QUESTION: Final = "Where do we spend New Year?"
OPTIONS: Final = ("At home", "With friends", "By the sea")
MATTERS: Final = "How much does it matter to you?"
CANNOT: Final = "I can’t live with"


def pair(alice: Person, bob: Person) -> None:
    """Be a pair of whom one is ready to look; both stand where they decide."""
    place = story.pair(alice, bob)
    for one in (alice, bob):
        one.go(f"{place}decide/")


def raise_it(person: Person) -> None:
    """Fill in the form and send it, from the list."""
    person.follow("Ask something")
    person.write("What do you need to decide?", QUESTION)
    for number, option in enumerate(OPTIONS[:2], start=1):
        person.write(f"Option {number}", option)
    person.unfold("More, if you like")
    person.write("What happens until you’ve decided?", "We book nothing.")
    person.tick("This is for the two of us to decide")
    person.press("Ask it")


def weigh(person: Person, *said: str, matters: str) -> None:
    """Rate every option, from the page of the question."""
    person.follow("Rate the options")
    for option, one in zip(OPTIONS, said, strict=True):
        if one == CANNOT:
            person.unfold("There’s one I can’t live with")
            person.tick(f"{CANNOT}: {option}")
        else:
            person.choose(option, one)
    person.choose(MATTERS, matters)
    person.press("Send my answer")
