"""How everything people read is judged: words that are not used, long sentences."""

from __future__ import annotations

import re

MOST_WORDS = 22
BANNED = re.compile(
    r"\b(wins?|winners?|loses?|losers?|owe|owed|scores?|victims?|abusers?|husbands?"
    r"|wife|wives|boyfriends?|girlfriends?|he|she|him|his|hers?|should|must"
    r"|afraid|fears?|scared|frightened|anxious)\b|!",
    re.IGNORECASE,
)
OF_PARTNERS = re.compile(r"partner|couple", re.IGNORECASE)


def long_sentences(text: str) -> list[str]:
    """Return the sentences that a reader of twelve may stumble over."""
    sentences = re.split(r"[.?](?:\s|$)", text)
    return [one for one in sentences if len(one.split()) > MOST_WORDS]
