"""One's own home, *Us*: the one thing that waits, with the pair that I used last.

It quotes nobody, and reads the same whatever is closed. *Not now* folds what leads away
for a week, on my home alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from coequal.core.people import Pair
from coequal.core.see.entries import Sheet
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.journal.door import Reading
from coequal.people import at_home, invitations, looked, pairs, scheduled_closing
from coequal.people.entries import Invite
from coequal.people.pairs import OwnPair, PairMember
from coequal.web import pair_types, sheets
from coequal.web.context import render_context
from coequal.web.decorators import member_required
from coequal.web.sessions import PersonRequest
from coequal.web.two.forms import RefField
from coequal.web.us import composed, pair
from coequal.web.us.composed import HomeRow
from coequal.web.us.pair import ROWS, WhatLeads

THING: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeContext:
    """My home: with the pair used last, or alone.

    `label` and `pair_id` are empty alone, and there are no `labels`. `rows` are about
    the two, `others` about me and others. `folded`: something is folded away.
    """

    label: str
    labels: Pair[str] | None
    pair_id: str
    lead: WhatLeads
    rows: Sequence[HomeRow]
    others: Sequence[HomeRow]
    folded: bool


class FoldForm(forms.Form):
    """What is folded away, or shown again: of which pair, or of none."""

    pair = RefField()
    thing = RefField()


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def home(request: PersonRequest) -> HttpResponse:
    """Show my home, or fold away what leads there."""
    if request.method == "POST":
        return _fold(request)
    mine = request.session.own
    mine.fetch(*at_home.KINDS, Sheet)
    kept = at_home.read(mine)
    scheduled_closing.close_due(one.space for one in kept.pairs)
    with journal.snapshot():
        member = last_used(request, mine, kept)
        context = _of_two(mine, kept, member) if member else _alone(mine, kept)
        return render_context(request, "us/home.html", context)


def _fold(request: PersonRequest) -> HttpResponse:
    form = FoldForm(request.POST)
    form.is_valid()  # what is no ref is empty, and names nothing
    mine, pair_id = request.session.own, form.cleaned_data["pair"]
    mine.fetch(*at_home.KINDS)
    whose = {b"", *(one.pair_id for one in at_home.read(mine).pairs)}
    thing = form.cleaned_data["thing"]
    if pair_id in whose and request.POST.get("do") == "unfold":
        at_home.unfold(mine, pair_id)
    elif pair_id in whose and len(thing) == THING:
        at_home.fold(mine, pair_id, thing)
    return redirect("pairs:us")


def last_used(
    request: PersonRequest, mine: Reading, kept: at_home.OwnHome
) -> PairMember | None:
    """Return the pair that I used last, of those that are not closed.

    One in which not both are here comes after those in which both are, unless I chose
    it.
    """
    several = len(kept.pairs) > 1
    closed = journal.closed(one.space for one in kept.pairs) if several else set()
    waits: PairMember | None = None
    for relation in kept.pairs:
        if relation.space not in closed:
            mine.fetch(index=looked.index(relation.pair_id))
            found = pairs.read_member(
                request.session,
                OwnPair(relation=relation, own=mine),
                *composed.READS,
                index=composed.INDEX,
            )
            whole = found.pair is not None or relation.pair_id in kept.chosen
            if whole and not found.closed:
                return found
            waits = waits or (None if found.closed else found)
    return waits


def _of_two(mine: Reading, kept: at_home.OwnHome, member: PairMember) -> HomeContext:
    member.note_missing()
    whole = member.pair is not None
    things = composed.next_things(member) if whole else []
    left = [one for one in things if one.folded_as(member.pair_id) not in kept.folded]
    rest = WhatLeads(
        title=pair_types.ALL_QUIET, about=pair_types.home(member.pair).quiet
    )
    return HomeContext(
        label=member.label,
        labels=member.names,
        pair_id=member.pair_id.hex(),
        lead=pair.lead(left[0], member) if left else rest if whole else _waits(member),
        rows=[
            *composed.rows(left[1:ROWS], member),
            _everything(member, alone=len(left) < len(things) or not left),
        ],
        others=[
            *[*_lost(kept), *_Invited.of(mine).rows()][: ROWS - 2],
            _mine(mine, member),
            _people(_("Switch, ask someone, or use a code")),
        ],
        folded=len(left) < len(things),
    )


def _waits(member: PairMember) -> WhatLeads:
    """Say of a pair in which not both are here that there is nothing to do."""
    if member.damaged:
        about = _("Go to your page with %(name)s to see what you can do.")
        return WhatLeads(
            title=_("Something here can’t be shown."),
            about=about % {"name": member.label},
        )
    return WhatLeads(
        title=_("Your part is done."), about=_("Come back whenever you like.")
    )


def _everything(member: PairMember, *, alone: bool) -> HomeRow:
    words = (
        _("Everything with %(name)s") if alone else _("Everything else with %(name)s")
    )
    return HomeRow(
        title=words % {"name": member.label},
        about="",
        url=reverse("pairs:pair", args=[member.pair_id.hex()]),
        thumb="pair",
        name=member.label,
    )


def _mine(mine: Reading, member: PairMember) -> HomeRow:
    """Return the row to my picture: the same whether or not I have answered.

    Where there is no picture yet, that page leads to the questions.
    """
    ids = [one.id for one in sheets.all_of(mine)]
    sheet = member.sheet if member.sheet in ids else ids[-1] if ids else b""
    return HomeRow(
        title=_("My picture"),
        about=_("Just for you"),
        url=reverse("see:mine", args=[sheet.hex()])
        if sheet
        else reverse("see:answers"),
        thumb="mine",
    )


def _people(about: str) -> HomeRow:
    """Return the row behind which everybody stands, also whom the home leaves out."""
    return HomeRow(
        title=_("More people"), about=about, url=reverse("pairs:more"), thumb="people"
    )


def _lost(kept: at_home.OwnHome) -> Iterator[HomeRow]:
    """Yield the pairs that I cannot read any more: each page says what I can do."""
    for one in kept.lost:
        yield HomeRow(
            title=one.label,
            about=_("Something here can’t be shown."),
            url=reverse("pairs:pair", args=[one.pair_id.hex()]),
            thumb="pair",
            name=one.label,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Invited:
    """Whom I asked: who used the code, and who still can."""

    used: Sequence[Invite]
    waiting: Sequence[Invite]

    @classmethod
    def of(cls, mine: Reading) -> _Invited:
        """Look up which codes were used, once each."""
        asked = [record.entry for record in mine.sound(Invite)]
        used = [one for one in asked if invitations.answered(one)]
        rest = (one for one in asked if one not in used)
        return cls(used=used, waiting=[one for one in rest if one.expiry > clock.now()])

    def rows(self, *, but: int = 0) -> Iterator[HomeRow]:
        """Yield a row for each, but for so many of the first who used theirs."""
        for one in self.used[but:]:
            yield _asked(one, _("Has used your code. You can go on together."))
        for one in self.waiting:
            yield _asked(one, _("You asked. Come back whenever you like."))


def _asked(invite: Invite, about: str) -> HomeRow:
    return HomeRow(
        title=invite.label,
        about=about,
        url=reverse("pairs:pair", args=[invite.pair_id.hex()]),
        thumb="invited",
        name=invite.label,
    )


def _came(used: Invite) -> WhatLeads:
    """Return that somebody used my code: until we are two, going on with them leads."""
    words = {"name": used.label}
    return WhatLeads(
        title=_("%(name)s has joined.") % words,
        about=_("You can go on together."),
        act=_("Go on with %(name)s") % words,
        url=reverse("pairs:pair", args=[used.pair_id.hex()]),
        scene="alone",
        name=used.label,
    )


def _alone(mine: Reading, kept: at_home.OwnHome) -> HomeContext:
    things, invited = composed.alone(mine), _Invited.of(mine)
    came = _came(invited.used[0]) if invited.used else None
    left = [one for one in things if one.folded_as(b"") not in kept.folded]
    quiet = WhatLeads(
        title=pair_types.ALL_QUIET,
        about=_("There’s nothing to do right now."),
        scene="alone",
    )
    return HomeContext(
        label="",
        labels=None,
        pair_id="",
        lead=came or (pair.lead(left[0], None) if left else quiet),
        rows=[
            *_lost(kept),
            *composed.rows(
                [one for one in things if came or one not in left[:1]], None
            ),
            *invited.rows(but=1 if came else 0),
        ][:ROWS],
        others=list(_ways_on()),
        folded=len(left) < len(things),
    )


def _ways_on() -> Iterator[HomeRow]:
    yield _people(_("Ask someone to answer too, or use a code"))
    yield HomeRow(
        title=_("Decide something"),
        about=_("Options to rate, and a diary. Just for you"),
        url=reverse("decide:solo"),
        thumb="decide",
    )
    yield HomeRow(
        title=_("Three lines, just for me"),
        about=_("What was good this week, and one wish"),
        url=reverse("keep:own"),
        thumb="answers",
    )


@require_safe
@member_required
def decide(request: PersonRequest) -> HttpResponse:
    """WhatLeads to what the pair that I used last decides, or to deciding alone."""
    mine = request.session.own
    mine.fetch(*at_home.KINDS)
    kept = at_home.read(mine)
    scheduled_closing.close_due(one.space for one in kept.pairs)
    member = last_used(request, mine, kept)
    if member is None or member.pair is None:
        return redirect("decide:solo")
    return redirect("decide:questions", member.pair_id.hex())
