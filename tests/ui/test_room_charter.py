"""The charter on the room screen: what is settled, and the question that comes next."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from lcterm.core import audience
from lcterm.core.commands import ShowInRoom, StartSession
from lcterm.core.fold_charter import Answer, SetupItem
from lcterm.store.charter import topics
from lcterm.ui.line import line_cells
from lcterm.ui.room_view import RoomView, room_view
from lcterm.ui.widgets.room_below import below_lines
from lcterm.ui.widgets.room_page import plain_lines
from tests.clock_program import TestClock
from tests.core.builder import Table
from tests.ui.beside import press
from tests.ui.boards import board_app, board_of
from tests.ui.test_charter import DESIGN


def settled(words: str, count: int) -> dict[str, Answer]:
    chosen = {one.id: one.choices[0].id if one.choices else "" for one in topics()[:count]}
    return {id: Answer(topic=id, answer=words, choice=choice, at=1) for id, choice in chosen.items()}


def view(words: str = "so it is", count: int = 2) -> RoomView:
    table = Table()
    table.do(StartSession())
    table.do(ShowInRoom("charter"))
    note = SetupItem(item="champion", state="settled", note="canarynote", who="canarywho", when="canarywhen", at=1)
    community = replace(table.meeting.community, charter=settled(words, count), setup={"champion": note})
    return room_view(community, table.session, table.now)


def text(held: RoomView, width: int = 100, height: int = 12) -> str:
    lines = below_lines(held, width, height)
    assert len(lines) <= height
    assert all(line_cells(line) <= width for line in lines)
    return "\n".join("".join(span.text for span in line) for line in lines)


def test_the_room_reads_what_is_next_and_what_was_settled() -> None:
    said = text(view())
    assert "To settle now" in said
    assert "Who facilitates, how, and does that change over time?" in said
    assert "Who belongs: so it is" in said
    assert "canary" not in said
    assert "canary" not in repr(view())
    assert "All of it is settled" in text(view(count=len(topics())))


def test_where_not_all_fits_the_latest_stays() -> None:
    said = text(view(count=6), height=7)
    assert "Presentations:" not in said
    assert "Showing practice: so it is" in said
    assert "Who belongs:" not in said


@pytest.mark.parametrize("words", ["[/red] 漢字漢字", "漢" * 200, "x" * 400, "👩‍👩‍👧‍👦 אביגיל"])
@pytest.mark.parametrize(("width", "height"), [(120, 20), (60, 8), (30, 4), (8, 2), (1, 1)])
def test_whatever_was_settled_every_row_fits(words: str, width: int, height: int) -> None:
    held = view(words, 5)
    text(held, width, height)
    assert all(line_cells(line) == width for line in plain_lines(held, width, height))


def test_the_table_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(audience.GRANTED, "charter", frozenset())
    assert (view().settled, view().to_settle) == ((), "")


async def test_the_board_opens_it_from_its_choice_and_from_the_charter(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=DESIGN)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "8", "s")
        assert board.desk.meeting.session.room == "charter"
        board.open_large("charter")
        await press(pilot, "s")
        assert board.desk.meeting.session.room == "question"
        await press(pilot, "s")
        assert board.desk.meeting.session.room == "charter"
