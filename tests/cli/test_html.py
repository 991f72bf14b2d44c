from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.cli.conftest import EXAMPLES, Run, Write
from tests.web.unspaced import unspaced

from coequal.core.people import PairType

KIM, SAM = EXAMPLES / "kim.json", EXAMPLES / "sam.json"
NUMBER = re.compile(r"−?\d\.\d")  # noqa: RUF001  a real minus
ONE_SIDED = ("img", "br", "meta", "hr", "input", "link")
NOT_HERE = {
    *("script", "link", "img", "iframe", "object", "embed", "form", "base", "a"),
    *("image", "use", "audio", "video", "source", "foreignobject"),
}
NO_ATTRIBUTE = re.compile(r"on\w+|style|src|srcset|href|xlink:href|action|data|ping")


@dataclass
class Page(HTMLParser):
    """A page as a browser would take it apart; what does not close is a fault."""

    text: str
    tags: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str]] = field(default_factory=list)
    style: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in ONE_SIDED:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in ONE_SIDED:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"p", "li"} and self.open[-1] != tag:
            return
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["style"]:
            self.style += data
        elif data.strip():
            self.words.append(" ".join(data.split()))

    def all_of(self, attribute: str) -> list[str]:
        return [value for name, value in self.attributes if name == attribute]


def written(run: Run, folder: Path, *files: Path) -> Page:
    path = folder / "page.html"
    result = run("picture", *files, "--html", path, "--force")
    assert result.exit_code == 0, result.output
    return Page(path.read_text("utf-8"))


@pytest.fixture(params=["both", "alone"])
def page(request: pytest.FixtureRequest, run: Run, tmp_path: Path) -> Page:
    files = (KIM, SAM) if request.param == "both" else (KIM,)
    return written(run, tmp_path, *files)


def test_many_small_leans_to_one_side_are_told_over_all_areas(
    run: Run, write: Write, tmp_path: Path
) -> None:
    areas = ("home", "money", "free_time", "people", "plans")
    leaning = {
        f"{area}.{item}": value
        for area in areas
        for item, value in (("mine@2", 1), ("yours@2", 3), ("who", 1))
    }
    alone = write("ann.json", leaning, version=2)
    for files, named in (([alone], True), ([KIM, SAM], False)):
        words = " ".join(written(run, tmp_path, *files).words)
        assert ("All in all, your partner probably decides more." in words) is named


def test_the_page_is_well_formed(page: Page) -> None:
    assert page.text.lstrip().lower().startswith("<!doctype html>")
    assert page.open == []
    assert page.tags.count("h1") == page.tags.count("main") == 1
    ids = page.all_of("id")
    assert len(ids) == len(set(ids))
    assert set(page.all_of("aria-labelledby")) <= set(ids)


def test_the_page_asks_for_nothing_and_runs_nothing(page: Page) -> None:
    assert NOT_HERE.isdisjoint(page.tags)
    assert not [name for name, _ in page.attributes if NO_ATTRIBUTE.fullmatch(name)]
    assert not re.search(r"https?:|//[a-z]|@import|javascript:|data:", page.text)
    assert all(ref.startswith("#") for ref in re.findall(r"url\((.*?)\)", page.text))


def test_the_policy_allows_the_one_style_sheet_and_nothing_else(page: Page) -> None:
    assert page.tags.count("style") == 1
    digest = b64encode(sha256(page.style.encode()).digest()).decode()
    (policy,) = (one for one in page.all_of("content") if "default-src" in one)
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_the_page_is_for_light_and_dark_and_for_paper(page: Page) -> None:
    assert "light dark" in page.all_of("content")
    assert "light-dark(" in page.style
    assert "@media print" in page.style


def test_numbers_stand_behind_how_sure_is_this_and_nowhere_else(page: Page) -> None:
    behind = page.words.index("How sure is this?")

    assert not any(NUMBER.fullmatch(word) for word in page.words[:behind])
    assert any(NUMBER.fullmatch(word) for word in page.words[behind:])


def test_facts_come_first_and_limits_last(run: Run, tmp_path: Path) -> None:
    words = written(run, tmp_path, KIM, SAM).words

    heads = [
        "Kim and Sam",
        "In words",
        "Where you see it differently",
        "Area by area",
        "How it goes between us",
        "What this can’t know",
    ]
    places = [words.index(head) for head in heads]
    assert places == sorted(places)
    wish = "You both want more say about your free time."
    assert f"{wish} What decides it now?" in words
    assert "Straight from the answers, unless a line says it’s a guess." in words


def test_one_person_alone_reads_of_one_side_only(run: Run, tmp_path: Path) -> None:
    page = written(run, tmp_path, KIM)

    assert "Kim’s own picture" in page.words
    assert "You’d like more say: money and free time." in page.words
    assert "one side of it" in page.text
    assert "Sam" not in page.text


def test_a_form_half_answered_gives_a_page(
    run: Run, write: Write, tmp_path: Path
) -> None:
    half = write("alice.json", {"home.mine": 3})
    empty = write("bob.json", {})

    for files in ((half,), (empty,), (half, empty), (half, half)):
        page = written(run, tmp_path, *files)
        assert page.open == []
        assert "What this can’t know" in page.words


