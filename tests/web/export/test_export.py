"""A copy of one's data: one's own, and what two have in common."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from html import unescape
from typing import Any

import pytest
from django.http import StreamingHttpResponse
from tests.web.cast import (
    FORM,
    Person,
    html_of,
    invited,
    main_of,
    opened,
    pair,
    title_of,
    words_of,
)
from tests.web.see.acts import (
    all_of_it,
)

from coequal.content import notes
from coequal.content.signs import sign_words
from coequal.core.entry import Audience, Entry, Shred, entry
from coequal.core.notes.entries import (
    HowOften,
    Lately,
    Note,
    OwnLife,
    Reply,
    Since,
    Ticked,
    Tilt,
    Tilts,
)
from coequal.core.people import PairType
from coequal.journal import door as journal
from coequal.journal import models
from coequal.people import sessions
from coequal.people.models import Account
from coequal.web.export import text as export_text
from coequal.web.export import views
from coequal.web.notes import labels
from coequal.web.room import CopyOf, Room, Words
from coequal.web.rooms import PRIVATE, WORDS

MINE = "/account/copy/"


def taken(person: Person, path: str, **fields: Any) -> StreamingHttpResponse:
    response = person.client.post(path, {"phrase": person.phrase, **fields})
    assert response.status_code == 200
    assert isinstance(response, StreamingHttpResponse)
    return response


def lines(person: Person, path: str, **fields: Any) -> list[dict[str, Any]]:
    text = taken(person, path, **{"as": "json"}, **fields).getvalue()
    read: list[dict[str, Any]] = json.loads(text)["entries"]
    return read


def page(person: Person, path: str, **fields: Any) -> str:
    return taken(person, path, **{"as": "html"}, **fields).getvalue().decode()


def kinds_of(some: list[dict[str, Any]]) -> set[str]:
    return {str(line["kind"]) for line in some}


def test_one_s_own_answers_are_there_as_data_and_in_words(carol: Person) -> None:
    carol.answer({"home.mine": 4, "money.mine": "skip"})
    given = {
        line["data"]["item"]: line["data"]["value"]
        for line in lines(carol, MINE)
        if line["kind"] == "answer"
    }
    home, money = (FORM.item(item) for item in ("home.mine", "money.mine"))
    assert given == {home.wording: 4, money.wording: "skip"}
    words = words_of(page(carol, MINE))
    assert "Your answers" in words
    assert words.index(home.text) < words.index(money.text)
    assert "Rather not say" in words


def test_the_page_needs_no_program_and_asks_for_nothing(carol: Person) -> None:
    carol.answer({"home.mine": 4})
    html = page(carol, MINE)
    assert html.startswith("<!doctype html>")
    assert html.rstrip().endswith("</html>")
    assert not re.findall(r'(?:href|src|action)="', html)
    assert "<script" not in html
    assert "default-src 'none'" in unescape(html)


def test_names_and_files_are_bland_and_nothing_is_kept(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    for path, name in ((MINE, "mine"), (f"{place}copy/", "ours")):
        assert title_of(alice.get(path)) == "Me"
        for ending, kind in views.TYPES.items():
            response = taken(alice, path, **{"as": ending})
            named = f'attachment; filename="{name}.{ending}"'
            assert response["Content-Disposition"] == named
            assert response["Content-Type"] == kind
            assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("phrase", ["", "a guess at it"])
def test_without_the_passphrase_there_is_no_copy(
    alice: Person, bob: Person, phrase: str
) -> None:
    place = pair(alice, bob)
    for path in (MINE, f"{place}copy/"):
        refused = alice.client.post(path, {"phrase": phrase, "as": "json"})
        assert refused.status_code == 422
        assert "Content-Disposition" not in refused


def test_nothing_that_opens_something_else_is_in_a_copy(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    alice.post("/account/code/", phrase=alice.phrase)
    invited(alice, "Dana")
    for each in (MINE, f"{place}copy/"):
        found = lines(alice, each)
        assert not {name for line in found for name in line["data"]} & {"key", "code"}
    relation = next(one for one in lines(alice, MINE) if one["kind"] == "relation")
    assert relation["data"]["label"] == "Bob"


def test_our_copy_holds_what_is_open_and_no_more(alice: Person, bob: Person) -> None:
    place = opened(alice, bob)
    all_of_it(alice, place)
    alice.post(f"{place}cards/step/", text="Ask before Sunday", do="say")
    bob.post(f"{place}evening/", text="Friday after supper", do="say")
    for person in (alice, bob):
        found = lines(person, f"{place}copy/")
        assert kinds_of(found) == {"paired", "opening", "step", "evening"}
        words = words_of(page(person, f"{place}copy/"))
        for text in ("Ask before Sunday", "Friday after supper", "From you"):
            assert text in words
        assert "From them" in words
        assert person.name not in words


def in_every_form(person: Person, path: str) -> list[bytes]:
    return [taken(person, path, **{"as": one}).getvalue() for one in views.TYPES]


def test_what_the_other_put_in_leaves_no_trace_while_it_is_closed(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    path = f"{place}copy/"
    before = in_every_form(bob, path)
    alice.answer_all()
    alice.be_ready(place, "money", "plans")
    assert models.StoredRow.objects.filter(audience="W").count() > 1
    assert in_every_form(bob, path) == before


def test_one_s_own_closed_entries_are_there_and_say_so(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    alice.answer_all()
    alice.be_ready(place, "money")
    found = [x for x in lines(alice, f"{place}copy/") if x["kind"] == "opening"]
    assert found
    assert not any(line["open"] for line in found)
    assert "hidden until you’ve both answered" in page(alice, f"{place}copy/")


def test_who_was_in_last_and_when_is_in_no_copy(alice: Person, bob: Person) -> None:
    place = opened(alice, bob)
    for person in (alice, bob):
        for line in lines(person, f"{place}copy/"):
            assert ("at" in line) is line["mine"]
            assert line["kind"] != "opened"


def test_that_a_line_was_changed_before_is_in_no_copy(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    for text in ("Friday", "Saturday", "Sunday"):
        alice.post(f"{place}evening/", text=text, do="say")
    (line,) = [x for x in lines(bob, f"{place}copy/") if x["kind"] == "evening"]
    assert line["data"] == {"text": "Sunday"}
    assert line["answers"] == []


def test_to_a_stranger_there_is_no_place_to_copy(
    alice: Person, bob: Person, carol: Person
) -> None:
    place = pair(alice, bob)
    given = {"phrase": carol.phrase, "as": "json"}
    assert carol.client.post(f"{place}copy/", given).status_code == 404


def test_an_entry_that_was_damaged_keeps_nothing_else_back(carol: Person) -> None:
    carol.answer({"home.mine": 4, "home.yours": 1})
    known = {row.id for row in models.StoredRow.objects.all()}
    carol.answer({"home.wish": 1})
    (spoiled,) = [row for row in models.StoredRow.objects.all() if row.id not in known]
    changed = spoiled.sealed[:-1] + bytes([spoiled.sealed[-1] ^ 1])
    models.StoredRow.objects.filter(id=spoiled.id).update(sealed=changed)
    found = [line for line in lines(carol, MINE) if line["kind"] == "answer"]
    assert [line.get("damaged", False) for line in found] == [True, False, False]
    assert "1 thing here can’t be opened: it was damaged." in page(carol, MINE)


@entry("test private thought", Audience.NOTES, shred=Shred.AUTHOR)
class Thought(Entry):
    text: str


@pytest.fixture
def noted(carol: Person, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Carol, who has written something in Notes."""
    words = Words(title="Thoughts", fields={"text": ""})
    monkeypatch.setitem(WORDS, Thought, words)
    monkeypatch.setitem(export_text.BY_KIND, Thought.kind, words)
    monkeypatch.setattr(views, "PRIVATE", PRIVATE | {Thought})
    session = sessions.find(bytes.fromhex(carol.client.cookies["s"].value))
    assert session is not None
    journal.append(session.own, Thought(text="only for me"))
    return carol


