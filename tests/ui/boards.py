"""Boards to test on: a community with a session in a real home, on a clock that the test moves."""

from collections.abc import Sequence
from pathlib import Path

from lcterm.core.agenda_plan import Mode, PlannedPoint
from lcterm.core.joining import Newcomer
from lcterm.core.when import zone_or_utc
from lcterm.store.paths import Home
from lcterm.store.register import found, plan
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.board import Board
from tests.clock_program import TestClock
from tests.kept import kept

TWELVE = (
    *("Amina", "Ben", "Chidi", "Dorota", "Farida", "Grace", "Jonas", "Leila", "Marek"),
    *("Sam K.", "Sam O.", "Tracy"),
)
AGENDA: tuple[tuple[str, float, Mode], ...] = (
    ("Introductions", 5, "round"),
    ("Presentation 1", 30, "presenter"),
    ("Discussion 1", 35, "queue"),
    ("Break", 10, "none"),
    ("Close", 0, "none"),
)


def board_app(
    folder: Path,
    clock: TestClock,
    names: Sequence[str] = TWELVE,
    agenda: Sequence[tuple[str, float, Mode]] = AGENDA,
    theme: str | None = None,
) -> LcTerm:
    """The app with the board of a planned session; the second member presents wherever one presents."""
    home = Home(folder / "home")
    key = ("board", tuple(names), tuple(agenda), clock.now(), clock.boottime())
    community, session = kept(key, home.path, lambda: _planned(home, clock, names, agenda))
    return again(home, clock, community, session, theme)


def _planned(
    home: Home, clock: TestClock, names: Sequence[str], agenda: Sequence[tuple[str, float, Mode]]
) -> tuple[str, str]:
    """The ids of a new community and of its session."""
    community = found(home, clock, "Housing peers", "", [Newcomer(name) for name in names])
    presenter = list(community.members)[1]
    points = [
        PlannedPoint(
            id=f"p{number}",
            title=title,
            minutes=minutes,
            mode=mode,
            presenters=(presenter,) if mode == "presenter" else (),
            notes=("Hold the pause after it.",),
            question="When do we tell the tenant?" if mode == "queue" else "",
        )
        for number, (title, minutes, mode) in enumerate(agenda, 1)
    ]
    session = plan(home, clock, community, points, zone_or_utc("UTC"), "UTC", clock.now(), "session 7")
    return community.id, session


def again(home: Home, clock: TestClock, community: str, session: str, theme: str | None = None) -> LcTerm:
    """The app once more on the same session, as after a restart."""
    return LcTerm(home, clock, {}, (community, session), theme)


def board_of(app: LcTerm) -> Board:
    """The board, whatever lies over it."""
    return next(screen for screen in app.screen_stack if isinstance(screen, Board))


def pane_text(board: Board, name: str) -> str:
    """What a pane shows, as text."""
    lines = board.panes[name].lines if name in board.panes else [board.ticking[name]]
    return "\n".join("".join(span.text for span in line).rstrip() for line in lines)


def whole_text(board: Board) -> str:
    """Everything the board shows."""
    return "\n".join(pane_text(board, name) for name in board.panes)
