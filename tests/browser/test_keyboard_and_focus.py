"""Without a mouse: where the focus is, where it goes, what an error is tied to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page
from tests.browser import story
from tests.browser.walk import MOST_TABS, Person, Way

Arrive = Callable[..., Person]
FOCUSED = """() => {
  const it = document.activeElement, style = getComputedStyle(it);
  const box = it.getBoundingClientRect();
  return {
    body: it === document.body,
    what: it.outerHTML.slice(0, 80),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    shown: box.width > 0 && box.bottom > 0 && box.right > 0,
    boxed: !!it.closest("label")?.matches(":focus-within"),
  };
}"""


@pytest.fixture
def alice(person: Arrive) -> Person:
    return person("Alice at the keys", Way.KEYBOARD)


def focused(locator: Locator) -> bool:
    return bool(locator.evaluate("it => it === document.activeElement"))


def test_the_second_tab_offers_to_go_to_the_page(alice: Person) -> None:
    alice.go("/start-here/")
    skip = alice.find("link", "Go to the page")
    alice.page.keyboard.press("Tab")
    alice.page.keyboard.press("Tab")
    assert focused(skip)
    assert skip.bounding_box()["x"] >= 0  # type: ignore[index]
    alice.page.keyboard.press("Enter")
    assert focused(alice.page.locator("main"))
    alice.page.keyboard.press("Tab")
    assert not focused(alice.find("button", "Leave quickly"))


@pytest.mark.parametrize(
    "path", ["/", "/whom/", "{sheet}short/1/", "{sheet}short/21/", "/join/"]
)
def test_the_focus_is_always_seen(alice: Person, path: str) -> None:
    story.begin_alone(alice)
    alice.go(path.format(sheet=alice.sheet))
    assert list(unseen(alice.page)) == []


def unseen(page: Page) -> list[str]:
    """Tab through the whole page; return what takes the focus without a ring."""
    found = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUSED)
        if now["body"]:
            return found
        if not ((now["ring"] and now["shown"]) or now["boxed"]):
            found.append(now["what"])
    raise AssertionError("the page has no end for Tab")


def test_the_first_tab_offers_to_leave(alice: Person) -> None:
    alice.go("/")
    alice.page.keyboard.press("Tab")
    leave = alice.find("button", "Leave this page")
    assert focused(leave)
    assert leave.bounding_box()["y"] >= 0  # type: ignore[index]
    with alice.page.expect_navigation():
        alice.page.keyboard.press("Enter")
    assert alice.path == "/left/"


@pytest.mark.parametrize("label", ["The code you were given"])
def test_an_error_is_tied_to_its_field(alice: Person, label: str) -> None:
    alice.go("/join/")
    alice.press("See what I’m asked")
    field = alice.page.get_by_label(label, exact=True)
    assert field.get_attribute("aria-invalid") == "true"
    described = (field.get_attribute("aria-describedby") or "").split()
    texts = [alice.page.locator(f"[id='{one}']").inner_text() for one in described]
    assert "Please fill this in." in texts
    summary = alice.page.get_by_role("alert", name="Please look at this again")
    assert label in summary.inner_text()
    link = summary.get_by_role("link", name=label, exact=True)
    alice.tab_to(link)
    alice.page.keyboard.press("Enter")
    assert focused(field)


def test_an_error_is_tied_to_its_group(alice: Person) -> None:
    story.begin_alone(alice)
    sheet = alice.sheet
    story.answer_without_looking(alice, {})
    alice.go(f"{sheet}share/")
    for switch in alice.page.get_by_role("checkbox").all():
        switch.set_checked(checked=True, force=True)
    # Its button is out of sight then, but for a browser that knows no `:has`.
    with alice.page.expect_navigation():
        alice.page.locator("form.choosing").evaluate("form => form.submit()")
    group = alice.page.get_by_role("group").first
    described = group.get_attribute("aria-describedby")
    text = alice.page.locator(f"[id='{described}']").inner_text()
    assert text.startswith("Hide at least one more")
