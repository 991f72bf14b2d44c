"""Two people at the four cards: what they answer, look at, turn over and read."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.http import HttpResponse
from tests.web.cast import Person, html_of, opened, pair, words_of
from tests.worlds.snapshots import (
    once,
)

from coequal.core.see.answers import Value

LEFT_OUT = {"plans.mine": 2}
"""Answered by everybody and opened by nobody: one part always stays out."""


@once
def met(
    alice: Person,
    bob: Person,
    hers: Mapping[str, Value],
    his: Mapping[str, Value],
) -> str:
    """Let a pair answer, and open all they answered but one; return their place."""
    place = pair(alice, bob)
    for someone, answers in ((alice, hers), (bob, his)):
        someone.answer({**LEFT_OUT, **answers})
        parts = {item.partition(".")[0] for item in answers}
        someone.be_ready(place, *sorted(parts))
    return place


def look(person: Person, place: str) -> HttpResponse:
    return person.post(f"{place}look/")


def turn(person: Person, place: str, card: int) -> HttpResponse:
    return person.post(f"{place}cards/{card}/", do="next")


def at_card(person: Person, place: str, card: int) -> HttpResponse:
    """Look, and turn the cards before this one."""
    page = look(person, place)
    for number in range(1, card):
        page = turn(person, place, number)
    return page


def all_of_it(person: Person, place: str) -> HttpResponse:
    """Look, turn all four cards, and go on to all of our picture."""
    at_card(person, place, 4)
    turn(person, place, 4)
    return person.get(f"{place}picture/all/")


@once
def looked(alice: Person, bob: Person) -> str:
    """Let a pair open two areas and look at all of it; return their place."""
    place = opened(alice, bob)
    for someone in (alice, bob):
        all_of_it(someone, place)
    return place


def say(
    area: str, *, mine: Value, yours: Value, wish: Value | None = None
) -> dict[str, Value]:
    """The answers of one person in one area."""
    said: dict[str, Value] = {f"{area}.mine": mine, f"{area}.yours": yours}
    return said if wish is None else {**said, f"{area}.wish": wish}


HERS = {**say("home", mine=3, yours=2, wish=0), **say("money", mine=1, yours=3, wish=1)}
HIS = {**say("home", mine=2, yours=3, wish=0), **say("money", mine=1, yours=3, wish=0)}
"""Home they see alike; about money each thinks the other has more say."""


def people_on(page: HttpResponse) -> list[list[str]]:
    """For each list of what both said: whose it is, in the order it stands."""
    html = html_of(page)
    lists = re.findall(r'<dl class="said">(.*?)</dl>', html, re.DOTALL)
    return [
        [words_of(name) for name in re.findall(r"<dt>(.*?)</dt>", one)] for one in lists
    ]


def said_on(page: HttpResponse) -> list[list[str]]:
    """For each list of what both said: what, in the order it stands."""
    html = html_of(page)
    lists = re.findall(r'<dl class="said">(.*?)</dl>', html, re.DOTALL)
    return [
        [words_of(text) for text in re.findall(r"<dd>(.*?)</dd>", one)] for one in lists
    ]


def together_on(page: HttpResponse) -> list[str]:
    """What both said in the same words, as it stands."""
    html = html_of(page)
    found = re.findall(r'<div class="by together">(.*?)</div>', html, re.DOTALL)
    return [words_of(one) for one in found]
