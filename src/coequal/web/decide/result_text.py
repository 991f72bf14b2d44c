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
from coequal.core.decide.weighing import Worth
from coequal.core.people import Pair, Seat

SCORES: Final = (
    gettext_lazy("No"),
    gettext_lazy("Rather not"),
    gettext_lazy("Not quite"),
    gettext_lazy("Fine"),
    gettext_lazy("Good"),
    gettext_lazy("Happy"),
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
    """One option, what each said of it and gave it; it `leads` if it is suggested."""

    text: str
    said: Pair[str]
    given: Pair[int]
    leads: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What two ballots come to. Texts; the same for both people.

    `suggestion` and `compromise` hold options by index and text; empty where
    nothing is acceptable to both, and where it is left to `talk`. `all_middle`: all
    that both can live with is equally fair, so none is the middle. `either_way`: two
    are left, and each is the first choice of one alone. `glad` says that
    both would be happy with what is suggested, `only` that one option is left that
    both can live with. `why` is about the suggestion, `bests`
    says what is off the list, and what each likes best.
    """

    rows: tuple[OptionRow, ...]
    matters: str
    stakes: Pair[str]
    said_why: Pair[str]
    suggestion: tuple[tuple[int, str], ...]
    compromise: tuple[tuple[int, str], ...]
    all_middle: bool
    either_way: bool
    glad: bool
    talk: bool
    only: bool
    why: tuple[str, ...]
    bests: tuple[str, ...]
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
        rows=tuple(
            sorted(
                (_row(number, text, ballots, found) for number, text in named),
                key=lambda row: not row.leads,
            )
        ),
        matters=_matters(ballots, names),
        stakes=ballots.map(lambda one: str(STAKES[one.stake])),
        said_why=state.votes.map(lambda one: one.reason),
        suggestion=tuple(named[one] for one in found.suggestion),
        compromise=tuple(named[one] for one in found.compromise),
        all_middle=len(found.compromise) == len(found.acceptable) > 1,
        either_way=_is_either_way(found),
        glad=found.glad,
        talk=found.talk,
        only=found.talk and len(found.acceptable) == 1,
        why=tuple(_why(one, names, left) for one in reasons(memory, ballots)),
        bests=tuple(_bests(state, ballots, found, names)),
        otherwise=tuple(_changed(state, memory, ballots, names)),
        trades=tuple(_traded(state, ballots, others, names)),
    )


def _row(number: int, text: str, ballots: Pair[Ballot], found: Outcome) -> OptionRow:
    return OptionRow(
        text=text,
        said=ballots.map(lambda one: _score(one, number)),
        given=ballots.map(lambda one: one.marks[number]),
        leads=number in found.suggestion,
    )


def _score(ballot: Ballot, option: int) -> str:
    return str(CANNOT if option in ballot.cannot else SCORES[ballot.scores[option]])


def _matters(ballots: Pair[Ballot], names: Pair[str]) -> str:
    """Say to whom it matters more, if to one of them."""
    a, b = ballots.a.stake, ballots.b.stake
    if a == b:
        return _("It matters the same to you both")
    return _("It matters more to %(name)s") % {"name": names.a if a > b else names.b}


def _bests(
    state: QuestionState, ballots: Pair[Ballot], found: Outcome, names: Pair[str]
) -> Iterator[str]:
    """Say what is off the list, and what each likes best and the other does not."""
    for option, text in enumerate(state.options):
        best = {seat: _likes_best(found.gives_up[seat], option) for seat in Seat}
        for seat in Seat:
            words = {
                "option": text,
                "name": names[seat],
                "other": names[seat.other],
                "said": _score(ballots[seat.other], option),
            }
            if option in ballots[seat].cannot:
                off = _("“%(option)s” is off the list. %(name)s can’t live with it.")
                yield off % words
            elif best[seat] and not best[seat.other]:
                one = _("%(name)s likes “%(option)s” best. %(other)s said “%(said)s”.")
                yield one % words


def _is_either_way(found: Outcome) -> bool:
    """Whether two are left, and with either one of the two gives up a first choice."""
    gives_up, left = found.gives_up, found.acceptable
    firsts = gives_up.map(lambda gives: [one for one in left if not gives[one]])
    return (
        len(left) == len(found.compromise) == 2
        and len(firsts.a) == len(firsts.b) == 1
        and firsts.a != firsts.b
    )


def _likes_best(gives_up: Worth, option: int) -> bool:
    """Whether an option is somebody's best, if they do not like all of them alike."""
    return any(gives_up.values()) and not gives_up.get(option, 1)


def _why(reason: Reason, names: Pair[str], left: str) -> str:
    name = {"name": names[reason.seat] if reason.seat is not None else "", "left": left}
    texts: Mapping[Why, str] = {
        Why.NOTHING: _("There’s nothing here that you can both live with."),
        Why.ONLY: _("It’s the only option there is."),
        Why.ONE_LEFT: _("%(left)s is the only one you can both live with."),
        Why.RULED_OUT: _(
            "What we’d have suggested is off the list. You’re not both fine with any "
            "of the others."
        ),
        Why.BOTH_FIRST: _("You both like it best."),
        Why.BOTH_GLAD: _("You’d both be happy with it."),
        Why.BOTH_FINE: _("You’re both fine with it, and another option got a no."),
        Why.NO_PREFERENCE: _("%(name)s rated them all the same."),
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
