"""The recovery code of an account: made, shown until it is on paper, and no more.

Coming back by it is in `accounts`.
"""

from __future__ import annotations

from coequal.journal import door as journal
from coequal.people import sessions
from coequal.people.entries import RecoveryCode, RecoveryCodeMade
from coequal.people.models import Account
from coequal.people.own_act import own_act
from coequal.people.sessions import Session
from coequal.sealed import codes, wraps


@own_act
def code(session: Session, *, replace: bool = False) -> bytes | None:
    """Return the code that is still to be written down, made if there is none.

    It waits, sealed, in the person's own space. One that is on paper is shown no more,
    and stays good until `replace` makes another: None then.
    """
    # The passphrase was asked for before this: somebody may have changed it since.
    sessions.check_there(session)
    waiting = session.own.sound(RecoveryCode)
    if replace:
        for record in waiting:
            journal.shred(session.own, record)
        waiting = []
    if waiting:
        return waiting[0].entry.code
    if not replace and is_there(session):
        return None
    new = wraps.new_code(session.cookie)
    wrap = wraps.wrap_recovery(
        secret=session.secret, code=new, account=session.account or b""
    )
    Account.objects.filter(pk=session.account).update(recovery=wrap)
    journal.append(session.own, RecoveryCode(code=new))
    journal.append(session.own, RecoveryCodeMade())
    return new


def waits(session: Session) -> bool:
    """Whether a code was made that is not yet written down."""
    return bool(session.own.sound(RecoveryCode))


def is_there(session: Session) -> bool:
    """Whether there is a code that opens this account; a used one opens nothing."""
    return Account.objects.filter(pk=session.account).exclude(recovery=b"").exists()


def made(session: Session) -> int | None:
    """Return the second at which a recovery code was last made, or None."""
    found = session.own.sound(RecoveryCodeMade)
    return max((one.at for one in found), default=None)


@own_act
def written_down(session: Session, said: str) -> None:
    """Make the code unreadable here, by whom it was shown to: it is on paper now."""
    for record in session.own.sound(RecoveryCode):
        if codes.encode(record.entry.code) == said:
            journal.shred(session.own, record)
