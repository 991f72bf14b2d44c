"""Picture of the week: what both said in this week's check-in.

A post for each question stands on the ground, with seven notches; higher is more
of it. Each of the two has a mark on every post; the same notch, and they stand in
register.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString

from coequal.core.people import Pair, Seat
from coequal.web.charts import marks, notches
from coequal.web.charts.ink import (
    WIDTH,
    attributes,
    drawing,
    fit,
    number,
    paint,
    two_lines,
    words,
)

LOWEST: Final = 208.0  # the height of notch 0
NOTCH: Final = 29.0
HEIGHT: Final = 290
RADIUS: Final = 11.5
CORNER: Final = 16
GROUND: Final = (
    f"M0 228C85 216 255 216 {WIDTH} 228V{HEIGHT - CORNER}q0 {CORNER} -{CORNER} "
    f"{CORNER}H{CORNER}q-{CORNER} 0 -{CORNER} -{CORNER}Z"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One question of the check-in, in a word or two, and what each said to it.

    Steps run from 0 to 6; `None` was not said. Raises `Unsound` for others.
    """

    label: str
    said: Pair[int | None]

    def __post_init__(self) -> None:
        notches.check((self.said.a, self.said.b))


def figure(*, posts: Sequence[Post], nothing: str, described: str) -> SafeString:
    """Draw the posts, usually four, from left to right.

    `nothing` stands in the sky while nobody has said anything.
    """
    room = WIDTH / max(len(posts), 1)
    sky = attributes(width=WIDTH, height=HEIGHT, rx=CORNER)
    shown = [
        f"<g>{_post(post, room * (at + 0.5))}</g>" for at, post in enumerate(posts)
    ]
    labels = [
        label
        for at, post in enumerate(posts)
        for label in _label(post.label, room * (at + 0.5), room)
    ]
    return drawing(
        f"<rect {sky} {paint('sky1')}/>",
        *shown,
        f'<path d="{GROUND}" {paint("ground")}/>',
        *labels,
        *_nothing(posts, nothing),
        size=(WIDTH, HEIGHT),
        described=described,
        names=True,
    )


def up(step: int) -> float:
    """Return the height of a notch."""
    return LOWEST - NOTCH * step


def _post(post: Post, x: float) -> str:
    cuts = "".join(
        f"M{number(x - 4)} {number(up(step))}h8" for step in range(notches.TOP + 1)
    )
    stem = marks.line(f"M{number(x)} {number(up(notches.TOP) - 12)}V230", "ink", 1.6)
    return stem + marks.line(cuts, "ink", 1.2) + _said(post.said, x)


def _said(said: Pair[int | None], x: float) -> str:
    if said.a is not None and said.a == said.b:
        return marks.same(x, up(said.a), RADIUS)
    steps = ((seat, said[seat]) for seat in Seat)
    return "".join(
        marks.sign(seat, x, up(step), RADIUS)
        for seat, step in steps
        if step is not None
    )


def _label(text: str, x: float, room: float) -> Iterator[str]:
    for line, part in enumerate(two_lines(text, units=room - 16, size=14.5)):
        yield words(
            part,
            x,
            254 + 17 * line,
            size=14.5,
            weight=600,
            anchor="middle",
            colour="on",
        )


def _nothing(posts: Sequence[Post], nothing: str) -> Iterator[str]:
    if all(step is None for post in posts for step in (post.said.a, post.said.b)):
        text = fit(nothing, units=WIDTH - 24, size=15.5)
        box = attributes(x=12, y=98, width=WIDTH - 24, height=34, rx=6)
        yield f"<rect {box} {paint('paper')}/>"
        yield words(text, WIDTH / 2, 120, size=15.5, anchor="middle", colour="ink")
