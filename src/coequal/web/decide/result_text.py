"""What a question comes to, in sentences. Facts first; it proposes, and no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coequal.core.decide.ballot import Ballot
from coequal.core.decide.memory import Memory
from coequal.core.decide.outcomes import Outcome, outcome
from coequal.core.decide.question_state import QuestionState
from coequal.core.decide.reasons import (
    Lever,
    Otherwise,
    Reason,
    Why,
    otherwise,
    reasons,
)
from coequal.core.decide.trades import trades
from coequal.core.people import Pair, Seat

SCORES: Final = (
    gettext_lazy("No"),
    gettext_lazy("Rather not"),
    gettext_lazy("Not quite"),
    gettext_lazy("Fine"),
    gettext_lazy("I like it"),
    gettext_lazy("Happy with it"),
    gettext_lazy("Love it"),
)
STAKES: Final = (
    gettext_lazy("Not at all"),
    gettext_lazy("A little"),
    gettext_lazy("A lot"),
    gettext_lazy("Very much"),
)
CANNOT: Final = gettext_lazy("I can’t live with this")


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRow:
    """One option: what each said of it, and who likes it best of the list.

    It is `off` where one of the two cannot live with it.
    """

    text: str
    said: Pair[str]
    best: str
    off: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What two ballots come to. Texts; the same for both people.

    `suggestion` and `compromise` hold options by index and text; empty where
    nothing is acceptable to both, and where it is left to `talk`. `glad` says that
    both would be happy with what is suggested.
    """

    rows: tuple[OptionRow, ...]
    stakes: Pair[str]
    said_why: Pair[str]
    suggestion: tuple[tuple[int, str], ...]
    compromise: tuple[tuple[int, str], ...]
    glad: bool
    talk: bool
    why: tuple[str, ...]
    otherwise: tuple[str, ...]
    trades: tuple[str, ...]


def result(
    state: QuestionState,
    *,
    memory: Memory,
    others: Iterable[QuestionState],
    names: Pair[str],
) -> Result | None:
    """Return what is shown once both have weighed it; None before that.

    `others` are further questions that both have weighed and not settled.
    """
    if state.votes is None or state.ballots is None:
        return None
    ballots, found = state.ballots, outcome(memory, state.ballots)
    named = list(enumerate(state.options))
    left = listed(state.options[one] for one in found.acceptable)
    return Result(
        rows=tuple(_row(number, text, ballots, found, names) for number, text in named),
        stakes=ballots.map(lambda one: str(STAKES[one.stake])),
        said_why=state.votes.map(lambda one: one.reason),
        suggestion=tuple(named[one] for one in found.suggestion),
        compromise=tuple(named[one] for one in found.compromise),
        glad=found.glad,
        talk=found.talk,
        why=tuple(_why(one, names, left) for one in reasons(memory, ballots)),
        otherwise=tuple(_changed(state, memory, ballots, names)),
        trades=tuple(_traded(state, ballots, others, names)),
    )


def _row(
    number: int, text: str, ballots: Pair[Ballot], found: Outcome, names: Pair[str]
) -> OptionRow:
    off = number not in found.acceptable
    return OptionRow(
        text=text,
        said=ballots.map(lambda one: _score(one, number)),
        best="" if off else _best(number, found, names),
        off=off,
    )


def _score(ballot: Ballot, option: int) -> str:
    return str(CANNOT if option in ballot.cannot else SCORES[ballot.scores[option]])


def _best(option: int, found: Outcome, names: Pair[str]) -> str:
    """Say who likes an option best, if they do not like all of them alike."""
    ways = found.gives_up.map(lambda worth: not worth[option] and any(worth.values()))
    liked = [names[seat] for seat in Seat if ways[seat]]
    if len(liked) == len(Seat):
        return _("You both like this best.")
    return _("%(name)s likes this best.") % {"name": liked[0]} if liked else ""


def _why(reason: Reason, names: Pair[str], left: str) -> str:
    name = {"name": names[reason.seat] if reason.seat is not None else "", "left": left}
    texts: Mapping[Why, str] = {
        Why.NOTHING: _("There’s nothing here that you can both live with."),
        Why.ONLY: _("It’s the only option there is."),
        Why.ONE_LEFT: _("%(left)s is the only one you can both live with."),
        Why.RULED_OUT: _(
            "What would have been suggested is off the table, and none of the rest is "
            "fine with you both."
        ),
        Why.BOTH_FIRST: _("You both like it best."),
        Why.BOTH_GLAD: _("You would both be happy with it."),
        Why.BOTH_FINE: _("You’re both fine with it, and another option got a no."),
        Why.NO_PREFERENCE: _("To %(name)s they’re all the same."),
        Why.LEAST: _(
            "It comes closest to what you both want, counting how much it matters "
            "to each of you."
        ),
        Why.ALIKE: _(
            "This asks the least of you both. It doesn’t matter to either of you."
        ),
        Why.MATTERS_MORE: _("It matters more to %(name)s."),
        Why.UNUSUAL: _("It matters more to %(name)s than things usually do."),
        Why.GAVE_WAY: _("%(name)s gave way more often lately."),
        Why.TIED: _("Several come out the same."),
    }
    return texts[reason.why] % name


def _changed(
    state: QuestionState, memory: Memory, ballots: Pair[Ballot], names: Pair[str]
) -> Iterator[str]:
    for change in otherwise(memory, ballots):
        texts: Mapping[Lever, str] = {
            Lever.STAKE: _(
                "If it mattered “%(to)s” to %(name)s, we’d suggest %(then)s."
            ),
            Lever.SCORE: _(
                "If %(name)s said “%(to)s” to %(option)s, we’d suggest %(then)s."
            ),
            Lever.MEMORY: _("Without what you decided before, we’d suggest %(then)s."),
        }
        yield texts[change.lever] % _words(state, change, names)


def _words(state: QuestionState, change: Otherwise, names: Pair[str]) -> dict[str, str]:
    to = ""
    if change.to is not None:
        to = str((STAKES if change.lever is Lever.STAKE else SCORES)[change.to])
    return {
        "name": names[change.seat] if change.seat is not None else "",
        "option": "" if change.option is None else state.options[change.option],
        "to": to,
        "then": listed(state.options[one] for one in change.suggestion),
    }


def listed(texts: Iterable[str]) -> str:
    """Return several options in one line: either of them would do."""
    return _(" or ").join(f"“{text}”" for text in texts)


def _traded(
    state: QuestionState,
    ballots: Pair[Ballot],
    others: Iterable[QuestionState],
    names: Pair[str],
) -> Iterator[str]:
    for other in others:
        if other.ballots is None or other.ref == state.ref:
            continue
        for trade in trades(ballots, other.ballots):
            yield _(
                "“%(here)s” here, and “%(there)s” for “%(question)s”: "
                "%(a)s and %(b)s both get more than if each just went one way."
            ) % {
                "here": state.options[trade.here],
                "there": other.options[trade.there],
                "question": other.question.text,
                "a": names[Seat.A],
                "b": names[Seat.B],
            }
