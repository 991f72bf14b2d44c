"""Values that cannot be are damage: no page has to expect them, whoever signed them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import pytest

from coequal.core.agree.entries import MOST_TURNS, Agreement, GoOn
from coequal.core.decide.entries import (
    NO_OPTION,
    DiaryAnswer,
    Lead,
    OwnDiaryLine,
    OwnWeighing,
    Proposal,
    Question,
    Vote,
)
from coequal.core.decide.limits import MOST_OPTIONS
from coequal.core.entry import LAST, Entry
from coequal.core.guess.entries import Dealt, FirstTap, Guessed
from coequal.core.keep.entries import BitMuch, Lines, Met, OurDay
from coequal.core.month.entries import OwnCheckIn, SharedTap
from coequal.core.notes.entries import Given, Note, OwnLife, Ticked, Tilts
from coequal.core.see.entries import (
    MOST_TIMES,
    Answer,
    Opening,
    Prepared,
    Sheet,
    Sitting,
)
from coequal.core.see.joint_entries import CARDS, Bookmark, Step, Thanks
from coequal.core.see.sign_entries import Noticed, PutUp
from coequal.core.see.small_steps import LookedBack, StepStays
from coequal.core.thanks.entries import ThankYou
from coequal.errors import Unsound
from coequal.journal.payloads import from_data, to_data
from coequal.people.entries import (
    AtHome,
    Days,
    FoldedAway,
    Invite,
    Invited,
    OwnDays,
    Paired,
    PairPlace,
    Planned,
    Relation,
    Resting,
)

ID: Final = bytes(16)
REF: Final = bytes(32)
WORDS: Final = {"label": "Bob", "own_label": "Me"}
OPTIONS: Final = tuple("abcdefgh")
assert len(OPTIONS) == MOST_OPTIONS

QUESTION: Final = Question(
    text="Q", area="", meanwhile="M", until=0, options=OPTIONS[:2]
)
VOTE: Final = Vote(
    question=REF, added=(), scores=(0, 6), stake=3, cannot=(1,), reason=""
)
ANSWER: Final = DiaryAnswer(line=REF, who="both", asked="", fine="partly")
OWN_LINE: Final = OwnDiaryLine(sheet="", text="T", who="me", asked="", fine="no")
OWN_WEIGHING: Final = OwnWeighing(text="T", options=("a", "b"), scores=(0, 6))
SAID: Final = Answer(
    instrument="I", version=1, pair="friends", sheet=ID, sitting=1, item="i", value=0
)
OPENED: Final = Opening(area="home", round=1, version=1, values={})
INVITE: Final = Invite(
    code=bytes(10), pair_id=ID, expiry=LAST, pair="siblings", sheet=ID, **WORDS
)
RELATION: Final = Relation(
    space=ID,
    key=REF,
    pair_id=ID,
    other=bytes(64),
    transcript=REF,
    seat="B",
    sheet=ID,
    **WORDS,
)
PLANNED: Final = Planned(pair_id=ID, closing=ID, due=LAST)

AGREEMENT: Final = Agreement(
    binds="both",
    area="home",
    when="",
    then="T",
    my_limit="5",
    your_limit=" 5",
    weeks=4,
    zone="UTC",
    former=b"",
)
LINES: Final = Lines(day="2026-12-06", good="", wish="")
STAYS: Final = StepStays(step=REF, steps=(REF, ID))
LOOKED_BACK: Final = LookedBack(steps=(REF,), happened="not yet")
MUCH: Final = BitMuch(day="2026-12-06", text="", until=1_797_119_999)
OWN_TAPS: Final = OwnCheckIn(sheet=ID, month="2026-12", steps={"say": 6, "free": 0})
TAP: Final = SharedTap(month="2026-12", facet="say", step=6)
FOLDED: Final = FoldedAway(pair_id=ID, thing=REF)
PREPARED: Final = Prepared(sheet=ID, parts=("home",), round=1)
INVITED: Final = Invited(
    find=ID,
    ki=REF,
    kr=REF,
    ka=REF,
    pair_id=ID,
    expiry=LAST,
    name="Alice",
    pair="parent-child",
    role="parent",
)

LEGAL: Final[tuple[Entry, ...]] = (
    AGREEMENT,
    replace(AGREEMENT, binds="me", your_limit="", weeks=26),
    GoOn(agreed=REF, turn=1),
    GoOn(agreed=REF, turn=MOST_TURNS),
    AtHome(pair_id=ID),
    FOLDED,
    PREPARED,
    replace(PREPARED, round=MOST_TIMES),
    INVITED,
    replace(INVITED, role="", sheet=ID, instead=ID),
    replace(FOLDED, pair_id=b""),
    QUESTION,
    replace(QUESTION, until=LAST, options=OPTIONS),
    VOTE,
    replace(VOTE, scores=(4,) * MOST_OPTIONS, cannot=tuple(range(MOST_OPTIONS))),
    Proposal(option=NO_OPTION, text="T"),
    Proposal(option=MOST_OPTIONS - 1, text="T"),
    Lead(area="home", seat="A"),
    ANSWER,
    OWN_LINE,
    OWN_WEIGHING,
    Sheet(id=ID, pair="parent-child"),
    Sheet(id=ID, pair="parent-child", role="parent"),
    Sitting(sheet=ID, number=MOST_TIMES),
    replace(SAID, sitting=MOST_TIMES),
    replace(OPENED, round=MOST_TIMES, version=MOST_TIMES),
    Step(round=1, text=""),
    Thanks(round=MOST_TIMES, text="T"),
    LOOKED_BACK,
    replace(LOOKED_BACK, steps=(REF, ID), happened=""),
    STAYS,
    Bookmark(card=1, turned=0),
    Bookmark(card=CARDS, turned=CARDS),
    Noticed(sheet=ID, sign="heard", often=0),
    PutUp(sign="", round=1, often=2),
    Note(id=ID, text=""),
    Ticked(group="g", signs={"s": Given(often="often", since="years", lately="same")}),
    Ticked(group="g", signs={"s": Given(often="")}),
    Tilts(factors={"money": "even"}),
    OwnLife(group="partners", answers={"closeness": "fully"}),
    INVITE,
    RELATION,
    PairPlace(pair_id=ID, space=ID, label=""),
    Paired(transcript=REF, pair="flatmates"),
    Resting(pair_id=ID),
    PLANNED,
    Days(zone="Europe/Berlin"),
    OwnDays(zone="UTC"),
    Dealt(cards=("a", "b", "c", "d", "e")),
    FirstTap(card="a", own="AB", guess=""),
    Guessed(dealt=REF, card="a", own="", guess="0"),
    LINES,
    MUCH,
    replace(MUCH, day="1970-01-01", until=0),
    Met(day="2028-02-29"),
    OurDay(weekday=2),
    ThankYou(day="", text="T"),
    ThankYou(day="2026-12-06", text="T"),
    OWN_TAPS,
    replace(OWN_TAPS, steps={}),
    TAP,
    *(replace(TAP, facet=facet, step=0) for facet in ("", "sent")),
)
IMPOSSIBLE: Final[tuple[tuple[Entry, dict[str, Any]], ...]] = (
    (AGREEMENT, {"binds": "you"}),
    (AGREEMENT, {"binds": "me"}),
    (AGREEMENT, {"your_limit": "500"}),
    (AGREEMENT, {"weeks": 500}),
    *((GoOn(agreed=REF, turn=1), {"turn": one}) for one in (0, MOST_TURNS + 1)),
    (Days(zone="UTC"), {"zone": "../etc/passwd"}),
    (OwnDays(zone="UTC"), {"zone": "x" * 1000}),
    *((QUESTION, {"until": second}) for second in (-1, LAST + 1, 10**18)),
    *((QUESTION, {"options": some}) for some in ((), ("a",), (*OPTIONS, "i"))),
    *((VOTE, {"scores": scores}) for scores in ((0,), (0, 7), (-1, 0))),
    *((VOTE, {"stake": stake}) for stake in (-1, 4)),
    *((VOTE, {"cannot": cannot}) for cannot in ((2,), (-1,))),
    *((Proposal(option=0, text="T"), {"option": one}) for one in (-2, MOST_OPTIONS)),
    (Lead(area="home", seat="A"), {"seat": "C"}),
    *((ANSWER, {name: "perhaps"}) for name in ("who", "asked", "fine")),
    *((OWN_LINE, {name: "A"}) for name in ("who", "asked", "fine")),
    *((OWN_WEIGHING, {"scores": scores}) for scores in ((0,), (0, 7))),
    (Sheet(id=ID, pair="friends"), {"pair": "enemies"}),
    (Sheet(id=ID, pair="friends"), {"id": b""}),
    (Sheet(id=ID, pair="friends"), {"role": "parent"}),
    (Sheet(id=ID, pair="parent-child"), {"role": "uncle"}),
    *((Sitting(sheet=ID, number=1), {"number": one}) for one in (0, MOST_TIMES + 1)),
    (SAID, {"pair": "enemies"}),
    (SAID, {"sitting": 0}),
    (SAID, {"sheet": REF}),
    *((OPENED, {"round": one}) for one in (0, MOST_TIMES + 1)),
    *((OPENED, {"version": one}) for one in (0, MOST_TIMES + 1)),
    (Step(round=1, text=""), {"round": 0}),
    (Thanks(round=1, text=""), {"round": 0}),
    *((LOOKED_BACK, {"steps": steps}) for steps in ((), (REF, REF, REF))),
    (LOOKED_BACK, {"happened": "of course"}),
    *((STAYS, {"steps": steps}) for steps in ((), (ID,), (REF, REF, REF))),
    (Bookmark(card=1, turned=0), {"card": 0}),
    (Bookmark(card=1, turned=0), {"turned": CARDS + 1}),
    (Noticed(sheet=ID, sign="heard", often=0), {"often": 3}),
    (PutUp(sign="heard", round=1, often=1), {"often": -1}),
    (PutUp(sign="heard", round=1, often=1), {"round": 0}),
    (Note(id=ID, text=""), {"id": b""}),
    (Ticked(group="g", signs={}), {"signs": {"s": Given(often="always")}}),
    (Tilts(factors={}), {"factors": {"money": "both"}}),
    (OwnLife(group="g", answers={}), {"answers": {"closeness": "a lot"}}),
    (INVITE, {"expiry": LAST + 1}),
    (INVITE, {"pair": "enemies"}),
    (INVITE, {"pair_id": b""}),
    (RELATION, {"seat": "C"}),
    *((RELATION, {name: b""}) for name in ("space", "key", "pair_id", "other")),
    (PairPlace(pair_id=ID, space=ID, label=""), {"space": b""}),
    (Paired(transcript=REF, pair="friends"), {"pair": "enemies"}),
    (Resting(pair_id=ID), {"pair_id": b""}),
    *((PLANNED, {"due": due}) for due in (0, LAST + 1)),
    *(
        (Dealt(cards=("a",)), {"cards": some})
        for some in ((), ("a", "a"), tuple("abcdef"))
    ),
    (FirstTap(card="a", own="A", guess=""), {"own": "C"}),
    (Guessed(dealt=REF, card="a", own="1", guess="5"), {"guess": "6"}),
    (AtHome(pair_id=ID), {"pair_id": b""}),
    (PREPARED, {"sheet": b""}),
    *((PREPARED, {"round": one}) for one in (0, MOST_TIMES + 1)),
    *((INVITED, {name: b"short"}) for name in ("find", "ki", "pair_id")),
    (INVITED, {"expiry": LAST + 1}),
    (INVITED, {"pair": "enemies"}),
    *((FOLDED, {name: b"short"}) for name in ("pair_id", "thing")),
    *((LINES, {"day": day}) for day in ("", "20261206", "2026-12-32", "Sunday")),
    (MUCH, {"day": "2026-W49-7"}),
    *((MUCH, {"until": second}) for second in (-1, 1_796_428_799, 1_797_897_601)),
    (Met(day="2026-12-06"), {"day": "2026-02-29"}),
    *((OurDay(weekday=2), {"weekday": one}) for one in (-1, 0, 7)),
    (ThankYou(day="", text=""), {"day": "2026-12-6"}),
    *((one, {"month": "2026-13"}) for one in (OWN_TAPS, TAP)),
    (OWN_TAPS, {"sheet": b"short"}),
    *((OWN_TAPS, {"steps": steps}) for steps in ({"say": 7}, {"free": -1}, {"x": 1})),
    *((TAP, {"step": step}) for step in (-1, 7)),
    *((TAP, {"facet": facet}) for facet in ("free", "sent", "")),
)


@pytest.mark.parametrize("entry", LEGAL, ids=lambda one: one.kind)
def test_what_lies_at_a_limit_is_read_as_it_was_written(entry: Entry) -> None:
    assert from_data(type(entry), to_data(entry)) == entry


@pytest.mark.parametrize(
    ("entry", "changed"), IMPOSSIBLE, ids=lambda one: getattr(one, "kind", None)
)
def test_what_cannot_be_is_unsound(entry: Entry, changed: dict[str, Any]) -> None:
    assert from_data(type(entry), to_data(entry)) == entry
    with pytest.raises(Unsound):
        from_data(type(entry), to_data(replace(entry, **changed)))  # type: ignore[type-var]


def test_every_kind_that_has_such_values_stands_here() -> None:
    from coequal.web.rooms import WORDS as KINDS  # noqa: PLC0415  only to compare

    asks = {kind for kind in KINDS if kind.fits is not Entry.fits}
    assert {type(one) for one in LEGAL} == asks
    assert {type(one) for one, _ in IMPOSSIBLE} == asks
