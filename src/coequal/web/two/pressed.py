"""A button that was pressed: its form, and what is done with it if that is valid."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.functional import Promise

from coequal.errors import Refused
from coequal.journal.door import Closed
from coequal.web.two.refusals import Words, why_not


@dataclass(slots=True, kw_only=True)
class Pressed:
    """What makes the form, what is done with it, and the one that was made last."""

    form: Callable[[], forms.Form]
    do: Callable[[forms.Form], HttpResponse | None]
    made: forms.Form | None = None

    def once(self) -> HttpResponse | None:
        """Do it. It may be asked for again, where something came in."""
        # Made again, so that what a form reads of the pair is what the act reads.
        self.made = self.form()
        return self.do(self.made) if self.made.is_valid() else None

    @property
    def faults(self) -> forms.Form | None:
        """The form, if it could not be done."""
        return None if self.made is None or self.made.is_valid() else self.made

    def say_why(
        self,
        refused: Refused,
        words: Words,
        otherwise: Promise | str,
        fields: Mapping[Any, str],
    ) -> None:
        """Say on the form why it was refused; raise it if there are no words for it."""
        reason = refused.args[0] if refused.args else None
        why = why_not(refused, words, otherwise=otherwise)
        # A place that is closed has a page of its own.
        if self.made is None or not why or isinstance(refused, Closed):
            raise refused
        self.made.add_error(fields.get(reason), why)
