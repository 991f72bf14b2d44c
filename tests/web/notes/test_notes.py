"""Notes: what is written is kept exactly, once, and nothing is lost on the way."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime

import pytest
from django.http import HttpResponse
from tests.web.cast import Person, heading_of, html_of, main_of, title_of
from tests.web.conftest import Hands
from tests.web.notes.acts import (
    AT,
    go,
    in_notes,
    leaf_of,
    reply,
    tick,
    unlock,
    write,
)

from coequal.core.notes.entries import Note
from coequal.core.notes.text import LONGEST
from coequal.people import sessions
from coequal.web.notes.views import SHOWS

HOSTILE = {
    "markup": "<script>alert('1')</script> & </textarea><img src=x onerror=y>",
    "template": "{{ leaf }} {% csrf_token %} %(length)s {name}",
    "right to left": "\u202eevil\u202c \u2067and\u2069 \u200fmarks\u200e",
    "control signs": "bell\x07 escape\x1b[31m nul\x00 next\x85 end\x7f",
    "breaks": "\n\none\n\n\ntwo\n\tthree\n",
    "odd": "\ufeff e\u0301 \U0001f469\u200d\U0001f467 \ufffe",
    "long": "The quick brown fox. " * 950,
}


def kept(person: Person) -> list[str]:
    """What stands in somebody's notes, read past the pages."""
    session = sessions.find(bytes.fromhex(person.client.cookies["s"].value))
    assert session is not None
    return [record.entry.text for record in session.own.read(Note)]


def in_form(page: HttpResponse) -> str:
    """What a browser would find in the field: a first line break is not part of it."""
    found = re.search(
        r"<textarea[^>]*>\n(.*?)</textarea>", page.content.decode(), re.DOTALL
    )
    assert found is not None
    return html.unescape(found[1])


def first(person: Person) -> str:
    """Open the newest note, and return its id."""
    found = re.search(r'value="note/([0-9a-f]+)"', html_of(go(person, "notes")))
    assert found is not None
    go(person, f"note/{found[1]}")
    return found[1]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_any_text_is_kept_exactly_and_shown_escaped(carol: Person, text: str) -> None:
    unlock(carol)
    page = write(carol, text)
    assert page.status_code == 200
    assert kept(carol) == [text]
    note = go(carol, f"note/{first(carol)}").content.decode()
    assert f'<div class="whole" dir="auto">{html.escape(text)}</div>' in note
    assert "<img" not in note
    assert in_form(go(carol, f"change/{first(carol)}")) == text


def test_line_breaks_of_a_browser_are_one_sign(carol: Person) -> None:
    unlock(carol)
    write(carol, "one\r\n\r\ntwo")
    assert kept(carol) == ["one\n\ntwo"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "x" * (LONGEST + 1),
            f"This is {LONGEST + 1} characters long.",
        ),
        ("x" * 100_000, "This is 100000 characters long"),
        ("\u0928" * 33_000, "This is 33000 characters long"),
        ("\U0001f469" * 17_000, "Some of these characters take a lot of room"),
        (" \n ", "Nothing is written yet."),
        ("", "Nothing is written yet."),
    ],
)
def test_what_does_not_fit_is_refused_with_all_of_it_still_in_the_form(
    carol: Person, text: str, why: str
) -> None:
    unlock(carol)
    page = write(carol, text)
    assert page.status_code == 422
    assert why in main_of(page)
    assert in_form(page) == text
    assert kept(carol) == []
    again = carol.post(AT, do="save", leaf=leaf_of(page), text="shorter")
    assert again.status_code == 200
    assert kept(carol) == ["shorter"]


def test_more_than_the_machine_takes_in_changes_nothing_and_says_so(
    carol: Person,
) -> None:
    unlock(carol)
    page = write(carol, "x" * 300_000)
    assert page.status_code == 413
    assert heading_of(page) == "That’s too long for one page"
    assert kept(carol) == []


def test_a_note_that_grows_too_long_stays_as_it_was(carol: Person) -> None:
    unlock(carol)
    write(carol, "short")
    page = go(carol, f"change/{first(carol)}")
    page = carol.post(AT, do="save", leaf=leaf_of(page), text="y" * 30_000)
    assert page.status_code == 422
    assert in_form(page) == "y" * 30_000
    assert kept(carol) == ["short"]


def test_notes_stand_with_the_newest_on_top_and_a_changed_one_is_new(
    carol: Person, hands: Hands
) -> None:
    unlock(carol)
    for text in ("one", "two", "three"):
        write(carol, text)
        hands.forward(60)
    assert lines(go(carol, "notes")) == ["three", "two", "one"]
    oldest = re.findall(r"note/([0-9a-f]+)", html_of(go(carol, "notes")))[-1]
    leaf = leaf_of(go(carol, f"change/{oldest}"))
    page = carol.post(AT, do="save", leaf=leaf, text="one, changed")
    assert lines(page) == ["one, changed", "three", "two"]
    today = datetime.fromtimestamp(hands.at, UTC)
    assert f"{today:%B %Y}" in main_of(page)


