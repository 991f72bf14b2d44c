"""What the server has confirmed is there after the plug was pulled."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.site.browser import Person
from tests.site.server import served
from tests.web.unspaced import unspaced

CHOSEN = re.compile(r'class="answer before" name="a" value="(-?\d+)"')
KILLS = 3


def test_a_confirmed_answer_survives_a_pulled_plug(tmp_path: Path) -> None:
    person, sheet = Person(""), ""
    for kill in range(KILLS):
        with served(tmp_path) as server:
            person.base = server.base
            if not kill:
                person.begin()
                sheet = person.sheet()
            for number in range(1, kill + 1):
                person.get(f"{sheet}short/{number}/")
                assert CHOSEN.findall(unspaced(person.page)) == [str(number % 5 - 1)]
            number = kill + 1
            person.get(f"{sheet}short/{number}/")
            person.post(f"{sheet}short/{number}/", a=number % 5 - 1)
            assert person.url.endswith(f"{sheet}short/{number + 1}/")
            server.kill()


def test_another_host_key_is_refused_at_the_start(tmp_path: Path) -> None:
    with served(tmp_path):
        pass
    (tmp_path / "data" / "host.key").write_bytes(bytes(32))
    done = subprocess.run(
        [sys.executable, "-m", "coequal.cli", "serve", "--port", "1"],
        env={"COEQUAL_HOME": str(tmp_path / "data"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "another host.key" in done.stderr
    assert "Traceback" not in done.stderr
