from __future__ import annotations

import pytest
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st
from tests.web.charts import drawn

from coequal.core.people import Pair
from coequal.errors import Unsound
from coequal.web.charts import week
from coequal.web.charts.week import Post

LABELS = ("heard", "backed up", "a fair load", "good to be with")
NOTHING = "No check-in this week yet."
STEP = st.none() | st.integers(0, 6)
SAID = st.lists(st.builds(Pair, a=STEP, b=STEP), min_size=4, max_size=4)


def figure(*said: Pair[int | None], labels: tuple[str, ...] = LABELS) -> SafeString:
    posts = [
        Post(label=label, said=one) for label, one in zip(labels, said, strict=True)
    ]
    return week.figure(posts=posts, nothing=NOTHING, described="Our week.")


def posts(drawing: str) -> list[drawn.Counter[drawn.Mark]]:
    return [drawn.marks(post) for post in drawn.tree(drawing).findall("g")]


def signs(marks: drawn.Counter[drawn.Mark]) -> dict[str, float]:
    """Return whose sign stands at which height."""
    return {
        one.whose: float(one.where.split()[1]) for one in marks if one.what == "sign"
    }


@given(said=SAID)
def test_exchanging_the_seats_exchanges_disc_and_square_and_nothing_else(
    said: list[Pair[int | None]],
) -> None:
    after = posts(figure(*(one.mirrored for one in said)))
    assert after == [
        drawn.Counter(mark.exchanged for mark in marks.elements())
        for marks in posts(figure(*said))
    ]


@given(said=SAID)
def test_every_mark_stands_on_its_notch(said: list[Pair[int | None]]) -> None:
    for marks, one in zip(posts(figure(*said)), said, strict=True):
        if one.a is not None and one.a == one.b:
            assert signs(marks) == {"both": week.up(one.a)}
        else:
            steps = {"A": one.a, "B": one.b}
            assert signs(marks) == {
                whose: week.up(step)
                for whose, step in steps.items()
                if step is not None
            }


def test_a_post_has_seven_notches() -> None:
    marks = posts(figure(*[Pair(a=0, b=6)] * 4))[0]
    cuts = max((one.where.count("M") for one in marks), default=0)
    assert cuts == 7


def test_a_higher_step_stands_higher_and_above_the_ground() -> None:
    heights = [week.up(step) for step in range(7)]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] + week.RADIUS < 228
    assert heights[6] - week.RADIUS > 0


def test_marks_of_neighbouring_notches_do_not_touch() -> None:
    assert week.NOTCH > 2 * week.RADIUS


@pytest.mark.parametrize("step", [-1, 7])
def test_a_step_on_no_notch_is_refused(step: int) -> None:
    with pytest.raises(Unsound):
        Post(label="heard", said=Pair(a=step, b=3))


def test_before_the_first_check_in_the_picture_says_so() -> None:
    nobody: Pair[int | None] = Pair(a=None, b=None)
    assert NOTHING in figure(*[nobody] * 4)
    assert NOTHING not in figure(Pair(a=3, b=None), *[nobody] * 3)


def test_labels_stand_on_the_ground_in_two_lines_at_most() -> None:
    labels = ("heard", "W" * 40, "a very long question about us", "<b>")
    root = drawn.tree(figure(*[Pair(a=3, b=3)] * 4, labels=labels))
    texts = root.findall("text")
    assert len(texts) <= 8
    assert {one.get("class") for one in texts} == {"t f-on"}
    assert all(len("".join(one.itertext())) < 16 for one in texts)
