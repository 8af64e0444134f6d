"""Since last time, key by key: what became of what was undertaken, and what goes onto the agenda."""

from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from lcterm.core.commands import NextPoint, StartSession
from lcterm.core.events import Words
from lcterm.store.digests import digests
from lcterm.ui.app import LcTerm
from lcterm.ui.screens import since as since_module
from lcterm.ui.screens.board import Board
from tests.clock_program import TestClock
from tests.ui.beside import chosen, press, text, until, well_drawn
from tests.ui.boards import board_app, board_of
from tests.ui.sinces import (
    LEGAL,
    LETTERS,
    PARKED,
    REPORT,
    app_with_a_past,
    before,
    elsewhere,
    open_since,
    said,
    since_of,
)

WIDE = (120, 36)


async def saved(pilot: Pilot[None], app: LcTerm, what: str, state: str) -> None:
    """Until the community's stored log says so."""
    await until(pilot, lambda: said(app, what)[0] == state)


async def test_presenters_first_then_actions_then_what_was_left_over(tmp_path: Path, clock: TestClock) -> None:
    app = app_with_a_past(tmp_path, clock)
    async with app.run_test(size=WIDE) as pilot:
        await open_since(pilot, app)
        shown = text(app)
        order = ["Since last time", "Tracy: First case", LEGAL, LETTERS, "Second case", PARKED, REPORT]
        places = [shown.index(one) for one in order]
        assert places == sorted(places)
        assert "session 6, Tue 1 Dec 2026, 4 weeks ago" in shown
        assert "Ben · from session 6, 4 weeks ago" in shown
        assert "Farida, Marek" in shown
        assert "25 min · Amina · not reached in session 6" in shown
        assert "report · for sponsor" in shown
        assert chosen(app).startswith(LEGAL)
        await press(pilot, "backslash")
        assert isinstance(app.screen, Board)


@pytest.mark.parametrize(
    ("key", "state", "told"),
    [
        ("space", "done", f"Done: {LEGAL}"),
        ("enter", "done", f"Done: {LEGAL}"),
        ("g", "going", f"Still going: {LEGAL}"),
        ("x", "dropped", f"Dropped: {LEGAL}"),
    ],
)
async def test_one_key_says_what_became_of_it_and_u_takes_it_back(
    tmp_path: Path, clock: TestClock, key: str, state: str, told: str
) -> None:
    app = app_with_a_past(tmp_path, clock)
    async with app.run_test(size=WIDE) as pilot:
        await open_since(pilot, app)
        await press(pilot, key)
        assert f"{told}   u takes it back" in text(app, "message")
        assert (LEGAL in text(app)) == (state == "going")
        await saved(pilot, app, LEGAL, state)
        await press(pilot, "u")
        assert LEGAL in text(app)
        assert "still going" not in text(app)
        await saved(pilot, app, LEGAL, "open")


async def test_what_was_just_done_stays_in_sight_until_the_point_ends(tmp_path: Path, clock: TestClock) -> None:
    app = app_with_a_past(tmp_path, clock)
    async with app.run_test(size=WIDE) as pilot:
        board_of(app).act(StartSession())
        await open_since(pilot, app)
        await press(pilot, "space")
        assert LEGAL in text(app)
        assert "✓ done · Ben" in text(app)
        assert chosen(app).startswith(LETTERS)
        await press(pilot, "space")
        assert text(app).count("✓ done") == 2
        assert not chosen(app).startswith((LEGAL, LETTERS))
        await press(pilot, "up", "space")
        assert "It is done already" in text(app, "message")
        clock.advance(60)
        board_of(app).act(NextPoint())
        await pilot.pause()
        await press(pilot, "down")
        assert LEGAL not in text(app)


async def test_the_board_does_not_offer_to_take_back_what_it_cannot(tmp_path: Path, clock: TestClock) -> None:
    app = app_with_a_past(tmp_path, clock)
    async with app.run_test(size=WIDE) as pilot:
        await open_since(pilot, app)
        await press(pilot, "g", "escape")
        assert board_of(app).message.text == f"Still going: {LEGAL}"
        assert board_of(app).message.way_back == ()


