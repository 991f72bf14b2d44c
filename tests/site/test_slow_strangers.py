"""Whoever is slow, silent or sends too much holds nothing that others need.

Strangers keep their connections open for all of a test, and somebody is served.
"""

from __future__ import annotations

import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection, HTTPResponse
from select import select

import pytest
from tests.site.browser import Person
from tests.site.server import Served, served

from coequal.site.worker import CONNECTIONS

WORKERS = 2
MORE_THAN_THREADS = 40
FORM = "application/x-www-form-urlencoded"
HALF_A_HEAD = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
HALF_A_BODY = (
    b"POST /sign-in/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nname="
)
PATIENCE = 10
"""Seconds until a test gives up, less than the server waits for a head."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("slow")) as running:
        yield running


def address(server: Served) -> tuple[str, int]:
    host, port = server.base.removeprefix("http://").split(":")
    return host, int(port)


@contextmanager
def strangers(
    server: Served, number: int, sends: bytes
) -> Iterator[list[socket.socket]]:
    """So many who send this, and then nothing more."""
    there = [socket.create_connection(address(server), PATIENCE) for _ in range(number)]
    try:
        for one in there:
            one.sendall(sends)
        yield there
    finally:
        for one in there:
            one.close()


def asked(server: Served, sends: bytes) -> HTTPResponse:
    """Send bytes as they are, and return the answer, read."""
    with socket.create_connection(address(server), PATIENCE) as sock:
        sock.sendall(sends)
        with closing(HTTPResponse(sock)) as response:
            response.begin()
            response.read()
    return response


def form(path: str, *heads: str) -> bytes:
    lines = [
        f"POST {path} HTTP/1.1",
        "Host: 127.0.0.1",
        f"Content-Type: {FORM}",
        *heads,
    ]
    return "\r\n".join([*lines, "", ""]).encode()


@pytest.mark.parametrize("sends", [b"", HALF_A_HEAD, HALF_A_BODY])
def test_however_many_are_slow_everybody_else_is_served(
    server: Served, sends: bytes
) -> None:
    with strangers(server, MORE_THAN_THREADS, sends):
        carol = Person(server.base)
        carol.begin()
        assert carol.status == 200
        carol.post("/leave/")
        assert carol.url.endswith("/left/")


def test_when_too_many_wait_those_who_waited_longest_go(server: Served) -> None:
    with strangers(server, WORKERS * CONNECTIONS + 20, b"") as waiting:
        assert asked(server, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").status == 200
        gone, _, _ = select(waiting, [], [], PATIENCE)
        assert gone
        assert waiting[-1] not in gone


@pytest.mark.parametrize(
    ("says", "status"),
    [("Content-Length: 1000000000", 413), ("Transfer-Encoding: chunked", 411)],
)
def test_what_is_too_long_is_answered_before_it_is_sent(
    server: Served, says: str, status: int
) -> None:
    answer = asked(server, form("/sign-in/", says) + b"a" * 1000)
    assert answer.status == status
    assert answer.getheader("Connection") == "close"
    assert not list((server.folder / "tmp").iterdir())


@pytest.mark.parametrize(
    "sends",
    [
        b"\r\n\r\n",
        b"no request at all\r\n\r\n",
        form("/", "Content-Length: 1", "Content-Length: 2") + b"a",
        form("/", "Content-Length : 1") + b"a",
        form("/", "Content-Length: 1", "Transfer-Encoding: chunked") + b"a",
    ],
)
def test_what_can_be_read_in_two_ways_is_not_read(server: Served, sends: bytes) -> None:
    answer = asked(server, sends)
    assert answer.status == 400
    assert answer.getheader("Connection") == "close"


def test_a_head_without_an_end_is_closed_without_a_word(server: Served) -> None:
    sock = socket.create_connection(address(server), PATIENCE)
    with sock, suppress(ConnectionResetError):
        sock.sendall(b"GET / HTTP/1.1\r\nX: " + b"a" * 99_999)
        assert sock.recv(1) == b""


def test_one_connection_brings_many_pages(server: Served) -> None:
    with closing(HTTPConnection(*address(server), timeout=PATIENCE)) as connection:
        connection.connect()
        first = connection.sock
        for path in ("/", "/static/css/tokens.css", "/sign-in/", "/nowhere/"):
            connection.request("GET", path)
            answer = connection.getresponse()
            assert answer.status == (404 if path == "/nowhere/" else 200)
            assert len(answer.read()) == int(answer.getheader("Content-Length") or 0)
            assert connection.sock is first
        connection.request("HEAD", "/")
        assert connection.getresponse().read() == b""


def test_two_requests_at_once_are_answered_one_after_the_other(server: Served) -> None:
    one = b"GET /left/ HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    with socket.create_connection(address(server), PATIENCE) as sock:
        sock.sendall(HALF_A_BODY[:-5].replace(b"1000", b"5") + b"name=" + one + b"\r\n")
        text = b""
        while piece := sock.recv(65536):
            text += piece
    assert text.count(b"HTTP/1.1 ") == 2
    assert text.index(b"HTTP/1.1 403") < text.index(b"HTTP/1.1 200")


def test_leaving_is_answered_while_the_database_is_locked(server: Served) -> None:
    carol = Person(server.base)
    carol.begin()
    half = next(one.value for one in carol.jar if one.name == "s")
    path = server.folder / "data" / "coequal.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        # More than there are threads for it: none of them waits for long.
        for _ in range(6):
            answer = asked(server, form("/leave/", f"Cookie: s={half}; h=1"))
            assert answer.status == 303
            assert answer.getheader("Clear-Site-Data") == '"cache", "storage"'
        # In no process does it open anything any more.
        for _ in range(6):
            head = f"GET /answers/ HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: s={half}; h=1"
            assert (
                asked(server, f"{head}\r\n\r\n".encode()).getheader("Location") == "/"
            )
        sessions = other.execute("SELECT count(*) FROM people_session").fetchone()
        other.execute("ROLLBACK")
        Person(server.base).begin()
        # Somebody began, and what was left has ended.
        now = other.execute("SELECT count(*) FROM people_session").fetchone()
    assert now == sessions
