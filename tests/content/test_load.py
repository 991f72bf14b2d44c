from __future__ import annotations

from importlib.resources import files

import pytest

from coequal.content.load import content, parsed
from coequal.core.people import PairType
from coequal.core.see.picture import Limit
from coequal.core.see.words import Word
from coequal.errors import Unsound

EN = files("coequal.content") / "en"
COMMON = (EN / "common.toml").read_text(encoding="utf-8")
TEXT = (EN / "partners.toml").read_text(encoding="utf-8")
MATTERS = '[scales.matters]\nmin = 0\nlabels = ["No", "Yes"]\n'


def test_a_form_is_read_once() -> None:
    assert content(PairType.PARTNERS) is content(PairType.PARTNERS)
    assert parsed(COMMON, TEXT).instrument == content(PairType.PARTNERS).instrument


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('id = "home"', "id = ", "content: "),
        ("version = 2", 'version = "1"', r"version"),
        ("version = 2", "version = 2\nmore = 1", "more"),
        ('pair = "partners"', 'pair = "rivals"', "pair"),
        ('audience = "own"', 'audience = "all"', "audience"),
        ("view = 0.55\n", "", "view"),
        ("view = 0.55", "view = 1", "view"),
        ("view = 0.55", "view = -0.55", "model.view: expected a number above 0"),
        ("view = 0.55", "view = nan", "model.view: expected a number above 0"),
        ("cuts = [0.5, 1.5,", "cuts = [1.5, 0.5,", "model.cuts"),
        ("cuts = [0.5, 1.5, 2.5, 3.5]", "cuts = []", "model.cuts"),
        ("cuts = [0.5, 1.5,", "cuts = [1.5,", "scales.say"),
        ("probably = 0.7", "probably = 0.97", "probably < clear"),
        ("clearly_same = 0.9", "clearly_same = 0.6", "same <= clearly_same"),
        ("even_share = 0.62", "even_share = 1.0", "even_share < 1"),
        ("clear_hardly = 0.2", "clear_hardly = 0.4", "clear_hardly <= hardly"),
        ("even_sd = 0.5", "even_sd = 5.0", "tilt_area to leave room"),
        ("coverage = 0.9", "coverage = 1.5", "coverage < 1"),
        ('id = "money"', 'id = "home"', "the id home stands twice"),
        ('id = "trust.word"', 'id = "trust.backed"', "trust.backed stands twice"),
        ('blocks = ["process"]', 'blocks = ["trust"]', "block trust is in two parts"),
        ('blocks = ["process"]', "blocks = []", "the same blocks"),
        ("[scales.wish]\n", f"{MATTERS}[scales.wish]\n", "scales.matters: expected"),
        ('"Much less", "Less", "Fine as it is", "More", ', "", "two labels"),
        ("min = -1\n", "min = 0\n", "scales.tilt: expected as many answers"),
        ('scale = "tilt"', 'scale = "wish"', "scale"),
        ('id = "good"\ntitle', 'id = "late"\ntitle', "chapters"),
        (
            'id = "more"\ntitle',
            'id = "good"\ntitle',
            "expected short, more, carry, factors, good",
        ),
        ('"Clearly {my_other}", ', "", "scales.who: expected answers from 0"),
        ("[scales.who]\nmin = 0", "[scales.who]\nmin = 1", "scales.who"),
        ('who = ["neither of you decides more", ', "who = [", "sentences.who"),
        ('id = "home"\nchapter = "short"', 'id = "home"\nchapter = "more"', "first"),
        ('id = "care"\nchapter = "more"', 'id = "care"\nchapter = "good"', "no other"),
        ('clear = "clearly"\n', "", "one text for each word"),
        ('clear = "clearly"', 'sure = "clearly"', "words"),
        ('clearly = "clearly"', 'surely = "clearly"', "sentences.sure"),
        ('one_side = "This', 'other_side = "This', "limits"),
        ('absent = "Not', 'missing = "Not', "lines: expected absent"),
    ],
)
def test_a_damaged_form_is_named_and_never_half_read(
    old: str, new: str, fault: str
) -> None:
    assert old in COMMON + TEXT
    with pytest.raises(Unsound, match=fault):
        parsed(COMMON.replace(old, new), TEXT.replace(old, new))


def test_a_form_that_leaves_out_a_limit_is_refused() -> None:
    kept = [line for line in COMMON.splitlines() if not line.startswith("no_reasons")]

    with pytest.raises(Unsound, match="one text for each limit"):
        parsed("\n".join(kept), TEXT)


def test_more_areas_than_the_model_takes_are_refused() -> None:
    area = TEXT[TEXT.index('[[areas]]\nid = "work"') : TEXT.index("[[items]]")]
    first = area[: area.index("[[areas]]", 1)]
    more = [first.replace('"work"', f'"work{number}"') for number in range(7)]

    with pytest.raises(Unsound, match="at most 15"):
        parsed(COMMON, TEXT.replace(first, "".join([first, *more])))
    assert (
        len(parsed(COMMON, TEXT.replace(first, "".join(more))).instrument.areas) == 15
    )


@pytest.mark.parametrize(
    ("twice", "key"),
    [
        ('locale = "en"', "locale"),
        ("[limits]\none_side = 'Half of it.'", "limits"),
        ("[[areas]]\nid = 'home'", "areas"),
        ("guess = 'most'", "guess"),
    ],
)
def test_what_two_files_both_say_is_refused_and_not_overruled(
    twice: str, key: str
) -> None:
    with pytest.raises(Unsound, match=f"^content: {key} stands in two files$"):
        parsed(COMMON, TEXT, twice)


def test_parts_of_one_table_may_stand_in_two_files() -> None:
    known = content(PairType.PARTNERS)

    assert "{more}" in known.sentences.difference[Word.CLEAR]
    assert set(known.limits) == set(Limit)
    assert known.lines["absent"]
    assert known.lines["other"]
