"""Those who use a home while it is loaded: pages of somebody, and many who leave.

Import it after Django is set up in that home.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from itertools import cycle
from statistics import median, quantiles
from time import perf_counter, sleep
from typing import Final

from django.db import connections

from coequal.people import accounts, sessions
from coequal.people.asker import Asker
from coequal.people.sessions import Session
from coequal.web import sessions as web_sessions

LEAVES: Final = 120
PAGES: Final = ("/us/", "/account/", "/notes/", "/account/visits/")
LIMIT: Final = 30.0
"""Seconds after which an answer is as good as none."""
TOKEN: Final = "b" * 32
NOBODYS: Final = Asker(browser=b"", network=b"")
PHRASE: Final = "four plain words of Alice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waited:
    """Seconds that answers took, how many there were, and how many were not right."""

    median: float
    late: float
    worst: float
    number: int
    wrong: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitors:
    """Somebody who stays, and all who are to leave; each has a session."""

    stays: Session
    leaving: Iterator[Session]


def gather(number: int) -> Visitors:
    """Let somebody keep an account, and begin so many more sessions of it."""
    stays = accounts.keep(sessions.begin(), name="Alice", phrase=PHRASE, asker=NOBODYS)
    leaving = [
        sessions.start(secret=stays.secret, account=stays.account, expiry=stays.expiry)
        for _ in range(number)
    ]
    connections.close_all()
    return Visitors(stays=stays, leaving=iter(leaving))


def measure(port: int, visitors: Visitors, seconds: float) -> dict[str, Waited]:
    """Return how long pages and leaving took, for so many seconds."""
    paths = cycle(PAGES)
    end = perf_counter() + seconds

    def read() -> bool:
        answer = _ask(port, "GET", next(paths), visitors.stays)
        return answer.status == 200

    def leave() -> bool:
        answer = _ask(port, "POST", "/leave/", next(visitors.leaving))
        cleared = answer.getheader("Clear-Site-Data")
        return answer.status == 303 and cleared == '"cache", "storage"'

    with ThreadPoolExecutor(3) as threads:
        reading = [threads.submit(_again, read, end) for _ in range(2)]
        left = threads.submit(_again, leave, end, seconds / LEAVES)
        pages = [one for times in reading for one in times.result()]
    return {"leaving": _waited(left.result()), "pages": _waited(pages)}


def _again(
    act: Callable[[], bool], end: float, pause: float = 0.03
) -> list[tuple[float, bool]]:
    """Do it again and again until the end; return seconds, and whether it was right."""
    found = []
    while (start := perf_counter()) < end:
        try:
            right = act()
        except (OSError, HTTPException):
            right = False
        found.append((perf_counter() - start, right))
        sleep(pause)
    return found


def _ask(port: int, method: str, path: str, session: Session) -> HTTPResponse:
    cookies = {
        web_sessions.HALF: session.cookie.hex(),
        web_sessions.HERE: "1",
        "t": TOKEN,
    }
    headers = {
        "Cookie": "; ".join(f"{name}={one}" for name, one in cookies.items()),
        "Content-Type": "application/x-www-form-urlencoded",
    }
    body = f"csrfmiddlewaretoken={TOKEN}" if method == "POST" else None
    with closing(HTTPConnection("127.0.0.1", port, timeout=LIMIT)) as connection:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        answer.read()
        return answer


def _waited(found: list[tuple[float, bool]]) -> Waited:
    times = [seconds for seconds, _ in found]
    late = (
        quantiles(times, n=100, method="inclusive")[-1] if len(times) > 1 else times[0]
    )
    return Waited(
        median=median(times),
        late=late,
        worst=max(times),
        number=len(times),
        wrong=sum(not right for _, right in found),
    )
