"""Filling a form of a page in again: by its fields, whichever page it is.

It is done to the page as it was drawn, so that it holds for every form there is and
none has to know of it. What is hidden, secret or a button is never filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import Final

Attrs = dict[str, str | None]
Fields = Sequence[tuple[str, str]]

_TICKED: Final = frozenset({"radio", "checkbox"})
_NOT_TYPED: Final = frozenset(
    {"hidden", "password", "submit", "button", "reset", "image", "file"}
)
_BUTTONS: Final = frozenset({"do", "to", "leaf", "ref", "was", "as", "way", "sign"})
_ID: Final = re.compile("[0-9a-f]{16,}")
_WAS: Final = "was"
"""A hidden field that names the text that was changed: it goes with what was typed."""
_SHEET: Final = "leaf"
_NEW: Final = "write"
"""The field that says which sheet of Notes a form is of, and a sheet that is new."""


@dataclass(slots=True, kw_only=True)
class _Control:
    """One field as it stands in a page: from `start` to `end`, its text to `close`."""

    tag: str
    attrs: Attrs
    start: int
    end: int
    close: int = 0
    options: list[_Control] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.attrs.get("name") or ""

    @property
    def value(self) -> str:
        found = self.attrs.get("value")
        return "on" if found is None and self.kind in _TICKED else found or ""

    @property
    def kind(self) -> str:
        return (self.attrs.get("type") or "text").lower() if self.tag == "input" else ""

    @property
    def is_typed(self) -> bool:
        """Whether somebody fills it in: it is not hidden, secret or a button."""
        if self.tag == "button" or "disabled" in self.attrs:
            return False
        return self.kind not in _NOT_TYPED or self.name == _WAS


@dataclass(slots=True, kw_only=True)
class _Form:
    attrs: Attrs
    end: int
    controls: list[_Control] = field(default_factory=list)

    def action(self, page: str) -> str:
        return (self.attrs.get("action") or page).partition("?")[0]

    def hidden(self) -> list[tuple[str, str]]:
        return [(one.name, one.value) for one in self.controls if one.kind == "hidden"]

    @property
    def posts(self) -> bool:
        return (self.attrs.get("method") or "").lower() == "post"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A page with a form filled in, and what had no place there; `fits`: some had."""

    html: str
    fits: bool
    rest: tuple[str, ...]


