"""People with a browser each, without pictures: Django's client."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from copy import deepcopy
from html.parser import HTMLParser
from http import HTTPStatus
from typing import Any, Final

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from tests.web.routes import PATTERNS
from tests.web.unspaced import unspaced
from tests.worlds.snapshots import (
    once,
)

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.answers import Value
from coequal.core.see.instrument import GUESS, Instrument
from coequal.people import meeting, sessions
from coequal.people.sessions import Session
from coequal.web.sessions import HALF

FORM: Final = content(PairType.PARTNERS).instrument
"""The form that everybody here answers, unless a test says otherwise."""

OWN_SHEET: Final = "0" * 32
"""Stands in an address for the sheet that the browser was led to last."""


class Browser(Client):
    """Django's client, forgetting cookies that are taken back, as browsers do.

    `/answers/3/`, `/answers/more/3/`, `/answers/again/`, `/answers/share/`,
    `/answers/invite/`, `/mine/`, `/mine/how-sure/`, `/notice/`, `/month/` and
    `/month/trend/` are short for the pages of the sheet that it was led to last.
    """

    sheet = OWN_SHEET

    def generic(self, method: str, path: str, *args: Any, **more: Any) -> Any:
        return super().generic(method, lengthened(path, self.sheet), *args, **more)

    def request(self, **request: Any) -> Any:
        response = super().request(**request)
        for name in [name for name, one in self.cookies.items() if not one.value]:
            del self.cookies[name]
        led = re.fullmatch("/answers/([0-9a-f]{32})/", response.get("Location", ""))
        if led:
            self.sheet = led[1]
        return response

    def drawing(self) -> AbstractContextManager[None]:
        """Let randomness be drawn as for a request."""
        return nullcontext()

    def remembered(self) -> tuple[Any, ...]:
        """All that it would have to forget for a request to leave no trace."""
        return deepcopy(self.cookies), self.sheet

    def remember(self, *state: Any) -> None:
        self.cookies, self.sheet = state


def lengthened(path: str, sheet: str) -> str:
    """Return the address that a short one stands for."""
    path = re.sub(r"^/answers/(\d{1,31})/$", rf"/answers/{sheet}/short/\1/", path)
    path = re.sub(r"^/answers/([a-z]+/\d+)/$", rf"/answers/{sheet}/\1/", path)
    path = re.sub(r"^/answers/(again|share|invite)/$", rf"/answers/{sheet}/\1/", path)
    beside = r"^/(mine|notice|month)/(how-sure/|all/|trend/)?$"
    path = re.sub(beside, rf"/\1/{sheet}/\2", path)
    return path.replace(f"/{OWN_SHEET}/", f"/{sheet}/")


def shortened(text: str, sheet: str) -> str:
    """Take a sheet out of every address in a text."""
    return re.sub(rf"(/(?:answers|mine|notice|month)/){sheet}/(?:short/)?", r"\1", text)


class Person:
    """Somebody with a browser, who follows what pages answer."""

    def __init__(self, name: str, browser: Browser | None = None) -> None:
        self.name = name
        self.phrase = f"four plain words of {name}"
        self.client = browser or Browser()
        self.where = "/"

    def get(self, path: str) -> HttpResponse:
        return self._arrived(self.client.get(path, follow=True), path)

    def post(self, path: str, **fields: object) -> HttpResponse:
        return self._arrived(self.client.post(path, fields, follow=True), path)

    def _arrived(self, response: HttpResponse, path: str) -> HttpResponse:
        chain = getattr(response, "redirect_chain", [])
        where = chain[-1][0] if chain else path
        self.where = shortened(where, self.client.sheet)
        response.content = shortened(response.content.decode(), self.client.sheet)
        return response

    def begin(self) -> None:
        self.post("/begin/")
        if self.where == "/whom/":
            self.has_in_mind("partners")

    def has_in_mind(self, pair: str) -> HttpResponse:
        """Say what the two are to each other, and begin to answer."""
        return self.post("/whom/", pair=pair)

    def keep(self) -> HttpResponse:
        fields = {"name": self.name, "phrase": self.phrase, "again": self.phrase}
        return self.post("/keep/", **fields)

    def sign_in(self) -> HttpResponse:
        return self.post("/sign-in/", name=self.name, phrase=self.phrase)

    def sign_out(self) -> HttpResponse:
        return self.post("/sign-out/")

    def answer(self, answers: Mapping[str, Value], form: Instrument = FORM) -> None:
        """Give answers by item id, each on its own page."""
        for item, value in answers.items():
            path = page_of(item, form)
            assert self.client.post(path, {"a": value}).status_code == 303

    def guess(self, area: str | None) -> None:
        """Guess that both see this area the same way; None for *I don't know*."""
        self.answer({GUESS: guess_of(area)})

    def answer_all(self, value: int = 2) -> None:
        """Answer every page with one value, or the nearest the page has.

        There is no guess.
        """
        items = [FORM.item(page.items[0]) for page in FORM.pages]
        self.answer(
            {one.id: min(max(value, one.min), one.max) for one in items}
            | {GUESS: guess_of(None)}
        )

    def notice(self, **signs: str) -> HttpResponse:
        """Mark signs, each on its card: "0" to "2", or "clear"."""
        for sign, often in signs.items():
            assert self.client.post("/notice/", {sign: often}).status_code == 303
        return self.get("/notice/")

    def look(self, path: str) -> HttpResponse:
        """Look at what opened on a page of two."""
        return self.post(path, do="look")

    def put_up(self, place: str, *signs: str) -> HttpResponse:
        for sign in signs:
            page = self.client.post(f"{place}notice/", {"do": "put", "sign": sign})
            assert page.status_code == 303
        return self.get(f"{place}notice/")

    def answer_again(self, answers: Mapping[str, Value]) -> None:
        """Begin another sitting, and give some answers in it."""
        self.post("/answers/again/")
        self.answer(answers)

    def be_ready(self, place: str, *parts: str) -> HttpResponse:
        """Choose what to share, and look together; a choice refused comes back."""
        self.get(f"{place}choose/")
        if self.where == f"{place}ready/":
            self.post(f"{place}not-ready/")
        chosen = self.post(f"{place}choose/", part=list(parts))
        if self.where != f"{place}together/":
            return chosen
        return self.post(f"{place}together/")


