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

from tests.clock_program import TestClock  # noqa: E402 (the checkout must be on the path first)
from tests.terminal import Terminal  # noqa: E402
from tests.tools.screen_svg import svg  # noqa: E402

PICTURES = ROOT / "data" / "pictures"
MOMENT = datetime(2026, 11, 24, 15, 7, tzinfo=UTC)
READY = r"\? +keys"
"""The end of every screen's footer."""


class Scene(NamedTuple):
    """One picture: its file, the terminal's size, what is run, keys pressed before it is taken, words for it."""

    name: str
    size: tuple[int, int]
    argv: tuple[str, ...]
    keys: tuple[str, ...]
    title: str


DEMO = ("demo", "--fresh")
SCENES = [
    Scene("board", (120, 36), DEMO, (), "The board, mid-discussion: agenda, minutes left, floor, voices, captures"),
    Scene("board-80x24", (80, 24), DEMO, (), "The same board in a terminal of 80 by 24"),
    Scene("hand", (120, 36), DEMO, ("h",), "A hand goes up: the people pane asks whose"),
    Scene("keys", (120, 36), DEMO, ("?",), "The help screen with every key"),
]


def take(scene: Scene) -> str:
    """Plays a scene; its SVG. AssertionError, with the screen, if the program does not get that far."""
    with tempfile.TemporaryDirectory() as folder:
        clock = TestClock(Path(folder) / "clock", MOMENT)
        here = {"HOME": folder, "XDG_DATA_HOME": folder, "LCTERM_HOME": f"{folder}/home", "TZ": "Europe/London"}
        with Terminal(clock.argv(*scene.argv), scene.size, env=here) as terminal:
            terminal.wait_for(READY, timeout=60)
            terminal.settle()
            for key in scene.keys:
                terminal.send(key)
                terminal.settle()
            picture = svg(terminal.cells(), scene.title)
        clock.close()
    return picture


def main(names: list[str]) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for scene in SCENES:
        if not names or scene.name in names:
            path = PICTURES / f"{scene.name}.svg"
            path.write_text(take(scene), encoding="utf-8", newline="\n")
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main(sys.argv[1:])
