"""What other seats did, said in the message row of this one; and that what stands there is not true any more."""

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from msgspec import Struct
from msgspec.structs import replace

from lcterm.core.events import Redone, SessionEvent, Undone
from lcterm.core.session import Meeting
from lcterm.store.desk import Outcome
from lcterm.store.seats import called
from lcterm.ui.line import cells, cut
from lcterm.ui.widgets.foot import Message

if TYPE_CHECKING:
    from lcterm.core.telling_others import Doings
    from lcterm.ui.screens.board import Board

WARNED_MS = 4000
"""A refusal or a warning stands so long before anybody else's act takes its place."""
READ_MS = 2500
"""What was said of an own act stands so long before a small one of somebody else takes its place."""
LATE_MS = 15_000
"""A small act that could not be told for so long is none any more."""
JUST_NOW_MS = 1500
"""Two seats that go on to the next point within this time mean the same step."""
TWICE_MS = 300
"""Two presses of a key lie so far apart at least, where the second is meant."""
CARE = ("Paused with care; all clocks stand still.", "Paused with care.")
BESIDE = 27
"""Cells that the ways on from there take."""
GOES_ON = (("care", "the card"), ("clock", "goes on"))


@runtime_checkable
class Asks(Protocol):
    """A screen over a board that may be waiting for something to be typed."""

    asking: object


class Own(Struct, frozen=True):
    """What is said of this seat's last act, and what that was."""

    said: Message
    act: str
    topic: tuple[str, str]
    together: bool
    """Whether it was an undo that took acts of others with it."""


class Advance(Struct, frozen=True):
    """Another seat went on to this point, seen at `at` (boottime, ms); `asked`: when this seat was told instead of
    going on as well, 0 for not yet."""

    whose: str
    title: str
    at: int
    asked: int = 0


class Heard:
    """What this seat hears of the others' acts."""

    def __init__(self, board: "Board") -> None:
        self._board = board
        self._held: list[tuple[Doings, int]] = []
        """What was not told yet, and since when (boottime, ms)."""
        self._own: Own | None = None
        self._untrue = False
        self._said, self._mattered = Message(), False
        self._advance: Advance | None = None

    # ── Own acts ────────────────────────────────────────────────────────────────────────────────────────────────

    def did(self, outcome: Outcome, message: Message) -> Message:
        """This seat has acted; what is said of that."""
        if not outcome.moved:
            message = Message("", outcome.text, (), outcome.private)
        log = self._board.desk.session.log
        fact = next(iter(log.newest), None)
        if fact is None or not isinstance(outcome.event, SessionEvent):
            return message
        from lcterm.core.topics import topic

        about = topic(outcome.event, fact.id)
        if isinstance(outcome.event, Undone | Redone):
            target = log.fact(f"{outcome.event.writer}-{outcome.event.seq}")
            if target is not None and isinstance(target.event, SessionEvent):
                about = topic(target.event, target.id)
        self._own, self._untrue = Own(message, fact.id, about, outcome.together > 1), False
        self._held = [one for one in self._held if one[0].topic != about]
        return message

    def reword(self, text: str) -> None:
        """What was just said of the own act is this instead."""
        board = self._board
        message = board.message._replace(text=text, private=True)
        if self._own is not None and self._own.said is board.message:
            self._own = replace(self._own, said=message)
        board.message = message

    def just_gone_on(self) -> Message | None:
        """What is said instead, if another seat has gone on to the next point a moment ago and this one is about to;
        once, and to a key that is pressed twice in one go."""
        now, advance = self._board.clock.boottime(), self._advance
        if advance is None or now - advance.at >= JUST_NOW_MS:
            return None
        if advance.asked and now - advance.asked >= TWICE_MS:
            return None
        self._advance = replace(advance, asked=advance.asked or now)
        text = f"{advance.whose} has just gone on to {advance.title}."
        return Message("", text, (("next-point", "again goes further"),))

    # ── Acts of others ──────────────────────────────────────────────────────────────────────────────────────────

    def arrived(self, before: Meeting) -> None:
        """The session was different `before`: remember what others did to it."""
        board, now = self._board, self._board.clock.boottime()
        done = board.desk.doings(before)
        if not done:
            return
        self._held += [(one, now) for one in done]
        session, was = board.desk.meeting.session, before.session
        if session.live and was.live and session.point is not None and session.running != was.running:
            whose = next((one.actor for one in reversed(done) if one.topic[0] == "agenda"), done[-1].actor)
            self._advance = Advance(self._whose(whose), session.point.plan.title, now)
        self._untrue = self._untrue or self._is_overtaken(done)

    def _is_overtaken(self, done: "tuple[Doings, ...]") -> bool:
        """Whether what is said of the own act is not so any more."""
        own, log = self._own, self._board.desk.session.log
        if own is None:
            return False
        fact = log.fact(own.act)
        undone = fact is not None and not log.holds(fact)
        return own.together or undone or any(own.topic == one.topic or own.act in one.gone for one in done)

    def _whose(self, actor: str) -> str:
        return called(actor, self._board.desk.session.place.actor)

    # ── Saying so ───────────────────────────────────────────────────────────────────────────────────────────────

    def look(self) -> bool:
        """Say what can be said now; whether the message row is different. What stands there and is not true any more
        goes in any case."""
        board, now = self._board, self._board.clock.boottime()
        self._held = [one for one in self._held if one[0].matters or now - one[1] < LATE_MS]
        own = self._own.said if self._own is not None else None
        stands = board.message
        if self._held and self._is_free(own):
            self._tell()
        elif self._untrue and stands is own:
            board.message = Message()
        return board.message is not stands

    def _is_free(self, own: Message | None) -> bool:
        """Whether the message row can be had for what is held now."""
        message, matters = self._board.message, any(one.matters for one, _ in self._held)
        if self._is_busy():
            return False
        if not message.text or message is self._board.others.said_last:
            return True
        if message is own and (self._untrue or matters):
            return True
        stood = self._board.others.stood()
        if message is self._said:
            return matters or not self._mattered or stood >= READ_MS
        return stood >= (WARNED_MS if message.sign == "!" else READ_MS)

    def _is_busy(self) -> bool:
        """Whether somebody types here, or is asked for something."""
        board = self._board
        screen = board.app.screen
        if board.mode is not None or (isinstance(screen, Asks) and screen.asking):
            return True
        ready = board.writing.LEFT_AT == "notes" and not board.writing.doing.what
        return board.writing.active and not ready

    def _tell(self) -> None:
        from lcterm.core.telling_others import latest

        board, done = self._board, [one for one, _ in self._held]
        read = [one for one in done if not (board.veiled and one.told.private)]
        one, more = latest(read or done), len(done) - 1
        whose, room = self._whose(one.actor), board.grid.message.w - 4
        session = board.desk.meeting.session
        paused = session.status == "paused" and one.matters and one.topic[0] == "agenda" and not board.desk.watches
        ways = GOES_ON if paused and session.care else GOES_ON[1:] if paused else ()
        text = f"{whose}: {one.told.text}"
        if session.care and one.topic[0] == "agenda":
            said = [f"{whose}: {words}" for words in CARE]
            text = next((words for words in said if cells(words) + BESIDE <= room), said[-1])
        if more:
            rest = f" And {more} more."
            text = f"{cut(text, max(8, room - cells(rest)))}{rest}"
        self._said = board.message = Message("", text, ways, one.told.private)
        self._mattered, self._held, self._untrue = one.matters, [], False
