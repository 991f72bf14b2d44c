"""A person at a page, who finds things by what is written on them.

What leads on returns the person, so that acts can stand one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal, Self

from playwright.sync_api import Locator, Page

MOST_TABS: Final = 120
MIDDLE: Final = (
    *("Some", "Fine as it is", "Sometimes", "About the same", "Somewhat"),
    "I don’t know",
)

# How often Tab surely stops between what has the focus and this: of choices that are
# one stop together none is counted, and without a focus nobody knows where it begins.
STOPS_BEFORE: Final = """it => {
  const from = document.activeElement, after = Node.DOCUMENT_POSITION_FOLLOWING;
  const comes = (one, two) => one.compareDocumentPosition(two) & after;
  if (from === document.body || !comes(from, it)) return 0;
  const stops = "a[href], button, summary, select, textarea, input:not([type=radio])";
  return [...document.querySelectorAll(stops)].filter(one => comes(from, one)
    && comes(one, it) && one.tabIndex >= 0 && !one.disabled && one.type !== "hidden"
    && one.checkVisibility({visibilityProperty: true})).length;
}"""

Role = Literal["button", "link", "checkbox"]
Answers = Mapping[str, str]


class Way(StrEnum):
    """How somebody uses a page."""

    MOUSE = "by mouse"
    KEYBOARD = "by keyboard"
    NO_SCRIPT = "without script"


@dataclass(slots=True, kw_only=True)
class Person:
    """Somebody with a browser of their own; `taps` counts what they pressed."""

    name: str
    page: Page
    way: Way = Way.MOUSE
    taps: int = 0
    phrase: str = "four plain words of somebody"

    @property
    def text(self) -> str:
        """The words of the page, without its frame."""
        return self.page.locator("main").inner_text()

    @property
    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    @property
    def path(self) -> str:
        return "/" + self.page.url.split("/", 3)[3]

    @property
    def sheet(self) -> str:
        """The address of the sheet whose question or picture is on the page."""
        return f"/answers/{self.path.split('/')[2]}/"

    def go(self, path: str) -> Self:
        """Type an address."""
        self.page.goto(path)
        return self

    def back(self) -> None:
        self.page.go_back()

    def press(self, *labels: str) -> Self:
        """Press buttons, each on the page that the one before led to."""
        return self._on("button", labels)

    def follow(self, *labels: str) -> Self:
        """Follow links, each on the page that the one before led to."""
        return self._on("link", labels)

    def _on(self, role: Role, labels: Iterable[str]) -> Self:
        for label in labels:
            with self.page.expect_navigation():
                self._activate(self.find(role, label), "Enter")
        return self

    def tap(self, target: Locator) -> Self:
        """Press something that leads on and is found by its place."""
        with self.page.expect_navigation():
            self._activate(target, "Enter")
        return self

    def tick(self, *labels: str) -> None:
        for label in labels:
            self._activate(self.find("checkbox", label), "Space")

    def choose(self, group: str, label: str) -> None:
        """Take one answer of a group of which none is taken yet."""
        asked = self.page.get_by_role("group", name=group, exact=True)
        wanted = asked.get_by_label(label, exact=True)
        if self.way is not Way.KEYBOARD:
            self._activate(wanted, None)
            return
        self._activate(asked.get_by_role("radio").first, "Space")
        while not wanted.is_checked():
            self.page.keyboard.press("ArrowDown")

    def unfold(self, label: str) -> Self:
        """Open what is folded under these words, if it is."""
        fold = self.page.locator("summary").filter(has_text=label)
        if not fold.evaluate("it => it.parentElement.open"):
            self._activate(fold, "Enter")
        return self

    def write(self, label: str, text: str) -> Self:
        field = self.page.get_by_label(label, exact=True)
        self._activate(field, None)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)
        return self

    def find(self, role: Role, label: str) -> Locator:
        """Find what begins with these words, as a screen reader names it."""
        name = re.compile(rf"^{re.escape(label)}(?!\w)")
        return self.page.get_by_role(role, name=name).first

    def _activate(self, target: Locator, key: str | None) -> None:
        self.taps += 1
        if self.way is not Way.KEYBOARD:
            target.click()
            return
        self.tab_to(target)
        if key is not None:
            self.page.keyboard.press(key)

    def tab_to(self, target: Locator) -> None:
        """Press Tab until it is there, and look only where that may be soon."""
        target.wait_for(state="attached")
        passed = min(int(target.evaluate(STOPS_BEFORE)), MOST_TABS)
        for _ in range(passed):
            self.page.keyboard.press("Tab")
        for _ in range(MOST_TABS - passed):
            if target.evaluate("it => it === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reached {target} on {self.path}")

    def answer(self, answers: Answers, *, until: str = "/mine/") -> None:
        """Answer page after page; what is not in `answers` lies in the middle."""
        while not self.path.startswith(until):
            self.answer_one(answers)

    def answer_one(self, answers: Answers) -> None:
        heading = self.heading
        if heading in answers:
            self.press(answers[heading])
        else:
            self.press(next(a for a in MIDDLE if self.find("button", a).count()))

    def keep(self) -> None:
        """Choose a name and a passphrase on the page that asks for them."""
        self.write("Name to sign in with", self.name)
        self.write("Passphrase", self.phrase)
        self.write("The same passphrase again", self.phrase)

    def sign_in(self) -> None:
        self.write("Name to sign in with", self.name)
        self.write("Passphrase", self.phrase)
        self.press("Sign in")

    def lapse(self) -> None:
        """Be away for fifteen minutes, as the server sees it."""
        self.page.context.clear_cookies(name="h")

    def call(self, other: str, *, own: str) -> None:
        """Say what stands for the two on one's own pages."""
        self.write("What do you call this person?", other)
        self.write("And your own name?", own)

    def code(self) -> str:
        """Read a code off the page, as one would say it aloud."""
        return " ".join((self.page.locator(".code").text_content() or "").split())
