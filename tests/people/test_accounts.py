from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.people.clock import move
from tests.people.conftest import HERE, NOBODYS, PHRASE, keep, kept

from coequal.errors import Unreadable
from coequal.journal import clock
from coequal.people import accounts, recovery_codes, sessions, throttle
from coequal.people.asker import Asker
from coequal.people.entries import RecoveryCode
from coequal.people.models import Account, SessionRow
from coequal.people.sessions import Session
from coequal.sealed import codes, wraps

HOME = b"h" * 32
ELSEWHERE = b"e" * 32


def sign_in(name: str, phrase: str, browser: bytes = b"") -> Session:
    asker = Asker(browser=browser, network=HERE)
    return accounts.sign_in(name=name, phrase=phrase, asker=asker)


def test_keeping_a_space_keeps_the_very_same_secret(db: None) -> None:
    session = sessions.begin()
    after = keep(session, "Alice", PHRASE)
    assert after.secret == session.secret
    assert after.kept
    assert sessions.find(session.cookie) is None
    assert SessionRow.objects.get().space == b""


def test_name_and_passphrase_bring_one_back(alice: Session) -> None:
    again = sign_in("  aLiCe ", f"{PHRASE} Alice")
    assert again.secret == alice.secret


def test_a_wrong_passphrase_and_an_unknown_name_read_alike(alice: Session) -> None:
    with pytest.raises(Unreadable) as wrong:
        sign_in("Alice", "not this one")
    with pytest.raises(Unreadable) as unknown:
        sign_in("Nobody", "not this one")
    assert str(wrong.value) == str(unknown.value)