@once
def kept_alone(person: Person) -> str:
    """Let somebody begin and keep; return where that led."""
    person.begin()
    person.keep()
    return person.where


@once
def pair(alice: Person, bob: Person) -> str:
    """Let both keep, invite, join and meet; return the address of their place."""
    for someone in (alice, bob):
        someone.begin()
        someone.keep()
    code = invited(alice, bob.name)
    place = alice.where
    join(bob, code, alice.name)
    met(alice, place)
    return place


def invited(person: Person, label: str = "Bob", pair: str = "partners") -> str:
    """Make an invitation and return the code that its page shows."""
    fields = {"label": label, "own_label": person.name, "pair": pair}
    return code_on(person.post("/us/invite/", **fields))


def join(
    person: Person,
    code: str,
    label: str = "Alice",
    *,
    keeps: Mapping[str, str] | None = None,
    **given: object,
) -> HttpResponse:
    """Read a code, answer on one's own sheet, and join by it.

    Who has kept nothing yet gives what it `keeps` it under.
    """
    page = person.post("/join/", code=code)
    if person.where != "/join/asked/":
        return page
    before = person.client.sheet
    person.post("/join/asked/", do=before)
    if before != OWN_SHEET:
        person.client.sheet = before
    if keeps is not None:
        page = person.post("/join/keep/", **keeps)
        if page.status_code != HTTPStatus.OK:
            return page
    fields = {"label": label, "own_label": person.name, **given}
    return person.post("/join/keep/", asked=asked_on(person), **fields)


def asked_on(person: Person) -> str:
    """Read off the page of the last act which invitation it is about."""
    page = html_of(person.get("/join/keep/"))
    found = re.search(r'name="asked" value="([0-9a-f]+)"', page)
    assert found is not None
    return found[1]


def kept_as(person: Person) -> dict[str, str]:
    """What somebody types who keeps a space with another act."""
    return {"name": person.name, "phrase": person.phrase, "again": person.phrase}


def chosen(person: Person, *parts: str) -> HttpResponse:
    """Answer everything, and choose what to share of one's own sheet."""
    person.answer_all()
    return person.post("/answers/share/", part=list(parts or ("home", "money")))


def met(person: Person, place: str) -> None:
    """Let the one who asked have checked who joined, with nothing put in.

    It is what *Look together* does first; tests of `pairs` press that.
    """
    session = session_of(person)
    with person.client.drawing():
        meeting.meet(session, bytes.fromhex(place.strip("/").rpartition("/")[2]))


