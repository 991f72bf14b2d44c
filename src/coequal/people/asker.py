"""Who asks to be let in, as far as the program needs to know of it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Where somebody asks from, and by which form.

    `browser` is what theirs is known by, `network` where it stands. `form` names the
    very form that was sent, which begins one session however often it is pressed;
    empty where each press is one of its own.
    """

    browser: bytes
    network: bytes
    form: bytes = field(default=b"", repr=False)
