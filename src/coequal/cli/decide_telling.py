"""What a file of decisions comes to, in plain words for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import click

from coequal.cli.decide_file import LoggedQuestion
from coequal.cli.decided import LookedAt, OpenQuestion
from coequal.core.characters import isolated
from coequal.core.decide.constants import HIGHEST
from coequal.core.decide.influence import Influence, InfluenceWord
from coequal.core.decide.reasons import Lever, Otherwise, Reason, Why
from coequal.core.people import Seat

NOTHING: Final = (
    "There’s nothing here that you can both live with. Add options, look at what each "
    "of you needs, wait, or split it."
)
PROPOSES: Final = (
    "These are only suggestions: a decision needs both of you. They rest on this file "
    "alone. They can’t know what isn’t in it, or who asked for what. Nor can they know "
    "whether each of you felt free to say what you like."
)
_WHY: Final = {
    Why.NOTHING: "There’s nothing here that you can both live with.",
    Why.ONLY: "It’s the only option there is.",
    Why.ONE_LEFT: "Only one is left that you can both live with, so there’s no choice "
    "to make. Talk about it.",
    Why.RULED_OUT: "One of you can’t live with what we’d suggest, and nothing else is "
    "fine with both of you. Talk about it.",
    Why.BOTH_FIRST: "You both like it best.",
    Why.BOTH_GLAD: "You’d both be happy with it.",
    Why.BOTH_FINE: "You’re both fine with it, and another option got a no.",
    Why.NO_PREFERENCE: "{who} rated them all the same.",
    Why.LEAST: "It comes closest to what you both want, counting how much it matters "
    "to each of you.",
    Why.ALIKE: "It asks the least of you both. It doesn’t matter much to either.",
    Why.MATTERS_MORE: "It matters more to {who}.",
    Why.UNUSUAL: "It matters more to {who} than things usually do.",
    Why.GAVE_WAY: "{who} gave way more often lately.",
    Why.TIED: "Several come out the same.",
}


def tell_decisions(looked: LookedAt) -> Iterator[str]:
    """Yield what is open, what was settled, and whose turn it has been."""
    for at, question in looked.open.items():
        yield from _open(at, question, looked)
    yield _bold("Decided")
    rest = [one for at, one in enumerate(looked.decisions) if at not in looked.open]
    if not rest:
        yield "  Nothing yet."
    for one in rest:
        name = _said(one.question)
        if isinstance(one, LoggedQuestion):
            yield _in(f"{name}: A says {one.told.a}, B says {one.told.b}.")
        elif one.outcome is not None:
            yield _in(f"{name}: {_said(one.options[one.outcome])}.")
    yield from ("", _bold("Whose turn it has been"))
    yield _influence("By your ratings", looked.influence)
    yield _influence("By the diary", looked.logged.influence)
    yield from ("", _in(PROPOSES))


def _open(at: int, question: OpenQuestion, looked: LookedAt) -> Iterator[str]:
    weighed, found = question.weighed, question.found
    named = tuple(_said(one) for one in weighed.options)
    yield _bold(f"{_said(weighed.question)} (open)")
    for one, name in enumerate(named):
        if one not in found.acceptable:
            yield _in(f"{name}: one of you can’t live with it.")
            continue
        gives = found.gives_up
        yield _in(
            f"{name}: A gives up {gives.a[one]:.0%}, B gives up {gives.b[one]:.0%}."
        )
    if not found.suggestion:
        said = map(_reason, question.why) if found.talk else [NOTHING]
        yield from (*map(_in, said), "")
        return
    yield _in(f"Suggestion: {_named(found.suggestion, named)}.")
    yield from (_in(_reason(one)) for one in question.why)
    if len(found.compromise) == len(found.acceptable) > 1:
        yield _in("The fairest middle: they’re all equally fair.")
    else:
        yield _in(f"The fairest middle: {_named(found.compromise, named)}.")
    for other, trade in question.trades:
        beside = looked.open[other].weighed
        if other > at:
            yield _in(
                f"Give and take with '{_said(beside.question)}': {named[trade.here]} "
                f"here and {_said(beside.options[trade.there])} there. "
                "You’d both get more than if each just went one way."
            )
    yield from (_in(_other(one, named)) for one in question.otherwise)
    yield ""


def _reason(reason: Reason) -> str:
    return _WHY[reason.why].format(who=reason.seat)


def _other(change: Otherwise, named: tuple[str, ...]) -> str:
    then = f"it would be {_named(change.suggestion, named)}."
    if change.lever is Lever.MEMORY:
        return f"Without what you decided before, {then}"
    if change.option is None:
        return f"If it mattered {change.to} of 3 to {change.seat}, {then}"
    option = named[change.option]
    return f"If {change.seat} gave {option} {change.to} of {HIGHEST}, {then}"


def _influence(told: str, influence: Influence) -> str:
    if influence.share is None or influence.low is None or influence.high is None:
        return _in(f"{told}: {InfluenceWord.FEW}.")
    if influence.word is not InfluenceWord.CLEAR:
        return _in(f"{told}: {InfluenceWord.EARLY}.")
    more = Seat.A if influence.share > 0.5 else Seat.B
    ends = (influence.low, influence.high)
    low, high = ends if more is Seat.A else (1 - ends[1], 1 - ends[0])
    return _in(
        f"{told}: more often {more}'s way so far, {low:.0%} to {high:.0%} of the time "
        "(sure to 19 in 20, however often you look)."
    )


def _named(options: Iterable[int], named: tuple[str, ...]) -> str:
    return " or ".join(named[one] for one in options)


def _bold(text: str) -> str:
    return click.style(text, bold=True)


def _in(text: str) -> str:
    return f"  {text}"


def _said(text: str) -> str:
    """Return a text of the file as it can stand in a line of ours."""
    return " ".join(isolated(text).split())
