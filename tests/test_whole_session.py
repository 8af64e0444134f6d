"""A whole ordinary session of twelve: on the real program's screen, by commands, and what is left of it afterwards."""

import signal
from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.ordinary_session import (
    AFTER_THE_CUT,
    AGENDA,
    ARRIVING,
    BEFORE_THE_CUT,
    DISCUSSION,
    GOING_ON,
    LAST_TIME,
    MEMBERS,
    OVER_TIME,
    POWER_CUT,
    PRESENTATION,
    RULES,
    SECOND_HALF,
    TO_THE_BREAK,
    UNDER_THE_VEIL,
)
from tests.ordinary_session_kept import AGENDA_AS_HELD, CAPTURES, FOR_THE_GROUP, FOR_US_ALONE, SPEAKING
from tests.playing import MESSAGE, by_commands, iso, moment, on_the_board, pretty, shown
from tests.terminal import Terminal

PLAN = (
    *("plan", "--agenda", "-", "--title", "session 7"),
    *("--starts", "2026-12-01 14:00", "--zone", "Europe/Berlin"),
)
PRIVATE = (
    *("quiet", "dominant", "not heard", "No marks", "only you", "evenness", "turns", "Why", "seconds noted"),
    *(
        "Hold the pause",
        "Captures",
        "Written down",
        "Kettle Street",
        "council",
        "looked ready",
        "empty homes",
        "Arrears",
    ),
)
"""What stands on the board, or is about to, and is nobody's business in the room."""


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """The list of members as somebody's spreadsheet wrote it."""
    path = tmp_path / "members.csv"
    path.write_text(MEMBERS, "utf-8-sig")
    return path


@pytest.fixture
def shell(clock: TestClock, home: Path) -> Shell:
    """Another terminal beside the board, in the same home."""
    clock.set(moment("13:50"))
    return Shell(clock)


@pytest.fixture
def planned(shell: Shell, people: Path) -> Shell:
    """The session is planned, by commands."""
    assert shell.answer("new", "Housing peers", "--members", str(people)) == "housing-peers"
    shell.answer("members", "--role", "Grace=facilitator")
    shell.answer(*PLAN, stdin=AGENDA)
    return shell


def test_the_afternoon_on_the_screen_and_by_commands(
    shell: Shell, clock: TestClock, people: Path, tmp_path: Path
) -> None:
    plan_at_the_terminal(clock, people)
    with Terminal(clock.argv("run")) as board:
        board.wait_for("Not started")
        on_the_board(board, shell, clock, (*ARRIVING, *RULES))
        see_the_overrun(board, clock)
        on_the_board(board, shell, clock, (*LAST_TIME, *PRESENTATION, *DISCUSSION))
        clock.set(moment(POWER_CUT))
        screen = board.wait_for("18:30 left of 35")
        midway = wait_until_stored(board, shell, "Marek")
        board.kill(signal.SIGKILL)
        assert board.wait_exit() == -signal.SIGKILL
    with Terminal(clock.argv("run")) as board:
        board.wait_for(lambda text: panes(text) == panes(screen))
        assert pretty(shown(shell)) == pretty(midway)
        on_the_board(board, shell, clock, GOING_ON)
        work_under_the_veil(board, shell, clock)
        on_the_board(board, shell, clock, (*TO_THE_BREAK, *SECOND_HALF))
        board.send("q", "q")
        assert board.wait_exit() == 0
        assert board.left_on() == []

    at_the_end = shown(shell)
    clock.set(moment("13:50"))
    other = Shell(clock, tmp_path / "other-home")
    other.answer("new", "Housing peers", "--members", str(people))
    other.answer("members", "--role", "Grace=facilitator")
    other.answer(*PLAN, stdin=AGENDA)
    for chapter in BEFORE_THE_CUT:
        by_commands(other, clock, chapter)
    clock.set(moment(POWER_CUT))
    assert pretty(shown(other)) == pretty(midway)
    for chapter in AFTER_THE_CUT:
        by_commands(other, clock, chapter)
    assert pretty(shown(other)) == pretty(at_the_end)
    for audience in ("group", "facilitators"):
        to_read = ("summary", "--to", "-", "--audience", audience)
        assert other.answer(*to_read) == shell.answer(*to_read)