def test_notes_leave_by_their_own_tick_only(noted: Person) -> None:
    assert "only for me" not in page(noted, MINE)
    assert Thought.kind not in kinds_of(lines(noted, MINE))
    assert "only for me" in page(noted, MINE, notes="on")
    assert Thought.kind in kinds_of(lines(noted, MINE, notes="on"))


def test_what_is_declared_in_the_room_of_notes_is_private() -> None:
    assert {Note, OwnLife, Reply, Ticked, Tilts} == PRIVATE


def test_a_room_that_forgets_a_word_does_not_start() -> None:
    with pytest.raises(ValueError, match="no word for text of a"):
        Room(name="thoughts", kinds={Thought: Words(title="Thoughts")})


def test_the_tick_stands_there_for_everybody_and_is_never_set(
    carol: Person,
) -> None:
    words = main_of(carol.get(MINE))
    assert "With my Notes too" in words
    assert "checked" not in html_of(carol.get(MINE))


def test_text_with_signs_of_its_own_comes_out_as_it_went_in(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    text = '<b>"Freitag"</b> & abends, 19 Uhr'
    turned = text.replace("abends", "\u202eabends\u2069")
    alice.post(f"{place}evening/", text=turned, do="say")
    (line,) = [x for x in lines(bob, f"{place}copy/") if x["kind"] == "evening"]
    assert line["data"]["text"] == text
    html = page(bob, f"{place}copy/")
    assert text in words_of(html)
    assert "<b>" not in html


def test_every_place_of_two_has_a_copy_of_its_own(
    alice: Person, bob: Person, carol: Person
) -> None:
    place = pair(alice, bob)
    html = html_of(alice.get(MINE))
    assert f'href="{place}copy/"' in html
    assert Account.objects.count() == 3
    assert "/us/" in html
    assert f'href="{place}copy/"' not in html_of(carol.get(MINE))


def test_the_answers_about_each_person_stand_together(carol: Person) -> None:
    for label, values in (("Alice", (1, 2)), ("Bob", (3, 4))):
        code = {"label": label, "own_label": "Carol", "pair": "partners"}
        carol.post("/us/invite/", **code)
        carol.has_in_mind("partners")
        first, second = values
        carol.answer({"home.mine": first, "home.yours": second})
    mine = [line for line in lines(carol, MINE) if line["kind"] == "answer"]
    turned = mine[::2] + mine[1::2]
    found = list(export_text.sections(turned, CopyOf(pair=None)))
    assert len(found) == len({line["data"]["sheet"] for line in mine}) == 2


def test_what_notes_hold_can_be_read_as_a_page() -> None:
    (sign, *_) = notes.signs().groups[0].signs
    signs = {
        sign.id: {"often": "often", "since": "years", "lately": ""},
        "gone": {"often": "never", "since": "", "lately": ""},
    }
    (factor, *_) = notes.factors().factors
    (topic, *_) = notes.questions().topics
    (group, *_) = notes.own_life().groups
    (free, *_) = group.questions
    own_life = {"group": group.id, "answers": {free.id: "mostly", "gone": "skip"}}
    line = {"open": True, "mine": True, "at": "2030-05-15T12:00:00+00:00"}
    some = [
        {**line, "kind": "note", "data": {"id": "00", "text": "one\ntwo"}},
        {**line, "kind": "ticked", "data": {"group": "money", "signs": signs}},
        {**line, "kind": "tilts", "data": {"factors": {factor.id: "other"}}},
        {**line, "kind": "own_life", "data": own_life},
        {**line, "kind": "reply", "data": {"topic": topic.id, "text": "Well."}},
    ]
    (note, ticked, tilts, own, reply) = export_text.sections(some, CopyOf(pair=None))
    assert note.title == "Notes"
    assert note.told == [
        export_text.ExportEntry(
            head="2030-05-15",
            facts=[("", "one\ntwo")],
        )
    ]
    assert ticked.told[0].facts == [
        (sign.text, "Often, for years"),
        ("gone", "Never"),
    ]
    said = (factor.text, "Them")
    assert tilts.told[0].facts == [said]
    assert own.title == "Your own life"
    assert own.told[0].facts == [(free.text, "Mostly"), ("gone", "Rather not say")]
    (came_to_mind,) = reply.told[0].facts
    assert came_to_mind[0].startswith(f"{topic.title} {topic.questions[0]}")
    assert came_to_mind[1] == "Well."


def test_everyday_signs_are_told_in_their_words(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    alice.answer({"home.mine": 2})
    alice.notice(heard="2")
    alice.put_up(place, "heard")
    text = next(sign.text for sign in sign_words().signs if sign.id == "heard")
    for path in (MINE, f"{place}copy/"):
        page = taken(alice, path, **{"as": "html"}).getvalue().decode()
        assert page.count(text) == 1
        assert ">heard<" not in page
        assert "Often" in page


def test_a_sign_that_is_gone_is_told_as_it_stands() -> None:
    line = {"kind": "noticed", "open": True, "mine": True}
    data = {"sheet": "00", "sign": "gone", "often": 9}
    (section,) = export_text.sections([{**line, "data": data}], CopyOf(pair=None))
    assert section.told[0].facts == [("gone", "9")]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (labels.OFTEN, HowOften),
        (labels.SINCE, Since),
        (labels.LATELY, Lately),
        (labels.TILT, Tilt),
    ],
)
def test_every_tick_has_its_words(words: labels.Words, kind: type[StrEnum]) -> None:
    assert list(words) == [one.value for one in kind]


