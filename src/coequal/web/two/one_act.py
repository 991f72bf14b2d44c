"""A decorator: reading, asking and writing as one act of the pair."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Concatenate, ParamSpec, TypeVar

from coequal.people.pairs import PairMember

P = ParamSpec("P")
T = TypeVar("T")


def one_act(
    act: Callable[Concatenate[PairMember, P], T],
) -> Callable[Concatenate[PairMember, P], T]:
    """Run a function as one act, or as part of the one that a page began."""

    @wraps(act)
    def as_one(member: PairMember, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return member.reading.act(partial(act, member, *args, **kwargs))

    return as_one
