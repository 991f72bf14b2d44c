"""The rows of our picture in words: one word each, and one sentence for an area."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coequal.content.findings import begun, finding_words, listed
from coequal.content.load import Content
from coequal.core.own_life import OF_ONE
from coequal.core.people import Pair, Seat
from coequal.core.see.findings_measures import names as names_of
from coequal.core.see.picture import Domain, Picture
from coequal.core.see.rows import RowFact, RowWord, rows
from coequal.web.charts import strips
from coequal.web.charts.scene_pictures import Standing
from coequal.web.see.wording import SEATS

MIDDLE: Final = 2
WORDS: Final[dict[RowWord, Promise]] = {
    RowWord.SURPRISE: gettext_lazy("the surprise"),
    RowWord.CROSSED: gettext_lazy("seen differently"),
    RowWord.SHARED: gettext_lazy("both call it shared"),
    RowWord.EVEN: gettext_lazy("the same say"),
    RowWord.BOTH_SAY: gettext_lazy("both say %(name)s"),
    RowWord.AGREE: gettext_lazy("you agree"),
    RowWord.NEARLY: gettext_lazy("nearly agree"),
    RowWord.STEP: gettext_lazy("one step apart"),
    RowWord.LEVELS: gettext_lazy("how much differs"),
    RowWord.DIFFERENT: gettext_lazy("seen differently"),
    RowWord.HALF: gettext_lazy("not all answered"),
}
ALIKE: Final = frozenset(
    {
        *(RowWord.SHARED, RowWord.EVEN, RowWord.BOTH_SAY),
        *(RowWord.AGREE, RowWord.NEARLY),
    }
)
CROSSED: Final = frozenset({RowWord.SURPRISE, RowWord.CROSSED})


def rows_of(form: Content, drawn: Picture) -> tuple[RowFact, ...]:
    """Return the rows of a picture of two."""
    guarded = finding_words(form.instrument.locale).guarded
    return rows(drawn, OF_ONE | guarded)


def word(row: RowFact, names: Pair[str]) -> str:
    """Return the one word of a row; a wish takes its place, but for the surprise."""
    if row.word is not RowWord.SURPRISE:
        wished = _wished(row.wishes, names)
        if wished:
            return wished
    return str(WORDS[row.word]) % {"name": names[row.more] if row.more else ""}


def _wished(wishes: Pair[int | None], names: Pair[str]) -> str:
    some = [seat for seat in SEATS if wishes[seat]]
    if not some:
        return ""
    ways = {(wishes[seat] or 0) > 0 for seat in some}
    if len(some) == 1:
        text = _("%(name)s wants more") if True in ways else _("%(name)s wants less")
        return text % {"name": names[some[0]]}
    if len(ways) > 1:
        return _("two wishes")
    return _("both want more") if True in ways else _("both want less")


def places(row: RowFact) -> Pair[float | None]:
    """Return where the marks stand on a line from 0, A decides, to 4, B decides."""
    return row.places.map(lambda one: None if one is None else one + MIDDLE)


def track(row: RowFact) -> SafeString:
    """Draw the row."""
    return strips.track(places(row))


def line(row: RowFact, names: Pair[str], title: str) -> SafeString:
    """Draw the line of one area on its own page."""
    return strips.line(
        places(row),
        ends=names.map(lambda name: _("%(name)s decides") % {"name": name}),
        middle=_("the same"),
        described=f"{title}. {aloud(row, names)}",
    )


def aloud(row: RowFact, names: Pair[str]) -> str:
    """Say where both marks stand."""
    return " ".join(_mark(row.places[seat], names, seat) for seat in SEATS)


def _mark(place: float | None, names: Pair[str], seat: Seat) -> str:
    name = names[seat]
    if place is None:
        return _("%(name)s hasn’t said who decides more.") % {"name": name}
    if not place:
        return _("%(name)s says neither of you decides more.") % {"name": name}
    more = names.a if place < 0 else names.b
    text = _("%(name)s says %(more)s decides more.")
    return text % {"name": name, "more": more}


def sentence(form: Content, domain: Domain, row: RowFact, names: Pair[str]) -> str:
    """Return what stands above one area, made from both accounts as its word is."""
    words = finding_words(form.instrument.locale)
    said = {
        "where": words.place(form.instrument, domain.id),
        "area": listed(form.instrument, [domain.id]),
        "name": names[row.more] if row.more else "",
    }
    return begun(_sentence(domain, row) % said)


def _sentence(domain: Domain, row: RowFact) -> str:
    if row.word in CROSSED:
        if (names_of(domain, Seat.A) or 0) < 0:
            return _("You each think the other one decides more %(where)s.")
        return _("You each say you decide more %(where)s.")
    texts = {
        RowWord.SHARED: _("You both say you share the decisions %(where)s."),
        RowWord.EVEN: _("You both say neither of you decides more %(where)s."),
        RowWord.BOTH_SAY: _("You both say %(name)s decides more %(where)s."),
        RowWord.AGREE: _("You see it the same way: %(area)s."),
        RowWord.NEARLY: _("You see it almost the same way: %(area)s."),
        RowWord.STEP: _("You’re one step apart: %(area)s."),
        RowWord.LEVELS: _(
            "You say different things about how much say you each have: %(area)s."
        ),
        RowWord.DIFFERENT: _("You see it differently: %(area)s."),
        RowWord.HALF: _("Not everything is answered yet: %(area)s."),
    }
    return texts[row.word]


def standing(row: RowFact) -> Standing:
    """Return how the two stand in the scene of one area."""
    if row.word in CROSSED:
        return Standing.CROSSED
    return Standing.ALIKE if row.word in ALIKE else Standing.APART
