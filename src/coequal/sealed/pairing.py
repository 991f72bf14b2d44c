"""Pairing of two people who need not be online together (format.md, 6).

`new_invitation` (A) -> `stretch_code`, `open_offer`, `join` (B) -> `accept` (A).
Then A's signed `paired` row, which names `t`, tells B that both pinned the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from coequal.errors import Unreadable, Unsound
from coequal.sealed import curves
from coequal.sealed.box import OVERHEAD, pad, seal, unpad, unseal
from coequal.sealed.entropy import fresh
from coequal.sealed.hashing import digest, lp, purpose, u64
from coequal.sealed.host import Host
from coequal.sealed.person import Member, SpaceKey, member
from coequal.sealed.wraps import harden

CODE: Final = 10
"""Bytes of an invitation code: 80 bits, 16 signs."""
LASTING: Final = 7 * 24 * 60 * 60
"""Seconds for which an invitation can be used."""
ASKS: Final = 512
"""Bytes of what the inviting person says of themselves, padded."""
WORDS: Final = 8
"""How many words two people compare aloud, each one of `OF_WORDS`."""
OF_WORDS: Final = 512
# One salt for all codes: who joins knows nothing but the code. It has 80 random bits,
# so a table made in advance is of no use.
_STRETCH_SALT: Final = purpose("invite\0")
_STRETCH_PROFILE: Final = 1
_GRANT: Final = 24 + 16 + 32 + 16
_REPLY: Final = OVERHEAD + 64 + 16 + 64 + _GRANT


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInvitation:
    """A's invitation: the code to say (10 bytes), and what is stored.

    `pair_id` (the *iid* of format.md) and `find` have 16 bytes, `expiry` is in unix
    seconds, `offer` and `asks` are sealed. A keeps code, id and expiry in a row of her
    own.
    """

    code: bytes = field(repr=False)
    pair_id: bytes
    find: bytes
    expiry: int
    offer: bytes
    asks: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What follows from a code: where it is found, and the keys under it.

    They are those of the offer, of the reply, and of what A says of herself.
    """

    find: bytes
    ki: bytes = field(repr=False)
    kr: bytes = field(repr=False)
    ka: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What B has after joining: the reply to store, the space, B's keys in it.

    `t` (32 bytes) stands for all that was exchanged; A's `paired` row must name it.
    """

    reply: bytes
    space: SpaceKey
    t: bytes
    member: Member


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What A has after checking B's reply: the space, B's public keys, A's own."""

    space: SpaceKey
    t: bytes
    pub_b: bytes
    member: Member


@dataclass(frozen=True, slots=True, kw_only=True)
class _Exchange:
    """All that both have seen of one pairing."""

    pair_id: bytes
    pub_a: bytes
    pub_b: bytes
    rnd: bytes

    @property
    def space_id(self) -> bytes:
        return digest("space", self.pair_id, self.pub_a, self.pub_b, self.rnd, size=16)

    @property
    def reply_aad(self) -> bytes:
        return lp(b"reply", self.pair_id, self.pub_a)

    def transcript(self, grant: bytes) -> bytes:
        parts = (self.pair_id, self.pub_a, self.pub_b, self.rnd, grant)
        return digest("pairing", *parts)

    def check(self) -> None:
        """Refuse unsound keys, and two people who share a key: `Unsound`."""
        curves.check_public(self.pub_a)
        curves.check_public(self.pub_b)
        halves = (self.pub_a[:32], self.pub_a[32:], self.pub_b[:32], self.pub_b[32:])
        if len(set(halves)) != len(halves):
            raise Unsound("two people cannot have a key in common")


def stretch_code(code: bytes, host: Host) -> Keys:
    """Stretch a code (as costly as a passphrase) and return what follows from it."""
    if len(code) != CODE:
        raise Unreadable("this is not an invitation code")
    stretched = harden(code, _STRETCH_SALT, _STRETCH_PROFILE)
    return Keys(
        # With the host's key in it: a copy of the database cannot be searched.
        find=digest("find", host.find, key=stretched, size=16),
        ki=digest("invite", key=stretched),
        kr=digest("reply", key=stretched),
        ka=digest("asks", key=stretched),
    )


def unsaid_keys(*about: bytes) -> Keys:
    """Return the keys of a pairing within one browser: no code is said for it."""
    return Keys(
        find=fresh(16, "unsaid find", *about),
        ki=fresh(32, "unsaid invite", *about),
        kr=fresh(32, "unsaid reply", *about),
        ka=fresh(32, "unsaid asks", *about),
    )


