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
        "care",
        "closeness",
        "devices",
        "planning",
    ]


def test_a_parent_and_a_grown_child_read_the_very_same_words() -> None:
    shipped = content(PairType.PARENT_CHILD)

    assert shipped.lines["other"] == "the other person"
    for item in shipped.instrument.items:
        assert "your parent" not in item.text.lower()
        assert "your child" not in item.text.lower()
