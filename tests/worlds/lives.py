"""Lives of a pair, each drawn from a number, and two ways in which Alice lives them.

A *story* is all that both may know of: what they are to each other, what Bob answers
and picks, what opens of Alice's, what both write for both. Twenty in a row share one
*beginning*, since becoming a pair takes longer than the rest. Alice's *way* is what
she does beside it, drawn anew for each of two worlds: when, in which order, with what
answers that stay closed. Whatever Bob gets must be the same in both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from difflib import unified_diff
from functools import partial
from itertools import groupby
from random import Random
from typing import Any, Final

from tests.web.agree.acts import LINE
from tests.web.cast import (
    Person,
    code_on,
    join,
    met,
    undone,
)
from tests.worlds import (
    alone,
    alone_at_account,
    alone_in_notes,
)
from tests.worlds.alone import (
    ASIDES,
    Act,
    One,
    Phase,
    acts,
    drawn_choice,
    is_ready_with_other_parts,
    may_ask,
    settle,
    some,
    takes_it_back,
    value_of,
)
from tests.worlds.looks import (
    Look,
    looks,
    watch,
)
from tests.worlds.together import (
    ANY_TIME,
    ONCE_OPEN,
    Deed,
    raises_a_question,
)
from tests.worlds.weeks_later import (
    PASSED,
    Later,
    has_second_thoughts,
    he_taps,
    looks_back,
    says_steps,
    she_taps,
)
from tests.worlds.worlds import (
    BEGINNING,
    Scenes,
    SeededBrowser,
    Seen,
    differing,
    observed,
    world,
)

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.answers import SKIP, Value, answers_to, may_open
from coequal.core.see.instrument import GUESS, Instrument
from coequal.core.see.joint_entries import CARDS
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.web.agree import states
from coequal.web.rooms import WORDS

ROOMS: Final = (alone, alone_in_notes, alone_at_account)
"""Where it is written down what Alice does by herself."""

A_BEGINNING: Final = 20
"""How many stories share a beginning."""
WAYS: Final = (1, 2)
SCENES: Final = 9
MOST_ACTS: Final = 2
HER_TIME: Final = range(1, 1500)
A_DEED: Final = 1800
HER_LAST_TIME: Final = range(1900, 3000)
"""Seconds of a scene; Bob looks at the beginning of the next one."""
DIFFERENCES: Final = 30
"""Lines of a report."""
LINES: Final = ("Tea.", "We go for a walk on Sunday", "Ask first, then buy", "x" * 140)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """How the two become a pair, as Bob knows it: twenty stories begin so."""

    number: int
    pair: PairType
    invites: bool
    begun: bool
    his: Mapping[str, Value]

    @classmethod
    def drawn(cls, number: int) -> Beginning:
        draw = Random(f"beginning {number}")
        pair = list(PairType)[number % len(PairType)]
        form = content(pair).instrument
        return cls(
            number=number,
            pair=pair,
            invites=draw.random() < 0.5,
            begun=draw.random() < 0.5,
            his=_his_answers(draw, form),
        )

    @property
    def form(self) -> Instrument:
        return content(self.pair).instrument


def _his_answers(draw: Random, form: Instrument) -> dict[str, Value]:
    """Draw a dozen answers, in enough parts that there is a choice to make."""
    wanted = draw.sample(form.parts, 6)
    items = [
        item
        for part in wanted
        for item in draw.sample(form.open_items(part), min(2, len(part.open_ids)))
    ]
    answers: dict[str, Value] = {item.id: value_of(draw, item) for item in items}
    for item in some(draw, may_ask(form), 2):
        answers.setdefault(item.id, draw.choice(ASIDES))
    return answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One life of a pair, as far as both may know it.

    `his` are answers that Bob changes, `parts` what he picks, `hers` the numbers of
    Alice's that open. `first` says whether she puts in before he does, `punctual`
    whether at the same second in both ways: the time stands in what she signs, which
    the export of Bob shows. `turned` is how many cards he turns. `deeds` are what
    both may know of, by scene, `looks` what Bob asks for; `later` what they say two
    weeks later.
    """

    number: int
    beginning: Beginning
    opens: bool
    his: Mapping[str, Value]
    parts: tuple[str, ...]
    hers: Mapping[str, Value]
    first: bool
    punctual: bool
    turned: int
    deeds: Mapping[int, list[tuple[Deed, str]]]
    looks: Mapping[int, list[Look]]
    later: Later | None

    @classmethod
    def drawn(cls, number: int) -> Story:
        draw = Random(f"story {number}")
        beginning = Beginning.drawn(number // A_BEGINNING)
        form, opens = beginning.form, draw.random() < 0.5
        his: dict[str, Value] = {
            item.id: value_of(draw, item)
            for item in draw.sample(may_ask(form), draw.randint(0, 1))
        }
        answered = may_open(form, answers_to(form, {**beginning.his, **his}))
        parts = drawn_choice(draw, answered)
        both = draw.sample(parts, draw.randint(0, min(3, len(parts))))
        return cls(
            number=number,
            beginning=beginning,
            opens=opens,
            his=his,
            parts=tuple(parts),
            hers=_her_answers(draw, form, both),
            first=draw.random() < 0.5,
            punctual=draw.random() < 0.5,
            turned=draw.choice((0, 1, 2, *[CARDS] * 6)),
            deeds={scene: _deeds(draw, scene, opens=opens) for scene in range(SCENES)},
            looks={
                scene: looks(draw, form, links=2, forms=3)
                for scene in ((2, 4, 6, 8) if opens else (2, 4, 6))
            },
            later=Later.drawn(number),
        )


def _her_answers(
    draw: Random, form: Instrument, both: Iterable[str]
) -> dict[str, Value]:
    items = [
        item
        for part in both
        for item in some(draw, form.open_items(form.part(part)), CARDS)
    ]
    said = {item.id: value_of(draw, item) for item in items}
    return said | _her_guess(draw, form, {*both})


def _her_guess(draw: Random, form: Instrument, both: set[str]) -> dict[str, Value]:
    """Let her guess one of the areas that open, or say nothing of it."""
    known = [n for n in range(form.item(GUESS).max) if form.guessed(n) in both]
    return {GUESS: draw.choice(known)} if known and draw.random() < 0.5 else {}


def _deeds(draw: Random, scene: int, *, opens: bool) -> list[tuple[Deed, str]]:
    """Draw one of the things that both may know of, in one scene of five."""
    known = ANY_TIME + (ONCE_OPEN if opens and scene >= 5 else [])
    deed = (draw.choice(known), draw.choice(LINES))
    return [deed] if draw.random() < 0.2 else []


@dataclass(slots=True, kw_only=True)
class Two:
    """Both where a story begins, and the clock."""

    alice: One
    bob: One
    scenes: Scenes

    @property
    def people(self) -> tuple[Person, Person]:
        """Both as persons."""
        return self.alice.person, self.bob.person


@contextmanager
def begun(beginning: Beginning, way: int) -> Iterator[Two]:
    """Let the two become a pair and answer, in a world of their own."""
    own = Random(f"beginning {beginning.number}, way {way}")
    seed = f"beginning {beginning.number}"
    people = [Person(name, SeededBrowser(name, seed)) for name in ("Alice", "Bob")]
    alice, bob = people
    with world() as scenes:
        early = _alone_at_first(alice, beginning, own)
        bob.client.post("/begin/")
        if beginning.begun:
            bob.client.post("/whom/", {"pair": beginning.pair.value})
        for person in people:
            person.keep()
        scenes.at += 60
        place = _paired(alice, bob, beginning, own)
        two = Two(
            alice=_one(alice, place, beginning, own),
            bob=_one(bob, place, beginning, Random(seed)),
            scenes=scenes,
        )
        two.bob.give(beginning.his)
        raises_a_question(two.bob, "Where do we spend New Year?")
        _agreed_long_ago(two)
        items = own.sample(may_ask(beginning.form), own.randint(1, 8))
        two.alice.given |= early
        two.alice.give({item.id: value_of(own, item) for item in items})
        yield two


def _agreed_long_ago(two: Two) -> None:
    """Let them have agreed on something four weeks ago, so that they look again."""
    (_, alice), (_, bob) = two.alice.there(), two.bob.there()
    with two.scenes.earlier(28 * clock.DAY):
        with two.bob.browser.drawing():
            states.offer(bob, LINE)
        with two.alice.browser.drawing():
            (offered,) = states.now(alice)
            states.agree(alice, offered.ref)


def _alone_at_first(
    alice: Person, beginning: Beginning, own: Random
) -> dict[str, Value]:
    """Let her answer nothing, something, or first as something else to somebody.

    Return what she has answered then on the sheet of the two.
    """
    alice.client.post("/begin/")
    pair = own.choice((None, beginning.pair, *PairType))
    if pair is None:
        return {}
    first = beginning.form.pages[0].items[0]
    value: Value = own.choice((0, 1, SKIP))
    alice.client.post("/whom/", {"pair": pair.value})
    alice.client.post("/answers/short/1/", {"a": value})
    return {first: value} if pair is beginning.pair else {}


def _paired(alice: Person, bob: Person, beginning: Beginning, own: Random) -> str:
    """Let one invite and the other join; what Alice calls the two is hers alone."""
    hers = {
        "label": own.choice(("Bob", "B.", "My dear Bob")),
        "own_label": own.choice(("Alice", "Me")),
    }
    his = {"label": "Alice", "own_label": "Bob"}
    inviting, joining = (alice, bob) if beginning.invites else (bob, alice)
    words = {alice: hers, bob: his}
    page = inviting.post("/us/invite/", **words[inviting], pair=beginning.pair.value)
    place = inviting.where
    join(joining, code_on(page), **words[joining])
    met(inviting, place)
    return place


def _one(person: Person, place: str, beginning: Beginning, draw: Random) -> One:
    person.client.post(f"{place}answer/")
    return One(person=person, place=place, form=beginning.form, draw=draw, given={})


def dealt(story: Story, way: int, phase: Phase) -> Act:
    """Return what she does in any case, in turn: so that all of it is done.

    Her two ways lie some acts apart: lives that open are not every second one, and
    would leave out an act where the number of acts is even.
    """
    known = acts(phase)
    return known[(story.number + 7 * way) % len(known)]


class Living:
    """One story, lived by Alice in one way."""

    def __init__(self, story: Story, two: Two, way: int) -> None:
        own = Random(f"story {story.number}, way {way}")
        self.story, self.way = story, way
        self.scenes, self.own = two.scenes, own
        self.alice = replace(two.alice, draw=own, given={**two.alice.given})
        self.bob = replace(two.bob, given={**two.bob.given})
        self.seen: Seen = {}
        self.did = [f"before they met: {two.alice.given}"]

    def live(self) -> None:
        """Let it be Alice's turn in odd scenes and Bob's in even ones."""
        self.she(1, Phase.CLOSED, first=[dealt(self.story, self.way, Phase.CLOSED)])
        if self.own.random() < 0.5:
            self.does(is_ready_with_other_parts.__name__)
            self.alice.come_in()
            is_ready_with_other_parts(self.alice)
        self.he(2, self.answers)
        (self.opens if self.story.opens else self.stays_closed)()

    def stays_closed(self) -> None:
        """She is in until Bob is, or never was."""
        self.she(3, Phase.CLOSED)
        self.she_is_not_in()
        self.he(4, self.puts_in)
        self.she(5, Phase.HIS_TURN)
        self.he(6, partial(self.reads, "ready/"), self.takes_it_back)
        self.weeks_pass()

    def opens(self) -> None:
        """One puts in, then the other; then each looks at it."""
        if not self.story.first:
            self.scenes.scene(2, late=HER_TIME[-1])
            self.she_is_not_in()
            self.scenes.scene(2, late=A_DEED)
            self.puts_in()
        self.she(3, Phase.CLOSED if self.story.first else Phase.HIS_TURN)
        self.she_puts_in()
        self.he(4, *([self.puts_in] if self.story.first else []))
        self.she(5, Phase.OPEN, first=[dealt(self.story, self.way, Phase.OPEN)])
        self.he(6, self.looks)
        self.she(7, Phase.OPEN)
        self.he(8)
        self.weeks_pass()
        if self.story.punctual:
            self.exports()

    def weeks_pass(self) -> None:
        """Let both tap a month, and look back on their steps, if it opened for them.

        At the same second in both ways; she may think otherwise before.
        """
        later, opened = self.story.later, self.story.opens
        if later is None:
            return
        if opened:
            for seat, one in enumerate((self.alice, self.bob)):
                one.come_in()
                says_steps(one, seat)
        passed = self.scenes.at + PASSED
        # Never at the second at which she says what counts: the same words at the same
        # second draw other bytes the second time.
        self.scenes.at = passed + self.own.choice(HER_TIME)
        self.alice.person.sign_in()
        if self.own.random() < 0.5:
            self.does(has_second_thoughts.__name__)
            has_second_thoughts(later, self.alice, steps=opened)
        self.scenes.at = passed + A_DEED
        self.bob.person.sign_in()
        self.say_in_turn(later)
        for page in ("month/", "month/trend/", *(["steps/"] if opened else [])):
            self.bob.person.look(self.bob.place + page)
            self.reads(page)
        self.reads("")

    def say_in_turn(self, later: Later) -> None:
        """Let each tap, and look back on the steps if there are any."""
        hers = [partial(she_taps, later, self.alice)]
        his = [partial(he_taps, later, self.bob)]
        if self.story.opens:
            hers += [partial(looks_back, later, self.alice, 0)]
            his += [partial(looks_back, later, self.bob, 1)]
        for act in [*hers, *his] if later.first else [*his, *hers]:
            act()

    def she(self, scene: int, phase: Phase, *, first: Iterable[Act] = ()) -> None:
        """Let Alice do some things by herself, then what both may know of."""
        count = self.own.randint(0, MOST_ACTS)
        todo = [*first, *(self.own.choice(acts(phase)) for _ in range(count))]
        times = sorted(self.own.sample(HER_TIME, len(todo)))
        for act, late in zip(todo, times, strict=True):
            self.scenes.scene(scene, late=late)
            self.does(act.__name__)
            self.alice.come_in()
            act(self.alice)
        for deed, text in self.story.deeds[scene]:
            self.scenes.scene(scene, late=A_DEED)
            self.alice.come_in()
            deed(self.alice, text)

    def she_is_not_in(self) -> None:
        """Let her take back what she put in, before Bob is ready."""
        if self.alice.ready:
            self.does(takes_it_back.__name__)
            self.alice.come_in()
            takes_it_back(self.alice)

    def she_puts_in(self) -> None:
        """Let her be ready, for good."""
        picked = self.own.choice(HER_LAST_TIME)
        self.scenes.scene(3, late=HER_LAST_TIME[0] if self.story.punctual else picked)
        self.alice.come_in()
        parts = settle(self.alice, self.story.hers, self.story.parts)
        self.does(f"puts in {', '.join(parts)}, having answered {self.alice.given}")
        self.alice.put_in(parts)

    def he(self, scene: int, *first: Callable[[], None]) -> None:
        """Let Bob do what he does, and ask for some pages."""
        self.scenes.scene(scene)
        for act in first:
            act()
        for deed, text in self.story.deeds[scene]:
            deed(self.bob, text)
        asked = self.story.looks[scene]
        self.seen |= watch(self.bob.person, self.bob.place, f"scene {scene}", asked)

    def answers(self) -> None:
        self.bob.give(self.story.his)
        self.reads("choose/")
        self.reads("decide/")

    def puts_in(self) -> None:
        self.seen["puts in"] = observed(self.bob.put_in(self.story.parts))
        self.reads("ready/")

    def takes_it_back(self) -> None:
        self.seen["takes back"] = observed(self.bob.do(f"{self.bob.place}not-ready/"))
        self.reads("choose/")
        self.reads("decide/")

    def looks(self) -> None:
        """Look, turn some cards, and read the last, or our picture."""
        place, turned = self.bob.place, self.story.turned
        self.seen["looks"] = observed(self.bob.do(f"{place}look/"))
        if turned == CARDS:
            self.bob.turn_all()
            self.reads("picture/")
            for beside in ("area/1/", "all/", "how-sure/"):
                self.reads(f"picture/{beside}")
        else:
            self.bob.turn(turned)
            self.reads(f"cards/{turned + 1}/")

    def reads(self, page: str) -> None:
        """Ask for a page of the two, and stay there."""
        response = self.bob.browser.get(self.bob.place + page)
        self.seen[f"{len(self.seen)}: reads {page}"] = observed(response)

    def exports(self) -> None:
        """Read everything Bob can open, as plain data."""
        session, member = self.bob.there()
        self.seen["exports his own"] = journal.export(session.own, WORDS)
        self.seen["exports what is of the two"] = journal.export(member.reading, WORDS)

    def does(self, what: str) -> None:
        """Keep in mind what she did, to tell it where it shows."""
        scene, late = divmod(self.scenes.at - BEGINNING, clock.HOUR)
        self.did.append(f"scene {scene}, second {late}: {what}")


def lived(numbers: Iterable[int], way: int) -> dict[int, Living]:
    """Let Alice live some stories in one way; nothing of them is left."""
    found = {}
    for beginning, group in groupby(numbers, lambda number: number // A_BEGINNING):
        with begun(Beginning.drawn(beginning), way) as two:
            for number in group:
                living = Living(Story.drawn(number), two, way)
                with undone(*two.people):
                    living.live()
                found[number] = living
    return found


def told_apart(numbers: Iterable[int]) -> list[str]:
    """Return, for each story in which Bob can tell her two ways apart, how."""
    asked = list(numbers)
    one, other = (lived(asked, way) for way in WAYS)
    return [
        _report(number, first, one[number], other[number])
        for number in asked
        for first in differing(named(one[number]), named(other[number]))[:1]
    ]


def named(living: Living) -> Seen:
    """Return what Bob got, with ids in the order of their coming where that is fair.

    A ref is a hash of signed text, and so of the second in which she put in: where
    that differs between the ways, so does every ref that rests on it. Which ids
    differ is compared all the same.
    """
    if living.story.punctual or not living.story.opens:
        return living.seen
    order: dict[str, str] = {}

    def number(found: re.Match[str]) -> str:
        return order.setdefault(found[0], f"id {len(order)}")

    return {
        asked: re.sub("[0-9a-f]{32,}", number, repr(got))
        for asked, got in living.seen.items()
    }


def _report(number: int, first: str, one: Living, other: Living) -> str:
    got = [_lines(living.seen[first]) for living in (one, other)]
    names = [f"way {way}" for way in WAYS]
    shown = list(unified_diff(*got, *names, lineterm="", n=0))[:DIFFERENCES]
    ways = [
        "\n  ".join([f"{name}:", *living.did])
        for name, living in zip(names, (one, other), strict=True)
    ]
    replay = f"replay: LIFE={number} pytest tests/web/test_twin_lives.py -k replayed"
    head = f"life {number}: Bob can tell her two ways apart. First by: {first}"
    return "\n".join([head, *shown, *ways, replay])


def _lines(got: Any) -> list[str]:
    """What Bob got, piece by piece, so that a difference can be read."""
    if isinstance(got, list):
        return [str(one) for one in got]
    status, headers, cookies, page = got
    pieces = page.decode().replace("<", "\n<").splitlines()
    return [str(status), *map(str, headers.items()), str(cookies), *pieces]
