"""Look back: settled and unsettled, whose wish it was lately, who raised what."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coequal.core.decide.diary import Who, logged
from coequal.core.decide.happened import Line
from coequal.core.decide.influence import Influence, Word, from_ballots
from coequal.core.decide.matters import Matter, settled
from coequal.core.people import Pair, Seat
from coequal.people.pairs import Bond
from coequal.web.decide import areas, diary, room
from coequal.web.decide.wishes import who_decided, whose_wish, wish_figure
from coequal.web.see.opening import readable_or_404
from coequal.web.visit import PersonRequest, kept_needed


@require_safe
@kept_needed
def back(request: PersonRequest, iid: str) -> HttpResponse:
    """Show the two what they have settled; the same for both but for names."""
    bond = readable_or_404(request, iid)
    lines = diary.lines(bond)
    diary.see(request.visit, bond, lines)
    context = {"iid": iid, "labels": bond.names, **_looked_back(bond, lines)}
    return render(request, "back.html", context)


def _looked_back(bond: Bond, lines: Collection[Line]) -> dict[str, Any]:
    """Return what the page shows, from what is open to both and nothing else."""
    matters = room.asked(bond)
    done = sorted(
        (one for one in matters if one.settlement is not None), key=_when_settled
    )
    still = [one for one in matters if one.settlement is None]
    return {
        "settled": [_question(bond, one) for one in reversed(done)],
        "open": [_question(bond, one) for one in still],
        "ballots": _ballots(matters, bond.names),
        "diary": _diary(lines, bond.names),
        "areas": list(_areas(bond, matters, lines)),
        "raised": _raised(matters, bond.names),
    }


def _when_settled(matter: Matter) -> tuple[int, bytes]:
    done = matter.settlement
    return (done.at, done.ref) if done else (0, b"")


def _question(bond: Bond, matter: Matter) -> dict[str, Any]:
    done = matter.settlement
    return {
        "qid": room.name(matter),
        "text": matter.question.text,
        "by": bond.names[matter.by],
        "words": done.text if done else "",
        "on": datetime.fromtimestamp(done.at if done else matter.at, UTC),
    }


def _ballots(matters: Iterable[Matter], names: Pair[str]) -> dict[str, Any]:
    found = from_ballots(settled(matters))
    return {
        "said": whose_wish(found, names),
        "wish": wish_figure("weighed", found, names),
    }


def _diary(lines: Iterable[Line], names: Pair[str]) -> dict[str, Any]:
    """Return what the open lines come to; as each has it only where they are enough."""
    found = logged(_who(lines))
    few = found.influence.word is Word.FEW
    return {
        "entries": found.entries,
        "alike": found.alike,
        "said": whose_wish(found.influence, names),
        "wish": wish_figure("logged", found.influence, names),
        "decided": None if few else who_decided(found.said, names),
    }


def _areas(
    bond: Bond, matters: Iterable[Matter], lines: Iterable[Line]
) -> Iterable[dict[str, Any]]:
    """Yield each area where something was settled, is open or was written down."""
    asked, told = list(matters), [one for one in lines if one.who]
    for area, title in [*areas.titles(bond).items(), ("", areas.OTHER)]:
        here = [one for one in asked if one.question.area == area]
        there = [one for one in told if one.area == area]
        if not here and not there:
            continue
        ballots, decided = from_ballots(settled(here)), logged(_who(there)).influence
        yield {
            "title": title,
            "settled": sum(one.settlement is not None for one in here),
            "open": sum(one.settlement is None for one in here),
            "lines": len(there),
            "ballots": _if_enough(ballots, bond.names),
            "diary": _if_enough(decided, bond.names),
        }


def _who(lines: Iterable[Line]) -> Iterable[Pair[Who]]:
    return (one.who for one in lines if one.who is not None)


def _if_enough(found: Influence, names: Pair[str]) -> list[str]:
    return [] if found.word is Word.FEW else whose_wish(found, names)


def _raised(matters: Iterable[Matter], names: Pair[str]) -> list[dict[str, Any]]:
    asked = list(matters)
    return [
        {
            "name": names[seat],
            "texts": [one.question.text for one in asked if one.by is seat],
        }
        for seat in Seat
    ]
