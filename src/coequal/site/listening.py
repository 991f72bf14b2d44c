"""The address of a server: taken before anything is written, or refused in one line."""

from __future__ import annotations

import errno
import socket
from ipaddress import ip_address
from typing import Any, Final

from coequal.site.environment import behind_https, hosts, refuse, text

# As many as gunicorn lets wait.
BACKLOG: Final = 2048


def held(host: str, port: int) -> socket.socket:
    """Return a socket that holds an address; who comes already waits there.

    Raises `CannotStart` if it cannot be had, or if others could come there by plain
    http: the program has no https of its own, so it takes a proxy that has.
    """
    https = behind_https()
    found = _bound(host, port)
    if not https and not ip_address(found.getsockname()[0]).is_loopback:
        found.close()
        refuse(
            "--host",
            "others could read what people send there by plain http. Leave --host out, "
            "or put a proxy with https in front and set COEQUAL_HTTPS=1, "
            "COEQUAL_BEHIND_PROXY=1 and COEQUAL_HOSTS.",
        )
    if not https and _named(found) not in hosts() and not text("COEQUAL_HOSTS"):
        name = _named(found)
        found.close()
        refuse(
            "--host",
            f"who comes to {name} would be turned away. Leave --host out, or set "
            f"COEQUAL_HOSTS={name}.",
        )
    return found


def _bound(host: str, port: int) -> socket.socket:
    family, address = _address(host, port)
    found = socket.socket(family, socket.SOCK_STREAM)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(address)
        # Only who listens holds an address: two could be bound to it.
        found.listen(BACKLOG)
    except OSError as error:
        found.close()
        refuse("--host and --port (PORT)", _fault(error, host, port))
    return found


def _address(host: str, port: int) -> tuple[int, Any]:
    try:
        found = socket.getaddrinfo(
            host.strip("[]") or None,
            port,
            type=socket.SOCK_STREAM,
            flags=socket.AI_PASSIVE,
        )
    except (socket.gaierror, UnicodeError):
        refuse("--host", "is not an address of this machine. Leave it out.")
    # A name can mean several addresses; most people mean that of the older kind.
    family, _, _, _, address = min(found, key=lambda one: one[0])
    return family, address


def _fault(error: OSError, host: str, port: int) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            other = port + 1 if port < 65535 else 8000
            return (
                f"port {port} is in use already. Stop what runs there, or use "
                f"another: --port {other}"
            )
        case errno.EACCES:
            return f"port {port} needs administrator rights. Use another: --port 8000"
        case errno.EADDRNOTAVAIL:
            return f"{host} is not an address of this machine. Leave --host out."
    return f"{host}, port {port} cannot be used ({error.strerror})."


def shown(found: socket.socket) -> str:
    """Return the address of a socket as people type it."""
    return f"http://{_named(found)}:{found.getsockname()[1]}/"


def _named(found: socket.socket) -> str:
    host = str(found.getsockname()[0])
    return f"[{host}]" if ":" in host else host
