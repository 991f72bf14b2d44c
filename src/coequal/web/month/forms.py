"""Forms of a month: five taps, which of them are shared, and the sixth of one's own."""

from __future__ import annotations

from typing import Final

from django import forms

from coequal.core.month.check_in import TOP, CheckIn, Facet
from coequal.core.month.entries import SIX
from coequal.web.two.forms import LineField, PickField, TicksField

STEPS: Final = [(str(step), step) for step in range(TOP + 1)]


class TapsForm(forms.Form):
    """Five taps, of which any may be left out, and what is shared of them.

    `month` is the one that they were tapped for.
    """

    heard = PickField(STEPS)
    say = PickField(STEPS)
    load = PickField(STEPS)
    appreciated = PickField(STEPS)
    good = PickField(STEPS)
    share = TicksField()
    month = LineField()

    @property
    def steps(self) -> dict[str, int]:
        """What was tapped, line by line."""
        found = {name: self.cleaned_data.get(name, "") for name in SIX}
        return {str(name): int(step) for name, step in found.items() if step}

    @property
    def said(self) -> CheckIn:
        """The five of it."""
        return CheckIn(**{name: self.steps.get(name) for name in map(str, Facet)})


class OwnTapsForm(TapsForm):
    """The same with the sixth, which is one's own."""

    free = PickField(STEPS)
