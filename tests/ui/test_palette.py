"""The palette: every command by name."""

from pathlib import Path
from typing import Any

import pytest

from lcterm.ui.command_list import commands, narrowed
from lcterm.ui.keys import KEYS
from lcterm.ui.screens.board import Board
from lcterm.ui.screens.pick_mode import PickMode
from lcterm.ui.theme import PALETTES
from tests.clock_program import TestClock
from tests.ui.beside import chosen, press, text
from tests.ui.boards import board_app, board_of, pane_text


def names(typed: str) -> list[str]:
    return [one.name for one in narrowed(commands(), typed)]


def test_every_key_of_the_table_is_in_it_with_its_key() -> None:
    listed = {(one.name, one.key, one.words) for one in commands()}
    assert {(key.footer, key.shown, key.tooltip) for key in KEYS} <= listed


def test_what_has_no_key_is_in_it_too() -> None:
    assert {
        *("skip this point", "end the session", "close the list", "open the list"),
        *("mode: round", "mode: queue", "mode: open", "mode: presenter", "mode: pairs", "mode: none"),
        *("theme: dark", "theme: light", "theme: colourless"),
        *("plain order", "limit turns", "who starts the round", "turn the round", "draw pairs", "take the seat back"),
        *("hide the room's clock", "show the room's clock", "room shows: rules", "end early"),
        *("summary for the group", "summary for the facilitators"),
    } <= {one.name for one in commands()}


def test_no_two_have_the_same_name() -> None:
    every = [one.name for one in commands()]
    assert len(every) == len(set(every))


def test_typing_narrows_by_the_beginnings_of_words() -> None:
    assert names("") == [one.name for one in commands()]
    assert names("theme") == [f"theme: {name}" for name in PALETTES]
    assert names("TH LI")[0] == "theme: light"
    assert names("the facil")[0] == "summary for the facilitators"
    assert names("zzz") == []
    assert names("end")[0] == "end the session"


def test_the_name_counts_more_than_the_explanation_and_the_key_most() -> None:
    assert names("hand")[:3] == ["hand", "hand over", "lower hand"]
    assert names("z")[0] == "late start"
    assert names("?")[0] == "keys"
    assert names("leave")[0] == "leave"
    assert names(",")[0] == "not done"
    assert names("theme: light") == ["theme: light"]


@pytest.mark.parametrize("key", ["colon", "ctrl+o"])
async def test_it_opens_narrows_and_runs_on_the_board(tmp_path: Path, clock: TestClock, key: str) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", key)
        assert "next speaker" in chosen(app)
        assert text(app, "footer").endswith("? keys")
        await press(pilot, *"skip")
        assert chosen(app).startswith("► skip this point")
        await press(pilot, "enter")
        assert isinstance(app.screen, Board)
        assert app.screen.view.session.running == "p2"
        assert "Introductions is left out" in pane_text(app.screen, "message")


async def test_the_cursor_moves_and_esc_does_nothing(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "colon", "down", "down", "up")
        assert chosen(app).startswith("► hand")
        await press(pilot, *["pagedown"] * 4)
        assert commands()[-1].name in chosen(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, Board)
        assert len(app.screen.desk.session.log.facts) == 2


async def test_a_verb_goes_on_asking_on_the_board(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "j", "3", "2", "colon")
        await press(pilot, *"give", "enter")
        board = app.screen
        assert isinstance(board, Board), "the large screen is left too"
        assert isinstance(board.mode, PickMode)
        await press(pilot, "d")
        assert board.view.session.turn is not None


async def test_modes_list_and_end(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        session = lambda: board_of(app).desk.meeting.session  # noqa: E731
        await press(pilot, "t", "colon", *"pairs", "enter")
        assert session().mode == "pairs"
        await press(pilot, "colon", *"queue", "enter")
        assert session().mode == "queue"
        await press(pilot, "colon", *"close", "space", *"the", "enter")
        assert session().point is not None
        assert not session().point.queue_open  # type: ignore[union-attr]
        await press(pilot, "colon", *"end", "enter")
        assert session().status == "closed"


async def test_themes(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "colon", *"light", "enter")
        assert app.theme == "lcterm-light"
        assert "The theme is light now." in pane_text(board_of(app), "message")


async def test_nothing_found_and_enter_stays(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "colon", *"zzz", "enter")
        assert "No command is called that." in text(app)


async def test_a_click_runs(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "colon", *"start", "space", "pause"[0])
        await pilot.click(offset=(6, 3))
        await pilot.pause()
        assert board_of(app).desk.meeting.session.status == "running"


async def test_the_summaries_go_to_the_clipboard(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[str] = []
    import pyperclip  # type: ignore[import-untyped]

    monkeypatch.setattr(pyperclip, "copy", held.append)
    monkeypatch.setattr(pyperclip, "paste", lambda: held[-1])
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "colon", *"summary", "space", *"fac", "enter")
        await _settled(app, pilot)
        assert "Summary on the clipboard and in " in pane_text(board_of(app), "message")
        assert "For the facilitators" in held[-1]
        await press(pilot, "v", "colon", *"summary", "space", *"fac", "enter")
        assert "stays hidden while the veil is on" in pane_text(board_of(app), "message")
        await press(pilot, "colon", *"summary", "space", *"for", "enter")
        await _settled(app, pilot)
        assert "For the facilitators" not in held[-1]
        assert len(held) == 2


async def _settled(app: Any, pilot: Any) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()
