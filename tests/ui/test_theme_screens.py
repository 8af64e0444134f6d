"""Every text that the screens really draw can be read on what it really stands on, in every theme."""

from pathlib import Path

import pytest

from lcterm.ui.app import LcTerm
from lcterm.ui.theme import PALETTES, choose
from tests.clock_program import TestClock
from tests.ui.beside import press
from tests.ui.colour_sight import contrast
from tests.ui.homes import sample_app

LEAST = {"high contrast": 7.0, "projector": 7.0}
DRAWN = set("─━┼┿┽╾│┃▀▄█▌▐░▒▓╸╺╼╽╿┤├┬┴╴╶▁▂▃▅▆▇▎▏▕▔ ")
"""Rules, gauges and large digits: no text."""

SCREENS: dict[str, tuple[str, ...]] = {
    "home": (),
    "new community": ("n",),
    "keys of the home": ("question_mark",),
    "plan a session": ("p",),
    "board": ("space",),
    "over time": ("space", *["less_than_sign"] * 6),
    "last words": ("space", "less_than_sign", "less_than_sign", "less_than_sign", "less_than_sign", "minus"),
    "paused": ("space", "t"),
    "veiled": ("space", "v"),
    "who": ("space", "h", "s"),
    "writing": ("space", "c", *"a Ask "),
    "leaving": ("space", "q"),
    "refused": ("space", "p"),
    "help": ("space", "question_mark"),
    "commands": ("space", "colon", *"the"),
    "agenda": ("space", "1"),
    "people": ("space", "2"),
    "captures": ("space", "3"),
    "summary": ("space", "4"),
    "read back": ("space", "5"),
    "cards": ("space", "6"),
    "prepare": ("space", "7"),
    "landing": ("space", "l"),
}
"""The keys to each, from the home of the sample."""


def faint(app: LcTerm, least: float) -> set[tuple[str, str, str, float]]:
    """What is drawn with less contrast: the text, its colour, what it stands on, and how much there is."""
    found = set()
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            if set(segment.text) <= DRAWN or segment.style is None:
                continue
            assert segment.style.color is not None, segment
            assert segment.style.bgcolor is not None, segment
            ink, ground = segment.style.color.name, segment.style.bgcolor.name
            if segment.style.reverse:
                ink, ground = ground, ink
            if (seen := contrast(ink, ground)) < least:
                found.add((segment.text.strip(), ink, ground, round(seen, 1)))
    return found


@pytest.mark.parametrize("screen", SCREENS)
async def test_every_text_on_the_screen_can_be_read(tmp_path: Path, clock: TestClock, screen: str) -> None:
    app = sample_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, *SCREENS[screen])
        for name, palette in PALETTES.items():
            if palette.coloured:
                choose(app, name, {})
                await pilot.pause()
                await pilot.pause()
                assert faint(app, LEAST.get(name, 4.5)) == set(), name
