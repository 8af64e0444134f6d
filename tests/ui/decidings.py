"""Decisions under way to test on, in the room and at the board."""

from lcterm.core.commands import BeginDeciding, CountLights, OpenVote, PutOnWall, ShowLight, Suggest
from lcterm.core.deciding import Deciding
from lcterm.core.events import DecidingWay
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.framed import Framed
from tests.core.builder import Table
from tests.ui.beside import text
from tests.ui.boards import board_of, pane_text
from tests.ui.room_states import at

QUESTION = "When do we tell the tenant that the date has slipped, and who is it that picks up the telephone?"
TEXTS = (
    "Call each of them on the day we know",
    "Write to all of them at once, a plain letter without a date in it, and the telephone number of one of us below it",
    "Wait until the new date stands",
    "[/red] 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
    *(f"Suggestion number {number}" for number in range(5, 13)),
)


def lights(count: int = 3, marks: bool = True) -> Table:
    """A traffic light on so many suggestions; the first two are even, the first by name."""
    table = at(3, 60)
    begin(table, "lights", count)
    if marks and table.session.deciding is not None:
        for number, one in enumerate(table.session.deciding.suggestions):
            if number == 0:
                for person in ("amina", "ben", "chidi"):
                    table.do(ShowLight(one.id, person, "red" if person == "chidi" else "green"))
            else:
                table.do(CountLights(one.id, 2 if number == 1 else 0, number % 4))
    return table


def begin(table: Table, way: DecidingWay, count: int) -> None:
    table.do(BeginDeciding(way, QUESTION))
    for words in TEXTS[:count]:
        table.do(Suggest(words))


def pairs(wall: int = 2, voting: bool = False) -> Table:
    """Each pair has suggested one; so many are on the wall."""
    table = at(5, 60)
    table.do(BeginDeciding("pairs", QUESTION))
    point = table.session.point
    assert point is not None
    for pair, words in zip(point.pairs, TEXTS, strict=False):
        table.do(Suggest(words, pair))
    assert table.session.deciding is not None
    for one in table.session.deciding.suggestions[:wall]:
        table.do(PutOnWall(one.id))
    if voting:
        table.do(OpenVote())
    return table


def what_else(count: int = 3) -> Table:
    table = at(3, 60)
    begin(table, "what-else", count)
    return table


def typed(words: str) -> list[str]:
    """The keys that write this line, and Enter."""
    named = {" ": "space", "/": "slash", "?": "question_mark", ",": "comma"}
    return [*(named.get(letter, letter) for letter in words), "enter"]


def message(app: LcTerm) -> str:
    """What the message row says, of the board or of the screen over it."""
    over = isinstance(app.screen, Framed)
    return (text(app, "message") if over else pane_text(board_of(app), "message")).strip()


def rows(app: LcTerm) -> list[str]:
    """The page of the screen that is shown, with single blanks."""
    return [" ".join(line.split()) for line in text(app).splitlines() if line.strip()]


def held(app: LcTerm) -> Deciding:
    """The decision under way."""
    deciding = board_of(app).desk.meeting.session.deciding
    assert deciding is not None
    return deciding


def written(app: LcTerm) -> list[tuple[str, str]]:
    """The captures, kind and text."""
    captures = board_of(app).desk.meeting.session.captures.values()
    return [(one.words.kind, one.words.text) for one in captures]
