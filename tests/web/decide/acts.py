"""How people use the pages of Decide."""

from __future__ import annotations

import re
from typing import Final

from django.http import HttpResponse
from tests.web.cast import Person, heading_of, html_of, main_of

from coequal.core.decide.entries import Question
from coequal.core.decide.question_state import QuestionState
from coequal.people.pairs import PairMember
from coequal.web.decide import states

QUESTION: Final = "Where do we spend New Year?"
OPTIONS: Final = ("At home", "With friends", "By the sea")
FIELDS: Final = {
    "text": QUESTION,
    "option1": OPTIONS[0],
    "option2": OPTIONS[1],
    "option3": OPTIONS[2],
    "meanwhile": "We book nothing.",
    "ours": "on",
}


def questions_of(member: PairMember) -> tuple[QuestionState, ...]:
    """Every question of a pair, as one of the two may know it."""
    return states.named(member, member.reading.refs(Question))


def raised(person: Person, place: str, **changed: str) -> str:
    """Ask something and return its address."""
    fields = {**FIELDS, **changed}
    page = person.post(f"{place}decide/raise/", **fields)
    assert heading_of(page) == fields["text"], main_of(page)
    return person.where


def filled(
    person: Person, where: str, *said: str, stake: str = "1", reason: str = ""
) -> dict[str, str]:
    """Read the form where one weighs, and fill it in: one for each option in turn."""
    html = html_of(person.get(f"{where}weigh/"))
    listed = re.search(r'name="list" value="(\w+)"', html)
    assert listed is not None
    names = dict.fromkeys(re.findall(r'name="(score-\w+)"', html))
    given = {
        name.replace("score", "cannot") if one == "x" else name: "on"
        if one == "x"
        else one
        for name, one in zip(names, said, strict=True)
    }
    return {"list": listed[1], "stake": stake, "reason": reason, **given}


def weigh(
    person: Person, where: str, *said: str, stake: str = "1", reason: str = ""
) -> HttpResponse:
    fields = filled(person, where, *said, stake=stake, reason=reason)
    return person.post(f"{where}weigh/", **fields)


def weighed(alice: Person, bob: Person, place: str, **changed: str) -> str:
    """Let Alice raise it, both weigh it and both look; return its address."""
    where = raised(alice, place, **changed)
    weigh(alice, where, "6", "1", "5", stake="2", reason="I am tired.")
    weigh(bob, where, "x", "6", "5")
    for someone in (alice, bob):
        someone.post(where, do="look")
    return where


def refs(person: Person, where: str) -> list[str]:
    """What stands on the page that a yes, or taking it back, could name."""
    html = html_of(person.get(where))
    return re.findall(r'name="ref" value="(\w+)"', html)


def settled(alice: Person, bob: Person, place: str) -> str:
    """Let Bob propose the sea and Alice say yes; return the address."""
    where = weighed(alice, bob, place)
    bob.post(where, do="propose", option="2")
    (ref,) = refs(alice, where)
    alice.post(where, do="yes", ref=ref)
    return where


def marked(page: HttpResponse) -> dict[str, str]:
    """What is marked on a page, by the name of its group, in the order of groups."""
    html = html_of(page)
    names = dict.fromkeys(re.findall(r'type="radio" name="([\w-]+)"', html))
    found = re.findall(r'type="radio" name="([\w-]+)" value="(-?\w+)" checked', html)
    off = re.findall(r'type="checkbox" name="cannot-(\w+)" checked', html)
    said = dict(found) | {f"score-{name}": "x" for name in off}
    return {name: said[name] for name in names if name in said}


def questions(person: Person, place: str) -> list[str]:
    """The addresses of all that is on the list, from top to bottom."""
    html = html_of(person.client.get(f"{place}decide/"))
    found = re.findall(rf'href="({place}decide/[0-9a-f]{{32}}/)"', html)
    return list(dict.fromkeys(found))


def ref_on(person: Person, where: str) -> str:
    """Read what names the first words on a page that can be said yes to."""
    found = re.search(r'name="ref" value="(\w+)"', html_of(person.get(where)))
    assert found is not None
    return found[1]


def settled_on(
    alice: Person, bob: Person, place: str, *, option: int = 2, **asked: str
) -> str:
    """Let Alice raise a question, both weigh it, Bob propose and Alice say yes."""
    where = raised(alice, place, **asked)
    weigh(alice, where, "6", "1", "5", stake="2")
    weigh(bob, where, "0", "6", "5", stake="2")
    for person in (alice, bob):
        person.post(where, do="look")
    bob.post(where, do="propose", option=str(option))
    alice.post(where, do="yes", ref=ref_on(alice, where))
    return where
