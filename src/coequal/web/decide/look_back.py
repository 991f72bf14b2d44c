"""Look back: settled and unsettled, whose wish it was lately, who raised what."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coequal.core.decide.diary import Who, logged
from coequal.core.decide.diary_lines import LineState
from coequal.core.decide.influence import Influence, InfluenceWord, from_ballots
from coequal.core.decide.question_state import QuestionState, settled
from coequal.core.people import Pair, Seat
from coequal.people.pairs import PairMember
from coequal.web.decide import actions, areas, diary_actions
from coequal.web.decide.wishes import who_decided, whose_wish, wish_figure
from coequal.web.decorators import member_required
from coequal.web.see.consent_views import get_pair_or_404
from coequal.web.sessions import PersonRequest


@require_safe
@member_required
def back(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Show the two what they have settled; the same for both but for names."""
    member = get_pair_or_404(request, pair_id)
    lines = diary_actions.lines(member)
    diary_actions.see(request.session, member, lines)
    context = {
        "pair_id": pair_id,
        "labels": member.names,
        **_looked_back(member, lines),
    }
    return render(request, "decide/look_back.html", context)


def _looked_back(member: PairMember, lines: Collection[LineState]) -> dict[str, Any]:
    """Return what the page shows, from what is open to both and nothing else."""
    question_states = actions.asked(member)
    done = sorted(
        (one for one in question_states if one.settlement is not None),
        key=_when_settled,
    )
    still = [one for one in question_states if one.settlement is None]
    return {
        "settled": [_question(member, one) for one in reversed(done)],
        "open": [_question(member, one) for one in still],
        "ballots": _ballots(question_states, member.names),
        "diary": _diary(lines, member.names),
        "areas": list(_areas(member, question_states, lines)),
        "raised": _raised(question_states, member.names),
    }


def _when_settled(state: QuestionState) -> tuple[int, bytes]:
    done = state.settlement
    return (done.at, done.ref) if done else (0, b"")


def _question(member: PairMember, state: QuestionState) -> dict[str, Any]:
    done = state.settlement
    return {
        "question_id": actions.name(state),
        "text": state.question.text,
        "by": member.names[state.by],
        "words": done.text if done else "",
        "on": datetime.fromtimestamp(done.at if done else state.at, UTC),
    }


def _ballots(
    question_states: Iterable[QuestionState], names: Pair[str]
) -> dict[str, Any]:
    found = from_ballots(settled(question_states))
    return {
        "said": whose_wish(found, names),
        "wish": wish_figure("weighed", found, names),
    }


def _diary(lines: Iterable[LineState], names: Pair[str]) -> dict[str, Any]:
    """Return what the open lines come to; as each has it only where they are enough."""
    found = logged(_who(lines))
    few = found.influence.word is InfluenceWord.FEW
    return {
        "entries": found.entries,
        "alike": found.alike,
        "said": whose_wish(found.influence, names),
        "wish": wish_figure("logged", found.influence, names),
        "decided": None if few else who_decided(found.said, names),
    }


def _areas(
    member: PairMember,
    question_states: Iterable[QuestionState],
    lines: Iterable[LineState],
) -> Iterable[dict[str, Any]]:
    """Yield each area where something was settled, is open or was written down."""
    asked, told = list(question_states), [one for one in lines if one.who]
    for area, title in [*areas.titles(member).items(), ("", areas.OTHER)]:
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
            "ballots": _if_enough(ballots, member.names),
            "diary": _if_enough(decided, member.names),
        }


def _who(lines: Iterable[LineState]) -> Iterable[Pair[Who]]:
    return (one.who for one in lines if one.who is not None)


def _if_enough(found: Influence, names: Pair[str]) -> list[str]:
    return [] if found.word is InfluenceWord.FEW else whose_wish(found, names)


def _raised(
    question_states: Iterable[QuestionState], names: Pair[str]
) -> list[dict[str, Any]]:
    asked = list(question_states)
    return [
        {
            "name": names[seat],
            "texts": [one.question.text for one in asked if one.by is seat],
        }
        for seat in Seat
    ]
