"""Times that lie ahead of this computer's clock: whose they are is told as it is."""

from pathlib import Path

import pytest

from lcterm.core.commands import WriteCapture
from lcterm.core.events import Words
from lcterm.store.desk import Desk
from lcterm.store.device import DEVICE_FILE
from lcterm.store.seats import Seat, SeatKind
from tests.clock_program import TestClock
from tests.ui.boards import board_app
from tests.ui.seated import session_of

SET_BACK = (
    "this computer's clock is 60 min behind what was written here before, so it was set back; "
    "what follows is given no earlier time"
)
AHEAD = "another computer's clock is 60 min ahead of this one; times in between are its"
HOUR_S = 3600


class Group:
    """A session on a clock that the test sets."""

    def __init__(self, folder: Path, clock: TestClock) -> None:
        app = board_app(folder, clock, ("Ana", "Ben"))
        self.home, self.clock, self._ids = app.home, clock, session_of(app)

    def desk(self, kind: SeatKind = "board") -> Desk:
        return Desk(self.home, *self._ids, self.clock, seat=Seat(self.home, self._ids[1], kind))

    def write(self, kind: SeatKind = "board") -> None:
        desk = self.desk(kind)
        desk.act(WriteCapture(Words(kind="learning", text="What we saw")))
        assert desk.close(10) == []

    def on_another_laptop(self) -> None:
        """Whoever looks from here is not who has written."""
        (self.home.private / DEVICE_FILE).unlink()


@pytest.fixture
def group(tmp_path: Path, clock: TestClock) -> Group:
    return Group(tmp_path, clock)


@pytest.mark.parametrize("kind", ["board", "notes"])
def test_a_clock_that_was_set_back_is_this_computers_own(group: Group, kind: SeatKind) -> None:
    group.write(kind)
    group.clock.step(-HOUR_S)
    assert group.desk().notices == [SET_BACK]


def test_what_another_computer_wrote_is_that_ones(group: Group) -> None:
    group.write()
    group.on_another_laptop()
    group.clock.step(-HOUR_S)
    assert group.desk().notices == [AHEAD]
    assert not (group.home.private / DEVICE_FILE).exists()


def test_each_is_told_where_it_is_both(group: Group) -> None:
    group.write()
    group.on_another_laptop()
    group.write()
    group.clock.step(-HOUR_S)
    assert group.desk().notices == [SET_BACK, AHEAD]


def test_a_clock_that_is_nearly_right_is_not_worth_a_word(group: Group) -> None:
    group.write()
    group.clock.step(-20)
    assert group.desk().notices == []
    group.clock.step(HOUR_S)
    assert group.desk().notices == []
