"""What was typed, sealed to one person by a host that cannot open it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coequal.errors import CoequalError, Refused, Unreadable, Unsound
from coequal.sealed import drafts
from coequal.sealed.box import OVERHEAD
from coequal.sealed.drafts import DRAFT, Slip, open_draft, open_slip, seal_slip
from coequal.sealed.hashing import lp, unframed

from .vector_cast import ACCOUNT, ALICE, BOB, HOST, OTHER_HOST

TO, EXPIRY = drafts.public_key(ALICE), 1_800_086_400
ROW = drafts.row_key(HOST, ACCOUNT, 0)
SLIP = Slip(to=TO, account=ACCOUNT, page="/us/", expiry=EXPIRY)


def sealed(plain: bytes = b"typed") -> bytes:
    return drafts.seal_draft(to=TO, row=ROW, expiry=EXPIRY, plain=plain)


def opened(box: bytes, secret: bytes = ALICE) -> bytes:
    return open_draft(secret=secret, row=ROW, expiry=EXPIRY, sealed=box)


@pytest.mark.parametrize("plain", [b"", b"typed", b"x" * (DRAFT - 4)])
def test_its_owner_opens_it_and_its_size_tells_nothing(plain: bytes) -> None:
    box = sealed(plain)
    assert opened(box) == plain
    assert len(box) == 32 + DRAFT + OVERHEAD


def test_more_than_fits_is_refused() -> None:
    with pytest.raises(Refused):
        sealed(b"x" * (DRAFT - 3))


def test_nobody_else_opens_it() -> None:
    with pytest.raises(Unreadable):
        opened(sealed(), BOB)


def test_two_of_one_text_have_nothing_in_common() -> None:
    one, two = sealed(), sealed()
    assert one[:32] != two[:32]
    assert one[34:] != two[34:]


@pytest.mark.parametrize("at", [0, 31, 32, 34, 60, 100, -1])
def test_no_byte_of_it_can_change(at: int) -> None:
    changed = bytearray(sealed())
    changed[at] ^= 1
    with pytest.raises((Unreadable, Unsound)):
        opened(bytes(changed))


@pytest.mark.parametrize("length", [0, 31, 32, 105, 65641])
def test_a_cut_one_is_refused(length: int) -> None:
    with pytest.raises((Unreadable, Unsound)):
        opened(sealed()[:length])


def test_a_key_that_everybody_could_agree_on_is_none() -> None:
    with pytest.raises(Unsound):
        drafts.seal_draft(to=bytes(32), row=ROW, expiry=EXPIRY, plain=b"typed")
    with pytest.raises(Unsound):
        opened(bytes(32) + sealed()[32:])


def test_numbers_and_accounts_have_places_of_their_own() -> None:
    places = {
        drafts.row_key(host, account, number)
        for host in (HOST, OTHER_HOST)
        for account in (ACCOUNT, bytes(16))
        for number in range(8)
    }
    assert len(places) == 32


@pytest.mark.parametrize(
    "slip",
    [
        SLIP,
        replace(SLIP, account=b""),
        replace(SLIP, page="/us/" + "1" * 32 + "/decide/" + "2" * 32 + "/weigh/"),
    ],
)
def test_the_host_reads_its_slips_and_all_look_alike(slip: Slip) -> None:
    one, two = seal_slip(HOST, slip), seal_slip(HOST, slip)
    assert open_slip(HOST, one) == slip
    assert len(one) == 330
    assert one[2:26] != two[2:26]
    assert slip.to not in one


def test_an_address_that_does_not_fit_is_refused() -> None:
    with pytest.raises(Refused):
        seal_slip(HOST, replace(SLIP, page="/" * 200))


def test_another_host_reads_none_and_no_byte_of_one_can_change() -> None:
    slip = seal_slip(HOST, SLIP)
    with pytest.raises(Unreadable):
        open_slip(OTHER_HOST, slip)
    for at in range(0, len(slip), 7):
        changed = bytearray(slip)
        changed[at] ^= 1
        with pytest.raises(CoequalError):
            open_slip(HOST, bytes(changed))


def test_fields_that_were_framed_are_read_and_nothing_else_is() -> None:
    for parts in ((), (b"",), (b"a", b""), (b"", b"bc", b"\0\0\0\1")):
        assert unframed(lp(*parts)) == parts
    with pytest.raises(Unsound):
        unframed(lp(b"a", b"b"), 3)
    for cut in (b"\0", b"\0\0\0\1", b"\0\0\0\2a", lp(b"a") + b"\0\0\0"):
        with pytest.raises(Unsound):
            unframed(cut)
