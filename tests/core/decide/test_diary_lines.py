"""Lines of the diary: what each of the two has said of them, and what may be."""

from __future__ import annotations

import operator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.decide.entries_said import LINE, answer
from tests.core.two.said import SEATS, Said, meets, refs, saids

from coequal.core.decide.diary import Who
from coequal.core.decide.diary_lines import (
    DAY,
    MANY_LINES,
    MOST_A_DAY,
    NOBODY_SAID,
    LineState,
    check_answer,
    check_line,
    diary,
    may_write,
)
from coequal.core.decide.entries import DiaryAnswer, DiaryLine
from coequal.core.lines import NoLine
from coequal.core.people import Pair, Seat
from coequal.core.two.refusals import NotNow
from coequal.core.two.said_apart import Apart
from coequal.errors import Refused


def line(**changed: object) -> LineState:
    (one,) = diary([LINE], [], Seat.A)
    return replace(one, **changed)  # type: ignore[arg-type]


def test_a_line_is_for_both_and_what_each_says_of_it_waits() -> None:
    found = line()
    assert (found.text, found.area, found.by) == (LINE.entry.text, "home", Seat.A)
    assert found.told == Apart()
    assert found.who is None


def test_once_open_it_says_who_decided_as_each_has_it() -> None:
    said = [Said(entry=answer("A")), Said(entry=answer("both"), mine=False)]
    for seat, who in (
        (Seat.A, Pair(a=Who.A, b=Who.BOTH)),
        (Seat.B, Pair(a=Who.BOTH, b=Who.A)),
    ):
        (found,) = diary([LINE], said, seat)
        assert found.who == who


@pytest.mark.parametrize(
    "strange", [answer(line=b"x"), answer("C"), answer(asked="often")]
)
def test_an_answer_on_another_line_or_without_sense_counts_as_not_there(
    strange: DiaryAnswer,
) -> None:
    said = [Said(entry=strange), Said(entry=answer("both"), mine=False)]
    (found,) = diary([LINE], said, Seat.A)
    assert found.told == Apart()


LINES = saids("line", st.just(LINE.entry), least=1, most=2)
STRAY = saids(
    "stray",
    st.builds(
        answer,
        who=st.sampled_from([*Who, "nobody"]),
        asked=st.sampled_from(["", "yes", "no", "?"]),
        line=refs("line", 1),
    ),
    is_open=st.booleans(),
)
SOUND = st.builds(answer, who=st.sampled_from(Who), line=refs("line", 1))


def both(one: DiaryAnswer, other: DiaryAnswer) -> list[Said[DiaryAnswer]]:
    there = replace(other, line=one.line)
    return [Said(entry=one, ref=b"1"), Said(entry=there, ref=b"2", mine=False)]


# What is drawn freely hardly ever opens a line.
ANSWERS = st.builds(
    operator.add, st.one_of(st.just([]), st.builds(both, SOUND, SOUND)), STRAY
)


@given(written=LINES, said=ANSWERS, seat=SEATS, data=st.data())
def test_the_order_of_entries_says_nothing(
    written: list[Said[DiaryLine]],
    said: list[Said[DiaryAnswer]],
    seat: Seat,
    data: st.DataObject,
) -> None:
    lines, answers = (data.draw(st.permutations(one)) for one in (written, said))
    assert diary(lines, answers, seat) == diary(written, said, seat)


@given(written=LINES, said=ANSWERS, seat=SEATS)
def test_both_read_the_same_lines_with_the_same_authors(
    written: list[Said[DiaryLine]], said: list[Said[DiaryAnswer]], seat: Seat
) -> None:
    here = diary(written, said, seat)
    there = diary(
        [one.across for one in written], [one.across for one in said], seat.other
    )
    for one, other in zip(here, there, strict=True):
        assert replace(one, told=other.told) == other
        assert one.told.both == other.told.both
    by = {one.ref: seat if one.mine else seat.other for one in written}
    assert {one.ref: one.by for one in here} == by


@given(written=LINES, said=ANSWERS, seat=SEATS)
def test_each_line_is_read_by_its_own_sound_answers(
    written: list[Said[DiaryLine]], said: list[Said[DiaryAnswer]], seat: Seat
) -> None:
    for found in diary(written, said, seat):
        here = [one for one in said if one.entry.line == found.ref]
        sound = [one for one in here if one.entry.who in set(Who)]
        lines = [one for one in written if one.ref == found.ref]
        assert diary(lines, sound, seat) == (found,)


def test_drawn_answers_meet_their_lines() -> None:
    meets(
        st.tuples(LINES, ANSWERS),
        lambda drawn: any(one.who is not None for one in diary(*drawn, Seat.B)),
    )


def test_a_line_has_words_that_fit() -> None:
    assert check_line("  We took\nthe green lamp. ", "home") == LINE.entry
    with pytest.raises(Refused, match=NoLine.EMPTY):
        check_line(" ", "")
    with pytest.raises(Refused, match=NoLine.LONG):
        check_line("a" * 161, "")


def test_each_writes_as_many_lines_as_fit_into_a_day() -> None:
    now = 5 * DAY
    full = [line(at=now - DAY + 1 + number) for number in range(MOST_A_DAY)]
    with pytest.raises(Refused, match=MANY_LINES):
        may_write(full, Seat.A, now=now)
    may_write(full, Seat.B, now=now)
    may_write(full, Seat.A, now=now + 1)
    may_write(full[1:], Seat.A, now=now)


def test_lines_of_a_clock_that_was_ahead_fill_no_day() -> None:
    ahead = [line(at=9 * DAY + number) for number in range(MOST_A_DAY)]
    may_write(ahead, Seat.A, now=5 * DAY)


@pytest.mark.parametrize("who", Who)
@pytest.mark.parametrize("said", ["", "yes", "partly", "no"])
def test_an_answer_says_who_decided_and_the_rest_if_one_likes(
    who: Who, said: str
) -> None:
    one = answer(who, said, said)
    assert check_answer(line(), one) is one


def test_an_answer_of_another_line_or_without_sense_is_refused() -> None:
    for strange in (answer("", "yes"), answer("C"), answer(fine="very")):
        with pytest.raises(Refused, match=NOBODY_SAID):
            check_answer(line(), strange)
    with pytest.raises(Refused, match=NotNow.GONE):
        check_answer(line(), answer(line=b"x"))
