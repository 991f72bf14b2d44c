from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from coequal.cli.main import main

EXAMPLES = Path(__file__).parents[2] / "examples"

Run = Callable[..., Result]
Write = Callable[..., Path]


@pytest.fixture
def run() -> Run:
    """Run the command line with these words."""

    def invoke(*words: object, **options: Any) -> Result:
        return CliRunner().invoke(main, [str(word) for word in words], **options)

    return invoke


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file of answers, with some of its fields changed."""

    def written(file: str, answers: object, **fields: object) -> Path:
        form = {"instrument": "short", "version": 1, "pair": "partners"}
        path = tmp_path / file
        path.write_text(json.dumps(form | {"answers": answers} | fields), "utf-8")
        return path

    return written
