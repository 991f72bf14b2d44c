"""Already decided: a line in ten seconds, and each by themselves how it was."""

from __future__ import annotations

import pytest
from tests.web.cast import Person, bytes_of, heading_of, html_of, main_of, pair

from coequal.core.decide import diary_lines
from coequal.journal import clock

LINE = "We took the green lamp."


def written(person: Person, place: str, text: str = LINE, area: str = "home") -> str:
    """Write a line down, and return its address."""
    page = person.post(f"{place}decide/diary/", text=text, area=area)
    assert heading_of(page) == text, main_of(page)
    return person.where


def tell(person: Person, where: str, who: str, **more: str) -> str:
    return main_of(person.post(where, who=who, **more))


def test_a_line_is_for_both_to_read_at_once(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    where = written(alice, place)
    assert heading_of(bob.get(where)) == LINE
    page = main_of(bob.get(f"{place}decide/diary/"))
    assert f"{LINE} Home. Written by Alice on" in page


def test_it_opens_when_both_have_said_how_it_was(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    where = written(alice, place)
    assert "Your answer is sent." in tell(alice, where, "both", asked="yes")
    opened = tell(bob, where, "other", asked="no", fine="partly")
    assert "You can both read this" in opened
    assert "You’ve both answered." in opened
    assert "Alice did" not in opened
    page = main_of(bob.look(where))
    assert "You can both read this" in page
    assert "Who decided Alice Both did Bob Alice did" in page
    assert "Was I asked? Alice Yes Bob No" in page
    assert "Am I fine with it? Alice Not said Bob Partly" in page
    diary = f"{place}decide/diary/"
    assert "Who decided" not in main_of(alice.get(diary))
    assert html_of(alice.get(diary)).count('class="btn first') == 1
    assert "Who decided Alice Both did Bob Alice did" in main_of(alice.look(diary))
    assert main_of(alice.get(where)) == page


def test_looking_at_some_of_a_long_diary_leads_back_to_those(
    alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = pair(alice, bob)
    where = written(alice, place)
    later = clock.now() + clock.MINUTE
    monkeypatch.setattr(clock, "now", lambda: later)
    for number in range(20):
        written(bob, place, f"Thing {number}")
    for someone in (alice, bob):
        tell(someone, where, "both")
    bob.look(f"{place}decide/diary/?page=2")
    assert bob.where == f"{place}decide/diary/?page=2"
    assert "Alice Both did" in main_of(bob.get(where))


def test_until_then_the_other_sees_nothing_of_it(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    where = written(alice, place)
    pages = (where, f"{place}decide/diary/", f"{place}decide/", f"{place}decide/back/")
    before = [bytes_of(bob.get(page)) for page in pages]
    for change in (
        {"who": "me"},
        {"who": "happened", "fine": "no"},
        {"do": "withdraw"},
    ):
        alice.post(where, **change)
        assert [bytes_of(bob.get(page)) for page in pages] == before


def test_mine_can_be_changed_until_it_opens(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    where = written(alice, place)
    tell(alice, where, "me")
    tell(alice, where, "happened")
    tell(bob, where, "happened")
    page = main_of(bob.look(where))
    assert "Who decided Alice It just happened Bob It just happened" in page


def test_what_was_picked_is_picked_when_one_comes_back(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    where = written(alice, place)
    tell(alice, where, "other", asked="partly", fine="no")
    page = html_of(alice.get(where))
    for name, value in {"who": "other", "asked": "partly", "fine": "no"}.items():
        assert f'name="{name}" value="{value}" checked' in page
    assert page.count(" checked") == 3


def test_mine_can_be_taken_out_until_it_opens(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    where = written(alice, place)
    tell(alice, where, "me")
    assert "You haven’t answered yet." in main_of(alice.post(where, do="withdraw"))
    assert "Your answer is sent." in tell(bob, where, "me")


def test_changing_one_or_taking_it_out_leaves_mine_of_other_lines_in(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    where, other = written(alice, place), written(alice, place, "We sold the bike.")
    for line in (where, other):
        tell(alice, line, "me")
    tell(alice, where, "both")
    assert "Your answer is sent." in main_of(alice.get(other))
    alice.post(where, do="withdraw")
    assert "Your answer is sent." in main_of(alice.get(other))


def test_what_is_open_stays_as_it_was_seen(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    where = written(alice, place)
    tell(alice, where, "me")
    tell(bob, where, "other")
    open_ = main_of(alice.look(where))
    for change in ({"who": "both"}, {"do": "withdraw"}):
        page = alice.post(where, **change)
        assert page.status_code == 422
        assert "You’ve both answered already." in main_of(page)
    assert main_of(alice.get(where)) == open_


def test_an_account_says_at_least_who_decided(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    where = written(alice, place)
    for fields in ({"asked": "no"}, {"who": "A"}, {"who": "me", "fine": "very"}):
        page = alice.post(where, **fields)
        assert page.status_code == 422
        assert "Choose who decided." in main_of(page)
    assert 'value="no" checked' in html_of(alice.post(where, asked="no"))


def test_a_line_needs_words_that_fit_and_an_area_there_is(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    for fields in ({"text": ""}, {"text": "a" * 161}, {"text": LINE, "area": "moon"}):
        page = alice.post(f"{place}decide/diary/", **fields)
        assert page.status_code == 422
        assert "Please look at this again" in main_of(page)
    assert "Nothing here yet." in main_of(bob.get(f"{place}decide/diary/"))


def test_lines_stand_with_the_latest_first(
    alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = pair(alice, bob)
    written(alice, place)
    later = clock.now() + clock.MINUTE
    monkeypatch.setattr(clock, "now", lambda: later)
    written(bob, place, "We went for a walk.", area="")
    page = main_of(alice.get(f"{place}decide/diary/"))
    assert page.index("We went for a walk.") < page.index(LINE)


def test_each_writes_so_many_lines_a_day_and_no_more(
    alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = pair(alice, bob)
    monkeypatch.setattr(diary_lines, "MOST_A_DAY", 2)
    for number in range(2):
        written(alice, place, f"Thing {number}")
    page = alice.post(f"{place}decide/diary/", text="One more", area="home")
    assert page.status_code == 422
    assert "Add more a bit later." in main_of(page)
    assert 'value="One more"' in html_of(page)
    written(alice, place, "Thing 1")
    written(bob, place, "Thing 3")
    later = clock.now() + clock.DAY
    monkeypatch.setattr(clock, "now", lambda: later)
    for someone in (alice, bob):
        someone.sign_in()
    written(alice, place, "One more")


def test_a_line_that_is_not_there_is_nowhere(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    nowhere = f"{place}decide/diary/{'1' * 32}/"
    assert alice.get(nowhere).status_code == 404
    assert alice.post(nowhere, who="me").status_code == 404
