"""Who gets where: every route, everybody, by link and by form."""

from __future__ import annotations

from typing import Final

import pytest
from django.urls import resolve
from tests.web.cast import Person, addresses, ask, bytes_of, opened, undone
from tests.web.decide.acts import (
    raised,
)
from tests.web.routes import PATTERNS, ROUTES

Outcome = int | str
"""A status, or the name of the route that is gone to."""

PEOPLE: Final = ("nobody", "new", "alice", "bob", "carol")
KEPT: Final = ("alice", "bob", "carol")


def everybody(outcome: Outcome) -> dict[str, Outcome]:
    return dict.fromkeys(PEOPLE, outcome)


def somebody(outcome: Outcome, *, kept: Outcome | None = None) -> dict[str, Outcome]:
    """Nobody goes to the start; who is here sees it, who has kept maybe else."""
    later = outcome if kept is None else kept
    known = dict.fromkeys(("alice", "bob", "carol"), later)
    return {"nobody": "home:start", "new": outcome, **known}


def kept(outcome: Outcome) -> dict[str, Outcome]:
    """Only who has kept a space."""
    known = dict.fromkeys(("alice", "bob", "carol"), outcome)
    return {"nobody": "account:sign_in", "new": "account:keep", **known}


def the_two(outcome: Outcome) -> dict[str, Outcome]:
    """Only the two of the pair; to Carol it is not there."""
    return kept(outcome) | {"carol": 404}


def alone(outcome: Outcome) -> dict[str, Outcome]:
    """Everybody by themselves, alike whatever they have kept."""
    return everybody(outcome) | {"nobody": "account:sign_in"}


def only_free(outcome: Outcome) -> dict[str, Outcome]:
    """Only a browser without answers of anybody's own."""
    return everybody(409) | {"nobody": outcome}


def paired(outcome: Outcome, led: Outcome) -> dict[str, Outcome]:
    """What is asked of one's own sheet; the two are led to the place of the pair."""
    return somebody(outcome) | {"alice": led, "bob": led}


GET_ONLY: Final = everybody(405)
POST_ONLY: Final = everybody(405)

