"""What a code tells of who made it: a name, and what the two are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from coequal.core.people import PairType, Role
from coequal.errors import Unsound
from coequal.sealed.hashing import lp, unframed

_VERSION: Final = b"\x01"
_FIELDS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """What the inviting person is called, what the two are, and which of them asks.

    `role` is None where no words differ by it.
    """

    name: str
    pair: PairType
    role: Role | None = None

    @property
    def other_role(self) -> Role | None:
        """Which of the two is asked."""
        if self.role is None:
            return None
        return Role.CHILD if self.role is Role.PARENT else Role.PARENT


def encoded(asks: Asks) -> bytes:
    """Return it as it is sealed."""
    said = (asks.name, asks.pair.value, asks.role or "")
    return lp(_VERSION, *(one.encode() for one in said))


def decoded(plain: bytes) -> Asks:
    """Read what `encoded` wrote; `Unsound` for anything else."""
    version, *said = unframed(plain, _FIELDS)
    try:
        name, pair, role = (one.decode() for one in said)
        asks = Asks(name=name, pair=PairType(pair), role=Role(role) if role else None)
    except ValueError:
        message = "what somebody says of themselves with a code"
        raise Unsound(message) from None
    if version != _VERSION:
        message = "a code of another form"
        raise Unsound(message)
    return asks
