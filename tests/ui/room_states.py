"""A session in every state that the room screen knows."""

from collections.abc import Callable

from lcterm.core import commands
from lcterm.core.agenda_plan import Mode
from lcterm.core.events import RoomShow, Words
from tests.core.builder import Table
from tests.ui.rooms import QUESTION

AGENDA: tuple[tuple[str, float, Mode], ...] = (
    ("Introductions", 5, "round"),
    ("Presentation 1", 30, "presenter"),
    ("Discussion 1", 35, "queue"),
    ("Capture, report 1", 5, "open"),
    ("In twos", 10, "pairs"),
    ("Break", 10, "none"),
    ("Close", 0, "none"),
)
NAMES = ("Amina", "Ben", "Chidi", "Dorota", "Farida Al-Rashid", "山田太郎", "W" * 60)


def planned() -> Table:
    return Table(NAMES, AGENDA, {"Presentation 1": ["amina"]})


def at(number: int, seconds: float = 0) -> Table:
    """The session at this point, so many seconds into it."""
    table = planned()
    table.do(commands.StartSession())
    table.do(commands.MendPoint(3, question=QUESTION))
    table.do(commands.MendPoint(4, sums_up=True))
    if number > 1:
        table.do(commands.JumpToPoint(number))
    table.wait(seconds=seconds)
    return table


def discussion(seconds: float = 0) -> Table:
    """Ben has the floor; three hands are up, and a fourth."""
    table = at(3)
    table.do(commands.GiveFloor("ben"))
    table.do(commands.RaiseHand("dorota", "question"))
    table.do(commands.RaiseHand("chidi", "reply"))
    table.do(commands.RaiseHand("farida al-rashid"))
    table.do(commands.RaiseHand("山田太郎", "process"))
    table.wait(seconds=seconds)
    return table


def interrupted() -> Table:
    table = discussion()
    table.do(commands.Interject("amina"))
    return table


def shows(what: RoomShow, number: int = 4) -> Table:
    table = at(number)
    table.do(commands.WriteCapture(Words(kind="learning", text="Say early what we cannot promise")))
    table.do(
        commands.WriteCapture(Words(kind="action", text="Ask the council", owners=("ben", "chidi"), due_next=True))
    )
    table.do(commands.WriteCapture(Words(kind="note", text="Jonas looked ready", audience="facilitators")))
    for number_of_it in range(30):
        table.do(commands.WriteCapture(Words(kind="story", text=f"The flat, part {number_of_it} " + "and on " * 20)))
    table.do(commands.ShowInRoom(what))
    return table


def hidden() -> Table:
    table = discussion(60)
    table.do(commands.HideClock())
    return table


def with_care() -> Table:
    table = discussion(60)
    table.do(commands.PauseClock(care=True))
    return table


def paused() -> Table:
    table = discussion(60)
    table.do(commands.PauseClock())
    return table


def swapped() -> Table:
    table = at(5)
    table.do(commands.SwapPairs())
    return table


def closed() -> Table:
    table = at(7)
    table.do(commands.EndSession())
    return table


STATES: dict[str, Callable[[], Table]] = {
    "planned": planned,
    "round": lambda: at(1),
    "presentation": lambda: at(2),
    "discussion": lambda: discussion(13 * 60 + 26),
    "last minute": lambda: discussion(34 * 60 + 15),
    "over": lambda: discussion(37 * 60 + 10),
    "short question": interrupted,
    "rules": lambda: shows("rules"),
    "captures": lambda: shows("captures"),
    "nothing more": lambda: shows("plain"),
    "pairs": lambda: at(5),
    "swapped": swapped,
    "break": lambda: at(6),
    "close": lambda: at(7),
    "hidden": hidden,
    "care": with_care,
    "paused": paused,
    "closed": closed,
}
