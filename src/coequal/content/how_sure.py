"""What *How sure is this?* says of the figures of calibration, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache

from coequal.content.calibration import (
    AIMS,
    Aim,
    Answered,
    Missed,
    Span,
    change_figures,
    missed,
    picture_figures,
    rounded,
    span,
    span_of,
    span_of_ranges,
)
from coequal.content.files import check, from_toml, text_of
from coequal.content.load import DEFAULT_LOCALE
from coequal.core.see.words import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class CountWords:
    """How so many of 100 are said: none, at most, about, or from and to."""

    none: str
    most: str
    same: str
    range: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AimWords:
    """What can go wrong, and what is wanted of it."""

    title: str
    wanted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedWords:
    """How it is said that an aim is kept everywhere, or missed in one world."""

    kept: str
    most: str
    least: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HowSureFile:
    """The whole file, as it stands."""

    source: str
    ranges: str
    overall: str
    meaning: Mapping[Word, str]
    counts: CountWords
    aims: Mapping[str, AimWords]
    missed: MissedWords
    worlds: Mapping[str, str]
    change: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAim:
    """An aim in words, and where it is missed; without any it says that it is kept."""

    title: str
    wanted: str
    missed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HowSureWords:
    """The sentences of the page for a picture of two, or of one alone."""

    text: HowSureFile
    answered: Answered

    def meaning(self, word: Word) -> str:
        """Say how often a word is right."""
        figures = {
            Word.CLEAR: {"wrong": "clear_wrong"},
            Word.PROBABLY: {"wrong": "probably_wrong", "even": "probably_even"},
            Word.SAME: {"right": "same_right"},
            Word.DIFFERENT: {"said": "different"},
        }
        if word is Word.EARLY:
            any_word = span("any_word", self.answered)
            told = {"said": Span(low=100 - any_word.high, high=100 - any_word.low)}
        else:
            told = {
                name: span(figure, self.answered)
                for name, figure in figures[word].items()
            }
        counts = {name: self.count(one) for name, one in told.items()}
        return self.text.meaning[word].format(**counts)

    def overall(self) -> str:
        """Say how often somebody is named over all areas, and wrongly, in any world."""
        rows, who = picture_figures().overall, self.answered
        named, wrong = (
            self.count(span_of(getattr(one, f"{who}_{what}") for one in rows))
            for what in ("named", "wrong")
        )
        return self.text.overall.format(named=named, wrong=wrong)

    def ranges(self, coverage: float) -> str:
        """Say how often ranges of this coverage hold the truth."""
        held = self.count(span_of_ranges(self.answered))
        return self.text.ranges.format(many=rounded(10 * coverage), held=held)

    def count(self, of_100: Span) -> str:
        """Say so many of 100."""
        words = self.text.counts
        if not of_100.high:
            return words.none
        text = words.same if of_100.low == of_100.high else words.range
        if not of_100.low:
            text = words.most
        return text.format(low=of_100.low, high=of_100.high)

    def aims(self) -> Iterator[ToldAim]:
        """Say of each aim where it is missed, and by how much; the worst first."""
        for aim in AIMS:
            words = self.text.aims[aim.figure]
            found = missed(aim, self.answered)
            told = tuple(self._missed(aim, one) for one in found)
            wanted, oddly = (
                aim.wanted(self.answered, hard=hard) for hard in (False, True)
            )
            yield ToldAim(
                title=words.title,
                wanted=words.wanted.format(wanted=wanted, oddly=oddly),
                missed=told or (self.text.missed.kept,),
            )

    def _missed(self, aim: Aim, one: Missed) -> str:
        text = self.text.missed.least if aim.at_least else self.text.missed.most
        world = self.text.worlds[one.world]
        return text.format(world=world, found=one.found, by=one.by)

    def change(self) -> Iterator[str]:
        """Say how often a change is told: of none, of a step, and of being heard."""
        figures, who = change_figures(), self.answered
        # The worlds that people may live in; the others answer on a day of their own.
        usual = {one.world for one in picture_figures().words}
        worlds = [one for one in figures.overall if one.world in usual]
        text = self.text.change[who]
        anything, rise = (
            self.count(span_of(getattr(one, f"{who}_{what}") for one in worlds))
            for what in ("anything", "rise")
        )
        most = max(getattr(one, f"{who}_anything") for one in figures.overall)
        yield text["nothing"].format(anything=anything)
        yield self.text.change["moods"]["told"].format(most=rounded(most))
        yield text["rise"].format(rise=rise)
        by_steps = {one.steps: (one.told, one.calm_told) for one in figures.heard}
        one, two = (self.count(span_of(by_steps[steps])) for steps in (1.0, 2.0))
        yield self.text.change["heard"]["told"].format(one=one, two=two)


@cache
def how_sure_words(answered: Answered, locale: str = DEFAULT_LOCALE) -> HowSureWords:
    """Return the sentences of the page.

    Raises `Unsound`, naming what is amiss, if the file of this installation is damaged.
    """
    text = parsed_how_sure(text_of(locale, "how_sure.toml"))
    return HowSureWords(text=text, answered=answered)


def parsed_how_sure(text: str) -> HowSureFile:
    """Return what a TOML text says, or raise `Unsound`."""
    read = from_toml("how sure", text, HowSureFile)
    check("how sure", _faults(read))
    return read


def _faults(read: HowSureFile) -> Iterator[str]:
    """Yield what a well-formed file still gets wrong, in words."""
    figures = picture_figures()
    worlds = {one.world for one in (*figures.words, *figures.hard)}
    for name, expected, found in (
        ("meaning", set(Word), set(read.meaning)),
        ("aims", {aim.figure for aim in AIMS}, set(read.aims)),
        ("worlds", worlds, set(read.worlds)),
        ("change", {*Answered, "heard", "moods"}, set(read.change)),
    ):
        for one in sorted(expected ^ found):
            yield f"{name}: {one} is missing, or is nothing that was measured"
    for counts in fields(read.counts):
        if not getattr(read.counts, counts.name):
            yield f"counts: {counts.name} is empty"
