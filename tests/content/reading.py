"""How everything people read is judged: words that are not used, long sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable

MOST_WORDS = 22
OF_TWELVE = 7
"""The school year of somebody of twelve."""
BANNED = re.compile(
    r"\b(wins?|winners?|loses?|losers?|owe|owed|scores?|victims?|abusers?|husbands?"
    r"|wife|wives|boyfriends?|girlfriends?|he|she|him|his|hers?|should|must"
    r"|afraid|fears?|scared|frightened|anxious)\b|!",
    re.IGNORECASE,
)
WORD = re.compile(r"[A-Za-z]+(?:’[a-z]+)?")
VOWELS = re.compile(r"[aeiou]+|(?<=[^aeiou])y")
HEARD = re.compile(r"[^aeiouy]les?$|(?:[cgsxz]|[cs]h)es$|[td]ed$")
SILENT = re.compile(r"(?<=[aeiouy])([^aeiouy]+)(?:e|es|ed)$")
WITHIN = re.compile(r"e(?=(?:ly|less|ness|ful|ment|times?|thing|body|where|self)$)")
APART = re.compile(
    r"ia|i(?=o(?!n|us))|(?<![cgtx])i(?=ou)|i(?=e(?:t$|nc|nt$))|(?<![gq])u(?=a)|[aeouy](?=ing)|e(?=a$)"
)
"""Two vowels side by side that are two syllables, as in *idea* and *being*."""
OF_PARTNERS = re.compile(r"partner|couple", re.IGNORECASE)


def long_sentences(text: str) -> list[str]:
    """Return the sentences that a reader of twelve may stumble over."""
    sentences = re.split(r"[.?](?:\s|$)", text)
    return [one for one in sentences if len(one.split()) > MOST_WORDS]


def grade(sentences: Iterable[str]) -> float:
    """Return the school year of Flesch and Kincaid; its readers are five years older.

    Of J. P. Kincaid and others, *Derivation of New Readability Formulas for Navy
    Enlisted Personnel* (1975). No word is let off: "somebody" counts its three
    syllables, though everybody knows it.
    """
    told = [words for one in sentences if (words := WORD.findall(one))]
    long, heard = (
        sum(map(len, told)),
        sum(syllables(word) for one in told for word in one),
    )
    return 0.39 * long / len(told) + 11.8 * heard / long - 15.59


def syllables(word: str) -> int:
    """Count the syllables of an English word by its vowels; at times one too many."""
    bare = WITHIN.sub("", word.casefold().partition("’")[0])
    if not HEARD.search(bare):
        bare = SILENT.sub(r"\1", bare)
    return max(1, len(VOWELS.findall(bare)) + len(APART.findall(bare)))
