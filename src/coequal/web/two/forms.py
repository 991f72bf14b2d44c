"""Fields that forms of two people have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise

from coequal.web.two.dates import ref_from


class RefField(forms.Field):
    """A hidden field that names an entry; what names none is no ref."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput)

    def to_python(self, value: Any) -> bytes:
        """Return the ref, or nothing."""
        return ref_from(value or "")


class RefForm(forms.Form):
    """A button beside an entry, which it names."""

    ref = RefField()


class LineField(forms.CharField):
    """A text whose length and emptiness the rule judges, not the form."""

    def __init__(self) -> None:
        super().__init__(required=False, strip=False)
        # Even of signs that no text should hold: the rule takes them out.
        self.validators = []


class TextForm(forms.Form):
    """One text, as it was typed."""

    text = LineField()


class PickField(forms.ChoiceField):
    """One of some values, or nothing: what is nothing the rule judges."""

    def __init__(self, choices: Iterable[tuple[str, Any]]) -> None:
        super().__init__(choices=list(choices), required=False)

    def validate(self, value: Any) -> None:
        """Take any text; one that is not among the choices is nothing."""

    def clean(self, value: Any) -> str:
        """Return the value picked, or nothing."""
        picked = str(super().clean(value))
        return picked if self.valid_value(picked) else ""


class TicksField(forms.MultipleChoiceField):
    """Some values, or none: which of them may be ticked the rule judges."""

    def __init__(self) -> None:
        super().__init__(required=False)

    def validate(self, value: Any) -> None:
        """Take any texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One choice of a row of radio buttons."""

    value: str
    label: object
    picked: bool


def choices(
    labels: Mapping[str, Promise | str | object], picked: str | None
) -> list[Choice]:
    """Return the choices of one row, the picked one marked."""
    return [
        Choice(value=value, label=label, picked=value == picked)
        for value, label in labels.items()
    ]
