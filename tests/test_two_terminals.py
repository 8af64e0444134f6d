"""Two boards at one session in two real terminals, for a little while: tests/faults/two_seats.py does it at length."""

from pathlib import Path

from tests.faults import two_seats


def test_two_boards_act_at_random_and_one_is_killed(tmp_path: Path) -> None:
    count = two_seats.run(48, 1, tmp_path / "home")
    assert (count.lost, count.unseen, count.apart) == (0, 0, 0)
    assert count.facts > 48
    assert len(count.slow) >= 4
    assert count.late(0.5) < 300  # the limit of 150 ms holds where nothing else is running; see the script
