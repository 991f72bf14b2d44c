"""Faults that a test has to catch: small wrong changes of the program, as data.

They stand in the files `*.toml` beside this one, about one file a room of the code:

    [[faults]]
    id = "opens-when-one-is-in"      never changes, and no other has it
    proof = "closed until both"      one of `PROOFS`
    wrong = "One plain sentence."    what would be wrong for people; never changes
    file = "journal/opening.py"      below src/coequal
    old = '...'                      found there exactly once
    new = '...'                      what stands in its place while it is planted
    tests = ["journal/test_x.py::test_y"]    below tests; each run fails by one of them

When the code is renamed or rewritten, `id`, `wrong` and `proof` stay: look for the
place where the new code keeps the same promise, break it there in the way that the
sentence says, and name the narrowest tests that must notice. `make prove` says which
`old` is not found any more. Where the new code cannot be wrong in that way, because
the place is gone, take the nearest way in which it can; a fault is dropped only
with its promise. Where copies became one, one of their faults stays. What a change
would fix by itself (a doubled check) is no fault.

In place of tests, `tests = ["lint-imports"]` asks for the contracts between the rooms.
A fault without `file` is planted by its own test, which passes if it is caught.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent

CONTRACTS: Final = "lint-imports"
"""In place of a test: what checks the contracts between the rooms."""

PROOFS: Final = (
    *("closed until both", "what is open was said to be", "shredding", "exporting"),
    *("rows", "closed shares and marks", "pairing", "wraps", "sessions"),
    *("races", "twin worlds", "the same work", "nobody sees more", "what I saw first"),
    *("what one keeps", "overview"),
    *("access", "headers", "crawl", "hostile text", "copies", "errors"),
    *("leaving a pair", "deleting an account", "two chairs", "throttling", "days"),
    *("folds are total", "the law of seats", "rules of Decide", "changed lists"),
    *("diary", "review", "lead", "memory", "suggestion", "whose wish", "own diary"),
    *("agreements", "boundaries", "small steps", "season", "three lines", "thanks"),
    *(
        "picture",
        "change",
        "findings",
        "answers",
        "signs",
        "rounds",
        "steps and thanks",
    ),
    *("damage", "what was typed", "what is missing", "homes"),
    *("Notes", "walls between rooms", "content", "words", "style sheets", "cli"),
)
"""What the project proves, by the names that a fault gives in `proof`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One wrong change of one file, and the tests that must fail with it."""

    id: str
    proof: str
    wrong: str
    tests: tuple[str, ...]
    file: str = ""
    old: str = ""
    new: str = ""

    def in_place(self, text: str) -> str:
        """Return a text with the fault in it; `ValueError` if it has no one place."""
        places = text.count(self.old)
        if places != 1 or self.old == self.new:
            message = f"{self.id}: old text found {places} times in {self.file}"
            raise ValueError(message)
        return text.replace(self.old, self.new)


def read(path: Path) -> tuple[Fault, ...]:
    """Return the faults of one file, in its order."""
    listed = tomllib.loads(path.read_text(encoding="utf-8"))["faults"]
    return tuple(Fault(**one | {"tests": tuple(one["tests"])}) for one in listed)


FAULTS: Final = tuple(
    one for path in sorted(FOLDER.glob("*.toml")) for one in read(path)
)
