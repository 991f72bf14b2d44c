"""A decorator: reading and writing under one lock of one's own space."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from coequal.people.sessions import Session

P = ParamSpec("P")
T = TypeVar("T")


def own_act(
    act: Callable[Concatenate[Session, P], T],
) -> Callable[Concatenate[Session, P], T]:
    """Run a function that looks before it writes as one act, all of it or nothing.

    Of two presses at once the second then finds what the first one did.
    """

    @wraps(act)
    def locked(session: Session, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with session.own.locked():
            return act(session, *args, **kwargs)

    return locked
