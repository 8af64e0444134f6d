"""Keys that come in one go, as from a remote, a text expander or a fast hand, do what they do one by one."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.keys import _character_to_key, key_to_character
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from lcterm.ui.app import LcTerm
from lcterm.ui.in_order import InOrder
from tests.clock_program import TestClock
from tests.terminal import Terminal
from tests.thorough import some_of
from tests.ui.boards import board_app
from tests.ui.homes import founded, in_london, planned, sample_app, shown

MakeApp = Callable[[Path, TestClock], LcTerm]

NAMED = {
    *("enter", "esc", "tab", "space", "up", "down", "left", "right", "home", "end", "backspace"),
    *("ctrl+g", "ctrl+s", "f9"),
}


def keys(spelled: str) -> Iterator[str]:
    """Textual's names of keys: words of one letter and names of keys stand for themselves, other words are typed."""
    for word in spelled.split():
        if word in NAMED:
            yield "escape" if word == "esc" else word
        else:
            yield from (_character_to_key(letter) for letter in word)


def at_the_board(folder: Path, clock: TestClock) -> LcTerm:
    return board_app(folder, clock)


def at_home(folder: Path, clock: TestClock) -> LcTerm:
    app = sample_app(folder, clock)
    planned(app, founded(app), days=1)
    return app


BOARD = {
    "the palette": ("t : gauge", "gauge"),
    "the palette, and on the board again": ("t : 5 space min space more enter h d", "Dorota"),
    "the palette, to a screen with a line": ("t : rules enter a Quiet enter a Kind enter h", "Kind"),
    "the palette, twice": ("t : reflect enter Tired esc : rules enter a Kind enter", "Kind"),
    "moving about in the palette": ("t : min left left 5 space home x backspace", "min"),
    "the capture line": ("t c l space Letters enter h d", "Letters"),
    "two captures": ("t c l space One enter c l space Two enter h d", "Two"),
    "moving about in the capture line": ("t c l space Lters left left left left e end ! enter h d", "Leters!"),
    "leaving the capture line": ("t c l space Letters esc h d c s enter", "Letterss"),
    "a line for whoever speaks": ("t j 3 g c . Quite enter h d", "Quite"),
    "mending the last": ("t c l space Letter enter e s enter h d", "Letters"),
    "a person for a verb": ("t j 3 h d h j g c s a", "Dorota"),
    "a point by its number": ("t j 3 + + - h d", "Discussion"),
    "a mode": ("t j 3 m r space space", "Discussion"),
    "agenda, a point more": ("t 1 i Case 1 enter down e !! enter k", "Case"),
    "agenda, a point less": ("t 1 down down e backspace backspace On enter esc h d", "Discussion"),
    "people": ("t 2 n Zoe enter n Xu enter h", "Zoe"),
    "captures": ("t c a space Call enter 3 w sk enter k q d", "Call"),
    "a capture opened from the list": ("t c l space Call enter 3 e s enter h d", "Calls"),
    "rules": ("t : rules enter a Quiet enter a Kind enter h e ly enter", "Kindly"),
    "charter": ("t : charter enter enter Us enter o", "Us"),
    "next time": (": next space time enter p Hall enter w ben enter d 15 space Dec space 14:00 enter", "Hall"),
    "prepare": ("7 a Keys enter space e s enter down space", "Keyss"),
    "contacts": ("t : contacts enter Mario esc h d", "Dorota"),
    "striking": ("t c l space Call enter 3 d enter esc esc h d", "Dorota"),
    "cards": ("t 6 angr backspace r down esc esc h d", "Dorota"),
    "landing": ("t j 3 l down + k enter h d", "Dorota"),
    "deciding": ("t j 3 ! l Now? enter Call enter Write enter enter enter 2 space 1 enter", "Write"),
    "since": ("t backslash esc h d", "Dorota"),
    "the keys": ("t ? esc h d", "Dorota"),
    "the summary": ("t c l space Call enter 4 f esc h d", "Dorota"),
    "the reflection": ("t : reflect enter Tired enter enter Ben left left x esc h d", "Dorota"),
}
HOME = {
    "a new community": ("n Ants enter Honey enter Ana enter Ben ctrl+g a", "Ants"),
    "a session planned": ("p enter tab enter", "Agenda"),
    "people": ("a tab Xu enter Yan ctrl+g", "Xu"),
    "a new name": ("a r backspace backspace nna enter down r x enter", "nna"),
    "the sheet of keys": ("? esc n Ants tab x", "Ants"),
    "leaving a page": ("n Ants esc n x", "Antsx"),
    "a board, a capture, and home again": ("enter c l space Call enter q q", "lcterm"),
}
CASES = [
    *(pytest.param(at_the_board, *case, id=f"board: {name}") for name, case in BOARD.items()),
    *(pytest.param(at_home, *case, id=f"home: {name}") for name, case in HOME.items()),
]


