"""What a file of decisions comes to, and the same as plain JSON values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from coequal.cli.decide_file import Decision, LoggedQuestion, WeighedQuestion
from coequal.core.decide.diary import Logged, logged
from coequal.core.decide.influence import Influence, from_ballots
from coequal.core.decide.memory import BLANK, Decided, Memory
from coequal.core.decide.outcomes import Outcome, outcome
from coequal.core.decide.reasons import Otherwise, Reason, otherwise, reasons
from coequal.core.decide.trades import Trade, trades
from coequal.core.people import Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question that is weighed and not settled, and what follows from it.

    `trades` are by the place of the other open question in the file.
    """

    weighed: WeighedQuestion
    found: Outcome
    why: tuple[Reason, ...]
    otherwise: tuple[Otherwise, ...]
    trades: tuple[tuple[int, Trade], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAt:
    """A file of decisions, and what it comes to; open questions by their place."""

    decisions: tuple[Decision, ...]
    open: dict[int, OpenQuestion]
    influence: Influence
    logged: Logged


def looked_at(decisions: Sequence[Decision]) -> LookedAt:
    """Return what decisions in the order of time come to.

    A question that is open rests on what was settled before it in the file.
    """
    memory, settled = BLANK, []
    waiting: dict[int, tuple[WeighedQuestion, Memory]] = {}
    for at, one in enumerate(decisions):
        if isinstance(one, LoggedQuestion):
            continue
        if one.outcome is None:
            waiting[at] = one, memory
            continue
        settled.append(Decided(ballots=one.ballots, outcome=one.outcome))
        memory = memory.after(settled[-1])
    return LookedAt(
        decisions=tuple(decisions),
        open={at: _open(at, waiting) for at in waiting},
        influence=from_ballots(settled),
        logged=logged(one.told for one in decisions if isinstance(one, LoggedQuestion)),
    )


def _open(at: int, waiting: dict[int, tuple[WeighedQuestion, Memory]]) -> OpenQuestion:
    weighed, memory = waiting[at]
    return OpenQuestion(
        weighed=weighed,
        found=outcome(memory, weighed.ballots),
        why=reasons(memory, weighed.ballots),
        otherwise=otherwise(memory, weighed.ballots),
        trades=tuple(
            (other, trade)
            for other, (beside, _) in waiting.items()
            if other != at
            for trade in trades(weighed.ballots, beside.ballots)
        ),
    )


def decisions_data(looked: LookedAt) -> dict[str, Any]:
    """Return all of it. Seats are the keys A and B; what cannot be said is None."""
    return {
        "decisions": [
            _decision(one, looked.open.get(at))
            for at, one in enumerate(looked.decisions)
        ],
        "influence": _influence(looked.influence),
        "logged": {
            "entries": looked.logged.entries,
            "alike": looked.logged.alike,
            "said": _pair(looked.logged.said.map(dict)),
            **_influence(looked.logged.influence),
        },
    }


def _decision(decision: Decision, found: OpenQuestion | None) -> dict[str, Any]:
    if isinstance(decision, LoggedQuestion):
        told = _pair(decision.told.map(str))
        return {"question": decision.question, "logged": told}
    plain = {"question": decision.question, "outcome": decision.outcome}
    if found is None:
        return plain
    return plain | {
        "suggestion": list(found.found.suggestion),
        "compromise": list(found.found.compromise),
        "both_glad": found.found.glad,
        "left_to_talk": found.found.talk,
        "dominated": list(found.found.dominated),
        "acceptable": list(found.found.acceptable),
        "gives_up": _pair(
            found.found.gives_up.map(
                lambda by: [by.get(one) for one in range(len(decision.options))]
            )
        ),
        "trades": [
            {
                "with": other,
                "here": trade.here,
                "there": trade.there,
                "gain": _pair(trade.gain),
            }
            for other, trade in found.trades
        ],
        "why": [asdict(one) for one in found.why],
        "otherwise": [asdict(one) for one in found.otherwise],
    }


def _influence(influence: Influence) -> dict[str, Any]:
    return asdict(influence)


def _pair(pair: Pair[Any]) -> dict[str, Any]:
    return {"A": pair.a, "B": pair.b}
