"""What to do where something of two people is missing, and going on without it."""

from __future__ import annotations

from typing import Final

from django.http import HttpResponse

from coequal.core.entry import Audience
from coequal.people.pairs import PairMember
from coequal.web.rooms import WORDS
from coequal.web.two.page import Act, NoContext, PageOfTwo, PairRequest, Tried

READS: Final = tuple(kind for kind in WORDS if kind.audience is Audience.BOTH)
"""Some of what is missing shows only in what is left of it, so all of that is read."""


def _is_missing(member: PairMember) -> bool:
    for kind in READS:
        member.reading.sound(kind)
    return bool(member.reading.sight.missing)


def _missing(asked: PairRequest, _tried: Tried | None) -> NoContext | HttpResponse:
    return NoContext() if _is_missing(asked.member) else asked.to("pairs:pair")


def _go_on(asked: PairRequest, _form: object) -> None:
    """Carry on with what’s here, for myself: nobody else learns of it."""
    member = asked.member
    member.reading.fetch(*READS)
    if _is_missing(member):
        member.reading.sight.go_on()


missing = PageOfTwo(
    template="missing/missing.html",
    shows=_missing,
    acts={"": Act(do=_go_on, repeatable=True)},
    reads=READS,
    before_both=True,
    onward=lambda asked: asked.to("pairs:pair"),
).as_view()
