"""What a check finds: a setting, what is wrong with it, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from coequal.site.environment import CannotStart


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One line for whoever runs the machine.

    `setting` is a name of the environment, an option or a path; `says` is what is
    wrong and what to do. A `problem` is to be mended; anything else is good to know.
    """

    setting: str
    says: str
    problem: bool = True


def note(setting: str, says: str) -> Remark:
    """Return what is good to know, and no fault."""
    return Remark(setting=setting, says=says, problem=False)


def refusals(*asked: Callable[[], Any]) -> Iterator[Remark]:
    """Ask each as a start does; yield why it would be refused, each line once."""
    for line in dict.fromkeys(_refusal(one) for one in asked):
        if line:
            setting, _, says = line.partition(": ")
            yield Remark(setting=setting, says=says)


def _refusal(asked: Callable[[], Any]) -> str:
    try:
        asked()
    except CannotStart as refused:
        return str(refused)
    return ""
