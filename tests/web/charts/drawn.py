"""What a figure holds, read back from its SVG."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

SIGNS = {"f-round s-key": "disc", "f-square s-key": "square"}
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