TABLE: Final[dict[str, tuple[dict[str, Outcome], dict[str, Outcome]]]] = {
    "home:start": (
        {who: "pairs:us" if who in KEPT else 200 for who in PEOPLE},
        GET_ONLY,
    ),
    "home:begin_alone": (POST_ONLY, everybody("see:answers")),
    "home:forget": (POST_ONLY, everybody("home:start")),
    "home:leave": (POST_ONLY, everybody("home:left")),
    "home:left": (everybody(200), GET_ONLY),
    "home:help": (everybody(200), GET_ONLY),
    "learn:index": (everybody(200), everybody("learn:found")),
    "learn:found": (everybody(200), GET_ONLY),
    "learn:guide": (everybody(200), GET_ONLY),
    "learn:path": (everybody(200), GET_ONLY),
    "learn:questions": (everybody(200), GET_ONLY),
    "home:promises": (everybody(200), GET_ONLY),
    "demo:try_it": (everybody(200), only_free(422)),
    "shared_device:home": (everybody("home:start"), GET_ONLY),
    "shared_device:swap": (POST_ONLY, everybody("shared_device:home")),
    "guess:begin": (everybody(200), only_free(422)),
    "guess:card": (everybody("guess:begin"), everybody("guess:begin")),
    "guess:end": (everybody("guess:begin"), everybody("guess:begin")),
    "guess:picture": (everybody("guess:begin"), GET_ONLY),
    "guess:stop": (POST_ONLY, everybody("home:start")),
    "see:whom": (somebody(200), somebody(422)),
    "see:answers": (somebody("see:sheet"), GET_ONLY),
    "see:sheet": (somebody("see:question"), GET_ONLY),
    "see:question": (somebody(200), somebody(422)),
    "see:again": (somebody("see:sheet"), somebody("see:sheet")),
    "see:mine": (somebody("see:sheet"), GET_ONLY),
    "see:mine_all": (somebody("see:sheet"), GET_ONLY),
    "see:how_sure_mine": (somebody("see:sheet"), GET_ONLY),
    "see:notice": (somebody(200), somebody(422)),
    "decide:solo": (somebody(200), somebody(422)),
    "decide:solo_weigh": (somebody(200), somebody(422)),
    "notes:notes": (alone(200), alone("notes:notes")),
    "account:keep": (somebody(200, kept="pairs:us"), somebody(422, kept="pairs:us")),
    "account:sign_in": (everybody(200), everybody(422)),
    "account:sign_out": (POST_ONLY, everybody("home:start")),
    "account:recover": (everybody(200), everybody(422)),
    "account:account": (kept(200), GET_ONLY),
    "account:recovery": (kept(200), kept(422)),
    "account:unsent": (POST_ONLY, kept("pairs:us")),
    "account:passphrase": (kept(200), kept(422)),
    "account:days": (kept(200), kept(422)),
    "account:sessions": (kept(200), kept(422)),
    "export:mine": (kept(200), kept(422)),
    "pairs:end_account": (kept(200), kept(422)),
    "pairs:us": (kept(200), kept("pairs:us")),
    "pairs:more": (kept(200), kept("pairs:more")),
    "pairs:decide": (
        kept("decide:questions") | {"carol": "decide:solo"},
        GET_ONLY,
    ),
    "pairs:invite": (POST_ONLY, kept(422)),
    "pairs:join": (everybody(200), everybody(422)),
    "pairs:asked": (somebody("pairs:join"), somebody("pairs:join")),
    "pairs:keep_join": (somebody("pairs:join"), somebody("pairs:join")),
    "pairs:invite_for": (
        paired("see:choose_for", "pairs:pair"),
        paired("see:choose_for", "pairs:pair"),
    ),
    "pairs:pair": (the_two(200), GET_ONLY),
    "pairs:uninvite": (POST_ONLY, kept("pairs:us")),
    "pairs:meet": (POST_ONLY, kept(403) | {"alice": "see:together"}),
    "see:answer": (POST_ONLY, the_two("see:sheet")),
    "see:choose": (the_two(200), the_two(422)),
    "see:choose_for": (
        paired("see:sheet", "see:choose"),
        paired("see:sheet", "see:choose"),
    ),
    "see:together": (the_two("see:choose"), the_two("see:choose")),
    "see:ready": (the_two("see:together"), GET_ONLY),
    "see:unready": (POST_ONLY, the_two("see:choose")),
    "see:look": (the_two("see:together"), the_two("see:together")),
    "see:cards": (the_two("see:together"), GET_ONLY),
    "see:card": (the_two("see:look"), the_two("see:look")),
    "see:step": (POST_ONLY, the_two("see:cards")),
    "see:thanks": (POST_ONLY, the_two("see:cards")),
    "see:picture": (the_two("see:look"), GET_ONLY),
    "see:picture_then": (the_two("see:look"), GET_ONLY),
    "see:area": (the_two("see:look"), GET_ONLY),
    "see:area_then": (the_two("see:look"), GET_ONLY),
    "see:picture_all": (the_two("see:look"), GET_ONLY),
    "see:picture_all_then": (the_two("see:look"), GET_ONLY),
    "see:how_sure": (the_two("see:look"), GET_ONLY),
    "see:how_sure_then": (the_two("see:look"), GET_ONLY),
    "see:steps": (the_two(200), the_two(422)),
    "see:evening": (the_two(200), the_two(422)),
    "see:board": (the_two(200), the_two(422)),
    "boundaries:mine": (somebody(200), somebody(422)),
    "boundaries:shown": (the_two(200), the_two(422)),
    "boundaries:show": (the_two(404), the_two(404)),
    "agree:agreed": (the_two(200), GET_ONLY),
    "agree:suggest": (the_two(200), the_two(422)),
    "agree:begin": (the_two(200), the_two(422)),
    "agree:again": (the_two(404), the_two(404)),
    "agree:earlier": (the_two(200), GET_ONLY),
    "agree:line": (the_two(404), the_two(404)),
    "decide:questions": (the_two(200), GET_ONLY),
    "decide:raise": (the_two(200), the_two(422)),
    "decide:question": (the_two(404), the_two(404)),
    "decide:raise_again": (the_two(404), the_two(404)),
    "decide:weigh": (the_two(404), the_two(404)),
    "decide:diary": (the_two(200), the_two(422)),
    "decide:diary_line": (the_two(404), the_two(404)),
    "decide:look_back": (the_two(200), GET_ONLY),
    "decide:lead": (the_two(200), the_two(422)),
    "decide:review": (the_two(404), the_two(404)),
    "keep:own": (somebody(200), somebody(422)),
    "thanks:letter": (somebody(200), somebody(422)),
    "keep:lines": (the_two(200), the_two(422)),
    "keep:all": (the_two(200), the_two(422)),
    "keep:month": (the_two(200), the_two(422)),
    "keep:month_then": (the_two(200), the_two(422)),
    "keep:picture": (the_two(404), GET_ONLY),
    "keep:remember": (the_two(200), the_two(422)),
    "season:season": (the_two(200), the_two(422)),
    "season:picture": (the_two(404), GET_ONLY),
    "thanks:thanks": (the_two(200), the_two(422)),
    "month:taps": (the_two(200), the_two(422)),
    "trend:ours": (the_two(200), the_two(422)),
    "month:past": (the_two(200), the_two(422)),
    "month:own": (somebody(200), somebody(422)),
    "trend:own": (somebody(200), somebody("trend:own")),
    "export:ours": (the_two(200), the_two(422)),
    "pairs:days": (the_two(200), the_two(422)),
    "pairs:leave": (the_two(200), the_two(422)),
    "missing:missing": (the_two("pairs:pair"), the_two("pairs:pair")),
}
"""By route: what everybody gets by link, and by an empty form.

Alice and Bob are a pair who have answered nothing yet.
"""


