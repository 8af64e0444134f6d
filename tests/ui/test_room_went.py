"""The room screen when all is over: how the hour went, as much of it as has room, and nobody in it."""

import pytest

from lcterm.core.commands import EndSession, GiveFloor, NextPoint, StartSession, WriteCapture
from lcterm.core.events import Words
from lcterm.ui.line import line_cells
from lcterm.ui.room_view import room_view
from lcterm.ui.widgets.room_page import page_lines
from tests.core.builder import NAMES, Table


def over() -> Table:
    table = Table(agenda=(("Amina's story", 10.0, "presenter"), ("Talk", 20.0, "queue")))
    table.do(StartSession())
    table.do(NextPoint(), 15 * 60)
    table.do(GiveFloor("ben"), 60)
    table.do(WriteCapture(Words(kind="learning", text="Ben said it early")), 60)
    table.do(EndSession(), 25 * 60)
    return table


def shown(table: Table, width: int, height: int) -> str:
    view = room_view(table.meeting.community, table.session, table.now)
    lines = page_lines(view, width, height)
    assert all(line_cells(line) <= width for line in lines)
    assert len(lines) <= height
    return "\n".join("".join(span.text for span in line) for line in lines)


def test_how_the_hour_went_and_what_to_talk_about() -> None:
    text = shown(over(), 120, 36)
    assert "We were together for 42 min; 30 min were planned." in text
    assert "We wrote down 1 learning." in text
    assert "What do we take with us?" in text
    assert not [name for name in (*NAMES, "story", "early") if name in text]


@pytest.mark.parametrize("size", [(60, 20), (40, 12), (24, 6), (10, 3)])
def test_on_a_small_screen_as_much_as_has_room(size: tuple[int, int]) -> None:
    text = shown(over(), *size)
    assert "Thank" in text or size[1] < 6


def test_while_it_runs_nothing_of_it() -> None:
    table = Table(agenda=(("Talk", 20.0, "queue"),))
    table.do(StartSession())
    view = room_view(table.meeting.community, table.session, table.now)
    assert view.went.said == ()
