"""What a figure holds, read back from its SVG."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from xml.etree import ElementTree as ET

SIGNS = {"f-round s-key": "disc", "f-square s-key": "square"}
HOLLOW = {"s-rink": "disc", "s-sink": "square"}
EXCHANGED = {"disc": "square", "square": "disc", "both": "both"}
PATTERNS = {"a": "lines", "b": "dots"}
OTHER_PATTERN = {"lines": "dots", "dots": "lines", "": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: which sign stands where, whose pattern the band has, the rest."""

    signs: frozenset[tuple[str, float]]
    pattern: str
    rest: frozenset[str]

    @property
    def exchanged(self) -> Row:
        return Row(
            signs=frozenset((EXCHANGED[kind], x) for kind, x in self.signs),
            pattern=OTHER_PATTERN[self.pattern],
            rest=self.rest,
        )


def tree(figure: str) -> ET.Element:
    return ET.fromstring(figure)


def rows(figure: str) -> dict[str, Row]:
    """Return every row of a figure by its label."""
    found = {}
    for group in tree(figure).findall("g"):
        label = group.find("text")
        assert label is not None
        found["".join(label.itertext())] = _row(group)
    return found


def hollow(figure: str) -> list[list[tuple[str, float]]]:
    """Return, row by row, the hollow signs: what was said before."""
    return [
        [
            (HOLLOW[mark.attrib["class"]], round(middle(mark), 1))
            for mark in group
            if mark.get("class") in HOLLOW
            and mark.tag in {"circle", "rect"}
            and mark.get("fill") == "none"
        ]
        for group in tree(figure).findall("g")
    ]


def middle(mark: ET.Element) -> float:
    if mark.tag == "circle":
        return float(mark.attrib["cx"])
    return float(mark.attrib["x"]) + float(mark.attrib["width"]) / 2


def ids(figure: str) -> list[str]:
    return [one.attrib["id"] for one in tree(figure).iter() if "id" in one.attrib]


def _row(group: ET.Element) -> Row:
    signs, pattern, rest = [], "", []
    for mark in group:
        kind = SIGNS.get(mark.get("class", ""))
        fill = mark.get("fill", "")
        if kind:
            signs.append((kind, round(middle(mark), 1)))
        elif fill.startswith("url"):
            pattern = PATTERNS[fill.rstrip(")")[-1]]
            rest.append(f"band {mark.get('x')} {mark.get('width')}")
        elif mark.tag == "path":
            rest.append(f"{mark.get('class')} {mark.get('d')}")
    if any(one.startswith("f-ours") for one in rest):
        (centre,) = {round(sum(x for _, x in signs) / 2, 1)}
        signs = [("both", centre)]
        rest = [one for one in rest if not one.startswith("f-ours")]
    return Row(signs=frozenset(signs), pattern=pattern, rest=frozenset(rest))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing a figure shows: what it is, whose it is, and where it stands."""

    what: str
    whose: str  # "A", "B", "both", or nobody's: ""
    where: str

    @property
    def exchanged(self) -> Mark:
        whose = {"A": "B", "B": "A"}.get(self.whose, self.whose)
        return Mark(what=self.what, whose=whose, where=self.where)


OWNERS = {
    "f-round s-key": ("sign", "A"),
    "f-square s-key": ("sign", "B"),
    "s-rink": ("line", "A"),
    "s-sink": ("line", "B"),
}
DASHES = {"A": None, "B": "7 5"}


def marks(group: ET.Element) -> Counter[Mark]:
    """Return what a group shows, both signs in register as one mark of both."""
    found = [_mark(one) for one in group if one.tag not in {"defs", "g"}]
    signs = [one for one in found if one.what == "sign"]
    if any(one.what == "overlap" for one in found):
        (y,) = {one.where.split()[1] for one in signs}
        x = sum(float(one.where.split()[0]) for one in signs) / len(signs)
        found = [one for one in found if one.what not in {"sign", "overlap", "edge"}]
        found.append(Mark(what="sign", whose="both", where=f"{near(x)} {y}"))
    return Counter(found)


def _mark(one: ET.Element) -> Mark:
    look, fill = one.get("class", ""), one.get("fill", "")
    if look in OWNERS and not fill.startswith("url"):
        what, whose = OWNERS[look]
        if what == "line":
            assert one.get("stroke-dasharray") == DASHES[whose]
        return Mark(what=what, whose=whose, where=_where(one))
    if fill.startswith("url"):
        whose = {"a": "A", "b": "B", "ab": "both"}[fill.rstrip(")").rsplit("-", 1)[1]]
        return Mark(what="pattern", whose=whose, where=_where(one))
    what = {"f-ours": "overlap", "s-key": "edge"}.get(look, f"{one.tag} {look}")
    return Mark(what=what, whose="", where=f"{_where(one)}{''.join(one.itertext())}")


def _where(one: ET.Element) -> str:
    if one.tag == "path":
        return one.attrib["d"]
    if one.tag == "circle":
        return f"{near(middle(one))} {near(float(one.attrib['cy']))}"
    y = float(one.attrib["y"]) + float(one.get("height", 0)) / 2
    x = middle(one) if one.tag == "rect" else float(one.attrib["x"])
    return f"{near(x)} {near(y)}"


def near(place: float) -> int:
    """Round to a unit, but not at halves: disc and square are rounded by themselves."""
    return round(place + 0.1)
