"""What a board costs that nobody touches, with the clock running: CPU, and bytes to the terminal."""

import time
from collections.abc import Sequence
from contextlib import ExitStack

from tests.bench.figures import Row, Table, compared, share
from tests.bench.programs import BOARD_READY, FLOOR_READY, Sized, floor

STRETCH_S = 5.0
CPU_MOST, KB_MOST = 1.0, 10.0
HOW = (
    "Side by side for {seconds:.0f} s in stretches of 5, nothing pressed, somebody speaking; the floor is an app whose "
    "one clock goes on every second"
)


def measure(homes: Sequence[Sized], quick: bool) -> list[Table]:
    """All of them idle at the same time; nothing is drawn meanwhile, so that the machine is quiet."""
    stretches = 4 if quick else 12
    with ExitStack() as stack:
        floors = [stack.enter_context(floor(name)) for name in ("clock", "blank", "layout")]
        boards = [stack.enter_context(sized.board()) for sized in homes]
        for program, ready in [*((one, FLOOR_READY) for one in floors), *((one, BOARD_READY) for one in boards)]:
            program.wait_for(ready)
            program.settle(0.5)
        programs = [*floors, *boards]
        time.sleep(2)
        cpu: list[list[float]] = [[] for _ in programs]
        sent = [one.bytes for one in programs]
        for _ in range(stretches):
            before = [one.cpu_ms() for one in programs]
            time.sleep(STRETCH_S)
            for taken, one, was in zip(cpu, programs, before, strict=True):
                taken.append((one.cpu_ms() - was) / STRETCH_S)
        minutes = stretches * STRETCH_S / 60
        kilobytes = [(one.bytes - was) / 1000 / minutes for one, was in zip(programs, sent, strict=True)]
    rows: list[Row] = []
    for name, taken in zip(("a blank app", "layout"), cpu[1:3], strict=True):
        rows.append(_spent(name, taken, cpu[0], None))
    for place, sized in enumerate(homes, 3):
        rows.append(_spent(sized.name, cpu[place], cpu[0], CPU_MOST))
        over = kilobytes[place] > KB_MOST
        figures = f"{kilobytes[place]:.1f} kB a minute", f"{kilobytes[0]:.1f} kB a minute"
        rows.append(Row("the same, to the terminal", *figures, target=f"≤ {KB_MOST:g} kB", plain_over=over))
    return [Table("Idle", HOW.format(seconds=stretches * STRETCH_S), rows)]


def _spent(name: str, taken: Sequence[float], clock: Sequence[float], most: float | None) -> Row:
    row = compared(name, taken, clock, most)
    a_minute = (f"{share(one, 0.5) * 60 / 1000:.2f} s of CPU a minute" for one in (taken, clock))
    return row._replace(measured=next(a_minute), floor=next(a_minute))
