"""By oneself: what can stand in one's own diary, and options weighed for oneself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coequal.core.decide.diary_lines import NOBODY_SAID
from coequal.core.decide.entries import OWN_WHO, OwnDiaryLine, OwnWeighing
from coequal.core.decide.rules import No
from coequal.core.decide.solo import check_own_line, check_own_weighing, ranked
from coequal.core.entry import Audience, Shred
from coequal.core.lines import NoLine
from coequal.errors import Refused

LINE = OwnDiaryLine(sheet="", text="We move.", who="other", asked="no", fine="")
WEIGHED = OwnWeighing(text="Where to?", options=("North", "South"), scores=(1, 4))


def test_both_are_for_their_author_only_and_can_go() -> None:
    for kind in (OwnDiaryLine, OwnWeighing):
        assert (kind.audience, kind.shred) == (Audience.NOTES, Shred.AUTHOR)


@pytest.mark.parametrize("who", OWN_WHO)
def test_a_line_says_who_decided_and_the_rest_if_one_likes(who: str) -> None:
    line = replace(LINE, who=who, text=" We\tmove. ")
    assert check_own_line(line) == replace(LINE, who=who)


@pytest.mark.parametrize(
    "strange", [{"who": ""}, {"who": "A"}, {"asked": "?"}, {"fine": "very"}]
)
def test_a_line_that_says_nothing_is_refused(strange: dict[str, str]) -> None:
    with pytest.raises(Refused, match=NOBODY_SAID):
        check_own_line(replace(LINE, **strange))  # type: ignore[arg-type]


def test_a_line_has_words() -> None:
    with pytest.raises(Refused, match=NoLine.EMPTY):
        check_own_line(replace(LINE, text=""))


def test_options_stand_with_a_number_each() -> None:
    assert check_own_weighing(replace(WEIGHED, text=" Where  to? ")) == WEIGHED
    for scores in ((1,), (1, 7), (1, -1)):
        with pytest.raises(Refused):
            check_own_weighing(replace(WEIGHED, scores=scores))


def test_one_option_is_nothing_to_weigh() -> None:
    with pytest.raises(Refused, match=No.FEW):
        check_own_weighing(replace(WEIGHED, options=("North",), scores=(1,)))


@given(st.lists(st.integers(0, 4), min_size=1, max_size=8))
def test_the_best_stands_first_and_what_is_alike_in_its_order(
    scores: list[int],
) -> None:
    names = tuple(f"{number:02}" for number in range(len(scores)))
    found = ranked(OwnWeighing(text="?", options=names, scores=tuple(scores)))
    assert list(found) == sorted(found, key=lambda one: (-one[1], one[0]))
    assert sorted(found) == sorted(zip(names, scores, strict=True))
