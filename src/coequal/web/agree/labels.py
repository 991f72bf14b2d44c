"""What the pages of Agree say, where several of them say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coequal.core.agree.entries import Binds
from coequal.core.agree.rules import MOST_OFFERED, NoAgreement
from coequal.core.people import PairType
from coequal.web.two.refusals import Words

Text = Promise | str

BINDS: Final[dict[str, Text]] = {
    Binds.ME.value: gettext_lazy("I will"),
    Binds.BOTH.value: gettext_lazy("We both"),
}
WEEKS: Final[dict[str, Text]] = {
    "4": gettext_lazy("Four weeks"),
    "8": gettext_lazy("Eight weeks"),
    "13": gettext_lazy("Three months"),
    "26": gettext_lazy("Half a year"),
}
NOT_FOR_TWO: Final = gettext_lazy(
    "Each of you decides this alone, so there’s nothing to agree on here. "
    "You can say where your own line is."
)


_AT_HOME: Final = frozenset({PairType.PARTNERS, PairType.FLATMATES})
"""Those who share a household."""
_APART: Final = frozenset(PairType) - _AT_HOME


@dataclass(frozen=True, slots=True, kw_only=True)
class Starter:
    """Words to begin with; `area` is the first of these that the two have.

    `fits` are the types of pair that they are offered to.
    """

    title: Text
    areas: tuple[str, ...]
    when: Text
    then: Text
    limit: Text = ""
    binds: Binds = Binds.BOTH
    fits: frozenset[PairType] = frozenset(PairType)


STARTERS: Final[dict[str, Starter]] = {
    "loud": Starter(
        title=gettext_lazy("When it gets loud"),
        areas=(),
        when=gettext_lazy("it gets loud"),
        then=gettext_lazy("stop when one of us says “tea”, and go on at eight"),
    ),
    "time": Starter(
        title=gettext_lazy("Time for yourself"),
        areas=("free_time",),
        when=gettext_lazy("it’s Wednesday evening"),
        then=gettext_lazy("do our own thing, and nobody asks"),
        fits=_AT_HOME,
    ),
    "ill": Starter(
        title=gettext_lazy("When one of us is ill"),
        areas=("home", "cleaning"),
        when=gettext_lazy("one of us is ill"),
        then=gettext_lazy("let the housework wait, except cooking"),
        fits=_AT_HOME,
    ),
    "cancel": Starter(
        title=gettext_lazy("When one of us has to cancel"),
        areas=("time", "doing", "gatherings", "visits"),
        when=gettext_lazy("one of us has to cancel"),
        then=gettext_lazy("say so the day before"),
        fits=_APART,
    ),
    "money": Starter(
        title=gettext_lazy("Spending our money"),
        areas=("money", "bills", "paying", "belongings"),
        when=gettext_lazy("something we pay for together costs more than the limit"),
        then=gettext_lazy("ask first, and sleep on it for a night"),
        limit=gettext_lazy("100 euros"),
    ),
    "visits": Starter(
        title=gettext_lazy("Family visits"),
        areas=("home", "guests"),
        when=gettext_lazy("my family wants to come and stay"),
        then=gettext_lazy("ask you first, before I say yes to them"),
        binds=Binds.ME,
        fits=_AT_HOME,
    ),
}


TRIES: Final[dict[str, Starter]] = {
    "hello": Starter(
        title=gettext_lazy("Say hello first"),
        areas=(),
        when=gettext_lazy("we see each other again"),
        then=gettext_lazy("say hello first, before anything else"),
    ),
    "half-hour": Starter(
        title=gettext_lazy("Half an hour for the two of you"),
        areas=("free_time", "time"),
        when=gettext_lazy("the weekend begins"),
        then=gettext_lazy("take half an hour, just for us"),
    ),
    "guests": Starter(
        title=gettext_lazy("Say when guests are coming"),
        areas=("guests", "home"),
        when=gettext_lazy("one of us has asked somebody round"),
        then=gettext_lazy("say so the day before"),
        fits=_AT_HOME,
    ),
    "swap": Starter(
        title=gettext_lazy("Swap one chore for a month"),
        areas=("home", "cleaning"),
        when=gettext_lazy("a new month begins"),
        then=gettext_lazy("swap one chore, and see what we learn"),
        fits=_AT_HOME,
    ),
    "calendar": Starter(
        title=gettext_lazy("Ten minutes with the calendar"),
        areas=("plans", "time"),
        when=gettext_lazy("a new week begins"),
        then=gettext_lazy("look at the week together for ten minutes"),
        fits=_AT_HOME,
    ),
    "choose": Starter(
        title=gettext_lazy("Take turns choosing"),
        areas=("free_time", "doing", "plans"),
        when=gettext_lazy("we have a free day together"),
        then=gettext_lazy("take turns choosing what we do"),
    ),
    "night": Starter(
        title=gettext_lazy("Sleep on it"),
        areas=("plans",),
        when=gettext_lazy("we don’t agree on something big"),
        then=gettext_lazy("sleep on it for a night, and then decide"),
    ),
    "aloud": Starter(
        title=gettext_lazy("Say thanks out loud"),
        areas=(),
        when=gettext_lazy("one of us has done something for us both"),
        then=gettext_lazy("say thank you, out loud"),
    ),
    "quiet": Starter(
        title=gettext_lazy("One word for quiet"),
        areas=("quiet", "time"),
        when=gettext_lazy("one of us needs quiet"),
        then=gettext_lazy("say “later”, and talk an hour after"),
    ),
}
"""Small things to try for a while; three of them stand on each season."""


def fitting(
    starters: Mapping[str, Starter], pair: PairType
) -> list[tuple[str, Starter]]:
    """Return those that fit what two people are to each other, by name."""
    return [(name, one) for name, one in starters.items() if pair in one.fits]


def refusals() -> Words:
    """Return what to do about something that could not be done."""
    return {
        NoAgreement.OWN: str(NOT_FOR_TWO),
        NoAgreement.NOWHERE: _("Please pick what it’s about."),
        NoAgreement.NOBODY: _("Please pick “I will” or “We both”."),
        NoAgreement.THEIRS: _(
            "With “I will” you can set a limit for yourself only. "
            "If it’s for you both, pick “We both”."
        ),
        NoAgreement.UNEQUAL: _(
            "With “We both” the limit is the same for you both. "
            "If you want one just for yourself, pick “I will”."
        ),
        NoAgreement.SHORT: _("Please pick how long."),
        NoAgreement.FULL: _(
            "You have %(most)s suggestions waiting. Take one back first."
        )
        % {"most": MOST_OFFERED},
        NoAgreement.SAME: _("You’ve already agreed on exactly this."),
        NoAgreement.EARLY: _("You’ve both said keep, so it goes on."),
    }
