"""After a visit the device knows that somebody was here, and no word of what for.

The history, what the address bar suggests, what forms fill in again, open tabs:
whatever Chromium wrote is read, in every database and every file of its profile.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser
from tests.browser import leaving
from tests.browser.chromium import CHROMIUM, started
from tests.browser.on_disk import Row, holding, on_disk, rows
from tests.browser.walk import Person
from tests.titles import TITLES
from tests.web.test_headers import LOUD

SOUGHT: Final = "my partner hits me qzx"
NOTED: Final = "Nobody may read this qzx"
GUIDE: Final = "/learn/being-careful/"
SUGGESTS: Final = frozenset({"Shortcuts", "Network Action Predictor", "Web Data"})
OURS: Final = re.compile(r"https?://127\.0\.0\.1:\d+(/[^\s\0]*)?")


@pytest.fixture(scope="module")
def browser(browser: Browser) -> Iterator[Browser]:
    """Chromium as people have it: with windows, a history, and suggestions."""
    with started(browser.browser_type, CHROMIUM) as whole:
        yield whole


@pytest.fixture(scope="module")
def kept(browser: Browser, base: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The profile of somebody who was looking for help, and wrote a note."""
    folder = tmp_path_factory.mktemp("profile")
    place = leaving.KINDS["Notes"](base, "Alice and her disk")
    with on_disk(browser, folder, leaving.cookies_of(place.person)) as page:
        alice = Person(name="Alice", page=page)
        alice.go(f"{base}/start-here/")
        alice.page.locator("summary").first.click()
        alice.go(f"{base}/learn/").write("What is on your mind?", SOUGHT)
        alice.press("Find guides").go(f"{base}{GUIDE}")
        alice.go(f"{base}/learn/").write("What is on your mind?", SOUGHT)
        alice.go(f"{base}/notes/")
        alice.press(leaving.WORDS, "All notes", "Notes", "Signs", "Notes")
        alice.press("Write", "New note").write("Your words", NOTED)
        alice.press("Save", "Leave quickly")
    return folder


def ours(folder: Path) -> list[tuple[str, Row]]:
    """Return the rows that name an address of ours."""
    return [
        (table, row)
        for table, row in rows(folder)
        if any(isinstance(one, str) and OURS.search(one) for one in row)
    ]


def test_the_history_knows_the_addresses_and_six_titles(kept: Path) -> None:
    found = [row for table, row in ours(kept) if table == "History: urls"]
    paths = [urlsplit(str(url)).path for _, url, *_ in found]
    assert {"/start-here/", "/learn/", GUIDE, "/notes/", "/left/"} <= set(paths)
    assert paths.count("/notes/") == 1
    assert {title for _, _, title, *_ in found} <= TITLES
    assert all(urlsplit(str(url)).query == "" for _, url, *_ in found)


def test_no_row_of_any_database_names_what_somebody_was_here_for(kept: Path) -> None:
    assert [(table, row) for table, row in ours(kept) if loud(row)] == []


def test_nothing_that_was_typed_is_suggested_or_filled_in_again(kept: Path) -> None:
    suggested = [
        (table, row)
        for table, row in rows(kept)
        if table == "History: keyword_search_terms"
        or table.partition(":")[0] in SUGGESTS
    ]
    words = {word for typed in (SOUGHT, NOTED) for word in typed.split()}
    assert [(table, row) for table, row in suggested if words & set(text(row))] == []


@pytest.mark.parametrize("typed", [SOUGHT, NOTED, leaving.WORDS])
def test_what_was_typed_lies_in_no_file(kept: Path, typed: str) -> None:
    assert holding(kept, typed) == []


def loud(row: Row) -> bool:
    """Whether a row says more than an address and a title that say nothing."""
    return any(LOUD.search(OURS.sub(r"\1", one)) for one in row if isinstance(one, str))


def text(row: Row) -> list[str]:
    return [word for one in row if isinstance(one, str) for word in one.split()]


def test_a_row_that_says_more_would_be_found() -> None:
    at = "http://127.0.0.1:8000"
    assert loud((1, f"{at}/learn/abuse/", "Learn"))
    assert loud((1, f"{at}/learn/", "Help when you are afraid of a partner"))
    assert not loud((1, f"{at}{GUIDE}", "Learn"))


def test_what_lies_in_a_file_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "Session_1").write_bytes(b"\0" + SOUGHT.encode("utf-16-le"))
    assert holding(tmp_path, SOUGHT) == ["Session_1"]
