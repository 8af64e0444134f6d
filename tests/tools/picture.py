"""Makes README's pictures from the running program: `python tests/tools/picture.py [NAME…]`.

The program runs in a terminal of its own, on a clock that stands still, in a home that is thrown away; so the pictures
change only when the program does. They are written to data/pictures/.
"""

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from lcterm.store.sample import sample_home  # noqa: E402 (the checkout must be on the path first)
from tests.clock_program import TestClock  # noqa: E402
from tests.terminal import Terminal  # noqa: E402
from tests.tools.screen_svg import Frame, moving_svg, svg  # noqa: E402

PICTURES = ROOT / "data" / "pictures"
MOMENT = datetime(2026, 11, 24, 15, 7, tzinfo=UTC)
READY = r"\? +keys"
"""The end of every screen's footer."""


class Scene(NamedTuple):
    """One picture: its file, the terminal's size, what is run in the sample's home (SESSION is its running one), keys
    pressed before it is taken, words for it. `ready`: what the screen shows when it is there."""

    name: str
    size: tuple[int, int]
    argv: tuple[str, ...]
    keys: tuple[str, ...]
    title: str
    ready: str = READY


RUN = ("run", "SESSION")
WIDE, SMALL = (120, 36), (80, 24)
FRAME_SECONDS, WORD_SECONDS, LAST_SECONDS = 1.7, 0.3, 4.0
SCENES = [
    Scene("board", WIDE, RUN, (), "The board, mid-discussion: agenda, minutes left, floor, voices, captures"),
    Scene("board-80x24", SMALL, RUN, (), "The same board in a terminal of 80 by 24"),
    Scene("hand", WIDE, RUN, ("h",), "A hand goes up: the people pane asks whose"),
    Scene("keys", WIDE, RUN, ("?",), "The help screen with every key"),
    Scene("home", SMALL, ("open",), (), "The home screen: communities and their sessions"),
    Scene("veil", SMALL, RUN, ("v",), "The veil is on: the room can read along"),
    Scene("landing", SMALL, RUN, ("l",), "The landing plan: how the rest could still end on time"),
    Scene("agenda", SMALL, RUN, ("1",), "The agenda, large, to edit"),
    Scene("voices", SMALL, RUN, ("2",), "The people, large: seats, hands, who was heard"),
    Scene("captures", SMALL, RUN, ("3",), "The captures, large: to mend, to settle, to mark done"),
    Scene("summary", SMALL, RUN, ("4",), "The summary, to read and to hand on"),
    Scene("cards", SMALL, RUN, ("6",), "Cards: what helps in a hard moment"),
    Scene("since", SMALL, RUN, ("\\",), "Since last time: what was open and what became of it"),
    Scene("decide", SMALL, RUN, ("!",), "Deciding together"),
    Scene("so-far", WIDE, RUN, ("*",), "The hour so far: the day planned and as it is, and who spoke when"),
    Scene(
        "room",
        WIDE,
        ("room", "SESSION"),
        (),
        "The room screen: minutes, floor, question, nothing private",
        "has the floor",
    ),
    Scene(
        "notes",
        WIDE,
        ("run", "SESSION", "--seat", "notes"),
        (),
        "The notes seat: captures large, the line ready",
        "Captures",
    ),
    Scene(
        "replay",
        WIDE,
        ("replay", "SESSION"),
        ("7", "n"),
        "A session looked back at, minute by minute",
        "Who spoke when",
    ),
]
TYPE = "type "
"""Begins what is typed letter by letter."""
MOVING = Scene(
    *("moving", SMALL, RUN),
    ("h", "l", "space", "c", f"{TYPE}a Ask the council for the list @tracy ^fri", "enter", "+", "n", "u", "*"),
    "A minute at the board: a hand, the next speaker, an action written down, a minute more, and back",
)


def play(scene: Scene) -> list[Frame]:
    """The screens of a scene from the beginning, each with the seconds that it is looked at. AssertionError, with the
    screen, if the program does not get that far."""
    with tempfile.TemporaryDirectory() as folder:
        clock = TestClock(Path(folder) / "clock", MOMENT)
        sample = sample_home(clock, fresh=True, folder=Path(folder) / "home")
        argv = [sample.session if word == "SESSION" else word for word in scene.argv]
        here = {"HOME": folder, "XDG_DATA_HOME": folder, "LCTERM_HOME": f"{folder}/home", "TZ": "Europe/London"}
        with Terminal(clock.argv(*argv), scene.size, env=here) as terminal:
            terminal.wait_for(scene.ready, timeout=60)
            terminal.settle()
            frames = [Frame(terminal.cells(), FRAME_SECONDS)]
            for key in scene.keys:
                if key.startswith(TYPE):
                    for word in key.removeprefix(TYPE).split(" "):
                        terminal.type(f"{word} ")
                        terminal.settle()
                        frames.append(Frame(terminal.cells(), WORD_SECONDS))
                else:
                    terminal.send(key)
                    terminal.settle()
                    frames.append(Frame(terminal.cells(), FRAME_SECONDS))
        clock.close()
    return frames


def main(names: list[str]) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for scene in [*SCENES, MOVING]:
        if not names or scene.name in names:
            frames = play(scene)
            last = frames[-1].cells
            drawn = (
                moving_svg([*frames[:-1], Frame(last, LAST_SECONDS)], scene.title)
                if scene is MOVING
                else svg(last, scene.title)
            )
            path = PICTURES / f"{scene.name}.svg"
            path.write_text(drawn, encoding="utf-8", newline="\n")
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main(sys.argv[1:])