def test_every_route_has_a_name_and_a_row_of_its_own() -> None:
    assert len(PATTERNS) == len(ROUTES)
    assert set(PATTERNS) == set(TABLE)


def asked(person: Person, method: str, path: str) -> Outcome:
    """Ask once, without going on; return the status, or where it leads."""
    with undone(person):
        response = ask(person, method, path)
    if response.status_code in {302, 303}:
        return str(resolve(response["Location"]).view_name)
    return int(response.status_code)


@pytest.fixture
def people(alice: Person, bob: Person, carol: Person) -> dict[str, Person]:
    new = Person("New")
    new.begin()
    return dict(zip(PEOPLE, (Person("Nobody"), new, alice, bob, carol), strict=True))


def outcomes(people: dict[str, Person], method: str, path: str) -> dict[str, Outcome]:
    return {who: asked(one, method, path) for who, one in people.items()}


def test_everybody_gets_to_what_is_theirs_and_no_further(
    place: str, people: dict[str, Person]
) -> None:
    for name, path in addresses(place).items():
        for method, expected in zip(("GET", "POST"), TABLE[name], strict=True):
            assert outcomes(people, method, path) == expected, (method, name)


def test_a_question_is_there_for_the_two_and_for_nobody_else(
    place: str, people: dict[str, Person]
) -> None:
    where = raised(people["alice"], place)
    for path, method, expected in (
        (where, "GET", the_two(200)),
        (where, "POST", the_two(422)),
        (f"{where}weigh/", "GET", the_two(200)),
        (f"{where}weigh/", "POST", the_two(422)),
    ):
        assert outcomes(people, method, path) == expected, (method, path)


def test_a_question_that_was_taken_back_is_there_for_the_two_to_read(
    place: str, people: dict[str, Person]
) -> None:
    where = raised(people["alice"], place)
    people["alice"].post(where, do="retract")
    for path, method, expected in (
        (where, "GET", the_two(200)),
        (where, "POST", the_two(422)),
        (f"{where}again/", "GET", the_two(200)),
        (f"{where}again/", "POST", the_two(422)),
        (f"{where}weigh/", "GET", the_two("decide:question")),
        (f"{where}weigh/", "POST", the_two(422)),
    ):
        assert outcomes(people, method, path) == expected, (method, path)


OURS: Final = [name for name, path in PATTERNS.items() if "<id:pair_id>" in path]


def test_a_place_of_others_reads_like_one_that_is_nowhere(
    place: str, carol: Person
) -> None:
    nowhere = "/us/00112233445566778899aabbccddeeff/"
    places = nowhere, place, opened(Person("Alice and Dana"), Person("Dana"))
    assert OURS
    for name in OURS:
        for method in ("GET", "POST"):
            pages = [_read(carol, method, one, name) for one in places]
            assert pages[0] == pages[1] == pages[2], (method, name)


def _read(person: Person, method: str, place: str, name: str) -> tuple[object, ...]:
    """All of an answer, with the id that was asked for taken out."""
    with undone(person):
        response = ask(person, method, addresses(place)[name])
    pair_id = place.split("/")[2]
    kept = {key: value.replace(pair_id, "") for key, value in response.items()}
    body = bytes_of(response).replace(pair_id.encode(), b"")
    return response.status_code, kept, body, sorted(response.cookies)
