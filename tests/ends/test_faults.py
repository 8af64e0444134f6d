"""Every fault of `python -m tests.faults`, a few times each; there it is done hundreds of times."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from lcterm.core.events import AnyEvent
from tests.clock_program import ROOT
from tests.faults import clocks, disks, ends, files, killed, old_homes
from tests.faults.__main__ import main
from tests.faults.homes import trial
from tests.faults.keeping import every_kind
from tests.faults.old_homes import Kept, apart, kept
from tests.faults.table import BEGINS, ENDS, Row, put_into, table
from tests.faults.tasks import TASKS, Task, rows

CHANCE = random.Random(7)


@pytest.mark.parametrize("brought_about", [killed.boards, killed.commands])
def test_a_program_that_is_killed_loses_nothing_durable(brought_about: Callable[[int, random.Random], Row]) -> None:
    row = brought_about(2, CHANCE)
    assert (row.times, row.bad) == (2, 0), row


def test_a_disk_that_refuses_even_to_close_a_file_is_said_and_what_was_taken_is_kept() -> None:
    (fault,) = (fault for fault in disks.REFUSALS if fault.step == "close")
    with trial() as one:
        assert disks._left(one, fault, CHANCE) == 0


def test_a_home_that_is_removed_is_said_and_the_board_works_on() -> None:
    row = disks.removed(1, CHANCE)
    assert row.bad == 0, row


def test_a_window_that_is_dragged_about_loses_no_key() -> None:
    row = ends.storm(8, CHANCE)
    assert row.bad == 0, row


def test_a_board_that_slept_for_hours_says_what_is_over_time_and_goes_on() -> None:
    assert clocks._round(clocks._suspended, ()) == 0


def test_whatever_happens_to_a_segment_no_byte_is_lost() -> None:
    row = files.damages(1, CHANCE, files.KINDS[2::3])
    assert (row.times, row.bad) == (len(files.KINDS) // 3, 0), row


@pytest.mark.skipif(not files.SUITE.is_dir(), reason="JSONTestSuite is not at hand")
def test_somebody_elses_file_in_the_place_of_a_segment_is_set_aside_and_all_else_stands() -> None:
    row = files.json_suite(3, CHANCE)
    assert (row.times, row.bad) == (3, 0), row


def test_commands_on_a_disk_that_refuses_say_so_in_one_line() -> None:
    with trial() as one:
        assert disks._by_command(one, disks.REFUSALS[0]) == 0


class TestTasks:
    def test_a_share_of_the_times_is_one_at_least(self) -> None:
        task = TASKS[0]
        assert [task.part_of(share).times for share in (1, 0.5, 0.0001)] == [task.times, task.times // 2, 1]

    def test_rows_come_in_order_and_what_fails_is_a_row_too(self) -> None:
        tasks = [
            Task("files", files.json_suite, 1),
            Task("killed", _fails, 3, ("the board",)),
            Task("files", files.json_suite, 2, alone=True),
        ]
        first, second, third = rows(tasks, seed=1)
        assert (first.times, third.times) == (1, 2)
        assert second == Row("killed _fails the board: not brought to its end", 0, "ZeroDivisionError", 1)

    def test_a_table_for_readme_is_of_all_of_it(self, capsys: pytest.CaptureFixture[str]) -> None:
        for words in (["--share", "0.5"], ["--only", "files"]):
            with pytest.raises(SystemExit):
                main([*words, "--readme"])
            assert "all of it, in one run" in capsys.readouterr().err


def _fails(times: int, chance: random.Random, called: str) -> Row:
    return Row(called, times // 0, "")


class TestOldHomes:
    @pytest.mark.parametrize("path", kept(), ids=lambda path: path.stem)
    def test_what_an_earlier_version_stored_is_read_as_it_was_meant(self, path: Path) -> None:
        assert apart(msgspec.json.decode(path.read_bytes(), type=Kept)) == []

    def test_there_is_one(self) -> None:
        assert kept()

    def test_a_kind_or_a_field_that_is_no_longer_read_is_told(self) -> None:
        unlike = old_homes._unlike
        assert unlike("ClockPaused", {"kind": "ClockPaused", "care": True}) == ""
        assert "not known any more" in unlike("ClockMelted", {"kind": "ClockMelted"})
        assert "is read as" in unlike("ClockPaused", {"kind": "ClockPaused", "melted": True})

    def test_every_kind_of_today_can_be_kept(self) -> None:
        filled = every_kind()
        assert len(filled) == len(getattr(AnyEvent, "__args__", ()))
        assert [name for name, stored in filled.items() if old_homes._unlike(name, stored)] == []


class TestTable:
    ROWS = (Row("full disk", 1200, "said"), Row("no clock", 3, "said", bad=2))

    def test_what_went_wrong_stands_first(self) -> None:
        assert table(self.ROWS).split("\n")[2:] == [
            "| full disk | 1,200 | said |",
            "| no clock | 3 | **2 went wrong**; said |",
        ]

    def test_it_takes_the_place_of_the_former(self) -> None:
        once = put_into(f"a\n{BEGINS}\n{ENDS}\nz", self.ROWS)
        assert put_into(once, self.ROWS) == once
        assert (once[:1], once[-1:]) == ("a", "z")
        with pytest.raises(ValueError, match="README has no"):
            put_into("nothing", self.ROWS)

    def test_readme_has_one_in_which_nothing_went_wrong(self) -> None:
        _, _, after = (ROOT / "README.md").read_text(encoding="utf-8").partition(BEGINS)
        rows = after.partition(ENDS)[0].strip().split("\n")[2:]
        assert len(rows) > 20
        assert "went wrong" not in after
        assert all(re.fullmatch(r"\| [^|]+ \| [\d,]+ \| [^|]+ \|", row) for row in rows)