def plan_at_the_terminal(clock: TestClock, people: Path) -> None:
    """The set-up as a person types it: the list from a file, the agenda pasted, ctrl+d."""
    with Terminal(clock.argv("new", "Housing peers", "--members", str(people))) as terminal:
        assert terminal.wait_exit() == 0
        assert terminal.row(0) == "housing-peers"
    with Terminal(clock.argv("members", "--role", "Grace=facilitator")) as terminal:
        assert terminal.wait_exit() == 0
        assert "g   Grace · Office · facilitator" in terminal.screen()
    with Terminal(clock.argv(*PLAN), size=(80, 50)) as terminal:
        terminal.paste(AGENDA)
        terminal.wait_for("17:04  Close")
        terminal.send("ctrl+d")
        assert terminal.wait_exit() == 0
        text = terminal.screen().rstrip()
    assert "lcterm: point 4, “Presentation 1”: presenter" in text
    assert text.split("\n")[-1].startswith("2026-12-01-")


def see_the_overrun(board: Terminal, clock: TestClock) -> None:
    """The time runs out on the screen, in words, and then counts up."""
    clock.set(moment("14:15:25"))
    board.wait_for("to a close|draw to a close")
    clock.set(moment("14:16:10"))
    board.wait_for("last words")
    clock.set(moment(OVER_TIME))
    text = board.wait_for("over time")
    assert "+1:30 over 5" in text
    assert "14:17    ends 17:09  planned 17:04    5 min behind" in text


def wait_until_stored(board: Terminal, shell: Shell, last: str) -> dict[str, object]:
    """The state on the disk, once it has the last thing that the screen shows."""
    record = shown(shell)
    while [hand["name"] for hand in record["floor"]["queue"]] != [last]:
        assert board.returncode is None
        record = shown(shell)
    return record


def panes(screen: str) -> list[str]:
    """What the board shows, apart from the message row, which tells of the last act on this screen."""
    rows = screen.split("\n")
    return [*rows[:MESSAGE], rows[-1]]


def work_under_the_veil(board: Terminal, shell: Shell, clock: TestClock) -> None:
    """The room can read along: what it saw is told, what is private stands nowhere, and the work goes on."""
    clock.set(moment("15:15"))
    board.send("v")
    veiled = board.wait_for("The veil is on")
    hand, parked, question = UNDER_THE_VEIL
    on_the_board(board, shell, clock, [hand])
    clock.set(moment(parked.at))
    captures, so_far = len(shown(shell)["captures"]), len(board.raw)
    board.send("c")
    board.wait_for("Enter keep")
    board.type(parked.text)
    typing = board.wait_for("•{20}")
    board.send("enter")
    kept = board.wait_for(lambda text: "The veil is on" in text and "write down; what you type stays dotted" in text)
    while len(shown(shell)["captures"]) == captures:
        assert board.returncode is None
    assert b"Arrears" not in board.raw[so_far:]
    on_the_board(board, shell, clock, [question])
    for text in (veiled, typing, kept, board.screen()):
        assert [word for word in PRIVATE if word in text] == []
        assert "In the room" in text
        assert "► Chidi" in text
    clock.set(moment("15:18"))
    board.send("v")
    lifted = board.wait_for("The veil is off")
    assert "Arrears at handover" in lifted


def test_what_was_done_is_what_is_shown(planned: Shell, clock: TestClock) -> None:
    for chapter in (*BEFORE_THE_CUT, *AFTER_THE_CUT):
        by_commands(planned, clock, chapter)
    record = shown(planned)
    figures = ("status", "started", "ended", "expected_end", "planned_start", "planned_end", "drift_seconds")
    assert [record[name] for name in figures] == [
        *("closed", iso("14:03"), iso("16:45"), iso("16:45"), iso("14:00"), iso("17:04"), -19 * 60),
    ]
    points = [
        (point["title"], point["status"], point["started"], point["ended"], point["actual_seconds"])
        for point in record["agenda"]
    ]
    assert points == AGENDA_AS_HELD
    assert [point["presenters"] for point in record["agenda"] if point["presenters"]] == [["Amina"], ["Tracy"]]
    voices = {
        one["name"]: (one["turns"], one["seconds"], one["round_turns"], one["status"]) for one in record["voices"]
    }
    assert voices == SPEAKING
    assert [one["name"] for one in record["voices"] if not one["present"]] == ["Leila"]
    assert [one["name"] for one in record["voices"] if one["listening"]] == ["Leila"]
    assert [(one["kind"], one["at"], one["point"]) for one in record["captures"]] == CAPTURES
    assert planned.answer("summary", "--to", "-") == FOR_THE_GROUP
    for_us = planned.answer("summary", "--to", "-", "--audience", "facilitators")
    assert for_us.endswith(FOR_US_ALONE)
