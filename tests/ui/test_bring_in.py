"""A file brought in on the screen: minutes capture by capture, the report of who was there with its names."""

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot

from lcterm.core.commands import EndSession, Leave
from lcterm.core.seating import was_here
from lcterm.ui.app import LcTerm
from lcterm.ui.command_list import commands
from lcterm.ui.home_keys import home_key
from lcterm.ui.screens.bring_in import BringInScreen
from lcterm.ui.screens.home_sheet import sheet_lines
from tests.clock_program import TestClock
from tests.ui.beside import chosen, press, resize, text, well_drawn
from tests.ui.boards import board_app, board_of
from tests.ui.homes import at_home, bare_app, founded, home_of, in_london, planned
from tests.ui.recordings import call, idle, screen_of

MINUTES = """\
ACTION: Amina to send the notes by Friday
ACTION: Sam to call the council
DECISION: We meet monthly
"""
REPORT = """\
Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest
Amina,a@example.org,2026-12-01 14:00:00,2026-12-01 15:00:00,60,No
Ben (he/him),,2026-12-01 14:10:00,2026-12-01 14:40:00,30,Yes
Chidi Eze,,2026-12-01 14:10:00,2026-12-01 14:40:00,30,Yes
Galaxy S10,,2026-12-01 14:10:00,2026-12-01 14:40:00,30,Yes
"""


def file(folder: Path, name: str, content: str) -> str:
    path = folder / name
    path.write_text(content, "utf-8")
    return str(path)


async def bring_in(app: LcTerm, pilot: Pilot[None], path: str) -> None:
    """The screen over the board, and this file read."""
    board_of(app).open_large("bring-in")
    await pilot.pause()
    await give(app, pilot, path)


async def give(app: LcTerm, pilot: Pilot[None], path: str) -> None:
    """Types the file's name into the line that asks for it."""
    assert isinstance(app.screen, BringInScreen)
    app.screen.entry.value = path
    await press(pilot, "enter")


def captures(app: LcTerm) -> list[str]:
    return [one.words.text for one in board_of(app).desk.meeting.session.captures.values()]


# ── Minutes ─────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_each_is_kept_passed_over_or_mended(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await bring_in(app, pilot, file(tmp_path, "minutes.md", MINUTES))
        assert "3 of 3 to look at" in text(app)
        assert chosen(app).splitlines() == [
            "[ ] a Send the notes",
            "      action · Amina · Fri 4 Dec · line 1",
        ]
        await press(pilot, "space")
        assert captures(app) == ["Send the notes"]
        assert "[✓] a Send the notes" in text(app)
        assert chosen(app).startswith("[ ] a Sam to call the council")
        assert "Sam: Sam K.? o says so" in chosen(app)
        await press(pilot, "n")
        assert "[–] a Sam to call the council" in text(app)
        assert chosen(app).startswith("[ ] d We meet monthly")
        await press(pilot, "e")
        assert isinstance(app.screen, BringInScreen)
        assert app.screen.entry.value == "d We meet monthly"
        app.screen.entry.value = "d We meet every four weeks"
        await press(pilot, "enter")
        assert captures(app) == ["Send the notes", "We meet every four weeks"]
        assert "all looked at" in text(app)


