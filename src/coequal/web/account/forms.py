"""Forms for keeping an account and coming back to it.

They ask for no e-mail address and no secret question: both may be known to the other
person (`docs/decisions/sign-in.md`).
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from coequal.errors import Refused, Unreadable
from coequal.people.accounts import CODE_BYTES
from coequal.people.names import plain
from coequal.people.phrases import is_guessed_easily
from coequal.sealed import codes
from coequal.web.two.forms import LineField

MIN_PHRASE = 8
LONG = 200
REQUIRED = {
    "required": _("Please fill this in."),
    "max_length": _(
        "This is %(show_value)d characters long. There’s room for %(limit_value)d."
    ),
    "null_characters_not_allowed": _(
        "There’s a character in this that can’t be seen, and we can’t keep it. "
        "Please type it again."
    ),
    "invalid_choice": _("Please choose one of these."),
}
PLAIN = {"spellcheck": "false", "autocapitalize": "none", "autocorrect": "off"}


class NameField(forms.CharField):
    """A name, without the characters in it that nobody can see."""

    def to_python(self, value: Any) -> str:
        """Return the name as it is kept, or say what to do."""
        try:
            return plain(super().to_python(value) or "")
        except Refused:
            raise forms.ValidationError(
                _(
                    "One character in this name won’t work. "
                    "Type the name again, in letters and numbers."
                )
            ) from None


def name_field(help_text: Any = "") -> NameField:
    """Ask for the name one signs in with."""
    return NameField(
        label=_("Name to sign in with"),
        help_text=help_text,
        max_length=LONG,
        error_messages=REQUIRED,
        widget=forms.TextInput(attrs={"autocomplete": "username", **PLAIN}),
    )


def phrase_field(label: Any, *, new: bool, help_text: Any = "") -> forms.CharField:
    """Ask for a passphrase. Spaces at its ends count: they are part of it."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=LONG,
        error_messages=REQUIRED,
        strip=False,
        widget=forms.PasswordInput(
            attrs={"autocomplete": "new-password" if new else "current-password"}
        ),
    )


class NewPhrase(forms.Form):
    """A new passphrase, typed twice."""

    phrase = phrase_field(
        _("Passphrase"),
        new=True,
        help_text=_("Four or five words that nobody who knows you would guess."),
    )
    again = phrase_field(
        _("The same passphrase again"),
        new=True,
        help_text=_("So that one wrong letter doesn’t lock you out."),
    )

    def clean_phrase(self) -> str:
        """Refuse a passphrase that is short, common, or the name itself."""
        # The name is here only where its field stands before this one.
        phrase = str(self.cleaned_data["phrase"])
        name = str(self.cleaned_data.get("name", ""))
        if len(phrase) < MIN_PHRASE:
            raise forms.ValidationError(
                _("This is short. Use at least %(count)s characters."),
                params={"count": MIN_PHRASE},
            )
        if is_guessed_easily(phrase, name):
            raise forms.ValidationError(_("This is easy to guess. Choose another."))
        return phrase

    def clean(self) -> None:
        """Refuse a passphrase that was not typed twice alike."""
        data = self.cleaned_data
        if "phrase" in data and data["phrase"] != data.get("again"):
            self.add_error("again", _("The passphrases don’t match. Type it again."))


class Keep(NewPhrase):
    """A name and a new passphrase."""

    name = name_field(_("Any name you’ll remember. No page shows it to anyone else."))
    field_order = ["name", "phrase", "again"]  # noqa: RUF012  Django


class SignIn(forms.Form):
    """A name and its passphrase."""

    name = name_field()
    phrase = phrase_field(_("Passphrase"), new=False)


class Recover(NewPhrase):
    """A name, the recovery code, and a new passphrase."""

    name = name_field()
    code = forms.CharField(
        label=_("Recovery code"),
        help_text=_("32 letters and numbers. Spaces and dashes don’t matter."),
        max_length=LONG,
        error_messages=REQUIRED,
        widget=forms.TextInput(attrs={"autocomplete": "off", **PLAIN}),
    )
    field_order = ["name", "code", "phrase", "again"]  # noqa: RUF012  Django

    def clean_code(self) -> bytes:
        """Read the code as people write it."""
        try:
            return codes.decode(self.cleaned_data["code"], CODE_BYTES)
        except Unreadable:
            raise forms.ValidationError(
                _("Something is missing. A code has 8 groups of 4 letters and numbers.")
            ) from None


class Confirm(forms.Form):
    """The passphrase again, right before something that matters."""

    phrase = phrase_field(_("Your passphrase"), new=False)


class ShowCode(Confirm):
    """The passphrase again, and whether a new code is wanted in place of the last."""

    replace = forms.BooleanField(required=False)


class WrittenDown(forms.Form):
    """The button that says that the recovery code is on paper: it names the code."""

    written_down = LineField()


class SessionsForm(Confirm):
    """What is to be done with one's sessions: end all others, one of them, or last."""

    do = LineField(_("What would you like to do?"))

    def clean_do(self) -> str:
        """Refuse to do nothing: a key pressed by habit ends no session."""
        chosen = str(self.cleaned_data["do"])
        if not chosen:
            raise forms.ValidationError(_("Please choose one of these."))
        return chosen


class CopyMine(Confirm):
    """The passphrase again, and whether Notes are wanted too."""

    notes = forms.BooleanField(label=_("With my Notes too"), required=False)


class ChangePhrase(NewPhrase):
    """The passphrase that is good now, and a new one."""

    present = phrase_field(_("The passphrase you have now"), new=False)
    field_order = ["present", "phrase", "again"]  # noqa: RUF012  Django
