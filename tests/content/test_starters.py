"""Words to begin a line with: they fit where they stand, and a fault is named."""

from __future__ import annotations

import pytest

from coequal.content.load import content
from coequal.content.starters import parsed_starters, starters
from coequal.core.agree.rules import LIMIT_LONGEST
from coequal.core.people import PairType
from coequal.errors import Unsound

ONE = '[starters.tea]\ntitle = "Tea"\nwhen = "it is four"\nthen = "make tea"\n'


def test_what_has_areas_is_about_one_that_some_two_have() -> None:
    known = {area.id for pair in PairType for area in content(pair).instrument.areas}
    for one in starters().both.values():
        assert not one.areas or known & {*one.areas}
        assert len(one.limit) <= LIMIT_LONGEST


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (f"{ONE}[tries]\n", ""),
        (f"{ONE}{ONE.replace('starters', 'tries')}", "expected each name once"),
        (f"{ONE.replace('make tea', 'x' * 161)}[tries]\n", "starters"),
        (f'{ONE}binds = "you"\n[tries]\n', "starters"),
    ],
)
def test_a_fault_is_named(text: str, fault: str) -> None:
    if not fault:
        assert parsed_starters(text).both.keys() == {"tea"}
        return
    with pytest.raises(Unsound, match=fault):
        parsed_starters(text)