def test_an_unknown_name_costs_the_same_stretching(
    alice: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    stretched: list[bytes] = []
    real = wraps.stretch

    def counted(phrase: str, salt: bytes) -> bytes:
        stretched.append(salt)
        return real(phrase, salt)

    monkeypatch.setattr(wraps, "stretch", counted)
    for name in ("Alice", "Nobody"):
        with pytest.raises(Unreadable):
            sign_in(name, "wrong one here")
    assert len(stretched) == 2


def test_two_people_may_choose_the_same_name(alice: Session) -> None:
    namesake = keep(sessions.begin(), "Alice", "quite another one")
    assert sign_in("Alice", "quite another one").secret == namesake.secret
    assert sign_in("Alice", f"{PHRASE} Alice").secret == alice.secret


def test_a_spoiled_wrap_keeps_no_namesake_out(alice: Session) -> None:
    spoiled = Account.objects.get()
    namesake = keep(sessions.begin(), "Alice", "quite another one")
    changed = spoiled.phrase[:-1] + bytes([spoiled.phrase[-1] ^ 1])
    Account.objects.filter(pk=spoiled.pk).update(phrase=changed)
    assert sign_in("Alice", "quite another one").secret == namesake.secret
    with pytest.raises(Unreadable):
        sign_in("Alice", f"{PHRASE} Alice")


def test_the_same_name_and_passphrase_twice_is_refused(alice: Session) -> None:
    with pytest.raises(accounts.AlreadyYours):
        kept("Alice")
    assert Account.objects.count() == 1


def test_the_name_is_nowhere_in_the_table(alice: Session) -> None:
    account = Account.objects.get()
    assert b"alice" not in bytes(account.name + account.phrase).lower()


def test_a_recovery_code_brings_one_back_with_a_new_passphrase(alice: Session) -> None:
    code = recovery_codes.code(alice)
    back = accounts.recover(
        name="Alice", code=code, phrase="a new one entirely", asker=NOBODYS
    )
    assert back.secret == alice.secret
    assert sign_in("Alice", "a new one entirely").secret == alice.secret
    with pytest.raises(Unreadable):
        sign_in("Alice", f"{PHRASE} Alice")
    assert sessions.find(alice.cookie) is None


def test_a_recovery_code_opens_once(alice: Session) -> None:
    code = recovery_codes.code(alice)
    accounts.recover(name="Alice", code=code, phrase="a new one", asker=NOBODYS)
    with pytest.raises(Unreadable):
        accounts.recover(name="Alice", code=code, phrase="another", asker=NOBODYS)


def test_an_older_code_opens_nothing(alice: Session) -> None:
    old = recovery_codes.code(alice)
    assert recovery_codes.code(alice) == old
    assert recovery_codes.code(alice, replace=True) != old
    with pytest.raises(Unreadable):
        accounts.recover(name="Alice", code=old, phrase="a new one", asker=NOBODYS)


def test_a_code_that_was_written_down_is_shown_no_more(alice: Session) -> None:
    assert recovery_codes.made(alice) is None
    code = recovery_codes.code(alice)
    recovery_codes.written_down(alice, codes.encode(code or b""))
    assert alice.own.read(RecoveryCode) == []
    assert recovery_codes.made(alice) is not None
    assert recovery_codes.code(alice) is None


def tries_until_told_to_wait(act: Callable[[], object]) -> int:
    for number in range(3 * throttle.FREE_TRIES):
        try:
            act()
        except throttle.Wait:
            return number
        except (Unreadable, accounts.AlreadyYours):
            continue
    raise AssertionError("there was never any waiting")


def wrong(browser: bytes = b"") -> Callable[[], object]:
    return lambda: sign_in("Alice", "guess number one", browser)


def test_failed_tries_slow_down_and_never_lock_out(
    alice: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 0 < tries_until_told_to_wait(wrong()) <= throttle.FREE_TRIES
    with pytest.raises(throttle.Wait) as wait:
        sign_in("Alice", f"{PHRASE} Alice")
    assert 0 < wait.value.seconds <= throttle.SECONDS_A_TRY
    move(monkeypatch, throttle.SECONDS_A_TRY)
    assert sign_in("Alice", f"{PHRASE} Alice").secret == alice.secret


def test_a_clock_that_is_set_back_keeps_nobody_waiting(
    alice: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries_until_told_to_wait(wrong())
    move(monkeypatch, -clock.DAY)
    assert sign_in("Alice", f"{PHRASE} Alice").secret == alice.secret


def test_a_known_browser_does_not_wait_for_the_tries_of_others(alice: Session) -> None:
    accounts.know_browser(alice, HOME)
    tries_until_told_to_wait(wrong(ELSEWHERE))
    assert sign_in("Alice", f"{PHRASE} Alice", HOME).secret == alice.secret


def test_a_known_browser_has_a_limit_of_its_own(alice: Session) -> None:
    accounts.know_browser(alice, HOME)
    assert tries_until_told_to_wait(wrong(HOME)) == throttle.FREE_TRIES


def test_a_space_of_ones_own_under_the_name_buys_no_tries(alice: Session) -> None:
    keep(sessions.begin(), "Alice", "the stranger keeps one")

    def guess() -> None:
        sign_in("Alice", "the stranger keeps one", ELSEWHERE)
        sign_in("Alice", "guess number one", ELSEWHERE)

    assert tries_until_told_to_wait(guess) <= throttle.FREE_TRIES


def test_a_known_browser_of_a_namesake_opens_no_second_way_in(alice: Session) -> None:
    mine = keep(sessions.begin(), "Alice", "the stranger keeps one")
    accounts.know_browser(mine, ELSEWHERE)
    tries_until_told_to_wait(lambda: sign_in("Alice", "guess number one"))
    with pytest.raises(Unreadable):
        sign_in("Alice", f"{PHRASE} Alice", ELSEWHERE)
    assert sign_in("Alice", "the stranger keeps one", ELSEWHERE).secret == mine.secret


def test_waiting_tells_nothing_about_who_has_the_name(alice: Session) -> None:
    """Eve keeps the name too, and signs in rightly until she has to wait."""
    waits = []
    for name in ("Alice", "Zoe"):
        phrase = "this is what Eve keeps"
        keep(sessions.begin(), name, phrase)
        right = tries_until_told_to_wait(lambda n=name, p=phrase: sign_in(n, p))
        keeping = tries_until_told_to_wait(
            lambda n=name: keep(sessions.begin(), n, "one more")
        )
        waits.append((right, keeping))
    assert waits[0] == waits[1] or waits[0][0] == waits[1][0] - 1


def test_keeping_under_a_name_is_no_way_around_the_wait(alice: Session) -> None:
    phrase = f"{PHRASE} Alice"
    tries = tries_until_told_to_wait(lambda: keep(sessions.begin(), "Alice", phrase))
    assert tries < throttle.FREE_TRIES


def test_an_unknown_name_slows_down_alike(db: None) -> None:
    for _ in range(throttle.FREE_TRIES):
        with pytest.raises(Unreadable):
            sign_in("Nobody", "guess number one")
    with pytest.raises(throttle.Wait):
        sign_in("Nobody", "guess number one")


def test_people_get_the_expensive_stretching(production_stretching: None) -> None:
    profile = wraps.PROFILES[wraps.CURRENT]
    assert (profile.memory, profile.passes) == (64 * 2**20, 3)


def test_only_one_s_own_passphrase_confirms_who_is_here(
    alice: Session, bob: Session
) -> None:
    accounts.confirm(alice, f"{PHRASE} Alice")
    for other in (f"{PHRASE} Bob", ""):
        with pytest.raises(Unreadable):
            accounts.confirm(alice, other)


def test_confirming_slows_down_by_visit_and_leaves_signing_in_alone(
    alice: Session,
) -> None:
    elsewhere = sign_in("Alice", f"{PHRASE} Alice")
    for _ in range(throttle.FREE_TRIES):
        with pytest.raises(Unreadable):
            accounts.confirm(alice, "guess number one")
    with pytest.raises(throttle.Wait):
        accounts.confirm(alice, f"{PHRASE} Alice")
    accounts.confirm(elsewhere, f"{PHRASE} Alice")
    assert sign_in("Alice", f"{PHRASE} Alice").secret == alice.secret


def test_a_new_passphrase_wraps_the_same_secret(alice: Session) -> None:
    after = accounts.change_phrase(alice, phrase="a new one entirely", asker=NOBODYS)
    assert after.secret == alice.secret
    assert sessions.find(alice.cookie) is None
    assert sign_in("Alice", "a new one entirely").secret == alice.secret
    with pytest.raises(Unreadable):
        sign_in("Alice", f"{PHRASE} Alice")


def test_a_namesake_s_passphrase_cannot_be_taken(alice: Session) -> None:
    mine = keep(sessions.begin(), "Alice", "quite another one")
    with pytest.raises(accounts.AlreadyYours):
        accounts.change_phrase(mine, phrase=f"{PHRASE} Alice", asker=NOBODYS)
    assert sign_in("Alice", "quite another one").secret == mine.secret
