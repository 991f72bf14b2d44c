"""HTML without the space that its templates are laid out with."""

from __future__ import annotations

import re
from typing import Final

_HAS_A_LINE_OF_ITS_OWN: Final = (
    "address|article|aside|blockquote|body|br|button|caption|dd|details|div|dl|dt|fieldset|"
    "figcaption|figure|footer|form|h1|h2|h3|h4|head|header|html|input|label|legend|li|link|"
    "main|meta|nav|ol|option|p|path|script|section|select|style|summary|svg|table|tbody|td|"
    "th|thead|title|tr|ul"
)
_BEFORE: Final = re.compile(rf"\s+(?=</?(?:{_HAS_A_LINE_OF_ITS_OWN})\b)")
_AFTER: Final = re.compile(rf"(</?(?:{_HAS_A_LINE_OF_ITS_OWN})\b[^<>]*>)\s+")
_TAG: Final = re.compile(r"<[a-z][^<>]*>")
_APART: Final = re.compile(r'(?P<quoted>"[^"]*")|\s+(?P<end>>)?')


def unspaced(html: str) -> str:
    """Take out what a test should not hang on when it looks for a piece of HTML.

    No space is left beside an element that has a line of its own, and one between two
    attributes. Text that somebody wrote may lose space too: look for that in the page
    as it came.
    """
    html = _TAG.sub(_in_one_line, html)
    return _BEFORE.sub("", _AFTER.sub(r"\1", html))


def _in_one_line(tag: re.Match[str]) -> str:
    return _APART.sub(lambda one: one["quoted"] or one["end"] or " ", tag[0])
