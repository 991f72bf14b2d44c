"""A worker of gunicorn that lets nobody hold a thread by being slow.

A thread is lent to a request only when all of it is here, and given back when the
answer is made: the slow part, reading and sending, waits in one loop and costs a few
kilobytes. So threads are for work alone. Leaving quickly has threads of its own and
never stands behind anybody's work.

Gunicorn parses the requests, makes the WSGI environment and looks after the processes.
What else we tried, and what was measured, is in `docs/decisions/server.md`.
"""

from __future__ import annotations

import asyncio
import os
import socket
from asyncio import StreamReader, StreamReaderProtocol, StreamWriter, Task
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, suppress
from functools import partial
from http import HTTPStatus
from typing import Any, Final

from django.conf import settings
from django.urls import reverse
from gunicorn.http import get_parser, wsgi
from gunicorn.http.body import ChunkedReader
from gunicorn.http.errors import NoMoreData
from gunicorn.sock import ssl_context
from gunicorn.workers.base import Worker

HEAD: Final = 32 * 1024
"""Bytes of a head, all cookies of ours and of others among them."""
HEAD_SECONDS: Final = 15.0
"""How long a head may take to be whole, an empty connection included."""
BODY_SECONDS: Final = 60.0
"""How long a body may take: the heaviest note, over a network of long ago."""
SENDING_SECONDS: Final = 60.0
LINGER_SECONDS: Final = 2.0
LINGER_READS: Final = 32
"""What is read of a body that was refused, so that a form a little too long is told."""
AGAIN_SECONDS: Final = 1.0
"""How much later whoever is to come again is told so: else they come again at once."""
CONNECTIONS: Final = 256
"""When more wait to be whole, or for a thread, the one that waits longest goes."""
AT_WORK: Final = 64
"""Requests that have a thread, or stand first in line for one."""

GONE: Final = (OSError, EOFError, TimeoutError, asyncio.LimitOverrunError, NoMoreData)
"""Somebody went away, was too slow, or sent a head too long: there is no answer."""


class Outbox:
    """What gunicorn takes for a socket: bytes from a thread go out in the loop.

    What is said to be `late` goes out a while later, which keeps no thread.
    """

    def __init__(self, writer: StreamWriter) -> None:
        self._writer = writer
        self._loop = asyncio.get_running_loop()
        self._kept = b""
        self.late = False

    def sendall(self, data: bytes) -> None:
        """Hand over, and wait for nobody."""
        if self.late:
            self._kept += data
            return
        with suppress(RuntimeError):  # the loop is closed, and with it the server
            self._loop.call_soon_threadsafe(self._write, bytes(data))

    async def send_late(self) -> None:
        """Send what was kept, when its time has come."""
        if self._kept:
            await asyncio.sleep(AGAIN_SECONDS)
            self._write(self._kept)

    send = sendall

    def _write(self, data: bytes) -> None:
        if not self._writer.transport.is_closing():
            self._writer.write(data)

    def gettimeout(self) -> float:
        """Never wait: asked before an error is told."""
        return 0.0


class Talk:
    """One connection: its two ends, and whose they are."""

    def __init__(self, reader: StreamReader, writer: StreamWriter) -> None:
        self.reader, self.writer = reader, writer
        self.peer = writer.get_extra_info("peername") or ""
        self.own = writer.get_extra_info("sockname") or ""

    async def request(self, config: Any) -> tuple[Any, bool]:
        """Return a request, and whether all of it was read: a body too long is not."""
        async with asyncio.timeout(HEAD_SECONDS):
            head = await self.reader.readuntil(b"\r\n\r\n")
        parser = get_parser(config, iter([head]), self.peer)
        request = next(parser)
        length = _length(request)
        if length is None or length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return request, False
        async with asyncio.timeout(BODY_SECONDS):
            parser.unreader.unread(await self.reader.readexactly(length))
        return request, True

    async def leave(self) -> None:
        """Close so that the answer arrives also where the request was not read."""
        if self.writer.can_write_eof():
            self.writer.write_eof()
        with suppress(TimeoutError):
            async with asyncio.timeout(LINGER_SECONDS):
                for _ in range(LINGER_READS):
                    if not await self.reader.read(HEAD):
                        break


def _length(request: Any) -> int | None:
    """Return how many bytes of a body follow, or None where it was not said."""
    if isinstance(request.body.reader, ChunkedReader):
        return None
    said = [value for name, value in request.headers if name == "CONTENT-LENGTH"]
    return int(said[0]) if said else 0


