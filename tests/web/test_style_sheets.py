"""What the style sheets promise on paper, to who asked for calm, in forced colours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from tests.web.cast import Person, html_of

WEB = Path(__file__).resolve().parents[2] / "src" / "coequal" / "web"
SHEETS = {path.stem: path for path in (WEB / "static" / "css").glob("*.css")}
PAGES = sorted(set(SHEETS) - {"left", "print"})
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# What one line may hold: a comment, the head of a block, a selector, a declaration.
THING = re.compile(r"/\*.*\*/|@[^{};]+[{;]|[^@{};,]+[{,]|[^{};]+;|\}")


def style(name: str) -> str:
    """Return a sheet without its comments, with one space for each run of space."""
    return " ".join(COMMENT.sub("", SHEETS[name].read_text(encoding="utf-8")).split())


def crowded(text: str) -> list[str]:
    """Return the lines of a sheet that hold two things, or stand at the wrong place."""
    wrong, depth, before = [], 0, ""
    for line in text.splitlines():
        # What stands in brackets goes first: its commas part no selectors.
        thing = re.sub(r"\([^()]*\)", "", line.strip())
        depth -= thing == "}"
        stands = line == " " * 2 * depth + line.strip()
        apart = before != "}" or thing == "}"
        if thing and not (THING.fullmatch(thing) and stands and apart):
            wrong.append(line)
        depth += thing.endswith("{")
        before = thing
    return wrong


def block(text: str, head: str) -> str:
    """Return everything inside the braces that follow a head, at any depth."""
    inside = ""
    for start in (found.end() for found in re.finditer(re.escape(head), text)):
        depth, at = 1, text.index("{", start) + 1
        while depth:
            inside += text[at]
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            at += 1
    return inside


def outside(text: str, head: str) -> str:
    return text.replace(block(text, head), "")


def hidden_on_paper() -> set[str]:
    rules = re.findall(r"([^{}]*)\{ display: none; \}", style("print"))
    return {one.strip() for rule in rules for one in rule.split(",")}


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_a_line_holds_one_selector_or_one_declaration(name: str) -> None:
    assert crowded(SHEETS[name].read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a { color: red; }", "a { color: red; }"),
        ("a, b {\n  color: red;\n}", "a, b {"),
        ("a {\n  color: red; top: 0;\n}", "  color: red; top: 0;"),
        ("a {\n  color: red;\n}\nb {\n  top: 0;\n}", "b {"),
        ("a {\n color: red;\n}", " color: red;"),
        ("@media print {\n  a {\n    top: 0;\n}\n}", "}"),
        ("a {\n  color: red }", "  color: red }"),
    ],
)
def test_a_crowded_line_is_found(text: str, line: str) -> None:
    assert crowded(text)[0] == line


def test_every_page_brings_the_sheet_for_paper_last(alice: Person) -> None:
    page = html_of(alice.client.get("/"))
    links = re.findall(r'<link rel="stylesheet" href="[^"]*/css/(\w+)[^>]*>', page)
    assert links[-1] == "print"
    assert finders.find("css/print.css")
    order = re.search(r"@layer ([\w, ]+);", style("tokens"))
    assert order
    assert order[1].split(", ")[-1] == "print"


def test_everything_about_paper_stands_in_one_sheet() -> None:
    assert [name for name in PAGES if "@media print" in style(name)] == []


def test_paper_is_light_whatever_the_scheme() -> None:
    rule = re.search(r":root, :root\[data-scheme\] \{([^}]*)\}", style("print"))
    assert rule
    assert "color-scheme: light" in rule[1]
    assert "--paper: white" in rule[1]


def test_controls_and_the_frame_are_not_on_paper() -> None:
    gone = {".top", ".foot", ".skip", ".banner", ".btn", ".btns", ".link", ".field"}
    assert gone | {".way", ".acts", ".quiet", "summary"} <= hidden_on_paper()
    base = (WEB / "templates" / "base.html").read_text(encoding="utf-8")
    before, _, after = base.partition("<main")
    frame = re.findall(r"<(?:header|footer|a) class=\"([\w-]+)\"", before + after)
    assert {"skip", "top", "foot"} <= set(frame)
    more = (WEB / "templates" / "pairs" / "more.html").read_text(encoding="utf-8")
    assert re.search(r'class="(?:sheet|group) acts"', more)
    text = (WEB / "templates" / "see" / "mine.html").read_text(encoding="utf-8")
    assert text.count('<div class="btns">') == text.count('<nav class="quiet"') == 1


def test_folds_stand_open_on_paper() -> None:
    assert re.search(
        r"details::details-content \{ content-visibility: visible", style("print")
    )


@pytest.mark.parametrize("part", [".fig", ".sheet", ".card", ".by", "tr"])
def test_what_belongs_together_is_not_cut(part: str) -> None:
    rules = re.findall(r"([^{}]*)\{ break-inside: avoid; \}", style("print"))
    assert part in {one.strip() for rule in rules for one in rule.split(",")}


@pytest.mark.parametrize("name", PAGES)
def test_whoever_asked_for_less_motion_sees_none(name: str) -> None:
    text = style(name)
    times = [
        time
        for rule in re.findall(r"transition: ([^;}]*)", text)
        for time in re.findall(r"[\d.]+m?s\b|var\(--(?:quick|slow)\)", rule)
    ]
    assert set(times) <= {"var(--quick)", "var(--slow)"}
    calm = outside(text, "(prefers-reduced-motion: no-preference)")
    assert "animation" not in calm
    assert "@keyframes" not in calm
    assert "scroll-behavior" not in calm


def test_the_times_of_motion_are_nothing_then() -> None:
    inside = block(style("tokens"), "(prefers-reduced-motion: reduce)")
    assert "--quick: 0ms" in inside
    assert "--slow: 0ms" in inside
    moved = block(style("components"), "(prefers-reduced-motion: reduce)")
    assert ".btn:active" in moved
    assert "transform: none" in moved


@pytest.mark.parametrize(
    "drawing",
    [".fig", ".scene", ".key", ".sign", ".mark", ".thumb", ".answer", ".place"],
)
def test_drawings_keep_their_inks_on_a_plate_in_forced_colours(drawing: str) -> None:
    rules = block(style("figures"), "(forced-colors: active)")
    found = re.search(r"([^{}]*)\{ forced-color-adjust: none; background", rules)
    assert found
    assert f"{drawing} svg" in {one.strip() for one in found[1].split(",")}


def test_where_one_is_can_be_seen_in_forced_colours() -> None:
    rules = block(style("components"), "(forced-colors: active)")
    assert re.search(r"\.bar \[aria-current\] \{ border-color: Highlight", rules)
