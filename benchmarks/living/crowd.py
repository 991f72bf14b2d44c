"""Many who write at once, at a home that is served. Import it after Django is set up.

Eight browsers of one pair change their ballots without a pause, each on a question
that the other has not weighed, so that it stays closed. Beside them somebody of
another pair answers a form. Afterwards what stands has to be what was confirmed last.
Eight who only read take no lock: so the neighbour beside them shows what is owed to
two busy processors, and not to waiting for who writes.
"""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from http.client import HTTPConnection
from statistics import median, quantiles
from time import perf_counter, sleep
from typing import Final
from urllib.parse import urlencode

from django.db import connections
from django.urls import reverse

from coequal.core.people import Pair, PairType, Seat
from coequal.people import accounts, meeting, sessions
from coequal.people.pairs import Labels
from coequal.people.sessions import Session
from coequal.web import sessions as web_sessions
from coequal.web import sheets
from living.acts import answered, asked, ballot, form_path, state_of
from living.visits import Person, person, seated
from living.year import NOBODYS, Life, phrase

CLIENTS: Final = 8
SECONDS: Final = 8.0
PAUSE: Final = 0.05
SCORES: Final = (0, 2, 4, 1, 3)
TOKEN: Final = "b" * 32
"""What protects forms; a browser gets one of its own, and sends it as it came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waited:
    """How long writes took, in ms, how many a second there were, how many failed."""

    median: float
    late: float
    worst: float
    each_second: float
    failed: int


@dataclass(slots=True, kw_only=True)
class Writer:
    """A browser that sends one form again and again, with another value each time.

    One that only `reads` asks for the page of the form instead.
    """

    session: Session
    path: str
    fields: Callable[[int], Mapping[str, str]]
    values: tuple[int, ...]
    pause: float = 0
    reads: bool = False
    times: list[float] = field(default_factory=list)
    took: float = 0
    failed: int = 0
    last: int | None = None

    def write(self, port: int) -> None:
        """Send it until the time is over; remember what was confirmed last."""
        begun = perf_counter()
        with closing(HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
            while self.took < SECONDS:
                value = self.values[len(self.times) % len(self.values)]
                start = perf_counter()
                is_done = self._send(connection, self.fields(value))
                self.times.append((perf_counter() - start) * 1e3)
                if is_done:
                    self.last = value
                self.failed += not is_done
                sleep(self.pause)
                self.took = perf_counter() - begun

    def _send(self, connection: HTTPConnection, fields: Mapping[str, str]) -> bool:
        cookies = {
            web_sessions.HALF: self.session.cookie.hex(),
            web_sessions.HERE: "1",
            "t": TOKEN,
        }
        headers = {
            "Cookie": "; ".join(f"{name}={one}" for name, one in cookies.items()),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        body = urlencode({**fields, "csrfmiddlewaretoken": TOKEN})
        method = "GET" if self.reads else "POST"
        connection.request(method, self.path, None if self.reads else body, headers)
        response = connection.getresponse()
        response.read()
        return response.status == (200 if self.reads else 303)


def crowded(life: Life) -> dict[str, Waited]:
    """Return how those fare who write at a served home, by who they are."""
    both = Pair(a=person(life, Seat.A), b=person(life, Seat.B))
    voters = [_voter(both[tuple(Seat)[at % 2]], at) for at in range(CLIENTS)]
    neighbour = _neighbour()
    alone, calm, beside = (_answerer(neighbour) for _ in range(3))
    readers = [replace(writer, reads=True, times=[]) for writer, _ in voters]
    connections.close_all()
    with _served() as port:
        _write(port, [alone])
        _write(port, [*readers, calm])
        _write(port, [*(writer for writer, _ in voters), beside])
    for writer, stands in voters:
        assert writer.last is None or stands() == writer.last, "a ballot was lost"
    last = alone.last if beside.last is None else beside.last
    assert answered(neighbour) == last, "an answer was lost"
    return {
        "eight": _waited([writer for writer, _ in voters]),
        "alone": _waited([alone]),
        "calm": _waited([calm]),
        "beside": _waited([beside]),
    }


def _write(port: int, writers: list[Writer]) -> None:
    with ThreadPoolExecutor(len(writers)) as threads:
        for one in [threads.submit(writer.write, port) for writer in writers]:
            one.result()


def _waited(writers: list[Writer]) -> Waited:
    times = [one for writer in writers for one in writer.times]
    failed = sum(writer.failed for writer in writers)
    return Waited(
        median=median(times),
        late=quantiles(times, n=100, method="inclusive")[-1],
        worst=max(times),
        each_second=(len(times) - failed) / max(writer.took for writer in writers),
        failed=failed,
    )


def _voter(me: Person, number: int) -> tuple[Writer, Callable[[], int | None]]:
    """Return somebody who weighs a question, and what looks up how it is weighed."""
    question = asked(me.member, f"Who cooks on day {number} of the week?")
    fields = partial(ballot, state_of(me.member, question))
    path = reverse("decide:weigh", args=[me.member.pair_id.hex(), question])

    def stands() -> int | None:
        mine = state_of(me.member, question).mine
        return None if mine is None else mine.scores[0]

    return Writer(session=me.session, path=path, fields=fields, values=SCORES), stands


def _neighbour() -> Person:
    """Return one of another pair of this home, who has written nothing yet."""
    both = Pair(a=_kept("Kim"), b=_kept("Sam"))
    sheet = both.map(lambda one: sheets.free_or_new(one, PairType.PARTNERS))
    labels = Pair(
        a=Labels(other="Sam", own="Kim", sheet=sheet.a),
        b=Labels(other="Kim", own="Sam", sheet=sheet.b),
    )
    pair_id = meeting.pair_here(both, labels=labels, pair=PairType.PARTNERS)
    return seated(both.a, pair_id)


def _kept(name: str) -> Session:
    here = sessions.begin()
    return accounts.keep(here, name=name, phrase=phrase(name), asker=NOBODYS)


def _answerer(me: Person) -> Writer:
    return Writer(
        session=me.session,
        path=form_path(me),
        fields=lambda value: {"a": str(value)},
        values=SCORES,
        pause=PAUSE,
    )


@contextmanager
def _served() -> Iterator[int]:
    """Serve this home as `coequal serve` does, and yield the port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    serve = [sys.executable, "-m", "coequal.cli", "serve", "--port", str(port)]
    with subprocess.Popen(serve, stdout=subprocess.DEVNULL) as server:
        try:
            _wait_for(port)
            _warm(port)
            yield port
        finally:
            server.terminate()


def _warm(port: int) -> None:
    """Ask often enough that each worker has answered before anything is measured."""
    for _ in range(40):
        with closing(HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
            connection.request("GET", "/")
            assert connection.getresponse().status == 200


def _wait_for(port: int) -> None:
    for _ in range(200):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        sleep(0.1)
    raise TimeoutError("the home is not served")
