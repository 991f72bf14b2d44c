"""Keeping a space and coming back to it: a name, a passphrase, a recovery code.

There is no second password hash: if a passphrase opens the wrap of the person's
secret, it is the right one. The salt comes from the name as this host keys it, so a
sign-in costs one Argon2 whether nobody, one or several people chose the name, and
nothing tells whether a name is taken. Keeping a space under a name costs a try at its
passphrase, as signing in does. Why: `docs/decisions/sign-in.md`.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from django.db import transaction

from coequal.errors import CoequalError, Refused, Unreadable
from coequal.journal import clock
from coequal.journal.host import host
from coequal.people import other_sessions, sessions, throttle
from coequal.people.asker import Asker
from coequal.people.kdf_slots import turn
from coequal.people.models import Account
from coequal.people.sessions import Session
from coequal.sealed import entropy, wraps
from coequal.sealed import sessions as sealed_sessions

CODE_BYTES = 20
SALT_BYTES = 16


class AlreadyYours(Refused):
    """This very name and passphrase open a space already."""


def keep(session: Session, *, name: str, phrase: str, asker: Asker) -> Session:
    """Wrap the visitor's secret for good and return their new, signed-in session.

    The secret stays the same, so nothing is sealed again. Raises `AlreadyYours`
    if name and passphrase together open another space, `throttle.Wait` while that
    cannot be told because of too many attempts, and `sessions.SessionOver`.
    """
    # Before the transaction: stretching is slow, and on SQLite a transaction keeps
    # every other writer waiting.
    unused = new_phrase(name, phrase, asker)
    with transaction.atomic():
        return keep_with(session, unused, asker=asker)


def keep_with(session: Session, unused: UnusedPhrase, *, asker: Asker) -> Session:
    """Keep a space, inside a transaction. Raises as `keep` does.

    It uses up the session that is not kept, so that a second press keeps nothing: it
    gets the session that the first one began.
    """
    if not sessions.drop(session):
        return sessions.begun_by(asker.form, session.secret)
    # Once more, now that nobody else can keep anything under this name.
    throttle.hold(unused.column)
    _check_unused(unused)
    account = _enrol(session, unused)
    return sessions.start(
        secret=session.secret,
        account=account,
        expiry=_signed_in(),
        form=asker.form,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class UnusedPhrase:
    """A keyed name and a stretched phrase that open nothing together yet.

    `but` is the one account that they may open, as it is to have them.
    """

    column: bytes
    stretched: bytes = field(repr=False)
    but: bytes = b""


def new_phrase(name: str, phrase: str, asker: Asker) -> UnusedPhrase:
    """Stretch a phrase for somebody who keeps a space. Raises as `keep` does."""
    return _unused(wraps.name_column(name, host()), phrase, asker)


def _unused(
    column: bytes, phrase: str, asker: Asker, *, but: bytes = b""
) -> UnusedPhrase:
    # Spent whether or not the name is in use, and never given back: else one could
    # count the tries and learn that somebody has this name.
    throttle.take_turn(column, asker.network)
    unused = UnusedPhrase(column=column, stretched=_stretch(phrase, column), but=but)
    _check_unused(unused)
    return unused


def first_press(asker: Asker, phrase: UnusedPhrase) -> Session:
    """Return the session that an earlier press of the same form began.

    Only to who has the passphrase of its account. Raises `sessions.SessionOver` if
    there is none.
    """
    found = _open(Account.objects.filter(name=phrase.column), phrase.stretched)
    if found is None:
        message = "this form began nothing"
        raise sessions.SessionOver(message)
    return sessions.begun_by(asker.form, found[1])


def _check_unused(unused: UnusedPhrase) -> None:
    """Make sure that name and phrase open nothing, or raise `AlreadyYours`."""
    others = Account.objects.filter(name=unused.column).exclude(pk=unused.but)
    if _open(others, unused.stretched) is not None:
        message = "name and passphrase are in use together"
        raise AlreadyYours(message)


def _enrol(session: Session, unused: UnusedPhrase) -> bytes:
    account = entropy.fresh(16, "account", session.cookie)
    phrase = _wrap(session.secret, unused.stretched, unused.column, account)
    Account.objects.create(
        id=account,
        name=unused.column,
        phrase=phrase,
        one=wraps.one_column(session.secret, host()),
    )
    return account


def _signed_in() -> int:
    return clock.now() + sessions.SIGNED_IN


def sign_in(*, name: str, phrase: str, asker: Asker) -> Session:
    """Return a new session.

    Raises `Unreadable`, alike for an unknown name and a wrong passphrase and
    after the same work, and `throttle.Wait` while it is not this network's turn.
    """
    column = wraps.name_column(name, host())
    namesakes = list(Account.objects.filter(name=column))
    known = _known(column, asker.browser, namesakes)
    if not known:
        throttle.take_turn(column, asker.network)
    stretched = _stretch(phrase, column)
    found = _open(known or namesakes, stretched)
    if found is None and known:
        # Perhaps it is somebody else of this name, who was not here before.
        with suppress(throttle.Wait):
            throttle.take_turn(column, asker.network)
            found = _open(namesakes, stretched)
    if found is None:
        message = "name and passphrase open nothing"
        raise Unreadable(message)
    account, secret = found
    with transaction.atomic():
        # It takes a while to stretch: a passphrase that was changed meanwhile, and
        # ended all sessions, begins no other.
        held = sessions.hold(account.id)
        if held is None or held.phrase != account.phrase:
            message = "the passphrase was changed meanwhile"
            raise Unreadable(message)
        return sessions.start(
            secret=secret, account=account.id, expiry=_signed_in(), form=asker.form
        )


def recover(*, name: str, code: bytes, phrase: str, asker: Asker) -> Session:
    """Open a space by its recovery code, give it a new passphrase, sign in.

    The code is used up and every other session ends. Nobody waits for it: a code has
    160 bits, so guessing it is hopeless. Raises `Unreadable` as `sign_in` does.
    """
    column = wraps.name_column(name, host())
    for account in Account.objects.filter(name=column):
        try:
            secret = wraps.open_recovery(
                wrap=account.recovery, code=code, account=account.id
            )
        except CoequalError:  # a spoiled wrap is its owner's alone
            continue
        stretched = _stretch(phrase, account.name)
        with transaction.atomic():
            sessions.hold(account.id)
            unspent = Account.objects.filter(pk=account.id, recovery=account.recovery)
            if unspent.update(recovery=b""):
                return _rewrap(account, secret, stretched, asker)
        # A second press spent it a moment ago.
        unused = UnusedPhrase(column=column, stretched=stretched)
        return first_press(asker, unused)
    message = "name and code open nothing"
    raise Unreadable(message)


def confirm(session: Session, phrase: str) -> None:
    """Make sure that whoever is here knows the passphrase.

    Raises `Unreadable` if it is another one, and `throttle.Wait` after too many
    attempts in this session. Tries of one session slow down no other, nor a sign-in.
    """
    account = _account(session)
    throttle.spend(account.id, sealed_sessions.row_key(session.cookie))
    if _open([account], _stretch(phrase, account.name)) is None:
        message = "this is another passphrase"
        raise Unreadable(message)


def change_phrase(session: Session, *, phrase: str, asker: Asker) -> Session:
    """Wrap the same secret under a new passphrase, and return a new session.

    Every session there was ends; the recovery code stays good. Raises as `keep` does,
    as somebody else may go by the same name.
    """
    account = _account(session)
    unused = _unused(account.name, phrase, asker, but=account.id)
    with transaction.atomic():
        sessions.hold(account.id)
        if not sessions.drop(session):
            return sessions.begun_by(asker.form, session.secret)
        return _rewrap(account, session.secret, unused.stretched, asker)


def _account(session: Session) -> Account:
    """Return whose session this is. Raises `SessionOver` if they deleted it since."""
    try:
        return Account.objects.get(pk=session.account)
    except Account.DoesNotExist as error:
        message = "the account of this session is gone"
        raise sessions.SessionOver(message) from error


def _rewrap(account: Account, secret: bytes, stretched: bytes, asker: Asker) -> Session:
    """Wrap a secret again, begin a session, and end all others, in a transaction.

    The others were begun by whoever knew the former passphrase.
    """
    phrase = _wrap(secret, stretched, account.name, account.id)
    Account.objects.filter(pk=account.id).update(phrase=phrase)
    session = sessions.start(
        secret=secret, account=account.id, expiry=_signed_in(), form=asker.form
    )
    other_sessions.end_others(session)
    return session


def know_browser(session: Session, browser: bytes) -> None:
    """Let this browser try this account at once, whatever others do."""
    account = _account(session)
    throttle.know(account.name, browser, account.id)


def _known(column: bytes, browser: bytes, namesakes: list[Account]) -> list[Account]:
    """Return the accounts of a name that this browser may try, whoever else tries."""
    known = throttle.spend_known(column, browser, [one.id for one in namesakes])
    return [one for one in namesakes if one.id in known]


def _stretch(phrase: str, column: bytes) -> bytes:
    with turn():
        return wraps.stretch(phrase, column[:SALT_BYTES])


def _wrap(secret: bytes, stretched: bytes, column: bytes, account: bytes) -> bytes:
    return wraps.wrap_phrase(
        secret=secret,
        stretched=stretched,
        salt=column[:SALT_BYTES],
        account=account,
        host=host(),
    )


def _open(
    namesakes: Iterable[Account], stretched: bytes
) -> tuple[Account, bytes] | None:
    """Return the account that a stretched phrase opens, and its secret."""
    for account in namesakes:
        try:
            secret = wraps.open_phrase(
                wrap=account.phrase,
                stretched=stretched,
                account=account.id,
                host=host(),
            )
        except CoequalError:  # a spoiled wrap is its owner's alone
            continue
        return account, secret
    return None
