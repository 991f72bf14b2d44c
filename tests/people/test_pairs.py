from __future__ import annotations

import pytest
from tests.people.clock import move

from coequal.core.people import PairType, Seat
from coequal.errors import CoequalError, Refused
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.people import pairs
from coequal.people.entries import Invite, Paired
from coequal.people.models import Invitation
from coequal.people.tidying import tidy
from coequal.people.visits import Visit
from coequal.sealed import codes

SHEET = bytes(16)
ALICE = pairs.Labels(other="Alice", own="Me", sheet=SHEET)


def invite(visit: Visit, label: str = "Bob") -> tuple[bytes, str]:
    labels = pairs.Labels(other=label, own="Me", sheet=SHEET)
    iid = pairs.invite(visit, labels=labels, pair=PairType.PARTNERS)
    (record,) = [r for r in pairs.invitations(visit) if r.entry.iid == iid]
    return iid, codes.encode(record.entry.code)


def join(visit: Visit, code: str, label: str = "Alice") -> bytes:
    labels = pairs.Labels(other=label, own="Me", sheet=SHEET)
    return pairs.join(visit, keys=pairs.look_up(code), labels=labels)


def together(alice: Visit, bob: Visit) -> bytes:
    iid, code = invite(alice)
    join(bob, code)
    pairs.meet(alice, iid)
    return iid


def test_two_people_become_a_pair_without_being_here_together(
    alice: Visit, bob: Visit
) -> None:
    iid = together(alice, bob)
    hers, his = pairs.bond(alice, iid), pairs.bond(bob, iid)
    assert hers is not None
    assert his is not None
    assert (hers.pair, his.pair) == (PairType.PARTNERS, PairType.PARTNERS)
    assert (hers.seat, his.seat) == (Seat.A, Seat.B)
    assert hers.viewer.space == his.viewer.space
    assert hers.viewer.other == his.viewer.me.pub
    assert hers.words == his.words


def test_what_each_calls_the_other_is_their_own(alice: Visit, bob: Visit) -> None:
    iid = together(alice, bob)
    hers, his = pairs.bond(alice, iid), pairs.bond(bob, iid)
    assert hers is not None
    assert his is not None
    assert (hers.label, his.label) == ("Bob", "Alice")
    assert hers.names == his.names.map({"Alice": "Me", "Me": "Bob"}.get)


def test_before_the_inviting_person_has_checked_nothing_opens(
    alice: Visit, bob: Visit
) -> None:
    _, code = invite(alice)
    iid = join(bob, code)
    his = pairs.bond(bob, iid)
    assert his is not None
    assert his.pair is None


def test_a_paired_entry_of_the_joining_person_counts_for_nothing(
    alice: Visit, bob: Visit
) -> None:
    _, code = invite(alice)
    iid = join(bob, code)
    his = pairs.bond(bob, iid)
    assert his is not None
    journal.append(his.viewer, Paired(t=his.t, pair="partners"), subject=his.t)
    again = pairs.bond(bob, iid)
    assert again is not None
    assert again.pair is None


def test_a_code_works_once(alice: Visit, bob: Visit, carol: Visit) -> None:
    _, code = invite(alice)
    join(bob, code)
    with pytest.raises(CoequalError):
        join(carol, code)


def test_two_who_looked_up_one_code_cannot_both_join(
    alice: Visit, bob: Visit, carol: Visit
) -> None:
    _, code = invite(alice)
    keys = pairs.look_up(code)
    pairs.join(bob, keys=keys, labels=ALICE)
    with pytest.raises(Refused):
        pairs.join(carol, keys=keys, labels=ALICE)
    assert pairs.bonds(carol) == []


def test_a_code_is_over_after_seven_days(
    alice: Visit, bob: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, code = invite(alice)
    move(monkeypatch, 7 * clock.DAY)
    with pytest.raises(CoequalError):
        join(bob, code)


def test_an_invitation_taken_back_opens_nothing(alice: Visit, bob: Visit) -> None:
    iid, code = invite(alice)
    pairs.uninvite(alice, iid)
    assert pairs.invitations(alice) == []
    with pytest.raises(CoequalError):
        join(bob, code)


def test_nobody_takes_back_somebody_elses_invitation(alice: Visit, bob: Visit) -> None:
    iid, code = invite(alice)
    pairs.uninvite(bob, iid)
    assert join(bob, code) == iid


def test_a_code_is_read_as_people_write_it(alice: Visit, bob: Visit) -> None:
    iid, code = invite(alice)
    assert join(bob, f"  {code.lower().replace('-', ' ')} ") == iid


def test_nobody_joins_their_own_invitation(alice: Visit) -> None:
    _, code = invite(alice)
    with pytest.raises(CoequalError):
        join(alice, code)


def test_there_is_nobody_to_meet_before_somebody_joined(alice: Visit) -> None:
    iid, _ = invite(alice)
    with pytest.raises(Refused):
        pairs.meet(alice, iid)


def test_the_words_are_the_same_before_meeting(alice: Visit, bob: Visit) -> None:
    iid, code = invite(alice)
    (record,) = journal.read(alice.own, Invite)
    assert pairs.joined(alice, record.entry) is None
    join(bob, code)
    his = pairs.bond(bob, iid)
    assert his is not None
    assert pairs.joined(alice, record.entry) == his.words


def test_a_reply_that_eve_rewrote_is_refused(alice: Visit, bob: Visit) -> None:
    iid, code = invite(alice)
    join(bob, code)
    reply = Invitation.objects.get().reply or b""
    Invitation.objects.update(reply=reply[:-1] + bytes([reply[-1] ^ 1]))
    with pytest.raises(CoequalError):
        pairs.meet(alice, iid)
    assert pairs.bonds(alice) == []


def test_a_person_can_be_in_several_pairs_and_no_key_tells(
    alice: Visit, bob: Visit, carol: Visit
) -> None:
    together(alice, bob)
    together(alice, carol)
    one, two = pairs.bonds(alice)
    assert one.viewer.me.id != two.viewer.me.id
    assert one.viewer.space.id != two.viewer.space.id
    assert len(pairs.bonds(bob)) == 1


def test_late_invitations_are_tidied_away(
    alice: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    invite(alice)
    move(monkeypatch, 8 * clock.DAY)
    tidy()
    assert not Invitation.objects.exists()
