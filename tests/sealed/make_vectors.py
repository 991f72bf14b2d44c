"""Make the thirteen known answers of the sealed format (format.md, 9).

    .venv/bin/python -m tests.sealed.make_vectors

writes `vectors.json` beside this file. Entropy is fixed, so that the same format
gives the same file; `test_vectors.py` makes it anew and compares. Every secret in
it is made up.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from coequal.errors import CoequalError
from coequal.sealed import (
    box,
    closed,
    curves,
    drafts,
    entropy,
    pairing,
    sessions,
    wraps,
)
from coequal.sealed.hashing import digest, lp
from coequal.sealed.host import Host
from coequal.sealed.person import member
from coequal.sealed.rows import Row
from coequal.sealed.subjects import subject
from coequal.sealed.tags import Tags

from .vector_cast import (
    A_ALONE,
    ACCOUNT,
    ALICE,
    BOB,
    EVE,
    HOST,
    NEXT_EPOCH,
    NOTES,
    NOW,
    OTHER_HOST,
    PAIR,
    ZERO,
    A,
    B,
    Entry,
    Vector,
    cuts,
    entry,
    flips,
    life,
    outcome,
    outcomes,
    rewritten,
    say,
    shown,
    swaps,
)

FILE = Path(__file__).with_name("vectors.json")
SEED = b"coequal vectors 2"


def framing() -> Vector:
    return {
        "why": "Fields are framed by length, and a label sets hashes apart.",
        "lp(61, empty)": lp(b"a", b""),
        "H(ref, empty)": digest("ref", b""),
        "H(seal, empty)": digest("seal", b""),
        "H(ref, empty) with key 00..1f, 16 bytes": digest(
            "ref", b"", key=ALICE, size=16
        ),
    }


def _hi() -> tuple[bytes, bytes]:
    aad = lp(b"row")
    plain = box.pad(b"hi", 256)
    return aad, box.seal(key=ALICE, aad=aad, plain=plain, nonce=bytes(24))


def sealing() -> Vector:
    aad, sealed = _hi()

    def opening(changed: bytes) -> Callable[[], bytes]:
        return lambda: box.unseal(key=ALICE, aad=aad, box=changed)

    return {
        "why": "A box opens to its text, and not after any change of one byte.",
        "key": ALICE,
        "nonce": bytes(24),
        "aad": aad,
        "plain": b"hi",
        "box": sealed,
        "commitment": sealed[26:58],
        "every byte flipped": outcomes(map(opening, flips(sealed))),
        "every truncation": outcomes(map(opening, cuts(sealed))),
        "bound elsewhere": outcome(
            lambda: box.unseal(key=ALICE, aad=lp(b"wrap"), box=sealed)
        ),
    }


def committing() -> Vector:
    aad, sealed = _hi()
    spoiled = sealed[:58] + bytes(len(sealed) - 58)
    return {
        "why": "Another key is refused by the commitment, before any deciphering.",
        "box": sealed,
        "other key": BOB,
        "opened by the other key": outcome(
            lambda: box.unseal(key=BOB, aad=aad, box=sealed)
        ),
        "the same with no sound byte to decipher": outcome(
            lambda: box.unseal(key=BOB, aad=aad, box=spoiled)
        ),
    }


def people() -> Vector:
    one = member(ALICE, ZERO)
    return {
        "why": "All keys of a person follow from one secret, apart for each space.",
        "secret": ALICE,
        "personal space": NOTES.id,
        "personal key": NOTES.key,
        "pub, salt of zeros": one.pub,
        "member id, salt of zeros": one.id,
        "member id, salt of the personal space": A_ALONE.id,
        "member id, salt of an invitation": A.id,
    }


def phrases() -> Vector:
    composed, decomposed = "caf\u00e9 by the sea", "cafe\u0301 by the sea"
    salt = ZERO
    stretched = wraps.stretch(composed, salt)
    wrap = wraps.wrap_phrase(
        secret=ALICE, stretched=stretched, salt=salt, account=ACCOUNT, host=HOST
    )

    def opened(**changes: Any) -> Callable[[], bytes]:
        given: dict[str, Any] = {
            "wrap": wrap,
            "stretched": stretched,
            "account": ACCOUNT,
            "host": HOST,
        }
        return lambda: wraps.open_phrase(**(given | changes))

    return {
        "why": "However a keyboard writes an accent, the phrase opens; nothing else.",
        "phrase, composed": composed.encode(),
        "phrase, decomposed": decomposed.encode(),
        "salt": salt,
        "account": ACCOUNT,
        "h.wrap": HOST.wrap,
        "stretched": stretched,
        "stretched alike": wraps.stretch(decomposed, salt) == stretched,
        "wrap": wrap,
        "secret": opened()(),
        "unknown profile": outcome(opened(wrap=wrap[:2] + b"\x02" + wrap[3:])),
        "other account": outcome(opened(account=b"account of carol")),
        "other host key": outcome(opened(host=OTHER_HOST)),
        "other phrase": outcome(opened(stretched=ALICE)),
        "name column": wraps.name_column(" \uff21lice ", HOST),
    }


def ways_back() -> Vector:
    code, cookie, expiry = bytes(range(20)), BOB, NOW + 3600
    wrap = wraps.wrap_recovery(secret=ALICE, code=code, account=ACCOUNT)
    terms = sessions.Terms(owner=ACCOUNT, expiry=expiry)
    session = sessions.seal_session(cookie=cookie, terms=terms, secret=ALICE)
    key = sessions.row_key(cookie)
    space = sessions.seal_space(
        host=HOST, row=key, expiry=expiry, space=b"a personal space"
    )

    def recovered(**changes: Any) -> Callable[[], bytes]:
        given = {"wrap": wrap, "code": code, "account": ACCOUNT}
        return lambda: wraps.open_recovery(**(given | changes))

    def resumed(
        cookie: bytes = cookie, now: int = expiry - 1, **changes: Any
    ) -> Callable[[], bytes]:
        beside = replace(terms, **changes)
        return lambda: sessions.open_session(
            cookie=cookie, terms=beside, now=now, sealed=session
        )

    def goes(row: bytes = key, expiry: int = expiry) -> Callable[[], bytes]:
        return lambda: sessions.open_space(
            host=HOST, row=row, expiry=expiry, sealed=space
        )

    return {
        "why": "The code opens without the host; the cookie opens until it is over.",
        "code": code,
        "account": ACCOUNT,
        "recovery wrap": wrap,
        "secret from the code": recovered()(),
        "other code": outcome(recovered(code=bytes(20))),
        "other account, by code": outcome(recovered(account=b"account of carol")),
        "cookie": cookie,
        "expiry": expiry,
        "session key": key,
        "session": session,
        "secret from the cookie": resumed()(),
        "other cookie": outcome(resumed(cookie=ALICE)),
        "other owner": outcome(resumed(owner=b"")),
        "later expiry": outcome(resumed(expiry=expiry + 1)),
        "with a space": outcome(resumed(space=space)),
        "at a device": outcome(resumed(device=b"chairs of theirs")),
        "for 30 days": outcome(resumed(lasting=True)),
        "at expiry": outcome(resumed(now=expiry)),
        "h.unkept": HOST.unkept,
        "sealed space": space,
        "space that goes": goes()(),
        "space, other row": outcome(goes(row=bytes(32))),
        "space, other end": outcome(goes(expiry=expiry + 1)),
    }


def three_rows() -> Vector:
    return {
        "why": "One payload for oneself, for both, and closed: what each row holds.",
        "h.tag": HOST.tag,
        "kind name": "say",
        "payload": say().encode(),
        "N": shown(entry("N", "say", say(), by=A_ALONE, space=NOTES)),
        "B": shown(entry("B", "say", say(), by=A)),
        "W": shown(entry("W", "say", say(), by=A)),
    }


def tags() -> Vector:
    about = say().subject
    seats = {"Alice": A, "Bob": B}
    hosts = {"host": HOST, "other host": OTHER_HOST}
    return {
        "why": "One subject has one tag within, and another column for each reader.",
        "subject": about,
        "space": PAIR.id,
        "space key": PAIR.key,
        "inner": Tags(host=HOST, space=PAIR).inner("about", about),
        "columns": {
            f"{name}, {where}": Tags(host=host, space=PAIR).about(who.id, about)
            for name, who in seats.items()
            for where, host in hosts.items()
        },
    }


def _reply(
    keys: pairing.Keys,
    pair_id: bytes,
    *,
    x: bytes,
    ed: bytes,
    pub: bytes | None = None,
    space: bytes | None = None,
    granted: bytes | None = None,
    signed: bytes | None = None,
) -> bytes:
    """A reply made by hand, by one who need not keep the rules."""
    pub_a = member(ALICE, pair_id).pub
    pub_b = pub or curves.public(x=x, ed=ed)
    rnd = bytes(16)
    space = space or digest("space", pair_id, pub_a, pub_b, rnd, size=16)
    grant = signed or curves.grant(x=x, to=pub_a, plain=BOB + space, nonce=bytes(24))
    t = digest("pairing", pair_id, pub_a, pub_b, rnd, grant)
    sig = curves.sign(ed, lp(b"coequal2 join", t))
    plain = pub_b + rnd + sig + (granted or grant)
    return box.seal(
        key=keys.kr, aad=lp(b"reply", pair_id, pub_a), plain=plain, nonce=bytes(24)
    )


def pairings() -> Vector:
    invitation = pairing.new_invitation(secret=ALICE, host=HOST, now=NOW, says=b"Alice")
    pair_id, expiry = invitation.pair_id, invitation.expiry
    keys = pairing.stretch_code(invitation.code, HOST)
    pub_a = pairing.open_offer(
        keys=keys, pair_id=pair_id, expiry=expiry, now=NOW, offer=invitation.offer
    )
    joined = pairing.join(keys=keys, secret=BOB, pair_id=pair_id, pub_a=pub_a)
    accepted = pairing.accept(
        keys=keys, secret=ALICE, pair_id=pair_id, reply=joined.reply
    )
    second = pairing.join(keys=keys, secret=EVE, pair_id=pair_id, pub_a=pub_a)
    a, b = member(ALICE, pair_id), joined.member
    good = {"x": b.x, "ed": b.ed}

    def accepting(**changes: Any) -> str:
        reply = _reply(keys, pair_id, **(good | changes))
        return outcome(
            lambda: pairing.accept(
                keys=keys, secret=ALICE, pair_id=pair_id, reply=reply
            )
        )

    def joining(secret: bytes, pub: bytes) -> str:
        return outcome(
            lambda: pairing.join(keys=keys, secret=secret, pair_id=pair_id, pub_a=pub)
        )

    def offered(**changes: Any) -> str:
        given: dict[str, Any] = {
            "keys": keys,
            "pair_id": pair_id,
            "expiry": expiry,
            "now": NOW,
            "offer": invitation.offer,
        }
        return outcome(lambda: pairing.open_offer(**(given | changes)))

    def asked(**changes: Any) -> str:
        given: dict[str, Any] = {
            "keys": keys,
            "pair_id": pair_id,
            "expiry": expiry,
            "pub_a": pub_a,
            "asks": invitation.asks,
        }
        return outcome(lambda: pairing.open_asks(**(given | changes)))

    low = bytes(32)
    return {
        "why": "From one code to one space; whoever bends a key or a part is refused.",
        "secret of A": ALICE,
        "secret of B": BOB,
        "h.find": HOST.find,
        "code": invitation.code,
        "find": invitation.find,
        "ki": keys.ki,
        "kr": keys.kr,
        "iid": pair_id,
        "expiry": expiry,
        "offer": invitation.offer,
        "ka": keys.ka,
        "says": b"Alice",
        "asks": invitation.asks,
        "pub of A": pub_a,
        "pub of B": accepted.pub_b,
        "reply": joined.reply,
        "space": accepted.space.id,
        "space key": accepted.space.key,
        "t": accepted.t,
        "words": list(pairing.words(accepted.t)),
        "both have the same": (accepted.space, accepted.t) == (joined.space, joined.t),
        "late": offered(now=expiry),
        "later expiry": offered(expiry=expiry + 1),
        "other iid": offered(pair_id=ZERO),
        "what is asked, under another iid": asked(pair_id=ZERO),
        "what is asked, of another end": asked(expiry=expiry + 1),
        "what is asked, in the offer of another": asked(pub_a=b.pub),
        "what is asked, in place of the offer": offered(offer=invitation.asks),
        "the offer, in place of what is asked": asked(asks=invitation.offer),
        "a reply by the rules": accepting(),
        "equal keys, to A": accepting(x=a.x, ed=a.ed),
        "equal X, to A": accepting(x=a.x),
        "equal Ed, to A": accepting(ed=a.ed),
        "equal keys, to B": joining(ALICE, pub_a),
        "equal X, to B": joining(BOB, b.pub[:32] + pub_a[32:]),
        "equal Ed, to B": joining(BOB, pub_a[:32] + b.pub[32:]),
        "low-order X, to A": accepting(pub=low + b.pub[32:]),
        "low-order Ed, to A": accepting(pub=b.pub[:32] + low),
        "low-order X, to B": joining(BOB, low + pub_a[32:]),
        "low-order Ed, to B": joining(BOB, pub_a[:32] + low),
        "another's X": accepting(pub=A.pub[:32] + b.pub[32:]),
        "another's Ed": accepting(pub=b.pub[:32] + A.pub[32:]),
        "X and Ed changed places": accepting(pub=b.pub[32:] + b.pub[:32]),
        "another's grant": accepting(granted=second.reply[-88:]),
        "another space in the grant": accepting(space=ZERO),
        "a reply to another offer": outcome(
            lambda: pairing.accept(
                keys=keys, secret=EVE, pair_id=pair_id, reply=joined.reply
            )
        ),
        "a second reply has the same t": second.t == joined.t,
        "every byte of the reply flipped": outcomes(
            (
                lambda changed=changed: pairing.accept(
                    keys=keys, secret=ALICE, pair_id=pair_id, reply=changed
                )
            )
            for changed in flips(joined.reply)
        ),
        "every truncation of the reply": outcomes(
            (
                lambda cut=cut: pairing.accept(
                    keys=keys, secret=ALICE, pair_id=pair_id, reply=cut
                )
            )
            for cut in cuts(joined.reply)
        ),
    }


def yes_over_a_proposal() -> Vector:
    proposal = entry("B", "proposal", say(data={"line": "I will cook"}), by=A)
    ref = proposal.sealed.ref
    yes = entry("B", "yes", say(subject=ref, answers=(ref,), data={}), by=B)
    other = rewritten(proposal, say(data={"line": "you will cook"}))
    (named,) = yes.read().payload.answers
    return {
        "why": "A yes names the text, so another text under the same id has no yes.",
        "id": proposal.sealed.row.id,
        "proposal": proposal.sealed.row.sealed,
        "the yes names": named,
        "ref": proposal.read().ref,
        "id, signed again": other.sealed.row.id,
        "ref, signed again": other.read().ref,
        "the yes holds": named == proposal.read().ref,
        "the yes holds for the other text": named == other.read().ref,
    }


def read_open(
    one: Entry, column: bytes, mark: closed.Mark | None, row: Row | None = None
) -> str:
    """What the other person gets: plain share, mark that verifies, ref as marked."""
    if closed.is_closed(column) or mark is None:
        return "closed"
    try:
        closed.check_mark(host=HOST, space_id=PAIR.id, mark=mark)
        opened = one.read(row=row, share=column)
    except CoequalError as refusal:
        return type(refusal).__name__
    marked = {mark.id1: mark.ref1, mark.id2: mark.ref2}
    same = marked.get(one.sealed.row.id) == opened.ref
    return "opened" if same else "another text than was opened"


def openings() -> Vector:
    a = entry("W", "ballot", say(data={"scores": [4, 1]}), by=A)
    b = entry("W", "ballot", say(data={"scores": [0, 3]}), by=B)
    other = entry("W", "ballot", say(subject=subject("other words")), by=B)
    earlier = entry("W", "ballot", say(data={"scores": [2, 2]}), by=A)
    one, two = ((each.sealed.row.id, each.sealed.ref) for each in (a, b))
    mark = closed.make_mark(host=HOST, space_id=PAIR.id, one=one, two=two)
    again = closed.make_mark(host=HOST, space_id=PAIR.id, one=two, two=one)
    foreign = closed.make_mark(host=OTHER_HOST, space_id=PAIR.id, one=one, two=two)
    column = closed.close_share(
        host=HOST, row=a.sealed.row, share=a.sealed.share, ref=a.sealed.ref
    )
    changed = rewritten(a, say(data={"scores": [0, 4]}))
    spoiled = replace(a.sealed.row, sealed=next(flips(a.sealed.row.sealed)))

    def share(row: Row, host: Host = HOST) -> Callable[[], tuple[bytes, bytes]]:
        return lambda: closed.open_share(host=host, row=row, column=column)

    inner = Tags(host=HOST, space=PAIR).inner
    return {
        "why": "Open is: a plain share, a mark by the host, and the text as marked.",
        "h.slot": HOST.slot,
        "h.mark": HOST.mark,
        "space": a.sealed.row.space,
        "author": a.sealed.row.author,
        "about": a.sealed.row.about,
        "id": a.sealed.row.id,
        "closed share": column,
        "share": share(a.sealed.row)()[0],
        "ref": share(a.sealed.row)()[1],
        "mark": [mark.id1, mark.ref1, mark.id2, mark.ref2, mark.mark],
        "both orders give the same mark": mark == again,
        "closed": read_open(a, column, None),
        "opened": read_open(a, a.sealed.share, mark),
        "closed share put back": read_open(a, column, mark),
        "share put under an earlier row": outcome(share(earlier.sealed.row)),
        "mark missing": read_open(a, a.sealed.share, None),
        "mark by another host": read_open(a, a.sealed.share, foreign),
        "mark of other rows": read_open(other, other.sealed.share, mark),
        "row rewritten after opening": read_open(changed, changed.sealed.share, mark),
        "row rewritten before opening": changed.read().ref == share(a.sealed.row)()[1],
        "row spoiled before opening": outcome(lambda: a.read(row=spoiled)),
        "two wordings share a tag": inner("about", say().subject)
        == inner("about", subject("other words")),
        "row of one wording under another": outcome(
            lambda: b.read(row=replace(b.sealed.row, about=other.sealed.row.about))
        ),
        "under another epoch": outcome(share(a.sealed.row, NEXT_EPOCH)),
    }


def swapping() -> Vector:
    lived = life()
    shredded, *others = lived
    found: dict[str, Counter[str]] = {}
    for one in lived:
        for two in lived:
            for way, calls in swaps(one, two).items() if one is not two else ():
                found.setdefault(way, Counter()).update(map(outcome, calls))
    return {
        "why": "A shredded row stays shredded, and nothing can change places.",
        "rows": [each.sealed.row.sealed[:58] for each in lived],
        "refs": [each.sealed.ref for each in lived],
        "shredded row under every other share": outcomes(
            (lambda share=other.sealed.share: shredded.read(share=share))
            for other in others
        ),
        "swapped": {way: dict(sorted(count.items())) for way, count in found.items()},
    }


def unsent() -> Vector:
    row, expiry = drafts.row_key(HOST, ACCOUNT, 3), NOW + 86_400
    to, text = drafts.public_key(ALICE), b"typed"
    slip = drafts.Slip(to=to, account=ACCOUNT, page="/us/", expiry=NOW)
    sealed_slip = drafts.seal_slip(HOST, slip)
    sealed = drafts.seal_draft(to=to, row=row, expiry=expiry, plain=text)

    def opened(**changes: Any) -> Callable[[], bytes]:
        given = {"secret": ALICE, "row": row, "expiry": expiry, "sealed": sealed}
        return lambda: drafts.open_draft(**(given | changes))

    def read(slip: bytes, host: Host = HOST) -> str:
        return outcome(lambda: drafts.open_slip(host, slip).to)

    return {
        "why": "Whoever seals a draft cannot open it; only one secret can.",
        "secret": ALICE,
        "h.slip": HOST.slip,
        "h.name": HOST.name,
        "account": ACCOUNT,
        "to": to,
        "page": slip.page.encode(),
        "slip": sealed_slip,
        "slip expiry": slip.expiry,
        "slip, other host key": read(sealed_slip, OTHER_HOST),
        "every byte of the slip flipped": outcomes(
            (lambda changed=changed: drafts.open_slip(HOST, changed).to)
            for changed in flips(sealed_slip)
        ),
        "row, number 3": row,
        "browser of row key": drafts.browser_key(HOST, BOB),
        "expiry": expiry,
        "text": text,
        "draft, before its text": sealed[:90],
        "draft": digest("ref", sealed),
        "length": len(sealed),
        "opened": opened()(),
        "other secret": outcome(opened(secret=BOB)),
        "other row": outcome(opened(row=drafts.row_key(HOST, ACCOUNT, 4))),
        "other end": outcome(opened(expiry=expiry + 1)),
        "a key of nobody": outcome(
            lambda: drafts.seal_draft(to=bytes(32), row=row, expiry=expiry, plain=text)
        ),
        "more than fits": outcome(
            lambda: drafts.seal_draft(
                to=to, row=row, expiry=expiry, plain=bytes(drafts.DRAFT - 3)
            )
        ),
    }


VECTORS: tuple[Callable[[], Vector], ...] = (
    framing,
    sealing,
    committing,
    people,
    phrases,
    ways_back,
    three_rows,
    tags,
    pairings,
    yes_over_a_proposal,
    openings,
    swapping,
    unsent,
)


def written() -> str:
    """Return the text of `vectors.json`; bytes are written as hex."""
    with entropy.seeded(SEED):
        vectors = [
            {"number": number, "name": make.__name__.replace("_", " "), **make()}
            for number, make in enumerate(VECTORS, 1)
        ]
    plain = {"format": 2, "made by": Path(__file__).name, "vectors": vectors}
    text = json.dumps(plain, default=bytes.hex, ensure_ascii=False, indent=1)
    return f"{text}\n"


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
