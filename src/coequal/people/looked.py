"""What I saw of a pair when I only looked: kept in my own space.

In the space of the two it would tell, by two copies of the database, that I looked.
"""

from __future__ import annotations

from coequal.journal.door import EntryIndex, Reading
from coequal.sealed.seen import PRINT


def index(pair_id: bytes) -> EntryIndex:
    """Return under what it is kept."""
    return EntryIndex(kinds=(), name=f"looked {pair_id.hex()}")


def prints(own: Reading, pair_id: bytes) -> list[bytes]:
    """Return the prints of what I saw."""
    plain = own.kept(index(pair_id))
    return [plain[at : at + PRINT] for at in range(0, len(plain), PRINT)]


def remember(own: Reading, pair_id: bytes, reading: Reading) -> None:
    """Keep what is there and what my acts in the pair did not keep yet."""
    memory = reading.sight.memory
    # Where my memory is gone, it stays so: else nobody would learn of it.
    if memory is None:
        return
    with own.locked():
        known, kept = set(memory.prints), own.kept(index(pair_id))
        former = [one for one in prints(own, pair_id) if one not in known]
        plain = b"".join(dict.fromkeys((*former, *reading.sight.unknown())))
        if plain != kept:
            own.keep(index(pair_id), plain)
