"""Colours, numbers and text as SVG takes them."""

from __future__ import annotations

from typing import Final

from django.utils.html import escape
from django.utils.safestring import SafeString

WIDTH: Final = 340
SMALLEST: Final = 14
# Widths of letters in parts of their size; fonts differ, so these are generous.
THIN: Final = frozenset(" .,:;'’!|ijlIfrt()-")
BROAD: Final = frozenset("mwMWABCDEGHKNOPQRSUVXYZ%@&…")
NARROW: Final = 0.38
MEAN: Final = 0.61
WIDE: Final = 0.86

# The colours of print. Screens take the class of the same name from figures.css.
PRINT: Final = {
    "ink": "#211b2d",
    "soft": "#5a5366",
    "paper": "#ffffff",
    "sunk": "#e7e5e3",
    "line": "#d5d1d2",
    "strong": "#7c7585",
    "key": "#211b2d",
    "round": "#4a3f8c",
    "rink": "#42387f",
    "rw": "#e6e3f3",
    "square": "#e5a220",
    "sink": "#754e00",
    "sw": "#f8e8c6",
    "dot": "#754e00",
    "ours": "#8f4521",
    "ow": "#f3e2d8",
    "ground": "#8f4521",
    "deep": "#7b3919",
    "on": "#fff8f1",
    "sky1": "#d3deea",
    "sky2": "#ecccc2",
    "sky3": "#8d87b8",
    "sky4": "#332c58",
}


def number(value: float) -> str:
    """Write a length with at most two decimals.

    >>> number(12.0), number(-0.001), number(3.14159)
    ('12', '0', '3.14')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def attributes(**values: float | str) -> str:
    """Write SVG attributes, `_` for `-`, every text escaped.

    >>> attributes(x=1.5, stroke_width=2, clip_path="url(#a)")
    'x="1.5" stroke-width="2" clip-path="url(#a)"'
    """
    written = (
        (key.rstrip("_").replace("_", "-"), value) for key, value in values.items()
    )
    return " ".join(
        f'{key}="{escape(value) if isinstance(value, str) else number(value)}"'
        for key, value in written
    )


def paint(fill: str = "", edge: str = "", width: float = 1.5) -> str:
    """Return class and print colours of a mark; without `fill` it is hollow.

    >>> paint("round")
    'class="f-round" fill="#4a3f8c"'
    >>> paint("round", "key", 2)
    'class="f-round s-key" fill="#4a3f8c" stroke="#211b2d" stroke-width="2"'
    """
    classes = [f"f-{fill}"] if fill else []
    colours: dict[str, float | str] = {"fill": PRINT[fill] if fill else "none"}
    if edge:
        classes.append(f"s-{edge}")
        colours |= {"stroke": PRINT[edge], "stroke_width": width}
    return attributes(class_=" ".join(classes), **colours)


def stroke(colour: str, width: float) -> str:
    """Return class and print colour of an edge; the fill is named elsewhere."""
    return attributes(class_=f"s-{colour}", stroke=PRINT[colour], stroke_width=width)


def length(text: str, size: float) -> float:
    """Return about how long a line of sans-serif text is, a little generously.

    >>> round(length("a little", 14))
    49
    """
    widths = (
        NARROW if sign in THIN else WIDE if sign in BROAD else MEAN for sign in text
    )
    return size * sum(widths)


def fit(text: str, *, units: float, size: float) -> str:
    """Shorten a text that would run out of its place; the caption holds it whole.

    >>> fit("Family and friends", units=90, size=15)
    'Family an…'
    """
    if length(text, size) <= units:
        return text
    while text and length(text + "…", size) > units:
        text = text[:-1].rstrip()
    return text + "…"


def two_lines(text: str, *, units: float, size: float) -> list[str]:
    """Break a text at the space nearest its middle, and shorten what is too long.

    One line stays one if it fits or has no space.

    >>> two_lines("good to be with", units=60, size=14)
    ['good to', 'be with']
    """
    cuts = [place for place, sign in enumerate(text) if sign == " "]
    if not cuts or length(text, size) <= units:
        return [fit(text, units=units, size=size)]
    cut = min(cuts, key=lambda place: abs(place - len(text) / 2))
    parts = (text[:cut], text[cut + 1 :])
    return [fit(part, units=units, size=size) for part in parts]


def words(  # noqa: PLR0913  a text needs a place, a size, a weight and a colour
    text: str,
    x: float,
    y: float,
    *,
    size: float = SMALLEST,
    weight: int = 400,
    anchor: str = "start",
    colour: str = "soft",
) -> str:
    """Write one line of text with its baseline at `y`."""
    look = attributes(
        x=x,
        y=y,
        class_=f"t f-{colour}",
        fill=PRINT[colour],
        font_family="sans-serif",
        font_size=size,
        font_weight=weight,
        text_anchor=anchor,
    )
    return f"<text {look}>{escape(text)}</text>"


def drawing(
    *parts: str,
    size: tuple[float, float],
    described: str = "",
    shown: tuple[float, float] | None = None,
    cover: str = "",
    names: bool = False,
) -> SafeString:
    """Close a drawing: a picture if it is described, decoration if not.

    `size` is the drawing's own width and height, `shown` its size in pixels where
    no style sheet speaks, `cover` which part stays when it must fill its place.
    With `names` of people in it, a browser that translates the page leaves it alone:
    a drawing cannot mark a part of its description, and its table says it again.
    """
    width, height = shown or size
    frame = {"viewBox": f"0 0 {number(size[0])} {number(size[1])}"}
    meant = (
        {"role": "img", "aria_label": described}
        if described
        else {"aria_hidden": "true", "focusable": "false"}
    )
    kept = {"preserveAspectRatio": cover} if cover else {}
    kept |= {"translate": "no"} if names else {}
    look = attributes(**frame, width=width, height=height, **meant, **kept)
    return SafeString(f"<svg {look}>{''.join(parts)}</svg>")  # nosec B703 # drawn by us
