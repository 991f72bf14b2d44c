"""What is looked up among people is found by an index, however many others there are.

All that people do is lived through once, and SQLite is asked how it would look up each
row. Then it is lived again among many others: it takes the same steps.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType
from typing import Any, Final, ParamSpec, TypeVar

import pytest
from django.db import connection
from tests.people.clock import move
from tests.people.conftest import HERE, NOBODYS, PHRASE, keep

from coequal import people
from coequal.core.people import Pair, PairType
from coequal.journal import clock
from coequal.people import (
    accounts,
    drafts,
    ending,
    invitations,
    joining,
    leaving,
    leaving_quickly,
    left,
    meeting,
    other_sessions,
    pairs,
    recovery_codes,
    session_view,
    sessions,
    shared_device,
    tidying,
    used_forms,
)
from coequal.people.asker import Asker
from coequal.people.entries import Invite
from coequal.people.models import (
    Account,
    Closing,
    Invitation,
    KnownBrowser,
    SessionRow,
    Throttle,
    UsedForm,
)
from coequal.people.pairs import Labels
from coequal.people.sessions import Session
from coequal.sealed import codes
from coequal.sealed import sessions as sealed_sessions

pytestmark = pytest.mark.skipif(
    "connection.vendor != 'sqlite'", reason="SQLite tells what it does, step by step"
)
P = ParamSpec("P")
T = TypeVar("T")
ROOM: Final = Path(people.__file__).parent
OTHERS: Final = 1000
LABELS: Final = Labels(other="the other one", own="Me", sheet=bytes(16))
BROWSER: Final = b"b" * 32
ASKER: Final = Asker(browser=BROWSER, network=HERE)
A_FEW: Final = 5
"""New ids are random: each statement takes a step more or less to put them in order."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cost:
    """What an act cost the database: its statements, and its steps in all of them."""

    name: str
    statements: int
    steps: int


