"""From a key to the picture, for the ten live keys, on boards of three sizes beside an app with one figure in it."""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from typing import NamedTuple

from tests.bench.figures import Row, Table, compared, share
from tests.bench.program import Program
from tests.bench.programs import BOARD_READY, FLOOR_READY, Sized, floor

P50, P95, LARGE, MOST_MS = 2.0, 2.5, 1.2, 16.0
BELOW = slice(-3, None)
"""Line, message and footer: each of the ten keys changes one of them, the tick of the clock none."""
HOW = (
    "From the key to the end of the picture that answers it, as it comes out of a pseudo-terminal of 120 by 36; the "
    "ten live keys in turn, {rounds} rounds, on all programs one after the other; the floor is an app in which a key "
    "counts one figure up. CPU a key: all threads, until nothing more comes; that includes what is written to the disk"
)


class Press(NamedTuple):
    """One key of the round: which of the ten it is for ("" for what only leads on), and what it sends."""

    of: str
    keys: tuple[str, ...]


def a_round(badge: str) -> list[Press]:
    """The ten live keys, each act taken back, so that the board stands at the end as it did before. A hand and `spoke`
    take a badge; of those the key and the last letter, which acts, count."""
    named = [*(Press("", (letter,)) for letter in badge[:-1])]
    return [
        Press("next speaker", ("space",)), Press("undo", ("u",)),
        Press("hand", ("h",)), *named, Press("hand", (badge[-1],)), Press("undo", ("u",)),
        Press("spoke", ("s",)), *named, Press("spoke", (badge[-1],)), Press("undo", ("u",)),
        Press("1 min more", ("+",)), Press("1 min less", ("-",)),
        Press("start, pause", ("t",)), Press("start, pause", ("t",)),
        Press("capture", ("c",)), Press("", ("esc",)),
        Press("next point", ("n",)), Press("undo", ("u",)),
        Press("keys", ("?",)), Press("", ("esc",)),
    ]  # fmt: skip


class Answers(NamedTuple):
    """What one program took: ms from key to picture, and of CPU, by key."""

    times: dict[str, list[float]]
    cpu: dict[str, list[float]]

    def add(self, of: str, time_ms: float, cpu_ms: float) -> None:
        self.times.setdefault(of, []).append(time_ms)
        self.cpu.setdefault(of, []).append(cpu_ms)

    @property
    def all_times(self) -> list[float]:
        return [one for taken in self.times.values() for one in taken]

    @property
    def all_cpu(self) -> list[float]:
        return [one for taken in self.cpu.values() for one in taken]


def press(program: Program, keys: Sequence[str], part: slice) -> tuple[float, float]:
    """Ms until the picture that differs in these rows, and ms of CPU until all is done."""
    program.settle(0.002)
    time.sleep(random.uniform(0.03, 0.08))
    program.settle(0.002)
    before, cpu = program.rows()[part], program.cpu_ms()
    sent = program.send(*keys)
    try:
        at = program.wait(lambda rows: rows[part] != before, 5)
    except TimeoutError as error:
        error.add_note(f"after {' '.join(keys)}, with {before} below")
        raise
    program.settle(0.06)
    return (at - sent) * 1000, program.cpu_ms() - cpu


def measure(homes: Sequence[Sized], quick: bool) -> list[Table]:
    """All programs run at once and get each key in turn; only one of them has something to do at a time."""
    rounds = 4 if quick else 16
    with ExitStack() as stack:
        counter, *boards = (stack.enter_context(one()) for one in _starts(homes))
        counter.wait_for(FLOOR_READY)
        for board in boards:
            board.wait_for(BOARD_READY)
            board.settle(1)
        counted, answers = Answers({}, {}), [Answers({}, {}) for _ in boards]
        plans = [a_round(sized.free_badges(1)[0]) for sized in homes]
        for number in range(rounds + 1):
            for board, plan, answer in zip(boards, plans, answers, strict=True):
                for of, keys in plan:
                    result = press(board, keys, BELOW)
                    beside = press(counter, ("x",), slice(None)) if board is boards[0] and of else None
                    if number and of:  # the first round loads what the start left out
                        answer.add(of, *result)
                        if beside:
                            counted.add(of, *beside)
    return [_overall(homes, counted, answers, rounds), _by_key(answers[0], counted)]


def _starts(homes: Sequence[Sized]) -> Iterator[Callable[[], Program]]:
    yield lambda: floor("counter")
    for sized in homes:
        yield sized.board


def _overall(homes: Sequence[Sized], floor: Answers, answers: Sequence[Answers], rounds: int) -> Table:
    small = answers[0]
    rows: list[Row] = []
    for sized, answer in zip(homes, answers, strict=True):
        most = (P50, P95) if answer is small else (None, None)
        rows.append(compared(f"{sized.name}: half of them", answer.all_times, floor.all_times, most[0]))
        rows.append(
            compared(f"{sized.name}: 95 of 100", answer.all_times, floor.all_times, most[1], part=0.95, gates=False)
        )
        rows.append(compared(f"{sized.name}: CPU a key", answer.all_cpu, floor.all_cpu, most[0]))
    large = homes[-1].name
    rows.append(compared(f"{large} beside {homes[0].name}", answers[-1].all_times, small.all_times, LARGE))
    rows.append(compared("the same: CPU a key", answers[-1].all_cpu, small.all_cpu, LARGE))
    late = share(small.all_times, 0.95)
    rows.append(Row(f"{homes[0].name}: 95 of 100, at most", f"{late:.1f} ms", target=f"≤ {MOST_MS:g} ms",
                    plain_over=late > MOST_MS, gates=False))  # fmt: skip
    return Table("From a key to the picture", HOW.format(rounds=rounds), rows)


def _by_key(answer: Answers, floor: Answers) -> Table:
    rows = [compared(f"`{of}`", taken, floor.all_times, P50) for of, taken in answer.times.items()]
    return Table("Each of the ten", "Half of them, with 12 members and 300 events, beside the same floor", rows)
