"""Behind which network somebody is, as tries at a name are counted."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpRequest
from hypothesis import given
from hypothesis import strategies as st

from coequal.site import environment
from coequal.site.environment import CannotStart
from coequal.web.asker import network

HERE, THERE = "192.0.2.1", "198.51.100.7"


def network_of(address: str, forwarded: str | None = None) -> bytes:
    request = HttpRequest()
    request.META["REMOTE_ADDR"] = address
    if forwarded is not None:
        request.META["HTTP_X_FORWARDED_FOR"] = forwarded
    return network(request)


def test_an_ipv4_address_is_a_network_of_its_own() -> None:
    assert network_of(HERE) == bytes([192, 0, 2, 1])
    assert network_of(HERE) != network_of(THERE)


def test_an_ipv6_household_is_one_network() -> None:
    assert network_of("2001:db8:1:2::1") == network_of("2001:db8:1:2:ffff::9")
    assert network_of("2001:db8:1:2::1") != network_of("2001:db8:1:3::1")
    assert len(network_of("2001:db8:1:2::1")) == 8


def test_an_ipv4_address_written_as_ipv6_is_the_same() -> None:
    assert network_of(f"::ffff:{HERE}") == network_of(HERE)


@pytest.mark.parametrize("address", ["", "unknown", "/run/socket"])
def test_without_an_address_all_are_one_network(address: str) -> None:
    assert network_of(address) == b""


def test_without_a_trusted_proxy_nothing_that_is_told_counts() -> None:
    assert network_of(HERE, THERE) == network_of(HERE)


@pytest.mark.parametrize(
    ("proxies", "forwarded"),
    [
        (1, THERE),
        (1, f"{HERE}, 203.0.113.1 ,{THERE}"),
        (2, f"{HERE},{THERE}, 10.0.0.1"),
    ],
)
def test_an_address_is_taken_from_where_the_first_own_proxy_wrote_it(
    settings: Any, proxies: int, forwarded: str
) -> None:
    settings.COEQUAL_PROXIES = proxies
    assert network_of("127.0.0.1", forwarded) == network_of(THERE)


@pytest.mark.parametrize("forwarded", [None, "", "unknown", f"{THERE}:8080x", THERE])
def test_what_a_proxy_did_not_tell_is_its_own_address(
    settings: Any, forwarded: str | None
) -> None:
    settings.COEQUAL_PROXIES = 2
    assert network_of(HERE, forwarded) == network_of(HERE)


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_told_there_is_a_network(address: str, forwarded: str) -> None:
    assert len(network_of(address, forwarded)) in {0, 4, 8}


def test_the_number_of_proxies_is_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    for text, number in [("", 0), ("0", 0), ("2", 2)]:
        monkeypatch.setenv("COEQUAL_PROXIES", text)
        assert environment.number("COEQUAL_PROXIES") == number
    for text in ("yes", "-1", "1.5", "\u0662"):
        monkeypatch.setenv("COEQUAL_PROXIES", text)
        with pytest.raises(CannotStart, match="whole number"):
            environment.number("COEQUAL_PROXIES")
