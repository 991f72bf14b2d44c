"""What somebody wrote or is called, on any page: `{{ one.text|said }}`.

And `{% naming one.sentence %}`: a sentence of ours with the names of two in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from django import template
from django.template.context import Context
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from coequal.content.findings import begun
from coequal.core.people import Pair, Seat

register = template.Library()


@register.filter
def said(text: object) -> SafeString:
    """Draw a text of somebody's so that it stays apart from the words of the page.

    Its direction turns nothing round that stands beside it, and a browser that
    translates the page leaves it as it was written.
    """
    return format_html('<bdi translate="no">{}</bdi>', text)


@register.simple_tag(takes_context=True)
def naming(context: Context, text: object, *names: str) -> SafeString:
    """Draw a sentence of ours so that the names in it stay as they were written.

    They are those of the page's `labels`, on one's own picture the `name` there, or the
    ones given; where a sentence begins with one, it may have a capital there. A word
    that is called as one of the two is left alone too: it can be told from a name by
    nobody here.
    """
    written = {name for name in names or _labels(context) if name.strip()}
    found = written | {begun(name) for name in written}
    if isinstance(text, SafeString):
        return text
    if not found:
        return conditional_escape(str(text))
    parts = _named(found).split(str(text))
    return format_html_join(
        "", "{}", ((said(one) if one in found else one,) for one in parts)
    )


def _labels(context: Context) -> Iterable[str]:
    labels = context.get("labels")
    if isinstance(labels, Pair):
        return (labels[seat] for seat in Seat)
    return [str(context.get("name", ""))]


def _named(names: Iterable[str]) -> re.Pattern[str]:
    """Find each name where it is no part of a word, the longest first."""
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest))})(?!\w)")
