"""The file of the findings, read strictly: it fits, or one line says what does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from string import Formatter
from types import MappingProxyType
from typing import Any, Final

from coequal.content.files import check, fitted, table_of, twice
from coequal.core.own_life import OF_ONE
from coequal.core.people import PairType
from coequal.core.see.findings_measures import INFERRED, MEASURES
from coequal.core.see.own import LeadWord
from coequal.core.see.patterns import Certainty, HoldsFor, Over, Pattern
from coequal.core.see.words import Word
from coequal.errors import Unsound


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """How one pattern is told: `text`, or the text for a type of pair."""

    text: str
    by_type: Mapping[PairType, str] = field(default_factory=dict)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every wording there is."""
        return (self.text, *self.by_type.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternEntry:
    """One pattern: what it asks of a picture, and how it is told."""

    rule: Pattern
    told: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTexts:
    """What one's own picture says beside its findings.

    `asked_otherwise` names {areas}; `count` says of {total} areas what is {counted}:
    `mine`, `theirs` and `shared`, each with a {count}. `lead` is what it begins with,
    {where} or of which {areas}. `ask` holds a question to take
    along, {where}, by what one would like: *more*, *less*, or *as_it_is*.
    """

    asked_otherwise: str
    count: str
    mine: str
    theirs: str
    shared: str
    lead: dict[LeadWord, str]
    ask: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsFile:
    """The whole file, as it stands; what is guarded has gone into the patterns."""

    source: str
    guarded: tuple[str, ...]
    decides: dict[Word, str]
    own: OwnTexts
    where: dict[PairType, dict[str, str]]
    patterns: tuple[PatternEntry, ...]


def findings_file(text: str) -> FindingsFile:
    """Return what a TOML text holds, or raise `Unsound`, naming what is amiss."""
    try:
        data = _sorted_out(table_of("findings", text))
    except (KeyError, TypeError) as error:
        raise Unsound(f"findings: expected tables with {error}") from error
    read = fitted("findings", data, FindingsFile)
    check("findings", _faults(read))
    return read


def _sorted_out(data: dict[str, Any]) -> dict[str, Any]:
    """Part what a pattern asks from the words that tell it."""
    entries = []
    for raw in data["patterns"]:
        rule = {**raw}
        told = {"text": rule.pop("sentence"), "by_type": rule.pop("for", {})}
        if not rule.get("alone"):
            rule["leave_out"] = sorted(OF_ONE)
        if rule.pop("blesses", False):
            rule["guarded"] = [*data["guarded"], *sorted(OF_ONE)]
        entries.append({"rule": rule, "told": told})
    return data | {"patterns": entries}


def _faults(read: FindingsFile) -> Iterator[str]:
    """Yield what a well-formed file still gets wrong, in words."""
    if not {Word.CLEAR, Word.PROBABLY} <= set(read.decides):
        yield 'decides: expected texts for "clear" and "probably"'
    if set(read.own.lead) != set(LeadWord):
        yield f"own.lead: expected texts for {', '.join(LeadWord)}"
    if set(read.own.ask) != {"more", "less", "as_it_is"}:
        yield "own.ask: expected questions for more, less and as_it_is"
    for name in twice(entry.rule.id for entry in read.patterns):
        yield f"the id {name} stands twice"
    before: set[str] = set()
    for entry in read.patterns:
        for name in entry.rule.not_beside:
            if name not in before:
                yield f"{entry.rule.id}: not_beside: {name} does not stand before it"
        for fault in (*_rule_faults(entry.rule), *_told_faults(entry)):
            yield f"{entry.rule.id}: {fault}"
        before.add(entry.rule.id)


def _rule_faults(rule: Pattern) -> Iterator[str]:
    asked = {*rule.when, *rule.other}
    hindering = {*rule.unless, *rule.other_unless}
    if not rule.when:
        yield "when: expected at least one measure"
    if rule.over is Over.FACTS and (asked | hindering) & set(MEASURES):
        yield "expected ids of items, not measures of areas"
    if rule.over is not Over.FACTS and not asked <= set(MEASURES):
        yield f"expected only {', '.join(MEASURES)}"
    if (rule.needs is Certainty.FACT) is bool(asked & INFERRED):
        yield "needs: expected a fact exactly where nothing is estimated"
    for ranges in (rule.when, rule.other, rule.unless, rule.other_unless):
        for low, high in ranges.values():
            if low > high:
                yield f"expected a range, not {low} to {high}"


_PLACES: Final[Mapping[Over, frozenset[str]]] = MappingProxyType(
    {
        Over.EACH: frozenset({"where", "areas"}),
        Over.FIRST: frozenset({"where", "areas"}),
        Over.SOME: frozenset({"areas"}),
        Over.ALL: frozenset({"areas"}),
        Over.TWO: frozenset({"where", "there"}),
        Over.FACTS: frozenset(),
    }
)


def _told_faults(entry: PatternEntry) -> Iterator[str]:
    rule = entry.rule
    allowed = (
        set(rule.roles) if rule.holds_for is HoldsFor.ONE and not rule.alone else set()
    )
    allowed |= _PLACES[rule.over]
    if rule.needs in {Certainty.CLEAR, Certainty.PROBABLY}:
        allowed.add("decides")
    for text in entry.told.texts:
        try:
            used = {name for _, name, _, _ in Formatter().parse(text) if name}
        except ValueError as error:
            yield f"sentence: {error}"
            continue
        if not used <= allowed:
            yield f"sentence: {', '.join(sorted(used - allowed))} has no meaning here"
