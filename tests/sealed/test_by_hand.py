"""A second reader, written from format.md alone: it imports nothing of Coequal.

What both readers agree on is the format, and not a habit of one program.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from nacl import bindings, pwhash

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text("utf-8"))


def vector(number: int) -> dict[str, Any]:
    """One vector, its hex read as bytes."""
    found: dict[str, Any] = read(VECTORS["vectors"][number - 1])
    return found


def read(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: read(inner) for name, inner in value.items()}
    try:
        return bytes.fromhex(value)
    except (TypeError, ValueError):
        return value


def lp(*parts: bytes) -> bytes:
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def h(label: str, *parts: bytes, key: bytes = b"", n: int = 32) -> bytes:
    person = b"coequal2" + label.encode() + bytes(8 - len(label))
    hashed = hashlib.blake2b(lp(*parts), digest_size=n, key=key, person=person)
    return hashed.digest()


def unseal(key: bytes, aad: bytes, box: bytes) -> bytes:
    assert box[:2] == b"\2\0"
    e = h("seal", box[2:26], key=key, n=64)
    assert box[26:58] == e[32:]
    return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
        box[58:], b"\2\0" + aad, box[2:26], e[:32]
    )


def argon(raw: bytes, salt: bytes) -> bytes:
    return pwhash.argon2id.kdf(32, raw, salt, opslimit=3, memlimit=2**26)


def keys(secret: bytes, salt: bytes) -> tuple[bytes, bytes, bytes]:
    """X25519 private key, Ed25519 seed, and both public keys."""
    x, ed = h("x25519", salt, key=secret), h("ed25519", salt, key=secret)
    ed_public, _ = bindings.crypto_sign_seed_keypair(ed)
    return x, ed, bindings.crypto_scalarmult_base(x) + ed_public


def test_people() -> None:
    four = vector(4)
    secret = four["secret"]
    assert h("pspace", key=secret, n=16) == four["personal space"]
    assert h("notes", key=secret) == four["personal key"]
    *_, pub = keys(secret, bytes(16))
    assert pub == four["pub, salt of zeros"]
    assert h("member", pub, n=16) == four["member id, salt of zeros"]


def test_a_passphrase_wrap() -> None:
    five = vector(5)
    phrase = unicodedata.normalize("NFC", five["phrase, decomposed"].decode())
    wrap, salt = five["wrap"], five["salt"]
    assert wrap[:19] == b"\2P\1" + salt
    kek = h("kek", five["h.wrap"], key=argon(phrase.encode(), salt))
    aad = lp(b"wrap", b"\2P\1", salt, five["account"])
    assert unseal(kek, aad, wrap[19:]) == five["secret"]


def test_the_ways_back() -> None:
    six = vector(6)
    account, wrap = six["account"], six["recovery wrap"]
    key = h("recover", six["code"], account)
    secret = unseal(key, lp(b"wrap", b"\2R\0", account), wrap[3:])
    assert secret == six["secret from the code"]
    cookie, expiry = six["cookie"], six["expiry"].to_bytes(8, "big")
    assert h("sid", key=cookie) == six["session key"]
    aad = lp(b"sess", account, expiry, b"", b"", b"\0")
    assert unseal(h("sess", key=cookie), aad, six["session"]) == secret
    aad = lp(b"unkept", six["session key"], expiry)
    goes = unseal(six["h.unkept"], aad, six["sealed space"])
    assert goes == six["space that goes"] == b"a personal space"


@pytest.mark.parametrize("audience", ["N", "B", "W"])
def test_a_row(audience: str) -> None:
    seven = vector(7)
    row, kind = seven[audience], seven["kind name"].encode()
    key = h("row", row["share"], key=row["space key"])
    place = (row["space"], kind, audience.encode(), row["author"], row["id"])
    padded = unseal(key, lp(b"row", *place), row["sealed"])
    body = padded[4:][: int.from_bytes(padded[:4], "big")]
    assert len(padded) == (2048 if audience == "W" else 256)
    assert not any(padded[4 + len(body) :])
    salt, signed = body[:16], body[16]
    signature, payload = body[17 : 17 + signed], body[17 + signed :]
    m = lp(b"coequal2 entry", *place, salt, payload)
    assert (payload, m) == (seven["payload"], row["m"])
    assert h("ref", m) == row["ref"]
    assert h("member", row["pub"], n=16) == row["author"]
    assert signed == (0 if audience == "N" else 64)
    if signed:
        bindings.crypto_sign_open(signature + m, row["pub"][32:])
    names = {"kind": kind, "about": bytes.fromhex(json.loads(payload)["subject"])}
    for what, name in names.items():
        tagkey = h("tagkey", key=row["space key"])
        inner = h("tag", what.encode(), name, key=tagkey, n=16)
        mixed = h("mix", *place[::3], inner, key=seven["h.tag"], n=16)
        assert mixed == row[what]


def test_a_pairing() -> None:
    nine = vector(9)
    pair_id, expiry = nine["iid"], nine["expiry"].to_bytes(8, "big")
    s = argon(nine["code"], b"coequal2 invite\0")
    assert h("find", nine["h.find"], key=s, n=16) == nine["find"]
    x, _, pub_a = keys(nine["secret of A"], pair_id)
    offer = unseal(h("invite", key=s), lp(b"offer", pair_id, expiry), nine["offer"])
    assert offer == pub_a
    place = lp(b"asks", pair_id, expiry, pub_a)
    asks = unseal(h("asks", key=s), place, nine["asks"])
    says = nine["says"]
    assert asks == (len(says).to_bytes(4, "big") + says).ljust(512, b"\0")
    plain = unseal(h("reply", key=s), lp(b"reply", pair_id, pub_a), nine["reply"])
    pub_b, rnd, sig, grant = plain[:64], plain[64:80], plain[80:144], plain[144:]
    assert pub_b == keys(nine["secret of B"], pair_id)[2]
    t = h("pairing", pair_id, pub_a, pub_b, rnd, grant)
    bindings.crypto_sign_open(sig + lp(b"coequal2 join", t), pub_b[32:])
    granted = bindings.crypto_box_open(grant[24:], grant[:24], pub_b[:32], x)
    assert granted == nine["space key"] + nine["space"]
    assert h("space", pair_id, pub_a, pub_b, rnd, n=16) == nine["space"]
    assert t == nine["t"]
    bits = "".join(f"{byte:08b}" for byte in h("words", t))
    assert [int(bits[at : at + 9], 2) for at in range(0, 72, 9)] == nine["words"]


def test_a_closed_share_and_a_mark() -> None:
    eleven = vector(11)
    box, (id1, ref1, id2, ref2, mark) = (
        eleven["closed share"],
        map(bytes.fromhex, eleven["mark"]),
    )
    parts = (eleven["space"], id1, ref1, id2, ref2)
    assert h("mark", *parts, key=eleven["h.mark"]) == mark
    place = (eleven["space"], eleven["author"], eleven["about"], eleven["id"])
    plain = unseal(eleven["h.slot"], lp(b"slot", *place), box)
    assert plain == eleven["share"] + eleven["ref"]


def test_a_slip_and_a_draft() -> None:
    thirteen = vector(13)
    x, account = h("draft", key=thirteen["secret"]), thirteen["account"]
    to = bindings.crypto_scalarmult_base(x)
    assert to == thirteen["to"]
    padded = unseal(thirteen["h.slip"], lp(b"slip"), thirteen["slip"])
    expiry = thirteen["slip expiry"].to_bytes(8, "big")
    slip = lp(to, account, expiry, thirteen["page"])
    assert padded == (len(slip).to_bytes(4, "big") + slip).ljust(256, b"\0")
    row = h("draftrow", account, b"\3", key=thirteen["h.name"])
    assert row == thirteen["row, number 3"]
    by = h("draftby", bytes(range(32, 64)), key=thirteen["h.name"])
    assert by == thirteen["browser of row key"]
    # One box is long, so it stands there by its hash: it is sealed once more.
    head, text = thirteen["draft, before its text"], thirteen["text"]
    eph, nonce = head[:32], head[34:58]
    key = h("draftbox", eph, to, key=bindings.crypto_scalarmult(x, eph))
    e = h("seal", nonce, key=key, n=64)
    aad = lp(b"draft", to, row, thirteen["expiry"].to_bytes(8, "big"))
    body = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
        (len(text).to_bytes(4, "big") + text).ljust(65536, b"\0"),
        b"\2\0" + aad,
        nonce,
        e[:32],
    )
    made = eph + b"\2\0" + nonce + e[32:] + body
    assert made.startswith(head)
    assert len(made) == thirteen["length"] == 65642
    assert h("ref", made) == thirteen["draft"]
