"""Alice and Bob: what each would say, and the steps from nobody to a pair."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import Final
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import APIResponse, Cookie
from tests.browser.walk import MIDDLE, Answers, Person
from tests.web.unspaced import unspaced

CHOICE: Final = re.compile(
    r'<button class="answer[^>]*value="([^"]+)"[^>]*>'
    r"(?:(?!</button>).)*?<span>([^<]+)<",
    re.DOTALL,
)
CODE: Final = re.compile(r'<p class="code"[^>]*>(.*?)</p>', re.DOTALL)
ASKED: Final = re.compile(r'name="asked" value="([0-9a-f]+)"')
SWITCHED_ON: Final = re.compile(r'<input[^>]*name="part"[^>]* checked[^>]*>')
VALUE: Final = re.compile(r'value="([^"]+)"')
TAGS: Final = re.compile("<[^>]*>")  # round the name of the other person
HEADING: Final = re.compile(r"<h1[^>]*>(.+?)</h1>")

ALICE: Final[Answers] = {
    "How much say do you have in how things are done at home?": "A lot",
    "And how much say does your partner have in how things are done at home?": "Some",
    "How much say do you have when it comes to money?": "A little",
    "And how much say does your partner have when it comes to money?": "A lot",
    "Would you like more or less say when it comes to money?": "More",
    "How much say do you have in how you two spend your free time?": "Some",
    "And how much say does your partner have in how you two spend your free time?": (
        "A lot"
    ),
    "When you don’t agree, how often does it end up your way?": "Rarely",
    "How often do you drop something just to avoid a fight?": "Often",
}
BOB: Final[Answers] = {
    "How much say do you have when it comes to money?": "A lot",
    "And how much say does Alice have when it comes to money?": "Some",
    "How much say do you have in how you two spend your free time?": "Some",
    "And how much say does Alice have in how you two spend your free time?": "A lot",
    "Would you like more or less say in how you two spend your free time?": "Much more",
    "How much say do you have in your big plans, like where you live?": (
        "Rather not say"
    ),
    "When you don’t agree, how often does it end up your way?": "Often",
    "How often do you drop something just to avoid a fight?": "Never",
}
PARTS: Final = (
    "Home",
    "Money",
    "Free time",
    "Family and friends",
    "Big plans",
    "How it goes between you",
    "Trust",
    "Being heard",
)
HIDES: Final = ("Big plans",)
ALICE_OPENS: Final = PARTS[:-1]
BOB_OPENS: Final = ("Money", "Free time", "How it goes between you", "Being heard")
ALICE_TAPS: Final = ("How it goes between you", "Trust")
BOB_TAPS: Final = ("Home", "Family and friends", "Big plans", *PARTS[5:])
BOTH_OPEN: Final = ("Money", "Free time")
ONLY_ONE: Final = ("Home", "Family and friends", "Big plans", "Being heard")


def begin_alone(person: Person) -> None:
    """Say whom one has in mind, and come to the first question."""
    person.go("/")
    person.press("Start on my own")
    person.press("Partners")


def begin(person: Person, answers: Answers) -> None:
    """Answer all there is, on one's own."""
    begin_alone(person)
    person.answer(answers)


def keep(person: Person) -> None:
    """Keep it, and come to the recovery code."""
    person.follow("Keep my picture")
    person.keep()
    person.press("Keep it")


def recovery_code(person: Person) -> str:
    """Make a code, write it down, and say so."""
    person.write("Your passphrase", person.phrase)
    person.press("Make a recovery code")
    code = person.code()
    person.press("I’ve written it down")
    return code


def ask(person: Person, other: str, *, own: str, hides: Sequence[str] = HIDES) -> str:
    """Choose what stays hidden and ask somebody; read the code off the page.

    Who has kept nothing yet keeps it first.
    """
    person.go(f"{person.sheet}share/")
    person.tick(*hides)
    person.press("Share these")
    if person.page.get_by_label("Passphrase", exact=True).count():
        person.keep()
        person.press("Keep them, and go on")
    person.call(other, own=own)
    person.press("Get a message to send")
    return person.code()


