"""Settling something, as the tests of what comes after it need it."""

from __future__ import annotations

import re

from tests.web.at_questions import OPTIONS, raised, weigh
from tests.web.cast import Person


def ref_on(person: Person, where: str) -> str:
    """Read what names the first words on a page that can be said yes to."""
    found = re.search(r'name="ref" value="(\w+)"', person.get(where).content.decode())
    assert found is not None
    return found[1]


def settled(
    alice: Person, bob: Person, place: str, *, option: int = 2, **asked: str
) -> str:
    """Let Alice raise a question, both weigh it, Bob propose and Alice say yes."""
    where = raised(alice, place, **asked)
    weigh(alice, where, "4", "1", "3", stake="2")
    weigh(bob, where, "0", "4", "3", stake="2")
    for person in (alice, bob):
        person.post(where, do="look")
    bob.post(where, do="propose", option=str(option))
    alice.post(where, do="yes", ref=ref_on(alice, where))
    return where


__all__ = ["OPTIONS", "raised", "ref_on", "settled", "weigh"]
