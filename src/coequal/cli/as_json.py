"""The form and the picture as plain JSON values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any, TypeVar

from coequal.content.findings import ToldFinding
from coequal.core.measured import Estimate
from coequal.core.people import Pair
from coequal.core.see.instrument import Instrument, Item
from coequal.core.see.picture import Domain, Fact, Picture
from coequal.core.see.words import Word

T = TypeVar("T")


def instrument_data(instrument: Instrument, items: Iterable[Item]) -> dict[str, Any]:
    """Return the form: its name, version, pair, and these of its items."""
    return {
        "instrument": instrument.name,
        "version": instrument.version,
        "pair": instrument.pair.value,
        "items": [asdict(item) for item in items],
    }


def picture_data(picture: Picture, told: Iterable[ToldFinding]) -> dict[str, Any]:
    """Return the picture, and what it shows in words, best first.

    Seats are the keys A and B; what is not known is None, and so is the area of a
    finding that is not about one area.
    """
    return {
        "findings": [_told(one) for one in told],
        "domains": [_domain(domain) for domain in picture.domains],
        "overall": picture.overall and picture.overall.value,
        "agree_on": list(picture.agree_on),
        "process": [_fact(fact) for fact in picture.process],
        "trust": [_fact(fact) for fact in picture.trust],
        "heard": [_fact(fact) for fact in picture.heard],
        "carry": [_fact(fact) for fact in picture.carry],
        "factors": [_fact(fact) for fact in picture.factors],
        "good": [_fact(fact) for fact in picture.good],
        "limits": [limit.value for limit in picture.limits],
    }


def _told(told: ToldFinding) -> dict[str, str | None]:
    return {
        "id": told.finding.pattern,
        "area": told.finding.area,
        "sentence": told.sentence,
        "word": told.finding.word.value,
    }


def _domain(domain: Domain) -> dict[str, Any]:
    return {
        "id": domain.id,
        "said": _pair(domain.said, lambda one: _pair(one, _same)),
        "direct": _pair(domain.direct, _same),
        "level": _pair(domain.level, _estimate),
        "difference": _estimate(domain.difference),
        "gap": _pair(domain.gap, _estimate),
        "wish": _pair(domain.wish, _same),
        "word": domain.word.value,
        **_sure(domain),
    }


def _sure(domain: Domain) -> dict[str, str]:
    """Return how sure *about the same* is; nothing for every other word."""
    if domain.word is not Word.SAME:
        return {}
    return {"sure": (Word.CLEAR if domain.clearly else Word.PROBABLY).value}


def _fact(fact: Fact) -> dict[str, Any]:
    return {"id": fact.id, "said": _pair(fact.said, _same)}


def _pair(pair: Pair[T], change: Callable[[T], Any]) -> dict[str, Any]:
    return {"A": change(pair.a), "B": change(pair.b)}


def _same(value: int | None) -> int | None:
    return value


def _estimate(estimate: Estimate | None) -> dict[str, float] | None:
    return None if estimate is None else asdict(estimate)
