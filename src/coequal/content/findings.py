"""Findings in words: the patterns as data, and the sentence that tells each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from coequal.content.files import text_of
from coequal.content.findings_file import OwnTexts, Sentence, findings_file
from coequal.content.load import DEFAULT_LOCALE
from coequal.core.people import Pair, PairType
from coequal.core.see.findings import Finding, findings
from coequal.core.see.instrument import Instrument
from coequal.core.see.patterns import Pattern
from coequal.core.see.picture import Picture
from coequal.core.see.words import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFinding:
    """A finding, and the sentence that tells it with the names of two people."""

    finding: Finding
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingWords:
    """The patterns, best first, and the words that tell a finding.

    `where` says how an area follows the words "say" and "decides more", by type and
    area; `decides` is the verb by how sure a finding is. The areas of `guarded`
    are money and people. `own` is for one's own picture.
    """

    patterns: tuple[Pattern, ...]
    guarded: frozenset[str]
    own: OwnTexts
    sentences: Mapping[str, Sentence]
    where: Mapping[PairType, Mapping[str, str]]
    decides: Mapping[Word, str]

    def sentence(self, form: Instrument, found: Finding, names: Pair[str]) -> str:
        """Return a finding in words, with these names for the two seats."""
        text = self._text(form, found)
        places = [self.place(form, area) for area in found.areas]
        people = {role: names[seat] for role, seat in found.seats.items()}
        return begun(
            text.format(
                where=places[0] if places else "",
                there=places[-1] if places else "",
                areas=listed(form, found.areas),
                decides=self.decides.get(found.word, ""),
                **people,
            )
        )

    def _text(self, form: Instrument, found: Finding) -> str:
        told = self.sentences[found.pattern]
        return told.by_type.get(form.pair, told.text)

    def place(self, form: Instrument, area: str) -> str:
        """Return how an area follows "say": "at home", "about money"."""
        usual = f"about {_inside(form, area)}"
        return self.where.get(form.pair, {}).get(area, usual)


def told(
    form: Instrument, picture: Picture, names: Pair[str]
) -> tuple[ToldFinding, ...]:
    """Return what a picture shows, in words, best first."""
    words = finding_words(form.locale)
    return tuple(
        ToldFinding(finding=found, sentence=words.sentence(form, found, names))
        for found in findings(picture, words.patterns)
    )


def listed(form: Instrument, areas: Sequence[str]) -> str:
    """Return areas by their titles, inside a sentence: "home, money, and plans"."""
    return joined([_inside(form, area) for area in areas])


def joined(phrases: Sequence[str]) -> str:
    """Return phrases as one.

    >>> joined(["home", "family and friends", "plans"])
    'home, family and friends, and plans'
    """
    if not phrases[1:]:
        return "".join(phrases)
    plain = len(phrases) == 2 and not any(" and " in phrase for phrase in phrases)
    return f"{', '.join(phrases[:-1])}{'' if plain else ','} and {phrases[-1]}"


@cache
def finding_words(locale: str = DEFAULT_LOCALE) -> FindingWords:
    """Return the patterns and their words, for all types of pair.

    Raises `Unsound`, naming what is amiss, if the file of this installation is
    damaged.
    """
    return parsed_findings(text_of(locale, "findings.toml"))


def parsed_findings(text: str) -> FindingWords:
    """Return the patterns that a TOML text holds, or raise `Unsound`."""
    read = findings_file(text)
    return FindingWords(
        patterns=tuple(entry.rule for entry in read.patterns),
        guarded=frozenset(read.guarded),
        own=read.own,
        sentences=MappingProxyType({e.rule.id: e.told for e in read.patterns}),
        where=MappingProxyType(read.where),
        decides=MappingProxyType(read.decides),
    )


def _inside(form: Instrument, area: str) -> str:
    """Return the title of an area inside a sentence."""
    title = form.part(area).title
    return title[:1].lower() + title[1:]


def begun(sentence: str) -> str:
    """Begin with a capital, whatever name stands first."""
    return sentence[:1].upper() + sentence[1:]
