"""A copy of the project in which faults are planted, one at a time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from compileall import compile_dir
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from py_compile import PycInvalidationMode
from typing import Final

from tests.prove.planted.faults import CONTRACTS, FOLDER, Fault

ROOT: Final = FOLDER.parents[2]
LEFT_OUT: Final = (".*", "__pycache__", "var", "test-output", "dist", "*.png")
OURS: Final = ("COEQUAL_", "PYTEST_", "PYTHON")
"""How what a run must not inherit begins: it has a folder and a source of its own."""
SIZES: Final = ("N", "FROM", "EXAMPLES", "LIFE")
DRAWN: Final = ("--hypothesis-seed=0", "--hypothesis-profile=found")
"""The same examples each time; one that fails is enough, not the smallest."""
NO_FAULT: Final = ("NameError", "ImportError", "SyntaxError", "RuntimeError: No active")
"""What fails by a fault that was written wrongly: any test would notice that."""
LONGEST: Final = 1200
"""Seconds after which tests are taken for stuck."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How some tests went: the exit status, all they printed, and what failed."""

    status: int
    said: str

    @property
    def failed(self) -> tuple[str, ...]:
        """The lines that name a failed test or a broken contract."""
        begins = ("FAILED tests/", "ERROR tests/")
        return tuple(
            line
            for line in self.said.splitlines()
            if line.startswith(begins) or line.endswith(" BROKEN")
        )

    @property
    def caught(self) -> bool:
        """Whether a test failed; one that could not even be asked has not."""
        wrong = [f" - {one}" in line for line in self.failed for one in NO_FAULT]
        return self.status == 1 and bool(self.failed) and not any(wrong)

    def fails(self, tests: Sequence[str]) -> bool:
        """Whether one of some tests is among what failed."""
        names = tuple(f"tests/{one}" for one in tests)
        return any(line.split(" ", 1)[1].startswith(names) for line in self.failed)


class Checkout:
    """A copy of what is checked out here, whose tests run on its own source.

    Compiled files are taken by the hash of their source, not by its time: a fault
    comes and goes within the second.
    """

    def __init__(self, folder: Path) -> None:
        self._root = folder / "checkout"
        shutil.copytree(ROOT, self._root, ignore=shutil.ignore_patterns(*LEFT_OUT))
        mode = PycInvalidationMode.CHECKED_HASH
        compile_dir(self._root / "src", quiet=1, invalidation_mode=mode)

    def state(self, fault: Fault) -> str:
        """Return what stands for all the source, for a fault and its test files."""
        files = {self._root / "tests" / one.partition("::")[0] for one in fault.tests}
        paths = sorted([*(self._root / "src").rglob("*"), *files])
        whole = sha256(repr(fault).encode())
        for path in paths:
            if path.is_file() and path.suffix != ".pyc":
                whole.update(str(path.relative_to(self._root)).encode())
                whole.update(sha256(path.read_bytes()).digest())
        return whole.hexdigest()

    @property
    def folder(self) -> Path:
        """The folder of the program, in the copy."""
        return self._root / "src" / "coequal"

    def source(self, fault: Fault) -> Path:
        """Return the file of the copy that a fault changes."""
        return self.folder / fault.file

    @contextmanager
    def planted(self, fault: Fault) -> Iterator[None]:
        """Have a fault in the copy; nothing of it stays."""
        path = self.source(fault)
        whole = path.read_text(encoding="utf-8")
        path.write_text(fault.in_place(whole), encoding="utf-8")
        try:
            yield
        finally:
            path.write_text(whole, encoding="utf-8")

    def imported(self) -> Path:
        """Return where the copy finds the program: it must be its own."""
        code = "import coequal; print(coequal.__file__)"
        return Path(self._do([sys.executable, "-c", code]).said.strip())

    def run(self, tests: Sequence[str], *more: str) -> Run:
        """Run some tests of the copy in a process of their own, with more options."""
        if list(tests) == [CONTRACTS]:
            return self._do([Path(sys.executable).parent / CONTRACTS, "--no-cache"])
        options = ("-q", "-p", "no:randomly", "--tb=line", *DRAWN, *more)
        asked = [f"tests/{one}" for one in tests]
        return self._do([sys.executable, "-m", "pytest", *options, *asked])

    def _do(self, command: Sequence[str | Path]) -> Run:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(OURS) and name not in SIZES
        }
        path = os.pathsep.join(map(str, (self._root / "src", self._root)))
        done = subprocess.run(
            command,
            cwd=self._root,
            env=kept | {"PYTHONPATH": path, "COLUMNS": "200", "SEED": "0"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=LONGEST,
            check=False,
        )
        return Run(status=done.returncode, said=done.stdout)
