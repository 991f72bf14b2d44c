"""The very same form twice: it acts once, and both answers lead to what was done."""

from __future__ import annotations

import pytest
from tests.web.cast import Person, main_of
from tests.web.decide.acts import FIELDS, filled, raised

from coequal.journal import models
from coequal.people.models import UsedForm
from coequal.web.see import signs_store

TOKEN = {"csrfmiddlewaretoken": "the same in both"}


def twice(person: Person, path: str, **fields: object) -> tuple[object, object]:
    """Send one form twice; return where each answer leads."""
    one, two = (person.client.post(path, {**fields, **TOKEN}) for _ in range(2))
    assert one.status_code == two.status_code == 303
    return one["Location"], two["Location"]


def rows() -> list[int]:
    tables = (models.StoredRow, models.Share, models.StoredMark, models.Kept, UsedForm)
    return [table.objects.count() for table in tables]


@pytest.mark.parametrize(
    ("page", "fields"), [("raise/", FIELDS), ("diary/", {"text": "A sofa", "area": ""})]
)
def test_what_is_new_is_there_once_and_both_lead_to_where_it_stands(
    alice: Person, place: str, page: str, fields: dict[str, object]
) -> None:
    before = models.StoredRow.objects.count()
    for led in twice(alice, f"{place}decide/{page}", **fields):
        assert str(fields["text"]) in main_of(alice.get(str(led)))
    assert models.StoredRow.objects.count() == before + 1


def test_a_ballot_leads_to_its_question(alice: Person, place: str) -> None:
    where = raised(alice, place)
    ballot = filled(alice, where, "4", "1", "3")
    assert twice(alice, f"{where}weigh/", **ballot) == (where, where)
    assert twice(alice, f"{where}weigh/", do="withdraw") == (where, where)


def test_a_card_put_up_leads_to_that_card(alice: Person, place: str) -> None:
    alice.answer_all()
    sign = signs_store.signs()[0].id
    alice.notice(**{sign: "2"})
    first, second = twice(alice, f"{place}notice/", do="put", sign=sign)
    assert first == second


def test_a_ballot_taken_out_again_leaves_no_row_in_any_table(
    alice: Person, place: str
) -> None:
    where = raised(alice, place)
    before = rows()
    alice.client.post(
        f"{where}weigh/", {**filled(alice, where, "4", "1", "3"), **TOKEN}
    )
    alice.client.post(f"{where}weigh/", {"do": "withdraw", **TOKEN})
    assert rows() == before
