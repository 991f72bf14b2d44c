from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from coequal.errors import Unreadable, Unsound
from coequal.sealed import pairing
from coequal.sealed.box import seal
from coequal.sealed.entropy import seeded
from coequal.sealed.hashing import lp, u64
from coequal.sealed.pairing import Keys, NewInvitation, accept, join, open_offer
from coequal.sealed.person import member, member_id

from .make_vectors import _reply
from .vector_cast import (
    ALICE,
    BOB,
    EVE,
    HOST,
    NOW,
    OTHER_HOST,
    A,
    B,
    cuts,
    flips,
)

LOW = {
    "zero": bytes(32),
    "one": b"\1" + bytes(31),
    "order 8": bytes.fromhex(
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"
    ),
    "minus one": bytes.fromhex("ec" + "ff" * 30 + "7f"),
    "the prime": bytes.fromhex("ed" + "ff" * 30 + "7f"),
}
"""Points of low order, or written in a way that stands for one (RFC 7748, 6.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Alice has invited, Bob holds the code."""

    invitation: NewInvitation
    keys: Keys

    @property
    def pair_id(self) -> bytes:
        return self.invitation.pair_id

    def offer(self, **changes: Any) -> bytes:
        given = {
            "keys": self.keys,
            "pair_id": self.pair_id,
            "expiry": self.invitation.expiry,
            "now": NOW,
            "offer": self.invitation.offer,
        }
        return open_offer(**(given | changes))

    def join(self, secret: bytes = BOB, pub_a: bytes | None = None) -> pairing.Joined:
        pub_a = self.offer() if pub_a is None else pub_a
        return join(keys=self.keys, secret=secret, pair_id=self.pair_id, pub_a=pub_a)

    def accept(self, reply: bytes, **changes: Any) -> pairing.Accepted:
        given = {
            "keys": self.keys,
            "secret": ALICE,
            "pair_id": self.pair_id,
            "reply": reply,
        }
        return accept(**(given | changes))

    def bent(self, **changes: Any) -> bytes:
        bob = member(BOB, self.pair_id)
        return _reply(self.keys, self.pair_id, **({"x": bob.x, "ed": bob.ed} | changes))


@pytest.fixture
def scene() -> Scene:
    invitation = pairing.new_invitation(secret=ALICE, host=HOST, now=NOW)
    keys = pairing.stretch_code(invitation.code, HOST)
    return Scene(invitation=invitation, keys=keys)


def test_both_come_to_the_same_space(scene: Scene) -> None:
    joined = scene.join()
    accepted = scene.accept(joined.reply)
    assert accepted.space == joined.space
    assert accepted.t == joined.t
    assert not accepted.space.personal
    assert accepted.pub_b == joined.member.pub == member(BOB, scene.pair_id).pub
    assert accepted.member.pub == scene.offer()
    assert member_id(accepted.pub_b) == joined.member.id


def test_an_invitation_lasts_seven_days(scene: Scene) -> None:
    assert scene.invitation.expiry == NOW + 7 * 24 * 3600
    assert scene.offer(now=scene.invitation.expiry - 1)
    with pytest.raises(Unreadable):
        scene.offer(now=scene.invitation.expiry)


def test_the_code_leads_to_the_invitation_on_its_own_host_only(scene: Scene) -> None:
    code = scene.invitation.code
    assert len(code) == 10
    assert scene.keys.find == scene.invitation.find
    assert pairing.stretch_code(code, OTHER_HOST).find != scene.keys.find


@pytest.mark.parametrize("size", [0, 9, 11, 20])
def test_a_code_of_another_size_is_unreadable(size: int) -> None:
    with pytest.raises(Unreadable):
        pairing.stretch_code(bytes(size), HOST)


def test_codes_and_keys_are_never_shown(scene: Scene) -> None:
    shown = repr(scene.invitation) + repr(scene.keys) + repr(scene.join())
    for private in (
        scene.invitation.code,
        scene.keys.ki,
        scene.keys.kr,
        scene.join().space.key,
        member(BOB, scene.pair_id).x,
    ):
        assert repr(private) not in shown


def test_a_wrong_code_opens_neither_offer_nor_reply(scene: Scene) -> None:
    wrong = pairing.stretch_code(bytes(10), HOST)
    assert wrong.find != scene.keys.find
    with pytest.raises(Unreadable):
        scene.offer(keys=wrong)
    with pytest.raises(Unreadable):
        scene.accept(scene.join().reply, keys=wrong)


def test_the_time_and_the_id_of_an_offer_cannot_be_changed(scene: Scene) -> None:
    for changes in (
        {"expiry": scene.invitation.expiry + 1},
        {"expiry": 2**64},
        {"pair_id": bytes(16)},
    ):
        with pytest.raises(Unsound):
            scene.offer(**changes)


def test_any_changed_or_cut_offer_is_refused(scene: Scene) -> None:
    offer = scene.invitation.offer
    for changed in [*flips(offer), *cuts(offer)]:
        with pytest.raises((Unsound, Unreadable)):
            scene.offer(offer=changed)


def test_any_changed_or_cut_reply_is_refused(scene: Scene) -> None:
    reply = scene.join().reply
    for changed in [*flips(reply), *cuts(reply), reply + b"\0"]:
        with pytest.raises((Unsound, Unreadable)):
            scene.accept(changed)


def test_a_reply_to_one_invitation_is_none_to_another(scene: Scene) -> None:
    reply = scene.join().reply
    with pytest.raises(Unsound):
        scene.accept(reply, pair_id=bytes(16))
    with pytest.raises(Unsound):
        scene.accept(reply, secret=EVE)


