"""Where a request comes from: the browser, and the network that it stands for.

An address is known from the connection. Behind a proxy that is the proxy's own, and
everybody would have one place in a line together; so whoever runs it says how many
proxies there are (`COEQUAL_PROXIES`), and the address is taken from where the first of
them wrote it. What a visitor wrote before that is not looked at.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final

from django.conf import settings
from django.http import HttpRequest

from coequal.people.asker import Asker
from coequal.web.sessions import browser, form_of

_HOME_IPV6: Final = 8
"""Bytes of an IPv6 address that one network has in common: a /64, of which a household
may have 256 or more."""


def asker(request: HttpRequest) -> Asker:
    """Return who asks, as far as tries at a name are counted, and by which form."""
    return Asker(
        browser=browser(request), network=network(request), form=form_of(request)
    )


def network(request: HttpRequest) -> bytes:
    """Return the network of a request: an IPv4 address, or an IPv6 /64.

    Nothing, and so one network for all of them, where there is no address.
    """
    address = _address(_forwarded(request)) or _address(request.META["REMOTE_ADDR"])
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or address
    if isinstance(address, IPv6Address):
        return address.packed[:_HOME_IPV6]
    return address.packed if address else b""


def _forwarded(request: HttpRequest) -> str:
    """Return what the first of our own proxies wrote, or nothing."""
    proxies = settings.COEQUAL_PROXIES
    # Each proxy adds, at the end, the address that it was asked from.
    written = request.headers.get("X-Forwarded-For", "").split(",")
    return written[-proxies] if 0 < proxies <= len(written) else ""


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text.strip())
    except ValueError:
        return None