def session_of(person: Person) -> Session:
    """Return the session that somebody's browser has."""
    found = sessions.find(bytes.fromhex(person.client.cookies[HALF].value))
    assert found is not None
    return found


@once
def opened(alice: Person, bob: Person) -> str:
    """Let a pair answer everything alike and open two areas; return their place."""
    place = pair(alice, bob)
    for someone in (alice, bob):
        someone.answer_all()
        someone.be_ready(place, "home", "money")
    return place


def addresses(place: str) -> dict[str, str]:
    """Every route by name, filled in.

    It is one pair's id, one's own sheet, the first page or card, and nothing that
    was decided.
    """
    filled = {
        "<id:pair_id>": place.strip("/").rpartition("/")[2],
        "<id:sheet_id>": OWN_SHEET,
        "<id:question_id>": "1" * 32,
        "<id:line_id>": "2" * 32,
        "<slug:chapter>": "short",
        "<slug:slug>": "balance",
        "<slug:name>": "start",
        "<slug:token>": "balance_trust",
        "<int:number>": "1",
        "<int:round>": "1",
    }
    found = {name: f"/{pattern}" for name, pattern in PATTERNS.items()}
    for part, value in filled.items():
        found = {name: path.replace(part, value) for name, path in found.items()}
    return found


def number_of(item: str) -> int:
    """Return the number of the page that asks an item."""
    pages = FORM.pages
    return next(n for n, page in enumerate(pages, start=1) if item in page.items)


def guess_of(area: str | None, form: Instrument = FORM) -> int:
    """Return the answer that guesses this area; for None that one does not know."""
    item = form.item(GUESS)
    return next(n for n in range(item.max + 1) if form.guessed(n) == area)


def page_of(item: str, form: Instrument = FORM) -> str:
    """Return the short address of the page that asks an item, in any chapter."""
    return next(
        f"/answers/{chapter.id}/{number}/"
        for chapter in form.chapters
        for number, page in enumerate(chapter.pages, start=1)
        if item in page.items
    )


def code_on(page: HttpResponse) -> str:
    """Read a code from the page that shows it."""
    found = re.search(r'<p class="code"[^>]*>(.*?)</p>', html_of(page))
    assert found is not None
    return "-".join(re.findall(r"<span>(\w+)</span>", found[1]))


def html_of(response: HttpResponse) -> str:
    """The page as tests look for HTML in it, whatever lines it is written in."""
    return unspaced(response.content.decode())


class _Text(HTMLParser):
    """The words of a page, as a person reads them."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._apart(tag)

    def handle_endtag(self, tag: str) -> None:
        self._apart(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def _apart(self, tag: str) -> None:
        # What somebody is called stands within the words of a sentence.
        if tag != "bdi":
            self.words.append(" ")


def words_of(html: str) -> str:
    parser = _Text()
    parser.feed(html)
    return " ".join("".join(parser.words).split())


def text_of(response: HttpResponse) -> str:
    return words_of(response.content.decode())


def main_of(response: HttpResponse) -> str:
    """The words of a page without its title, navigation and foot."""
    return words_of(_inside(response, "main"))


def heading_of(response: HttpResponse) -> str:
    return words_of(_inside(response, "h1"))


def title_of(response: HttpResponse) -> str:
    return words_of(_inside(response, "title"))


def _inside(response: HttpResponse, tag: str) -> str:
    pattern = rf"<{tag}[^>]*>(.*?)</{tag}>"
    found = re.search(pattern, response.content.decode(), re.DOTALL)
    return found[1] if found else ""


def bytes_of(response: HttpResponse) -> bytes:
    """The page byte for byte, but for the token and slip that are new in each form."""
    token = rb'(name="(?:csrfmiddlewaretoken|slip)" value=")[^"]+'
    return re.sub(token, rb"\1", response.content)


@contextmanager
def undone(*people: Person) -> Iterator[None]:
    """Let what people do leave nothing behind, neither here nor in their browsers."""
    before = [person.client.remembered() for person in people]
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    for person, state in zip(people, before, strict=True):
        person.client.remember(*state)


def ask(person: Person, method: str, path: str) -> HttpResponse:
    """Ask once, by link or by a form that holds nothing, without going on."""
    if method == "GET":
        return person.client.get(path)
    return person.client.post(path, {"nothing": "of this form"})
