"""What people write about everyday signs: marks of one's own, and what is put up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from coequal.core.entry import Audience, Shred


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """How often one person notices a sign on one sheet, for their own eyes.

    `often` is one of `Often`.
    """

    kind: ClassVar[str] = "noticed"
    audience: ClassVar[Audience] = Audience.NOTES
    shred: ClassVar[Shred] = Shred.AUTHOR

    sheet: bytes
    sign: str
    often: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PutUp:
    """A sign that one person puts up in one round; a dummy names none."""

    kind: ClassVar[str] = "put up"
    audience: ClassVar[Audience] = Audience.WAITING
    shred: ClassVar[Shred] = Shred.AUTHOR

    sign: str
    round: int
    often: int
