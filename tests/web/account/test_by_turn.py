"""Whoever knows a name keeps its owner out of nothing, however often they ask.

The attacker drops the cookie at each try. Time passes by the clock of the tests.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from django.http import HttpResponse
from tests.web.cast import Person, html_of, main_of
from tests.web.conftest import Hands

from coequal.people.throttle import SECONDS_A_TRY

HOME, ELSEWHERE, OTHERS = "192.0.2.1", "198.51.100.7", "203.0.113.9"
A_MINUTE_AND_A_HALF = 90
HOUR = 3600


@pytest.fixture
def kept(alice: Person, hands: Hands) -> Person:
    """Alice has kept her answers at home, and nobody tried for an hour."""
    alice.begin()
    alice.keep()
    alice.sign_out()
    hands.forward(HOUR)
    return alice


def tries(
    address: str, *, name: str = "Alice", phrase: str = "a guess"
) -> HttpResponse:
    """Try in a browser that nobody knows, as it drops every cookie."""
    return stranger(address).post("/sign-in/", name=name, phrase=phrase)


def stranger(address: str) -> Person:
    person = Person("Nobody")
    person.client.defaults["REMOTE_ADDR"] = address
    return person


def owner(address: str) -> Person:
    """Alice at a browser in which she never was."""
    person = Person("Alice")
    person.client.defaults["REMOTE_ADDR"] = address
    return person


def in_after(hands: Hands, attackers: Iterable[str], *, at: str) -> int | None:
    """Let Alice sign in as she is told to, while others ask in each second.

    Returns after how many seconds she was in; None if she was not within the hour.
    """
    alice, began, again = owner(at), hands.at, hands.at
    crowd = list(attackers)
    while hands.at < began + HOUR:
        for address in crowd:
            tries(address)
        if hands.at >= again:
            page = alice.sign_in()
            if alice.where == "/us/":
                return hands.at - began
            again = hands.at + page.context["wait"]
        hands.forward(4)
    return None


def used_up(*addresses: str) -> None:
    while not all(one.status_code == 429 for one in [tries(a) for a in addresses]):
        pass


def test_the_owner_on_another_network_is_in_within_ninety_seconds(
    kept: Person, hands: Hands
) -> None:
    used_up(ELSEWHERE)
    waited = in_after(hands, [ELSEWHERE] * 3, at=OTHERS)
    assert waited is not None
    assert waited <= A_MINUTE_AND_A_HALF


def test_also_while_thirty_networks_try(kept: Person, hands: Hands) -> None:
    crowd = [f"198.51.100.{number}" for number in range(10)]
    used_up(*crowd)
    for _ in range(10):
        hands.forward(SECONDS_A_TRY)
        for address in crowd:
            tries(address)
    waited = in_after(hands, crowd, at=OTHERS)
    assert waited is not None
    assert waited <= A_MINUTE_AND_A_HALF


@pytest.mark.parametrize("attacker", [ELSEWHERE, HOME])
def test_the_browser_in_which_one_kept_is_known_and_in_at_once(
    kept: Person, hands: Hands, attacker: str
) -> None:
    used_up(attacker)
    kept.client.defaults["REMOTE_ADDR"] = HOME
    kept.sign_in()
    assert kept.where == "/us/"


def test_behind_the_same_address_the_page_names_the_two_sure_ways(
    kept: Person, hands: Hands
) -> None:
    used_up(HOME)
    page = owner(HOME).sign_in()
    assert page.status_code == 429
    main = main_of(page)
    assert "Use another browser where you’ve signed in before." in main
    assert "Use your recovery code." in main
    assert 'href="/come-back/"' in html_of(page)


def test_behind_the_same_address_the_bound_holds(kept: Person, hands: Hands) -> None:
    tried = 0
    for _ in range(HOUR // 16):
        tried += tries(HOME).status_code == 422
        hands.forward(16)
    assert tried <= 120


def test_from_hundreds_of_addresses_the_bound_holds_and_the_page_says_how_long(
    kept: Person, hands: Hands, settings: Any
) -> None:
    """They come as a proxy tells them. A thousand: `tests/people/test_turns.py`."""
    settings.COEQUAL_PROXIES = 1
    tried = 0
    for number in range(300):
        person = stranger("127.0.0.1")
        address = f"10.0.{number // 200}.{number % 200}"
        page = person.client.post(
            "/sign-in/",
            {"name": "Alice", "phrase": "a guess"},
            headers={"X-Forwarded-For": f"{HOME}, {address}"},
        )
        tried += page.status_code == 422
        hands.forward(3)
    assert tried <= 120
    page = owner(OTHERS).sign_in()
    assert page.status_code == 429
    assert "minutes away" in main_of(page)
    assert "Use your recovery code." in main_of(page)
    kept.sign_in()
    assert kept.where == "/us/"


def test_no_try_of_a_known_browser_is_seen_at_the_name(
    kept: Person, hands: Hands
) -> None:
    for _ in range(3):
        kept.sign_in()
        kept.sign_out()
    assert [tries(HOME).status_code for _ in range(9)] == [422] * 8 + [429]


def test_a_free_name_reads_alike_while_one_waits(kept: Person, hands: Hands) -> None:
    used_up(ELSEWHERE)
    while tries(ELSEWHERE, name="Zoe").status_code != 429:
        pass
    taken, free = (tries(ELSEWHERE, name=name) for name in ("Alice", "Zoe"))
    assert main_of(taken).replace("Alice", "") == main_of(free).replace("Zoe", "")
