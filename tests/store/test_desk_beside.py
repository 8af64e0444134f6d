"""A second place at a session that is open: settled for itself, acting as the seat of the first."""

from pathlib import Path

from lcterm.core.commands import WriteCapture
from lcterm.core.events import Words
from lcterm.store.desk import Desk
from lcterm.store.desk_beside import desk_beside
from lcterm.store.seats import Seat
from tests.clock_program import TestClock
from tests.ui.boards import board_app
from tests.ui.seated import session_of


def test_it_acts_as_the_seat_does_and_the_seat_goes_on(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, ("Ana", "Ben"))
    community, session = session_of(app)
    first, second = (Desk(app.home, community, session, clock, seat=Seat(app.home, session, "board")) for _ in range(2))
    for desk, actor in ((first, first.session.place.actor), (second, f"{first.session.place.actor}-board-2")):
        desk.act(WriteCapture(Words(kind="learning", text=f"before {actor}")))
        beside = desk_beside(desk, clock)
        assert beside.session.place.actor == beside.community.place.actor == actor
        assert f"before {actor}" in [one.words.text for one in beside.meeting.session.captures.values()]
        beside.act(WriteCapture(Words(kind="learning", text=f"beside {actor}")))
        beside.settle()
        desk.poll()
        assert f"beside {actor}" in [one.words.text for one in desk.meeting.session.captures.values()]
        assert not desk.act(WriteCapture(Words(kind="learning", text=f"after {actor}"))).refused
    assert first.close(10) == second.close(10) == []
