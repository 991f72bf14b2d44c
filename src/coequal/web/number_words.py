"""Small numbers as people say them."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

WORDS: Final = (
    _("none"),
    _("one"),
    _("two"),
    _("three"),
    _("four"),
    _("five"),
    _("six"),
    _("seven"),
    _("eight"),
    _("nine"),
    _("ten"),
    _("eleven"),
    _("twelve"),
    _("thirteen"),
    _("fourteen"),
    _("fifteen"),
    _("sixteen"),
)


def in_words(number: int) -> str:
    """Return a number as a word; one that nobody would say so, in digits.

    >>> in_words(30)
    '30'
    """
    return str(WORDS[number]) if 0 <= number < len(WORDS) else str(number)
