"""A copy of one's data in words: from plain lines to what a person reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coequal.content.load import content
from coequal.core.people import Pair, PairType, Seat
from coequal.core.see.answers import checked_value
from coequal.core.see.entries import READY
from coequal.core.see.instrument import Instrument
from coequal.errors import Refused
from coequal.web.account import export_signs
from coequal.web.see import pair_types, question_page
from coequal.web.who_decided import how_far, who_did, who_words

Line = dict[str, Any]

TITLES: Final[dict[str, Promise | str]] = {
    "relation": gettext_lazy("Places of two"),
    "invite": gettext_lazy("Codes you made"),
    "sheet": gettext_lazy("Whom you had in mind"),
    "answer": gettext_lazy("Your answers"),
    "noticed": gettext_lazy("What you notice"),
    "put up": gettext_lazy("Signs that were put up"),
    "bookmark": gettext_lazy("Where you stopped at the cards"),
    "paired": gettext_lazy("What you are to each other"),
    "opening": gettext_lazy("What was put in"),
    "evening": gettext_lazy("An evening"),
    "step": gettext_lazy("One small step"),
    "thanks": gettext_lazy("Thanks"),
    "note": gettext_lazy("Notes"),
    "ticked": gettext_lazy("What you ticked"),
    "tilts": gettext_lazy("What tilts say here"),
    "reply": gettext_lazy("Questions for yourself"),
    "question": gettext_lazy("Questions to settle"),
    "option": gettext_lazy("Options that were added"),
    "retraction": gettext_lazy("Questions that were taken back"),
    "vote": gettext_lazy("What was weighed"),
    "proposal": gettext_lazy("What was proposed"),
    "yes": gettext_lazy("A yes"),
    "undo": gettext_lazy("A wish to undo it"),
    "ended": gettext_lazy("Ended"),
    "review": gettext_lazy("How it went"),
    "lead": gettext_lazy("Who would lead an area"),
    "diary line": gettext_lazy("Already decided"),
    "diary answer": gettext_lazy("How a line of the diary was"),
    "own diary line": gettext_lazy("Your own diary"),
    "own weighing": gettext_lazy("What you weighed for yourself"),
}
"""What a kind is called where people read it; others go by their own name."""

_UNSAID: Final = frozenset({
    "id", "pair_id", "transcript", "space", "other", "sheet", "seat",
    "round", "sitting", "version", "instrument", "expiry", "due",
    "line", "settled", "question", "added", "about",
})  # fmt: skip
"""Fields that mean something to a program only; they stand in the copy as data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFact:
    """Something that was said, and what it was said to; that may be empty."""

    question: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportEntry:
    """What one entry says, or several that go together; `head` may be empty."""

    head: str
    facts: list[ExportFact]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """All entries of one kind, or all answers of one sheet; some may be damaged."""

    title: str
    told: list[ExportEntry]
    damaged: int


def sections(
    lines: Iterable[Line], *, labels: dict[str, str], pair: PairType | None
) -> Iterator[Section]:
    """Tell the lines of an export, kind by kind.

    `labels` are what one calls people, by sheet; `pair` is what the two are to each
    other whose place it is, or None for a place of one's own.
    """
    groups: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        groups.setdefault(_group(line), []).append(line)
    for (kind, sheet), here in groups.items():
        sound = [line for line in here if "data" in line]
        together = _answers if kind == "answer" else _one_by_one
        told = [one for one in together(sound, pair) if one.facts]
        damaged = len(here) - len(sound)
        if told or damaged:
            title = _title(kind, labels.get(sheet, ""))
            yield Section(title=title, told=told, damaged=damaged)


def worded(lines: Iterable[Line]) -> Iterator[Line]:
    """Give what has no words of its own, as a yes, the words that it answers."""
    told = list(lines)
    words = {
        line["ref"]: line["data"]["text"]
        for line in told
        if "text" in line.get("data", {})
    }
    for line in told:
        answered = [words[ref] for ref in line.get("answers", ()) if ref in words]
        if answered and not line["data"]:
            yield {**line, "data": {"text": answered[0]}}
        else:
            yield line


def named(lines: Iterable[Line], names: Pair[str]) -> Iterator[Line]:
    """Put names where a place of two knows its people by their seats."""
    for line in lines:
        data = line.get("data", {})
        if line["kind"] == "diary answer" and data:
            yield {**line, "data": _in_words(data, who_did(names))}
        elif line["kind"] == "lead" and data.get("seat") in set(Seat):
            yield {**line, "data": {**data, "leads": names[Seat(data["seat"])]}}
        else:
            yield line


