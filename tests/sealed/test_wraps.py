from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coequal.errors import Unreadable, Unsound
from coequal.sealed import wraps
from coequal.sealed.host import Host

from .vector_cast import cuts, flips

HOST = Host.of(key=bytes(32), epoch=bytes(32))
OTHER = Host.of(key=b"\1" * 32, epoch=bytes(32))
SECRET, SALT, CODE = bytes(range(32)), bytes(range(16)), bytes(range(20))
ALICE, CAROL = b"account of alice", b"account of carol"


def made(stretched: bytes, **changes: Any) -> bytes:
    given = {"secret": SECRET, "salt": SALT, "account": ALICE, "host": HOST}
    return wraps.wrap_phrase(stretched=stretched, **(given | changes))


def opened(wrap: bytes, phrase: str, **changes: Any) -> bytes:
    salt, profile = wraps.salt_of(wrap)
    given = {"account": ALICE, "host": HOST}
    return wraps.open_phrase(
        wrap=wrap,
        stretched=wraps.stretch(phrase, salt, profile),
        **(given | changes),
    )


@pytest.mark.usefixtures("production_stretching")
def test_the_production_profile_is_the_one_of_the_format() -> None:
    assert {1: wraps.Profile(memory=64 * 1024 * 1024, passes=3)} == wraps.PROFILES
    assert wraps.CURRENT == 1


@pytest.mark.usefixtures("production_stretching")
def test_the_real_stretch_has_its_known_answer() -> None:
    known = "ae5fd343f009425b2a8f94b6bbd522b565f1008073d291e42ef55aadc0f166b6"
    assert wraps.stretch("caf\u00e9 by the sea", bytes(16)).hex() == known


