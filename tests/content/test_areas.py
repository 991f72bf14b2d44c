from __future__ import annotations

from coequal.content.load import content
from coequal.core.people import PairType

FORM = content(PairType.PARTNERS).instrument


def test_partners_are_asked_about_these_areas() -> None:
    assert [area.id for area in FORM.areas] == [
        "home",
        "money",
        "free_time",
        "people",
        "plans",
        "work",
        "children",
        "care",
        "celebrations",
    ]


def test_a_parent_and_a_grown_child_read_the_very_same_words() -> None:
    shipped = content(PairType.PARENT_CHILD)

    assert shipped.lines["other"] == "your parent or child"
    for item in shipped.instrument.items:
        words = item.text.lower().replace(shipped.lines["other"], "")
        assert "your parent" not in words
        assert "your child" not in words
