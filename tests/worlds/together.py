"""What the two do that both may know of: alike, at the same second, in both worlds.

One function an act; a new shared act of a room is a new one, registered like these.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from tests.web.agree.acts import buttons, lines, to_show
from tests.web.decide.acts import (
    questions,
)
from tests.worlds.alone import (
    One,
)

Deed = Callable[[One, str], None]
"""Somebody does it, with a line of text where it needs one."""

ANY_TIME: Final[list[Deed]] = []
ONCE_OPEN: Final[list[Deed]] = []


def together(deeds: list[Deed]) -> Callable[[Deed], Deed]:
    """Register what both may know of, with when it can be done."""

    def register(deed: Deed) -> Deed:
        deeds.append(deed)
        return deed

    return register


@together(ANY_TIME)
def suggests_an_evening(one: One, text: str) -> None:
    one.do(f"{one.place}evening/", do="say", text=text[:80])


@together(ANY_TIME)
def takes_the_evening_back(one: One, text: str) -> None:
    one.do(f"{one.place}evening/", do="back")


@together(ANY_TIME)
def raises_a_question(one: One, text: str) -> None:
    fields = {"option1": "Yes", "option2": "No", "meanwhile": "As it is", "ours": "on"}
    one.do(f"{one.place}decide/raise/", text=text, **fields)


@together(ANY_TIME)
def adds_an_option(one: One, text: str) -> None:
    for where in questions(one.person, one.place)[:1]:
        taken = one.browser.post(where, {"do": "add", "text": text[:100]})
        assert taken.status_code in {303, 422}


@together(ANY_TIME)
def takes_a_question_back_and_raises_another(one: One, text: str) -> None:
    """Take the first back, which works for who raised it; then there is one again."""
    first = questions(one.person, one.place)[0]
    taken = one.browser.post(first, {"do": "retract"})
    assert taken.status_code in {303, 422}
    raises_a_question(one, text)


@together(ANY_TIME)
def writes_a_line_in_the_diary(one: One, text: str) -> None:
    one.do(f"{one.place}decide/diary/", text=text, area="")


@together(ANY_TIME)
def chooses_whose_days_count(one: One, text: str) -> None:
    zone = ("Pacific/Kiritimati", "America/St_Johns", "UTC")[len(text) % 3]
    answer = one.browser.post(f"{one.place}days/", {"zone": zone})
    assert answer.status_code in {303, 422}  # too often


@together(ANY_TIME)
def suggests_a_lead(one: One, text: str) -> None:
    area, seat = one.form.areas[len(text) % 5].id, "AB"[len(text) % 2]
    fields = {"do": "suggest", "area": area, "seat": seat}
    answer = one.browser.post(f"{one.place}decide/lead/", fields)
    assert answer.status_code in {303, 422}


@together(ANY_TIME)
def suggests_a_line(one: One, text: str) -> None:
    fields = {"binds": ("me", "both")[len(text) % 2], "area": "other", "weeks": "4"}
    answer = one.browser.post(f"{one.place}agreed/new/", {**fields, "then": text})
    assert answer.status_code in {303, 422}  # the same again


@together(ANY_TIME)
def answers_a_line(one: One, text: str) -> None:
    """Say yes to one, take one's own back or end one, as it comes."""
    for where in lines(one.person, one.place):
        for do, ref in buttons(one.person, where).items():
            if do in {"yes", "back", "end"}:
                one.do(where, do=do, ref=ref)
                return


@together(ANY_TIME)
def shows_a_boundary(one: One, text: str) -> None:
    """Show one that is written now, or take the first down that is shown."""
    for do, ref in buttons(one.person, f"{one.place}boundaries/").items():
        one.do(f"{one.place}boundaries/", do=do, ref=ref)
        return
    where = to_show(one.person, one.place)
    one.do(where, area=("phone", "other")[len(text) % 2])


@together(ANY_TIME)
def chooses_their_day(one: One, text: str) -> None:
    day = str(1 + len(text) % 6)
    answer = one.browser.post(f"{one.place}lines/remember/", {"do": "day", "day": day})
    assert answer.status_code in {303, 404, 422}  # none is due; too often


@together(ANY_TIME)
def begins_lines_after_they_met(one: One, text: str) -> None:
    """Begin them, where they are not due by themselves."""
    answer = one.browser.post(f"{one.place}lines/", {"do": "begin"})
    assert answer.status_code in {303, 422}


@together(ANY_TIME)
def thanks_for_something(one: One, text: str) -> None:
    one.do(f"{one.place}thanks/", do="say", text=text[:140])


@together(ANY_TIME)
def takes_thanks_back(one: One, text: str) -> None:
    """Take back the first that is theirs to take back, kept for later or said."""
    page = one.browser.get(f"{one.place}thanks/").content.decode()
    said = page.partition('id="said"')[2]
    for ref in re.findall(r'name="ref" value="(\w+)"', said)[:1]:
        one.do(f"{one.place}thanks/", do="back", ref=ref)


@together(ONCE_OPEN)
def says_a_step(one: One, text: str) -> None:
    one.turn_all()
    one.do(f"{one.place}cards/step/", do="say", text=text)


@together(ONCE_OPEN)
def says_nothing_now(one: One, text: str) -> None:
    one.turn_all()
    one.do(f"{one.place}cards/step/", do="nothing")


@together(ONCE_OPEN)
def thanks(one: One, text: str) -> None:
    one.turn_all()
    one.do(f"{one.place}cards/thanks/", do="say", text=text[:140])


@together(ONCE_OPEN)
def takes_both_back(one: One, text: str) -> None:
    one.turn_all()
    one.do(f"{one.place}cards/step/", do="back")
    one.do(f"{one.place}cards/thanks/", do="back")
