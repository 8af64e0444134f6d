"""The whole year, session by session."""

from collections.abc import Iterator
from pathlib import Path

from tests.clock_program import TestClock
from tests.year.at_the_board import play_at_the_board
from tests.year.playing import Year, play
from tests.year.story import AFTER, BEFORE, GONE, NEW, REFRESH, YEAR, Held

AT_THE_BOARD = "2027-05-11"
"""The session that is held at the board's keys; all others are by commands."""
WITH_TWO_CHANGES = "2027-08-10"
"""The session before which somebody has another name, and after which somebody leaves and somebody joins."""


def year_of(clock: TestClock, home: Path) -> Iterator[tuple[Year, Held]]:
    """The year in `home`: each session is handed out when it is over and before the next is planned."""
    year = Year(clock, home)
    year.set_up()
    for held, following in zip(YEAR, (*YEAR[1:], None), strict=True):
        if held.day == WITH_TWO_CHANGES:
            year.at("2027-07-31", "12:00")
            year.shell.answer("members", "--rename", f"{BEFORE}={AFTER}")
        if held.day == AT_THE_BOARD and following is not None:
            play_at_the_board(year, held, following)
        else:
            play(year, held, following)
        yield year, held
        year.at(held.day, "20:00")
        if held.day == WITH_TWO_CHANGES:
            year.shell.answer("members", "--leave", GONE)
            year.shell.answer("members", "--add", NEW)
        if following is not None:
            year.plan(following, *(("--template", "design") if following is REFRESH else ()))
