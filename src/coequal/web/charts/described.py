"""What a figure shows, in words, for people who hear it read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coequal.core.measured import Estimate
from coequal.core.people import Pair, Seat
from coequal.web.charts.gaps import GapRow
from coequal.web.charts.notches import TOP
from coequal.web.charts.split import Slice
from coequal.web.charts.trend import Lane
from coequal.web.charts.turns import Turn
from coequal.web.charts.week import Post


def joint(  # noqa: PLR0913  this is what one area is made of
    *,
    area: str,
    names: Pair[str],
    said: Pair[Pair[int | None]],
    level: Pair[Estimate | None],
    wish: Pair[int | None],
    steps: Sequence[str],
    earlier: Pair[Pair[int | None]] | None = None,
) -> str:
    """Say what both said about each person's say, and what each wishes.

    With `earlier` also what they said before.
    """
    sentences = [area + "."]
    for seat in Seat:
        told = Pair(a=said.a[seat], b=said.b[seat])
        sentences += [
            _about(names, seat, told, steps),
            before(names, seat, earlier, steps),
            _probably(level[seat], steps),
            _wished(names[seat], wish[seat]),
        ]
    return " ".join(sentence for sentence in sentences if sentence)


def own(  # noqa: PLR0913  this is what one area is made of
    *,
    area: str,
    other: str,
    said: Pair[int | None],
    level: Pair[Estimate | None],
    wish: int | None,
    steps: Sequence[str],
    earlier: Pair[int | None] | None = None,
) -> str:
    """Say what one person said: `a` about themselves, `b` about the other.

    With `earlier` also what they said before.
    """
    mine, theirs = (step_word(step, steps) for step in (said.a, said.b))
    before = earlier or Pair(a=None, b=None)
    sentences = [
        _("%(area)s, your answers.") % {"area": area},
        _("Your say: %(step)s.") % {"step": mine},
        _before(before.a, steps),
        _probably(level.a, steps),
        _("Your wish: %(wish)s.") % {"wish": wish_word(wish)},
        _("What you think %(name)s has: %(step)s.") % {"name": other, "step": theirs},
        _before(before.b, steps),
        _probably(level.b, steps),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def gaps(*, rows: Sequence[GapRow], names: Pair[str]) -> str:
    """Say for each area who has more say, as each of the two said it."""
    sentences = [_("Who has more say, as each of you sees it.")]
    for row in rows:
        first, second = (more_word(row.said[seat], names) for seat in Seat)
        if row.said.a == row.said.b:
            text = _("%(area)s: you both say %(who)s.")
            sentences.append(text % {"area": row.area, "who": first})
        else:
            text = _("%(area)s: %(a)s says %(first)s, %(b)s says %(second)s.")
            sentences.append(
                text
                % {
                    "area": row.area,
                    "a": names.a,
                    "first": first,
                    "b": names.b,
                    "second": second,
                }
            )
    return " ".join(sentences)


def trend(*, what: str, lanes: Sequence[tuple[str, Lane]], steps: Sequence[str]) -> str:
    """Say for each person between which steps it went, and the usual level."""
    months = len(lanes[0][1].said)
    head = ngettext("%(what)s, %(count)d month.", "%(what)s, %(count)d months.", months)
    sentences = [head % {"what": what, "count": months}]
    for name, lane in lanes:
        sentences += [_months(name, lane, steps), _usual(lane, steps)]
    return " ".join(sentence for sentence in sentences if sentence)


def split(*, parts: Sequence[Slice], names: Pair[str]) -> str:
    """Say for each part of the work how many tasks each carries, and both."""
    sentences = [_("How many tasks each of you carries, and how many you both do.")]
    for part in parts:
        text = _("%(part)s: %(a)s %(first)d, both %(both)d, %(b)s %(second)d.")
        facts = {
            "part": part.name,
            "a": names.a,
            "first": part.alone.a,
            "both": part.both,
            "b": names.b,
            "second": part.alone.b,
        }
        sentences.append(text % facts)
    return " ".join(sentences)


def turns(*, turns: Sequence[Turn], names: Pair[str]) -> str:
    """Say for each decision, in order, whose wish it was."""
    if not turns:
        return _("Nothing has been decided yet.")
    sentences = [_("Whose turn it was, in order.")]
    for turn in turns:
        who = _("both") if turn.wish is None else names[turn.wish]
        sentences.append(_("%(when)s: %(who)s.") % {"when": turn.when, "who": who})
    return " ".join(sentences)


def week(*, posts: Sequence[Post], names: Pair[str]) -> str:
    """Say what both said to each question of a check-in."""
    sentences = [_("This week, from 0 to %(top)d.") % {"top": TOP}]
    for post in posts:
        first, second = (_notch(post.said[seat]) for seat in Seat)
        words = {"label": post.label, "a": names.a, "first": first}
        words |= {"b": names.b, "second": second}
        if first == second:
            text = _("%(label)s: both %(first)s.")
        else:
            text = _("%(label)s: %(a)s %(first)s, %(b)s %(second)s.")
        sentences.append(text % words)
    return " ".join(sentences)


def step_word(step: int | None, steps: Sequence[str]) -> str:
    """Name a step, or say that nothing was said."""
    return _("not said") if step is None else steps[step]


def wish_word(wish: int | None) -> str:
    """Name a wish from -2 to 2."""
    words = {
        -2: _("much less"),
        -1: _("less"),
        0: _("as it is"),
        1: _("more"),
        2: _("much more"),
        None: _("not said"),
    }
    return words[wish]


def more_word(steps: float, names: Pair[str]) -> str:
    """Name who has more say and by how many steps; right of 0 is seat B."""
    if not steps:
        return _("the same")
    count = round(abs(steps))
    text = ngettext(
        "%(name)s, by %(count)d step", "%(name)s, by %(count)d steps", count
    )
    return text % {"name": names.a if steps < 0 else names.b, "count": count}


def range_word(level: Estimate | None, steps: Sequence[str]) -> str:
    """Name the two steps that an interval lies between."""
    if level is None:
        return ""
    top = len(steps) - 1
    low, high = (min(max(floor(end + 0.5), 0), top) for end in (level.low, level.high))
    if low == high:
        return _("about %(step)s") % {"step": steps[low]}
    return _("between %(low)s and %(high)s") % {
        "low": steps[low],
        "high": steps[high],
    }


def _about(
    names: Pair[str], seat: Seat, told: Pair[int | None], steps: Sequence[str]
) -> str:
    words = {"name": names[seat], "a": names.a, "b": names.b}
    if told.a is None and told.b is None:
        return _("%(name)s’s say: nobody has answered.") % words
    if told.a == told.b:
        text = _("%(name)s’s say: you both say %(step)s.")
        return text % {**words, "step": step_word(told.a, steps)}
    text = _("%(name)s’s say: %(a)s says %(first)s, %(b)s says %(second)s.")
    return text % {
        **words,
        "first": step_word(told.a, steps),
        "second": step_word(told.b, steps),
    }


def before(
    names: Pair[str],
    seat: Seat,
    earlier: Pair[Pair[int | None]] | None,
    steps: Sequence[str],
) -> str:
    """Say what both said about one person before, or nothing."""
    if earlier is None:
        return ""
    told = Pair(a=earlier.a[seat], b=earlier.b[seat])
    if told.a is None and told.b is None:
        return ""
    words = told.map(lambda step: step_word(step, steps))
    if told.a == told.b:
        return _("Before: both said %(step)s.") % {"step": words.a}
    return _("Before: %(a)s said %(first)s, %(b)s said %(second)s.") % {
        "a": names.a,
        "b": names.b,
        "first": words.a,
        "second": words.b,
    }


def _before(step: int | None, steps: Sequence[str]) -> str:
    return "" if step is None else _("Before: %(step)s.") % {"step": steps[step]}


def _probably(level: Estimate | None, steps: Sequence[str]) -> str:
    if level is None:
        return ""
    return _("Probably %(range)s.") % {"range": range_word(level, steps)}


def _wished(name: str, wish: int | None) -> str:
    if wish is None:
        return ""
    return _("%(name)s’s wish: %(wish)s.") % {
        "name": name,
        "wish": wish_word(wish),
    }


def _notch(step: int | None) -> str:
    return _("not said") if step is None else str(step)


def _months(name: str, lane: Lane, steps: Sequence[str]) -> str:
    said = [step for step in lane.said if step is not None]
    if not said:
        return _("%(name)s: nothing yet.") % {"name": name}
    low, high, last = (steps[step] for step in (min(said), max(said), said[-1]))
    facts = {"name": name, "low": low, "high": high, "last": last}
    if low == high:
        return _("%(name)s: “%(last)s”.") % facts
    return (
        _("%(name)s: between “%(low)s” and “%(high)s”, most recently “%(last)s”.")
        % facts
    )


def _usual(lane: Lane, steps: Sequence[str]) -> str:
    known = [one for one in lane.level if one is not None]
    if not known:
        return ""
    first, last = (steps[floor(one.value + 0.5)] for one in (known[0], known[-1]))
    if first == last:
        return _("Usually about “%(last)s”.") % {"last": last}
    text = _("Usually about “%(first)s” at first, and about “%(last)s” now.")
    return text % {"first": first, "last": last}
