"""One scripted life in two worlds, and every byte that Bob can observe in each.

The two worlds differ only in what Alice does by herself, so nothing else may shift
a byte. One seed stands for a world, and all that is drawn in it follows from

- who asks: the browser of one person, so that no act of hers draws from what is his;
- what for: the use, and what `entropy.fresh` is told it is about - author, space,
  audience, subject, final content - so that a changed answer of hers draws other
  bytes for itself and for nothing else;
- how often this person asked for the very same before. It matters where nothing
  sets two asks apart: a new person's secret, a session's cookie, a browser's id.

There is no running stream: one more act before would shift every later id.
The clock is set scene by scene, so her acts can come earlier or later.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import pytest
from django.db import transaction
from django.http import HttpResponse
from tests.web.cast import (
    Browser,
    Person,
    addresses,
    ask,
    bytes_of,
    code_on,
    html_of,
    join,
    met,
    undone,
)
from tests.web.decide.acts import (
    questions,
    raised,
)

from coequal.core.see.answers import Value
from coequal.core.see.joint_entries import CARDS
from coequal.journal import clock
from coequal.people import throttle
from coequal.sealed import entropy
from coequal.sealed.hashing import lp

BEGINNING: Final = 1_801_987_200
"""A Sunday in the first week of a month: what is due then alone, is due here."""
MONTHS: Final = 3
HIS_PARTS: Final = ("home", "plans", "process")
HIS_ANSWERS: Final[dict[str, Value]] = {
    "home.mine": 2,
    "home.yours": 3,
    "home.wish": 1,
    "money.mine": 1,
    "plans.mine": 4,
    "plans.wish": -1,
    "process.raise": 3,
    "process.give_in": 1,
    "trust.word": 4,
}

HIS_SIGNS: Final = {"heard": "1", "free_no": "2", "gives_in": "1", "together": "0"}
HE_PUTS_UP: Final = ("heard", "gives_in")

Act = Callable[[Person, str], None]
Seen = dict[str, Any]
"""What Bob got, by when and how he asked: status, headers, cookies, bytes."""


def nothing(alice: Person, place: str) -> None:
    """Be elsewhere."""


def does(*acts: Act) -> Act:
    """Do one thing after the other."""

    def all_of_it(alice: Person, place: str) -> None:
        for act in acts:
            act(alice, place)

    return all_of_it


def gives(*some: Mapping[str, Value]) -> Act:
    """Answer these items."""
    given = {item: value for one in some for item, value in one.items()}
    return lambda alice, place: alice.answer(given)


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What Alice does while Bob is away, and what she calls the two of them.

    `before` comes before Bob chooses; `after` must leave her not ready, since then
    he is; `meanwhile` comes while he waits. Each begins `late` seconds into its
    scene.
    """

    before: Act = nothing
    after: Act = nothing
    meanwhile: Act = nothing
    label: str = "Bob"
    own_label: str = "Alice"
    late: int = 0


