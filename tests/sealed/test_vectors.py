from __future__ import annotations

import json
from typing import Any

import pytest

from . import make_vectors

VECTORS: list[dict[str, Any]] = json.loads(make_vectors.FILE.read_text("utf-8"))[
    "vectors"
]


@pytest.mark.usefixtures("production_stretching")
def test_making_the_vectors_anew_gives_the_same_file() -> None:
    assert make_vectors.written() == make_vectors.FILE.read_text("utf-8")


def test_there_are_thirteen_and_each_says_why_in_one_line() -> None:
    assert [vector["number"] for vector in VECTORS] == list(range(1, 14))
    for vector in VECTORS:
        assert vector["why"].endswith(".")
        assert "\n" not in vector["why"]


@pytest.mark.parametrize(
    ("number", "name", "starts", "ends"),
    [
        (1, "lp(61, empty)", "000000016100000000", ""),
        (1, "H(ref, empty)", "6263616e", "6bf51"),
        (2, "commitment", "45730e4f97b91ee6", ""),
        (4, "personal space", "fda9f33e0051dcc29f5ecd6fe90c3f7d", ""),
        (4, "personal key", "a3f8490a", "cc46f925"),
        (4, "member id, salt of zeros", "eeb047a0f2cb9c6dae7ec4f9ab3a9154", ""),
    ],
)
def test_the_answers_written_in_the_format_come_out(
    number: int, name: str, starts: str, ends: str
) -> None:
    found: str = VECTORS[number - 1][name]
    assert found.startswith(starts)
    assert found.endswith(ends)


def test_rows_have_the_lengths_written_in_the_format() -> None:
    seven = VECTORS[6]
    assert [seven[audience]["length"] for audience in "NBW"] == [330, 330, 2122]
