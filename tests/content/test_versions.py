"""Every version of a form stays readable, and a wording is one question for ever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from tests.content import raised
from tests.content.raised import REWORDED, anew, changed_in

from coequal.content.load import content, parsed
from coequal.content.versions import content_of, item_of, version_faults, versions
from coequal.core.people import PairType
from coequal.core.see.instrument import Instrument, Reach
from coequal.errors import Unsound

every_type = pytest.mark.parametrize("kind", PairType)


@pytest.fixture
def next_version(tmp_path: Path) -> Iterator[None]:
    with raised.raised(tmp_path):
        yield


@every_type
def test_every_version_there_was_is_there_and_no_wording_is_two(kind: PairType) -> None:
    """If this fails after a change of a form: docs/decisions/forms.md."""
    forms = [one.instrument for one in versions(kind)]

    assert [form.version for form in forms] == [*range(len(forms), 0, -1)]
    assert {form.pair for form in forms} == {kind}
    assert list(version_faults(forms)) == []


def test_all_types_of_pair_have_one_version() -> None:
    assert len({content(kind).instrument.version for kind in PairType}) == 1


@every_type
def test_a_past_form_is_read_as_it_was(
    kind: PairType, request: pytest.FixtureRequest
) -> None:
    before = content(kind)
    request.getfixturevalue("next_version")
    now, past, *_ = versions(kind)

    assert past == before
    assert now.instrument.version == past.instrument.version + 1
    assert list(version_faults([now.instrument, past.instrument])) == []


def test_a_wording_is_named_by_its_id_and_from_the_second_on_by_its_revision() -> None:
    first = content(PairType.PARTNERS).instrument.item("home.mine")
    ten = replace(first, revision=10)

    assert replace(first, revision=1).wording == "home.mine"
    assert ten.wording == "home.mine@10"


@every_type
def test_an_item_is_found_in_each_of_its_wordings(
    kind: PairType, next_version: None
) -> None:
    changed = changed_in(kind)
    for old in (changed.say, changed.item):
        new = item_of(kind, anew(old))
        assert item_of(kind, old.wording) == old
        assert new is not None
        assert (new.id, new.text) == (old.id, REWORDED + old.text)
    assert item_of(kind, changed.dropped) is not None
    assert item_of(kind, changed.added) is not None
    for nobody in ("", f"{changed.say.id}@99", f"{changed.say.id}@1", "gone.item"):
        assert item_of(kind, nobody) is None


def test_what_a_later_program_wrote_is_read_by_the_newest_form(
    next_version: None,
) -> None:
    assert content_of(PairType.PARTNERS, 99) is content(PairType.PARTNERS)


def test_a_past_form_that_is_missing_is_named() -> None:
    with pytest.raises(Unsound, match="expected the forms of version 0"):
        content_of(PairType.PARTNERS, 0)


def changed(form: Instrument, item_id: str, **fields: Any) -> Instrument:
    """Return the same form with one item changed."""
    item = replace(form.item(item_id), **fields)
    return replace(form, by_id=MappingProxyType({**form.by_id, item_id: item}))


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "And how is it now?"},
        {"hint": "All in all."},
        {"labels": ("Never", "Now and then", "At times", "Often", "Always")},
        {"min": 1},
        {"audience": Reach.OPEN},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_what_reads_otherwise_needs_a_revision_of_its_own(
    fields: dict[str, Any],
) -> None:
    """Most of all an answer that was promised never to be opened."""
    form = content(PairType.PARTNERS).instrument
    item = "process.give_in"
    other = changed(form, item, **fields)

    assert list(version_faults([other, form])) == [
        f"{form.item(item).wording}: expected a higher revision, for it reads otherwise"
    ]
    again = changed(other, item, **fields, revision=form.item(item).revision + 1)
    assert list(version_faults([again, form])) == []


def test_a_scale_with_other_labels_is_another_wording_of_all_its_items() -> None:
    from tests.content.test_load import COMMON, TEXT  # noqa: PLC0415  one form's files

    old = '"The final word"]\nrevision = 2'
    new = old.replace("revision = 2", "revision = 3").replace('"The', '"Nearly the')
    assert old in COMMON
    form = content(PairType.PARTNERS).instrument
    other = parsed(COMMON.replace(old, new), TEXT).instrument

    assert list(version_faults([other, form])) == []
    raised_ids = {item.id for item in other.items if item.revision == 3}
    assert raised_ids == {one for a in form.areas for one in (a.mine, a.yours)}


@pytest.mark.parametrize("where", ["[scales.say]\n", "[scales.tilt]\n"])
def test_a_revision_below_one_is_refused(where: str) -> None:
    from tests.content.test_load import COMMON, TEXT  # noqa: PLC0415  one form's files

    before, found, after = COMMON.partition(where)
    assert found
    none = before + found + after.replace("revision = 2", "revision = 0", 1)
    with pytest.raises(Unsound, match="revision: expected a number from 1"):
        parsed(none, TEXT)
