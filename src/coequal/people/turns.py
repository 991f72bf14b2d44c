"""Whose turn it is to try a passphrase: a pure rule, with no clock and no database.

Eight tries are free, and one comes back every 32 seconds: never more than 120 within
an hour. While they are used up, tries at a name go by turn. Everybody behind one
network has one place in the line, however often they ask, and loses nothing by asking
early. Who had no turn within the hour goes first, then who had theirs longest ago: so
a newcomer is in at the second they were told, whatever others do
(`docs/decisions/turns.md`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from struct import Struct
from typing import Final

FREE_TRIES: Final = 8
SECONDS_A_TRY: Final = 32
HOUR: Final = 3600
LATE: Final = 60
"""Seconds by which one may be late: a place is kept until then."""

MOST: Final = 256
"""Networks that a name remembers. Whoever has so many cannot be told from a crowd."""

NETWORK_BYTES: Final = 16
_PACKED: Final = Struct(">16sQQ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A network at one name: when it last had a turn, and until when it waits.

    `served` is 0 for no turn within the hour, `until` is 0 while it does not wait.
    """

    key: bytes
    served: int = 0
    until: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The tries at one name: when all are free again, and who waits, in order.

    Of two with equal `served` the one that stands earlier is earlier in the line.
    """

    full: int = 0
    networks: tuple[Network, ...] = ()

    @property
    def packed(self) -> bytes:
        """The networks in bytes, as a database keeps them."""
        return b"".join(
            _PACKED.pack(one.key, one.served, one.until) for one in self.networks
        )


def unpacked(full: int, packed: bytes) -> Line:
    """Return a line as it was kept. Bytes that are cut off stand for nobody."""
    whole = len(packed) - len(packed) % _PACKED.size
    networks = tuple(
        Network(key=network, served=served, until=until)
        for network, served, until in _PACKED.iter_unpack(packed[:whole])
    )
    return Line(full=full, networks=networks)


def spend(full: int, now: int) -> tuple[int, int]:
    """Spend a try that nobody waits in line for.

    Returns when all tries are free again, and the seconds to wait: 0 means go on.
    """
    full = _sound(full, now)
    wait = _wait(full, 1, now)
    return (full, wait) if wait else (_spent(full, now), 0)


def ask(line: Line, network: bytes, now: int) -> tuple[Line, int]:
    """Let a network ask for a try; return the line after it, and the seconds to wait.

    0 means that it had its turn now. Otherwise it has a place, which it keeps until
    `LATE` seconds after it was to come again.
    """
    full = _sound(line.full, now)
    networks = {one.key: one for one in _present(line, full, now)}
    own = networks.get(network, Network(key=network))
    if not own.until:
        networks.pop(network, None)
        networks[network] = own = replace(own, until=now)
    waiting = sorted(filter(_waits, networks.values()), key=_turn)
    wait = _wait(full, 1 + waiting.index(own), now)
    if wait:
        networks[network] = replace(own, until=now + wait + LATE)
    else:
        del networks[network]
        networks[network] = Network(key=network, served=now)
        full = _spent(full, now)
    return Line(full=full, networks=_at_most(networks.values())), wait


def _sound(full: int, now: int) -> int:
    # No clock shows so late an end unless it was set back, or the row was changed. Some
    # seconds are let pass, as two machines with one database differ by that much.
    return 0 if full - now > FREE_TRIES * SECONDS_A_TRY + LATE else full


def _wait(full: int, tries: int, now: int) -> int:
    """Seconds until so many attempts are free, or would be if none was spent."""
    due = max(full, now) - (FREE_TRIES - tries) * SECONDS_A_TRY
    return max(due - now, 0)


def _spent(full: int, now: int) -> int:
    return max(full, now) + SECONDS_A_TRY


def _present(line: Line, full: int, now: int) -> Iterable[Network]:
    """Yield who is still in the line, or had a turn within the hour."""
    if full != line.full:  # the clock was set back: nobody waits for what it showed
        return
    for one in line.networks:
        # Who did not come has had that turn, or some could hold the line by not coming.
        missed = one.until and one.until < now
        left = replace(one, served=one.until, until=0) if missed else one
        if left.until or now - HOUR < left.served <= now + LATE:
            yield left


def _waits(one: Network) -> bool:
    return one.until > 0


def _turn(one: Network) -> int:
    return one.served


def _at_most(networks: Iterable[Network]) -> tuple[Network, ...]:
    """Leave out who had a turn longest ago, and else who came last."""
    kept = list(networks)
    while len(kept) > MOST:
        over = [one for one in kept if not one.until]
        kept.remove(min(over, key=_turn) if over else kept[-1])
    return tuple(kept)
