"""The picture that two people keep of Guess me: one file that any phone can show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.utils.html import escape

from coequal.web.charts.ink import PRINT, attributes, length, number
from coequal.web.charts.scene_guess import evening

WIDTH: Final = 390
SCALE: Final = 3
"""How much larger than drawn it is shown, so that it is sharp on a phone."""
CUT: Final = 190
"""How much of the sky is left out above."""
EDGE: Final = 28
VOICE: Final = "Palatino, 'Palatino Linotype', 'Book Antiqua', Georgia, serif"
PLAIN: Final = "system-ui, sans-serif"
SIZES: Final = {"title": (29, 600), "head": (14.5, 600), "line": (20, 400)}

Groups = Sequence[tuple[str, Sequence[str]]]


def picture(title: str, groups: Groups) -> str:
    """Return the picture as an SVG file of its own: a scene, and the sentences below.

    Nothing in it names the program, a day or a phone.
    """
    y, parts = float(470 - CUT) + 48, []
    for row in wrapped(title, "title"):
        parts.append(_text(row, y, "title"))
        y += 34
    for head, lines in groups:
        y += 14
        if head:
            parts.append(_text(head, y, "head"))
            y += 27
        for line in lines:
            for row in wrapped(line, "line"):
                parts.append(_text(row, y, "line"))
                y += 26
            y += 7
    height = y + EDGE - 12
    size = attributes(
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {number(height)}",
        width=WIDTH * SCALE,
        height=height * SCALE,
    )
    paper = attributes(width=WIDTH, height=height, fill=PRINT["paper"])
    scene = "".join(evening("kept"))
    frame = attributes(
        y=0, width=WIDTH, height=470 - CUT, viewBox=f"0 {CUT} {WIDTH} {470 - CUT}"
    )
    return (
        f"<svg {size}><rect {paper}/><svg {frame}>{scene}</svg>{''.join(parts)}</svg>\n"
    )


def wrapped(text: str, kind: str) -> list[str]:
    """Break a text into lines that fit, at spaces; a word that is too long stays.

    >>> wrapped("a b", "line")
    ['a b']
    """
    size, _ = SIZES[kind]
    rows = [""]
    for word in text.split():
        longer = f"{rows[-1]} {word}".strip()
        if rows[-1] and length(longer, size) > WIDTH - 2 * EDGE:
            rows.append(word)
        else:
            rows[-1] = longer
    return rows


def _text(row: str, y: float, kind: str) -> str:
    size, weight = SIZES[kind]
    look = attributes(
        x=EDGE,
        y=y,
        fill=PRINT["soft" if kind == "head" else "ink"],
        font_family=PLAIN if kind == "head" else VOICE,
        font_size=size,
        font_weight=weight,
    )
    # Signs that are none, and that no file of this kind may hold.
    plain = row.translate({0xFFFE: None, 0xFFFF: None})
    return f"<text {look}>{escape(plain)}</text>"
