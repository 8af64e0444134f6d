"""Who else sits at the session of a board, and what they are busy with; and what the board lets them know of itself."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from lcterm.store.seats import Doing, Seated
from lcterm.ui.line import Line, Span, line_cells, row
from lcterm.ui.screens import carried
from lcterm.ui.widgets.foot import Message

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

LOOK_SECONDS = 0.05
"""Between two looks at the folders: what one seat does is to stand on the other's screen within 150 ms."""
ALONE_SECONDS = 1.0
"""The same while nobody else sits there: a seat that comes, or a command, is seen soon enough, the tick looks as well;
and that a thread wakes is what a board that nobody touches costs most."""
AGAIN_SECONDS = 0.1
"""After a change the files are looked at once more: a second one in the same tick of the file system's clock shows in
no folder's time."""
STOOD_MS = 10_000
"""What the message row says stands so long before it makes way for a seat that comes or goes."""
MOST_NAMED = 3
AWAY = Doing("away")

SCREENS = {
    "agenda": "the agenda",
    "voices": "the people",
    "captures": "the captures",
    "read-back": "the read-back",
    "decide": "the decision",
    "prepare": "the checklist",
    "since": "since last time",
    "next-time": "the next time",
    "briefs": "the briefs",
    "charter": "the charter",
    "rules": "the rules",
}
"""What is edited on the large screens, by the ids of their keys."""


@runtime_checkable
class Busy(Protocol):
    """A screen over a board that tells the other seats what is done on it."""

    @property
    def doing(self) -> Doing: ...


@runtime_checkable
class InPassing(Protocol):
    """A screen over a board nobody sits down at: it was opened from the home screen, and goes back there."""

    to_home: bool


@runtime_checkable
class Ticking(Protocol):
    """A screen that can be told to look at what is there now."""

    def tick(self) -> None: ...


def seat_words(one: Seated) -> str:
    """A seat, where there is little room: `board 2`, `notes`."""
    return " ".join(("watcher" if one.kind == "watch" else one.kind, *([str(one.number)] if one.number > 1 else [])))


def full_words(one: Seated) -> str:
    """A seat in a sentence: `the board`, `board 2`, `the notes seat`."""
    if one.kind == "board":
        return seat_words(one) if one.number > 1 else "the board"
    if one.number > 1:
        return f"{'watcher' if one.kind == 'watch' else 'notes seat'} {one.number}"
    return "a watcher" if one.kind == "watch" else "the notes seat"


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _begun(words: str) -> str:
    """The words at the beginning of a sentence."""
    return f"{words[0].upper()}{words[1:]}"


