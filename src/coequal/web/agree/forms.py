"""The forms of a line that one of the two offers."""

from __future__ import annotations

from typing import Final

from django import forms
from django.http import Http404, QueryDict
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from coequal.content.starters import starters
from coequal.core.agree.agreements import AgreementStage
from coequal.core.agree.entries import Agreement, Binds
from coequal.core.agree.rules import LIMIT_LONGEST, LONGEST
from coequal.core.whose import OTHER
from coequal.web.account.forms import REQUIRED
from coequal.web.agree import states
from coequal.web.agree.labels import BINDS, WEEKS
from coequal.web.templatetags.said import said
from coequal.web.two import areas, kept_steps
from coequal.web.two.forms import PickField, RefForm
from coequal.web.two.page import PairRequest

MORE: Final = ("my_limit", "your_limit")
"""The fields that stand folded away."""


class AgreementForm(forms.Form):
    """A line: whose doing, when, and what then.

    It may begin with the words of another one, whose place it then takes, or with words
    to start from, as the address says.
    """

    binds = PickField(BINDS.items(), label=_("Who does it?"))
    when = forms.CharField(
        label=_("When"),
        help_text=_("What sets it off. For example: it gets loud"),
        max_length=LONGEST,
        required=False,
        error_messages=REQUIRED,
    )
    then = forms.CharField(
        label=_("What then?"),
        help_text=_("One thing someone could see you do."),
        max_length=LONGEST,
        error_messages=REQUIRED,
    )
    weeks = PickField(WEEKS.items(), label=_("How long, before you look again?"))
    my_limit = forms.CharField(
        label=_("A limit for you"),
        help_text=_("For example: 100 euros, or ten o’clock"),
        max_length=LIMIT_LONGEST,
        required=False,
        error_messages=REQUIRED,
    )
    your_limit = forms.CharField(
        max_length=LIMIT_LONGEST, required=False, error_messages=REQUIRED
    )

    def __init__(self, data: QueryDict | None, asked: PairRequest) -> None:
        member, ids = asked.member, asked.ids
        again = states.find(states.now(member), ids.get("line_id", ""))
        if again is None and "line_id" in ids:
            raise Http404
        self.former = b""
        if again and again.stage not in {AgreementStage.OFFERED, AgreementStage.DOUBT}:
            self.former = again.ref
        self.zone, self.mine = member.zone, states.areas(member)
        titles = areas.titles(member)
        name = ids.get("name", "")
        begun = (_begun(name, titles) or kept_steps.begun(member, name)) | (
            _filled(again.entry, mine=again.offer.by is member.seat) if again else {}
        )
        super().__init__(data, initial={"weeks": "4"} | begun)
        self.fields["area"] = forms.ChoiceField(
            label=_("What is it about?"),
            choices=[("", _("Please pick")), *_groups(titles, self.mine)],
            required=False,
        )
        label = said(member.label)
        self.fields["your_limit"].label = format_html(str(_("A limit for {}")), label)

    @property
    def is_own(self) -> bool:
        """Whether it is about something that each decides alone."""
        area = str(self["area"].value() or "")
        return bool(area) and area not in self.mine

    @property
    def agreement(self) -> Agreement:
        """The line that was written."""
        given = self.cleaned_data
        return Agreement(
            **{one: given[one] for one in ("binds", "area", "when", "then", *MORE)},
            weeks=int(given["weeks"] or 0),
            zone=self.zone,
            former=self.former,
        )


class TurnForm(RefForm):
    """A button beside a line that has ended, and for the how manieth time it has."""

    turn = forms.IntegerField(widget=forms.HiddenInput)


def _groups(
    titles: dict[str, str], ours: frozenset[str]
) -> list[tuple[object, list[tuple[str, object]]]]:
    """Return what is for two, and what is not: it stands there to be told so."""
    own = {area: title for area, title in titles.items() if area not in ours}
    for_two = [one for one in titles.items() if one[0] in ours]
    return [
        (_("For you two"), [*for_two, (OTHER, areas.OTHER)]),
        (_("Each decides alone"), [*own.items(), *areas.OWN.items()]),
    ]


def _begun(start: str, titles: dict[str, str]) -> dict[str, str]:
    """Return the fields that words to start from fill in."""
    words = starters().both.get(start)
    if words is None:
        return {}
    area = next((one for one in words.areas if one in titles), OTHER)
    limits = dict.fromkeys(MORE, words.limit)
    begun = {"when": words.when, "then": words.then, "binds": words.binds}
    return {**begun, **limits, "area": area}


def _filled(entry: Agreement, *, mine: bool) -> dict[str, str]:
    """Return the fields as another line has them; what the other *will* is not mine."""
    words = {"when": entry.when, "then": entry.then, "area": entry.area}
    weeks = {"weeks": str(entry.weeks)}
    if entry.binds == Binds.ME and not mine:
        return words | weeks
    limits = {"my_limit": entry.my_limit, "your_limit": entry.your_limit}
    return {**words, **weeks, **limits, "binds": entry.binds}
