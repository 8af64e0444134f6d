"""import attendance: who was there, from Zoom's or Teams' report, in every document alike."""

from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock

HEADINGS = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
REPORT = (
    HEADINGS
    + "Ana,ana@example.org,12/01/2026 02:00:00 PM,12/01/2026 03:00:00 PM,60,No\n"
    + "Ben (he/him),,12/01/2026 02:10:00 PM,12/01/2026 02:40:00 PM,30,Yes\n"
    + "Chidi Eze,,12/01/2026 02:10:00 PM,12/01/2026 02:40:00 PM,30,Yes\n"
    + "Galaxy S10,,12/01/2026 02:10:00 PM,12/01/2026 02:40:00 PM,30,Yes\n"
)
ID = "session-1"


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "participants.csv"
    path.write_text(REPORT, "utf-8")
    return str(path)


@pytest.fixture
def later(planned: Shell, clock: TestClock) -> Shell:
    """A planned session, two hours after it was to begin."""
    clock.advance(120 * 60)
    return planned


def test_it_says_who_came_in_and_who_was_left_out(later: Shell, report: str) -> None:
    ran = later("import", "attendance", ID, report)
    assert ran.status == 0
    assert ran.out.splitlines() == [
        "2 people were there, as the meeting's own record has it.",
        "Ana: 14:00 to 15:00, 60 minutes.",
        "Ben: 14:10 to 14:40, 30 minutes.",
    ]
    nobody = "is nobody's exact name here, left out;"
    assert ran.err.splitlines() == [
        f'lcterm: line 4: Chidi Eze {nobody} Chidi? --as "Chidi Eze=Chidi" says who it is',
        f'lcterm: line 5: Galaxy S10 {nobody} --as "Galaxy S10=MEMBER" says who it is',
    ]


def test_summary_report_and_state_agree(later: Shell, report: str) -> None:
    later.answer("import", "attendance", ID, report, "--as", "Chidi Eze=Chidi")
    summary = later.answer("summary", ID, "--audience", "facilitators", "--to", "-")
    assert "Ana, Ben, Chidi (3)" in summary
    assert "Away: Sam K., Sam O." in summary
    assert "3 of 5 came" in later.answer("report")
    shown = later.answer("show", ID)
    assert "who was there comes from the meeting's own record" in shown
    assert "Chidi: 14:10 to 14:40, 30 minutes." in shown
    present = {one["name"]: one["present"] for one in later.json("show", "--json")["voices"]}
    assert [name for name, there in present.items() if there] == ["Ana", "Ben", "Chidi"]


def test_when_people_came_and_went_is_for_facilitators_alone(later: Shell, report: str) -> None:
    later.answer("import", "attendance", ID, report)
    for reader in ("group", "sponsor"):
        assert "14:10 to 14:40" not in later.answer("summary", ID, "--audience", reader, "--to", "-")


def test_no_address_is_kept_anywhere(later: Shell, report: str, home: Path) -> None:
    later.answer("import", "attendance", ID, report)
    stored = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert b"AttendanceBroughtIn" in stored
    assert b"example.org" not in stored
    assert b"he/him" not in stored
    assert b"Galaxy" not in stored


def test_a_dry_run_changes_nothing(later: Shell, report: str) -> None:
    before = later.answer("show", ID)
    assert later.answer("import", "attendance", ID, report, "--dry-run").startswith("2 people would come in; nothing")
    assert later.answer("show", ID) == before


def test_twice_is_refused_and_one_undo_takes_it_all_back(later: Shell, report: str) -> None:
    before = later.answer("show", ID)
    later.answer("import", "attendance", ID, report)
    again = later("import", "attendance", ID, report)
    assert (again.status, again.out) == (1, "")
    assert "All of that is known already; nothing was counted twice." in again.err
    later.answer("do", ID, "undo")
    assert later.answer("show", ID) == before


def test_in_a_session_that_ran_only_gaps_are_filled(running: Shell, clock: TestClock, report: str) -> None:
    running.answer("do", "leave", "ben")
    clock.advance(60 * 60)
    ran = running("import", "attendance", ID, report)
    assert ran.err.splitlines()[-1] == "lcterm: The session is running: end it first, then bring in who was there."
    running.answer("do", "end")
    said = running("import", "attendance", ID, report).out.splitlines()
    assert said[-1] == "Not noted on the board, and counted as there from now on: Ben. All else stands as it was noted."
    assert "Ana, Ben, Chidi, Sam K., Sam O. (5)" in running.answer("summary", ID, "--to", "-")


def test_the_zone_of_the_times_can_be_said(later: Shell, report: str) -> None:
    assert "Ana: 13:00 to 14:00" in later.answer("import", "attendance", ID, report, "--zone", "Europe/Berlin")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--as", "Galaxy S10"), "write it like"),
        (("--as", "Nobody=Ana"), "nobody in the report is called 'nobody'; there is Ana, Ben (he/him)"),
        (("--as", "Galaxy S10=Zoe"), "No one here is called Zoe."),
        (("--zone", "Nowhere"), "there is no time zone"),
    ],
)
def test_what_is_wrong_is_said_before_anything_comes_in(
    later: Shell, report: str, more: tuple[str, ...], said: str
) -> None:
    assert said in later.refusal("import", "attendance", ID, report, *more)
    assert later.answer("show", ID).startswith("Not started.")


def test_two_addresses_under_one_name_are_two_people_until_it_is_said(later: Shell, tmp_path: Path) -> None:
    path = tmp_path / "two.csv"
    rows = [
        f"Ana,{address},12/01/2026 02:0{at}:00 PM,12/01/2026 03:00:00 PM,59,No\n" for at, address in enumerate("ab")
    ]
    path.write_text(HEADINGS + "".join(rows), "utf-8")
    ran = later("import", "attendance", ID, str(path))
    assert ran.status == 1
    assert "Ana has 2 mail addresses, so it may be two people, left out; Ana? --as Ana=Ana says who it is" in ran.err
    assert "Ana: 14:00 to 15:00" in later.answer("import", "attendance", ID, str(path), "--as", "Ana=Ana")
