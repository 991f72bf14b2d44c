"""What people write about everyday signs: marks of one's own, and what is put up."""

from __future__ import annotations

from coequal.core.entry import Audience, Entry, Shred, entry


@entry("noticed", Audience.NOTES, shred=Shred.AUTHOR)
class Noticed(Entry):
    """How often one person notices a sign on one sheet, for their own eyes.

    `often` is one of `Often`.
    """

    sheet: bytes
    sign: str
    often: int


@entry("put up", Audience.WAITING, shred=Shred.AUTHOR)
class PutUp(Entry):
    """A sign that one person puts up in one round; a dummy names none."""

    sign: str
    round: int
    often: int
