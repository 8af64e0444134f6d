"""Random sessions for the laws: any wish at any time, at one seat or at several that do not always hear each other."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st
from msgspec.structs import replace

from lcterm.core.agenda_plan import MODES, Mode
from lcterm.core.commands import (
    AgreeQuote,
    AnyCommand,
    ArrangeRound,
    Arrive,
    BeganEarlier,
    ChangeMode,
    CloseQueue,
    DrawPairs,
    DropCapture,
    EditCapture,
    EndSession,
    ExtendPoint,
    FixPoint,
    FreeFloor,
    GiveFloor,
    HideClock,
    InsertPoint,
    Interject,
    JumpToPoint,
    KeepToListening,
    LandOnTime,
    Leave,
    LimitTurns,
    MarkDone,
    MarkPlace,
    MendPoint,
    MoveHand,
    MovePoint,
    MoveSeat,
    NextPoint,
    NoteSpoke,
    OpenQueue,
    PassFacilitation,
    PassRound,
    PauseClock,
    PreviousPoint,
    RaiseHand,
    Redo,
    ReleaseCapture,
    ReopenTurn,
    ResumeClock,
    ShowInRoom,
    SkipPoint,
    SortByKind,
    StartSession,
    StrikeCapture,
    SwapPairs,
    TickItem,
    Undo,
    WithdrawHand,
    WriteCapture,
)
from lcterm.core.events import HandKind, Words
from lcterm.core.facts import Fact
from tests.core.builder import Table, action, learning
from tests.core.wishes_deciding import DECIDING, aimed_at_said

AGENDA: list[tuple[str, float, Mode]] = [
    ("Hello", 5, "round"),
    ("Case", 20, "presenter"),
    ("Talk", 30, "queue"),
    ("Break", 10, "none"),
    ("Pairs", 15, "pairs"),
    ("Keep", 10, "open"),
    ("Close", 0, "none"),
]
NAMES = ("Amina", "Ben", "Chidi", "Dorota", "Eva", "Faye")


def table(writer: str = "w1", actor: str = "ann") -> Table:
    """Six people, one of them a facilitator, and a session with every mode; Amina has a case."""
    return Table(NAMES, AGENDA, {"Case": ["amina"]}, {"Faye": ("facilitator",)}, writer=writer, actor=actor)


PEOPLE = (*(name.lower() for name in NAMES), "nobody")
QUOTE = Words(kind="quote", text="I was not sure either", by="ben")
REPORT = Words(kind="report", text="We need the figures sooner", audience="sponsor")
WORDS = (learning(), learning("Two"), action(), action("Two", "ben"), QUOTE, REPORT)
KINDS: tuple[HandKind, ...] = ("process", "question", "reply", "point")
MINUTES = (0, 1, 1, 2, 5, 5, -1, -5, 0.5, 40, -40, 2000, float("nan"))

Maker = Callable[[Random], AnyCommand]
MAKERS: list[tuple[int, Maker]] = [
    (4, lambda chance: NextPoint()),
    (1, lambda chance: PreviousPoint()),
    (1, lambda chance: JumpToPoint(chance.randint(-1, 8))),
    (1, lambda chance: SkipPoint(chance.choice([None, *range(9)]))),
    (2, lambda chance: ExtendPoint(chance.choice(MINUTES))),
    (2, lambda chance: BeganEarlier(chance.choice(MINUTES))),
    (1, lambda chance: chance.choice([StartSession(), EndSession()])),
    (3, lambda chance: chance.choice([PauseClock(), ResumeClock(), ResumeClock()])),
    (3, lambda chance: Arrive(chance.choice(PEOPLE))),
    (2, lambda chance: Leave(chance.choice(PEOPLE))),
    (1, lambda chance: KeepToListening(chance.choice(PEOPLE))),
    (3, lambda chance: ChangeMode(chance.choice(MODES))),
    (9, lambda chance: RaiseHand(chance.choice(PEOPLE), chance.choice(KINDS))),
    (2, lambda chance: WithdrawHand(chance.choice(PEOPLE))),
    (6, lambda chance: chance.choice([CloseQueue(), OpenQueue(), OpenQueue()])),
    (6, lambda chance: GiveFloor(chance.choice([None, None, *PEOPLE]))),
    (2, lambda chance: FreeFloor()),
    (3, lambda chance: NoteSpoke(chance.choice(PEOPLE))),
    (6, lambda chance: PassRound(chance.choice([None, None, *PEOPLE]))),
    (3, lambda chance: WriteCapture(chance.choice(WORDS))),
    (1, lambda chance: EditCapture(_capture(chance), chance.choice(WORDS))),
    (5, lambda chance: MarkDone(_capture(chance), chance.random() < 0.6)),
    (1, lambda chance: DropCapture(_capture(chance))),
    (8, lambda chance: chance.choice([ReleaseCapture(_capture(chance)), AgreeQuote(_capture(chance))])),
    (1, lambda chance: StrikeCapture(_capture(chance))),
    (14, lambda chance: MoveHand(chance.choice(PEOPLE), chance.choice([-1, 1, 1, -5, 0]))),
    (2, lambda chance: ReopenTurn()),
    (5, lambda chance: Interject(chance.choice(PEOPLE))),
    (1, lambda chance: SortByKind(chance.random() < 0.7)),
    (1, lambda chance: LimitTurns(chance.choice([0, 60, 120, -1]))),
    (2, lambda chance: ArrangeRound(chance.choice([None, *PEOPLE]), chance.choice([None, True, False]))),
    (4, lambda chance: chance.choice([DrawPairs(), SwapPairs(), SwapPairs()])),
    (2, lambda chance: MoveSeat(chance.choice(PEOPLE), chance.choice([-1, 1, 3]))),
    (4, lambda chance: MarkPlace(chance.choice(PEOPLE), chance.choice(["room", "line", "dropped", "dropped"]))),
    (2, lambda chance: PassFacilitation(chance.choice(["", *PEOPLE]))),
    (1, lambda chance: InsertPoint("New", chance.choice([5, 0, -1]), "queue", chance.choice([None, 1, 3, 9]))),
    (1, lambda chance: MendPoint(chance.randint(0, 8), title="Other", presenters=chance.choice([None, ("ben",)]))),
    (1, lambda chance: MovePoint(chance.randint(0, 8), chance.choice([-1, 1, 2]))),
    (1, lambda chance: FixPoint(chance.randint(0, 8), chance.choice(["15:00", "00:10", "", "soon"]))),
    (1, lambda chance: LandOnTime(chance.choice([None, 30, 300]))),
    (2, lambda chance: chance.choice([HideClock(), ShowInRoom("rules"), ShowInRoom("captures"), TickItem("Chairs")])),
    *DECIDING,
    (3, lambda chance: Undo()),
    (3, lambda chance: Redo()),
]


def _capture(chance: Random) -> str:
    """The place of a capture among those there are; `aimed` puts its id in."""
    return str(chance.randint(0, 3))


class Wish(NamedTuple):
    """A command some seconds later, at one of the seats, which first hears the others or not."""

    command: AnyCommand
    after_seconds: int
    seat: int
    hears: bool


def wish(chance: Random) -> Wish:
    """Any wish at all; the clock may go back a little."""
    (make,) = chance.choices([make for _, make in MAKERS], [weight for weight, _ in MAKERS])
    return Wish(make(chance), chance.choice([0, 1, 20, 60, 300, -5]), chance.randrange(3), chance.random() < 0.6)


def session(seed: int, length: int, started: bool) -> list[Wish]:
    """What is wished for in a session, in order. The seed names it, a shorter one is its beginning."""
    chance = Random(seed)
    return [Wish(StartSession(), 0, 0, True)] * started + [wish(chance) for _ in range(length)]


sessions = st.builds(session, st.integers(0, 10**9), st.integers(0, 120), st.sampled_from([True, True, True, False]))
wishes = st.integers(0, 10**9).map(lambda seed: wish(Random(seed)))


def aimed(command: AnyCommand, seat: Table) -> AnyCommand:
    """The command with the id of a capture or a suggestion where it has its place."""
    command = aimed_at_said(command, seat.session)
    captures = list(seat.session.captures)
    named = EditCapture | MarkDone | DropCapture | ReleaseCapture | AgreeQuote | StrikeCapture
    if isinstance(command, named) and command.capture.isdecimal() and int(command.capture) < len(captures):
        return replace(command, capture=captures[int(command.capture)])
    return command


def held(session: list[Wish]) -> Table:
    """The session at one seat."""
    seat = table()
    for wish in session:
        seat.wish(aimed(wish.command, seat), wish.after_seconds)
    return seat


def held_apart(session: list[Wish]) -> list[Fact]:
    """All facts of the session held at three seats of two actors, in the order they were made."""
    first = table()
    seats = [first, first.other("w2", "bob"), first.other("w3", "ann")]
    made = list(first.log.facts)
    for wish in session:
        seat = seats[wish.seat]
        seat.now = max(one.now for one in seats)
        if wish.hears:
            seat.hear(made)
        before = len(seat.log.facts)
        seat.wish(aimed(wish.command, seat), wish.after_seconds)
        made += seat.log.facts[before:]
    return made
