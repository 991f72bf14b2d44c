"""Tries at a name go by turn: whoever asks often has no more of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from coequal.people import turns
from coequal.people.turns import FREE_TRIES, HOUR, LATE, MOST, SECONDS_A_TRY, Line

NOW = 1_800_000_000
OWNER = b"the owner's home"
A_MINUTE_AND_A_HALF = 90


def network(number: int) -> bytes:
    return b"%016d" % number


class Door:
    """A name at which networks ask, one after the other."""

    def __init__(self) -> None:
        self.line, self.now = Line(), NOW
        self.tries: list[tuple[int, bytes]] = []

    def ask(self, who: bytes) -> int:
        self.line, wait = turns.ask(self.line, who, self.now)
        if not wait:
            self.tries.append((self.now, who))
        return wait

    def used_up(self, *by: bytes) -> Door:
        """Let all free tries be used, and each of these wait for the next one."""
        while True:
            # A list, so that each of them asks.
            waits = [self.ask(who) for who in by]
            if all(waits):
                return self

    def until(self, then: int, asking: Iterable[bytes], *, each: int = 1) -> None:
        """Let all of them ask again and again before that second."""
        others = list(asking)
        while self.now < then:
            for who in others:
                self.ask(who)
            self.now += each
        self.now = then


asks = st.lists(
    st.tuples(st.integers(0, 90), st.integers(0, 12)), min_size=1, max_size=200
)


@given(asks)
def test_nobody_waits_where_nobody_tried(some: list[tuple[int, int]]) -> None:
    for _, who in some[:FREE_TRIES]:
        assert not Door().ask(network(who))


def test_eight_tries_are_free_at_once_for_one_who_mistypes() -> None:
    door = Door()
    assert [door.ask(OWNER) for _ in range(FREE_TRIES)] == [0] * FREE_TRIES
    assert door.ask(OWNER) == SECONDS_A_TRY


@given(asks, st.integers(1, 12))
def test_no_hour_has_more_than_120_tries(
    some: list[tuple[int, int]], networks: int
) -> None:
    door = Door()
    for after, who in some * 5:
        door.now += after
        for further in range(networks):
            door.ask(network(who + further))
    times = [at for at, _ in door.tries]
    for number, at in enumerate(times):
        assert sum(at <= one <= at + HOUR for one in times[number:]) <= 120


@given(asks)
def test_a_newcomer_is_in_at_the_second_they_were_told(
    some: list[tuple[int, int]],
) -> None:
    door = Door()
    for after, who in some:
        door.now += after
        door.ask(network(who))
    wait = door.used_up(network(0)).ask(OWNER)
    told = door.now + wait
    for after, who in some * 3:
        if door.now + after < told:
            door.now += after
            door.ask(network(who))
            door.ask(network(100 + who))
    door.now = told
    assert wait
    assert door.ask(OWNER) == 0


@given(asks, st.integers(0, LATE))
def test_being_late_by_less_than_a_minute_costs_nothing(
    some: list[tuple[int, int]], late: int
) -> None:
    door = Door().used_up(network(0))
    told = door.now + door.ask(OWNER) + late
    for after, who in some:
        if door.now + after < told:
            door.now += after
            door.ask(network(who))
    door.now = told
    assert door.ask(OWNER) == 0


@given(asks)
def test_whoever_comes_as_told_waits_one_turn_for_each_other_network_at_most(
    some: list[tuple[int, int]],
) -> None:
    door = Door().used_up(OWNER)
    since, again = door.now, door.now + door.ask(OWNER)
    others = {who for _, who in some}
    for after, who in some * 30:
        then = door.now + after
        while again <= then:
            door.now = again
            wait = door.ask(OWNER)
            again = door.now + wait
            if not wait:
                assert door.now - since <= SECONDS_A_TRY * (1 + len(others))
                since, again = door.now, door.now + 1
        door.now = then
        door.ask(network(who))


def test_who_asks_each_second_keeps_nobody_out() -> None:
    attacker = network(1)
    door = Door().used_up(attacker)
    door.until(door.now + HOUR, [attacker])
    wait = door.ask(OWNER)
    assert wait <= A_MINUTE_AND_A_HALF
    door.until(door.now + wait, [attacker])
    assert door.ask(OWNER) == 0


def test_nor_do_a_hundred_networks_that_had_turns_already() -> None:
    crowd = [network(number) for number in range(100)]
    door = Door().used_up(*crowd)
    door.until(door.now + HOUR, crowd, each=SECONDS_A_TRY)
    wait = door.ask(OWNER)
    assert wait <= A_MINUTE_AND_A_HALF
    door.until(door.now + wait, crowd)
    assert door.ask(OWNER) == 0


def test_nor_do_networks_that_wait_and_never_come() -> None:
    """They hold a turn once, and from then on are behind whoever had none."""
    idle = [network(number) for number in range(20)]
    door = Door().used_up(network(99))
    for _ in range(40):
        for who in idle:
            # Never when it is due: then it would be a try.
            if turns.ask(door.line, who, door.now)[1]:
                door.ask(who)
        door.now += SECONDS_A_TRY
    assert door.ask(OWNER) == 0


def test_a_slip_of_the_finger_costs_one_turn_of_the_other() -> None:
    attacker = network(1)
    door = Door().used_up(attacker)
    for turn in (1, 2):
        wait = door.ask(OWNER)
        assert wait == turn * SECONDS_A_TRY
        door.until(door.now + wait, [attacker])
        assert door.ask(OWNER) == 0


def test_asking_early_keeps_the_place() -> None:
    door = Door().used_up(network(1))
    first = door.ask(OWNER)
    door.until(door.now + first, [OWNER, network(1)])
    assert door.ask(OWNER) == 0


def test_more_networks_than_an_hour_has_turns_do_keep_a_newcomer_waiting() -> None:
    """The limit that the page and the limits name; and the bound holds."""
    crowd = [network(number) for number in range(1000)]
    door = Door().used_up(*crowd[:2])
    for number in range(240):
        for who in crowd[number * 4 : number * 4 + 4]:
            door.ask(who)
        door.now += SECONDS_A_TRY // 4
    assert door.ask(OWNER) > HOUR
    assert len(door.line.networks) <= MOST
    assert max(Counter(at // HOUR for at, _ in door.tries).values()) <= 120


def test_after_an_hour_of_quiet_all_is_forgotten() -> None:
    door = Door().used_up(*map(network, range(30)))
    door.now += 2 * HOUR
    door.ask(OWNER)
    assert [one.key for one in door.line.networks] == [OWNER]


def test_a_clock_that_was_set_back_keeps_nobody_waiting() -> None:
    for back in (400, HOUR, 100 * HOUR):
        door = Door().used_up(network(1), OWNER)
        door.now -= back
        assert door.ask(OWNER) == 0
        assert turns.spend(NOW + SECONDS_A_TRY * FREE_TRIES, NOW - back)[1] == 0


def test_two_clocks_that_differ_by_some_seconds_give_no_try_more() -> None:
    door = Door().used_up(OWNER)
    for step in [-9, 9] * 100:
        door.now += step
        assert door.ask(OWNER)


@given(asks)
def test_a_line_is_kept_as_it_was(some: list[tuple[int, int]]) -> None:
    door = Door()
    for after, who in some:
        door.now += after
        door.ask(network(who))
    assert turns.unpacked(door.line.full, door.line.packed) == door.line


@given(st.binary(max_size=200), st.integers(-(2**63), 2**63 - 1))
def test_whatever_the_database_holds_somebody_can_ask(packed: bytes, full: int) -> None:
    line, wait = turns.ask(turns.unpacked(full, packed), OWNER, NOW)
    assert wait >= 0
    assert turns.unpacked(line.full, line.packed) == line


@given(st.lists(st.integers(0, 200), max_size=300))
def test_what_one_alone_tries_has_the_same_bound(after: list[int]) -> None:
    full, now, times = 0, NOW, []
    for seconds in after:
        now += seconds
        full, wait = turns.spend(full, now)
        if not wait:
            times.append(now)
    for number, at in enumerate(times):
        assert sum(one <= at + HOUR for one in times[number:]) <= 120