class Lived:
    """Plans of all that was looked up, and steps by act, in the order of the acts."""

    def __init__(self) -> None:
        self.plans: set[str] = set()
        self.called: set[tuple[str, str]] = set()
        self.costs: list[Cost] = []

    def act(self, do: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """Let somebody do something, and watch the database."""
        steps = 0

        def step() -> None:
            nonlocal steps
            steps += 1

        asked: list[str] = []
        connection.connection.set_progress_handler(step, 1)
        connection.connection.set_trace_callback(asked.append)
        try:
            return do(*given, **named)
        finally:
            connection.connection.set_progress_handler(None, 1)
            connection.connection.set_trace_callback(None)
            name = f"{do.__module__}.{do.__qualname__}"
            self.costs.append(Cost(name=name, statements=len(asked), steps=steps))

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Ask for the plan of every statement, and note which functions are called."""
        sys.setprofile(self._call)
        try:
            with connection.execute_wrapper(self._explain):
                yield
        finally:
            sys.setprofile(None)

    def _call(self, frame: FrameType, event: str, _given: object) -> None:
        code = frame.f_code
        if event == "call" and Path(code.co_filename).parent == ROOM:
            self.called.add((Path(code.co_filename).name, code.co_name))

    def _explain(
        self, execute: Any, sql: str, params: Any, many: Any, context: Any
    ) -> Any:
        if "people_" in sql:
            execute(f"EXPLAIN QUERY PLAN {sql}", params, many, context)
            for *_, plan in context["cursor"].fetchall():
                self.plans.add(f"{plan}: {sql}")
        return execute(sql, params, many, context)


def live(lived: Lived, name: str) -> None:
    """Live all that asks for rows of people: two of this name come, meet and leave."""
    act = lived.act
    act(tidying.tidy)
    act(tidying.tidy_once_a_minute)
    alice = kept(lived, f"{name} one")
    bob = kept(lived, f"{name} two")
    alice = come_back(lived, alice, f"{name} one")
    become_a_pair(lived, alice, bob)
    share_a_device(lived)
    assert not act(used_forms.is_used, alice.cookie, b"a form")
    act(used_forms.use, alice.cookie, b"a form")
    act(look, alice)
    with suppress(sessions.SessionOver):
        act(pressed_again, f"{name} one")
    act(session_view.read, alice)
    act(ending.end, act(sessions.begin))
    leave_quickly(lived)
    act(leaving.leave_all, alice)


def invited(label: str) -> dict[str, Any]:
    return {
        "label": label,
        "own_label": "Me",
        "pair": PairType.FRIENDS,
        "choose_sheet": lambda: LABELS.sheet,
    }


def kept(lived: Lived, name: str) -> Session:
    new = lived.act(sessions.begin)
    return lived.act(keep, new, name, f"{PHRASE} {name}")


def come_back(lived: Lived, here: Session, name: str) -> Session:
    act, phrase = lived.act, f"{PHRASE} {name}"
    act(accounts.know_browser, here, BROWSER)
    again = act(accounts.sign_in, name=name, phrase=phrase, asker=ASKER)
    third = act(accounts.sign_in, name=name, phrase=phrase, asker=NOBODYS)
    assert act(sessions.find, again.cookie) == again
    first, _ = act(other_sessions.others, third)
    act(other_sessions.end_other, third, first.key)
    act(other_sessions.end_others, third)
    act(accounts.confirm, third, phrase)
    third = act(sessions.last, third, b"a form")
    third = act(sessions.shorten, third)
    phrase_now = f"{phrase} now"
    third = act(accounts.change_phrase, third, phrase=phrase_now, asker=ASKER)
    code = act(recovery_codes.code, third)
    return act(accounts.recover, name=name, code=code, phrase=phrase, asker=ASKER)


def become_a_pair(lived: Lived, alice: Session, bob: Session) -> None:
    act = lived.act
    unmet = act(invitations.invite, alice, **invited("Carol"))
    act(invitations.uninvite, alice, unmet)
    pair_id = act(invitations.invite, alice, **invited("Bob"))
    (invite,) = alice.own.read(Invite)
    assert not act(invitations.answered, invite.entry)
    keys = act(joining.look_up, codes.encode(invite.entry.code))
    read = act(joining.read, keys)
    assert act(joining.waits, keys)
    act(meeting.hold, (read.pair_id, b""))
    act(joining.join, bob, keys=keys, labels=LABELS)
    assert act(meeting.joined, alice, invite.entry)
    act(meeting.meet, alice, pair_id)
    assert act(pairs.members, bob)
    member = act(pairs.member, alice, pair_id)
    assert member is not None
    act(leaving.plan, alice, member)
    act(leaving.unplan, alice, member)
    act(leaving.close, alice, member)


def share_a_device(lived: Lived) -> None:
    act = lived.act
    both = act(shared_device.begin, is_demo=False)
    act(
        shared_device.pair, both, labels=Pair(a=LABELS, b=LABELS), pair=PairType.FRIENDS
    )
    assert act(shared_device.member, both.a)
    assert not act(shared_device.is_demo, both.a)
    assert act(shared_device.plays, both.a)
    act(ending.end, both.a)
    act(ending.end, act(shared_device.begin, is_demo=True).a)


def pressed_again(name: str) -> None:
    unused = accounts.new_phrase(name, "no phrase of theirs", ASKER)
    accounts.first_press(replace(ASKER, form=b"another form"), unused)


def leave_quickly(lived: Lived) -> None:
    """Leave, and be ended later by the row alone, as if it had not been possible."""
    lived.act(leaving_quickly.leave, lived.act(sessions.begin).cookie)
    both = shared_device.begin(is_demo=True)
    for cookie in (sessions.begin().cookie, both.a.cookie):
        left.add(sealed_sessions.row_key(cookie))
    lived.act(leaving_quickly.end_left)


def lose(session: Session) -> None:
    """Type something when the session is over, find it again, and throw it away.

    Keeping it counts all that are kept, a thousand at most.
    """
    slip = drafts.read_slip(drafts.slip(session, "/us/"))
    assert slip is not None
    drafts.keep(slip, drafts.Typed(page="/us/", to="/us/", why=drafts.Happened.OVER))
    (found,) = drafts.waiting(session)
    drafts.drop(session, found.key)


def look(session: Session) -> None:
    with session_view.locked(session) as held:
        held.plain = b"the third page"


def test_every_lookup_is_a_search(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    fill()
    lived = Lived()
    with lived.explained():
        live(lived, "they")
        lived.act(lose, keep(sessions.begin(), "they lose", PHRASE))
        move(monkeypatch, 500 * clock.DAY)
        lived.act(tidying.tidy_once_a_minute)
    assert len(lived.plans) > 40
    assert {one for one in lived.plans if one.startswith("SCAN")} == set()
    assert all("AUTOMATIC" not in one for one in lived.plans)
    assert queries() - lived.called == set()


def queries() -> set[tuple[str, str]]:
    """The functions of people that ask the database for something, by file and name."""
    return {
        (file.name, one.name)
        for file in ROOM.glob("*.py")
        for one in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(one, ast.FunctionDef)
        for part in ast.walk(one)
        if isinstance(part, ast.Attribute) and part.attr in {"objects", "cursor"}
    }


def test_many_others_cost_no_step_more(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = clock.now()  # all of it in one minute, of which the first one tidies
    monkeypatch.setattr(clock, "now", lambda: now)
    alone, among = Lived(), Lived()
    live(Lived(), "the first")  # what is made once in a database is there already
    live(alone, "they")
    fill()
    live(among, "others")
    assert len(alone.costs) > 40
    for one, more in zip(alone.costs, among.costs, strict=True):
        assert (one.name, one.statements) == (more.name, more.statements)
        # Looking through the others would take a thousand.
        assert abs(more.steps - one.steps) <= A_FEW + one.statements, one.name


def fill() -> None:
    """Let there be many others who are here now, and pairs, tries and forms of them."""
    ids = [b"%016d" % number for number in range(OTHERS)]
    over = clock.now() + clock.HOUR
    SessionRow.objects.bulk_create(
        SessionRow(key=one * 2, owner=one, expiry=over, space=b"", sealed=b"")
        for one in ids
    )
    Account.objects.bulk_create(
        Account(id=one, name=one * 2, phrase=b"", one=one * 2) for one in ids
    )
    Invitation.objects.bulk_create(
        Invitation(find=one, pair_id=one, expiry=over, offer=b"") for one in ids
    )
    Closing.objects.bulk_create(Closing(id=one, place=one * 2, due=over) for one in ids)
    UsedForm.objects.bulk_create(UsedForm(key=one * 2, expiry=over) for one in ids)
    Throttle.objects.bulk_create(Throttle(key=one * 2, expiry=over) for one in ids)
    KnownBrowser.objects.bulk_create(
        KnownBrowser(key=one * 2, marks=one, expiry=over) for one in ids
    )
