"""What was being written, and a session that was forgotten: both are there when the board opens again."""

from pathlib import Path

from textual import events

from lcterm.store.check import check
from lcterm.store.drafts import Draft, draft_path, keep_drafts, read_drafts
from tests.clock_program import TestClock
from tests.ui.boards import again, board_app, board_of, pane_text


async def test_a_half_written_line_comes_back_once(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("t", "c", *"half a thought")
        session = board_of(app).view.session
    assert draft_path(app.home, session.id).is_file()
    assert check(app.home) == []
    back = again(app.home, clock, session.community, session.id)
    async with back.run_test(size=(120, 36)) as pilot:
        board = board_of(back)
        assert "What you were writing is still there" in pane_text(board, "message")
        await pilot.press("c", *" more", "enter")
        await pilot.pause()
        assert [one.words.text for one in board.view.session.captures.values()] == ["half a thought more"]
    assert not draft_path(app.home, session.id).exists()


async def test_a_forgotten_session_says_so_and_can_be_ended_as_of_then(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("t")
        session = board_of(app).desk.meeting.session
    clock.advance(16 * 3600)
    back = again(app.home, clock, session.community, session.id)
    async with back.run_test(size=(120, 36)) as pilot:
        board = board_of(back)
        assert "Nothing was noted since Tue 1 Dec 14:00; was the session not closed?" in pane_text(board, "message")
        await pilot.press(":", *"as of then", "enter")
        await pilot.pause()
        assert (board.view.session.status, board.view.session.ended) == ("closed", session.at)


async def test_a_pasted_escape_code_is_not_drawn_and_no_line_is_dropped(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await pilot.press("t", "c")
        await pilot.pause()
        assert board.focused is not None
        board.focused.post_message(events.Paste("a \x1b]0;x\x07Ask \x1b[31mred\x1b[0m\nsecond line"))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert [one.words.text for one in board.view.session.captures.values()] == ["Ask red", "second line"]


async def test_a_capture_that_was_being_mended_is_mended(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("t", "c", *"Early", "enter", "e", *" enough")
        session = board_of(app).view.session
    back = again(app.home, clock, session.community, session.id)
    async with back.run_test(size=(120, 36)) as pilot:
        board = board_of(back)
        assert "The line you were changing is still there.   e goes on with it" in pane_text(board, "message")
        await pilot.press("e", "enter")
        await pilot.pause()
        assert [one.words.text for one in board.view.session.captures.values()] == ["Early enough"]


async def test_a_struck_capture_s_half_written_line_is_thrown_away(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("t", "c", *"Early", "enter", "d", "enter")
        clock.advance(0.3)
        await pilot.press("enter")
        await pilot.pause()
        session = board_of(app).desk.meeting.session
    (struck,) = session.struck
    keep_drafts(app.home, session.id, [Draft("Earlier", struck)])
    back = again(app.home, clock, session.community, session.id)
    async with back.run_test(size=(120, 36)):
        assert "still there" not in pane_text(board_of(back), "message")
        assert board_of(back).writing.unfinished == ""
    assert not draft_path(app.home, session.id).exists()


async def test_a_line_waits_for_the_seat_that_wrote_it(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("t", "c", *"n And half", "escape", "9", "b")
        await pilot.pause()
        session = board_of(app).desk.meeting.session
    assert session.facilitator
    back = again(app.home, clock, session.community, session.id)
    async with back.run_test(size=(120, 36)) as pilot:
        board = board_of(back)
        assert "still there" not in pane_text(board, "message")
        assert board.writing.unfinished == ""
        await pilot.press("c", *"p Bens", "escape", "9", "enter")
        await pilot.pause()
        assert board.writing.unfinished == "n And half"
    kept = {(draft.text, draft.seat) for draft in read_drafts(app.home, session.id)}
    assert kept == {("n And half", ""), ("p Bens", session.facilitator)}
