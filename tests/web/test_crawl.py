"""Everywhere that anybody can get to: bland, and all of it from here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from django.contrib.staticfiles import finders
from django.urls import resolve
from tests.titles import TITLES
from tests.web.cast import Person, html_of, title_of
from tests.web.crawl import CALLS, Page, Seen
from tests.web.crawled import seen_by
from tests.web.test_access import TABLE
from tests.web.test_headers import LOUD

from coequal.core.people import PairType

COOKIES: Final = {"t", "s", "h", "b", "o"}
FILES: Final = re.compile(
    r'attachment; filename="((mine|ours)\.(json|html)|notes\.svg|reminder\.ics)"'
)
PICKED: Final = re.compile(r"\?icon=(?:notes|leaf|square|dot)$")
"""The one thing that stands behind ? in an address: which icon a home screen has."""
ICON: Final = '<link rel="icon" href="/static/icon.svg" type="image/svg+xml">'
ELSEWHERE: Final = re.compile(r"(?:[a-z]+:)?//(?!www\.w3\.org/)", re.IGNORECASE)
COMMENT: Final = re.compile(r"^\s*//.*$", re.MULTILINE)
LOADING: Final = re.compile(r"@import|url\((?!['\"]?(?:data:|#))|\bimport\(")


WHO: Final = (
    *("nobody", "new", "bob", "carol", "former_partner"),
    *(pair.value for pair in PairType),
)


@pytest.mark.parametrize("who", WHO)
def test_wherever_somebody_goes_nothing_is_loud_and_all_is_from_here(
    db: None, who: str
) -> None:
    found = {one.asked: list(faults(one)) for one in seen_by([who])[who]}
    assert {asked: wrong for asked, wrong in found.items() if wrong} == {}


def test_who_has_everything_gets_to_every_page_and_nothing_is_loud(db: None) -> None:
    seen = seen_by(["alice"])["alice"]
    assert set(TABLE) - {name_of(one) for one in seen} == set()
    assert [wrong for one in seen for wrong in faults(one)] == []


LEADS: Final = re.compile(r'class="btn first')
QUIET: Final = re.compile(r'<(nav|form|ul)[^>]*class="quiet.*?</\1>', re.DOTALL)
LINK: Final = re.compile(r"<(?:a|button)\b")
AT_MOST: Final = 3
BESIDE: Final = '<a href="/"></a>'


def crowded(html: str) -> Iterator[str]:
    """Say where more than one thing leads on a page, or a quiet list is long."""
    if len(LEADS.findall(html)) > 1:
        yield "more than one button leads"
    for found in QUIET.finditer(html):
        if len(LINK.findall(found[0])) > AT_MOST:
            yield f"a quiet list of more than {AT_MOST}"


def faults(one: Seen) -> list[str]:
    """Say what an answer has that none may have."""
    path = one.asked.partition(" ")[2]
    wrong = [f"cookie {name}" for name in set(one.response.cookies) - COOKIES]
    if one.response.status_code >= 500:
        wrong.append(f"status {one.response.status_code}")
    bare = PICKED.sub("", path)
    if LOUD.search(path) or "?" in bare or not path.startswith("/"):
        wrong.append(f"address {path}")
    if "Content-Disposition" in one.response:
        name = one.response["Content-Disposition"]
        wrong += [] if FILES.fullmatch(name) else [name]
    elif one.is_page and one.response.content:
        wrong += on_page(path, one)
    return wrong


def on_page(path: str, one: Seen) -> list[str]:
    html = html_of(one.response)
    title = title_of(one.response)
    wrong = [] if title in TITLES else [f"the title {title}"]
    wrong += [] if ICON in html else ["no icon"]
    wrong += [*unkept(html), *crowded(html)]
    for address in Page(path, html).addresses:
        if not address.startswith(("/", "#", *CALLS)) or address.startswith("//"):
            wrong.append(f"leads elsewhere: {address}")
        if LOUD.search(address):
            wrong.append(f"says too much: {address}")
    return wrong


FORM: Final = re.compile(r"<form.*?</form>", re.DOTALL)
SECRET: Final = re.compile(r'<input[^>]*type="password"[^>]*>')
KEEPER: Final = re.compile(r'autocomplete="(?:current|new)-password"')


def unkept(html: str) -> Iterator[str]:
    """Say which form leaves a password manager without the name or the right word."""
    for form in FORM.findall(html):
        fields = SECRET.findall(form)
        if fields and 'autocomplete="username"' not in form:
            yield "a passphrase without a name"
        if not all(KEEPER.search(one) for one in fields):
            yield "a passphrase without its word"


def name_of(one: Seen) -> str:
    """The route that was asked for."""
    path = re.split(r"[ #?]", one.asked)[1]
    return str(resolve(path).view_name)


@pytest.mark.parametrize(
    ("wrong", "page"),
    [
        ("the title fear - Notes", "<title>fear - Notes</title>"),
        ("no icon", "<title>Notes</title>"),
        ("a passphrase without a name", '<form><input type="password"></form>'),
        ("a passphrase without its word", '<form><input type="password"></form>'),
        ("more than one button leads", '<a href="/" class="btn first"></a>' * 2),
        (
            "a quiet list of more than 3",
            f'<nav class="quiet">{BESIDE * 4}</nav>',
        ),
        ("leads elsewhere: https://x.example/", '<a href="https://x.example/">'),
        ("leads elsewhere: //x.example/a.js", '<script src="//x.example/a.js">'),
        ("says too much: /us/#abuse", '<a href="/us/#abuse">'),
    ],
)
def test_the_crawl_would_notice(db: None, carol: Person, wrong: str, page: str) -> None:
    response = carol.client.get("/")
    response.content = page.encode()
    assert wrong in faults(Seen(asked="GET /", response=response))


def static_files() -> list[Path]:
    return [
        Path(storage.path(name))
        for finder in finders.get_finders()
        for name, storage in finder.list([])
    ]


def test_no_style_no_script_and_no_picture_asks_anybody_else() -> None:
    files = static_files()
    assert {file.suffix for file in files} >= {".css", ".js", ".svg"}
    for file in files:
        if file.suffix in {".css", ".js", ".svg"}:
            text = file.read_text(encoding="utf-8")
            assert not ELSEWHERE.search(COMMENT.sub("", text))
            assert not LOADING.search(text)


def test_the_icon_has_no_words() -> None:
    icon = Path(str(finders.find("icon.svg"))).read_text(encoding="utf-8")
    assert not re.search("<(text|title|desc)", icon)
