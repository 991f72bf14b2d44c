"""What `conftest.py` holds every walk to: no page keeps anything in a browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("localStorage.setItem('a', 'b')", "setItem"),
        ("sessionStorage.setItem('a', 'b')", "setItem"),
        ("indexedDB.open('a')", "open"),
        ("caches.open('a')", "open"),
        ("navigator.serviceWorker.register('/a.js')", "register"),
    ],
)
def test_a_page_that_keeps_something_is_complained_of(
    opened: Callable[..., Page], complaints: list[str], act: str, said: str
) -> None:
    page = opened()
    page.goto("/left/")
    page.evaluate(f"() => {{ {act} }}")
    page.evaluate("() => new Promise(done => setTimeout(done))")
    assert any(said in one for one in complaints)
    complaints.clear()