class TestPassphrase:
    def test_the_phrase_opens_the_secret(self) -> None:
        wrap = made(wraps.stretch("open sea", SALT))
        assert len(wrap) == 125
        assert wraps.salt_of(wrap) == (SALT, 1)
        assert opened(wrap, "open sea") == SECRET

    @pytest.mark.parametrize("phrase", ["open sea ", "Open sea", "", "open-sea"])
    def test_another_phrase_is_unreadable(self, phrase: str) -> None:
        with pytest.raises(Unreadable):
            opened(made(wraps.stretch("open sea", SALT)), phrase)

    def test_accents_open_however_the_keyboard_writes_them(self) -> None:
        wrap = made(wraps.stretch("caf\u00e9", SALT))
        assert opened(wrap, "cafe\u0301") == SECRET

    @given(phrase=st.text(max_size=12))
    def test_every_phrase_opens_in_its_other_form(self, phrase: str) -> None:
        wrap = made(wraps.stretch(phrase, SALT))
        assert opened(wrap, unicodedata.normalize("NFD", phrase)) == SECRET

    def test_half_a_sign_is_a_phrase_like_any_other(self) -> None:
        wrap = made(wraps.stretch("\ud800", SALT))
        assert opened(wrap, "\ud800") == SECRET

    def test_a_wrap_is_for_one_account(self) -> None:
        wrap = made(wraps.stretch("open sea", SALT))
        with pytest.raises(Unsound):
            opened(wrap, "open sea", account=CAROL)

    def test_two_accounts_of_one_name_share_a_stretch_and_nothing_else(self) -> None:
        stretched = wraps.stretch("open sea", SALT)
        one, two = made(stretched), made(stretched, account=CAROL, secret=bytes(32))
        assert opened(one, "open sea") == SECRET
        assert opened(two, "open sea", account=CAROL) == bytes(32)
        assert one[19:] != two[19:]

    def test_a_stolen_wrap_cannot_be_tried_without_the_host_key(self) -> None:
        wrap = made(wraps.stretch("open sea", SALT))
        with pytest.raises(Unreadable):
            opened(wrap, "open sea", host=OTHER)

    def test_an_unknown_profile_is_unreadable(self) -> None:
        wrap = made(wraps.stretch("open sea", SALT))
        unknown = wrap[:2] + b"\2" + wrap[3:]
        with pytest.raises(Unreadable):
            wraps.salt_of(unknown)
        with pytest.raises(Unreadable):
            wraps.stretch("open sea", SALT, 2)

    def test_an_older_profile_still_opens(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        old = made(wraps.stretch("open sea", SALT))
        later = wraps.Profile(memory=16384, passes=2)
        monkeypatch.setitem(wraps.PROFILES, 2, later)
        monkeypatch.setattr(wraps, "CURRENT", 2)
        new = made(wraps.stretch("open sea", SALT))
        assert (wraps.salt_of(old)[1], wraps.salt_of(new)[1]) == (1, 2)
        assert opened(old, "open sea") == opened(new, "open sea") == SECRET

    def test_a_wrap_cannot_name_a_cheaper_profile(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        cheaper = wraps.Profile(memory=8192, passes=2)
        monkeypatch.setitem(wraps.PROFILES, 2, cheaper)
        stretched = wraps.stretch("open sea", SALT)
        wrap = made(stretched)
        with pytest.raises(Unsound):
            wraps.open_phrase(
                wrap=wrap[:2] + b"\2" + wrap[3:],
                stretched=stretched,
                account=ALICE,
                host=HOST,
            )

    def test_every_changed_or_cut_wrap_is_refused(self) -> None:
        stretched = wraps.stretch("open sea", SALT)
        wrap = made(stretched)
        for changed in [*flips(wrap), *cuts(wrap), wrap + b"\0"]:
            with pytest.raises((Unsound, Unreadable)):
                wraps.open_phrase(
                    wrap=changed, stretched=stretched, account=ALICE, host=HOST
                )

    def test_a_new_phrase_wraps_the_same_secret(self) -> None:
        secret = opened(made(wraps.stretch("open sea", SALT)), "open sea")
        again = made(wraps.stretch("calm sea", SALT), secret=secret)
        assert opened(again, "calm sea") == SECRET


class TestRecovery:
    wrap = wraps.wrap_recovery(secret=SECRET, code=CODE, account=ALICE)

    def test_the_code_opens_without_any_host(self) -> None:
        assert len(self.wrap) == 109
        found = wraps.open_recovery(wrap=self.wrap, code=CODE, account=ALICE)
        assert found == SECRET

    def test_another_code_is_unreadable(self) -> None:
        with pytest.raises(Unreadable):
            wraps.open_recovery(wrap=self.wrap, code=bytes(20), account=ALICE)

    def test_the_code_is_for_one_account(self) -> None:
        with pytest.raises(Unreadable):
            wraps.open_recovery(wrap=self.wrap, code=CODE, account=CAROL)

    def test_every_changed_or_cut_wrap_is_refused(self) -> None:
        for changed in [*flips(self.wrap), *cuts(self.wrap), self.wrap + b"\0"]:
            with pytest.raises((Unsound, Unreadable)):
                wraps.open_recovery(wrap=changed, code=CODE, account=ALICE)

    def test_codes_are_new_each_time(self) -> None:
        assert len(wraps.new_code()) == 20
        assert wraps.new_code() != wraps.new_code()


@pytest.mark.parametrize("size", [0, 31, 33])
def test_a_wrap_of_something_other_than_a_secret_is_unsound(size: int) -> None:
    odd = bytes(size)
    phrase = made(SECRET, secret=odd)
    with pytest.raises(Unsound):
        wraps.open_phrase(wrap=phrase, stretched=SECRET, account=ALICE, host=HOST)
    recovery = wraps.wrap_recovery(secret=odd, code=CODE, account=ALICE)
    with pytest.raises(Unsound):
        wraps.open_recovery(wrap=recovery, code=CODE, account=ALICE)


def test_one_kind_of_wrap_is_not_taken_for_the_other() -> None:
    recovery = TestRecovery.wrap
    with pytest.raises(Unsound):
        wraps.salt_of(recovery.ljust(125, b"\0"))
    with pytest.raises(Unsound):
        wraps.open_recovery(wrap=made(SECRET)[:109], code=CODE, account=ALICE)


class TestNames:
    @pytest.mark.parametrize(
        "name", ["Zo\u00eb", " zo\u00eb ", "ZOE\u0308", "\uff3ao\u00eb", "\tzo\u00eb\n"]
    )
    def test_a_name_is_found_however_it_is_typed(self, name: str) -> None:
        assert wraps.name_column(name, HOST) == wraps.name_column("zo\u00eb", HOST)

    def test_other_names_and_other_hosts_have_other_columns(self) -> None:
        columns = {
            wraps.name_column("zoe", HOST),
            wraps.name_column("zo\u00eb", HOST),
            wraps.name_column("zoe", OTHER),
        }
        assert len(columns) == 3

    @given(name=st.text(max_size=12))
    def test_folding_a_folded_name_changes_nothing(self, name: str) -> None:
        folded = unicodedata.normalize("NFKC", name).casefold()
        assert wraps.name_column(folded, HOST) == wraps.name_column(name, HOST)


def test_a_secret_has_one_column_at_one_host() -> None:
    one = wraps.one_column(SECRET, HOST)
    assert one == wraps.one_column(SECRET, HOST)
    assert len(one) == 32
    assert one != wraps.one_column(bytes(32), HOST)