class SeededBrowser(Browser):
    """A browser whose requests draw what follows from its world and its owner."""

    def __init__(self, owner: str, world: str = "") -> None:
        super().__init__()
        self.seed = lp(world.encode(), owner.encode())
        self.times: Counter[bytes] = Counter()

    def request(self, **request: Any) -> HttpResponse:
        with self.drawing():
            return super().request(**request)

    @contextmanager
    def drawing(self) -> Iterator[None]:
        """Let all randomness be this owner's while inside."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(entropy, "_source", self.draw)
            yield

    def draw(self, size: int, purpose: bytes) -> bytes:
        """Return what this owner gets when asking for this once more."""
        self.times[purpose] += 1
        asked = lp(self.seed, purpose, str(self.times[purpose]).encode())
        return hashlib.shake_256(asked).digest(size)

    def remembered(self) -> tuple[Any, ...]:
        return (*super().remembered(), self.times.copy())

    def remember(self, *state: Any) -> None:
        *known, self.times = state
        super().remember(*known)


class Scenes:
    """The clock of a life: one scene an hour."""

    def __init__(self) -> None:
        self.at = BEGINNING

    def scene(self, number: int, *, late: int = 0) -> None:
        self.at = BEGINNING + number * clock.HOUR + late

    @contextmanager
    def earlier(self, seconds: int) -> Iterator[None]:
        """Let it be so many seconds ago while inside."""
        self.at -= seconds
        yield
        self.at += seconds


@contextmanager
def world() -> Iterator[Scenes]:
    """A world of its own: nothing of it is left afterwards."""
    scenes = Scenes()
    with pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(clock, "now", lambda: scenes.at)
        yield scenes
        transaction.set_rollback(True)


def closed(life: Life) -> Seen:
    """Live until just before it opens; return all that Bob observed."""
    seen: Seen = {}
    with world() as scenes:
        alice, bob, place = _together(life)
        _says(bob, place)
        scenes.scene(1, late=life.late)
        life.before(alice, place)
        scenes.scene(2)
        seen |= _pages(bob, place, "before he chooses")
        seen |= tries("before he chooses")
        scenes.scene(3, late=life.late)
        life.after(alice, place)
        scenes.scene(4)
        seen["is ready"] = observed(bob.be_ready(place, *HIS_PARTS))
        seen |= _pages(bob, place, "while he is ready")
        seen |= _forms(bob, place, "while he is ready")
        scenes.scene(5, late=life.late)
        life.meanwhile(alice, place)
        scenes.scene(6)
        seen |= _pages(bob, place, "when he looks again")
        seen["not ready"] = observed(bob.post(f"{place}not-ready/"))
        seen |= _pages(bob, place, "after he took it back")
        seen |= _takes_questions_back(bob, place)
    return seen


def open_to_both(life: Life, *parts: str, first: str = "Alice") -> Seen:
    """Live until it is open and looked at; return all that Bob observed."""
    seen: Seen = {}
    with world() as scenes:
        alice, bob, place = _together(life)
        _says(bob, place)
        life.before(alice, place)
        in_turn = [(alice, parts), (bob, HIS_PARTS)]
        for person, picked in in_turn if first == "Alice" else reversed(in_turn):
            scenes.scene(1 if person is alice else 2)
            person.be_ready(place, *picked)
        scenes.scene(3, late=life.late)
        life.after(alice, place)
        scenes.scene(4)
        seen |= _pages(bob, place, "when it is open")
        seen |= _cards(bob, place)
        scenes.scene(5, late=life.late)
        life.meanwhile(alice, place)
        scenes.scene(6)
        seen |= _pages(bob, place, "when he looks again")
        seen |= _forms(bob, place, "when he looks again")
    return seen


def looking_again(life: Life) -> Seen:
    """Live on three months after a first look, until just before a second one.

    Return all that Bob observed. Here `before` and `after` come before and after
    Bob has answered again; `after` must leave her not ready, and `meanwhile` comes
    while he waits for the second look.
    """
    seen: Seen = {}
    with world() as scenes:
        alice, bob, place = _together(life)
        for person in (alice, bob):
            person.answer_all(2)
            person.be_ready(place, *HIS_PARTS)
        for person in (alice, bob):
            _cards(person, place)
        months = MONTHS * 30 * 24
        scenes.scene(months, late=life.late)
        alice.sign_in()
        life.before(alice, place)
        scenes.scene(months + 1)
        bob.sign_in()
        seen |= _pages(bob, place, "before he answers again")
        bob.answer_again(HIS_ANSWERS)
        seen |= _pages(bob, place, "before he chooses again")
        scenes.scene(months + 2, late=life.late)
        life.after(alice, place)
        scenes.scene(months + 3)
        seen["is ready again"] = observed(bob.be_ready(place, *HIS_PARTS))
        seen |= _pages(bob, place, "while he is ready again")
        seen |= _forms(bob, place, "while he is ready again")
        scenes.scene(months + 4, late=life.late)
        life.meanwhile(alice, place)
        scenes.scene(months + 5)
        seen |= _pages(bob, place, "when he looks again")
        seen["not ready again"] = observed(bob.post(f"{place}not-ready/"))
        seen |= _pages(bob, place, "after he took it back")
    return seen


def looking_back(life: Life) -> Seen:
    """Live on until the two look back on their small steps; what Bob observed then.

    Here `before` comes when both can answer, `after` once Bob has come, and `meanwhile`
    while his answer waits; `after` must leave nothing of hers in.
    """
    seen: Seen = {}
    with world() as scenes:
        alice, bob, place = _together(life)
        for person in (alice, bob):
            person.answer_all(2)
            person.be_ready(place, *HIS_PARTS)
        for person in (alice, bob):
            _cards(person, place)
            person.post(f"{place}cards/step/", do="say", text=f"{person.name} asks")
        later = 15 * 24
        scenes.scene(later, late=life.late)
        alice.sign_in()
        life.before(alice, place)
        scenes.scene(later + 1)
        bob.sign_in()
        seen |= _forms(bob, place, "when he can look back")
        scenes.scene(later + 2, late=life.late)
        life.after(alice, place)
        scenes.scene(later + 3)
        page = bob.get(f"{place}steps/")
        ticks = sorted(set(re.findall(r'value="(\w{64})"', html_of(page))))
        seen["looks back"] = observed(
            bob.post(f"{place}steps/", happened="partly", stays=ticks)
        )
        scenes.scene(later + 4, late=life.late)
        life.meanwhile(alice, place)
        scenes.scene(later + 5)
        seen |= _pages(bob, place, "when he looks again")
        seen["takes it back"] = observed(bob.post(f"{place}steps/", do="back"))
    return seen


def _together(life: Life) -> tuple[Person, Person, str]:
    alice, bob = (Person(name, SeededBrowser(name)) for name in ("Alice", "Bob"))
    for someone in (alice, bob):
        someone.begin()
        someone.keep()
    page = alice.post(
        "/us/invite/", label=life.label, own_label=life.own_label, pair="partners"
    )
    place = alice.where
    join(bob, code_on(page))
    met(alice, place)
    return alice, bob, place


def _says(bob: Person, place: str) -> None:
    """Let Bob answer, put up two signs, and raise a question."""
    bob.answer(HIS_ANSWERS)
    bob.notice(**HIS_SIGNS)
    bob.put_up(place, *HE_PUTS_UP)
    raised(bob, place)


def _pages(bob: Person, place: str, when: str) -> Seen:
    """Ask for every route by link."""
    cards = [f"{place}cards/{number}/" for number in range(2, CARDS + 1)]
    pages = ["/answers/21/", "/answers/30/", "/answers/more/1/"]
    asked = [path for one in questions(bob, place) for path in (one, f"{one}weigh/")]
    paths = (*addresses(place).values(), *cards, *pages, *asked)
    return {f"{when}: GET {path}": observed(ask(bob, "GET", path)) for path in paths}


def _takes_questions_back(bob: Person, place: str) -> Seen:
    """Take back all that Bob raised, and read where it stood."""
    seen = {}
    for where in questions(bob, place):
        seen[f"takes back {where}"] = observed(bob.post(where, do="retract"))
        for path in (where, f"{where}weigh/", f"{place}decide/", f"{place}copy/"):
            seen[f"when it is taken back: GET {path}"] = observed(bob.get(path))
    return seen


def _cards(bob: Person, place: str) -> Seen:
    """Look, and turn every card."""
    seen = {"looks": observed(bob.post(f"{place}look/"))}
    for number in range(1, CARDS + 1):
        card = f"{place}cards/{number}/"
        seen[f"looks on from card {number}"] = observed(bob.post(card, do="next"))
    return seen


def _forms(bob: Person, place: str, when: str) -> Seen:
    """Send every route an empty form, and undo what it did."""
    seen = {}
    for path in addresses(place).values():
        with undone(bob):
            seen[f"{when}: POST {path}"] = observed(ask(bob, "POST", path))
    return seen


def tries(when: str) -> Seen:
    """Guess at Alice's name in a browser of nobody's until told to wait."""
    stranger = Person("Nobody", SeededBrowser("Nobody"))
    guess = {"name": "Alice", "phrase": "a guess of Bob's"}
    with undone(stranger):
        return {
            f"{when}: try {number}": observed(stranger.post("/sign-in/", **guess))
            for number in range(throttle.FREE_TRIES + 1)
        }


def observed(response: HttpResponse) -> tuple[Any, ...]:
    """All of an answer, but the token of forms and the wall clock beside max-age."""
    cookies = {
        name: (
            "" if name == "t" else one.value,
            {key: value for key, value in one.items() if key != "expires"},
        )
        for name, one in response.cookies.items()
    }
    return response.status_code, dict(response.items()), cookies, bytes_of(response)


def differing(one: Seen, two: Seen) -> list[str]:
    """Name what Bob asked for and got otherwise."""
    assert list(one) == list(two)
    return [asked for asked, got in one.items() if two[asked] != got]
