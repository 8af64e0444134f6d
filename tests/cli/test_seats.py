"""Seats, from the shell: undo beside another seat, a seat that watches, and what lies in the folder of their signs."""

import json
from pathlib import Path

from lcterm.core.commands import FreeFloor, GiveFloor
from lcterm.store.desk import NOTHING_CHANGED, Desk
from lcterm.store.paths import Home
from lcterm.store.seats import Doing, Seat
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.terminal import Terminal


def session_of(home: Path) -> tuple[str, str]:
    (community,) = Home(home).community_ids()
    (session,) = Home(home).sessions(community)
    return community, session


def other(home: Path, clock: TestClock) -> Desk:
    """The notes seat of this laptop."""
    community, session = session_of(home)
    return Desk(Home(home), community, session, clock, seat=Seat(Home(home), session, "notes"))


def test_undo_says_what_of_another_seat_goes_with_it_and_what_brings_it_back(
    planned: Shell, home: Path, clock: TestClock
) -> None:
    planned.answer("do", "start")
    planned.answer("do", "mode", "queue")
    planned.answer("do", "give", "Ben")
    notes = other(home, clock)
    assert not notes.act(FreeFloor()).refused
    assert notes.close(5) == []
    said = planned.answer("do", "undo")
    assert said == (
        "Taken back: Ben has the floor. With it goes, from another seat: The speaker has finished; the floor is free. "
        "`lcterm do redo` brings both back."
    )
    assert planned.answer("do", "redo") == "Done again with 1 act of another seat: Ben has the floor."
    assert json.loads(planned.answer("show", "--json"))["floor"]["speaking"] is None


def test_undo_takes_back_no_act_of_another_seat(planned: Shell, home: Path, clock: TestClock) -> None:
    planned.answer("do", "start")
    planned.answer("do", "mode", "queue")
    planned.answer("do", "hand", "Ben")
    notes = other(home, clock)
    ben = next(iter(notes.meeting.session.hands)).person
    assert not notes.act(GiveFloor(ben)).refused
    assert notes.close(5) == []
    assert planned.answer("do", "undo") == NOTHING_CHANGED
    assert json.loads(planned.answer("show", "--json"))["floor"]["speaking"]["name"] == "Ben"


def test_a_seat_that_watches_leaves_nothing_behind(planned: Shell, home: Path, clock: TestClock) -> None:
    """The whole program, in a terminal: not a byte is different afterwards."""
    planned.answer("do", "start")
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    with Terminal(clock.argv("run", "--seat", "watch"), size=(80, 24)) as terminal:
        terminal.wait_for("you see what the others do")
        terminal.send("n", "c", "h", "4")
        terminal.wait_for("Esc back")
        terminal.send("enter")
        terminal.wait_for("hands one on")
        terminal.send("esc")
        terminal.wait_for("watching")
        terminal.send("q", "q")
        assert terminal.wait_exit() == 0
    after = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    assert after == before


def test_signs_of_seats_are_no_trouble_and_go_nowhere(planned: Shell, home: Path, tmp_path: Path) -> None:
    _, session = session_of(home)
    seat = Seat(Home(home), session, "board")
    seat.take()
    seat.tell(Doing("mend", "secret-1"))
    sign = seat.folder / "board.json"
    while not sign.exists() or not sign.read_bytes():
        pass
    (seat.folder / "notes").touch()  # of one that was killed
    (seat.folder / "notes.json").write_text('{"seat": {"1": {"what": "line"}}}')
    for name in ("notes", "notes.json"):
        (seat.folder / name).chmod(0o600)
    said = planned.answer("check")
    assert said == f"Every file in {home} is in order."
    planned.answer("export", "housing-peers", str(tmp_path / "peers.json"))
    assert "secret-1" not in (tmp_path / "peers.json").read_text("utf-8")
    with_sign = [path for path in home.rglob("*") if path.is_file() and b"secret-1" in path.read_bytes()]
    assert with_sign == [sign]
    seat.leave()


def test_no_other_seat_is_known(planned: Shell) -> None:
    assert "--seat" in planned.usage("run", "--seat", "sofa")