class LoopWorker(Worker):  # type: ignore[misc]
    """Reads and sends in one loop, works in a few threads."""

    def run(self) -> None:
        """Serve until told to stop."""
        self.threads = ThreadPoolExecutor(self.cfg.threads)
        self.quick_threads = ThreadPoolExecutor(2)
        self.quick = {
            ("POST", reverse("home:leave")),
            ("GET", reverse("home:left")),
        }
        self.waiting: dict[Task[Any], None] = {}
        self.working: set[Task[Any]] = set()
        self.ssl = ssl_context(self.cfg) if self.cfg.is_ssl else None
        asyncio.run(self._run())
        self.threads.shutdown(wait=False)
        self.quick_threads.shutdown(wait=False)

    async def _run(self) -> None:
        self.turns = asyncio.Semaphore(AT_WORK)
        doors = [asyncio.create_task(self._accept(one.sock)) for one in self.sockets]
        while self.alive and self.ppid == os.getppid():
            self.notify()
            await asyncio.sleep(0.2)
        for task in (*doors, *self.waiting):
            task.cancel()
        if self.working:
            await asyncio.wait(self.working, timeout=self.cfg.graceful_timeout)

    async def _accept(self, door: socket.socket) -> None:
        """Take one connection a turn, so that another process takes the next."""
        loop = asyncio.get_running_loop()
        door.setblocking(False)  # noqa: FBT003  as it is declared
        while True:
            try:
                sock, _ = await loop.sock_accept(door)
            except OSError:  # no more files, or gone before we came
                await asyncio.sleep(0.05)
                continue
            task = loop.create_task(self._talk(sock))
            self._waits(task)
            task.add_done_callback(self._ended)

    def _waits(self, task: Task[Any]) -> None:
        self.working.discard(task)
        if len(self.waiting) >= CONNECTIONS:
            next(iter(self.waiting)).cancel()
        self.waiting[task] = None

    def _works(self, task: Task[Any]) -> None:
        self.waiting.pop(task, None)
        self.working.add(task)

    def _ended(self, task: Task[Any]) -> None:
        self.waiting.pop(task, None)
        self.working.discard(task)
        if not task.cancelled() and task.exception() is not None:
            self.log.error("a connection", exc_info=task.exception())

    async def _talk(self, sock: socket.socket) -> None:
        """Answer request after request of one connection."""
        with suppress(*GONE):
            async with asyncio.timeout(HEAD_SECONDS):
                talk = await self._opened(sock)
            try:
                while await self._answered(talk):
                    pass
            finally:
                talk.writer.transport.abort()

    async def _opened(self, sock: socket.socket) -> Talk:
        sock.setblocking(False)  # noqa: FBT003  as it is declared
        reader = StreamReader(limit=HEAD)
        protocol = StreamReaderProtocol(reader)
        loop = asyncio.get_running_loop()
        try:
            transport, _ = await loop.connect_accepted_socket(
                lambda: protocol, sock, ssl=self.ssl
            )
        except BaseException:  # cancelled as well
            sock.close()
            raise
        return Talk(reader, StreamWriter(transport, protocol, reader, loop))

    async def _answered(self, talk: Talk) -> bool:
        """Answer one request; whether another one may follow."""
        try:
            request, whole = await talk.request(self.cfg)
        except GONE:
            raise
        except Exception as error:  # noqa: BLE001  what gunicorn takes for no request
            self.handle_error(None, Outbox(talk.writer), talk.peer, error)
            await asyncio.sleep(0)  # what is handed over goes out in the next turn
            request, whole = None, False
        goes_on = request is not None and await self._worked(talk, request, whole=whole)
        async with asyncio.timeout(SENDING_SECONDS):
            await talk.writer.drain()
            if not goes_on:
                await talk.leave()
        return goes_on

    async def _worked(self, talk: Talk, request: Any, *, whole: bool) -> bool:
        """Let a thread answer; whether the connection goes on."""
        task = asyncio.current_task()
        assert task is not None
        quick = (request.method, request.path) in self.quick
        # What a request still does when its answer is out keeps the next one waiting.
        if quick or not whole:
            request.force_close()
        out = Outbox(talk.writer)
        async with AsyncExitStack() as line:
            if not quick:
                await line.enter_async_context(self.turns)
            self._works(task)
            goes_on = await asyncio.get_running_loop().run_in_executor(
                self.quick_threads if quick else self.threads,
                partial(self._work, talk, out, request),
            )
        self._waits(task)
        await out.send_late()
        return goes_on

    def _work(self, talk: Talk, out: Outbox, request: Any) -> bool:
        """In a thread: let the program answer; whether the connection goes on."""
        try:
            response, environ = wsgi.create(request, out, talk.peer, talk.own, self.cfg)
            environ["wsgi.multithread"] = True
            parts = self.wsgi(environ, response.start_response)
            out.late = response.status_code == HTTPStatus.SERVICE_UNAVAILABLE
            try:
                for part in parts:
                    response.write(part)
                response.close()
            finally:
                if hasattr(parts, "close"):
                    parts.close()  # the answer is out: this delays nobody
        except Exception as error:  # noqa: BLE001  what no page of ours caught
            self.handle_error(request, out, talk.peer, error)
            return False
        return not response.should_close()
