"""What the cards tell from the answers alone: facts, no inference, both sides.

A low say of one person is never first and never alone: within a line the larger
say comes first, an area where somebody said little comes after the others, and
nothing is told of an area that only one of the two has told of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coequal.content.findings import listed
from coequal.content.load import Content
from coequal.core.own_life import OF_ONE
from coequal.core.people import Pair, Seat
from coequal.core.see.findings_measures import names as names_of
from coequal.core.see.instrument import Area
from coequal.core.see.patterns import Card
from coequal.core.see.picture import Domain, Picture
from coequal.core.see.second import LITTLE, Accounts, accounts, most_apart
from coequal.web.see import wording
from coequal.web.see.wording import SEATS, Pill

COUNTS: Final = (
    *(gettext_lazy("no"), gettext_lazy("one"), gettext_lazy("two")),
    *(gettext_lazy("three"), gettext_lazy("four"), gettext_lazy("five")),
    *(gettext_lazy("six"), gettext_lazy("seven"), gettext_lazy("eight")),
    *(gettext_lazy("nine"), gettext_lazy("ten")),
)
WISHES: Final = {
    2: gettext_lazy("would like much more say: %(areas)s."),
    1: gettext_lazy("would like more say: %(areas)s."),
    -1: gettext_lazy("would like to decide less: %(areas)s."),
    -2: gettext_lazy("would like to decide much less: %(areas)s."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFact:
    """One thing that stands on a card: a `Telling` of facts.

    `note` is what stands below where that is not what the card has for all.
    """

    card: Card
    sentence: str
    area: str | None = None
    word: Pill | None = None
    alike: str = ""
    said: Pair[str] | None = None
    note: str = ""


def tellings(form: Content, drawn: Picture, names: Pair[str]) -> Iterator[CardFact]:
    """Yield what the four cards tell, card by card."""
    yield from _alike(form, drawn, names)
    yield from _surprise(form, drawn, names)
    yield from _wish(form, drawn)
    yield CardFact(
        card=Card.STEP, sentence=_("Before I answer, I say back what I heard.")
    )
    yield CardFact(
        card=Card.STEP, sentence=_("Ask each other once this week: how’s this for you?")
    )


def about(  # noqa: PLR0913  an area is told on a card, below a sentence
    form: Content,
    domain: Domain,
    names: Pair[str],
    *,
    card: Card,
    sentence: str = "",
    word: Pill | None = None,
) -> CardFact | None:
    """Tell what both said in one area, below a sentence; None if one did not."""
    said = accounts(domain)
    if said is None:
        return None
    same = said.a == said.b
    steps = wording.steps(form, domain)
    return CardFact(
        card=card,
        sentence=sentence,
        area=form.instrument.part(domain.id).title,
        word=word,
        alike=_together(said.a, names, steps) if same else "",
        said=None if same else _quotes(said, names, steps),
    )


def _together(told: Pair[int], names: Pair[str], steps: list[str]) -> str:
    if told.a == told.b:
        return _("You both say: %(step)s each.") % {"step": steps[told.a]}
    more, less = sorted(SEATS, key=lambda seat: -told[seat])
    return _("You both say: %(more)s %(much)s, %(less)s %(little)s.") % {
        "more": names[more],
        "much": steps[told[more]],
        "less": names[less],
        "little": steps[told[less]],
    }


def account_of(form: Content, domain: Domain, names: Pair[str], seat: Seat) -> str:
    """Return what one said of both; of whoever left one out, the other alone."""
    steps, said = wording.steps(form, domain), domain.said[seat]
    if said.a is not None and said.b is not None:
        return _quote(seat, Pair(a=said.a, b=said.b), names, steps)
    mine, theirs = said[seat], said[seat.other]
    if mine is not None:
        return _("“I have %(mine)s.”") % {"mine": steps[mine]}
    if theirs is not None:
        words = {"name": names[seat.other], "theirs": steps[theirs]}
        return _("“%(name)s has %(theirs)s.”") % words
    return _("hasn’t said.")


def _quotes(said: Accounts, names: Pair[str], steps: list[str]) -> Pair[str]:
    return Pair(
        a=_quote(Seat.A, said.a, names, steps), b=_quote(Seat.B, said.b, names, steps)
    )


def _quote(seat: Seat, told: Pair[int], names: Pair[str], steps: list[str]) -> str:
    mine, theirs = told[seat], told[seat.other]
    words = {
        "name": names[seat.other],
        "mine": steps[mine],
        "theirs": steps[theirs],
    }
    if mine == theirs:
        return _("“We each have %(mine)s.”") % words
    if mine > theirs:
        return _("“I have %(mine)s. %(name)s has %(theirs)s.”") % words
    return _("“%(name)s has %(theirs)s. I have %(mine)s.”") % words


def _joint(domains: Iterable[Domain]) -> list[Domain]:
    """Leave out what is one person's own life: what was said stands in the picture."""
    return [one for one in domains if one.id not in OF_ONE]