@pytest.mark.parametrize(
    "changed", [{"item": "home.mine@99"}, {"item": "gone.item"}, {"value": 99}]
)
def test_an_answer_to_words_that_no_form_has_is_told_as_it_stands(
    changed: dict[str, Any],
) -> None:
    data = {
        "instrument": FORM.name,
        "version": FORM.version,
        "pair": "partners",
        "sheet": "00",
        "sitting": 1,
        "item": FORM.item("home.mine").wording,
        "value": 4,
    }
    line = {"kind": "answer", "open": True, "mine": True}
    (now,), (then,) = (
        export_text.sections([{**line, "data": each}], CopyOf(pair=None))
        for each in (data, data | changed)
    )
    assert now.told[0].facts[0][0] == FORM.item("home.mine").text
    stands = data | changed
    assert then.told[0].facts == [(str(stands["item"]), str(stands["value"]))]


def test_a_part_that_the_form_has_no_more_is_named_as_it_stands() -> None:
    data = {"area": "gone", "sitting": 1, "version": 0, "values": {"gone.x": 1}}
    line = {"kind": "opening", "open": False, "mine": True, "data": data}
    (section,) = export_text.sections([line], CopyOf(pair=PairType.PARTNERS))
    (one,) = section.told
    assert one.head == "From you, hidden until you’ve both answered"
    assert [said for _, said in one.facts] == ["gone", "1"]
