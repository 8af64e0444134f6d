"""A board with its landing plan, as tests look at it."""

from textual.pilot import Pilot

from lcterm.core.agenda_plan import Mode
from lcterm.core.session import Session
from lcterm.ui.screens.board import Board
from lcterm.ui.screens.landing import LandingPlan
from tests.clock_program import TestClock
from tests.ui.beside import press

ORDINARY: tuple[tuple[str, float, Mode], ...] = (
    *(("Introductions", 5, "round"), ("Philosophy, rules", 5, "round"), ("Since last time", 10, "round")),
    *(("Presentation 1", 30, "presenter"), ("Discussion 1", 35, "queue"), ("Capture, report 1", 5, "open")),
    *(("Break", 10, "none"), ("Presentation 2", 30, "presenter"), ("Discussion 2", 35, "queue")),
    *(("Capture, report 2", 5, "open"), ("How was it for you", 5, "round"), ("Next date, roles", 5, "open")),
    ("Close", 0, "none"),
)


async def go_to_discussion(pilot: Pilot[None], clock: TestClock) -> None:
    """Four minutes behind, 13:26 into the fifth point."""
    await press(pilot, "t")
    for held in (7, 5, 12, 30):
        clock.advance(held * 60)
        await press(pilot, "n")
    clock.advance(13 * 60 + 26)


def plan_text(board: Board) -> str:
    """What the pane of the plan shows."""
    standing = board.keyboard.standing
    assert isinstance(standing, LandingPlan)
    assert standing.pane.display
    return "\n".join("".join(span.text for span in line).rstrip() for line in standing.pane.lines)


def chosen_row(board: Board) -> str:
    standing = board.keyboard.standing
    assert isinstance(standing, LandingPlan)
    rows = [line for line in standing.pane.lines if any(span.look == "chip" for span in line)]
    return "\n".join("".join(span.text for span in line).rstrip() for line in rows)


def state(board: Board) -> Session:
    return board.desk.meeting.session


def lengths(board: Board) -> list[int]:
    return [round(point.length / 60_000) for point in state(board).points.values()]