def lines(page: HttpResponse) -> list[str]:
    return re.findall(r'class="whole">(.*?)</bdi>', html_of(page))


def test_a_long_list_is_read_a_page_at_a_time(carol: Person, hands: Hands) -> None:
    unlock(carol)
    for number in range(23):
        write(carol, f"Note {number}")
        hands.forward(1)
    assert lines(go(carol, "notes")) == [f"Note {one}" for one in range(22, 2, -1)]
    for later in ("notes/2", "notes/9999"):
        assert lines(go(carol, later)) == ["Note 2", "Note 1", "Note 0"]
    assert 'value="notes/1"' in html_of(carol.get(AT))


def test_deleting_asks_once_and_then_it_is_gone_for_good(carol: Person) -> None:
    unlock(carol)
    write(carol, "gone soon")
    note = first(carol)
    page = go(carol, f"drop/{note}")
    assert heading_of(page) == "Delete this note?"
    assert kept(carol) == ["gone soon"]
    page = carol.post(AT, do="drop", leaf=leaf_of(page))
    assert "Nothing is written yet." in main_of(page)
    assert kept(carol) == []
    assert heading_of(go(carol, f"note/{note}")) == "Notes"


def test_only_the_page_that_asked_can_delete(carol: Person) -> None:
    unlock(carol)
    write(carol, "stays")
    leaf = leaf_of(go(carol, f"note/{first(carol)}"))
    for name in (leaf, "", "00" * 8):
        assert carol.post(AT, do="drop", leaf=name).status_code == 200
    assert kept(carol) == ["stays"]


def test_every_form_leads_on_by_303_to_the_same_address(carol: Person) -> None:
    sent: list[dict[str, str]] = [
        {"phrase": carol.phrase},
        {"to": "write"},
        {"do": "lock"},
        {"phrase": carol.phrase},
        {"do": "drop"},
        {"nothing": "of ours"},
    ]
    for fields in sent:
        answer = carol.client.post(AT, fields)
        assert (answer.status_code, answer["Location"]) == (303, AT)


def test_a_double_press_writes_once(carol: Person) -> None:
    unlock(carol)
    leaf = leaf_of(go(carol, "write"))
    for _ in range(3):
        carol.post(AT, do="save", leaf=leaf, text="once")
    assert kept(carol) == ["once"]


def test_what_is_saved_from_the_same_page_again_changes_it(carol: Person) -> None:
    unlock(carol)
    leaf = leaf_of(go(carol, "write"))
    carol.post(AT, do="save", leaf=leaf, text="first try")
    carol.post(AT, do="save", leaf=leaf, text="second try")
    assert kept(carol) == ["second try"]


def test_the_same_words_may_be_written_twice(carol: Person) -> None:
    unlock(carol)
    for _ in range(2):
        write(carol, "Nothing today.")
    assert kept(carol) == ["Nothing today."] * 2


def test_a_reload_writes_nothing(carol: Person) -> None:
    unlock(carol)
    write(carol, "once")
    for _ in range(3):
        assert "once" in main_of(carol.get(AT))
    assert kept(carol) == ["once"]


def test_each_window_acts_on_what_it_shows(carol: Person, hands: Hands) -> None:
    unlock(carol)
    write(carol, "the first")
    one = first(carol)
    hands.forward(1)
    write(carol, "the second")
    two = first(carol)
    asks_one = leaf_of(go(carol, f"drop/{one}"))
    changes_two = leaf_of(go(carol, f"change/{two}"))
    writes = leaf_of(go(carol, "write"))
    carol.post(AT, do="drop", leaf=asks_one)
    carol.post(AT, do="save", leaf=changes_two, text="the second, changed")
    carol.post(AT, do="save", leaf=writes, text="the third")
    assert sorted(kept(carol)) == ["the second, changed", "the third"]


def test_a_note_that_was_changed_in_two_windows_is_kept_as_both_have_it(
    carol: Person,
) -> None:
    unlock(carol)
    write(carol, "the note")
    pages = [go(carol, f"change/{first(carol)}") for _ in range(2)]
    for page, text in zip(pages, ("as one has it", "as the other has it"), strict=True):
        was = re.search(r'name="was" value="(\w+)"', html_of(page))
        assert was is not None
        fields = {"do": "save", "leaf": leaf_of(page), "was": was[1], "text": text}
        for _ in range(2):
            shown = carol.post(AT, **fields)
    assert sorted(kept(carol)) == ["as one has it", "as the other has it"]
    assert "We kept both texts." in main_of(shown)


