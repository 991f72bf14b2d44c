"""The tables of docs/glossary.md, as what looks for their words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

GLOSSARY: Final = Path(__file__).parents[2] / "docs" / "glossary.md"
ROW: Final = re.compile(r"^\| (.+?) \|", re.MULTILINE)


def first_column(heading: str) -> list[str]:
    """Return what stands first in each row of the table below a heading."""
    page = GLOSSARY.read_text("utf-8")
    section = page.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    found: list[str] = ROW.findall(section)
    return found[1:]


def forms(heading: str) -> list[str]:
    """Return every form of every word that a table leaves out."""
    return [form for row in first_column(heading) for form in row.split(", ")]


def left_out(*headings: str) -> re.Pattern[str]:
    """Return what finds the words that these tables leave out."""
    found = (form for heading in headings for form in forms(heading))
    return re.compile("|".join(map(_whole, found)), re.IGNORECASE)


def _whole(form: str) -> str:
    pattern = re.escape(form).replace(r"\ ", r"[ \-\s]+")
    return rf"\b{pattern}\b" if form[0].isalnum() else pattern
