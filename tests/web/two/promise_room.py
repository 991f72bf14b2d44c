"""A room for two in under a hundred lines: a promise, and how it went for each.

One offers to do something, the other says yes, either ends it; once it holds, each
says alone how it goes. Built of the shared pieces only, and thrown away: a test
adds it to the program to show what a new room takes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.http import Http404
from django.urls import path

from coequal.content.demo import Story
from coequal.core.entry import Audience, Entry, Shred, entry
from coequal.core.lines import one_line
from coequal.core.people import Pair, Seat
from coequal.core.two.offers import KINDS, Offer, find
from coequal.core.two.said_apart import Apart
from coequal.people.pairs import PairMember
from coequal.web.room import Room, Words
from coequal.web.two import offers
from coequal.web.two.dates import short_id
from coequal.web.two.forms import RefForm, TextForm
from coequal.web.two.offers import Offers
from coequal.web.two.page import Act, PageOfTwo, PairRequest, Tried
from coequal.web.two.said_apart import SaidApart


@entry("test promise", Audience.BOTH, shred=Shred.AUTHOR)
class Promise(Entry):
    text: str


@entry("test how it goes", Audience.WAITING)
class HowItGoes(Entry):
    promise: bytes
    text: str


PROMISES: Final = Offers(kind=Promise)
GOES: Final = SaidApart(kind=HowItGoes, name="goes", of=lambda one: (one.promise,))


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisesContext:
    holds: list[tuple[str, str, Apart[HowItGoes]]]
    offered: list[tuple[str, str, bool]]
    error: str


def _shows(asked: PairRequest, tried: Tried | None) -> PromisesContext:
    found = PROMISES.read(asked.member)
    goes = {one.ref: GOES.see(asked.member, one.ref) for one in found if one.holds}
    seen = asked.looked_at({ref: apart.refs for ref, apart in goes.items()})
    return PromisesContext(
        holds=[
            (one.ref.hex(), one.entry.text, goes[one.ref])
            for one in found
            if one.ref in seen
        ],
        offered=[
            (one.ref.hex(), one.entry.text, one.by is asked.member.seat)
            for one in found
            if one.open
        ],
        error=tried.why if tried else "",
    )


def _offer(asked: PairRequest, form: TextForm) -> None:
    text = one_line(form.cleaned_data["text"], longest=80)
    PROMISES.offer(asked.member, Promise(text=text))


def _named(asked: PairRequest, form: RefForm) -> Offer[Promise]:
    return find(PROMISES.read(asked.member), form.cleaned_data["ref"])


def _say(asked: PairRequest, form: TextForm) -> None:
    held = [one for one in PROMISES.read(asked.member) if one.holds]
    about = next((one for one in held if short_id(one.ref) == asked.ids["id"]), None)
    if about is None:
        raise Http404
    GOES.see(asked.member, about.ref).check_closed()
    GOES.put_in(
        asked.member, HowItGoes(promise=about.ref, text=form.cleaned_data["text"])
    )


def _live(members: Pair[PairMember], _story: Story) -> None:
    for seat, text in ((Seat.A, "I cook on Mondays."), (Seat.B, "I call the bank.")):
        PROMISES.offer(members[seat], Promise(text=text))


ACTS: Final = {
    "offer": Act(do=_offer, form=lambda data, _: TextForm(data)),
    "yes": Act(
        do=lambda asked, form: PROMISES.accept(asked.member, _named(asked, form)),
        form=lambda data, _: RefForm(data),
    ),
    "end": Act(
        do=lambda asked, form: offers.end(asked.member, _named(asked, form)),
        form=lambda data, _: RefForm(data),
    ),
}
SAY: Final = {"say": Act(do=_say, form=lambda data, _: TextForm(data))}
app_name = "promise"
READS: Final = (Promise, HowItGoes, *KINDS)
page = PageOfTwo(
    template="promise/page.html", shows=_shows, acts=ACTS, reads=READS
).as_view()
say = PageOfTwo(
    template="promise/page.html", shows=_shows, acts=SAY, reads=READS
).as_view()
urlpatterns = [
    path("us/<id:pair_id>/promise/", page, name="page"),
    path("us/<id:pair_id>/promise/<id:id>/", say, name="say"),
]
ROOM: Final = Room(
    name="promise",
    kinds={
        Promise: Words(title="Promises", fields={"text": ""}),
        HowItGoes: Words(
            title="How it goes", fields={"text": ""}, unsaid=frozenset({"promise"})
        ),
    },
    story=_live,
    forms={"page": ({"do": "offer", "text": "I cook."}, {"do": "yes", "ref": "00"})},
)
