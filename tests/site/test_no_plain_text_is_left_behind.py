"""After a life of two people, nothing they typed can be found by Eve.

200 canaries are planted: sign-in names, passphrases, what people call each other,
codes, wrong tries, addresses, browsers. Eve reads every byte that the server has
written: database, write-ahead log, log, locks and temporary files.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.site.browser import Person
from tests.site.server import Served, served

from coequal.content import notes
from coequal.content.load import content
from coequal.core.people import PairType
from coequal.sealed import codes

CODE = re.compile(r'<p class="code"[^>]*>(.*?)</p>', re.DOTALL)
ASKED = re.compile(r'name="asked" value="([0-9a-f]+)"')
LEAF = re.compile(r'name="leaf" value="([^"]+)"')
PLANTED = 200


class Canaries:
    """Words that stand nowhere else in the world, and all that were planted."""

    def __init__(self) -> None:
        self.all: list[str] = []

    def new(self) -> str:
        word = f"canary{secrets.token_hex(8)}"
        self.all.append(word)
        return word

    def add(self, text: str) -> str:
        self.all.append(text)
        return text


@pytest.fixture
def canaries() -> Canaries:
    return Canaries()


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Served]:
    with served(tmp_path) as server:
        yield server


def test_nothing_anybody_typed_is_found(running: Served, canaries: Canaries) -> None:
    _live(running.base, canaries)
    assert len(canaries.all) >= PLANTED
    assert _found(running.folder, canaries.all) == []
    running.kill()
    assert _found(running.folder, canaries.all) == []
    assert _found(running.folder, _answers()) == []


def test_eve_would_find_a_canary_that_was_left(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "log").write_bytes(b"..." + "canary01".encode("utf-16-le"))
    assert _found(tmp_path, ["canary01"]) == ["canary01"]


def _live(base: str, canaries: Canaries) -> None:
    alice, bob = Person(base, canaries.new()), Person(base, canaries.new())
    phrases = {alice: canaries.new(), bob: canaries.new()}
    names = {alice: canaries.new(), bob: canaries.new()}
    place = _pair(alice, bob, names, phrases, canaries)
    bob.get(f"{place}together/")
    bob.post(f"{place}together/")
    for person in (alice, bob):
        person.turn_cards(place)
        assert "/picture/" in person.url
    for person in (alice, bob):
        _notes(person, phrases[person], canaries)
    _mistakes(base, canaries)
    _invitations(alice, canaries)
    for person in (alice, bob):
        person.get("/account/")
        person.post("/sign-out/")
        person.get("/sign-in/")
        person.post("/sign-in/", name=names[person], phrase=phrases[person])
        assert person.url.endswith("/us/")
    alice.post("/leave/")


def _pair(
    alice: Person,
    bob: Person,
    names: dict[Person, str],
    phrases: dict[Person, str],
    canaries: Canaries,
) -> str:
    alice.begin()
    alice.get("/keep/")
    alice.post("/keep/", name=names[alice], phrase=phrases[alice], again=phrases[alice])
    alice.post("/account/code/", phrase=phrases[alice])
    canaries.add(_code(alice.page))
    alice.get("/us/")
    _invite(alice, canaries)
    place, code = alice.url, canaries.add(_code(alice.page))
    bob.get("/join/")
    bob.post("/join/", code=code)
    bob.post("/join/asked/", do="")
    bob.get("/join/keep/")
    bob.post("/join/keep/", name=names[bob], phrase=phrases[bob], again=phrases[bob])
    bob.post(
        "/join/keep/",
        asked=ASKED.search(bob.page)[1],  # type: ignore[index]
        label=canaries.new(),
        own_label=canaries.new(),
    )
    alice.get(place)
    for one in (alice, bob):
        _answer(one)
        one.post(f"{one.sheet()}share/", part=["home", "money", "process"])
    alice.get(place)
    alice.post(f"{place}meet/")
    return place


def _invite(person: Person, canaries: Canaries) -> None:
    names = {"label": canaries.new(), "own_label": canaries.new()}
    person.post("/us/invite/", **names, pair="partners")


def _answer(person: Person) -> None:
    form = content(PairType.PARTNERS).instrument
    person.get("/answers/")
    sheet = person.sheet()
    for number, page in enumerate(form.pages, start=1):
        single = form.item(page.items[0])
        fields = {"a": single.max} if len(page.items) == 1 else _two_areas()
        person.post(f"{sheet}short/{number}/", **fields)
    assert person.url.endswith(sheet.replace("answers", "mine"))


def _notes(person: Person, phrase: str, canaries: Canaries) -> None:
    """Write in Notes, tick signs, mistype the lock, send what cannot be kept."""
    person.get("/notes/")
    person.post("/notes/", phrase=canaries.new())
    person.post("/notes/", phrase=phrase)
    for to in ("write", "write", "topic/worries"):
        person.post("/notes/", to=to)
        _save(person, text=f"{canaries.new()}\n{canaries.new()}")
    person.post("/notes/", to="write")
    _save(person, text=f"{canaries.new()} " * 2000)
    assert person.status == 422
    person.post("/notes/", to="group/threats")
    _save(person, **{"often-throat": "once", "lately-throat": "less"})
    person.post("/notes/", to="notes")
    assert canaries.all[-5] in person.page


def _save(person: Person, **fields: object) -> None:
    leaf = LEAF.search(person.page)
    assert leaf is not None
    person.post("/notes/", do="save", leaf=leaf[1], **fields)


def _two_areas() -> dict[str, object]:
    return {"a": "done", "area": ["home", "money"]}


def _mistakes(base: str, canaries: Canaries) -> None:
    """What goes wrong is typed too: wrong names, phrases, codes, addresses."""
    for _ in range(20):
        person = Person(base, canaries.new())
        person.get(f"/sign-in/?{canaries.new()}={quote(canaries.new())}")
        person.post("/sign-in/", name=canaries.new(), phrase=canaries.new())
        person.get(f"/nothing/{canaries.new()}/")
    for _ in range(10):
        person = Person(base)
        person.get("/join/")
        person.post("/join/", code=canaries.new(), label=canaries.new())
        sheet = secrets.token_hex(16)
        person.post(f"/answers/{sheet}/short/1/", a=canaries.new())
        person.post("/whom/", pair=canaries.new())


def _invitations(alice: Person, canaries: Canaries) -> None:
    for _ in range(15):
        alice.get("/us/")
        _invite(alice, canaries)
        canaries.add(_code(alice.page))


def _code(page: str) -> str:
    shown = CODE.search(page)
    assert shown is not None
    return "-".join(re.sub(r"<[^>]+>", " ", shown[1]).split())


def _answers() -> list[str]:
    """The names of questions and answers, which stand inside the seals only."""
    form = content(PairType.PARTNERS).instrument
    signs = [sign.id for group in notes.signs().groups for sign in group.signs]
    words = [f'"{sign}":' for sign in signs] + ['"group":', "group/threats"]
    return [item.id for item in form.items] + ['"value":', '"follows":', *words]


def _found(folder: Path, words: list[str]) -> list[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    everything = b"\0".join(path.read_bytes() for path in files)
    everything += b"\0" + everything.lower()
    return [word for word in words if any(form in everything for form in _forms(word))]


def _forms(word: str) -> Iterator[bytes]:
    """A word as it could lie on a disk."""
    plain = word.lower()
    encodings: list[Callable[[str], bytes]] = [
        str.encode,
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode().hex().encode(),
        lambda text: text.replace("-", "").encode(),
    ]
    yield from (encode(plain) for encode in encodings)
    if "-" in word:
        yield codes.decode(word, len(word.replace("-", "")) * 5 // 8)
