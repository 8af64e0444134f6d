"""What is otherwise where the screen is in a browser: keys that stand for others, the clipboard, the terminal."""

import os
import subprocess
import sys

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.serving.house import House, Visitor
from tests.terminal_line import environment
from tests.terminal_screen import clipboard

F10, F12 = "\x1b[21~", "\x1b[24~"


async def test_two_keys_stand_for_those_that_a_browser_keeps(planned: Shell, clock: TestClock) -> None:
    with House(clock) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board") as screen:
                await screen.wait_for(r"In a browser F10 is ctrl\+n, F12 is ctrl\+t\.")
                await screen.press("t")
                await screen.wait_for("left of 5")
                await screen.press(F12)
                await screen.wait_for("Esc leave, text stays")
                await screen.press("l half a word")
                await screen.wait_for("l half a word")
                await screen.press(F10)  # while a line is being written, where n is a letter
                await screen.wait_for("left of 20")


async def test_a_key_of_ones_own_is_left_alone(planned: Shell, clock: TestClock) -> None:
    with open(os.path.join(os.environ["LCTERM_HOME"], "keys.toml"), "w", encoding="utf-8") as keys:
        keys.write('[keys]\nhelp = "f10"\n')
    with House(clock) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")
                await screen.press(F10)
                await screen.wait_for("The floor")


async def test_the_summary_goes_to_the_browsers_clipboard(planned: Shell, clock: TestClock) -> None:
    with House(clock) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board", (160, 40)) as screen:
                await screen.wait_for("Not started")
                await screen.press("4")
                await screen.wait_for("Enter .*clipboard")
                await screen.press("\r")
                await screen.wait_for("Sent to the browser's clipboard")
                assert "on the machine that serves" in " ".join(screen.text().split())
                copied = clipboard(screen.received)
    assert copied is not None
    assert "Housing peers" in copied


def test_a_screen_without_terminal_or_browser_is_refused(planned: Shell, clock: TestClock) -> None:
    """A driver of another name makes no browser."""
    for driver in ("", "textual.drivers.web_driver:WebDriver"):
        ran = subprocess.run(
            [sys.executable, *clock.argv("run")[1:]],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=environment({}) | ({"TEXTUAL_DRIVER": driver} if driver else {}),
            timeout=60,
            check=False,
        )
        assert (ran.returncode, ran.stdout) == (1, b"")
        assert b"this needs a terminal" in ran.stderr
