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
from tests.playing import MESSAGE, by_commands, iso, moment, on_the_board, pretty, shown
from tests.terminal import Terminal

PLAN = (
    *("plan", "--agenda", "-", "--title", "session 7"),
    *("--starts", "2026-12-01 14:00", "--zone", "Europe/Berlin"),
)
PRIVATE = (
    *("quiet", "dominant", "not heard", "No marks", "only you", "evenness", "turns", "Why", "seconds noted"),
    *("Hold the pause", "Captures", "Written down", "Kettle Street", "council", "looked ready", "empty homes", "Arrears"),
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
    lifted = board.wait_for("The veil is up")
    assert "Arrears at handover" in lifted


AGENDA_AS_HELD = [
    ("Introductions", "done", iso("14:03"), iso("14:11:20"), 500),
    ("Philosophy, rules", "done", iso("14:11:20"), iso("14:18:30"), 430),
    ("Since last time", "done", iso("14:18:30"), iso("14:31"), 750 - 300),
    ("Presentation 1", "done", iso("14:31"), iso("14:58"), 27 * 60),
    ("Discussion 1", "done", iso("14:58"), iso("15:24"), 26 * 60),
    ("Capture, report 1", "done", iso("15:24"), iso("15:28"), 120 + 90),
    ("Break", "done", iso("15:26"), iso("15:40"), 30 + 720),
    ("Presentation 2", "done", iso("15:40"), iso("16:08"), 28 * 60),
    ("Discussion 2", "done", iso("16:08"), iso("16:30"), 22 * 60),
    ("Capture, report 2", "done", iso("16:31"), iso("16:34"), 180),
    ("How was it for you", "done", iso("16:30"), iso("16:38"), 60 + 240),
    ("Next date, roles", "skipped", None, None, None),
    ("Close", "done", iso("16:38"), iso("16:45"), 420),
]
"""Reckoned by hand: the fire drill does not count, and what was gone back to has two stretches."""

SPEAKING = {
    "Amina": (0, 0, 2, "quiet"),
    "Ben": (1, 60, 2, "quiet"),
    "Chidi": (2, 20 + 395, 2, "balanced"),
    "Dorota": (1, 60, 1, "quiet"),
    "Farida": (1, 310, 1, "balanced"),
    "Grace": (1, 20, 0, "uncounted"),
    "Jonas": (2, 90 + 300, 1, "balanced"),
    "Leila": (0, 0, 1, "not heard"),
    "Marek": (1, 120, 0, "balanced"),
    "Sam K.": (1, 30, 1, "quiet"),
    "Sam O.": (1, 120, 1, "balanced"),
    "Tracy": (1, 300, 1, "balanced"),
}
"""Turns, seconds, turns in rounds, mark. Amina's answers to her own presentation are heard and not counted."""


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
    assert [(one["kind"], one["at"], one["point"]) for one in record["captures"]] == [
        ("decision", iso("14:14:30"), "Philosophy, rules"),
        ("report", iso("14:22"), "Since last time"),
        ("story", iso("14:30"), "Since last time"),
        ("learning", iso("14:52"), "Presentation 1"),
        ("action", iso("15:11:30"), "Discussion 1"),
        ("question", iso("15:12"), "Discussion 1"),
        ("note", iso("15:13"), "Discussion 1"),
        ("parked", iso("15:16"), "Discussion 1"),
        ("action", iso("15:25"), "Capture, report 1"),
        ("outcome", iso("15:27"), "Capture, report 1"),
        ("feedback", iso("16:32"), "Capture, report 2"),
        ("quote", iso("16:36"), "How was it for you"),
    ]
    assert planned.answer("summary", "--to", "-") == FOR_THE_GROUP
    for_us = planned.answer("summary", "--to", "-", "--audience", "facilitators")
    assert for_us.endswith(FOR_US_ALONE)


FOR_THE_GROUP = """\
# Housing peers: session 7

Tue 1 Dec 2026, 14:03 to 16:45, planned 14:00 to 17:04 (Europe/Berlin).

## Who was here

- Amina, Ben, Chidi, Dorota, Farida, Jonas, Leila, Marek, Sam K., Sam O., Tracy (11)
- Facilitator: Grace

## Agenda

1. Introductions: 8 minutes, planned 7
2. Philosophy, rules: 7 minutes, planned 5
3. Since last time: 8 minutes, planned 12
4. Presentation 1 (Amina): 27 minutes, planned 30
5. Discussion 1: 26 minutes, planned 35
6. Capture, report 1: 4 minutes, planned 5
7. Break: 12 minutes, planned 10
8. Presentation 2 (Tracy): 28 minutes, planned 30
9. Discussion 2: 22 minutes, planned 35
10. Capture, report 2: 3 minutes, planned 5
11. How was it for you: 5 minutes, planned 5
12. Next date, roles: skipped
13. Close: 7 minutes

## Decisions

- Phones stay in the basket by the door

## Actions

- Ask the council for the list of empty homes (Tracy, Ben; due Fri 4 Dec; also for the sponsor)
- Bring two letters that worked (Farida; due next time)

## To report

- Two more flats were let in November

## Questions

- Who tells the tenant when the date slips?

## Parked for later

- Arrears at handover: needs the figures first

## Stories

- The flat on Kettle Street: three visits and one phone call

## Outcomes

- The first family moves in before Easter (also for Grace)

## Feedback

- More time for the second round

## For next time

- Farida: Bring two letters that worked"""
"""Nothing that stays in the room, no quote nobody has agreed to, no note, and nobody's share of the talk."""

FOR_US_ALONE = """\
## Stays in the room

- Learning: Say early and plainly what we cannot promise

## Quotes, held back until the people agree

- “For once nobody looked at the clock” (Ben)

## Notes, for us alone

- Jonas looked ready twice; a word with him at the break (15:13, Discussion 1)

## Voices, for us alone

- Turns and minutes in queue and open talk; rounds and presentations are kept apart. \
Something to talk about, nothing to judge by.
- Amina: 0 % of the talk, even would be 6 %; 2 turns in rounds; quiet
- Ben: 1 turn, 1.0 minutes; 3 % of the talk, even would be 10 %; 2 turns in rounds; quiet
- Chidi: 2 turns, 6.9 minutes; 23 % of the talk, even would be 10 %; 2 turns in rounds
- Dorota: 1 turn, 1.0 minutes; 3 % of the talk, even would be 10 %; 1 turn in rounds; quiet
- Farida: 1 turn, 5.2 minutes; 17 % of the talk, even would be 10 %; 1 turn in rounds
- Grace: 1 turn, 0.3 minutes; facilitator, outside the comparison
- Jonas: 2 turns, 6.5 minutes; 22 % of the talk, even would be 10 %; 1 turn in rounds
- Leila: 1 turn in rounds; kept to listening
- Marek: 1 turn, 2.0 minutes; 7 % of the talk, even would be 10 %
- Sam K.: 1 turn, 0.5 minutes; 2 % of the talk, even would be 10 %; 1 turn in rounds; quiet
- Sam O.: 1 turn, 2.0 minutes; 7 % of the talk, even would be 10 %; 1 turn in rounds
- Tracy: 1 turn, 5.0 minutes; 17 % of the talk, even would be 7 %; 1 turn in rounds
- Evenness 0.84: most had a good part of the talk, some less (1 is everybody alike, 0 one voice alone)"""
