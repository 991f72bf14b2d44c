"""What a page needs that is one file: no request, no script."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final

from django.utils.safestring import SafeString

SHEETS: Final = ("tokens", "components", "figures", "pages", "print")


@cache
def style() -> str:
    """Return the style sheets of the site as one text."""
    folder = files("coequal.web") / "static" / "css"
    return "\n".join((folder / f"{name}.css").read_text("utf-8") for name in SHEETS)


def policy(style: str) -> str:
    """Allow this one style sheet, known by its hash, and nothing else."""
    digest = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )


def dressed() -> dict[str, Any]:
    """Return the style and the policy that allows it, for a template."""
    return {"style": SafeString(style()), "policy": policy(style())}  # nosec B703 # our own
