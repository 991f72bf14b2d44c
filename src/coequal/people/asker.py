"""Who asks to be let in, as far as the program needs to know of it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Where somebody asks from, and by which form.

    `browser` is what theirs is known by, `network` where it stands. `cookie` is that of
    the session which this very form begins, however often it is pressed; empty for a
    new one each time.
    """

    browser: bytes
    network: bytes
    cookie: bytes = field(default=b"", repr=False)
