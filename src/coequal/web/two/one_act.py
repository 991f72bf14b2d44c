"""What is read, asked and written as one."""

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
    """Let an act hold the lock of the pair; on a page it holds it already."""

    @wraps(act)
    def locked(member: PairMember, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with member.reading.locked():
            return act(member, *args, **kwargs)

    return locked
