"""Wishes of the people at the keyboard, imperative. People, points and captures are ids; `decide` answers each with
one event or a Refusal."""

from lcterm.core.command import Command
from lcterm.core.commands_agenda import (
    AgendaCommand,
    BeganEarlier,
    EndSession,
    ExtendPoint,
    FixPoint,
    HideClock,
    InsertPoint,
    JumpToPoint,
    LandOnTime,
    MendPoint,
    MovePoint,
    NextPoint,
    PauseClock,
    PlanCommand,
    PreviousPoint,
    ResizePoints,
    ResumeClock,
    ShowInRoom,
    SkipPoint,
    StartSession,
    TickItem,
)
from lcterm.core.commands_attendance import BringInAttendance
from lcterm.core.commands_captures import (
    AgreeQuote,
    CaptureCommand,
    DropCapture,
    EditCapture,
    MarkDone,
    ReleaseCapture,
    StrikeCapture,
    WriteCapture,
)
from lcterm.core.commands_deciding import (
    BeginDeciding,
    CountLights,
    DecidingCommand,
    LeaveDeciding,
    OpenVote,
    ParkDeciding,
    PutOnWall,
    Settle,
    ShowLight,
    SortSuggestion,
    Suggest,
)
from lcterm.core.commands_floor import (
    ArrangeRound,
    Arrive,
    ChangeMode,
    CloseQueue,
    DrawPairs,
    FloorCommand,
    FreeFloor,
    GiveFloor,
    Interject,
    KeepToListening,
    Leave,
    LimitTurns,
    MarkPlace,
    MoveHand,
    MoveSeat,
    NoteSpoke,
    OpenQueue,
    PassFacilitation,
    PassRound,
    PeopleCommand,
    QueueCommand,
    RaiseHand,
    ReopenTurn,
    SortByKind,
    SwapPairs,
    WithdrawHand,
)

__all__ = [
    "AgendaCommand",
    "AgreeQuote",
    "AnyCommand",
    "ArrangeRound",
    "Arrive",
    "BeganEarlier",
    "BeginDeciding",
    "BringInAttendance",
    "CaptureCommand",
    "ChangeMode",
    "CloseQueue",
    "Command",
    "CountLights",
    "DecidingCommand",
    "DrawPairs",
    "DropCapture",
    "EditCapture",
    "EndSession",
    "ExtendPoint",
    "FixPoint",
    "FloorCommand",
    "FreeFloor",
    "GiveFloor",
    "HideClock",
    "InsertPoint",
    "Interject",
    "JumpToPoint",
    "KeepToListening",
    "LandOnTime",
    "Leave",
    "LeaveDeciding",
    "LimitTurns",
    "MarkDone",
    "MarkPlace",
    "MendPoint",
    "MoveHand",
    "MovePoint",
    "MoveSeat",
    "NextPoint",
    "NoteSpoke",
    "OpenQueue",
    "OpenVote",
    "ParkDeciding",
    "PassFacilitation",
    "PassRound",
    "PauseClock",
    "PeopleCommand",
    "PlanCommand",
    "PreviousPoint",
    "PutOnWall",
    "QueueCommand",
    "RaiseHand",
    "Redo",
    "ReleaseCapture",
    "ReopenTurn",
    "ResizePoints",
    "ResumeClock",
    "Settle",
    "ShowInRoom",
    "ShowLight",
    "SkipPoint",
    "SortByKind",
    "SortSuggestion",
    "StartSession",
    "StrikeCapture",
    "Suggest",
    "SwapPairs",
    "TickItem",
    "Undo",
    "WithdrawHand",
    "WriteCapture",
]


class Undo(Command, frozen=True):
    """Take back one's own last act."""


class Redo(Command, frozen=True):
    """Do again what was last taken back."""


AnyCommand = (
    AgendaCommand
    | PlanCommand
    | PeopleCommand
    | FloorCommand
    | QueueCommand
    | CaptureCommand
    | DecidingCommand
    | BringInAttendance
    | Undo
    | Redo
)
