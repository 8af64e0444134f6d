"""Every command by name: type to narrow, Enter runs it on the board."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from textual import events
from textual.app import ComposeResult

from lcterm.core.agenda_plan import MODES
from lcterm.core.commands import AnyCommand, ChangeMode, CloseQueue, EndSession, OpenQueue, SkipPoint
from lcterm.core.text import folded
from lcterm.documents.summary import Audience
from lcterm.ui.handing_on import hand_on_summary
from lcterm.ui.keys import KEYS, Key
from lcterm.ui.line import Line, Span, pad, row, title_line
from lcterm.ui.page import Page, chosen_line, of_items
from lcterm.ui.screens.board_keys import MODE_LETTERS, do_key
from lcterm.ui.screens.framed import Way
from lcterm.ui.screens.over_board import OverBoard
from lcterm.ui.theme import PALETTES, Themed, choose
from lcterm.ui.widgets.entry import Entry

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

NAME = 28
LABEL = " : "


class Command(NamedTuple):
    """A thing that can be done: its name, its key ("" for none), what it does, and doing it."""

    name: str
    key: str
    words: str
    run: Callable[["Board"], object]


def open_palette(board: "Board") -> None:
    """The palette over whatever is on the screen."""
    board.app.push_screen(Palette(board))


def commands() -> list[Command]:
    """All of them: the key table, then what has no key of its own."""
    return [*map(_of_key, KEYS), *_of_session(), *_of_modes(), *_of_themes(), *_of_summaries()]


def _of_key(key: Key) -> Command:
    return Command(key.footer, key.shown, key.tooltip, lambda board: do_key(board, key))


def _act(command: AnyCommand) -> Callable[["Board"], object]:
    return lambda board: board.act(command)


def _of_session() -> list[Command]:
    return [
        Command("skip this point", "", "Leaves it out and starts the next", _act(SkipPoint())),
        Command("end the session", "", "Closes it now, whatever is left", _act(EndSession())),
        Command("close the list", "m c", "Takes no new hands", _act(CloseQueue())),
        Command("open the list", "m c", "Takes hands again", _act(OpenQueue())),
    ]


def _of_modes() -> list[Command]:
    letters = {mode: letter for letter, mode in MODE_LETTERS}
    words = {"none": "Nobody is counted", "pairs": "They talk in twos and threes"}
    return [
        Command(
            f"mode: {mode}",
            f"m {letters[mode]}" if mode in letters else "",
            words.get(mode, f"The floor is {mode} from now on"),
            _act(ChangeMode(mode)),
        )
        for mode in MODES
    ]


def _of_themes() -> list[Command]:
    return [Command(f"theme: {name}", "", "How the screens look", partial(_theme, name=name)) for name in PALETTES]


def _theme(board: "Board", name: str) -> None:
    choose(cast("Themed[None]", board.app), name, {})
    board.say(f"The theme is {name} now.")


def _of_summaries() -> list[Command]:
    readers: tuple[tuple[Audience, str], ...] = (("group", "the group"), ("facilitators", "the facilitators"))
    return [
        Command(
            f"summary for {words}",
            "",
            "Onto the clipboard and into a file",
            partial(_summary, audience=audience),
        )
        for audience, words in readers
    ]


def _summary(board: "Board", audience: Audience) -> None:
    if board.veiled and audience == "facilitators":
        board.refuse("The facilitators' summary stays hidden while the veil is on.", ("v", "lifts it"))
        return
    board.say("On its way to the clipboard and into a file …", sign="")
    hand_on_summary(board.app, board.desk, audience, lambda sign, line: board.say(line, sign=sign))


def narrowed(every: Sequence[Command], typed: str) -> list[Command]:
    """The commands in which every typed word begins a word, of the name or of what it does; best first: the key itself,
    the beginning of the name, the name, the rest."""
    wanted = folded(typed).split()

    def rank(one: Command) -> int | None:
        name = folded(one.name).replace(":", " ").split()
        rest = folded(one.words).replace(";", " ").replace(",", " ").split()
        if not all(any(word.startswith(part) for word in (*name, *rest)) for part in wanted):
            return 0 if len(wanted) == 1 and wanted[0] == folded(one.key).split(" ")[0] else None
        if folded(one.key) == folded(typed):
            return 0
        if folded(one.name).startswith(" ".join(wanted)):
            return 1
        return 2 if all(any(word.startswith(part) for word in name) for part in wanted) else 3

    ranked = [(place, one) for one in every if (place := rank(one)) is not None]
    return [one for _, one in sorted(ranked, key=lambda pair: pair[0])]


class Palette(OverBoard):
    """The list, and below it the line that narrows it."""

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        self.entry = Entry()
        self.panes["line"].raised = True
        self._every = commands()
        self.matching = self._every
        self._place = 0

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield self.entry

    def on_mount(self) -> None:
        self.entry.open(dotted=False)
        super().on_mount()
        self.set_focus(self.entry)

    def lay_out(self, width: int, height: int) -> None:
        super().lay_out(width, height)
        box, styles = self.frame.line, self.entry.styles
        taken = min(len(LABEL) + 1, box.w)
        styles.offset, styles.width = (box.x + taken, box.y), max(1, box.w - taken)
        self.panes["line"].display = True
        self.panes["message"].display = self.frame.line != self.frame.message

    @property
    def place(self) -> int:
        return min(self._place, len(self.matching) - 1)

    def page(self, width: int, height: int) -> Page:
        title = title_line(width, "Commands", fact=f"{len(self.matching)} of {len(self._every)}")
        rows = [[self._row(one, width, number == self.place)] for number, one in enumerate(self.matching)]
        return of_items([title], rows, () if rows else [(Span("No command is called that.", "muted"),)])

    def _row(self, one: Command, width: int, chosen: bool) -> Line:
        name = [Span(pad(one.name, NAME) if width > NAME * 2 else one.name, "text")]
        words = [Span(one.words, "muted")] if width > NAME * 2 else []
        line = row(width, [Span("► " if chosen else "  ", "strong"), *name, *words], [Span(one.key, "bold")])
        return chosen_line(line, width) if chosen else line

    def line_row(self, width: int) -> Line:
        return row(width, [Span(LABEL, "chip")])

    def message_row(self, width: int) -> Line:
        left = [Span(" " * (len(LABEL) + 1)), Span("its name, or a word of what it does", "muted")]
        return row(width, left, self.out_of_sight(), gap=2)

    def ways(self) -> Sequence[Way]:
        return (
            Way("enter", "Enter", "do it"),
            Way("escape", "Esc", "never mind"),
            Way("", "↑ ↓", "choose"),
            Way("", "a–z", "narrow"),
        )

    def on_input_changed(self) -> None:
        self.matching = narrowed(self._every, self.entry.value)
        self._place = 0
        self.draw()

    def on_input_submitted(self) -> None:
        self.run()

    def on_key(self, event: events.Key) -> None:
        if event.key in ("escape", "up", "down", "pageup", "pagedown", "ctrl+o"):
            event.stop()
            event.prevent_default()
            self.press(event.key, "")

    def press(self, key: str, letter: str) -> None:
        full = max(1, self.frame.body.h - 2)
        steps = {"up": -1, "down": 1, "pageup": -full, "pagedown": full}
        if key in ("escape", "ctrl+o"):
            self.back()
        elif key == "enter":
            self.run()
        elif key == "question_mark":
            self.back()
            self.board.open_sheet("help")
        elif key in steps:
            self._place = max(0, min(len(self.matching) - 1, self.place + steps[key]))
            self.draw()

    def clicked(self, item: int) -> None:
        if 0 <= item < len(self.matching):
            self._place = item
            self.run()

    def on_mouse_scroll_down(self) -> None:
        self.press("down", "")

    def on_mouse_scroll_up(self) -> None:
        self.press("up", "")

    def run(self) -> None:
        """Back to the board, and do there what is chosen."""
        if not self.matching or not self.is_current:
            return
        command = self.matching[self.place]
        while self.app.screen is not self.board and len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        command.run(self.board)
