from __future__ import annotations

from importlib.resources import files

import pytest

from coequal.content.load import content, parsed
from coequal.core.people import PairType
from coequal.errors import Unsound

TEXT = (files("coequal.content") / "en" / "partners.toml").read_text(encoding="utf-8")


def test_a_form_is_read_once() -> None:
    assert content(PairType.PARTNERS) is content(PairType.PARTNERS)
    assert parsed(TEXT).instrument == content(PairType.PARTNERS).instrument


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('id = "home"', "id = ", "content: "),
        ("version = 1", 'version = "1"', r"version"),
        ("version = 1", "version = 1\nmore = 1", "more"),
        ('pair = "partners"', 'pair = "rivals"', "pair"),
        ('audience = "own"', 'audience = "all"', "audience"),
        ("view = 0.6\n", "", "view"),
        ("view = 0.6", "view = 1", "view"),
        ("view = 0.6", "view = -0.6", "model.view: expected a number above 0"),
        ("view = 0.6", "view = nan", "model.view: expected a number above 0"),
        ("cuts = [0.5, 1.5,", "cuts = [1.5, 0.5,", "model.cuts"),
        ("cuts = [0.5, 1.5, 2.5, 3.5]", "cuts = []", "model.cuts"),
        ("cuts = [0.5, 1.5,", "cuts = [1.5,", "scales.say"),
        ("probably = 0.78", "probably = 0.97", "probably < clear"),
        ("coverage = 0.9", "coverage = 1.5", "coverage < 1"),
        ('id = "money"', 'id = "home"', "the id home stands twice"),
        ('id = "trust.word"', 'id = "trust.backed"', "trust.backed stands twice"),
        ('blocks = ["process"]', 'blocks = ["trust"]', "block trust is in two parts"),
        ('blocks = ["process"]', "blocks = []", "the same blocks"),
        ('labels = ["Not one of my two", ', "labels = [", "scales.matters"),
        ('"Much less", "Less", "Good as it is", "More", ', "", "two labels"),
        ('clear = "clear"\n', "", "one text for each word"),
        ('clear = "clear"', 'sure = "clear"', "words"),
        ('one_side = "This', 'other_side = "This', "limits"),
        ('absent = "Not', 'missing = "Not', "lines: expected absent"),
    ],
)
def test_a_damaged_form_is_named_and_never_half_read(
    old: str, new: str, fault: str
) -> None:
    assert old in TEXT
    with pytest.raises(Unsound, match=fault):
        parsed(TEXT.replace(old, new))


def test_a_form_that_leaves_out_a_limit_is_refused() -> None:
    kept = [line for line in TEXT.splitlines() if not line.startswith("no_reasons")]

    with pytest.raises(Unsound, match="one text for each limit"):
        parsed("\n".join(kept))
