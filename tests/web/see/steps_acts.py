"""How two people look back on their small steps, by the pages."""

from __future__ import annotations

import re
from typing import Final

from django.http import HttpResponse
from tests.web.cast import Person, html_of
from tests.web.see.acts import looked

from coequal.journal import clock

HERS: Final = "Ask before I fill our Saturday"
HIS: Final = "Tea at nine, and the phone stays out"
TWO_WEEKS: Final = 14 * clock.DAY


def stepped(alice: Person, bob: Person, hers: str = HERS, his: str = HIS) -> str:
    """Let both have looked at their cards, and say a step; return their place."""
    place = looked(alice, bob)
    for person, text in ((alice, hers), (bob, his)):
        if text:
            person.post(f"{place}cards/step/", do="say", text=text)
    return place


def weeks_ago(alice: Person, bob: Person) -> str:
    """Let them have said their steps two weeks ago; return their place."""
    with clock.earlier(TWO_WEEKS):
        place = stepped(alice, bob)
    for person in (alice, bob):
        person.sign_in()
    return place


def refs(person: Person, place: str) -> dict[str, str]:
    """Return what names each step, by its words, where it can be ticked or let go."""
    page = html_of(person.get(f"{place}steps/"))
    found = re.findall(
        r'value="(\w{64})"[^>]*><span><bdi translate="no">(.*?)</bdi>', page
    )
    kept = re.findall(
        r'name="ref" value="(\w+)">.*?<p class="voice"><bdi translate="no">(.*?)</bdi>',
        page,
    )
    return {text: ref for ref, text in (*found, *kept)}


def answers(
    person: Person, place: str, happened: str = "", *stays: str
) -> HttpResponse:
    """Say how one's own went, and which shall stay, by their words."""
    known = refs(person, place)
    return person.post(
        f"{place}steps/", happened=happened, stays=[known[one] for one in stays]
    )


def both_answer(alice: Person, bob: Person, place: str, *stays: str) -> None:
    """Let both say that theirs happened and that these shall stay, and look."""
    for person in (alice, bob):
        answers(person, place, "yes", *stays)
    for person in (alice, bob):
        person.look(f"{place}steps/")
