"""What goes wrong in the course of a year, by the whole program: nothing is lost, everything is said."""

from datetime import datetime

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock

AT = ("--template", "ordinary-one", "--zone", "UTC", "--starts")


@pytest.fixture
def shell(clock: TestClock, home: object) -> Shell:
    """A shell with Peers, a community of four and a facilitator, at 14:00 UTC on 1 December 2026."""
    shell = Shell(clock)
    shell.answer("new", "Peers", "--members", "-", stdin="Ana\nBen\nZoë Lund\nMarek\nGrace\n")
    shell.answer("members", "--role", "Grace=facilitator")
    return shell


def on(clock: TestClock, moment: str) -> None:
    clock.set(datetime.fromisoformat(f"2026-12-{moment}+00:00"))


def held(shell: Shell, session: str, *lines: str) -> None:
    """The session is held now: everybody comes, and this is written down."""
    shell.answer("do", session, "start")
    for line in lines:
        shell.answer("capture", session, line)
    shell.answer("do", session, "end")


def test_somebody_leaves_who_owes_something_and_was_to_present(shell: Shell, clock: TestClock) -> None:
    shell.answer("charter", "--choose", "owners=yes")
    held(shell, shell.answer("plan", *AT, "2026-12-01 14:00"), "a Walk round the yard @marek @ben ^next")
    shell.answer("next", "--starts", "2026-12-08 14:00", "--presenter", "marek", "--presenter", "ana")
    shell.answer("next", "--arranger", "marek")
    shell.answer("members", "--leave", "marek")
    assert "Walk round the yard (Ben; Marek, who has left; due next time" in shell.answer("actions")
    assert "Walk round the yard" in shell.answer("actions", "--owner", "Marek")
    said = shell("next").err
    for words in ("Marek is named as presenting and has left", "Marek is named as arranging it and has left"):
        assert words in said
    assert "Presenting: Ana\n" in shell.answer("digest", "--to", "-")
    planned = shell("plan", "--template", "ordinary")
    assert "lcterm: as agreed, presenting: Ana\n" in planned.err
    assert "lcterm: agreed as presenting, but has left: Marek\n" in planned.err
    on(clock, "08 14:00")
    shell.answer("do", planned.out.strip(), "start")
    assert shell.answer("actions", "--done", "Walk") == "Done: Walk round the yard."
    assert "Marek" not in shell.answer("show", planned.out.strip())


def test_a_session_is_held_twice(shell: Shell, clock: TestClock) -> None:
    twice = [shell.answer("plan", *AT, "2026-12-01 14:00") for _ in "ab"]
    shell.answer("do", twice[0], "leave", "ben")
    shell.answer("do", twice[1], "leave", "marek")
    held(shell, twice[0], "a Ring the bank @ana", "f A good day")
    held(shell, twice[1], "a Ask the council @ben", "f A long day")
    on(clock, "02 10:00")
    record = shell.json("report", "--json")
    assert record["sessions"]["held"] == 1
    assert [(one["came"], one["of"], one["feedback"]) for one in record["held"]] == [(4, 4, 2)]
    assert [one["what"] for one in record["remarks"]] == ["held twice"]
    assert "two logs of it were kept; counted once" in " ".join(shell.answer("report").split())
    actions = shell.answer("actions")
    assert "Ring the bank" in actions
    assert "Ask the council" in actions


def test_sessions_are_held_in_another_order_than_they_were_planned_in(shell: Shell, clock: TestClock) -> None:
    first, second = (shell.answer("plan", *AT, f"2026-12-{day} 14:00") for day in ("01", "15"))
    held(shell, second, "d Keys before coffee")
    on(clock, "08 14:00")
    held(shell, first, "d Coffee before keys")
    record = shell.json("report", "--json")
    assert [(one["day"], one["session"]) for one in record["held"]] == [("2026-12-01", second), ("2026-12-08", first)]
    assert [one["what"] for one in record["remarks"]] == ["out of order"]
    digest = shell.answer("digest", "--to", "-")
    assert "Last time, on Tue 8 Dec 2026:" in digest, "what was held last counts, not what was planned for last"
    assert ("Coffee before keys" in digest, "Keys before coffee" in digest) == (True, False)
    chronicle = shell.answer("chronicle", "--to", "-")
    assert "Coffee before keys" in chronicle
    assert "Keys before coffee" in chronicle


def test_a_member_is_renamed_in_the_middle_of_a_turn(shell: Shell, clock: TestClock) -> None:
    session = shell.answer("plan", *AT, "2026-12-01 14:00", "--presenter", "ana")
    for words in (("start",), ("jump", "5"), ("give", "zoë lund")):
        shell.answer("do", *words)
    clock.advance(60)
    shell.answer("capture", "a Ask the bank @zoë")
    shell.answer("members", "--rename", "Zoë Lund=Zoë Ørsted")
    assert shell.json("show", "--json")["floor"]["speaking"]["name"] == "Zoë Ørsted"
    clock.advance(30)
    assert shell.answer("do", "done") == "Zoë Ørsted has finished; the floor is free."
    assert "is called Zoë Lund" in shell.refusal("do", "give", "Zoë Lund")
    shell.answer("capture", "l Ask early")
    shell.answer("do", "end")
    (zoe,) = [one for one in shell.json("show", session, "--json")["voices"] if one["name"] == "Zoë Ørsted"]
    assert (zoe["turns"], zoe["seconds"]) == (1, 90.0)
    text = shell.answer("summary", session, "--to", "-")
    assert "- Ask the bank (Zoë Ørsted)" in text
    assert "Lund" not in text
