"""Forms of becoming a pair."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from coequal.core.characters import looks
from coequal.core.lines import one_line
from coequal.core.people import PairType
from coequal.errors import Refused
from coequal.sealed import codes, pairing
from coequal.web import pair_types
from coequal.web.account.forms import PLAIN, REQUIRED, Confirm

LONG = 60
PASTED = 2000  # a code as it comes out of a chat, with the whole message around it


class CalledField(forms.CharField):
    """What somebody is called: one line in which there is something to see."""

    def to_python(self, value: Any) -> str:
        """Return the line as it can stand, or nothing."""
        text = super().to_python(value) or ""
        try:
            return one_line(text, longest=len(text))
        except Refused:
            return ""


def label_field() -> CalledField:
    """Ask what one calls the other person."""
    return CalledField(
        label=_("What do you call this person?"),
        help_text=_("Only you see this, on your own pages."),
        max_length=LONG,
        error_messages=REQUIRED,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


def own_label_field(help_text: Any, *, label: Any) -> CalledField:
    """Ask what one is called oneself; `help_text` says who reads it."""
    return CalledField(
        label=label,
        help_text=help_text,
        max_length=LONG,
        error_messages=REQUIRED,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


def code_field() -> forms.CharField:
    """Ask for the code that was said aloud."""
    return forms.CharField(
        label=_("The code you were given"),
        help_text=_("Type or paste it here. The whole message is fine."),
        max_length=PASTED,
        error_messages=REQUIRED,
        widget=forms.TextInput(attrs={"autocomplete": "off", **PLAIN}),
    )


def pair_field() -> forms.TypedChoiceField:
    """Ask what two people are to each other; the answer is a `PairType`."""
    return forms.TypedChoiceField(
        label=_("What are you to each other?"),
        choices=pair_types.choices,
        coerce=PairType,
        error_messages=REQUIRED,
        widget=forms.Select,
    )


def refuse_alike(form: forms.Form, one: str, other: str) -> None:
    """Refuse two names that nobody can tell apart: no page could say who is meant."""
    first, second = (form.cleaned_data.get(field, "") for field in (one, other))
    if first and looks(first) == looks(second):
        form.add_error(other, _("Use two different names, any you like."))


class _TwoNames(forms.Form):
    """What one calls the other person, and oneself."""

    def clean(self) -> None:
        """Refuse one name for both."""
        super().clean()
        refuse_alike(self, "label", "own_label")


ASKING: Final = _("Whoever opens your code sees this name, and nothing else about you.")
JOINING: Final = _("Only you see this, on your own pages.")


class InviteForm(_TwoNames):
    """Whom the invitation is for, and what the two are to each other."""

    label = label_field()
    own_label = own_label_field(ASKING, label=_("And your own name?"))
    pair = pair_field()


class InviteFor(_TwoNames):
    """Whom the invitation is for, where it is said already what the two are."""

    label = label_field()
    own_label = own_label_field(ASKING, label=_("And your own name?"))


class Code(forms.Form):
    """The code that somebody was given."""

    code = code_field()

    def clean_code(self) -> str:
        """Take the code out of the message it came in; two different ones are none."""
        typed = str(self.cleaned_data["code"])
        found = codes.all_in(typed, pairing.CODE)
        if len(found) > 1:
            raise forms.ValidationError(
                _("There are two codes in this. Use one of them.")
            )
        return codes.encode(*found) if found else typed


class Join(_TwoNames):
    """What to call whoever asked, and oneself.

    `asked` is the invitation that the page was about: another may have been read since.
    """

    asked = forms.RegexField(r"[0-9a-f]{32}", widget=forms.HiddenInput)
    label = label_field()
    own_label = own_label_field(JOINING, label=_("Your own name?"))


class _Ways(forms.RadioSelect):
    """Radio buttons; an error that is listed on top of the form leads to the first."""

    def id_for_label(self, id_: str, index: str | None = "0") -> str:
        """Return the id of one of the buttons."""
        # Django gives the row itself no id, as no label stands for all of it.
        return super().id_for_label(id_, index)


class Close(Confirm):
    """When a place of two closes, and the passphrase again."""

    way = forms.ChoiceField(
        label=_("When?"),
        choices=[
            ("week", _("At the end of this week")),
            ("now", _("Now")),
        ],
        error_messages=REQUIRED,
        widget=_Ways,
    )
    field_order = ["way", "phrase"]  # noqa: RUF012  Django