async def test_another_date_is_typed_and_what_is_none_stays_in_the_line(tmp_path: Path, clock: TestClock) -> None:
    app = app_with_a_past(tmp_path, clock)
    async with app.run_test(size=WIDE) as pilot:
        await open_since(pilot, app)
        await press(pilot, "circumflex_accent", *"soon", "enter")
        assert "That is no date" in text(app, "message")
        for _ in "soon":
            await press(pilot, "backspace")
        await press(pilot, *"+2w")
        assert "Enter due Tue 12 Jan" in text(app, "message")
        await press(pilot, "enter")
        assert f"Open: {LEGAL}, due Tue 12 Jan" in text(app, "message")
        assert chosen(app).split("\n")[0].rstrip().endswith("Tue 12 Jan")
        await saved(pilot, app, LEGAL, "open")
        assert said(app, LEGAL) == ("open", "2027-01-12", False)
        await press(pilot, "circumflex_accent", *"next", "enter")
        assert "due next time" in text(app, "message")
        await press(pilot, "u")
        assert "Tue 12 Jan" in text(app)


async def test_what_was_left_over_goes_onto_the_agenda(tmp_path: Path, clock: TestClock) -> None:
    app = app_with_a_past(tmp_path, clock)
    async with app.run_test(size=WIDE) as pilot:
        board_of(app).act(StartSession())
        await open_since(pilot, app)
        await press(pilot, "down", "down", "i")
        assert chosen(app).startswith("Second case")
        assert "✓ on the agenda" in chosen(app)
        points = [one.plan for one in board_of(app).desk.meeting.session.points.values()]
        assert [one.title for one in points][:3] == ["Introductions", "Second case", "Presentation 1"]
        assert (points[1].minutes, points[1].mode) == (25, "presenter")
        assert points[1].presenters == (next(iter(board_of(app).view.community.members)),)
        await press(pilot, "i")
        assert "It stands on the agenda already" in text(app, "message")
        await press(pilot, "down", "enter")
        assert [one.plan.title for one in board_of(app).desk.meeting.session.points.values()][1] == PARKED
        await press(pilot, "u", "u")
        assert len(board_of(app).desk.meeting.session.points) == 5
        assert "on the agenda" not in text(app).replace("puts it on the agenda", "")


async def test_an_issue_is_dropped_and_a_report_was_made(tmp_path: Path, clock: TestClock) -> None:
    app = app_with_a_past(tmp_path, clock)
    async with app.run_test(size=WIDE) as pilot:
        await open_since(pilot, app)
        await press(pilot, "end")
        assert chosen(app).startswith(REPORT)
        await press(pilot, "space")
        assert f"Reported: {REPORT}" in text(app, "message")
        assert chosen(app).startswith(PARKED)
        await press(pilot, "x")
        assert f"Dropped: {PARKED}" in text(app, "message")
        assert PARKED not in text(app)


async def test_what_a_key_cannot_do_here_is_said(tmp_path: Path, clock: TestClock) -> None:
    app = app_with_a_past(tmp_path, clock)
    async with app.run_test(size=WIDE) as pilot:
        await open_since(pilot, app)
        await press(pilot, "i")
        assert "Only what was left over goes onto the agenda" in text(app, "message")
        await press(pilot, "down", "down", "x")
        assert "A point that nobody takes up again goes by itself" in text(app, "message")
        await press(pilot, "circumflex_accent")
        assert "Only an action has a date" in text(app, "message")
        await press(pilot, "down", "g")
        assert "Only an action can be still going" in text(app, "message")
        assert said(app, PARKED) == ("", "", False)


