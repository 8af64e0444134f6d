"""The most memory a board ever takes, once each of the ten live keys was pressed, beside a blank Textual app."""

from collections.abc import Callable, Sequence
from functools import partial

from tests.bench.figures import Row, Table, compared
from tests.bench.keys import BELOW, a_round, press
from tests.bench.program import Program
from tests.bench.programs import BOARD_READY, FLOOR_READY, Sized, floor

LIMIT = 1.2
ROUNDS = 2
HOW = (
    "Each started {starts} times, the ten live keys twice on each board; the most that it had, its part of the "
    "libraries included; the floor is a blank Textual app"
)


def measure(homes: Sequence[Sized], quick: bool) -> list[Table]:
    """Starts in turn."""
    starts = 2 if quick else 5
    programs: dict[str, Callable[[], float]] = {
        "blank": partial(_at_rest, "blank"),
        "layout": partial(_at_rest, "layout"),
        **{sized.name: partial(_worked_at, sized) for sized in homes},
    }
    peaks: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(starts):
        for name, peak in programs.items():
            peaks[name].append(peak())
    rows: list[Row] = [compared("blank panes as the board has them", peaks["layout"], peaks["blank"], unit="MiB")]
    for sized in homes:
        most = LIMIT if sized is homes[0] else None
        rows.append(compared(sized.name, peaks[sized.name], peaks["blank"], most, unit="MiB"))
    return [Table("Peak memory", HOW.format(starts=starts), rows)]


def _at_rest(name: str) -> float:
    with floor(name) as program:
        program.wait_for(FLOOR_READY)
        program.settle(0.5)
        return program.peak_mib()


def _worked_at(sized: Sized) -> float:
    with sized.board() as board:
        board.wait_for(BOARD_READY)
        board.settle(1)
        _press_all(board, sized)
        return board.peak_mib()


def _press_all(board: Program, sized: Sized) -> None:
    for _ in range(ROUNDS):
        for _, keys in a_round(sized.free_badges(1)[0]):
            press(board, keys, BELOW)
