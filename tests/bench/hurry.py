"""Twenty keys a second for a minute, as no hand can: none is lost, and the last is as quick as the first."""

import time
from collections.abc import Sequence
from statistics import median

from tests.bench.figures import Row, Table, ratio, share
from tests.bench.program import Program
from tests.bench.programs import BOARD_READY, Sized

RATE, GROWTH = 20, 1.1
HOW = (
    "{rate} keys a second, one every {each} ms whatever the board does, for {seconds} s, {runs} times: a minute more "
    "and a minute less by turns, each of which has a picture and a fact of its own. The median of the runs"
)


def measure(homes: Sequence[Sized], quick: bool) -> list[Table]:
    """So many runs on a board of the smallest size."""
    seconds, runs = (10, 1) if quick else (60, 3)
    lost, growth, late = zip(*(_hurried(homes[0], RATE * seconds) for _ in range(runs)), strict=True)
    rows = [
        Row("keys that had no effect", str(sum(lost)), target="0", plain_over=any(lost)),
        Row("the last tenth beside the first", f"{median(growth):.2f} × ({min(growth):.2f}–{max(growth):.2f})",
            target=f"≤ {GROWTH:g} ×", plain_over=median(growth) > GROWTH),
        Row("from a key to the picture: 95 of 100", f"{median(late):.1f} ms"),
    ]  # fmt: skip
    how = HOW.format(rate=RATE, each=1000 // RATE, seconds=seconds, runs=runs)
    return [Table("In a hurry", how, rows)]


def _hurried(sized: Sized, count: int) -> tuple[int, float, float]:
    """How many keys were lost, how the last tenth compares with the first, and what 95 of 100 do not exceed, ms."""
    before = _facts(sized)
    times: list[float] = []
    with sized.board() as board:
        board.wait_for(BOARD_READY)
        board.settle(1)
        began = time.perf_counter()
        for number in range(count):
            board.settle(max(0.0, 0.001), 0.001)
            time.sleep(max(0.0, began + number / RATE - time.perf_counter()))
            times.append(_pressed(board, "+-"[number % 2], began + number / RATE))
        board.settle(0.5)
        board.send("q", "q")
        while board.runs:
            time.sleep(0.05)
    lost = count - (_facts(sized) - before)
    tenth = len(times) // 10
    return lost, ratio(times[-tenth:], times[:tenth]).value, share(times, 0.95)


def _pressed(board: Program, key: str, due: float) -> float:
    """Ms from when the key was due to the picture that answers it."""
    before = board.rows()[-2]
    board.send(key)
    return (board.wait(lambda rows: rows[-2] != before, 5) - due) * 1000


def _facts(sized: Sized) -> int:
    (community,) = sized.home.community_ids()
    (session,) = sized.home.sessions(community)
    files = sized.home.session_log(community, session).glob("*.json")
    return sum(path.read_bytes().count(b'"stamp":') for path in files)
