"""The acts of `lcterm do` on a decision that is being made. Suggestions are named by their number in the list."""

from collections.abc import Sequence
from typing import Literal, get_args

from msgspec.structs import replace

from lcterm.core import commands
from lcterm.core.act import Act, number, on, one_of, person, plain
from lcterm.core.commands import AnyCommand
from lcterm.core.deciding import Deciding
from lcterm.core.events import DecidingWay, Light, Sort
from lcterm.core.names import Known
from lcterm.core.refusal import Refused

WAYS: tuple[DecidingWay, ...] = get_args(DecidingWay)
SORTS: tuple[Sort, ...] = get_args(Sort)
LIGHTS: tuple[Light, ...] = get_args(Light)
NONE = "none"


def _decide(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    chosen = one_of(words[0], WAYS, "a way to decide")
    return commands.BeginDeciding(next(way for way in WAYS if way == chosen), " ".join(words[1:]))


def _suggest(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    """The names at the end say which pair it comes from, in an argument of their own or in that of the text."""
    text = [part for word in words for part in ([word] if word.startswith("@") else word.split())]
    pair: list[str] = []
    while len(text) > 1 and text[-1].startswith("@") and text[-1] != "@":
        pair.insert(0, person([text.pop()[1:]], people))
    return commands.Suggest(" ".join(text), tuple(pair))


def _reword(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.Suggest(" ".join(words[1:]), instead=words[0])


def _sort(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    chosen = one_of(words[1], (*SORTS, NONE), "a sort")
    sort: Sort | Literal[""] = next((sort for sort in SORTS if sort == chosen), "")
    return commands.SortSuggestion(words[0], sort)


def _wall(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.PutOnWall(words[0], len(words) < 2 or on(words[1]))


def _light(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    chosen = one_of(words[1], (*LIGHTS, NONE), "a mark")
    light: Light | Literal[""] = next((light for light in LIGHTS if light == chosen), "")
    return commands.ShowLight(words[0], person([" ".join(words[2:])], people), light)


def _count(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.CountLights(words[0], _whole(words[1], "greens"), _whole(words[2], "reds"))


def _whole(word: str, what: str) -> int:
    value = number(word, what)
    if value != int(value):
        raise Refused(f"{what} {word!r} are no whole number; write it like 5")
    return int(value)


def _settle(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    """A first word that is a number says which suggestion."""
    numbered = bool(words) and words[0].isdecimal()
    return commands.Settle(words[0] if numbered else "", " ".join(words[1:] if numbered else words))


DECIDING: dict[str, Act] = {
    "decide": Act(f"decide {'|'.join(WAYS)} QUESTION…", 2, 80, _decide),
    "suggest": Act("suggest TEXT… [@PERSON…]", 1, 80, _suggest),
    "reword": Act("reword N TEXT…", 2, 80, _reword),
    "sort": Act(f"sort N {'|'.join(SORTS)}|{NONE}", 2, 2, _sort),
    "wall": Act("wall N [on|off]", 1, 2, _wall),
    "vote": Act("vote [on|off]", 0, 1, lambda words, people: commands.OpenVote(not words or on(words[0]))),
    "light": Act(f"light N {'|'.join(LIGHTS)}|{NONE} PERSON", 3, 12, _light),
    "count": Act("count N GREEN RED", 3, 3, _count),
    "settle": Act("settle [N] [TEXT…]", 0, 200, _settle),
    "park": Act("park", 0, 0, plain(commands.ParkDeciding)),
    "give-up": Act("give-up", 0, 0, plain(commands.LeaveDeciding)),
}
"""Acts on a decision that is being made."""


def aimed(command: AnyCommand, deciding: Deciding | None) -> AnyCommand:
    """The command with the id of the suggestion whose number it holds. Raises Refused where there is no such one."""
    about = commands.SortSuggestion | commands.PutOnWall | commands.ShowLight | commands.CountLights | commands.Settle
    if deciding is None:  # the rules say what is missing
        return command
    if isinstance(command, about) and command.suggestion:
        return replace(command, suggestion=_numbered(deciding, command.suggestion))
    if isinstance(command, commands.Suggest) and command.instead:
        return replace(command, instead=_numbered(deciding, command.instead))
    return command


def _numbered(deciding: Deciding, word: str) -> str:
    ids = [one.id for one in deciding.suggestions]
    if word.isascii() and word.isdecimal() and 0 < int(word[:9]) <= len(ids):
        return ids[int(word[:9]) - 1]
    there = f"the suggestions are 1 to {len(ids)}" if ids else "nothing is suggested yet"
    raise Refused(f"there is no suggestion {word!r}; {there}")