def new_invitation(
    *, secret: bytes, host: Host, now: int, says: bytes = b""
) -> NewInvitation:
    """Make A's invitation, with keys for this one pair, good for seven days.

    `says` is what whoever has the code reads of A before joining; its length is hidden.
    """
    about = (secret, u64(now))
    code, pair_id = fresh(CODE, "invitation code", *about), fresh(16, "iid", *about)
    keys, expiry = stretch_code(code, host), now + LASTING
    aad, pub = _offer_aad(pair_id, expiry), member(secret, pair_id).pub
    nonce = fresh(24, "nonce of an offer", aad, pub)
    offer = seal(key=keys.ki, aad=aad, plain=pub, nonce=nonce)
    padded = pad(says, ASKS)
    asks = seal(
        key=keys.ka,
        aad=_asks_aad(pair_id, expiry, pub),
        plain=padded,
        nonce=fresh(24, "nonce of what is asked", pair_id, pub, padded),
    )
    return NewInvitation(
        code=code,
        pair_id=pair_id,
        find=keys.find,
        expiry=expiry,
        offer=offer,
        asks=asks,
    )


def open_offer(
    *, keys: Keys, pair_id: bytes, expiry: int, now: int, offer: bytes
) -> bytes:
    """Return A's public keys from the offer, for B.

    `Unreadable` when the code is wrong or it is at or after `expiry`; `Unsound`
    when offer, id or expiry was changed or the keys are no keys.
    """
    if now >= expiry:
        raise Unreadable("the invitation is over")
    pub_a = unseal(key=keys.ki, aad=_offer_aad(pair_id, expiry), box=offer)
    curves.check_public(pub_a)
    return pub_a


def open_asks(
    *, keys: Keys, pair_id: bytes, expiry: int, pub_a: bytes, asks: bytes
) -> bytes:
    """Return what A says of herself, for B; `pub_a` is from the offer.

    `Unreadable` or `Unsound` for another code, and for what stood in another offer.
    """
    return unpad(unseal(key=keys.ka, aad=_asks_aad(pair_id, expiry, pub_a), box=asks))


def join(*, keys: Keys, secret: bytes, pair_id: bytes, pub_a: bytes) -> Joined:
    """Make B's side: a space whose id is the hash of both, its key granted to A.

    `Unsound` when A's keys are no keys, or are B's own.
    """
    me = member(secret, pair_id)
    about = (secret, pair_id, pub_a)
    seen = _Exchange(
        pair_id=pair_id, pub_a=pub_a, pub_b=me.pub, rnd=fresh(16, "pairing", *about)
    )
    seen.check()
    # The id is a hash of both people's keys, so B cannot let A into another space.
    space = SpaceKey(id=seen.space_id, key=fresh(32, "pair key", *about))
    grant = curves.grant(
        x=me.x,
        to=pub_a,
        plain=space.key + space.id,
        nonce=fresh(24, "nonce of a grant", *about),
    )
    t = seen.transcript(grant)
    plain = me.pub + seen.rnd + curves.sign(me.ed, _joining(t)) + grant
    nonce = fresh(24, "nonce of a reply", *about)
    reply = seal(key=keys.kr, aad=seen.reply_aad, plain=plain, nonce=nonce)
    return Joined(reply=reply, space=space, t=t, member=me)


def accept(*, keys: Keys, secret: bytes, pair_id: bytes, reply: bytes) -> Accepted:
    """Check B's reply wholly, for A, and take the space's key from it.

    `keys` and `pair_id` come from A's own row, never from the database's table. A
    reply that does not hold is `Unreadable` or `Unsound`.
    """
    if len(reply) != _REPLY:
        raise Unsound("a reply is cut")
    me = member(secret, pair_id)
    aad = lp(b"reply", pair_id, me.pub)
    plain = unseal(key=keys.kr, aad=aad, box=reply)
    pub_b, rnd, sig, box = plain[:64], plain[64:80], plain[80:144], plain[144:]
    seen = _Exchange(pair_id=pair_id, pub_a=me.pub, pub_b=pub_b, rnd=rnd)
    seen.check()
    t = seen.transcript(box)
    # Signed over all that was exchanged: so both halves of the keys that A is about to
    # pin are of the one who took part in this very pairing.
    curves.verify(pub=pub_b, message=_joining(t), signature=sig)
    granted = curves.take_grant(x=me.x, by=pub_b, box=box)
    space = SpaceKey(id=granted[32:], key=granted[:32])
    if space.id != seen.space_id:
        raise Unsound("a space is not the hash of its pairing")
    return Accepted(space=space, t=t, pub_b=pub_b, member=me)


def words(t: bytes) -> tuple[int, ...]:
    """Return eight numbers below 512, one a word, for two people to compare aloud.

    They are the first 72 bits of `H("words", t)`. Fewer words could be ground out
    by one who stands between.
    """
    bits = OF_WORDS.bit_length() - 1
    number = int.from_bytes(digest("words", t), "big") >> 256 - WORDS * bits
    return tuple(
        number >> bits * place & OF_WORDS - 1 for place in reversed(range(WORDS))
    )


def _offer_aad(pair_id: bytes, expiry: int) -> bytes:
    return lp(b"offer", pair_id, u64(expiry))


def _asks_aad(pair_id: bytes, expiry: int, pub_a: bytes) -> bytes:
    return lp(b"asks", pair_id, u64(expiry), pub_a)


def _joining(t: bytes) -> bytes:
    return lp(purpose("join"), t)
