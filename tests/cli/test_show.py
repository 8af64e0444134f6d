"""show: the state as plain lines, as JSON with the keys that are promised, and as it changes."""

import json
import signal
import subprocess
from typing import Any

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.terminal_line import environment

SESSION = {
    *("community", "session", "title", "status", "planned_start", "planned_end", "started", "expected_end", "ended"),
    *("drift_seconds", "agenda", "floor", "voices", "evenness", "captures", "rules", "next", "notices"),
    *("facilitating", "room", "care", "deciding"),
}
POINT = {
    *("n", "title", "mode", "presenters", "planned_minutes", "planned_start", "status", "started", "ended"),
    *("actual_seconds", "remaining_seconds", "fixed", "sums_up"),
}
VOICE = {
    *("name", "badge", "roles", "present", "turns", "seconds", "share", "expected_share", "round_turns"),
    *("last_spoke", "status", "listening", "place"),
}
CAPTURE = {
    *("id", "kind", "text", "owners", "due", "due_next", "audience", "to", "by", "at", "point", "done"),
    *("released", "agreed"),
}
FLOOR = {"mode", "speaking", "queue", "open", "by_kind", "turn_limit_seconds", "interrupted", "pairs"}


@pytest.fixture
def discussing(running: Shell, clock: TestClock) -> Shell:
    """Ana speaks, Ben waits, something is written down, two minutes into the first discussion."""
    running.answer("do", "jump", "5")
    running.answer("do", "hand", "Ben", "question")
    running.answer("do", "give", "Chidi")
    running.answer("capture", "a Ask the council @ana ^fri >ben")
    clock.advance(120)
    return running


def keys(part: Any) -> set[str]:
    return set(part)


def check_keys(record: dict[str, Any]) -> None:
    """The key set of the contract at every level, whatever the state."""
    assert keys(record) == SESSION
    assert all(keys(point) == POINT for point in record["agenda"])
    assert keys(record["floor"]) == FLOOR
    assert record["floor"]["speaking"] is None or keys(record["floor"]["speaking"]) == {"name", "since"}
    assert all(keys(hand) == {"name", "kind", "since"} for hand in record["floor"]["queue"])
    assert all(keys(voice) == VOICE for voice in record["voices"])
    assert all(keys(capture) == CAPTURE for capture in record["captures"])
    assert keys(record["next"]) == {"starts", "place", "presenters"}


def test_the_keys_are_those_of_the_contract_in_every_state(discussing: Shell) -> None:
    record = discussing.json("show", "--json")
    check_keys(record)
    assert record["floor"]["speaking"]
    assert record["floor"]["queue"]
    assert record["captures"]
    for act in ("pause", "resume", "end"):
        discussing.answer("do", act)
        check_keys(discussing.json("show", "--json"))


def test_a_planned_session_has_the_same_keys(planned: Shell) -> None:
    record = planned.json("show", "--json")
    check_keys(record)
    assert (record["status"], record["started"], record["evenness"]) == ("planned", None, None)


def test_what_stands_behind_the_keys(discussing: Shell) -> None:
    record = discussing.json("show", "--json")
    assert (record["community"], record["title"], record["status"]) == ("Housing peers", "session 1", "running")
    assert (record["started"], record["drift_seconds"]) == ("2026-12-01T14:00:00+00:00", -50 * 60)
    assert record["expected_end"] == "2026-12-01T16:10:00+00:00"
    assert record["agenda"][4] == {
        "n": 5,
        "title": "Discussion 1",
        "mode": "queue",
        "presenters": [],
        "planned_minutes": 35,
        "planned_start": "2026-12-01T14:50:00+00:00",
        "status": "running",
        "started": "2026-12-01T14:00:00+00:00",
        "ended": None,
        "actual_seconds": 120.0,
        "remaining_seconds": 33 * 60.0,
        "fixed": None,
        "sums_up": False,
    }
    assert record["floor"] == {
        "mode": "queue",
        "speaking": {"name": "Chidi", "since": "2026-12-01T14:00:00+00:00"},
        "queue": [{"name": "Ben", "kind": "question", "since": "2026-12-01T14:00:00+00:00"}],
        "open": True,
        "by_kind": False,
        "turn_limit_seconds": 0,
        "interrupted": None,
        "pairs": [],
    }
    chidi = next(one for one in record["voices"] if one["name"] == "Chidi")
    assert (chidi["turns"], chidi["seconds"], chidi["share"], chidi["status"]) == (1, 120.0, 1.0, "balanced")
    (capture,) = record["captures"]
    assert {**capture, "id": ""} == {
        "id": "",
        "kind": "action",
        "text": "Ask the council",
        "owners": ["Ana"],
        "due": "2026-12-04",
        "due_next": False,
        "audience": "other",
        "to": "Ben",
        "by": None,
        "at": "2026-12-01T14:00:00+00:00",
        "point": "Discussion 1",
        "done": False,
        "released": False,
        "agreed": False,
    }
    assert record["next"] == {"starts": None, "place": None, "presenters": []}
    assert (record["rules"], record["notices"]) == ([], [])


