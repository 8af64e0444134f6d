"""Cold start: from the command to a board on which every pane stands and keys are taken. And the memory it takes."""

from collections.abc import Callable, Sequence
from functools import partial

from tests.bench.figures import Row, Table, compared
from tests.bench.program import Program
from tests.bench.programs import BOARD_READY, FLOOR_READY, GATED, Sized, floor

LIMIT = 1.25
HOW = (
    "From the command to the picture with the agenda on it, {rounds} starts of each in turn, files in the page cache; "
    "the floor is a blank Textual app, `layout` the board's panes without logic. CPU: all threads, until nothing more "
    "comes"
)


def measure(homes: Sequence[Sized], quick: bool) -> list[Table]:
    """Starts in turn; the first of each warms the caches and does not count."""
    rounds = 8 if quick else 20
    starts: dict[str, tuple[Callable[[], Program], str]] = {
        "blank": (partial(floor, "blank"), FLOOR_READY),
        "layout": (partial(floor, "layout"), FLOOR_READY),
        **{sized.name: (sized.board, BOARD_READY) for sized in homes},
    }
    times: dict[str, list[float]] = {name: [] for name in starts}
    cpu: dict[str, list[float]] = {name: [] for name in starts}
    for number in range(rounds + 1):
        for name in list(starts)[:: 1 if number % 2 else -1]:
            start, ready = starts[name]
            with start() as program:
                at = program.wait_for(ready)
                program.settle(0.2)
                if number:
                    times[name].append((at - program.started) * 1000)
                    cpu[name].append(program.cpu_ms())
    rows: list[Row] = [compared("blank panes as the board has them", times["layout"], times["blank"])]
    for sized in homes:
        most = LIMIT if sized.events == GATED else None
        rows.append(compared(f"`run`, {sized.name}", times[sized.name], times["blank"], most))
        rows.append(compared(f"`run`, {sized.name}: CPU", cpu[sized.name], cpu["blank"]))
    return [Table("Cold start", HOW.format(rounds=rounds), rows)]
