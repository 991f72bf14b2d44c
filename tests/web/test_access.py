"""Who gets where: every route, everybody, by link and by form."""

from __future__ import annotations

from typing import Final

import pytest
from django.urls import resolve
from tests.web.at_questions import raised
from tests.web.cast import Person, addresses, ask, bytes_of, opened, undone

from coequal.web.urls import urlpatterns

Outcome = int | str
"""A status, or the name of the route that is gone to."""

PEOPLE: Final = ("nobody", "new", "alice", "bob", "carol")


def everybody(outcome: Outcome) -> dict[str, Outcome]:
    return dict.fromkeys(PEOPLE, outcome)


def somebody(outcome: Outcome, *, kept: Outcome | None = None) -> dict[str, Outcome]:
    """Nobody goes to the start; who is here sees it, who has kept maybe else."""
    later = outcome if kept is None else kept
    known = dict.fromkeys(("alice", "bob", "carol"), later)
    return {"nobody": "start", "new": outcome, **known}


def kept(outcome: Outcome) -> dict[str, Outcome]:
    """Only who has kept a space."""
    known = dict.fromkeys(("alice", "bob", "carol"), outcome)
    return {"nobody": "sign_in", "new": "keep", **known}


def the_two(outcome: Outcome) -> dict[str, Outcome]:
    """Only the two of the pair; to Carol it is not there."""
    return kept(outcome) | {"carol": 404}


def alone(outcome: Outcome) -> dict[str, Outcome]:
    """Everybody by themselves, alike whatever they have kept."""
    return everybody(outcome) | {"nobody": "sign_in"}


def only_free(outcome: Outcome) -> dict[str, Outcome]:
    """Only a browser without answers of anybody's own."""
    return everybody(409) | {"nobody": outcome}


GET_ONLY: Final = everybody(405)
POST_ONLY: Final = everybody(405)

TABLE: Final[dict[str, tuple[dict[str, Outcome], dict[str, Outcome]]]] = {
    "start": (everybody(200), GET_ONLY),
    "begin_alone": (POST_ONLY, everybody("answers")),
    "begin_with": (everybody(200), GET_ONLY),
    "forget": (POST_ONLY, everybody("start")),
    "leave": (POST_ONLY, everybody("left")),
    "left": (everybody(200), GET_ONLY),
    "help": (everybody(200), GET_ONLY),
    "learn": (everybody(200), everybody("found")),
    "found": (everybody(200), GET_ONLY),
    "guide": (everybody(200), GET_ONLY),
    "way": (everybody(200), GET_ONLY),
    "promises": (everybody(200), GET_ONLY),
    "try_it": (everybody(200), only_free(422)),
    "chairs": (everybody("start"), GET_ONLY),
    "swap": (POST_ONLY, everybody("chairs")),
    "beside": (everybody(200), only_free(422)),
    "beside_look": (POST_ONLY, everybody("beside")),
    "beside_keep": (everybody("beside"), everybody("beside")),
    "beside_kept": (everybody(200), GET_ONLY),
    "whom": (somebody(200), somebody(422)),
    "answers": (somebody("sheet"), GET_ONLY),
    "sheet": (somebody("question"), GET_ONLY),
    "question": (somebody(200), somebody(422)),
    "again": (somebody("sheet"), somebody("sheet")),
    "mine": (somebody("sheet"), GET_ONLY),
    "notice": (somebody(200), somebody(422)),
    "own_decide": (somebody(200), somebody(422)),
    "own_weigh": (somebody(200), somebody(422)),
    "notes": (alone(200), alone("notes")),
    "keep": (somebody(200, kept="us"), somebody(422, kept="us")),
    "sign_in": (everybody(200), everybody(422)),
    "sign_out": (POST_ONLY, everybody("start")),
    "recover": (everybody(200), everybody(422)),
    "account": (kept(200), GET_ONLY),
    "recovery": (kept(200), kept("recovery")),
    "passphrase": (kept(200), kept(422)),
    "visits": (kept(200), kept("visits")),
    "copy": (kept(200), kept(422)),
    "end_account": (kept(200), kept(422)),
    "us": (kept(200), GET_ONLY),
    "invite": (POST_ONLY, kept(422)),
    "join": (everybody(200), everybody(422)),
    "with": (the_two("open"), GET_ONLY),
    "uninvite": (POST_ONLY, kept("us")),
    "meet": (POST_ONLY, kept(403)),
    "answer": (POST_ONLY, the_two("sheet")),
    "open": (the_two(200), the_two(422)),
    "ready": (the_two("open"), GET_ONLY),
    "unready": (POST_ONLY, the_two("open")),
    "look": (the_two("open"), the_two("open")),
    "cards": (the_two("look"), GET_ONLY),
    "card": (the_two("look"), the_two("look")),
    "step": (POST_ONLY, the_two("cards")),
    "thanks": (POST_ONLY, the_two("cards")),
    "picture": (the_two("look"), GET_ONLY),
    "earlier": (the_two("look"), GET_ONLY),
    "evening": (the_two(200), the_two(422)),
    "board": (the_two(200), the_two(422)),
    "decide": (the_two(200), GET_ONLY),
    "raise": (the_two(200), the_two(422)),
    "question_of_two": (the_two(404), the_two(404)),
    "weigh": (the_two(404), the_two(404)),
    "diary": (the_two(200), the_two(422)),
    "diary_line": (the_two(404), the_two(404)),
    "back": (the_two(200), GET_ONLY),
    "lead": (the_two(200), the_two(422)),
    "review": (the_two(404), the_two(404)),
    "our_copy": (the_two(200), the_two(422)),
    "leave_pair": (the_two(200), the_two(422)),
}
"""By route: what everybody gets by link, and by an empty form.

Alice and Bob are a pair who have answered nothing yet.
"""

PATTERNS: Final = {str(route.name): str(route.pattern) for route in urlpatterns}


def test_every_route_has_a_name_and_a_row_of_its_own() -> None:
    assert len(PATTERNS) == len(urlpatterns)
    assert set(PATTERNS) == set(TABLE)


def asked(person: Person, method: str, path: str) -> Outcome:
    """Ask once, without going on; return the status, or where it leads."""
    with undone(person):
        response = ask(person, method, path)
    if response.status_code in {302, 303}:
        return str(resolve(response["Location"]).url_name)
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
        (where, "POST", the_two("question_of_two")),
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
        (where, "POST", the_two("question_of_two")),
        (f"{where}weigh/", "GET", the_two("question_of_two")),
        (f"{where}weigh/", "POST", the_two(422)),
    ):
        assert outcomes(people, method, path) == expected, (method, path)


OURS: Final = [name for name, path in PATTERNS.items() if "<id:iid>" in path]


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
    iid = place.split("/")[2]
    kept = {key: value.replace(iid, "") for key, value in response.items()}
    body = bytes_of(response).replace(iid.encode(), b"")
    return response.status_code, kept, body, sorted(response.cookies)
