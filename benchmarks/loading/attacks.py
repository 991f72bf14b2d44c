"""Strangers who load a served home on purpose, as a process of its own.

    python benchmarks/loading/attacks.py KIND PORT

They go on until they are stopped, and then say which answers they got. None of them
has an account; what they send costs them nothing to make.
"""

from __future__ import annotations

import asyncio
import json
import signal
import socket
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from functools import partial
from itertools import count
from typing import Final
from urllib.parse import urlencode

TOKEN: Final = "c" * 32
FORM: Final = "application/x-www-form-urlencoded"
UPLOAD: Final = 64 * 1024 * 1024
PIECE: Final = bytes(64 * 1024)
CODE: Final = "0123456789abcdef"

answers: Counter[str] = Counter()
names = count()


def head(path: str, length: int | None, kind: str = FORM) -> bytes:
    """Return the head of a form from a browser that has a token, as anybody can."""
    size = (
        "Transfer-Encoding: chunked" if length is None else f"Content-Length: {length}"
    )
    return (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: t={TOKEN}\r\n"
        f"Content-Type: {kind}\r\n{size}\r\n\r\n"
    ).encode()


async def send(port: int, *parts: bytes, pause: float = 0) -> None:
    """Send the parts of a request one after the other, and count the answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for part in parts:
            writer.write(part)
            await writer.drain()
            await asyncio.sleep(pause)
        line = await reader.readline()
        answers[line[9:12].decode() or "closed"] += 1
    finally:
        writer.close()


async def post(port: int, path: str, **fields: str) -> None:
    """Send a form at once."""
    body = urlencode({"csrfmiddlewaretoken": TOKEN, **fields}).encode()
    await send(port, head(path, len(body)) + body)


async def sign_in(port: int) -> None:
    """Try a name that nobody tried before."""
    await post(port, "/sign-in/", name=f"stranger {next(names)}", phrase="open please")


async def join(port: int) -> None:
    """Try a code."""
    await post(port, "/join/", code=f"{next(names):016d}")


async def silent(port: int) -> None:
    """Send nothing at all."""
    await send(port)


async def slow_head(port: int) -> None:
    """Send a line of a head now and then, and never the last one."""
    lines = (f"X-{number}: 1\r\n".encode() for number in count())
    await send(port, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n", *_some(lines), pause=1)


async def slow_body(port: int) -> None:
    """Send a form sign by sign."""
    letters = (b"a" for _ in count())
    await send(port, head("/sign-in/", 1000), *_some(letters), pause=1)


def _some(parts: object) -> list[bytes]:
    """Return as many as fit into any measurement."""
    return [part for part, _ in zip(parts, range(90), strict=False)]  # type: ignore[call-overload]


async def slow_reader(port: int) -> None:
    """Ask for page after page, and read none of them."""
    loop = asyncio.get_running_loop()
    with socket.socket() as sock:
        sock.setblocking(False)  # noqa: FBT003  as it is declared
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        await loop.sock_connect(sock, ("127.0.0.1", port))
        page = b"GET /static/css/pages.css HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
        with suppress(OSError):
            for _ in range(90):
                await loop.sock_sendall(sock, page * 20)
                await asyncio.sleep(1)


async def upload(port: int) -> None:
    """Send a large file as part of a form, as fast as it is taken."""
    opening = (
        b'--x\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n'
        b"Content-Type: application/octet-stream\r\n\r\n"
    )
    pieces = [PIECE] * (UPLOAD // len(PIECE))
    kind = "multipart/form-data; boundary=x"
    size = len(opening) + UPLOAD
    await send(port, head("/sign-in/", size, kind), opening, *pieces)


async def again_and_again(act: Callable[[int], Awaitable[None]], port: int) -> None:
    """Do it without a pause, whatever the answer."""
    while True:
        try:
            await act(port)
        except OSError:
            answers["refused"] += 1
            await asyncio.sleep(0.05)


async def in_bursts(port: int) -> None:
    """Sign in two hundred at once; the next two hundred when all are answered."""
    while True:
        every = [sign_in(port) for _ in range(200)]
        done = await asyncio.gather(*every, return_exceptions=True)
        answers["refused"] += sum(isinstance(one, OSError) for one in done)
        await asyncio.sleep(1)


async def crowd(size: int, act: Callable[[int], Awaitable[None]], port: int) -> None:
    """Let so many do it without a pause."""
    await asyncio.gather(*(again_and_again(act, port) for _ in range(size)))


KINDS: Final[Mapping[str, Callable[[int], Awaitable[None]]]] = {
    "200 sign-ins at once": in_bursts,
    "16 who join": partial(crowd, 16, join),
    "40 who send nothing": partial(crowd, 40, silent),
    "16 slow heads": partial(crowd, 16, slow_head),
    "16 slow bodies": partial(crowd, 16, slow_body),
    "16 who read nothing": partial(crowd, 16, slow_reader),
    "2 uploads of 64 MiB": partial(crowd, 2, upload),
}


async def main(kind: str, port: int) -> None:
    """Attack until told to stop, then say what was answered."""
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    attack = asyncio.ensure_future(KINDS[kind](port))
    await stopped.wait()
    attack.cancel()
    with suppress(asyncio.CancelledError):
        await attack
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
