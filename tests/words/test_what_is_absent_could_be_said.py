"""What a test says is absent, the program can say: or the test could not fail.

`assert "What I weighed" not in page` holds for ever once the page says "What I rated".
So whatever is asserted absent stands in a template, in the code or in the content
today, with a gap where something is filled in; or in the same test, where somebody
types it; or it is of another language than ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import pytest
from tests.words import sayable
from tests.words.absent import GAP, ROOT, Absent, Module

OF_PAPERS: Final = ("tests/docs/", "tests/words/")
"""They look for what stands in papers, and for words that nobody may say."""
OF_OTHERS: Final = {
    "AUTOMATIC": "SQLite's, for an index that it makes for one lookup",
    "ETag": "a header that a proxy or a library would add",
    "Last-Modified": "the same",
    "Refresh": "the same, of a page that moves on by itself",
    "Server": "the same",
    "Traceback": "Python's",
    "X-Powered-By": "a header that a proxy or a library would add",
    "<b>\"'": "the beginning of a name that is hostile",
    "<img": "HTML's, in a page for a package index",
    "<meta property": "HTML's, for whoever shows what is behind a link",
    'name="description"': "the same",
    "<time": "HTML's, for a day or an hour",
    'type="date': "the same",
    'type="time': "the same",
    "scroll-behavior": "CSS's",
    "{{": "of templates",
}
"""No sentence of ours, so no rewording makes a test of them empty: with whose it is."""
FILLS: Final = re.compile(r"\b(?:Alice|Bob|Carol|Dana|Eve)\b|(?<=“)[^”]+(?=”)|\d+")
"""What stands in a test where the program has a gap."""
WORD: Final = re.compile(r"\w{3}")
VALUE: Final = re.compile(r'="[^"]*"')
INSIDE: Final = re.compile(r">[^<>]+<")
TERMINAL: Final = ("src/coequal/cli/*.py",)
GUIDES: Final = ("src/coequal/content/en/guides/*.md",)
ELSEWHERE: Final = {
    **dict.fromkeys(("tests/web/learn/", "tests/web/home/"), TERMINAL),
    **dict.fromkeys(("tests/web/", "tests/browser/"), (*TERMINAL, *GUIDES)),
}
"""What is not said on the pages that tests of a folder read."""


def test_each_could_be_said() -> None:
    silent = [
        one
        for module in _modules().values()
        if not module.name.startswith(OF_PAPERS)
        for one in cannot_fail(module)
    ]
    assert silent == []


def test_what_is_of_others_is_still_asserted() -> None:
    told = {one.text for module in _modules().values() for one in module.absent()}
    assert [text for text in OF_OTHERS if text not in told] == []


@cache
def _modules() -> dict[str, Module]:
    return {
        (name := file.relative_to(ROOT).as_posix()): Module(
            name, file.read_text(encoding="utf-8")
        )
        for file in sorted((ROOT / "tests").rglob("*.py"))
    }


def cannot_fail(module: Module) -> Iterator[Absent]:
    """Return what this file says is absent, and nothing there could ever say."""
    but = elsewhere(module.name)
    for one in module.absent():
        if one.text in OF_OTHERS or could_be_said(one.text, but):
            continue
        if not is_typed(one.text, _typed(module)):
            yield one


def _typed(module: Module) -> list[str]:
    """Return every other text of this file, and of those that it takes acts from."""
    near = [known for name in module.imported if (known := _modules().get(name))]
    return [text for one in (module, *near) for text in one.others()]


def is_typed(text: str, typed: list[str]) -> bool:
    """Whether it is in one of these texts, or one of them filled in."""
    return text.casefold() in sayable.END.join(typed).casefold() or any(
        re.fullmatch(re.escape(one).replace(GAP, ".+"), text)
        for one in typed
        if GAP in one and WORD.search(one)
    )


def elsewhere(name: str) -> tuple[str, ...]:
    """Return what never speaks where the tests of this file look."""
    return next((but for room, but in ELSEWHERE.items() if name.startswith(room)), ())


def could_be_said(text: str, but: tuple[str, ...] = ()) -> bool:
    """Whether the program says it, with anything in its gaps."""
    ways = {text, FILLS.sub(GAP, text)}
    attributes = {VALUE.sub(f'="{GAP}"', text), INSIDE.sub(f">{GAP}<", text)}
    return text in sayable.words(but) or any(
        re.search(_pattern(way), said(but))
        for said, many in ((sayable.words, ways), (sayable.markup, ways | attributes))
        for way in many
    )


def _pattern(text: str) -> str:
    """Match it over any space, what is filled in, and where a plural has a gap."""
    parts = [re.escape(part) for part in text.split()]
    plural = [re.sub(r"s(?=\\?\W*$)", rf"(?:s|{GAP})", part) for part in parts]
    return rf"[\s{GAP}]+".join(plural)


@pytest.mark.parametrize(
    "test",
    [
        'assert "No page ever said so." not in page',
        'assert not "No page ever said so." in page',
        'assert page.count("No page ever said so.") == 0',
        'assert all(one not in page for one in ("Decide", "No page ever said so."))',
        'assert not any(one in page for one in ["No page ever said so."])',
        'assert [one for one in ("No page ever said so.",) if one in page] == []',
        'for one in ("No page ever said so.", "Decide"):\n    assert one not in page',
        'NEVER = "No page ever said so."\nassert NEVER not in page',
        'assert f"No page ever said so." not in page',
        'assert b"No page ever said so." not in page',
        """@pytest.mark.parametrize("one", ["No page ever said so."])
def test_it(one):
    assert one not in page
""",
    ],
)
def test_what_nothing_says_is_found(test: str) -> None:
    (found,) = cannot_fail(Module("tests/web/test_it.py", test))
    assert found.text == "No page ever said so."


@pytest.mark.parametrize(
    "test",
    [
        'assert "Nothing is written here yet." not in page',
        'assert "Alice suggests you agree" not in page',
        'assert "Suggest “With friends” to Bob" not in page',
        'assert "3 new questions since you answered" not in page',
        'assert \'name="option" value="0"\' not in page',
        'write("No page ever said so.")\nassert "ever said so" not in page',
        'NEVER = "No page ever said so."\nwrite(NEVER)\nassert NEVER not in page',
        'assert "<time" not in page',
        'write(f"More of {this}")\nassert "More of this kind" not in page',
    ],
)
def test_what_could_be_there_is_left_alone(test: str) -> None:
    assert [*cannot_fail(Module("tests/web/test_it.py", test))] == []


def test_what_only_the_terminal_says_is_said_on_no_page() -> None:
    test = 'assert "A gives up" not in page'
    assert [*cannot_fail(Module("tests/web/test_it.py", test))]
    assert not [*cannot_fail(Module("tests/cli/test_it.py", test))]