def test_exchanging_the_two_exchanges_the_sides_and_no_finding(
    run: Run, tmp_path: Path
) -> None:
    one, other = written(run, tmp_path, KIM, SAM), written(run, tmp_path, SAM, KIM)

    def findings(page: Page) -> set[str]:
        return set(re.findall(r'<p class="voice">(.*?)</p>', unspaced(page.text)))

    def sure(page: Page) -> list[str]:
        return re.findall(r'class="word.*?</span>', unspaced(page.text))

    assert findings(one) == findings(other) != set()
    assert sure(one) == sure(other) != []


def test_exchanging_the_answers_exchanges_the_names_of_who_said_what(
    run: Run, tmp_path: Path
) -> None:
    def said(page: Page) -> set[tuple[str, str, str]]:
        asked = re.findall(r"<li><h3>(.*?)</h3>(.*?)</dl>", unspaced(page.text))
        by = re.compile(r"</span><bdi[^>]*>([^<]*)</bdi></dt><dd>([^<]*)</dd>")
        return {
            (question, name, answer)
            for question, both in asked
            for name, answer in by.findall(both)
        }

    one = said(written(run, tmp_path, KIM, SAM))
    assert one == said(written(run, tmp_path, SAM, KIM))
    assert {name for _, name, _ in one} == {"Kim", "Sam"}


HOSTILE = [
    "<script>alert(1)<",
    "\"' onload=x",
    "{{ style }}{% now %}",
    "&amp;<b>%s%(a)s",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_only_ever_a_name(run: Run, tmp_path: Path, name: str) -> None:
    hostile = tmp_path / f"{name}.json"
    hostile.write_bytes(KIM.read_bytes())
    shown = name[:1].upper() + name[1:]

    for files in ((hostile,), (hostile, SAM), (SAM, hostile)):
        page = written(run, tmp_path, *files)
        assert page.open == []
        assert NOT_HERE.isdisjoint(page.tags)
        assert "b" not in page.tags
        assert not [key for key, _ in page.attributes if NO_ATTRIBUTE.fullmatch(key)]
        assert any(" ".join(shown.split()) in word for word in page.words)


@pytest.mark.parametrize("kind", PairType)
def test_every_type_of_pair_has_its_page(
    run: Run, tmp_path: Path, kind: PairType
) -> None:
    first, second = sorted((EXAMPLES / kind).glob("*.json"))

    both, alone = written(run, tmp_path, first, second), written(run, tmp_path, first)

    assert both.open == alone.open == []
    assert both.text.count("<figure") > 5


def test_a_page_that_is_there_is_overwritten_only_when_forced(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_text("mine", "utf-8")

    result = run("picture", KIM, "--html", path)

    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.endswith("page.html: already exists. Add --force to overwrite it")
    assert path.read_text("utf-8") == "mine"
    assert run("picture", KIM, "--html", path, "--force").exit_code == 0
    assert "Kim" in path.read_text("utf-8")


def test_only_its_owner_may_read_the_page(run: Run, tmp_path: Path) -> None:
    fresh, loose = tmp_path / "fresh.html", tmp_path / "loose.html"
    loose.touch(0o644)

    run("picture", KIM, "--html", fresh)
    run("picture", KIM, "--html", loose, "--force")

    for path in (fresh, loose):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert sorted(tmp_path.iterdir()) == [fresh, loose]


def test_the_answers_are_never_overwritten_by_their_page(
    run: Run, write: Write
) -> None:
    path = write("kim.json", {"home.mine": 3})
    before = path.read_bytes()

    for files in ((path,), (SAM, path)):
        result = run("picture", *files, "--html", path, "--force")
        assert result.exit_code == 2
        assert "Choose another name for the page" in result.stderr
    assert path.read_bytes() == before


def test_a_page_that_cannot_be_written_is_named(run: Run, tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere" / "page.html", tmp_path):
        result = run("picture", KIM, "--html", path, "--force")
        assert result.exit_code == 2
        assert len(result.stderr.splitlines()) == 1


def test_a_page_and_json_are_not_asked_for_at_once(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "page.html"

    assert run("picture", KIM, "--json", "--html", path).exit_code == 2
    assert not path.exists()


def test_it_needs_no_settings_and_touches_no_folder(tmp_path: Path) -> None:
    """In a process of its own, where no test has set up the site."""
    home, path = tmp_path / "home", tmp_path / "page.html"
    strange = {
        key: value
        for key, value in os.environ.items()
        if key != "DJANGO_SETTINGS_MODULE"
    }
    words = ("picture", KIM, SAM, "--html", path)

    subprocess.run(
        [sys.executable, "-m", "coequal.cli", *map(str, words)],
        env=strange | {"COEQUAL_HOME": str(home)},
        check=True,
        capture_output=True,
    )

    assert Page(path.read_text("utf-8")).open == []
    assert not home.exists()