class _Reader(HTMLParser):
    """Finds the forms of a page, and where each of their fields stands."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[_Form] = []
        self.main = 0
        self._html = html
        self._lines = [0]
        for line in html.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self._form: _Form | None = None
        self._in: _Control | None = None
        self.feed(html)

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._at()
        end = start + len(self.get_starttag_text() or "")
        if tag == "main":
            self.main = end
        elif tag == "form":
            self._form = _Form(attrs=dict(attrs), end=end)
            self.forms.append(self._form)
        elif self._form is not None:
            self._control(_Control(tag=tag, attrs=dict(attrs), start=start, end=end))

    def _control(self, found: _Control) -> None:
        if found.tag == "option" and self._in is not None:
            self._in.options.append(found)
        if found.tag not in {"input", "textarea", "select", "button"}:
            return
        assert self._form is not None
        self._form.controls.append(found)
        if found.tag in {"textarea", "select"}:
            self._in = found

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif self._in is not None and tag == self._in.tag:
            self._in.close = self._at()
            self._in = None


def filled(html: str, *, page: str, to: str, fields: Fields, key: str) -> Filled:
    """Fill in the form of a page that these fields were sent from.

    `page` is its address, `to` where they were sent. The form gets `key` in a hidden
    field, so that what waits goes when it is sent.
    """
    found = _Reader(html)
    sheet = _sheet(fields)
    forms = [
        one
        for one in found.forms
        if one.posts
        and one.action(page) == to
        # On a new sheet nothing is lost: what was changed may be gone.
        and _sheet(one.hidden()) in {sheet, _NEW}
    ]
    best = max(forms, key=lambda form: _fit(form, fields), default=None)
    if best is None or not _fit(best, fields)[0]:
        return Filled(html=html, fits=False, rest=_texts(fields))
    changes, used = _changes(best, fields)
    changes.append((best.end, best.end, _hidden(key)))
    rest = [one for number, one in enumerate(fields) if number not in used]
    sent = {(one.name, one.value) for one in best.controls if not one.is_typed}
    return Filled(
        html=_changed(html, changes),
        fits=True,
        rest=_texts(one for one in rest if one not in sent),
    )


def marked(html: str, key: str) -> str:
    """Return a page whose forms all name what was told on it."""
    found = _Reader(html)
    ends = [one.end for one in found.forms if one.posts and one.end > found.main]
    return _changed(html, [(end, end, _hidden(key)) for end in ends])


def on_top(html: str, notice: str) -> str:
    """Return a page with something above all that it says."""
    main = _Reader(html).main
    return _changed(html, [(main, main, notice)]) if main else html


def _sheet(fields: Iterable[tuple[str, str]]) -> str:
    """Return which of several sheets at one address a form is of; empty if of none.

    A new one has another id each time that it is drawn.
    """
    named = dict(fields).get(_SHEET, "").partition(" ")[0]
    return _NEW if named.partition("/")[0] == _NEW else named


def _hidden(key: str) -> str:
    return f'<input type="hidden" name="draft" value="{escape(key)}">'


def _fit(form: _Form, fields: Fields) -> tuple[int, int]:
    """Return how many fields a form takes in, and how much else of it is the same."""
    typed = {one.name for one in form.controls if one.is_typed and one.kind != "hidden"}
    takes = len(typed & {name for name, value in fields if value.strip()})
    sent = set(fields)
    same = sum((one.name, one.value) in sent for one in form.controls)
    return takes, same


def _changes(
    form: _Form, fields: Fields
) -> tuple[list[tuple[int, int, str]], set[int]]:
    """Return what is to be changed in a page, and which fields were used for it."""
    changes: list[tuple[int, int, str]] = []
    used: set[int] = set()
    for control in (one for one in form.controls if one.is_typed):
        ours = [
            number for number, (name, _) in enumerate(fields) if name == control.name
        ]
        if control.kind in _TICKED:
            same = [number for number in ours if fields[number][1] == control.value]
            used.update(same)
            if same or ours or control.kind == "checkbox":
                changes.append(_ticked(control, "checked", is_so=bool(same)))
            continue
        free = [number for number in ours if number not in used]
        if free:
            used.add(free[0])
            changes.extend(_written(control, fields[free[0]][1]))
    return changes, used


def _written(control: _Control, text: str) -> list[tuple[int, int, str]]:
    if control.tag == "input":
        return [_tag(control, control.attrs | {"value": text})]
    if control.tag == "textarea":
        # A line break right after the tag is none of the text.
        return [(control.end, control.close, "\n" + escape(text))]
    return [
        _ticked(option, "selected", is_so=option.value == text)
        for option in control.options
    ]


def _ticked(control: _Control, how: str, *, is_so: bool) -> tuple[int, int, str]:
    attrs = {name: value for name, value in control.attrs.items() if name != how}
    return _tag(control, attrs | {how: None} if is_so else attrs)


def _tag(control: _Control, attrs: Attrs) -> tuple[int, int, str]:
    written = [
        name if value is None else f'{name}="{escape(value)}"'
        for name, value in attrs.items()
    ]
    return control.start, control.end, f"<{' '.join([control.tag, *written])}>"


def _changed(html: str, changes: Iterable[tuple[int, int, str]]) -> str:
    parts, at = [], 0
    for start, end, text in sorted(changes):
        parts += [html[at:start], text]
        at = end
    return "".join([*parts, html[at:]])


def _texts(fields: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(value for name, value in fields if is_text(name, value))


def is_pressed(name: str, value: str) -> bool:
    """Whether a field is what a button sends, or what a form holds without us."""
    return name in _BUTTONS or bool(_ID.fullmatch(value))


def is_text(name: str, value: str) -> bool:
    """Whether a field holds what somebody wrote, and no button, number or id."""
    is_short = not value.strip() or value.isdigit()
    return not is_short and not is_pressed(name, value)
