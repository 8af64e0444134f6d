"""The sheets: all keys, and what to say now."""

from pathlib import Path

import pytest
from textual.events import MouseScrollDown

from lcterm.core.community_events import RulesAgreed
from lcterm.ui.keys import KEYS
from lcterm.ui.own_keys import remapped
from lcterm.ui.screens.board import Board
from lcterm.ui.widgets.key_sheet import Entry, Group, help_page
from tests.clock_program import TestClock
from tests.ui.beside import press, text, top
from tests.ui.boards import board_app, board_of, pane_text


def rows(width: int, height: int, here: Group | None = None) -> list[str]:
    return ["".join(span.text for span in line).rstrip() for line in help_page(width, height, here).lines]


@pytest.mark.parametrize("width", [116, 98, 78, 58])
def test_every_key_of_the_table_is_on_the_sheet(width: int) -> None:
    sheet = "\n".join(rows(width, 31))
    for key in KEYS:
        assert f"{key.shown:<5} {key.tooltip}" in sheet
        assert all(also in sheet for also in key.also) or width == 98, "there the second keys may give way"


def test_two_columns_from_a_hundred_cells_one_below() -> None:
    assert rows(98, 31)[0].startswith("The floor ─")
    assert "─   Time ─" in rows(98, 31)[0]
    assert rows(78, 19)[0].startswith("The floor ─")
    assert "Time" not in rows(78, 19)[0]


def test_what_holds_for_all_keys_stands_on_the_last_row() -> None:
    sheet = rows(116, 31)
    assert len(sheet) == 31
    assert sheet[-1].split("     ") == [
        "… then a badge or a name",
        "Esc only ever steps out of something",
        "Caps lock changes nothing",
    ]
    assert rows(58, 15)[-3:-1] != ["", ""], "where the sheet is longer than the screen it ends with them"


def test_the_keys_of_the_screen_below_come_first() -> None:
    here = Group("Among these captures", [Entry("d", "drop")])
    assert rows(78, 19, here)[:2] == ["Among these captures " + "─" * 57, "d     drop"]


async def test_help_opens_scrolls_and_closes(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "question_mark")
        assert text(app).startswith("The floor ─")
        assert text(app, "header").startswith("Housing peers  session 7")
        assert text(app, "footer").startswith("Esc back to the board  ↑ ↓ more  : commands")
        assert text(app, "footer").endswith("? keys")
        below = int(text(app, "line").split()[0])
        await press(pilot, "pagedown", "down", "up")
        assert not text(app).startswith("The floor")
        await press(pilot, "end")
        assert text(app).endswith("Caps lock changes nothing")
        assert text(app, "line").split() == [str(below), "above"]
        await press(pilot, "home")
        assert text(app).startswith("The floor ─")
        await press(pilot, "question_mark")
        assert isinstance(app.screen, Board)


async def test_the_wheel_scrolls(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "question_mark")
        await pilot._post_mouse_events([MouseScrollDown], None, offset=(5, 5))
        await pilot.pause()
        assert text(app, "line").split()[:2] == ["3", "above,"]


async def test_help_from_a_large_screen_leads_back_there(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "question_mark")
        assert text(app).startswith("Among these captures ─")
        assert text(app, "footer").startswith("Esc back  ")
        await press(pilot, "escape")
        assert text(app).startswith("Captures")


async def test_what_to_say_now(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "y")
        assert text(app).startswith("To begin with  Introductions ─")
        await press(pilot, "y", "t", "j", "3", "g", "a")
        clock.advance(16 * 60)
        await press(pilot, "y")
        said = text(app)
        assert said.startswith("At this point  Discussion 1 ─")
        assert "· Hold the pause after it." in said
        assert "Ben asks ─" in said
        assert "When do we tell the tenant?" in said
        assert "○ Chidi, Dorota" in said
        assert "only you see this" in said


async def test_what_to_say_under_the_veil(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        board_of(app).desk.record_of_community(RulesAgreed(rules=("One voice at a time",)))
        await press(pilot, "t", "j", "3", "g", "a")
        clock.advance(16 * 60)
        await press(pilot, "y", "v")
        said = text(app)
        assert "When do we tell the tenant?" in said
        assert "· One voice at a time" in said
        for private in ("pause", "Chidi", "no turn", "Why"):
            assert private not in said
        assert "The veil is on" in text(app, "message")
        await press(pilot, "v")
        assert "Hold the pause" in text(app)


async def test_nothing_is_left_to_say_when_it_is_closed(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=[("Talk", 5, "queue")])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "n", "y")
        assert "The session is closed; nothing is left to say." in text(app)


async def test_keys_that_would_act_do_nothing_on_a_sheet(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "question_mark", "t", "n", "h")
        assert text(app).startswith("The floor")
        assert board_of(app).desk.meeting.session.status == "planned"
        await press(pilot, "colon")
        assert text(app).startswith("Commands")
        await press(pilot, "escape")
        assert type(top(app)).__name__ == "HelpSheet"
        await press(pilot, "escape")
        assert "Not started" in pane_text(board_of(app), "block")


@pytest.mark.parametrize("veiled", [False, True])
async def test_every_key_is_on_one_page_of_a_wide_screen(tmp_path: Path, clock: TestClock, veiled: bool) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, *(["v"] if veiled else []), "question_mark")
        sheet = text(app)
        assert all(f"{key.shown:<5} {key.tooltip}" in sheet for key in KEYS)
        assert not top(app).laid.above + top(app).laid.below
        assert "more" not in text(app, "footer")


@pytest.mark.parametrize(("size", "pages"), [((80, 24), 4), ((60, 20), 6)])
async def test_every_key_is_seen_by_pages_on_a_smaller_one(
    tmp_path: Path, clock: TestClock, size: tuple[int, int], pages: int
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "question_mark")
        seen = text(app)
        for _ in range(pages - 1):
            assert top(app).laid.below
            await press(pilot, "pagedown")
            seen += "\n" + text(app)
        assert not top(app).laid.below
        assert all(f"{key.shown:<5} {key.tooltip}" in seen for key in KEYS)
        assert all(len(row) <= size[0] - 2 for row in seen.split("\n"))


def test_what_has_lost_its_keys_is_not_on_the_sheet_and_long_keys_have_room() -> None:
    table = remapped({"late": (), "hand": ("ctrl+f",)})
    for width in (58, 116):
        sheet = "\n".join("".join(span.text for span in line) for line in help_page(width, 31, None, table).lines)
        assert "ctrl+f … Hand up" in sheet
        assert "It started so many minutes ago" not in sheet
