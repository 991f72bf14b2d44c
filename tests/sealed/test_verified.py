from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from coequal.sealed.verified import Verified, hash_of


def test_what_was_added_is_known() -> None:
    known = Verified(limit=2)
    assert b"a" not in known
    known.add(b"a")
    assert b"a" in known


def test_the_oldest_leave_when_it_is_full() -> None:
    known = Verified(limit=2)
    for key in (b"a", b"b", b"b", b"c"):
        known.add(key)
    assert b"a" not in known
    assert b"b" in known
    assert b"c" in known


def test_many_threads_keep_it_bounded() -> None:
    known = Verified(limit=10)
    keys = [bytes([number]) for number in range(200)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(known.add, keys * 5))
    assert sum(key in known for key in keys) == 10


def test_the_hash_covers_key_ref_and_signature() -> None:
    one = {"pub": bytes(64), "ref": bytes(32), "signature": bytes(64)}
    hashes = {hash_of(**one)} | {
        hash_of(**(one | {name: b"\1" + value[1:]})) for name, value in one.items()
    }
    assert len(hashes) == 4
