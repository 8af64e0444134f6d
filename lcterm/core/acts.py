"""The acts of `lcterm do`, as the keys do them: words in, a command out."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, get_args

from lcterm.core import commands
from lcterm.core.agenda_plan import MODES
from lcterm.core.commands import AnyCommand
from lcterm.core.events import HandKind
from lcterm.core.names import Known, find_person
from lcterm.core.refusal import Refused

HANDS: tuple[HandKind, ...] = get_args(HandKind)


class Act(NamedTuple):
    """An act of the live hour: how it is written, and the command it makes of its words."""

    usage: str
    least: int
    most: int
    make: Callable[[Sequence[str], Sequence[Known]], AnyCommand]


def _person(words: Sequence[str], people: Sequence[Known]) -> str:
    return find_person(words[0], people)


def _plain(command: Callable[[], AnyCommand]) -> Callable[[Sequence[str], Sequence[Known]], AnyCommand]:
    return lambda words, people: command()


def _for_person(command: Callable[[str], AnyCommand]) -> Callable[[Sequence[str], Sequence[Known]], AnyCommand]:
    return lambda words, people: command(_person(words, people))


def _number(word: str, what: str) -> float:
    try:
        value = float(word)
    except ValueError:
        value = float("nan")
    if not abs(value) <= 100_000:
        raise Refused(f"{what} {word!r} is no number; write it like 5")
    return value


def _point(word: str) -> int:
    number = _number(word, "point")
    if number != int(number):
        raise Refused(f"point {word!r} is no number of a point; write it like 5")
    return int(number)


def _jump(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.JumpToPoint(_point(words[0]))


def _skip(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.SkipPoint(_point(words[0]) if words else None)


def _extend(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.ExtendPoint(_number(words[0], "minutes"))


def _late(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.BeganEarlier(_number(words[0], "minutes"))


def _hand(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    kind: HandKind = next((hand for hand in HANDS if hand == words[-1].casefold() and len(words) > 1), "point")
    return commands.RaiseHand(_person(words, people), kind)


def _give(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.GiveFloor(_person(words, people) if words else None)


def _pass(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.PassRound(_person(words, people) if words else None)


def _mode(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    for mode in MODES:
        if mode == words[0].casefold():
            return commands.ChangeMode(mode)
    raise Refused(f"a mode is one of {', '.join(MODES)}; {words[0]!r} is none of these")


ACTS: dict[str, Act] = {
    "start": Act("start", 0, 0, _plain(commands.StartSession)),
    "pause": Act("pause", 0, 0, _plain(commands.PauseClock)),
    "resume": Act("resume", 0, 0, _plain(commands.ResumeClock)),
    "next": Act("next", 0, 0, _plain(commands.NextPoint)),
    "previous": Act("previous", 0, 0, _plain(commands.PreviousPoint)),
    "jump": Act("jump N", 1, 1, _jump),
    "skip": Act("skip [N]", 0, 1, _skip),
    "extend": Act("extend MINUTES", 1, 1, _extend),
    "late": Act("late MINUTES", 1, 1, _late),
    "hand": Act("hand NAME [process|question|reply|point]", 1, 2, _hand),
    "withdraw": Act("withdraw NAME", 1, 1, _for_person(commands.WithdrawHand)),
    "give": Act("give [NAME]", 0, 1, _give),
    "done": Act("done", 0, 0, _plain(commands.FreeFloor)),
    "spoke": Act("spoke NAME", 1, 1, _for_person(commands.NoteSpoke)),
    "pass": Act("pass [NAME]", 0, 1, _pass),
    "arrive": Act("arrive NAME", 1, 1, _for_person(commands.Arrive)),
    "leave": Act("leave NAME", 1, 1, _for_person(commands.Leave)),
    "listen": Act("listen NAME", 1, 1, _for_person(commands.KeepToListening)),
    "mode": Act("mode MODE", 1, 1, _mode),
    "close-queue": Act("close-queue", 0, 0, _plain(commands.CloseQueue)),
    "open-queue": Act("open-queue", 0, 0, _plain(commands.OpenQueue)),
    "undo": Act("undo", 0, 0, _plain(commands.Undo)),
    "redo": Act("redo", 0, 0, _plain(commands.Redo)),
    "end": Act("end", 0, 0, _plain(commands.EndSession)),
}


def read_act(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    """The command these words mean. A name of several words may be written without quotes where it is the last thing.
    Raises Refused with how the act is written."""
    act = ACTS.get(words[0]) if words else None
    if act is None:
        raise Refused(f"{words[0] if words else ''!r} is no act; there is {', '.join(ACTS)}")
    rest = _joined(act, words[1:])
    if not act.least <= len(rest) <= act.most:
        raise Refused(f"write it like: lcterm do {act.usage}")
    return act.make(rest, people)


def _joined(act: Act, words: Sequence[str]) -> Sequence[str]:
    """The words with a name of several words as one; a last word that says what a hand is for stays apart."""
    if "NAME" not in act.usage or not words:
        return words
    kinds = 1 if act.most == 2 and len(words) > 1 and words[-1].casefold() in HANDS else 0
    name = " ".join(words[: len(words) - kinds])
    return [name, *words[len(words) - kinds :]]
