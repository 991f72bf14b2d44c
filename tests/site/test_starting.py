"""A start that works: it says where, once it answers, and another may start beside."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.request import urlopen

from tests.site.starting import environment


@contextmanager
def starting(home: Path, **more: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "coequal.cli", "serve", "--port", "0"],
        env=environment(COEQUAL_HOME=str(home), **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            process.terminate()


def address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.fullmatch(r"Coequal is at (http://127\.0\.0\.1:\d+/)  \(.*\)\n", line)
    assert found, line
    return found[1]


def test_four_at_once_on_a_new_folder_all_serve(tmp_path: Path) -> None:
    with ExitStack() as all_of_them:
        running = [all_of_them.enter_context(starting(tmp_path)) for _ in range(4)]
        places = [address(one) for one in running]
        assert len(set(places)) == 4
        for place in places:
            with urlopen(f"{place}sign-in/", timeout=30) as page:
                assert page.status == 200


def test_a_shell_that_is_set_up_for_another_project_starts_ours(tmp_path: Path) -> None:
    with starting(tmp_path, DJANGO_SETTINGS_MODULE="shop.settings") as running:
        assert address(running)


def test_what_others_set_for_the_server_within_changes_nothing(tmp_path: Path) -> None:
    others = {"WEB_CONCURRENCY": "many", "GUNICORN_FD": "x", "SENDFILE": "perhaps"}
    with starting(tmp_path, **others) as running:
        assert address(running)
