"""Every command by name: all keys of the board, and what has no key of its own."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from lcterm.core.agenda_plan import MODES
from lcterm.core.commands import AnyCommand, ChangeMode, CloseQueue, EndSession, OpenQueue, SkipPoint
from lcterm.core.text import folded
from lcterm.documents.summary import Audience
from lcterm.ui.handing_on import hand_on_summary
from lcterm.ui.keys import KEYS, PERSON, Key
from lcterm.ui.screens.board_keys import MODE_LETTERS, do_key
from lcterm.ui.theme import PALETTES, Themed, choose

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board


class Command(NamedTuple):
    """A thing that can be done: its name, its key ("" for none), what it does, and doing it."""

    name: str
    key: str
    words: str
    run: Callable[["Board"], object]


def commands() -> list[Command]:
    """All of them: the key table, then what has no key of its own."""
    return [*map(_of_key, KEYS), *_of_session(), *_of_modes(), *_of_themes(), *_of_summaries(), _bell()]


def _of_key(key: Key) -> Command:
    return Command(key.footer, key.shown, key.tooltip, lambda board: do_key(board, key))


def _act(command: AnyCommand) -> Callable[["Board"], object]:
    return lambda board: board.act(command)


def _end_as_of_then(board: "Board") -> None:
    board.act(EndSession(), board.view.session.at)


def _of_session() -> list[Command]:
    return [
        Command("skip this point", "", "Leaves it out and starts the next", _act(SkipPoint())),
        Command("end the session", "", "Closes it now, whatever is left", _act(EndSession())),
        Command("end as of then", "", "Closes it at the last thing noted: it was forgotten", _end_as_of_then),
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


def _bell() -> Command:
    return Command("bell", "", "Rings at the last 20 %, the last 5 % and the end; off unless asked for", _ring)


def _ring(board: "Board") -> None:
    board.bell_rings = not board.bell_rings
    board.say("The bell rings at the last 20 %, the last 5 % and the end." if board.bell_rings else "The bell is off.")


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


def _words(text: str) -> list[str]:
    return re.split(r"[\s:;,]+", folded(text))


def narrowed(every: Sequence[Command], typed: str) -> list[Command]:
    """The commands in which every typed word begins a word, of the name or of what it does; best first: the key itself,
    the beginning of the name, the name, the rest."""
    wanted = folded(typed).split()
    if not wanted:
        return list(every)

    def begun(words: str) -> bool:
        return all(any(word.startswith(want) for word in _words(words)) for want in wanted)

    def rank(one: Command) -> int | None:
        if folded(one.key.removesuffix(PERSON)) == " ".join(wanted):
            return 0
        starts = zip(_words(one.name), wanted, strict=False)
        if len(_words(one.name)) >= len(wanted) and all(word.startswith(want) for word, want in starts):
            return 1
        return 2 if begun(one.name) else 3 if begun(f"{one.name} {one.words}") else None

    ranked = [(place, one) for one in every if (place := rank(one)) is not None]
    return [one for _, one in sorted(ranked, key=lambda pair: pair[0])]
