"""The acts of `lcterm do`, as the keys do them: words in, a command out."""

from collections.abc import Sequence
from typing import get_args

from lcterm.core import commands
from lcterm.core.act import Act, for_person, number, one_of, person, plain, point
from lcterm.core.acts_deciding import DECIDING
from lcterm.core.acts_plan import PLANNING
from lcterm.core.acts_queue import SPEAKING
from lcterm.core.agenda_plan import MODES
from lcterm.core.commands import AnyCommand
from lcterm.core.events import HandKind
from lcterm.core.names import Known
from lcterm.core.refusal import Refused

HANDS: tuple[HandKind, ...] = get_args(HandKind)


def _jump(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.JumpToPoint(point(words[0]))


def _skip(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.SkipPoint(point(words[0]) if words else None)


def _extend(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.ExtendPoint(number(words[0], "minutes"), point(words[1]) if len(words) > 1 else None)


def _late(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.BeganEarlier(number(words[0], "minutes"))


def _hand(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    kind = next((hand for hand in HANDS if hand == words[-1].casefold() and len(words) > 1), None)
    return commands.RaiseHand(person(words, people), kind)


def _give(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.GiveFloor(person(words, people) if words else None)


def _pass(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.PassRound(person(words, people) if words else None)


def _mode(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    mode = one_of(words[0], MODES, "a mode")
    return commands.ChangeMode(next(one for one in MODES if one == mode), point(words[1]) if len(words) > 1 else None)


def _release(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.ReleaseCapture(words[0], len(words) < 2 or not one_of(words[1], ("off",), "the last word"))


def _agree(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.AgreeQuote(words[0], len(words) < 2 or not one_of(words[1], ("off",), "the last word"))


def _finish(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.MarkDone(words[0], len(words) < 2 or not one_of(words[1], ("off",), "the last word"))


ACTS: dict[str, Act] = {
    "start": Act("start", 0, 0, plain(commands.StartSession)),
    "pause": Act("pause", 0, 0, plain(commands.PauseClock)),
    "resume": Act("resume", 0, 0, plain(commands.ResumeClock)),
    "next": Act("next", 0, 0, plain(commands.NextPoint)),
    "previous": Act("previous", 0, 0, plain(commands.PreviousPoint)),
    "jump": Act("jump N", 1, 1, _jump),
    "skip": Act("skip [N]", 0, 1, _skip),
    "extend": Act("extend MINUTES [N]", 1, 2, _extend),
    "late": Act("late MINUTES", 1, 1, _late),
    "hand": Act("hand NAME [process|question|reply|point]", 1, 2, _hand, HANDS),
    "withdraw": Act("withdraw NAME", 1, 1, for_person(commands.WithdrawHand)),
    "give": Act("give [NAME]", 0, 1, _give),
    "done": Act("done", 0, 0, plain(commands.FreeFloor)),
    "spoke": Act("spoke NAME", 1, 1, for_person(commands.NoteSpoke)),
    "pass": Act("pass [NAME]", 0, 1, _pass),
    "arrive": Act("arrive NAME", 1, 1, for_person(commands.Arrive)),
    "leave": Act("leave NAME", 1, 1, for_person(commands.Leave)),
    "listen": Act("listen NAME", 1, 1, for_person(commands.KeepToListening)),
    "mode": Act("mode MODE [N]", 1, 2, _mode),
    "close-queue": Act("close-queue", 0, 0, plain(commands.CloseQueue)),
    "open-queue": Act("open-queue", 0, 0, plain(commands.OpenQueue)),
    **PLANNING,
    **SPEAKING,
    **DECIDING,
    "release": Act("release CAPTURE [off]", 1, 2, _release),
    "agree": Act("agree CAPTURE [off]", 1, 2, _agree),
    "finish": Act("finish CAPTURE [off]", 1, 2, _finish),
    "drop": Act("drop CAPTURE", 1, 1, lambda words, people: commands.DropCapture(words[0])),
    "undo": Act("undo", 0, 0, plain(commands.Undo)),
    "redo": Act("redo", 0, 0, plain(commands.Redo)),
    "end": Act("end", 0, 0, plain(commands.EndSession)),
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
    """The words with a name of several words as one; a last word that says more than who stays apart."""
    if "NAME" not in act.usage or not words:
        return words
    more = 1 if len(words) > 1 and words[-1].casefold() in act.tails else 0
    return [" ".join(words[: len(words) - more]), *words[len(words) - more :]]
