"""Two seats that agree on the same thing of the community at once: nobody's words go without a word."""

from pathlib import Path

import pytest

from lcterm.core.community_events import CharterAnswered, CommunityEvent, NextAgreed, PurposeAgreed
from lcterm.core.next_time import NextTime
from lcterm.store.next_time import standing
from lcterm.ui.app import LcTerm
from tests.clock_program import TestClock
from tests.ui.beside import press, text, until, well_drawn
from tests.ui.boards import board_app, board_of
from tests.ui.seated import LONG_S, Other

KEEPS = "Enter again keeps yours."


@pytest.fixture
def app(tmp_path: Path, clock: TestClock) -> LcTerm:
    return board_app(tmp_path, clock)


def agrees(other: Other, event: CommunityEvent) -> None:
    """The other seat writes that down, durable when this returns."""
    other.desk.record_of_community(event)
    for ledger in other.desk.ledgers:
        assert ledger.flush(LONG_S)


def next_time(app: LcTerm) -> NextTime:
    desk = board_of(app).desk
    return standing(desk.home, desk.meeting.community, desk.now(), desk.meeting.session).next or NextTime()


@pytest.mark.parametrize("size", [(120, 36), (60, 20)])
async def test_a_place_that_was_changed_meanwhile_is_asked_about(
    app: LcTerm, notes: Other, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        board_of(app).open_large("next-time")
        await press(pilot, "p", *"Hall")
        agrees(notes, NextAgreed(place="The library in Mill Lane"))
        await until(pilot, lambda: "The library" in text(app))
        await press(pilot, "enter")
        assert next_time(app).place == "The library in Mill Lane"
        assert text(app, "message").endswith(KEEPS)
        well_drawn(app)
        await press(pilot, "enter")
        assert next_time(app).place == "Hall"


async def test_who_arranges_it_is_asked_about_and_emptied_reads_nothing(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        ben, chidi = list(board_of(app).desk.meeting.community.members)[1:3]
        agrees(notes, NextAgreed(arranger=ben))
        board_of(app).open_large("next-time")
        await until(pilot, lambda: next_time(app).arranger == ben and "Ben" in text(app))
        await press(pilot, "a", *["backspace"] * 3, *"chidi")
        (held,) = board_of(app).desk.meeting.community.coming.agreed
        agrees(notes, NextAgreed(arranger="", instead=(held.id,)))
        await until(pilot, lambda: not next_time(app).arranger)
        await press(pilot, "enter")
        assert f"now reads: nothing. {KEEPS}" in text(app, "message")
        await press(pilot, "enter")
        assert next_time(app).arranger == chidi


async def test_an_answer_of_the_charter_is_asked_about(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        board.open_large("charter")
        await pilot.pause()
        topic = app.screen.topic.id  # type: ignore[attr-defined]
        await press(pilot, "enter", *"as we say")
        agrees(notes, CharterAnswered(topic=topic, answer="as they say"))
        await until(pilot, lambda: topic in board.desk.meeting.community.charter)
        await press(pilot, "enter")
        assert board.desk.meeting.community.charter[topic].answer == "as they say"
        assert "as they say" in text(app, "message")
        await press(pilot, "enter")
        assert board.desk.meeting.community.charter[topic].answer == "as we say"


async def test_the_purpose_is_asked_about(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        board.open_large("charter")
        await press(pilot, "p", *"ours")
        agrees(notes, PurposeAgreed(purpose="theirs"))
        await until(pilot, lambda: board.desk.meeting.community.purpose == "theirs")
        await press(pilot, "enter")
        assert board.desk.meeting.community.purpose == "theirs"
        await press(pilot, "enter")
        assert board.desk.meeting.community.purpose == "ours"


async def test_what_nobody_else_touched_is_kept_at_once(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        board_of(app).open_large("next-time")
        await press(pilot, "l", *"listening")
        agrees(notes, NextAgreed(place="Elsewhere"))
        await until(pilot, lambda: "Elsewhere" in text(app))
        await press(pilot, "enter")
        assert (next_time(app).subject, next_time(app).place) == ("listening", "Elsewhere")
