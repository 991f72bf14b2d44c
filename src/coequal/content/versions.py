"""Every version of a form: what was asked then, in the words it was asked in.

The form of today stands in the folder of its language. What it was before a version
was raised stands in `forms/<version>` there, as whole files, and is never changed but
where a slip of the pen is mended wherever it stands. Why: docs/decisions/forms.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from coequal.content.load import (
    DEFAULT_LOCALE,
    Content,
    content,
    parsed_past,
    texts_of,
)
from coequal.core.people import PairType
from coequal.core.see.instrument import Instrument, Item
from coequal.errors import Unsound

PAST = "forms"


@cache
def content_of(pair: PairType, version: int, locale: str = DEFAULT_LOCALE) -> Content:
    """Return the form of one version, with how a picture of it is told today.

    What a later program wrote is read by the newest form there is. Raises `Unsound`
    if a file of this installation is damaged or missing.
    """
    newest = content(pair, locale)
    if version >= newest.instrument.version:
        return newest
    try:
        asked = texts_of(pair, locale, PAST, str(version))
    except FileNotFoundError:
        message = f"content: expected the forms of version {version} in {PAST}"
        raise Unsound(message) from None
    return parsed_past(asked, texts_of(pair, locale))


def versions(pair: PairType, locale: str = DEFAULT_LOCALE) -> Iterator[Content]:
    """Yield every version of a form, the newest first; each is read when asked for."""
    for version in range(content(pair, locale).instrument.version, 0, -1):
        yield content_of(pair, version, locale)


def item_of(pair: PairType, wording: str, locale: str = DEFAULT_LOCALE) -> Item | None:
    """Return an item in one of its wordings, from whichever form asked it so."""
    return next(
        (
            item
            for one in versions(pair, locale)
            for item in one.instrument.items
            if item.wording == wording
        ),
        None,
    )


def version_faults(forms: Iterable[Instrument]) -> Iterator[str]:
    """Yield what is amiss between the versions of one form, in words.

    An answer counts wherever its wording is asked. So one wording is one question:
    the same words and answers, and the same promise of how far an answer may go.
    """
    known: dict[str, Item] = {}
    for item in chain.from_iterable(form.items for form in forms):
        first = known.setdefault(item.wording, item)
        if _asked(first) != _asked(item):
            yield f"{item.wording}: expected a higher revision, for it reads otherwise"


def _asked(item: Item) -> tuple[object, ...]:
    return (item.text, item.hint, item.min, item.labels, item.audience)
