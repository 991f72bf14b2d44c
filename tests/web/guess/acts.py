"""What two people do with one phone at Guess me, for tests of many files."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.http import HttpResponse
from tests.web.cast import Person, html_of

CARDS = 5
Taps = tuple[str, str]
"""What one says, and what one guesses; two empty ones for a card that is skipped."""
SKIP: Taps = ("", "")
NUMBERS = {"A": "1", "B": "2", "AB": "3"}
"""What stands for these on a card with answers of its own."""


def begin(pair: str = "partners", first: str = "Alice", second: str = "Bob") -> Person:
    """Let two people sit down with one phone; the first one has it."""
    device = Person("one phone")
    device.post("/guess/", first=first, second=second, pair=pair)
    return device


def tiles(page: HttpResponse, name: str) -> list[str]:
    """Return the answers that can be tapped: "own" or "guess"."""
    return re.findall(rf'name="{name}"\s+value="(\w+)"', html_of(page))


def fitting(page: HttpResponse, taps: Taps) -> Taps:
    """Return taps that the card has: of a card with answers of its own, by number."""
    if "A" in tiles(page, "own"):
        return taps
    own, guess = (NUMBERS.get(tap, tap) for tap in taps)
    return own, guess


def answer(device: Person, number: int, taps: Taps) -> HttpResponse:
    """Answer one card as whoever holds the phone."""
    at = f"/guess/{number}/"
    own, guess = fitting(device.get(at), taps)
    if not own:
        return device.post(at, do="skip")
    device.post(at, own=own)
    return device.post(at, guess=guess)


def hand_over(device: Person, number: int) -> HttpResponse:
    return device.post(f"/guess/{number}/", do="hand")


def turn(device: Person, number: int, first: Taps, then: Taps) -> HttpResponse:
    """Let one answer a card, hand the phone over, and the other answer it."""
    answer(device, number, first)
    hand_over(device, number)
    return answer(device, number, then)


def play(device: Person, cards: Sequence[tuple[Taps, Taps]]) -> HttpResponse:
    """Play a whole game: what Alice and what Bob taps on each card."""
    for number, (alice, bob) in enumerate(cards, 1):
        odd = number % 2
        turn(device, number, *((alice, bob) if odd else (bob, alice)))
    return device.get("/guess/end/")


KNEW: tuple[Taps, Taps] = (("A", "A"), ("A", "A"))
"""Both say Alice, or the first answer, and both know it."""


def over() -> Person:
    """Return a phone on which a game is over, the quick way: all of it was skipped."""
    device = begin()
    for number in range(1, CARDS + 1):
        at = f"/guess/{number}/"
        for do in ("skip", "hand", "skip"):
            device.client.post(at, {"do": do})
    return device