class Others:
    """The other seats, as of the last look."""

    def __init__(self, board: "Board") -> None:
        self._board = board
        self.seats: tuple[Seated, ...] = ()
        self.notices: list[str] = []
        """What is amiss with the files or on the way to other laptops, and was said."""
        self.passes_by = False
        """The board only comes to sight on the way from a screen over it back to the home screen."""
        self._looked = False
        self._stands: tuple[Message, int] = (Message(), 0)
        """What stands in the message row, and since when (boottime, ms)."""
        self._own = Message()
        """What was last said there of a seat."""

    # ── Looking ─────────────────────────────────────────────────────────────────────────────────────────────────

    def look(self) -> bool:
        """Look who is there; whether anything is different. Asks the system, so never while a key is dealt with."""
        seat = self._board.desk.seat
        before, self.seats = self.seats, seat.others() if seat is not None else ()
        self.tell()
        self._tell_of_comings(before)
        self._board.watcher.interval = LOOK_SECONDS if self.seats else ALONE_SECONDS
        return self.seats != before

    def _tell_of_comings(self, before: Sequence[Seated]) -> None:
        """Who comes or goes is told once, where the message row has nothing newer to say."""
        there, were = {one.name: one for one in self.seats}, {one.name: one for one in before}
        come = [full_words(one) for name, one in there.items() if name not in were]
        gone = [full_words(one) for name, one in were.items() if name not in there]
        first, self._looked = not self._looked, True
        if not self._is_free() or not (come or gone):
            return
        verb = ("are" if len(come) > 1 else "is") if come else ("have" if len(gone) > 1 else "has")
        tail = ("here too" if first else "here now") if come else "gone"
        self._own = self._board.message = Message("", f"{_begun(_listed(come or gone))} {verb} {tail}.")

    def stood(self) -> int:
        """For how long the message row has said what it says, ms."""
        board, now = self._board, self._board.clock.boottime()
        if board.message is not self._stands[0]:
            self._stands = (board.message, now)
        return now - self._stands[1]

    @property
    def said_last(self) -> Message:
        """What was last said of a seat that comes or goes."""
        return self._own

    def _is_free(self) -> bool:
        """Whether the message row says nothing, or what it says has stood for a while and is no warning."""
        stood, message = self.stood(), self._board.message
        return not message.text or message is self._own or (message.sign != "!" and stood >= STOOD_MS)

    # ── What is said of them ────────────────────────────────────────────────────────────────────────────────────

    @property
    def said(self) -> Sequence[str]:
        """For the header: what this seat is, if it is no board, and who is there, in ever fewer words."""
        names = [seat_words(one) for one in self.seats]
        more, sign = f"with {len(names)} more" if len(names) > 1 else "", f"+{len(names)}" if names else ""
        whom = [f"with {_listed(names)}" if names and len(names) <= MOST_NAMED else more, more, sign]
        ways = [f"watching, {one}" for one in whom[:2] if one] + [f"watching {sign}".strip(), "watching"]
        return tuple(dict.fromkeys(filter(None, ways if self._board.desk.watches else whom)))

    @property
    def changing(self) -> dict[str, str]:
        """Who changes which capture now: the seat, by the capture's id."""
        return {one.doing.about: seat_words(one) for one in self.seats if one.doing.what == "mend"}

    def beside_the_line(self, width: int) -> Line:
        """Who writes a line elsewhere; nothing under the veil."""
        writers = [seat_words(one) for one in self.seats if one.doing.what == "line"]
        if not writers or self._board.veiled:
            return ()
        who = _listed(writers) if len(writers) <= MOST_NAMED and (width >= 70 or len(writers) == 1) else ""
        if len(writers) == 1:
            return (Span(who, "text"), Span(" is writing a line" if width >= 70 else " writes", "muted"))
        return (Span(who or str(len(writers)), "text"), Span(" are writing" if width >= 70 else " write", "muted"))

    def behind_the_hint(self, hint: Line, width: int) -> Line:
        """The row that explains a line that is written here, with who writes elsewhere where it has room for that."""
        beside = self.beside_the_line(width)
        spans = list(hint) if beside else []
        while spans and not spans[-1].text.strip():
            spans.pop()
        if not spans or tuple(spans[-len(beside) :]) == beside:
            return hint
        spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip())
        return row(width, spans, beside) if line_cells(spans) + 2 + line_cells(beside) <= width else hint

    def tell_of_same(self, screen: str) -> None:
        """This large screen is opened: say so if it is open at another seat too."""
        also = [full_words(one) for one in self.seats if one.doing.what == screen]
        if also and screen in SCREENS and not self._board.veiled:
            verb = "have" if len(also) > 1 else "has"
            self._board.say(f"{_begun(_listed(also))} {verb} {SCREENS[screen]} open too.", sign="")

    # ── What they are told ──────────────────────────────────────────────────────────────────────────────────────

    def tell(self) -> None:
        """Let the others know what this seat is busy with. Returns at once."""
        if self._board.desk.seat is not None and self._board.is_attached:
            self._board.desk.seat.tell(self._doing())

    def _doing(self) -> Doing:
        board = self._board
        if board.writing.doing.what or board.desk.watches:
            return board.writing.doing
        above = [screen for screen in reversed(board.app.screen_stack) if screen is not board]
        if self.passes_by or any(isinstance(screen, InPassing) and screen.to_home for screen in above):
            return AWAY
        return next((screen.doing for screen in above if isinstance(screen, Busy)), Doing())

    def away(self) -> None:
        """Nobody looks at this board now, though the program goes on."""
        if self._board.desk.seat is not None:
            self._board.desk.seat.tell(AWAY)


def take_in(board: "Board") -> None:
    """Take in what others have written, and who they are."""
    before = board.desk.meeting
    changed = board.desk.poll()
    if changed:
        from lcterm.ui.screens import striking

        striking.follow(board)
        board.heard.arrived(before)
    said = board.heard.look()
    if board.others.look() or changed or said:
        board.draw()
        if board.app.screen is not board and isinstance(board.app.screen, Ticking):
            board.app.screen.tick()
    told, board.others.notices = board.others.notices, [*board.desk.notices, *carried.notices(board)]
    new = [one for one in board.others.notices if one not in told]
    if new:
        board.say(new[-1], sign="!", private=True)
