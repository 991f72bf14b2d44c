"""What was decided in an area that a later form has no more is told by its name."""

from __future__ import annotations

from pathlib import Path

from tests.content.raised import changed_in, raised
from tests.web.cast import Person, html_of, main_of
from tests.web.decide import acts

from coequal.core.people import PairType


def test_a_question_about_it_keeps_its_area_and_no_new_one_is_offered(
    place: str, alice: Person, bob: Person, tmp_path: Path
) -> None:
    gone = changed_in(PairType.PARTNERS).gone
    where = acts.raised(alice, place, area=gone.id)
    assert gone.title in html_of(alice.get(f"{place}decide/raise/"))
    with raised(tmp_path):
        for someone in (alice, bob):
            assert gone.title in main_of(someone.get(where))
            assert gone.title in main_of(someone.get(f"{place}decide/back/"))
        assert gone.title not in html_of(alice.get(f"{place}decide/raise/"))
