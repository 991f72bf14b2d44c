"""Leave N times from every kind of page, with every kind of network.

    make prove N=100

Resumable: how many rounds were left, and the longest that it took, is kept in
`test-output/leavings` and gone on from. A round is every kind of page with the network
there, slow, and taken away before and given back after.

What a page does by itself is held to a tenth of a second; when the screen has followed
depends on what else the machine does, and is printed. 0 means that the next page was
there first.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.chromium import CHROMIUM, started
from tests.browser.conftest import base, browser  # noqa: F401  fixtures
from tests.browser.leaving import AT_ONCE, KINDS, NETWORKS, leave

WANTED = int(os.environ.get("N") or 100)
KEPT = Path(__file__).parents[2] / "test-output" / "leavings"
ROUND = [(kind, network) for kind in KINDS for network in NETWORKS]


@pytest.fixture
def whole(browser: Browser) -> Iterator[Browser]:  # noqa: F811
    """Chromium as people have it: with windows, a history, and pages kept for Back."""
    with started(browser.browser_type, CHROMIUM) as running:
        yield running


def test_nothing_is_left_after_leaving(
    whole: Browser,
    base: str,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    rounds = json.loads(KEPT.read_text()) if KEPT.exists() else []
    for number in range(len(rounds), WANTED):
        found = {}
        for kind, network in ROUND:
            what = f"{kind}, {network.__name__}"
            left = leave(whole, KINDS[kind](base, f"{what} {number}"), network)
            assert left.faults == [], what
            assert left.emptied < AT_ONCE, what
            found[what] = left.emptied, left.painted
        rounds.append(found)
        KEPT.parent.mkdir(exist_ok=True)
        KEPT.write_text(json.dumps(rounds))
    with capsys.disabled():
        print(f"\n{len(rounds)} times each, the longest in ms, until all was gone from")
        print(f"{'':24}the page  the screen")
        for what in rounds[0]:
            emptied = max(one[what][0] for one in rounds)
            painted = max(one[what][1] for one in rounds)
            print(f"  {what:22}{emptied:8.1f}{painted:12.1f}")
