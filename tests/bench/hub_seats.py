"""Three seats and a hub: how soon what one writes is on the others, and that nothing is lost however the hub fails.

    python tests/bench/hub_seats.py [SECONDS]

Starts a PostgreSQL of its own. Each seat is a home with a board's ledger and a courier, in this one process, and writes
a capture five times a second. Counted is the time from the act on one seat to the state of each other seat, for so long
(30 s) with NOTIFY and as long without. Then: the server killed with `-m immediate` for ten seconds in the middle, and a
wire that swallows everything for ten.
"""

import random
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from lcterm.hub.courier import Pace  # noqa: E402 (the checkout must be on the path first)
from tests.hub.carrying import Seat, assert_all_is_everywhere, delays_ms, p95, wait_for_all  # noqa: E402
from tests.hub.seats import Hub  # noqa: E402
from tests.hub.server import Server, Wire, wire_to  # noqa: E402

EVERY_S = 0.2
OUT_S = 10.0

Failure = Callable[[Server, Wire], None]


def pause(seconds: float) -> None:
    threading.Event().wait(seconds)


def nothing(server: Server, wire: Wire) -> None:
    """The hub is there all the time."""


def killed(server: Server, wire: Wire) -> None:
    """The server dies as by a power cut and is gone for ten seconds."""
    pause(3)
    server.kill()
    pause(OUT_S)
    server.start()


def swallowed(server: Server, wire: Wire) -> None:
    """The wire of the first seat swallows everything for ten seconds."""
    pause(3)
    wire.swallows.set()
    pause(OUT_S)
    wire.swallows.clear()


def run(server: Server, folder: Path, pace: Pace, seconds: float, failure: Failure) -> list[float]:
    """Three seats for so long; the delays in ms, sorted. Raises AssertionError where something was lost or twice."""
    hub = Hub(server, folder.name, folder)
    with ExitStack() as stack:
        stack.callback(hub.close)
        wire = stack.enter_context(wire_to(server))
        hub.raised()
        seats = [Seat(hub, name, pace, port) for name, port in (("a", wire.port), ("b", 0), ("c", 0))]
        seats[0].laptop.found()
        for seat in seats:
            seat.laptop.join()
        for seat in seats:
            seat.begin()
        pause(1)
        dice = random.Random(7)
        writers = [seat.write_at_random(seconds, EVERY_S, dice) for seat in seats]
        failure(server, wire)
        for writer in writers:
            writer.join()
        wait_for_all(seats, 60)
        for seat in seats:
            seat.end()
        assert_all_is_everywhere(hub, seats)
        delays = delays_ms(seats)
        longest = max(seat.longest_s for seat in seats) * 1000
        facts = sum(len(seat.wrote) for seat in seats)
    print(f"  {facts} facts, 0 lost, 0 twice; p50 {delays[len(delays) // 2]:.0f} ms, p95 {p95(delays):.0f} ms; "
          f"longest append {longest:.0f} ms", flush=True)  # fmt: skip
    return delays


def main() -> int:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 30.0
    folder = Path(tempfile.mkdtemp(prefix="lcterm-pg-"))
    folder.chmod(0o755)
    sys.setswitchinterval(0.0005)  # as a board has it
    server = Server(folder / "data")
    poll_s = Pace().poll_s
    kept = True
    try:
        print("with NOTIFY, nothing fails")
        delays = run(server, made(folder, "hints"), Pace(), seconds, nothing)
        rows = [row("from one seat's act to the other seats' state, with NOTIFY", delays, "`tests/bench/hub_seats.py`")]
        kept = p95(delays) < 50
        print(f"without, asking every {poll_s:.0f} s")
        delays = run(server, made(folder, "asking"), Pace(hints=False), seconds, nothing)
        rows.append(row(f"the same without, asking every {EVERY.get(poll_s, f'{poll_s:.0f} s')}", delays, "the same"))
        kept = kept and p95(delays) < poll_s * 1000 + 50
        print(f"the server killed for {OUT_S:.0f} s")
        run(server, made(folder, "killed"), Pace(), OUT_S + 8, killed)
        print(f"a wire that swallows for {OUT_S:.0f} s")
        run(server, made(folder, "swallowed"), Pace(), OUT_S + 8, swallowed)
    finally:
        server.close()
        shutil.rmtree(folder, ignore_errors=True)
    print("\nFor README:\n" + "\n".join(rows))
    print("kept" if kept else "not kept: p95 too long")
    return 0 if kept else 1


EVERY = {1.0: "second"}


def row(what: str, delays: list[float], by: str) -> str:
    """A row of README's table."""
    return f"| {what} | {delays[len(delays) // 2]:.0f} ms | {p95(delays):.0f} ms | {by} |"


def made(folder: Path, name: str) -> Path:
    path = folder / name
    path.mkdir()
    return path


if __name__ == "__main__":
    raise SystemExit(main())
