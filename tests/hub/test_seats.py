"""Three seats and a hub that is killed, and a wire that swallows: nothing lost, nothing twice, nobody waits. The long
version is tests/bench/hub_seats.py."""

import random
import threading

import pytest

from lcterm.hub.courier import Pace
from tests.hub.carrying import Seat, assert_all_is_everywhere, delays_ms, p95, wait_for_all
from tests.hub.seats import Hub
from tests.hub.server import wire_to

APPEND_S = 1.0
"""Longer than this no append takes, whatever the hub does; a loaded machine's disk may take this long."""


@pytest.fixture
def dice() -> random.Random:
    return random.Random(5)


def seated(hub: Hub, pace: Pace, ports: tuple[int, ...] = (0, 0, 0), call_s: float = 5.0) -> list[Seat]:
    """Three seats at one session, carried."""
    hub.raised()
    seats = [Seat(hub, name, pace, port, call_s) for name, port in zip("abc", ports, strict=True)]
    seats[0].laptop.found()
    for seat in seats:
        seat.laptop.join()
    for seat in seats:
        seat.begin()
    return seats


def test_the_hub_is_killed_and_started_again(hub: Hub, dice: random.Random) -> None:
    seats = seated(hub, Pace(poll_s=0.3))
    writers = [seat.write_at_random(4, 0.03, dice) for seat in seats]
    nothing = threading.Event()
    nothing.wait(1)
    hub.server.kill()
    nothing.wait(1.5)
    hub.server.start()
    for writer in writers:
        writer.join()
    wait_for_all(seats, 25)
    for seat in seats:
        seat.end()
    assert_all_is_everywhere(hub, seats)
    assert max(seat.longest_s for seat in seats) < APPEND_S
    assert sum(len(seat.wrote) for seat in seats) > 100


def test_a_wire_that_swallows(hub: Hub, dice: random.Random) -> None:
    with wire_to(hub.server) as wire:
        seats = seated(hub, Pace(poll_s=0.3), (wire.port, 0, 0), call_s=1.0)
        writers = [seat.write_at_random(4, 0.03, dice) for seat in seats]
        nothing = threading.Event()
        nothing.wait(1)
        wire.swallows.set()
        nothing.wait(3.5)
        courier = seats[0].laptop.courier
        assert courier is not None
        assert courier.state.kind == "away"
        assert courier.said.startswith("hub away, ")
        wire.swallows.clear()
        for writer in writers:
            writer.join()
        wait_for_all(seats, 25)
        for seat in seats:
            seat.end()
        assert_all_is_everywhere(hub, seats)
        assert max(seat.longest_s for seat in seats) < APPEND_S


@pytest.mark.parametrize(("hints", "poll_s", "most_ms"), [(True, 1.0, 50), (False, 0.4, 450)], ids=["hints", "asking"])
def test_how_soon_it_is_on_the_other_seats(
    hub: Hub, dice: random.Random, hints: bool, poll_s: float, most_ms: float
) -> None:
    seats = seated(hub, Pace(poll_s=poll_s, hints=hints))
    nothing = threading.Event()
    nothing.wait(0.5)
    for writer in [seat.write_at_random(2, 0.1, dice) for seat in seats]:
        writer.join()
    wait_for_all(seats, 10)
    for seat in seats:
        seat.end()
    assert_all_is_everywhere(hub, seats)
    middle = delays_ms(seats)
    # The promise is for the 95th of a hundred on a machine that does nothing else: hub_seats.py holds it to that. Here
    # half of them must keep it, whatever else runs.
    assert middle[len(middle) // 2] < most_ms
    print(f"p50 {middle[len(middle) // 2]:.0f} ms, p95 {p95(middle):.0f} ms")
