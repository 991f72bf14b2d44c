"""What a page of two people costs, after 60, 602 and 6,002 entries that they share.

    python benchmarks/pages.py [--entries N ...]

Correctness first: every page is asked for and has to show what it is for before it
is measured. Warm is the least of several, by the processor's clock; cold is once,
with no signature known yet. Rows are those that were opened, queries those that the
database was asked. Beside it, in the same run: a page of a hundred bills of
ihatemoney, and a page of Django and nothing else.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any, Final

import django
import lives
from peers import beside

BAR: Final = 3.0
"""How many times as fast as a hundred bills a page of two is to be, at `AT` entries."""
AT: Final = 602
WIDE: Final = 22

Costs = Mapping[int, list[dict[str, Any]]]


def main() -> None:
    """Measure peers and lives in turn, then print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--entries", type=int, nargs="*", default=lives.SIZES)
    options.add_argument("--here", action="store_true", help="what COEQUAL_HOME holds")
    chosen = options.parse_args()
    if chosen.here:
        json.dump(_here(), sys.stdout)
        return
    print(f"Django {django.__version__}, Python {platform.python_version()}")
    costs, bills, bare = {}, [beside.bills_page()], [beside.bare_page()]
    for entries in chosen.entries:
        costs[entries] = lives.asked(__file__, entries)
        # Beside each life, for a machine is not equally busy all the time.
        bills.append(beside.bills_page() if bills[0] else None)
        bare.append(beside.bare_page())
    print("\n".join(table(costs)))
    fastest = min((one.ms for one in bills if one), default=None)
    print(f"\n{'one bare page of Django':{WIDE}} {min(one.ms for one in bare):7.2f} ms")
    print("\n".join(_beside_bills(costs, fastest)))


def _here() -> list[dict[str, Any]]:
    lives.set_up()
    from living import visits, year  # noqa: PLC0415  after setup

    return [asdict(one) for one in visits.costs(year.read_life())]


def table(costs: Costs) -> Iterator[str]:
    """Yield the lines of a table: each page after every size of a life."""
    head = f"{'warm':>8}{'cold':>8}{'rows':>7}{'SQL':>5}{'KiB':>7}"
    yield " " * WIDE + "".join(f" |{f'{size:,} entries':>35}" for size in costs)
    yield f"{'ms of the processor':{WIDE}}" + f" |{head}" * len(costs)
    for one in zip(*costs.values(), strict=True):
        yield f"{one[0]['name']:{WIDE}}" + "".join(f" |{_cells(cost)}" for cost in one)


def _cells(cost: Mapping[str, Any]) -> str:
    times = f"{cost['warm']:8.1f}{cost['cold']:8.1f}"
    return f"{times}{cost['rows']:7}{cost['queries']:5}{cost['size'] / 1024:7.1f}"


def _beside_bills(costs: Costs, bills: float | None) -> Iterator[str]:
    """Yield how many times as fast each page is as a hundred bills, by size."""
    if bills is None:
        yield "a hundred bills of ihatemoney: SKIPPED, so no page has a peer here"
        return
    yield f"{'100 bills, ihatemoney':{WIDE}} {bills:7.2f} ms; times as fast as that:"
    for one in zip(*costs.values(), strict=True):
        times = "".join(f"{bills / cost['warm']:8.1f}" for cost in one)
        yield f"  {one[0]['name']:{WIDE - 2}}{times}"
    short = [one["name"] for one in costs.get(AT, ()) if bills / one["warm"] < BAR]
    reached = f"not reached by {', '.join(short)}" if short else "reached by every page"
    yield f"to reach at {AT} entries: {BAR:g} times as fast; {reached}"


if __name__ == "__main__":
    main()
