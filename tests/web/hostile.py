"""Texts that nobody's words look like, and what a field does with them.

A field either keeps a text, and shows it again sign by sign, or refuses it with a
sentence, and shows it still standing in the form. `Field.faults` says what else
happened.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final
from urllib.parse import urlencode

from django.http import HttpResponse
from django.utils.html import escape
from tests.web.cast import Person

from coequal.core.characters import isolated
from coequal.core.lines import one_line
from coequal.errors import Refused

SCRIPT: Final = "<script>alert(1)</script>"
NASTY: Final = "<b>\"'&{{x}}{%y%}%s%(z)s{0}\u202e\u200bé👩‍👧"
"""Short enough for what people call each other."""
TEXTS: Final = (
    SCRIPT,
    "\"'><img src=x onerror=alert(1)>",
    "</textarea></title></style><svg/onload=alert(1)>",
    "<!-- --> <![CDATA[ ]]> &lt;b&gt; &amp; &#60;",
    "{{ settings.SECRET_KEY }} {% debug %} {# x #} ${7*7} #{7*7} <%= 7*7 %>",
    "' OR 1=1; DROP TABLE people_account; -- \\'; \\\\",
    "%s %d %n %(label)s %% {0} {label} {0.__class__} $label",
    "\u202eright to left\u202c \u2066isolated\u2069 \u200f",
    "שלום مرحبا नमस्ते 你好",
    "zero\u200bwidth\u200djoined\ufeff",
    "e\u0301 is not é, ﬁ is not fi, ſ is not s",  # noqa: RUF001  that they are alike is the point
    "👩‍👩‍👧🏽 🇺🇳 ❤️",
    "Z̸̢̛a̷l̵g̶o̷" * 3,
    "a\x01b\x07c\x1b[31m\x7f\x85",
    "nul\x00sign",
    "\ufffe\uffff\U0010ffff",
    "lone \ud800 and \udfff",
    "one\r\ntwo\n\nthree\rfour",
    "\t tabs \t and edges \u3000",
    NASTY,
    f"{SCRIPT}{'long ' * 20_000}",
)
WORDS: Final = re.compile(r"[A-Z][^<>]{8,}[.!?]")
FIELD: Final = re.compile(
    r"<textarea[^>]*>\n?(?P<area>.*?)</textarea>|<input[^>]*?>", re.DOTALL
)
VALUE: Final = re.compile(r'\bvalue="([^"]*)"')
ERROR: Final = re.compile(
    r'class="errors"[^>]*>(.*?)</(?:p|ul)>|role="alert"[^>]*>(.*?)</(?:p|div)>',
    re.DOTALL,
)
APART: Final = re.compile(r'(?:\u2068|<bdi[^>]*>|dir="auto"[^>]*>)\s*$')
Send = Callable[[str], HttpResponse]
Kept = Callable[[str], str]


def arrived(text: str) -> str:
    """A text as a server gets it: half a sign is no sign any more."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def whole(text: str) -> str:
    """As notes are kept: all of it, a line break as one sign."""
    return text.replace("\r\n", "\n")


def line(text: str) -> str:
    """As lines for two are kept: one line."""
    try:
        return one_line(text, longest=len(text))
    except Refused:
        return ""


def send(person: Person, path: str, **fields: str) -> HttpResponse:
    """Send a form byte by byte, with signs in it that no client would send."""
    body = urlencode(
        {name: value.encode("utf-8", "surrogatepass") for name, value in fields.items()}
    )
    response = person.client.post(
        path, body, content_type="application/x-www-form-urlencoded", follow=True
    )
    return person._arrived(response, path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field: how to send a text, where it then stands, how it is kept.

    `seen` are the pages that show what was kept, the form's own answer if there are
    none. A `secret` field shows nothing again.
    """

    send: Send
    seen: Callable[[], list[HttpResponse]] = list
    kept: Kept = str.strip
    secret: bool = False

    def faults(self, text: str) -> Iterator[str]:
        """Say what is amiss after this text was sent."""
        page = self.send(text)
        if page.status_code == 200:
            yield from self._where_it_stands(text, self.seen() or [page])
        elif page.status_code in {422, 429}:
            yield from self._how_it_was_refused(text, page)
        else:
            yield f"status {page.status_code}"

    def _where_it_stands(self, text: str, pages: list[HttpResponse]) -> Iterator[str]:
        wanted = escape(self.kept(arrived(text)))
        for number, page in enumerate(pages):
            html = page.content.decode()
            if not self.secret and wanted not in html:
                yield f"page {number} shows something else"
            if self.seen is not list and not stands_apart(wanted, html):
                yield f"page {number} lets it turn round what stands beside it"
            yield from _raw(html)

    def _how_it_was_refused(self, text: str, page: HttpResponse) -> Iterator[str]:
        html = page.content.decode()
        if not any(WORDS.search(unescape(one)) for one in _errors(html)):
            yield "no sentence says why"
        typed = "" if self.secret else whole(arrived(text))
        if typed and typed not in map(whole, _typed(html)):
            yield "what was typed is gone"
        yield from _raw(html)


def stands_apart(wanted: str, html: str) -> bool:
    """Whether a text from right to left turns round nothing but itself on a page.

    A field isolates what is typed in it.
    """
    if isolated(wanted) == wanted:
        return True
    before = FIELD.sub("", html).split(wanted)[:-1]
    return all(APART.search(one) for one in before)


def _errors(html: str) -> list[str]:
    return ["".join(found) for found in ERROR.findall(html)]


def _typed(html: str) -> Iterator[str]:
    """What stands in the fields of a page, as a browser shows it."""
    for found in FIELD.finditer(html):
        value = VALUE.search(found[0])
        if found["area"] is not None:
            yield unescape_only(found["area"])
        elif value is not None:
            yield unescape_only(value[1])


def unescape_only(text: str) -> str:
    """Undo what templates escape, and leave control signs as they are."""
    for code, sign in (("lt", "<"), ("gt", ">"), ("quot", '"'), ("#x27", "'")):
        text = text.replace(f"&{code};", sign)
    return text.replace("&amp;", "&")


def _raw(html: str) -> Iterator[str]:
    """Markup of somebody's that a browser would follow."""
    for loud in (SCRIPT, "<img src=x", "<svg/onload", "onerror=alert(1)>", "<b>\"'"):
        if loud in html:
            yield f"not escaped: {loud}"
