from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coequal.core.entry import Audience, Shred
from coequal.core.notes import screening
from coequal.core.notes.entries import (
    KINDS,
    Free,
    Given,
    HowOften,
    Lately,
    Since,
    Tilt,
)
from coequal.core.notes.screening import HAPPENS
from coequal.errors import Refused

SIGNS = ("reads", "tracks", "throat", "names")
givens = st.builds(
    Given,
    often=st.sampled_from([*HowOften, "unknown"]).map(str),
    since=st.sampled_from(["", *Since]).map(str),
    lately=st.sampled_from(["", *Lately]).map(str),
)
pages = st.dictionaries(st.sampled_from(SIGNS), givens)


@pytest.mark.parametrize("kind", KINDS)
def test_all_of_it_is_its_authors_alone_and_can_be_shredded(kind: type) -> None:
    assert kind.audience is Audience.NOTES
    assert kind.shred is Shred.AUTHOR


@pytest.mark.parametrize("often", HAPPENS)
def test_since_when_and_lately_stand_with_what_happens(often: HowOften) -> None:
    assert screening.ticked(often, "months", "less") == Given(
        often=often.value, since="months", lately="less"
    )
    assert screening.ticked(often, "", "") == Given(often=often.value)


@pytest.mark.parametrize("often", set(HowOften) - HAPPENS)
def test_they_fall_away_with_what_does_not(often: HowOften) -> None:
    assert screening.ticked(often, "years", "more") == Given(often=often.value)


def test_nothing_ticked_is_nothing() -> None:
    assert screening.ticked("", "years", "more") is None
    assert screening.tilts({"money": "", "time": "even"}) == {"time": "even"}
    assert screening.tilts({one.value: one.value for one in Tilt}) == {
        one.value: one.value for one in Tilt
    }


def test_how_free_one_is_stands_as_it_was_ticked() -> None:
    every = {one.value: one.value for one in Free}
    assert screening.free({**every, "people": ""}) == every


@pytest.mark.parametrize(
    "parts", [("always", "", ""), ("once", "ages", ""), ("once", "", "worse")]
)
def test_what_no_form_offers_is_refused(parts: tuple[str, str, str]) -> None:
    with pytest.raises(Refused):
        screening.ticked(*parts)
    with pytest.raises(Refused):
        screening.tilts({"money": "all"})
    with pytest.raises(Refused):
        screening.free({"money": "very"})


@given(pages)
def test_what_happens_is_shown_in_order_as_it_was_ticked(
    page: dict[str, Given],
) -> None:
    shown = screening.happening(SIGNS, page)
    assert [sign for sign, _ in shown] == [
        sign for sign in SIGNS if sign in page and page[sign].often in HAPPENS
    ]
    assert all(page[sign] is one for sign, one in shown)


@given(pages)
def test_one_stop_sign_that_happens_is_enough_and_no_other_counts(
    page: dict[str, Given],
) -> None:
    happens = {sign for sign, _ in screening.happening(SIGNS, page)}
    assert screening.any_happens(page, {"throat", "tracks"}) is bool(
        happens & {"throat", "tracks"}
    )
    assert screening.any_happens(page, ()) is False


@pytest.mark.parametrize("often", ["na", "skip", "never"])
def test_not_saying_leads_nowhere(often: str) -> None:
    page = {"throat": Given(often=often)}
    assert screening.happening(SIGNS, page) == []
    assert not screening.any_happens(page, SIGNS)
