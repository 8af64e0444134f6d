"""The acts of `lcterm do` on an agenda that changes, on the room screen and on the checklist."""

from collections.abc import Sequence
from typing import get_args

from lcterm.core import commands
from lcterm.core.act import Act, number, on, one_of, person, plain, point, step
from lcterm.core.commands import AnyCommand
from lcterm.core.events import RoomShow
from lcterm.core.names import Known

SHOWS: tuple[RoomShow, ...] = get_args(RoomShow)


def _insert(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.InsertPoint(" ".join(words[1:]), number(words[0], "minutes"))


def _rename(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.MendPoint(point(words[0]), title=" ".join(words[1:]))


def _ask(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.MendPoint(point(words[0]), question=" ".join(words[1:]))


def _presenters(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.MendPoint(point(words[0]), presenters=tuple(person([word], people) for word in words[1:]))


def _sums_up(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.MendPoint(point(words[0]), sums_up=len(words) < 2 or on(words[1]))


def _shift(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.MovePoint(point(words[0]), step(words[1]))


def _fix(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.FixPoint(point(words[0]), "" if words[1].casefold() == "off" else words[1])


def _landing(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.LandOnTime(number(words[0], "minutes") if words else None)


def _room(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    chosen = one_of(words[0], SHOWS, "what the room sees")
    return commands.ShowInRoom(next(show for show in SHOWS if show == chosen))


PLANNING: dict[str, Act] = {
    "care": Act("care", 0, 0, plain(lambda: commands.PauseClock(care=True))),
    "insert": Act("insert MINUTES TITLE…", 2, 40, _insert),
    "rename": Act("rename N TITLE…", 2, 40, _rename),
    "ask": Act("ask N [QUESTION…]", 1, 80, _ask),
    "presenters": Act("presenters N [PERSON…]", 1, 12, _presenters),
    "sums-up": Act("sums-up N [on|off]", 1, 2, _sums_up),
    "shift": Act("shift N up|down", 2, 2, _shift),
    "fix": Act("fix N HH:MM|off", 2, 2, _fix),
    "landing": Act("landing [MINUTES]", 0, 1, _landing),
    "room": Act(f"room {'|'.join(SHOWS)}", 1, 1, _room),
    "hide-clock": Act("hide-clock", 0, 0, plain(lambda: commands.HideClock(True))),
    "show-clock": Act("show-clock", 0, 0, plain(lambda: commands.HideClock(False))),
    "tick": Act("tick ITEM…", 1, 80, lambda words, people: commands.TickItem(" ".join(words))),
    "untick": Act("untick ITEM…", 1, 80, lambda words, people: commands.TickItem(" ".join(words), False)),
}
"""Acts on agenda, room screen and checklist."""
