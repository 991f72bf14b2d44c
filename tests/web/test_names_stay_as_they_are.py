"""Where a browser translates a page, the names of people stay as they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import Final

import pytest
from django.http import HttpResponse
from django.template.context import Context
from tests.web.cast import Person, addresses, code_on, html_of, join, met
from tests.web.crawl import Crawl, Seen
from tests.web.crawled import seen_by
from tests.web.guess import acts as guess
from tests.worlds.damaged_life import WHO, lived

from coequal.core.people import Pair
from coequal.web.templatetags.said import naming

VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"}
    | {"source", "track", "wbr"}
)
READ_ALOUD: Final = frozenset({"aria-label", "title", "alt", "placeholder"})
"""Attributes that a browser translates as it does the text of an element."""


class Unmarked(HTMLParser):
    """The texts of a page in which a name stands that a browser would translate."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__()
        self.names = tuple(names)
        self.found: list[str] = []
        self._kept: list[bool] = []
        self._tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        kept = (self._kept or [False])[-1]
        kept = {"no": True, "yes": False}.get(given.get("translate", ""), kept)
        if not kept:
            self._look(*(given[one] for one in READ_ALOUD if one in given))
        if tag not in VOID:
            self._tags.append(tag)
            self._kept.append(kept)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag in self._tags:
            self._kept.pop()
            if self._tags.pop() == tag:
                return

    def handle_data(self, data: str) -> None:
        if not (self._kept and self._kept[-1]):
            self._look(data)

    def _look(self, *texts: str) -> None:
        for text in texts:
            if any(name in text for name in self.names):
                self.found.append(" ".join(text.split()))


def unmarked(seen: Iterable[Seen], *names: str) -> Iterator[str]:
    for one in seen:
        if not one.is_page or "Content-Disposition" in one.response:
            continue
        parser = Unmarked(names)
        parser.feed(one.response.content.decode())
        parser.close()
        yield from (f"{one.asked}: {text}" for text in parser.found)


def unmarked_on(pages: Iterable[HttpResponse], *names: str) -> list[str]:
    """Say on these pages, one after the other, what `unmarked` says."""
    seen = [Seen(asked=f"page {at}", response=one) for at, one in enumerate(pages)]
    return list(unmarked(seen, *names))


@pytest.mark.parametrize("who", ["alice", "bob", "carol"])
def test_no_name_stands_where_a_browser_would_translate_it(db: None, who: str) -> None:
    life = lived()
    person: Person = getattr(life, who)
    place = life.theirs if who == "carol" else life.ours
    seen = Crawl(person).go("/", *addresses(place).values())
    assert sorted(set(unmarked(seen, *WHO))) == []


def test_nor_on_the_pages_on_which_two_meet_and_part(
    alice: Person, bob: Person
) -> None:
    for one in (alice, bob):
        one.begin()
        one.keep()
    pages = [alice.post("/us/invite/", label="Bob", own_label="Alice", pair="friends")]
    place = alice.where
    bob.post("/join/", code=code_on(pages[0]))
    pages += [bob.get("/join/asked/"), bob.get("/join/keep/")]
    pages += [join(bob, code_on(pages[0])), alice.get(place)]
    met(alice, place)
    pages += [bob.get(place), bob.get(f"{place}leave/")]
    alice.post(f"{place}leave/", way="now", phrase=alice.phrase)
    pages += [alice.get(place), bob.get(place), alice.get("/us/")]
    assert unmarked_on(pages, "Alice", "Bob") == []


def test_nor_on_those_of_two_with_one_phone(db: None) -> None:
    device = guess.begin()
    pages = [device.get("/guess/1/"), guess.answer(device, 1, ("A", "B"))]
    pages += [guess.hand_over(device, 1), guess.answer(device, 1, ("A", "A"))]
    for number in range(2, guess.CARDS + 1):
        pages.append(guess.turn(device, number, ("A", "B"), ("AB", "AB")))
    pages.append(device.get("/guess/end/"))
    assert unmarked_on(pages, "Alice", "Bob") == []


def test_the_names_of_made_up_people_are_kept_too(db: None) -> None:
    person = Person("Somebody")
    offer = person.get("/try/")
    person.post("/try/", pair="partners")
    names = chairs(person)
    assert len(set(names)) == 2
    assert unmarked_on([offer], *names) == []
    seen = seen_by(["partners"])["partners"]
    assert any(names[0] in html_of(one.response) for one in seen if one.is_page)
    assert sorted(set(unmarked(seen, *names))) == []


def chairs(person: Person) -> list[str]:
    chair = person.get("/try/").context["chair"]
    return [chair.name, chair.other]


def test_a_name_without_a_mark_is_found() -> None:
    parser = Unmarked(["Alice"])
    parser.feed(
        '<p>Alice <br>and <bdi translate="no">Alice</bdi></p><p title="to Alice">x</p>'
        '<svg translate="no"><text>Alice</text></svg><p>and Alice</p>'
    )
    assert parser.found == ["Alice", "to Alice", "and Alice"]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Bo has more say.", "{Bo} has more say."),
        ("Bob has Bo", "Bob has {Bo}"),
        ("Bo’s say, Mary Ann’s", "{Bo}’s say, {Mary Ann}’s"),
        ("Mary has", "{Mary} has"),
        ("<b>Bo</b>", "&lt;b&gt;{Bo}&lt;/b&gt;"),
        ("nobody", "nobody"),
    ],
)
def test_a_name_is_marked_within_a_sentence_where_it_is_no_part_of_a_word(
    text: str, drawn: str
) -> None:
    marked = naming(Context(), text, "Bo", "Mary", "Mary Ann")
    assert marked == drawn.replace("{", '<bdi translate="no">').replace("}", "</bdi>")


@pytest.mark.parametrize("name", ["", "  ", "(.*)", "<script>", "\\", "&amp;", "♥"])
def test_whatever_one_is_called_a_sentence_stays_harmless(name: str) -> None:
    labels = Pair(a=name, b="Bob")
    drawn = naming(Context({"labels": labels}), f"{name} and Bob: a & b")
    assert "<script>" not in drawn
    assert "a &amp; b" in drawn
    assert '<bdi translate="no">Bob</bdi>' in drawn


def test_without_names_a_sentence_is_drawn_as_it_is() -> None:
    assert naming(Context(), "Home & money") == "Home &amp; money"


def test_a_name_that_a_sentence_begins_with_a_capital_is_one_still() -> None:
    drawn = naming(Context(), "Rose would like more say. So would rose.", "rose")
    assert drawn == (
        '<bdi translate="no">Rose</bdi> would like more say. '
        'So would <bdi translate="no">rose</bdi>.'
    )