def labelled(lines: Iterable[Line], labels: Mapping[str, str]) -> Iterator[Line]:
    """Put what one calls people where one's own diary says *me* and *other*."""
    for line in lines:
        if line["kind"] == "own diary line" and "data" in line:
            data = line["data"]
            who = who_words(labels.get(data["sheet"]) or _("The other one"))
            yield {**line, "data": _in_words(data, who)}
        else:
            yield line


def _in_words(data: Line, who: Mapping[str, object]) -> Line:
    """Return what somebody says of who decided, as the pages tell it."""
    return {
        **data,
        "who": str(who.get(data["who"], data["who"])),
        "asked": how_far(data["asked"]),
        "fine": how_far(data["fine"]),
    }


def _one_by_one(lines: list[Line], pair: PairType | None) -> list[ExportEntry]:
    return [_told(line, pair) for line in lines]


def _answers(lines: list[Line], pair: PairType | None) -> list[ExportEntry]:
    """Tell the answers of one sheet as one, in the order of the form."""
    ordered = sorted(lines, key=_in_the_form)
    facts = [fact for line in ordered for fact in _told(line, pair).facts]
    return [ExportEntry(head="", facts=facts)]


def _group(line: Line) -> tuple[str, str]:
    is_answer = line["kind"] == "answer" and "data" in line
    return line["kind"], line["data"]["sheet"] if is_answer else ""


def _in_the_form(line: Line) -> int:
    """Return where the item of an answer stands in the form, or after its end."""
    items = list(content(PairType(line["data"]["pair"])).instrument.by_id)
    item = line["data"]["item"]
    return items.index(item) if item in items else len(items)


def _title(kind: str, label: str) -> str:
    title = str(TITLES.get(kind, kind))
    return f"{title}: {label}" if label else title


def _told(line: Line, pair: PairType | None) -> ExportEntry:
    parts = [line.get("at", "").partition("T")[0]]
    if pair is not None:
        who = _("From you") if line["mine"] else _("From the other person")
        parts.insert(0, who)
    if not line["open"]:
        parts.append(_("closed until you are both in"))
    facts = _facts(line["kind"], line["data"], pair)
    return ExportEntry(head=", ".join(part for part in parts if part), facts=facts)


def _facts(kind: str, data: dict[str, Any], pair: PairType | None) -> list[ExportFact]:
    if kind == "answer":
        form = content(PairType(data["pair"])).instrument
        return [_answered(form, data["version"], data["item"], data["value"])]
    if kind == "opening" and pair is not None:
        form = content(pair).instrument
        values = data["values"].items()
        return [
            *_part(form, data["area"]),
            *(_answered(form, data["version"], *one) for one in values),
        ]
    if kind in export_signs.TELLS:
        sentences = export_signs.TELLS[kind](data)
        return [ExportFact(question=asked, said=said) for asked, said in sentences]
    return [_plain(name, value) for name, value in data.items() if name not in _UNSAID]


def _plain(name: str, value: Any) -> ExportFact:
    if name == "pair":
        value = pair_types.NAMES[PairType(value)]
    if isinstance(value, list):
        value = ", ".join(str(one) for one in value)
    question = "" if name == "text" else _name(name)
    return ExportFact(question=question, said=str(value) or _("Nothing now."))


def _part(form: Instrument, part: str) -> list[ExportFact]:
    if part in {"", READY}:
        return []
    try:
        title = form.part(part).title
    except Refused:
        title = part
    return [ExportFact(question=_("Part"), said=title)]


def _answered(form: Instrument, version: int, item_id: str, value: Any) -> ExportFact:
    """Tell an answer in the words it was given to, if the form still has them."""
    item = form.by_id.get(item_id)
    if item is not None and version == form.version:
        with suppress(Refused):
            said = question_page.said(item, checked_value(item, value))
            return ExportFact(question=item.text, said=said)
    return ExportFact(question=item_id, said=str(value))


def _name(name: str) -> str:
    names = {
        "label": _("What you call this person"),
        "own_label": _("Your own name"),
        "pair": _("What you are to each other"),
        "card": _("Card"),
        "turned": _("Cards turned over"),
        "who": _("Who decided"),
        "leads": _("Who leads"),
        "asked": _("Was I asked?"),
        "fine": _("Am I fine with it?"),
        "meanwhile": _("What holds meanwhile"),
        "until": _("Until, in seconds since 1970"),
        "scores": _("What each option was given, 0 to 4"),
        "stake": _("How much it matters, 0 to 3"),
        "cannot": _("Cannot live with, counted from 0"),
        "option": _("Which option, counted from 0"),
    }
    return names.get(name, name.replace("_", " ").replace(".", " ").capitalize())