def _alike(form: Content, drawn: Picture, names: Pair[str]) -> Iterator[CardFact]:
    agreed = [domain for domain in drawn.domains if domain.id in drawn.agree_on]
    if not agreed:
        return
    yield CardFact(card=Card.ALIKE, sentence=how_many(form, drawn))
    # How many they are names none; one's own life is not told of on a card.
    for domain in sorted(_joint(agreed), key=_calm_first):
        told = about(form, domain, names, card=Card.ALIKE)
        if told is not None:
            yield told


def how_many(form: Content, drawn: Picture) -> str:
    """Say how many areas both see almost the same way; a single one by its name.

    Unless that is one's own life.
    """
    count, total = len(drawn.agree_on), len(drawn.domains)
    words = {"count": _counted(count), "total": _counted(total)}
    if count == total == 1:
        return _("You see this area almost the same way.")
    if count == 1:
        return _the_one(form, drawn.agree_on[0])
    if count == total == 2:
        return _("You see both areas almost the same way.")
    if count == total:
        return _("You see all %(total)s areas almost the same way.") % words
    return _("You see %(count)s of %(total)s areas almost the same way.") % words


def _the_one(form: Content, area: str) -> str:
    if area in OF_ONE:
        return _("You see one area almost the same way.")
    text = _("You see it almost the same way: %(area)s.")
    return text % {"area": listed(form.instrument, [area])}


def _counted(number: int) -> str:
    return str(COUNTS[number]) if number < len(COUNTS) else str(number)


def _calm_first(domain: Domain) -> tuple[bool, bool]:
    said = domain.said
    least = min(step or 0 for one in (said.a, said.b) for step in (one.a, one.b))
    return least <= LITTLE, said.a != said.b


def _surprise(form: Content, drawn: Picture, names: Pair[str]) -> Iterator[CardFact]:
    widest = most_apart(drawn, OF_ONE)
    if widest is not None:
        yield from differing(form, widest, names)


def differing(form: Content, domain: Domain, names: Pair[str]) -> Iterator[CardFact]:
    """Tell of one area that the two see differently."""
    title = form.instrument.part(domain.id).title
    sentence = _differs(domain) % {"area": title}
    told = about(form, domain, names, card=Card.SURPRISE, sentence=sentence)
    if told is not None:
        yield told


def _differs(domain: Domain) -> str:
    """Say how they differ, going by all that each said of who decides more."""
    said = [names_of(domain, seat) or 0 for seat in SEATS]
    if max(said) < 0:
        return _("%(area)s: each of you thinks the other one decides more.")
    if min(said) > 0:
        return _("%(area)s: you each say you decide more.")
    return _("%(area)s: you see it differently.")


def _wish(form: Content, drawn: Picture) -> Iterator[CardFact]:
    """Tell the wishes; one about somebody's own life is not told, nor denied."""
    here = _joint(drawn.domains)
    if all(domain.wish == Pair(a=None, b=None) for domain in here):
        return
    heads = (
        _("Nobody asks for a change here."),
        _("There is a wish here."),
        _("You each have a wish."),
    )
    some = [seat for seat in SEATS if _strongest(here, seat)]
    if not some and any(_strongest(drawn.domains, seat) for seat in SEATS):
        return
    yield CardFact(card=Card.WISH, sentence=heads[len(some)], said=_wishes(form, here))


def wish_answers(form: Content, domains: Sequence[Domain]) -> Pair[str]:
    """Return what each answered to the wishes in these areas, in those very words.

    It stands below a sentence that tells the wish, and does not tell it again.
    """
    return Pair(
        a=_wish_answer(form, domains, Seat.A), b=_wish_answer(form, domains, Seat.B)
    )


def _wish_answer(form: Content, domains: Sequence[Domain], seat: Seat) -> str:
    answers = [
        (area.title, form.instrument.item(area.wish).label(wish))
        for domain in domains
        if (wish := domain.wish[seat]) is not None
        and isinstance(area := form.instrument.part(domain.id), Area)
    ]
    if not answers:
        return _("hasn’t said.")
    if len(domains) == 1:
        return _("“%(answer)s.”") % {"answer": answers[0][1]}
    several = _("%(area)s: “%(answer)s.”")
    return " ".join(several % {"area": at, "answer": one} for at, one in answers)


def _wishes(form: Content, domains: Sequence[Domain]) -> Pair[str]:
    """Return the strongest wish of each in these areas; ties name all."""
    return Pair(a=_wished(form, domains, Seat.A), b=_wished(form, domains, Seat.B))


def _strongest(domains: Iterable[Domain], seat: Seat) -> int:
    return max((abs(domain.wish[seat] or 0) for domain in domains), default=0)


def _wished(form: Content, domains: Sequence[Domain], seat: Seat) -> str:
    most = _strongest(domains, seat)
    if not most:
        if any(domain.wish[seat] == 0 for domain in domains):
            return _("likes it as it is.")
        return _("hasn’t named a wish this time.")
    sentences = []
    for wish in (most, -most):
        areas = [domain.id for domain in domains if domain.wish[seat] == wish]
        if areas:
            told = listed(form.instrument, areas)
            sentences.append(WISHES[wish] % {"areas": told})
    return " ".join(sentences)
