"""Every command by name: all keys of the board, and what has no key of its own."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from lcterm.core.agenda_plan import MODES
from lcterm.core.commands import (
    AnyCommand,
    ChangeMode,
    CloseQueue,
    DrawPairs,
    EndSession,
    HideClock,
    OpenQueue,
    PassFacilitation,
    ShowInRoom,
    SkipPoint,
    SortByKind,
)
from lcterm.core.events import RoomShow
from lcterm.core.text import folded
from lcterm.documents.summary import Audience
from lcterm.ui.deciding_text import WAYS
from lcterm.ui.handing_on import hand_on_summary
from lcterm.ui.key_names import drawn_key
from lcterm.ui.key_table import SHIPPED, KeyTable
from lcterm.ui.keys import PERSON, Key
from lcterm.ui.screens.board_keys import do_key
from lcterm.ui.screens.deciding import open_deciding
from lcterm.ui.screens.floor_modes import MODE_LETTERS, choose_starter, limit_turns, turn_round
from lcterm.ui.screens.watching import LOOKS
from lcterm.ui.theme import PALETTES, Themed, choose

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board


class Command(NamedTuple):
    """A thing that can be done: its name, its key ("" for none), what it does, and doing it."""

    name: str
    key: str
    words: str
    run: Callable[["Board"], object]


def commands(keys: KeyTable = SHIPPED, *, looking: bool = False) -> list[Command]:
    """All of them: the key table, then what has no key of its own. `keys`: those in force; `looking`: only those that
    change nothing."""
    if looking:
        return [*(_of_key(key) for key in keys.keys if key.id in LOOKS), *_of_themes(), _bell()]
    floor = [*_of_modes(keys), *_of_floor(keys)]
    return [
        *map(_of_key, keys.keys),
        *_of_session(keys),
        *_of_charter(),
        *floor,
        *_of_room(keys),
        *_of_themes(),
        *_of_summaries(),
        *_of_next_time(),
        *_of_deciding(keys),
        _bringing_in(),
        _recording(),
        _reflection(),
        _bell(),
    ]


def _of_key(key: Key) -> Command:
    return Command(key.footer, drawn_key(key.shown), key.tooltip, lambda board: do_key(board, key))


def _after(keys: KeyTable, id: str, letters: str) -> str:
    """A key that others follow, as it is shown; "" where it was taken away."""
    return f"{keys.shown(id)} {letters}" if keys.shown(id) else ""


def _act(command: AnyCommand) -> Callable[["Board"], object]:
    return lambda board: board.act(command)


def _end_as_of_then(board: "Board") -> None:
    board.act(EndSession(), board.view.session.at)


def _of_session(keys: KeyTable) -> list[Command]:
    return [
        Command("skip this point", "", "Leaves it out and starts the next", _act(SkipPoint())),
        Command("end the session", "", "Closes it now, whatever is left", _act(EndSession())),
        Command("end as of then", "", "Closes it at the last thing noted: it was forgotten", _end_as_of_then),
        Command("end early", _after(keys, "landing", "e"), "How the rest would land at another time", _end_early),
    ]


def _of_charter() -> list[Command]:
    return [
        Command("charter", "", "What the group settles, one thing after the other", _charter),
        Command("rules", "", "Add, reword, drop, remake; who keeps them", lambda board: board.open_large("rules")),
    ]


def _charter(board: "Board") -> None:
    board.open_large("charter")


def _of_deciding(keys: KeyTable) -> list[Command]:
    return [
        Command(
            f"decide: {one.title.lower()}",
            _after(keys, "decide", one.key),
            one.words,
            partial(open_deciding, begin=one.way),
        )
        for one in WAYS
    ]


def _end_early(board: "Board") -> None:
    """The landing plan, and its key that asks for the end."""
    if board.keyboard.standing is None:
        do_key(board, board.keys["landing"])
    if board.keyboard.standing is not None:
        board.press("e", "e")


def _of_modes(keys: KeyTable) -> list[Command]:
    letters = {mode: letter for letter, mode in MODE_LETTERS}
    words = {"none": "Nobody is counted", "pairs": "They talk in twos and threes"}
    return [
        Command(
            f"mode: {mode}",
            _after(keys, "mode", letters[mode]),
            words.get(mode, f"The floor is {mode} from now on"),
            _act(ChangeMode(mode)),
        )
        for mode in MODES
    ]


def _of_floor(keys: KeyTable) -> list[Command]:
    limit = "Minutes a turn may take; only the board says when it is passed"
    back = _after(keys, "hand-over", "Enter")
    return [
        Command("close the list", _after(keys, "mode", "c"), "Takes no new hands", _act(CloseQueue())),
        Command("open the list", _after(keys, "mode", "c"), "Takes hands again", _act(OpenQueue())),
        Command("plain order", keys.shown("kinds"), "Hands wait as they came, whatever for", _act(SortByKind(False))),
        Command("limit turns", _after(keys, "mode", "l"), limit, limit_turns),
        Command("who starts the round", _after(keys, "mode", f"s{PERSON}"), "Begins it, by name", choose_starter),
        Command("turn the round", _after(keys, "mode", "d"), "It goes the other way", turn_round),
        Command("draw pairs", _after(keys, "mode", "t"), "Who talks with whom, drawn anew", _draw_pairs),
        Command("take the seat back", back, "Who facilitated first does so again", _act(PassFacilitation(""))),
    ]


def _draw_pairs(board: "Board") -> None:
    drawn = board.view.session.mode == "pairs"
    board.act(DrawPairs() if drawn else ChangeMode("pairs"))


def _of_room(keys: KeyTable) -> list[Command]:
    words: dict[RoomShow, str] = {
        "question": "The question of the point",
        "rules": "The ground rules",
        "captures": "What the group wrote down, where it sums up",
        "plain": "Clock and floor alone",
        "charter": "What the group has settled, and what comes next",
    }
    hidden = "No clock on the room screen at this point"
    return [
        Command("hide the room's clock", "", hidden, _act(HideClock())),
        Command("show the room's clock", "", "The clock on the room screen again", _act(HideClock(False))),
        *(
            Command(f"room shows: {show}", keys.shown("room"), text, _act(ShowInRoom(show)))
            for show, text in words.items()
        ),
    ]


def _of_next_time() -> list[Command]:
    words = "Date, place, who arranges it, who presents"
    return [
        Command("next time", "", words, lambda board: board.open_large("next-time")),
        Command("invite", "", "The mail for the next session, and its calendar file", _invite),
        Command("briefs", "", "Of those who present next: what they ask, the text for them", _briefs),
        Command("forget somebody", "", "Out of every stored file: where that is done", _forget),
    ]


def _invite(board: "Board") -> None:
    from lcterm.ui.screens.inviting import open_invitation

    open_invitation(board)


def _briefs(board: "Board") -> None:
    board.open_large("briefs")


def _forget(board: "Board") -> None:
    board.refuse("Forgetting is for after the session: home screen, a people, f. Or `lcterm forget NAME`.")


def _bringing_in() -> Command:
    words = "Minutes, or who was there, from a file"
    return Command("bring in", "", words, lambda board: board.open_large("bring-in"))


def _recording() -> Command:
    words = "Who spoke when, from a transcript; its lines, to keep some"
    return Command("bring in a recording", "", words, lambda board: board.open_large("recording"))


def _reflection() -> Command:
    return Command("reflect", "", "Your own thoughts afterwards; they stay on this laptop", _reflect)


def _reflect(board: "Board") -> None:
    from lcterm.ui.screens.reflection import reflect_on_board

    reflect_on_board(board)


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
    readers: tuple[Audience, ...] = ("group", "sponsor", "facilitators")
    return [
        Command(
            f"summary for the {audience}",
            "",
            "Onto the clipboard and into a file",
            partial(_summary, audience=audience),
        )
        for audience in readers
    ]


def _summary(board: "Board", audience: Audience) -> None:
    if board.veiled and audience == "facilitators":
        board.refuse("The facilitators' summary stays hidden while the veil is on.", ("veil", "lifts it"))
        return
    board.say("On its way to the clipboard and into a file …", sign="")
    hand_on_summary(board.app, board.desk, audience, lambda sign, line: board.say(line, sign=sign))


def _words(text: str) -> list[str]:
    return re.split(r"[\s:;,]+", folded(text))


def narrowed(every: Sequence[Command], typed: str) -> list[Command]:
    """The commands in which every typed word begins a word, of the name or of what it does; best first: the key itself,
    the whole name, its beginning, the name, else. A colon or comma counts only where it is typed alone, as a key."""
    wanted = [word for word in _words(typed) if word] or folded(typed).split()
    if not wanted:
        return list(every)

    def begun(words: str) -> bool:
        return all(any(word.startswith(want) for word in _words(words)) for want in wanted)

    def rank(one: Command) -> int | None:
        if folded(one.key.removesuffix(PERSON)) == " ".join(wanted):
            return 0
        if _words(one.name) == wanted:
            return 1
        starts = zip(_words(one.name), wanted, strict=False)
        if len(_words(one.name)) >= len(wanted) and all(word.startswith(want) for word, want in starts):
            return 2
        return 3 if begun(one.name) else 4 if begun(f"{one.name} {one.words}") else None

    ranked = [(place, one) for one in every if (place := rank(one)) is not None]
    return [one for _, one in sorted(ranked, key=lambda pair: pair[0])]
