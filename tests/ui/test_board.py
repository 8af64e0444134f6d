"""The board as a facilitator uses it, key by key."""

from pathlib import Path

from lcterm.core.seating import known
from tests.clock_program import TestClock
from tests.ui.beside import press
from tests.ui.boards import again, board_app, board_of, pane_text, whole_text


async def test_t_starts_the_clock_and_everyone_has_a_badge(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        assert "Not started" in pane_text(board, "block")
        await press(pilot, "t")
        assert board.view.session.status == "running"
        assert [one.badge for one in known(board.desk.meeting)] == [*"abcdfgjlm", "sk", "so", "t"]
        assert "5:00 left of 5" in pane_text(board, "exact")
        assert "The session has begun with Introductions." in pane_text(board, "message")


async def test_the_countdown_ticks_and_goes_over_in_words(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t")
        for seconds, chip, exact in ((100, "1 of 5", "3:20"), (150, "to a close", "0:50"), (40, "last words", "0:10")):
            clock.advance(seconds)
            board.tick()
            assert chip in pane_text(board, "block")
            assert pane_text(board, "exact").startswith(exact)
        clock.advance(70)
        board.tick()
        assert "over time" in pane_text(board, "block")
        assert pane_text(board, "exact") == "+1:00 over 5"
        assert "Introductions is over time.   n next point" in pane_text(board, "message")
        assert "1 min behind" in pane_text(board, "header")


async def test_hand_speaker_spoke_and_undo(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "j", "3")
        assert board.view.session.point is not None
        assert board.view.session.point.plan.title == "Discussion 1"
        await press(pilot, "h", "2", "d")
        assert "Dorota has a hand up, a question.   u takes it back" in pane_text(board, "message")
        await press(pilot, "h", "s", "o")
        assert [board.view.name(hand.person) for hand in board.view.session.hands] == ["Dorota", "Sam O."]
        await press(pilot, "space")
        assert "► Dorota" in pane_text(board, "block")
        clock.advance(72)
        board.tick()
        assert pane_text(board, "turn").strip() == "1:12"
        await press(pilot, "s", "g")
        assert [one.turns for one in board.view.voices.heard if one.voice.badge == "g"] == [1]
        await press(pilot, "u")
        assert "Taken back: Grace spoke" in pane_text(board, "message")
        assert [one.turns for one in board.view.voices.heard if one.voice.badge == "g"] == [0]
        await press(pilot, "r")
        assert [one.turns for one in board.view.voices.heard if one.voice.badge == "g"] == [1]
        await press(pilot, "f")
        assert "The floor is free" in pane_text(board, "block") or "space gives" in pane_text(board, "block")


async def test_what_cannot_be_says_why_and_enter_does_nothing(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "h", "a")
        assert "!  The session has not started" in pane_text(board, "message")
        assert board.mode is None, "the badge belonged to the hand, it is no key of its own"
        await press(pilot, "t")
        before = board.view.session
        await press(pilot, "enter", "escape")
        assert board.desk.meeting.session == before
        await press(pilot, "j", "3", "space")
        assert "no hand is up" in pane_text(board, "message")
        await press(pilot, "p")
        assert "Passing belongs to a round; this is a queue." in pane_text(board, "message")


async def test_a_second_next_within_a_second_is_a_slip(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "n", "n")
        assert board.view.session.running == "p2"
        clock.advance(1.1)
        await press(pilot, "pagedown")
        assert board.view.session.running == "p3"
        await press(pilot, "pageup")
        assert board.view.session.running == "p2"


async def test_the_veil_takes_away_everything_private(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "j", "3", "s", "g", "s", "g", "s", "g", "c", *"n canary", "enter")
        clock.advance(16 * 60)
        board.tick()
        assert "dominant" in whole_text(board)
        assert "canary" in whole_text(board)
        await press(pilot, "v")
        for word in ("dominant", "not heard", "canary", "evenness", "turns", "Why"):
            assert word not in whole_text(board)
        assert "When do we tell the tenant?" in pane_text(board, "captures")
        await press(pilot, "c", *"secret", "enter")
        assert "secret" not in whole_text(board)
        assert "Written down" not in whole_text(board)
        await press(pilot, "v")
        assert "secret" in whole_text(board)


async def test_the_round_goes_by_seat_and_passing_moves_on(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "m", "s", "a")
        assert board.view.session.point is not None
        if board.view.session.point.backwards:
            await press(pilot, "m", "d")
        await press(pilot, "space", "space", "p")
        assert "► Chidi" in pane_text(board, "block")
        for _ in range(9):
            await press(pilot, "space")
        assert "► Tracy" in pane_text(board, "block")
        await press(pilot, "space")
        assert "► Ben" in pane_text(board, "block"), "who passed is asked again at the end"


async def test_m_changes_the_mode_and_closes_the_list(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "m", "q", "m", "c", "h", "a")
        assert "The list is closed" in pane_text(board, "message")
        await press(pilot, "m", "c", "h", "a")
        assert len(board.view.session.hands) == 1


async def test_z_mends_a_late_start(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        clock.advance(180)
        await press(pilot, "t", "z", "3", "enter")
        assert pane_text(board, "exact").startswith("2:00")
        assert board.view.session.started == board.view.session.starts


async def test_n_at_the_last_point_closes_and_undo_opens_again(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "j", "5", "n")
        assert board.view.session.status == "closed"
        assert "Closed" in pane_text(board, "block")
        assert "4 the summary" in pane_text(board, "message")
        footer = pane_text(board, "footer")
        assert "4 summary" in footer
        assert not any(words in footer for words in ("next point", "hand", "next speaker", "spoke", "min"))
        await press(pilot, "u")
        assert board.view.session.status == "running"
        assert "next point" in pane_text(board, "footer")


async def test_leaving_takes_two_presses_and_the_session_goes_on_after(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "q", "escape")
        assert app.is_running
        await press(pilot, "q", "q")
    clock.advance(60)
    session = app.desks[0].meeting.session
    restarted = again(app.home, clock, session.community, session.id)
    async with restarted.run_test(size=(120, 36)):
        assert "4:00 left of 5" in pane_text(board_of(restarted), "exact")


async def test_what_another_run_writes_appears(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t")
        assert board.desk.session.flush(5)
        session = board.view.session
        other = again(app.home, clock, session.community, session.id)
        async with other.run_test(size=(80, 24)) as second:
            await second.press("h", "f")
            assert board_of(other).desk.session.flush(5)
        board.on_others_wrote()
        assert [board.view.name(hand.person) for hand in board.view.session.hands] == ["Farida"]


async def test_the_mouse_does_the_same(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t")
        await pilot.click("#agenda", offset=(5, 3))
        assert board.view.session.running == "p3"
        await pilot.click("#voices", offset=(6, 4))
        assert [board.view.name(hand.person) for hand in board.view.session.hands] == ["Dorota"]
        await pilot.click("#voices", offset=(6, 1))
        await pilot.click("#block", offset=(6, 16))
        assert "► Amina" in pane_text(board, "block")
        await pilot.click("#block", offset=(6, 13))
        assert "► Dorota" in pane_text(board, "block")
        await pilot.click("#footer", offset=(pane_text(board, "footer").index("undo") + 1, 0))
        assert "Taken back" in pane_text(board, "message")


async def test_a_point_that_runs_out_is_said_even_if_a_key_was_quicker(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t")
        board.tick()
        clock.advance(6 * 3600)
        board.draw()
        board.tick()
        assert "is over time" in pane_text(board, "message")


async def test_a_clock_that_was_set_is_said(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t")
        clock.step(3600)
        board.tick()
        assert "clock went forward by 60 min" in pane_text(board, "message")
