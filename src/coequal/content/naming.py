"""How the other person is called in a form: by name, or by what they are to the reader.

A text says `{other}` where a form speaks to the reader ("your partner"), `{my_other}`
where the reader speaks ("my partner"), and either with a capital first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Final

from coequal.content.form import Form
from coequal.core.people import Role

_PLACE: Final = re.compile(r"\{(other|Other|my_other|My_other)\}")
_TEXTS: Final = ("scales", "areas", "items", "guess", "limits", "lines")


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What the other person is called: to the reader, and by the reader.

    A name stays as it was written, also where a sentence begins.
    """

    other: str
    my_other: str
    is_name: bool = False


def called(form: Form, *, name: str = "", role: Role | None = None) -> Called:
    """Return what to call the other person; `role` is that of the reader."""
    if name:
        return Called(other=name, my_other=name, is_name=True)
    if role in form.roles:
        words = form.roles[role]
        return Called(other=words.other, my_other=words.my_other)
    return Called(other=form.lines["other"], my_other=form.lines["my_other"])


def filled(form: Form, by: Called) -> Form:
    """Return a form in which the other person is called so."""
    texts = {name: _filled(getattr(form, name), by) for name in _TEXTS}
    texts["lines"] |= {"other": by.other, "my_other": by.my_other}
    return replace(form, **texts)


def _filled(value: Any, by: Called) -> Any:
    """Fill the places in all texts that a value holds."""
    if type(value) is str:  # and no name out of an enum, which is text too
        return _PLACE.sub(lambda place: _call(place, by), value)
    if isinstance(value, tuple):
        return tuple(_filled(one, by) for one in value)
    if isinstance(value, dict):
        return {name: _filled(one, by) for name, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        held = {one.name: getattr(value, one.name) for one in fields(value)}
        return replace(value, **{name: _filled(one, by) for name, one in held.items()})
    return value


def _call(place: re.Match[str], by: Called) -> str:
    words = by.other if place[1].lower() == "other" else by.my_other
    capital = place[1][0].isupper() and not by.is_name
    return words[:1].upper() + words[1:] if capital else words