async def test_what_somebody_said_since_is_not_taken_back(tmp_path: Path, clock: TestClock) -> None:
    app = app_with_a_past(tmp_path, clock)
    async with app.run_test(size=WIDE) as pilot:
        await open_since(pilot, app)
        legal = before(app).actions[0].id
        await press(pilot, "g")
        await saved(pilot, app, LEGAL, "going")
        clock.advance(5)
        elsewhere(app, clock, legal, "done")
        board_of(app).on_others_wrote()
        since_of(app).draw()
        assert LEGAL not in text(app)
        await press(pilot, "u")
        assert "Somebody has said something else of it since" in text(app, "message")
        assert said(app, LEGAL)[0] == "done"


async def test_under_the_veil_nothing_shows_and_nothing_is_said_of_anything(tmp_path: Path, clock: TestClock) -> None:
    app = app_with_a_past(tmp_path, clock)
    async with app.run_test(size=WIDE) as pilot:
        await open_since(pilot, app)
        await press(pilot, "g", "v")
        for pane in ("header", "body", "line", "message"):
            assert not any(word in text(app, pane) for word in (LEGAL, LETTERS, "Ben", "session 6", PARKED, REPORT))
        await press(pilot, "space")
        assert "What is open is not for the room" in text(app, "message")
        assert said(app, LETTERS) == ("", "", False)
        await press(pilot, "v")
        assert LEGAL in text(app)


async def test_the_first_session_says_that_there_is_nothing(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=WIDE) as pilot:
        await open_since(pilot, app)
        assert "No session was held before this one" in text(app)
        await press(pilot, "space")
        assert "There is nothing here to come back to" in text(app, "message")


async def test_a_session_that_was_never_ended_and_what_stayed_in_the_room_are_said(
    tmp_path: Path, clock: TestClock
) -> None:
    app = app_with_a_past(tmp_path, clock, ended=False, more=(Words(kind="action", text="Canary", audience="room"),))
    async with app.run_test(size=WIDE) as pilot:
        await open_since(pilot, app)
        assert f"Session 6 was never ended; `lcterm do {before(app).session} end` ends it." in text(app)
        assert "1 action stays in the room of session 6 and is not listed." in text(app)
        assert "Canary" not in text(app)


async def test_while_many_sessions_are_still_read_keys_wait(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()
    monkeypatch.setattr(since_module, "digests_soon", lambda *_: None)
    monkeypatch.setattr(since_module, "digests", lambda *given: digests(*given) if go_on.wait(30) else [])
    app = app_with_a_past(tmp_path, clock)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "backslash", "2", "space")
        assert "Looking through the sessions before this one" in text(app)
        assert "Still looking" in text(app, "message")
        await press(pilot, "v")
        assert board_of(app).veiled
        await press(pilot, "v")
        go_on.set()
        await until(pilot, lambda: LEGAL in text(app))
        await press(pilot, "backslash", "backslash", "escape")
        assert isinstance(app.screen, Board)


async def test_commands_find_it_by_its_name(tmp_path: Path, clock: TestClock) -> None:
    app = app_with_a_past(tmp_path, clock)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "colon", *"since last time", "enter")
        await until(pilot, lambda: "Since last time" in text(app))


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (40, 10), (20, 5)])
@pytest.mark.parametrize("theme", ["light", "colourless"])
async def test_every_row_is_as_wide_as_its_pane_at_every_size(
    tmp_path: Path, clock: TestClock, size: tuple[int, int], theme: str
) -> None:
    long = Words(kind="action", text="W" * 90 + " 山田太郎 \u05d0\u05d1 [/oops] " * 5)
    app = app_with_a_past(tmp_path, clock, more=(long,))
    async with app.run_test(size=size) as pilot:
        await open_since(pilot, app)
        well_drawn(app)
        await press(pilot, "circumflex_accent")
        well_drawn(app)
        await press(pilot, "escape", "end")
        well_drawn(app)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_ways_out_come_first(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = app_with_a_past(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await open_since(pilot, app)
        assert text(app, "footer").startswith("Esc back  space done  g going  x drop  ^ date")
        assert text(app, "footer").endswith("? keys")
