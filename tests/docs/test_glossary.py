"""What people read keeps to the words of docs/glossary.md.

Templates are cut down to what reaches a reader; content to its values; programs
to the texts they hand to gettext. What comes of it on whole pages is read in
`tests/words`.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from tests.words.glossary import forms, left_out

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "coequal"
TEMPLATES = sorted((SOURCE / "web" / "templates").rglob("*.html"))
# What people type to find a guide is read by nobody, and holds the words they use.
KNOWN = [
    SOURCE / "content" / "en" / "guides" / f"{each}.toml"
    for each in ("keywords", "kinds", "weights")
]
"""What people type: it may hold any word that is forbidden to us."""
CONTENT = sorted({*(SOURCE / "content").rglob("*.toml")} - {*KNOWN})
GUIDES = sorted((SOURCE / "content").rglob("*.md"))
PROGRAMS = sorted(SOURCE.rglob("*.py"))

FORBIDDEN = left_out("Words that are not used")
CALQUES = left_out("What reads as translated")
SPOKEN = {"alt", "aria-label", "placeholder", "title"}
GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext"}
COMMENT = re.compile(r"{%\s*comment.*?endcomment\s*%}|{#.*?#}|<!--.*?-->", re.DOTALL)
TRANSLATE = re.compile(r"""{%\s*trans(?:late)?\s+("[^"]*"|'[^']*')[^%]*%}""")
TAG = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
GIVEN = re.compile(r"""\b_\("([^"]*)"\)""")
"""A text that is handed on in a tag."""


class Readable(HTMLParser):
    """Collects text and the attributes that are read aloud or shown."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in SPOKEN and value]


def template_text(source: str) -> str:
    """Return what of a template reaches a reader."""
    page = Readable()
    bare = TRANSLATE.sub(lambda found: found[1][1:-1], COMMENT.sub("", source))
    page.feed(TAG.sub(lambda found: f" {' '.join(GIVEN.findall(found[0]))} ", bare))
    page.close()
    return "\n".join(page.found)


def content_text(source: str) -> str:
    """Return every text of a content file; comments and keys are nobody's words."""
    return "\n".join(texts(tomllib.loads(source)))


def texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for part in value.values():
                yield from texts(part)
        case list():
            for part in value:
                yield from texts(part)


def program_text(source: str) -> str:
    """Return the texts that a program hands to gettext."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    said = (
        argument.value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in GETTEXT
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    )
    return "\n".join(said)


def forbidden(text: str) -> list[str]:
    """Return the words of a text that the glossary leaves out."""
    return [found.casefold() for found in FORBIDDEN.findall(text)]


def name(path: Path) -> str:
    return str(path.relative_to(SOURCE))


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_uses_no_forbidden_word(path: Path) -> None:
    assert forbidden(template_text(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", CONTENT, ids=name)
def test_content_uses_no_forbidden_word(path: Path) -> None:
    assert forbidden(content_text(path.read_text(encoding="utf-8"))) == []


def test_programs_say_no_forbidden_word() -> None:
    found = {
        name(path): words
        for path in PROGRAMS
        if (words := forbidden(program_text(path.read_text(encoding="utf-8"))))
    }
    assert found == {}


def said(path: Path) -> str:
    """Return what of a file reaches a reader."""
    source = path.read_text(encoding="utf-8")
    kinds = {".html": template_text, ".toml": content_text, ".py": program_text}
    return kinds[path.suffix](source) if path.suffix in kinds else source


def test_nothing_is_said_as_if_it_were_translated() -> None:
    # The whole source is read: names, comments and errors too, not only what is shown;
    # and what the search knows, since people read how it was taught.
    found = {
        name(path): words
        for path in (*TEMPLATES, *CONTENT, *KNOWN, *GUIDES, *PROGRAMS)
        if (words := CALQUES.findall(path.read_text(encoding="utf-8")))
    }
    assert found == {}
    assert CALQUES.findall("How do we do the big feast?") == ["feast"]


def test_there_is_something_to_read() -> None:
    assert TEMPLATES
    assert CONTENT
    assert GUIDES
    assert any(said(path) for path in PROGRAMS)


@pytest.mark.parametrize("word", [*forms("Words that are not used"), "Scores", "Win"])
def test_a_planted_word_is_caught_everywhere(word: str) -> None:
    text = f"Now {word} then."
    caught = [word.casefold()]
    assert forbidden(template_text(f"<p>{text}</p>")) == caught
    assert forbidden(template_text(f'{{% translate "{text}" %}}')) == caught
    assert forbidden(template_text(f'{{% back _("{text}") "home" %}}')) == caught
    assert forbidden(template_text(f"{{% blocktranslate %}}{text}")) == caught
    assert forbidden(template_text(f'<a aria-label="{text}">')) == caught
    assert forbidden(content_text(f'[a]\nb = ["{text}"]')) == caught
    assert forbidden(program_text(f'print(_("{text}"))')) == caught


def test_what_no_reader_sees_may_hold_any_word() -> None:
    template = (
        "<!doctype html>{% comment %}Her score!{% endcomment %}{# he #}<!-- she -->"
        '<p class="score">{% if his %}{{ her }}{% endif %}</p>'
    )
    assert forbidden(template_text(template)) == []
    assert forbidden(content_text('# her score!\nwife = "partner"')) == []
    assert forbidden(program_text('score = "her score!"')) == []


def test_words_that_only_look_alike_are_allowed() -> None:
    assert forbidden("The other window, here, there, this, scored off the shelf") == []
