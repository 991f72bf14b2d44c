"""Forms of Keep: three lines, and the day for them."""

from __future__ import annotations

from django import forms

from coequal.core.days import WEEKDAYS
from coequal.core.keep.lines import Three
from coequal.web.keep.labels import FOR_ME
from coequal.web.two.forms import LineField, PickField, RefField


class LinesForm(forms.Form):
    """Three lines; the second begins with *For me* in its field, and not in a row."""

    good = LineField()
    much = LineField()
    wish = LineField()

    def clean_much(self) -> str:
        """Return the line without what it began with."""
        text: str = self.cleaned_data["much"].strip()
        begins = str(FOR_ME).strip()
        has_it = text.casefold().startswith(begins.casefold())
        return text[len(begins) :].strip() if has_it else text

    @property
    def three(self) -> Three:
        """The lines that were written."""
        names = ("good", "much", "wish")
        return Three(**{name: self.cleaned_data[name] for name in names})


class OwnLinesForm(LinesForm):
    """Three lines by oneself, or the button beside some."""

    ref = RefField()


class DayForm(forms.Form):
    """A day of the week, by its number."""

    day = PickField([(str(one), one) for one in WEEKDAYS])
