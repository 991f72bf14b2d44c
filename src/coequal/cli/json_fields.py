"""The values of a file of JSON, each as it has to be; else `FaultError` says where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coequal.cli.json_file import FaultError
from coequal.core.characters import seen


def an_object(
    data: Any, place: str, names: Sequence[str], *, may_lack: Sequence[str] = ()
) -> dict[str, Any]:
    """Return an object with these names and no others; some it may lack."""
    before = f"{place}: " if place else ""
    if type(data) is not dict:
        raise FaultError(f"{before}expected an object with {', '.join(names)}")
    for name in data:
        if name not in names:
            raise FaultError(f"{before}{name[:40]!a}: expected only {', '.join(names)}")
    for name in names:
        if name not in data and name not in may_lack:
            raise FaultError(f"{place}.{name}: missing".lstrip("."))
    return data


def a_list(data: Any, place: str) -> list[Any]:
    """Return a list."""
    if type(data) is not list:
        raise FaultError(f"{place}: expected a list")
    return data


def a_text(data: Any, place: str) -> str:
    """Return a text in which there is something to see."""
    if type(data) is not str or not seen(data):
        raise FaultError(f"{place}: expected a text")
    return data


def a_number(data: Any, place: str, highest: int, *, instead: str = "") -> int:
    """Return a whole number from 0 to the highest; `instead` tells what else fits."""
    if type(data) is not int or not 0 <= data <= highest:
        raise FaultError(f"{place}: expected a whole number, 0 to {highest}{instead}")
    return data
