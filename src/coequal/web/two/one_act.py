"""A decorator: reading, asking and writing under one lock of the pair."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from coequal.people.pairs import PairMember

P = ParamSpec("P")
T = TypeVar("T")


def one_act(
    act: Callable[Concatenate[PairMember, P], T],
) -> Callable[Concatenate[PairMember, P], T]:
    """Run a function under the lock of the pair, or inside it if a page holds it."""

    @wraps(act)
    def locked(member: PairMember, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with member.reading.locked():
            return act(member, *args, **kwargs)

    return locked
