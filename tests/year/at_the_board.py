"""A session of the year at the board's keys, in a real terminal."""

from datetime import datetime

from tests.playing import MESSAGE
from tests.terminal import Terminal
from tests.year.playing import Year, begin
from tests.year.story import Held

OFFERS = "Since last time"


class Board:
    """The board in a terminal, and whoever presses its keys."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal

    def press(self, keys: str, says: str, text: str = "") -> None:
        """These keys, parted by blanks, and a line where they open one; `says` is the answer in the message row."""
        assert says not in self._terminal.row(MESSAGE), f"nobody could tell when {keys} is done"
        self._terminal.send(*keys.split())
        if text:
            self._terminal.wait_for("Enter keep")
            self._terminal.type(text)
            self._terminal.send("enter")
        self._terminal.wait_for(lambda screen: f" ✓  {says}" in screen.split("\n")[MESSAGE])

    def look(self, key: str, wanted: str) -> None:
        """A key that opens or closes a page."""
        self._terminal.send(key)
        self._terminal.wait_for(wanted)


def play_at_the_board(year: Year, held: Held, following: Held) -> None:
    """The session as it stands in the story; only the next time is agreed at another terminal, while it runs."""
    begin(year, held, start=False)
    with Terminal(year.clock.argv("--home", str(year.home), "run", year.sessions[-1])) as terminal:
        terminal.wait_for("Not started")
        board = Board(terminal)
        board.press("t", "The session has begun with Introductions.")
        agenda = year.shown()["agenda"]
        for before, point in zip((None, *agenda), agenda, strict=False):
            year.clock.set(datetime.fromisoformat(point["planned_start"]))
            if before is not None:
                board.press("n", f"{before['title']} is done; now {point['title']}.")
            at_the_point(year, board, held, point["title"])
            if point["title"] == "Next date, roles":
                year.agree(held, following.day)
        year.clock.advance(5)  # the same key twice within a second counts once
        board.press("n", "The session is closed.")
        terminal.send("q", "q")
        assert terminal.wait_exit() == 0
        assert terminal.left_on() == []


def at_the_point(year: Year, board: Board, held: Held, title: str) -> None:
    """What happens there: older actions, the talk, what is written down, how it was."""
    if title == "Since last time":
        board.look("\\", held.became[0][1])
        for _, action in held.became:
            board.press("space", f"Done: {year.text_of(action)}")
        board.look("esc", "Amina")
    elif title == "Discussion":
        for talk in held.talks[0]:
            board.press(f"h {talk.who[0].lower()}", f"{talk.who} has a hand up.")
            board.press("space", f"{talk.who} has the floor.")
            year.clock.advance(talk.seconds)
        board.press("f", f"{talk.who} has finished; the floor is free.")
    elif title == "Capture, report":
        for line in held.lines:
            board.press("c", f"Written down: {'action' if line.text.startswith('a ') else 'learning'}.", line.text)
    elif title == "How was it for you":
        for said in held.feedback:
            board.press("c", "Written down: feedback.", f"f {said}")