def read(person: Person, code: str) -> None:
    """Type the code of somebody else, and read what it asks."""
    person.go("/join/")
    person.write("The code you were given", code)
    person.press("See what I’m asked")


def share(person: Person, *hides: str) -> None:
    """Choose what stays hidden, from one's own picture."""
    person.go(f"{person.sheet}share/")
    person.tick(*hides)
    person.press("Share these")


def join(person: Person, *, own: str) -> None:
    """Keep, then join: the last act of who was asked."""
    person.keep()
    person.press("Keep them, and go on")
    person.write("Your own name?", own)
    person.press("Join")


def pair(alice: Person, bob: Person) -> str:
    """Let both answer and choose, and Alice look; return the address of their place.

    It is asked of the server, and no page is drawn before the last: how people come to
    be a pair by themselves is walked in `test_two_people_walk_the_whole_path.py`.
    """
    send(alice, "/begin/")
    sheet = _answer_and_share(alice, send(alice, "/whom/", pair="partners"), ALICE)
    names = {"label": "Bob", "own_label": "Alice"}
    send(alice, f"{sheet}invite/", **_kept(alice))
    asked = send(alice, f"{sheet}invite/", **names)
    send(bob, "/join/", code=_found(CODE, asked))
    _answer_and_share(bob, send(bob, "/join/asked/", do=""), BOB)
    names = {"label": "Alice", "own_label": "Bob"}
    keep = send(bob, "/join/keep/", **_kept(bob))
    send(bob, "/join/keep/", asked=_found(ASKED, keep), **names)
    bob.go(asked.url)
    alice.go(send(alice, f"{asked.url}meet/").url)
    return urlsplit(asked.url).path


def send(person: Person, path: str, **fields: object) -> APIResponse:
    """Send a form from somebody's browser without looking; return where it led."""
    ask = person.page.context.request
    cookies = {one.get("name"): one.get("value") for one in _cookies(person)}
    given = {"csrfmiddlewaretoken": cookies["t"], **fields}
    page = ask.post(
        path,
        data=urlencode(given, doseq=True),
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )
    assert page.ok, (path, page.status, page.text())
    return page


def _cookies(person: Person) -> Sequence[Cookie]:
    if not any(one.get("name") == "t" for one in person.page.context.cookies()):
        person.page.context.request.get("/")
    return person.page.context.cookies()


def _answer_and_share(person: Person, first: APIResponse, answers: Answers) -> str:
    """Answer from this page on, and share what is not hidden; return whose sheet."""
    _answered(person, urlsplit(first.url).path, answers)
    sheet = first.url.partition("short/")[0]
    page = person.page.context.request.get(f"{sheet}share/")
    parts = {VALUE.search(one)[1] for one in SWITCHED_ON.findall(unspaced(page.text()))}  # type: ignore[index]
    send(person, page.url, part=sorted(parts - {"plans"}))
    return sheet


def _found(what: re.Pattern[str], page: APIResponse) -> str:
    found = what.search(unspaced(page.text()))
    assert found is not None, page.url
    return re.sub(r"<[^>]+>|\s", "", found[1])


def _kept(person: Person) -> dict[str, str]:
    return {"name": person.name, "phrase": person.phrase, "again": person.phrase}


def turn(person: Person, cards: int = 1) -> None:
    """Turn this many cards over, up to the last one."""
    for _ in range(cards):
        person.press("Turn the")


def answer_without_looking(person: Person, answers: Answers) -> None:
    """Give the rest of the answers to the server, so that no page is drawn."""
    person.go(_answered(person, person.path, answers))


def _answered(person: Person, path: str, answers: Answers) -> str:
    ask = person.page.context.request
    token = next(c for c in person.page.context.cookies() if c.get("name") == "t")
    while "/answers/" in path:
        page = ask.get(path)
        text = unspaced(page.text())
        choices = {label: value for value, label in CHOICE.findall(text)}
        heading = unescape(TAGS.sub("", HEADING.search(text)[1]))  # type: ignore[index]
        label = answers.get(heading) or next((a for a in MIDDLE if a in choices), "")
        form = {"a": choices.get(label, "skip"), "csrfmiddlewaretoken": token["value"]}
        path = ask.post(page.url, form=form).url
    return path