async def test_what_is_kept_can_be_taken_back_and_shows_so(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await bring_in(app, pilot, file(tmp_path, "minutes.md", MINUTES))
        await press(pilot, "enter", "u")
        assert captures(app) == []
        assert "[ ] a Send the notes" in text(app)
        await press(pilot, "up", "space", "up", "space")
        assert captures(app) == ["Send the notes"]
        assert "stands among the captures already" in text(app, "message")


async def test_a_suggested_owner_is_taken_only_when_it_is_said(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await bring_in(app, pilot, file(tmp_path, "minutes.md", MINUTES))
        await press(pilot, "o")
        assert "Nobody is suggested for it." in text(app, "message")
        await press(pilot, "down", "o")
        (kept,) = board_of(app).desk.meeting.session.captures.values()
        names = [board_of(app).view.name(person) for person in kept.words.owners]
        assert (kept.words.text, names) == ("Sam to call the council", ["Sam K."])


async def test_what_cannot_be_read_is_said_and_the_name_stays(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await bring_in(app, pilot, str(tmp_path / "none.md"))
        assert "there is no such file" in text(app, "message")
        assert isinstance(app.screen, BringInScreen)
        assert app.screen.asking
        await give(app, pilot, file(tmp_path, "empty.md", "We met."))
        assert "line 1: nothing from here on is marked" in text(app, "message")
        await press(pilot, "escape")
        assert "Which file?" in text(app)
        await press(pilot, "enter")
        await give(app, pilot, file(tmp_path, "minutes.md", MINUTES))
        assert "3 of 3 to look at" in text(app)


async def test_under_the_veil_nothing_of_it_shows(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await bring_in(app, pilot, file(tmp_path, "minutes.md", MINUTES))
        await press(pilot, "v", "space")
        assert "not for the room" in text(app)
        assert "notes" not in text(app)
        assert captures(app) == []


# ── Who was there ───────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_report_is_told_from_minutes_and_its_names_are_settled(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    clock.advance(2 * 3600)
    async with app.run_test(size=(120, 36)) as pilot:
        await bring_in(app, pilot, file(tmp_path, "report.csv", REPORT))
        assert "2 come in, 2 left out" in text(app)
        assert chosen(app) == "[ ] Amina: 14:00 to 15:00, 60 minutes"
        await press(pilot, "space")
        assert "That name is clear" in text(app, "message")
        await press(pilot, "down", "down")
        assert chosen(app).startswith("[–] Chidi Eze")
        await press(pilot, "space")
        assert "3 come in, 1 left out" in text(app)
        await press(pilot, "end", "w", *"dorota", "enter")
        assert "4 come in, 0 left out" in text(app)
        await press(pilot, "enter")
        session = board_of(app).desk.meeting.session
        assert "4 brought in" in text(app)
        assert [board_of(app).view.name(person) for person in session.attended] == ["Amina", "Ben", "Chidi", "Dorota"]
        await press(pilot, "u")
        assert board_of(app).desk.meeting.session.status == "planned"


async def test_after_a_session_that_ran_it_fills_gaps(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        ben = list(board.desk.meeting.community.members)[1]
        board.act(Leave(ben))
        await press(pilot, "t")
        clock.advance(3600)
        await bring_in(app, pilot, file(tmp_path, "report.csv", REPORT))
        await press(pilot, "enter")
        assert "The session is running" in text(app, "message")
        board.act(EndSession())
        await press(pilot, "enter")
        assert was_here(board.desk.meeting.session.voices[ben])


# ── Ways in, sizes ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_it_is_among_the_commands_and_on_the_sheet_of_home() -> None:
    assert [one.words for one in commands() if one.name == "bring in"] == ["Minutes, or who was there, from a file"]
    sheet = ["".join(span.text for span in line) for line in sheet_lines(58, "/home/ana", 19)]
    assert any(line.startswith("i ") and "minutes" in line for line in sheet)
    assert home_key("b", "b") is None, "one key brings in files"


async def test_from_home_it_is_for_the_session_chosen_and_leads_back(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_london(monkeypatch)
    app = bare_app(tmp_path, clock)
    community = founded(app)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "i", "m")
        assert "There is no session yet to bring a file into." in home_of(app).message.text
        planned(app, community, 7)
        home_of(app).look()
        await press(pilot, "i", "m")
        await give(app, pilot, file(tmp_path, "minutes.md", MINUTES))
        assert "Esc home" in text(app, "footer")
        await press(pilot, "space", "escape")
        assert at_home(app)
        for key, screen in (("1", "LargeAgenda"), ("c", "Board")):
            await press(pilot, "i", "m", "escape", key)
            assert type(app.screen).__name__ == screen
            assert board_of(app) in app.screen_stack, "it has led on to the board"
            await press(pilot, "escape", "q", "q")
            assert at_home(app)


async def test_a_recording_that_was_named_here_goes_to_its_own_screen(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_london(monkeypatch)
    app = bare_app(tmp_path, clock)
    planned(app, founded(app))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "i", "m")
        await give(app, pilot, str(call(tmp_path)))
        await idle(pilot, app)
        assert "Bring in a recording" in text(app)
        assert "june.vtt: WebVTT" in text(app)
        await press(pilot, "escape")
        assert at_home(app)
        await press(pilot, "i", "w")
        await give(app, pilot, str(tmp_path / "none.SRT"))
        await idle(pilot, app)
        assert "there is no such file" in text(app, "message")
        assert screen_of(app).entry.value.endswith("none.SRT")
        await press(pilot, "escape", "escape")
        assert at_home(app)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (40, 12)])
async def test_it_fits(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock, theme="colourless" if size[0] == 60 else None)
    hostile = "".join(f"ACTION: [/oops] {word * 30} to see 山田太郎 אביגיל\n" for word in ("long", "w ", "👩🏽‍🚀"))
    async with app.run_test(size=(120, 36)) as pilot:
        for name, content in (("minutes.md", MINUTES + hostile), ("report.csv", REPORT)):
            await bring_in(app, pilot, file(tmp_path, name, content))
            await resize(pilot, size)
            well_drawn(app)
            await press(pilot, "end", "w" if name == "report.csv" else "e")
            well_drawn(app)
            await press(pilot, "escape", "escape")
            await resize(pilot, (120, 36))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
async def test_a_pipe_a_device_or_a_folder_is_refused_and_the_line_stays(tmp_path: Path, clock: TestClock) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    os.mkfifo(tmp_path / "pipe.vtt")
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await bring_in(app, pilot, str(tmp_path / "pipe.md"))
        assert "is a pipe or a device" in text(app, "message")
        await give(app, pilot, "/dev/zero")
        assert "/dev/zero is a pipe or a device" in text(app, "message")
        await give(app, pilot, str(tmp_path))
        assert "is a folder: name a file in it" in text(app, "message")
        assert isinstance(app.screen, BringInScreen)
        assert app.screen.entry.value == str(tmp_path)
        await give(app, pilot, str(tmp_path / "pipe.vtt"))
        await idle(pilot, app)
        assert "is a pipe or a device" in text(app, "message")
