"""A browser as people have it, and all that it leaves on the disk of a device."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page
from tests.browser.chromium import CHROMIUM, QUIET

HEAD = b"SQLite format 3\0"
Row = tuple[object, ...]


@contextmanager
def on_disk(browser: Browser, folder: Path, cookies: list[object]) -> Iterator[Page]:
    """Open a browser that writes its history to a disk, as somebody signed in."""
    context = browser.browser_type.launch_persistent_context(
        folder, executable_path=CHROMIUM, args=QUIET, chromium_sandbox=False
    )
    context.add_cookies(cookies)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def rows(folder: Path) -> Iterator[tuple[str, Row]]:
    """Yield each row of each database that the browser keeps, by its table."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.read_bytes()[: len(HEAD)] == HEAD:
            with closing(sqlite3.connect(path)) as database:
                yield from _rows(path.name, database)


def _rows(name: str, database: sqlite3.Connection) -> Iterator[tuple[str, Row]]:
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    for (table,) in tables.fetchall():
        for row in database.execute(f'SELECT * FROM "{table}"'):
            yield f"{name}: {table}", row


def holding(folder: Path, words: str) -> list[str]:
    """Return the files that hold these words, whatever kind they are."""
    wanted = [words.encode(), words.encode("utf-16-le")]
    return [
        path.name
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(one in path.read_bytes() for one in wanted)
    ]