def test_the_plain_lines_begin_with_what_matters(discussing: Shell) -> None:
    lines = discussing.answer("show").split("\n")
    assert lines[:5] == [
        "Discussion 1, point 5 of 13, 33 minutes left of 35 minutes.",
        "Ends 16:10, planned 17:00, 50 minutes ahead.",
        "Next: Capture, report 1 at 14:35.",
        "Chidi has the floor, 2 minutes.",
        "Hands up: Ben (question, 2 minutes).",
    ]
    assert all(line.isprintable() for line in lines)


def test_the_next_session_is_told_in_json(discussing: Shell) -> None:
    discussing.answer("plan", "--starts", "2027-01-12 14:00", "--presenter", "Ben")
    told = discussing.json("show", "session-1", "--json")["next"]
    assert (told["starts"], told["presenters"]) == ("2027-01-12T14:00:00+00:00", ["Ben"])


def test_on_paper_it_is_one_page(discussing: Shell, planned: Shell) -> None:
    lines = discussing.answer("show", "--paper").split("\n")
    assert lines[0] == "Housing peers: session 1                                          Tue 1 Dec 2026"
    assert len(lines) <= 60
    assert max(map(len, lines)) <= 80
    assert "Ask the council" not in "\n".join(lines)


@pytest.mark.parametrize(("options", "status"), [(("--paper", "--json"), 2), (("--paper", "--follow"), 1)])
def test_paper_is_neither_json_nor_does_it_change(discussing: Shell, options: tuple[str, ...], status: int) -> None:
    assert "paper" in discussing.refusal("show", *options, status=status)


def test_a_damaged_file_is_a_notice_not_a_failure(discussing: Shell, home: Any) -> None:
    (log,) = home.glob("communities/*/sessions/*")
    (log / "damaged.0001.json").write_bytes(b'{"meta":')
    record = discussing.json("show", "--json")
    assert record["status"] == "running"
    assert "damaged.0001.json" in record["notices"][0]
    assert "Notice: " in discussing.answer("show")


class Following:
    """`lcterm show --follow --json` in a process of its own."""

    def __init__(self, clock: TestClock, *options: str) -> None:
        self.process = subprocess.Popen(
            clock.argv("show", "--follow", *options),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment({}),
        )

    def next_record(self) -> dict[str, Any]:
        """Reads on until one whole JSON value was said."""
        assert self.process.stdout is not None
        lines: list[str] = []
        while line := self.process.stdout.readline():
            lines.append(line)
            if line == "}\n":
                record: dict[str, Any] = json.loads("".join(lines))
                return record
        raise AssertionError(f"it ended after {lines}")


def test_follow_says_it_again_on_every_change_and_ends_with_the_session(running: Shell, clock: TestClock) -> None:
    following = Following(clock, "--json")
    try:
        assert following.next_record()["floor"]["speaking"] is None
        clock.advance(30)
        running.answer("do", "give", "Ana")
        record = following.next_record()
        assert record["floor"]["speaking"]["name"] == "Ana"
        assert record["agenda"][0]["actual_seconds"] == 30
        running.answer("capture", "l Early and plainly")
        assert following.next_record()["captures"][0]["text"] == "Early and plainly"
        running.answer("members", "--add", "Dorota")
        following.next_record()
        running.answer("do", "end")
        assert following.next_record()["status"] == "closed"
        assert following.process.wait(10) == 0
        assert following.process.communicate() == ("", "")
    finally:
        following.process.kill()
        following.process.communicate()


def test_follow_in_sentences_begins_with_the_state_and_ends_with_the_end(running: Shell, clock: TestClock) -> None:
    following = Following(clock)
    try:
        stdout = following.process.stdout
        assert stdout is not None
        first = stdout.readline()
        running.answer("do", "end")
        said = first + stdout.read()
        assert following.process.wait(10) == 0
    finally:
        following.process.kill()
        following.process.communicate()
    assert said.startswith("Introductions, point 1 of 13, 5 minutes left of 5 minutes.\n")
    assert said.endswith("\nThe session is closed.\nClosed at 14:00, planned 17:00, 180 minutes early.\n")


def test_follow_of_a_closed_session_says_it_once(running: Shell) -> None:
    running.answer("do", "end")
    assert running.answer("show", "--follow").startswith("Closed at 14:00")


def test_follow_ends_quietly_on_ctrl_c_and_when_nobody_reads_any_more(running: Shell, clock: TestClock) -> None:
    following = Following(clock, "--json")
    following.next_record()
    following.process.send_signal(signal.SIGINT)
    assert following.process.wait(10) == 130
    assert following.process.communicate() == ("", "")
    following = Following(clock, "--json")
    following.next_record()
    assert following.process.stdout is not None
    following.process.stdout.close()
    running.answer("do", "give", "Ana")
    assert following.process.wait(10) == 1
    assert following.process.stderr is not None
    assert following.process.stderr.read() == ""
    following.process.stderr.close()