def test_a_second_reply_is_another_pairing(scene: Scene) -> None:
    first, second = scene.join(), scene.join(EVE)
    assert first.t != second.t
    assert first.space.id != second.space.id
    assert scene.accept(second.reply).t != first.t


def test_nobody_joins_an_invitation_of_their_own(scene: Scene) -> None:
    with pytest.raises(Unsound, match="in common"):
        scene.join(ALICE)


@pytest.mark.parametrize("half", [slice(0, 32), slice(32, 64)], ids=["X", "Ed"])
def test_bob_refuses_keys_that_share_a_half_with_his(scene: Scene, half: slice) -> None:
    pub, mine = bytearray(scene.offer()), member(BOB, scene.pair_id).pub
    pub[half] = mine[half]
    with pytest.raises(Unsound, match="in common"):
        scene.join(pub_a=bytes(pub))


@pytest.mark.parametrize("name", ["x", "ed"])
def test_alice_refuses_keys_that_share_a_half_with_hers(
    scene: Scene, name: str
) -> None:
    hers = getattr(member(ALICE, scene.pair_id), name)
    with pytest.raises(Unsound, match="in common"):
        scene.accept(scene.bent(**{name: hers}))


@pytest.mark.parametrize("name", LOW)
@pytest.mark.parametrize("half", ["X", "Ed"])
def test_keys_that_anybody_could_have_are_refused(
    scene: Scene, name: str, half: str
) -> None:
    def bent(pub: bytes) -> bytes:
        return LOW[name] + pub[32:] if half == "X" else pub[:32] + LOW[name]

    with pytest.raises(Unsound, match="not sound"):
        scene.join(pub_a=bent(scene.offer()))
    with pytest.raises(Unsound, match="not sound"):
        scene.accept(scene.bent(pub=bent(member(BOB, scene.pair_id).pub)))


@pytest.mark.parametrize("size", [0, 32, 63, 65])
def test_public_keys_of_another_size_are_unsound(scene: Scene, size: int) -> None:
    with pytest.raises(Unsound, match="cut"):
        scene.join(pub_a=bytes(size))


def test_a_reply_by_the_rules_but_by_hand_is_accepted(scene: Scene) -> None:
    assert scene.accept(scene.bent()).pub_b == member(BOB, scene.pair_id).pub


def test_a_signature_by_another_key_is_refused(scene: Scene) -> None:
    pub = member(BOB, scene.pair_id).pub
    for wrong in (pub[:32] + A.pub[32:], pub[32:] + pub[:32]):
        with pytest.raises(Unsound):
            scene.accept(scene.bent(pub=wrong))


def test_a_grant_by_another_key_is_refused(scene: Scene) -> None:
    pub = member(BOB, scene.pair_id).pub
    with pytest.raises(Unreadable, match="grant"):
        scene.accept(scene.bent(pub=B.pub[:32] + pub[32:]))


def test_a_grant_of_another_reply_is_refused(scene: Scene) -> None:
    other = scene.bent(ed=EVE)
    with pytest.raises(Unsound, match="signature"):
        scene.accept(scene.bent(granted=other[-88:]))


@pytest.mark.parametrize("size", [1, 23, 39, 87, 89])
def test_a_grant_of_another_size_is_refused_though_signed(
    scene: Scene, size: int
) -> None:
    with pytest.raises(Unsound, match="cut"):
        scene.accept(scene.bent(signed=bytes(size)))


def test_an_offer_of_keys_that_are_none_is_refused(scene: Scene) -> None:
    expiry = scene.invitation.expiry
    aad = lp(b"offer", scene.pair_id, u64(expiry))
    for pub in (bytes(64), A.pub[:63], A.pub + b"\0"):
        offer = seal(key=scene.keys.ki, aad=aad, plain=pub, nonce=bytes(24))
        with pytest.raises(Unsound):
            scene.offer(offer=offer)


def test_a_space_that_is_not_the_hash_is_refused(scene: Scene) -> None:
    with pytest.raises(Unsound, match="hash"):
        scene.accept(scene.bent(space=bytes(16)))


def test_seeded_pairings_are_alike() -> None:
    def made() -> pairing.Joined:
        invitation = pairing.new_invitation(secret=ALICE, host=HOST, now=NOW)
        keys = pairing.stretch_code(invitation.code, HOST)
        return Scene(invitation=invitation, keys=keys).join()

    with seeded(b"seed"):
        assert made() == made()
    assert made() != made()


def test_an_invitation_is_another_one_each_time(scene: Scene) -> None:
    other = pairing.new_invitation(secret=ALICE, host=HOST, now=NOW)
    for name in ("code", "pair_id", "find", "offer"):
        assert getattr(other, name) != getattr(scene.invitation, name)
    assert replace(other, expiry=0).expiry == 0


def test_two_in_one_browser_pair_without_a_code_that_anybody_says() -> None:
    keys = pairing.unsaid_keys(b"iid of two")
    assert keys != pairing.unsaid_keys(b"iid of two")
    alice, bob, pair_id = bytes(32), bytes([1]) * 32, bytes(16)
    pub_a = member(alice, pair_id).pub
    joined = pairing.join(keys=keys, secret=bob, pair_id=pair_id, pub_a=pub_a)
    accepted = pairing.accept(
        keys=keys, secret=alice, pair_id=pair_id, reply=joined.reply
    )
    assert (accepted.space, accepted.t) == (joined.space, joined.t)
    other = pairing.unsaid_keys(b"iid of two")
    with pytest.raises((Unreadable, Unsound)):
        pairing.accept(keys=other, secret=alice, pair_id=pair_id, reply=joined.reply)