def test_a_link_shows_what_was_open_last(carol: Person) -> None:
    unlock(carol)
    go(carol, "topics")
    assert heading_of(carol.get(AT)) == "Questions for yourself"
    go(carol, "signs")
    assert heading_of(carol.get(AT)) == "Signs"


def test_a_text_is_saved_however_many_windows_were_opened_since(carol: Person) -> None:
    unlock(carol)
    leaf = leaf_of(go(carol, "write"))
    for _ in range(20):
        go(carol, "write")
    carol.post(AT, do="save", leaf=leaf, text="an hour of thoughts")
    assert kept(carol) == ["an hour of thoughts"]


@pytest.mark.parametrize("leaf", ["", "write", "change", "00" * 8, "note", "nowhere"])
def test_a_page_that_there_is_not_loses_no_text(carol: Person, leaf: str) -> None:
    unlock(carol)
    page = carol.post(AT, do="save", leaf=leaf, text="an hour of thoughts")
    assert page.status_code == 422
    assert in_form(page) == "an hour of thoughts"
    carol.post(AT, do="save", leaf=leaf_of(page), text="an hour of thoughts")
    assert kept(carol) == ["an hour of thoughts"]


def test_a_page_of_ticks_that_is_no_longer_known_says_so(carol: Person) -> None:
    unlock(carol)
    fields = {"leaf": "00" * 8, "often-reads": "often"}
    page = carol.post(AT, do="save", **fields)
    assert page.status_code == 422
    assert "nothing was saved from it" in main_of(page)


def test_a_page_with_nothing_to_save_saves_nothing(carol: Person) -> None:
    unlock(carol)
    for to in ("signs", "group/nowhere", "topic/nowhere"):
        page = carol.post(AT, do="save", leaf=leaf_of(go(carol, to)), text="kept")
        assert page.status_code == 422
        assert in_form(page) == "kept"


NOWHERE = [
    *("", "nowhere", "../us/", "x" * 5000, "drop", "group/nowhere", "topic/nowhere"),
    *("note/00", f"note/{'0' * 32}", f"change/{'0' * 32}", f"drop/{'0' * 32}"),
]


@pytest.mark.parametrize("to", NOWHERE)
def test_what_is_not_there_leads_to_the_doors(carol: Person, to: str) -> None:
    unlock(carol)
    assert heading_of(go(carol, to)) == "Notes"


def test_all_of_it_has_one_title_one_address_and_one_heading(carol: Person) -> None:
    in_notes(carol)
    note = first(carol)
    more = [f"{name}/{note}" for name in ("note", "change", "drop")]
    for to in (*SHOWS, *more, "group/fear", "topic/fear"):
        page = go(carol, to)
        assert carol.where == AT
        assert title_of(page) == "Notes"
        assert html_of(page).count("<h1") == 1
        assert page["Cache-Control"] == "no-store"
        assert not re.search(r'(?:href|action)="/notes/[^"]+"', html_of(page))


def test_nothing_of_it_is_printed(carol: Person) -> None:
    unlock(carol)
    for to in SHOWS:
        assert '<main id="main" class="page notes"' in html_of(go(carol, to))


def test_what_came_to_mind_is_kept_changed_and_cleared(carol: Person) -> None:
    unlock(carol)
    reply(carol, "fear", "Of the phone.\n")
    assert in_form(go(carol, "topic/fear")) == "Of the phone.\n"
    reply(carol, "fear", "Of the door.")
    assert in_form(go(carol, "topic/fear")) == "Of the door."
    assert in_form(go(carol, "topic/helps")) == ""
    reply(carol, "fear", " ")
    assert in_form(go(carol, "topic/fear")) == ""


def test_a_reply_that_does_not_fit_is_still_in_its_form(carol: Person) -> None:
    unlock(carol)
    page = reply(carol, "worries", "z" * 30_000)
    assert page.status_code == 422
    assert heading_of(page) == "What worries me?"
    assert in_form(page) == "z" * 30_000


def test_nothing_of_one_person_stands_in_the_notes_of_another(
    alice: Person, carol: Person
) -> None:
    in_notes(carol)
    alice.begin()
    alice.keep()
    unlock(alice)
    for to in SHOWS:
        page = main_of(go(alice, to))
        assert "What a day" not in page
        assert "Of the" not in page
    note = first(carol)
    assert heading_of(go(alice, f"note/{note}")) == "Notes"


def test_notes_change_nothing_on_any_other_page_of_ones_own(carol: Person) -> None:
    paths = ("/", "/us/", "/answers/1/", "/account/", "/keep/", "/start-here/")
    before = [main_of(carol.get(path)) for path in paths]
    in_notes(carol)
    tick(carol, "threats", throat="once", hurt="often")
    assert [main_of(carol.get(path)) for path in paths] == before
