"""From a key to the picture, in a real pseudo-terminal: a large room beside a small one.

Run from the checkout: `python -m tests.bench.key_to_paint [KEYS]`, 60 keys a board unless told. Exit 1 if the board of
200 members and 10,000 events needs more than 1.2 times what that of 12 and 300 needs.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from lcterm.cli.clock import SystemClock
from tests.bench.meeting_sizes import running_session
from tests.terminal_line import Line

SIZES = ((12, 300), (200, 10_000))
LIMIT = 1.2
FRAME_END = b"\x1b[?2026l"
KEYS = (("h", "\x1b"), ("o", ""), ("+", ""), ("-", ""), (";", ""), ("v", "v"))
"""Whose hand, another order of voices, a minute more and less, by kind and back, the veil: each draws something, so
that no tick of the clock can be taken for its answer. Behind each what steps out of it again, which is not timed."""
QUIET_S = 0.15


def main(count: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        now = SystemClock().now()
        homes = [running_session(Path(folder) / str(members), now, members, events) for members, events in SIZES]
        boards = [_board(home.path) for home in homes]
        try:
            times: list[list[float]] = [[], []]
            for key, out in _keys(count):
                for board, taken in zip(boards, times, strict=True):
                    taken.append(_one(board, key))
                    board.write(out.encode())
                    _settle(board)
        finally:
            for board in boards:
                board.close()
    return _report(times)


def _board(home: Path) -> Line:
    board = Line([sys.executable, "-m", "lcterm", "run", "--home", str(home)], (120, 36), {}, home)
    while b"Discussion" not in board.received() and not board.ended:
        board.wait_for_more(len(board.received()), 20)
    _settle(board)
    return board


def _keys(count: int) -> Iterator[tuple[str, str]]:
    for number in range(count):
        yield KEYS[number % len(KEYS)]


def _one(board: Line, key: str) -> float:
    """Milliseconds from writing the key to the end of the first frame after it."""
    before = len(board.received())
    began = time.perf_counter()
    board.write(key.encode())
    while FRAME_END not in board.received(before):
        if not board.wait_for_more(len(board.received()), 5):
            raise SystemExit(f"no picture within 5 s of {key!r}; it says {board.received(before)!r}")
    taken = (time.perf_counter() - began) * 1000
    _settle(board)
    return taken


def _settle(board: Line) -> None:
    """Until nothing comes for a moment: a tick of the clock must not be taken for the answer to a key."""
    while board.wait_for_more(len(board.received()), QUIET_S) and not board.ended:
        pass


def _report(times: list[list[float]]) -> int:
    medians = [statistics.median(taken) for taken in times]
    for (members, events), taken in zip(SIZES, times, strict=True):
        late = sorted(taken)[int(len(taken) * 0.95)]
        print(f"{members} members, {events} events: p50 {statistics.median(taken):.1f} ms, p95 {late:.1f} ms")
    ratio = medians[1] / medians[0]
    print(f"ratio {ratio:.2f}, at most {LIMIT}")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 60))
