from __future__ import annotations

import pytest
from tests.people.clock import move

from coequal.core.people import PairType, Seat
from coequal.errors import CoequalError, Refused
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.people import invitations, joining, meeting, pairs
from coequal.people.entries import Invite, Paired
from coequal.people.models import Invitation
from coequal.people.sessions import Session
from coequal.people.tidying import tidy
from coequal.sealed import box, codes, pairing
from coequal.sealed.person import member

SHEET = bytes(16)
ALICE = pairs.Labels(other="Alice", own="Me", sheet=SHEET)


def invite(session: Session, label: str = "Bob") -> tuple[bytes, str]:
    pair_id = invitations.invite(
        session,
        label=label,
        own_label="Me",
        pair=PairType.PARTNERS,
        choose_sheet=lambda: SHEET,
    )
    (record,) = [r for r in invitations.mine(session) if r.entry.pair_id == pair_id]
    return pair_id, codes.encode(record.entry.code)


def join(session: Session, code: str, label: str = "Alice") -> bytes:
    labels = pairs.Labels(other=label, own="Me", sheet=SHEET)
    return joining.join(session, keys=joining.look_up(code), labels=labels)


def together(alice: Session, bob: Session) -> bytes:
    pair_id, code = invite(alice)
    join(bob, code)
    meeting.meet(alice, pair_id)
    return pair_id


def test_two_people_become_a_pair_without_being_here_together(
    alice: Session, bob: Session
) -> None:
    pair_id = together(alice, bob)
    hers, his = pairs.member(alice, pair_id), pairs.member(bob, pair_id)
    assert hers is not None
    assert his is not None
    assert (hers.pair, his.pair) == (PairType.PARTNERS, PairType.PARTNERS)
    assert (hers.seat, his.seat) == (Seat.A, Seat.B)
    assert hers.reading.access.space == his.reading.access.space
    assert hers.reading.access.other == his.reading.access.me.pub
    assert hers.words == his.words


def test_what_each_calls_the_other_is_their_own(alice: Session, bob: Session) -> None:
    pair_id = together(alice, bob)
    hers, his = pairs.member(alice, pair_id), pairs.member(bob, pair_id)
    assert hers is not None
    assert his is not None
    assert (hers.label, his.label) == ("Bob", "Alice")
    assert hers.names == his.names.map({"Alice": "Me", "Me": "Bob"}.get)


def test_before_the_inviting_person_has_checked_nothing_opens(
    alice: Session, bob: Session
) -> None:
    _, code = invite(alice)
    pair_id = join(bob, code)
    his = pairs.member(bob, pair_id)
    assert his is not None
    assert his.pair is None


def test_a_paired_entry_of_the_joining_person_counts_for_nothing(
    alice: Session, bob: Session
) -> None:
    _, code = invite(alice)
    pair_id = join(bob, code)
    his = pairs.member(bob, pair_id)
    assert his is not None
    journal.append(
        his.reading,
        Paired(transcript=his.transcript, pair="partners"),
        subject=his.transcript,
    )
    again = pairs.member(bob, pair_id)
    assert again is not None
    assert again.pair is None


def test_a_code_works_once(alice: Session, bob: Session, carol: Session) -> None:
    _, code = invite(alice)
    join(bob, code)
    with pytest.raises(CoequalError):
        join(carol, code)


def test_an_invitation_cannot_have_the_id_of_another_pair_of_mine(
    alice: Session, bob: Session, carol: Session
) -> None:
    """Carol invites, and writes the id of Bob's pair with Alice into the table."""
    pair_id = together(alice, bob)
    theirs, code = invite(carol)
    keys = joining.look_up(code)
    row = Invitation.objects.get(pair_id=theirs)
    row.pair_id = pair_id
    row.offer = box.seal(
        key=keys.ki,
        aad=pairing._offer_aad(pair_id, row.expiry),
        plain=member(carol.secret, pair_id).pub,
        nonce=bytes(24),
    )
    row.save()
    with pytest.raises(Refused):
        joining.join(bob, keys=keys, labels=ALICE)
    assert len(pairs.members(bob)) == 1


def test_two_who_looked_up_one_code_cannot_both_join(
    alice: Session, bob: Session, carol: Session
) -> None:
    _, code = invite(alice)
    keys = joining.look_up(code)
    joining.join(bob, keys=keys, labels=ALICE)
    with pytest.raises(Refused):
        joining.join(carol, keys=keys, labels=ALICE)
    assert pairs.members(carol) == []


def test_a_code_is_over_after_seven_days(
    alice: Session, bob: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, code = invite(alice)
    move(monkeypatch, 7 * clock.DAY)
    with pytest.raises(CoequalError):
        join(bob, code)


def test_an_invitation_taken_back_opens_nothing(alice: Session, bob: Session) -> None:
    pair_id, code = invite(alice)
    invitations.uninvite(alice, pair_id)
    assert invitations.mine(alice) == []
    with pytest.raises(CoequalError):
        join(bob, code)


def test_nobody_takes_back_somebody_elses_invitation(
    alice: Session, bob: Session
) -> None:
    pair_id, code = invite(alice)
    invitations.uninvite(bob, pair_id)
    assert join(bob, code) == pair_id


def test_a_code_is_read_as_people_write_it(alice: Session, bob: Session) -> None:
    pair_id, code = invite(alice)
    assert join(bob, f"  {code.lower().replace('-', ' ')} ") == pair_id


def test_nobody_joins_their_own_invitation(alice: Session) -> None:
    _, code = invite(alice)
    with pytest.raises(CoequalError):
        join(alice, code)


def test_there_is_nobody_to_meet_before_somebody_joined(alice: Session) -> None:
    pair_id, _ = invite(alice)
    with pytest.raises(Refused):
        meeting.meet(alice, pair_id)


def test_the_words_are_the_same_before_meeting(alice: Session, bob: Session) -> None:
    pair_id, code = invite(alice)
    (record,) = alice.own.read(Invite)
    assert meeting.joined(alice, record.entry) is None
    join(bob, code)
    his = pairs.member(bob, pair_id)
    assert his is not None
    assert meeting.joined(alice, record.entry) == his.transcript


def test_a_reply_that_eve_rewrote_is_refused(alice: Session, bob: Session) -> None:
    pair_id, code = invite(alice)
    join(bob, code)
    reply = Invitation.objects.get().reply or b""
    Invitation.objects.update(reply=reply[:-1] + bytes([reply[-1] ^ 1]))
    with pytest.raises(CoequalError):
        meeting.meet(alice, pair_id)
    assert pairs.members(alice) == []


def test_a_person_can_be_in_several_pairs_and_no_key_tells(
    alice: Session, bob: Session, carol: Session
) -> None:
    together(alice, bob)
    together(alice, carol)
    one, two = pairs.members(alice)
    assert one.reading.access.me.id != two.reading.access.me.id
    assert one.space_id != two.reading.access.space.id
    assert len(pairs.members(bob)) == 1


def test_late_invitations_are_tidied_away(
    alice: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    invite(alice)
    move(monkeypatch, 8 * clock.DAY)
    tidy()
    assert not Invitation.objects.exists()
