"""`make audit` relies on an answer only, and says so loudly where there is none.

The service that it asks stands on this machine here, and says what a test wants.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
from tests import audit

LOUD = "THE AUDIT DID NOT RUN"
KNOWN, KNOWN_VERSION = audit.KNOWN


class Service(HTTPServer):
    """Knows one weakness of each package in `weak`, and counts what it was asked."""

    def __init__(self, weak: set[str]) -> None:
        self.weak = weak
        self.asked: dict[str, str] = {}
        super().__init__(("127.0.0.1", 0), Answers)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answers(BaseHTTPRequestHandler):
    server: Service

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        asked = [(one["package"]["name"], one) for one in json.loads(body)["queries"]]
        self.server.asked |= {name: one["version"] for name, one in asked}
        found = [{"id": f"MADE-UP-{name}", "modified": TIME} for name, _ in asked]
        self.say(
            {
                "results": [
                    {"vulns": [one]} if name in self.server.weak else {}
                    for (name, _), one in zip(asked, found, strict=True)
                ]
            }
        )

    def do_GET(self) -> None:
        name = self.path.rpartition("MADE-UP-")[2]
        events = [{"introduced": "0"}, {"fixed": "9999"}]
        affected = {
            "package": {"ecosystem": "PyPI", "name": name},
            "ranges": [{"type": "ECOSYSTEM", "events": events}],
        }
        said = {"id": f"MADE-UP-{name}", "modified": TIME, "affected": [affected]}
        self.say(said)

    def say(self, what: Any) -> None:
        body = json.dumps(what).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing on the terminal."""


TIME = "2026-01-01T00:00:00Z"


@contextmanager
def service(*weak: str) -> Iterator[Service]:
    with Service(set(weak)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def nobody() -> str:
    """Return an address at which nobody answers."""
    with Service(set()) as server:
        return server.address


def test_where_nobody_answers_it_says_loudly_that_it_did_not_run(
    nobody: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit.main(["--service", nobody]) == 0
    said = capsys.readouterr()
    assert LOUD in said.err
    assert "known weaknesses" not in said.out


def test_where_it_is_required_silence_fails(
    nobody: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit.main(["--service", nobody, "--required"]) == audit.NOT_RUN
    assert LOUD in capsys.readouterr().err


def test_a_service_that_knows_nothing_is_not_believed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with service() as nothing_known:
        arguments = ["--service", nothing_known.address, "--required"]
        assert audit.main(arguments) == audit.NOT_RUN
    assert LOUD in capsys.readouterr().err


def test_all_that_is_locked_is_asked_about_and_that_nothing_is_known_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with service(KNOWN) as answers:
        assert audit.main(["--service", answers.address, "--required"]) == 0
    said = capsys.readouterr()
    pins = audit.locked("dev.txt")
    assert said.err == ""
    assert said.out == f"{len(pins)} packages were asked about: 0 known weaknesses\n"
    assert answers.asked == pins | {KNOWN: KNOWN_VERSION}


def test_a_weakness_fails_and_is_named_with_who_uses_the_package(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with service(KNOWN, "django", "pytest") as answers:
        assert audit.main(["--service", answers.address]) == audit.FOUND
    *lines, last = capsys.readouterr().out.splitlines()
    pins = audit.locked("dev.txt")
    assert sorted(lines) == [
        f"django {pins['django']} (runs): MADE-UP-django, mended in 9999",
        f"pytest {pins['pytest']} (developers only): MADE-UP-pytest, mended in 9999",
    ]
    assert last.endswith(": 2 known weaknesses")


@pytest.mark.parametrize(
    "said",
    [
        {},
        [],
        {"summary": {"audited_packages": 2}},
        {"summary": {"audited_packages": 2}, "vulnerabilities": [{"id": "X"}]},
        {"summary": {"audited_packages": 1}, "vulnerabilities": []},
    ],
)
def test_half_an_answer_is_none(said: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "answer", lambda _pins, _service: said)
    with pytest.raises(audit.NotRun):
        audit.known_weaknesses({"django": "5.2"}, None)


def test_what_runs_is_among_what_is_asked_about_and_the_known_one_in_no_lock() -> None:
    running, all_of_it = audit.locked("run.txt"), audit.locked("dev.txt")
    assert len(running) > 25
    assert running.items() <= all_of_it.items()
    assert KNOWN not in all_of_it
