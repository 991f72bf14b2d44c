"""A copy of one's data in words: from plain lines to what a person reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from coequal.content.versions import versions
from coequal.core.people import PairType
from coequal.core.see.entries import Answer
from coequal.web.room import CopyOf, Fact, Words
from coequal.web.rooms import WORDS

Line = dict[str, Any]

BY_KIND: Final = {kind.kind: words for kind, words in WORDS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportEntry:
    """What one entry says, or several that go together; `head` may be empty."""

    head: str
    facts: list[Fact]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """All entries of one kind, or all answers of one sheet; some may be damaged."""

    title: str
    told: list[ExportEntry]
    damaged: int


def sections(lines: Iterable[Line], of: CopyOf) -> Iterator[Section]:
    """Tell the lines of an export, kind by kind."""
    groups: dict[tuple[str, str], list[Line]] = {}
    for line in _worded(lines):
        groups.setdefault(_group(line), []).append(line)
    for (kind, sheet), here in groups.items():
        words = BY_KIND[kind]
        sound = [line for line in here if "data" in line]
        together = _answers if kind == Answer.kind else _one_by_one
        told = [one for one in together(sound, words, of) if one.facts]
        damaged = len(here) - len(sound)
        if told or damaged:
            label = of.labels.get(sheet, "")
            title = f"{words.title}: {label}" if label else str(words.title)
            yield Section(title=title, told=told, damaged=damaged)


def _worded(lines: Iterable[Line]) -> Iterator[Line]:
    """Give what has no words of its own, as a yes, the line whose words it is about.

    What ends a yes answers the yes, and is about what that answers.
    """
    told = list(lines)
    by_ref = {line["ref"]: line for line in told if "ref" in line}
    for line in told:
        about = _about(line, by_ref)
        yield line | {"about": about} if about else line


def _about(line: Line, by_ref: Mapping[str, Line]) -> Line | None:
    """Return the nearest line with words that one goes back to, or None."""
    named = line.get("data", {}).get(BY_KIND[line["kind"]].about)
    seen = {line.get("ref")}
    refs = [named] if named else list(line.get("answers", ()))
    while refs:
        ref = refs.pop(0)
        found = None if ref in seen else by_ref.get(ref)
        seen.add(ref)
        if found is not None and found.get("data"):
            return found
        refs += [] if found is None else found.get("answers", ())
    return None


def _one_by_one(lines: list[Line], words: Words, of: CopyOf) -> list[ExportEntry]:
    return [_told(line, words, of) for line in lines]


def _answers(lines: list[Line], words: Words, of: CopyOf) -> list[ExportEntry]:
    """Tell the answers of one sheet as one, in the order of the form."""
    ordered = sorted(lines, key=_in_the_form)
    facts = [fact for line in ordered for fact in _told(line, words, of).facts]
    return [ExportEntry(head="", facts=facts)]


def _group(line: Line) -> tuple[str, str]:
    is_answer = line["kind"] == Answer.kind and "data" in line
    return line["kind"], line["data"]["sheet"] if is_answer else ""


def _in_the_form(line: Line) -> int:
    """Return where an answer stands in its form: what is asked today, then the rest.

    One to words that no form has stands after the end.
    """
    wordings = [
        item.wording
        for one in versions(PairType(line["data"]["pair"]))
        for item in one.instrument.items
    ]
    wording = line["data"]["item"]
    return wordings.index(wording) if wording in wordings else len(wordings)


def _told(line: Line, words: Words, of: CopyOf) -> ExportEntry:
    parts = [line.get("at", "").partition("T")[0]]
    if of.pair is not None:
        who = _("From you") if line["mine"] else _("From them")
        parts.insert(0, who)
    if not line["open"]:
        parts.append(_("hidden until you’ve both answered"))
    head = ", ".join(part for part in parts if part)
    return ExportEntry(head=head, facts=_facts(line, words, of))


def _facts(line: Line, words: Words, of: CopyOf) -> list[Fact]:
    data = line["data"]
    if words.tell is not None:
        return words.tell(data, of)
    about = _said_of(line["about"], of) if "about" in line else []
    if not data:
        return about
    first = about if words.about else []
    return first + [
        (str(words.fields[name]), _plain(value))
        for name, value in data.items()
        if name in words.fields
    ]


def _said_of(line: Line, of: CopyOf) -> list[Fact]:
    """Return the words of what another line is about: its text, if it has one."""
    if "text" in line["data"]:
        return [("", line["data"]["text"])]
    return _facts(line, BY_KIND[line["kind"]], of)


def _plain(value: Any) -> str:
    if isinstance(value, list):
        value = ", ".join(str(one) for one in value)
    return str(value) or _("Nothing now.")