def send(app: LcTerm, pressed: Sequence[str]) -> None:
    """The keys, as the driver hands them to the app: one after the other, nobody waiting."""
    for key in pressed:
        app.post_message(events.Key(key, key_to_character(key) or (key if len(key) == 1 else None)))


async def settled(app: LcTerm, pilot: Pilot[None]) -> None:
    for _ in range(3):
        await pilot.pause()
    while app._followed is not None:
        await pilot.pause()


async def picture(make: MakeApp, folder: Path, bursts: Sequence[Sequence[str]], told: str = "") -> str:
    """What is on the screen when all that is sent has been dealt with."""
    folder.mkdir()
    clock = TestClock(folder / "clock")
    app = make(folder, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        for pressed in bursts:
            send(app, pressed)
            await settled(app, pilot)
        await settled(app, pilot)
        return shown(app)


@pytest.mark.parametrize(("make", "spelled", "there"), some_of(CASES, 16))
async def test_keys_in_one_go_do_what_they_do_one_by_one(
    make: MakeApp, spelled: str, there: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_london(monkeypatch)
    pressed = [*keys(spelled)]
    one_by_one = await picture(make, tmp_path / "slow", [[key] for key in pressed])
    in_one_go = await picture(make, tmp_path / "fast", [pressed])
    assert there in one_by_one
    assert in_one_go == one_by_one


async def test_a_key_that_its_taker_deals_with_alone_is_followed_once(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        ways: dict[str, int] = {}
        for key in ("t", "plus", "c", "l", "enter"):
            before = app._sent
            send(app, [key])
            await settled(app, pilot)
            ways[key] = app._sent - before
        assert ways == {"t": 1, "plus": 1, "c": 2, "l": 2, "enter": 2}


class Told(Message, bubble=True):
    """The one thing that comes of the key."""


class Telling(Widget):
    """Sends one message for the key x, and nothing else."""

    can_focus = True

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        assert isinstance(self.app, Moving)
        self.app.took.append(f"{self.id} {event.key}")
        if event.key == "x":
            self.post_message(Told())


class Moving(InOrder[None], App[None]):
    """Moves the focus when that message has come up."""

    def __init__(self) -> None:
        super().__init__()
        self.took: list[str] = []

    def compose(self) -> ComposeResult:
        yield Telling(id="one")
        yield Telling(id="other")

    def on_told(self) -> None:
        self.screen.set_focus(self.query_one("#other"))


async def test_a_key_waits_for_the_one_message_that_another_sets_off() -> None:
    app = Moving()
    async with app.run_test() as pilot:
        app.screen.set_focus(app.query_one("#one"))
        await pilot.pause()
        for key in "xyz":
            app.post_message(events.Key(key, key))
        for _ in range(5):
            await pilot.pause()
    assert app.took == ["one x", "other y", "other z"]


async def test_a_paste_comes_where_the_key_before_it_leads(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        send(app, ["t", "c"])
        app.post_message(events.Paste("l Letters"))
        send(app, ["enter", "h", "d"])
        await settled(app, pilot)
        assert "Letters" in shown(app)
        assert "hands up: Dorota" in shown(app)


async def test_a_click_is_dealt_with_before_the_key_behind_it(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        send(app, ["t", "1"])
        await settled(app, pilot)
        rows = shown(app).split("\n")
        y = len(rows) - 1
        x = rows[y].index("Esc")
        for kind in (events.MouseDown, events.MouseUp):
            app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
        send(app, ["h", "d"])
        await settled(app, pilot)
        assert "hands up: Dorota" in shown(app)


async def test_a_key_for_what_closes_meanwhile_holds_nothing_up(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        send(app, ["t", "1", "h"])
        await settled(app, pilot)
        send(app, ["down"])
        app.pop_screen()
        send(app, ["h", "d"])
        await settled(app, pilot)
        assert "hands up: Dorota" in shown(app)


def test_in_a_real_terminal_what_is_written_at_once_arrives_whole(tmp_path: Path, clock: TestClock) -> None:
    home = board_app(tmp_path, clock).home.path
    with Terminal(clock.argv("run", "--home", str(home))) as board:
        board.wait_for("Not started")
        board.type("t:rules\naQuiet\naKind\n")
        board.wait_for(r"Quiet(.|\n)*Kind")
        board.send("esc")
        board.wait_for("Voices")
        board.type("c\x1b[200~l Letters\x1b[201~\nhd")
        board.wait_for("hands up: Dorota")
        assert "Letters" in board.screen()
        board.type(":reflect\nTired of it")
        board.wait_for("^ *Tired of it")
        board.type("\x07\x13, and\nglad")
        board.wait_for(r"Tired of it, and\n *glad")


def test_in_a_real_terminal_the_pages_of_the_home_get_every_key(tmp_path: Path, clock: TestClock) -> None:
    home = board_app(tmp_path, clock).home.path
    with Terminal(clock.argv("--home", str(home))) as terminal:
        terminal.wait_for("Housing peers")
        terminal.type("nAnts\nHoney\nAna\nBen\x07a\tCleo\nDan\x07")
        terminal.wait_for("People of Ants  4 people")
