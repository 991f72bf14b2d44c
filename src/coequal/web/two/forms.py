"""Fields that forms of two people have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise

from coequal.web.two.dates import ref_from


class RefField(forms.Field):
    """A hidden field with the ref of an entry; nothing if the text is not hex."""

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

    def __init__(self, label: Any = None) -> None:
        super().__init__(required=False, strip=False, label=label)
        # Not even Django's check for null characters: the rule removes them.
        self.validators = []


class TextForm(forms.Form):
    """One text, as it was typed."""

    text = LineField()


class PickField(forms.ChoiceField):
    """One of `choices`; anything else becomes "", which the rule in `core` judges."""

    def __init__(self, choices: Iterable[tuple[str, Any]], label: Any = None) -> None:
        super().__init__(choices=list(choices), required=False, label=label)

    def validate(self, value: Any) -> None:
        """Take any text; one that is not among the choices is nothing."""

    def clean(self, value: Any) -> str:
        """Return the value picked, or nothing."""
        picked = str(super().clean(value))
        return picked if self.valid_value(picked) else ""


class TicksField(forms.MultipleChoiceField):
    """Any number of values; the rule in `core` decides which are allowed."""

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
