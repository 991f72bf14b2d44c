"""What an act of two people costs, and how many of them a served home bears.

    python benchmarks/writes.py [--entries N ...]

First each act alone, in one process: ms of the processor, ms inside the lock until
it is on the disk, rows opened and queries; whether it did what it is for is looked
up after each. Then eight browsers of one pair that change ballots without a pause,
at a home served as `coequal serve` does, and somebody of another pair who answers a
form, alone and beside them; what was confirmed last has to stand afterwards.
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

BAR: Final = 100
"""Joint writes a second to reach at `AT` entries."""
AT: Final = 602
WIDE: Final = 20
WHAT: Final = ("acts", "crowd")

Found = Mapping[int, Mapping[str, Any]]


def main() -> None:
    """Measure life after life, then print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--entries", type=int, nargs="*", default=lives.SIZES)
    options.add_argument("--here", choices=WHAT, help="in COEQUAL_HOME")
    chosen = options.parse_args()
    if chosen.here:
        json.dump(_here(chosen.here), sys.stdout)
        return
    print(f"Django {django.__version__}, Python {platform.python_version()}, SQLite")
    found = {
        entries: {what: lives.asked(__file__, entries, what) for what in WHAT}
        for entries in chosen.entries
    }
    print("\n".join(acts_table(found)))
    print()
    print("\n".join(crowd_table(found)))


def _here(what: str) -> Any:
    lives.set_up()
    from living import acts, crowd, year  # noqa: PLC0415  after setup

    life = year.read_life()
    if what == "acts":
        return [asdict(one) for one in acts.costs(life)]
    return {name: asdict(one) for name, one in crowd.crowded(life).items()}


def acts_table(found: Found) -> Iterator[str]:
    """Yield the lines of a table: each act after every size of a life."""
    head = f"{'CPU':>8}{'lock':>8}{'rows':>7}{'SQL':>5}"
    yield " " * WIDE + "".join(f" |{f'{size:,} entries':>28}" for size in found)
    yield f"{'ms':{WIDE}}" + f" |{head}" * len(found)
    for one in zip(*(each["acts"] for each in found.values()), strict=True):
        yield f"{one[0]['name']:{WIDE}}" + "".join(f" |{_cells(cost)}" for cost in one)


def _cells(cost: Mapping[str, Any]) -> str:
    return f"{cost['ms']:8.1f}{cost['locked']:8.1f}{cost['rows']:7}{cost['queries']:5}"


def crowd_table(found: Found) -> Iterator[str]:
    """Yield the lines of a table: who wrote, how often and how long each waited."""
    head = f"{'a second':>10}{'p50 ms':>9}{'p99 ms':>9}{'worst':>9}{'failed':>8}"
    yield f"{'entries':>7}  {'who':34}{head}"
    who = {
        "eight": "eight browsers of one pair, ballots",
        "alone": "a neighbour alone, answers",
        "calm": "a neighbour beside eight who read",
        "beside": "a neighbour beside those eight",
    }
    for entries, each in found.items():
        for name, words in who.items():
            one = each["crowd"][name]
            times = "".join(f"{one[part]:9.0f}" for part in ("median", "late", "worst"))
            rate, failed = one["each_second"], one["failed"]
            yield f"{entries:7,}  {words:34}{rate:10.1f}{times}{failed:8}"
    if AT in found:
        rate = found[AT]["crowd"]["eight"]["each_second"]
        yield f"to reach at {AT} entries: {BAR} joint writes a second; {rate:.1f} are"


if __name__ == "__main__":
    main()
