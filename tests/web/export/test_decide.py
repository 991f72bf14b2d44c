"""What was decided, in a copy: in words, and with names where seats stand."""

from __future__ import annotations

import re

from django.http import StreamingHttpResponse
from tests.web.cast import Person, pair, words_of
from tests.web.decide.acts import (
    raised,
    settled_on,
    weigh,
)
from tests.web.decide.test_diary import (
    tell,
    written,
)


def copied(person: Person, path: str, kind: str = "html") -> str:
    """Take a copy, and return all of it."""
    fields = {"phrase": person.phrase, "as": kind}
    response = person.client.post(path, fields)
    assert isinstance(response, StreamingHttpResponse)
    return b"".join(response).decode()


def test_what_was_settled_and_said_reads_alike_for_both(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    settled_on(alice, bob, place)
    line = written(alice, place)
    tell(alice, line, "other", asked="no")
    tell(bob, line, "me", fine="yes")
    fields = {"do": "suggest", "area": "home", "seat": "B"}
    alice.post(f"{place}decide/lead/", **fields)
    for person in (alice, bob):
        text = words_of(copied(person, f"{place}copy/"))
        assert text.count("Who decided Bob did") == 2
        assert "Who takes care of it Bob" in text
        assert "Until then We book nothing." in text
        assert "Options At home, With friends, By the sea" in text
        assert not re.search(r"\bscores?\b", text, re.IGNORECASE)


def test_what_the_other_put_in_is_in_no_copy_while_it_is_closed(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    line, question = written(alice, place), raised(alice, place)
    before = copied(bob, f"{place}copy/", "json")
    tell(alice, line, "other", asked="no")
    weigh(alice, question, "4", "1", "3")
    assert copied(bob, f"{place}copy/", "json") == before
    assert "hidden until you’ve both answered" in words_of(
        copied(alice, f"{place}copy/")
    )


def test_a_question_that_was_taken_back_is_in_the_copy_of_both(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    alice.post(raised(alice, place), do="retract")
    for person, who in ((alice, "From you"), (bob, "From them")):
        text = words_of(copied(person, f"{place}copy/"))
        told = text.partition("Questions that were taken back")[2]
        assert told.lstrip().startswith(who)
        assert "Where do we spend New Year?" in told


def test_a_yes_is_told_in_the_words_that_it_said_yes_to(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    settled_on(alice, bob, place)
    text = words_of(copied(bob, f"{place}copy/"))
    assert "A yes From them By the sea" in text


def test_what_is_only_mine_is_in_my_copy(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    alice.post("/decide/", text="We move.", who="other", asked="no")
    text = words_of(copied(alice, "/account/copy/"))
    assert "Your own diary" in text
    assert "We move. Who decided They did Was I asked? No" in text
    assert "We move." not in copied(alice, f"{place}copy/")


def test_a_last_day_is_told_as_people_say_it(
    alice: Person, bob: Person, place: str
) -> None:
    raised(alice, place, until="2030-05-16")
    text = words_of(copied(bob, f"{place}copy/"))
    assert "Last day to answer Thursday 16 May 2030" in text
    assert "1970" not in text
    raised(alice, place, text="Where to?")
    assert words_of(copied(bob, f"{place}copy/")).count("Last day to answer") == 1
