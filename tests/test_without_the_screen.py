"""A whole session without the full-screen program: commands in one place, `lcterm show --follow` read aloud beside it.
Everything that matters is told once, in whole sentences; nothing is told twice."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from lcterm.cli.following import Follower
from lcterm.core.events import PointEnded
from tests.cli.listening import heard, listening, six_people
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.terminal_line import environment

README = Path(__file__).parents[1] / "README.md"
LIGHTS = "To be decided by traffic light: green and red for each suggestion."


class Listener:
    """`lcterm show --follow` in a process of its own, and who hears its lines."""

    def __init__(self, clock: TestClock, *options: str) -> None:
        self.process = subprocess.Popen(
            clock.argv("show", "--follow", *options),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=environment({}),
        )

    def hears(self, *lines: str) -> None:
        """The next lines are these, and no other comes in between."""
        assert self.process.stdout is not None
        for line in lines:
            assert self.process.stdout.readline().removesuffix("\n") == line

    def hears_no_more(self) -> None:
        """It ends by itself, with nothing left unsaid."""
        assert self.process.communicate(timeout=20) == ("", "")
        assert self.process.returncode == 0


@pytest.fixture
def shell(clock: TestClock, home: Path) -> Shell:
    """A shell with a session of six people, planned for 14:00 UTC, where it is 14:00."""
    return six_people(clock)


@pytest.fixture
def listen(clock: TestClock, shell: Shell) -> Iterator[list[Listener]]:
    """Listeners that are ended with the test."""
    listeners: list[Listener] = []
    yield listeners
    for one in listeners:
        one.process.kill()
        one.process.communicate()


def test_the_whole_hour_by_ear(clock: TestClock, shell: Shell, listen: list[Listener]) -> None:
    ear = Listener(clock)
    listen.append(ear)

    def do(line: str, *heard: str, says: str | None = None) -> None:
        """An act: it answers with a sentence, and is heard once; `says`: where the answer is not what is heard."""
        answer = shell.answer("do", *shlex.split(line))
        assert answer == (heard[0] if says is None else says)
        ear.hears(*heard)

    def write(line: str, answer: str, heard: str) -> None:
        assert shell.answer("capture", line) == answer
        ear.hears(heard)

    def after(minutes: float, *heard: str) -> None:
        clock.advance(minutes * 60)
        ear.hears(*heard)

    ear.hears("Not started. Planned for Tue 1 Dec 2026, 14:02 to 15:22.")
    after(2, "It is 14:02, when the session was to begin.")
    do(
        "start",
        "The session has begun with Who is here. It is point 1 of 4, 5 minutes, round.",
        says="The session has begun with Who is here.",
    )
    do("starter amina", "Amina begins the round, in seat order.")
    do("give amina", "Amina has the floor.", "Then Ben.")
    do("give ben", "Ben has the floor.", "Then Chidi.")
    after(4.25, "45 seconds left for Who is here: draw to a close.")
    after(0.6, "9 seconds left for Who is here: last words.")
    after(1.15, "Over time: Who is here has had its 5 minutes.")
    do(
        "next",
        "Now Presentation 1: point 2 of 4, 30 minutes, Amina presents. Who is here is done.",
        "Ends 15:23, 1 minute behind.",
        "Question of Amina: When do we tell the tenant?",
        says="Who is here is done; now Presentation 1.",
    )
    after(10, "20 minutes left for Presentation 1.")
    do("hand ben question", "Ben has a hand up, a question.")
    do("extend -5", "5 minutes less for Presentation 1.")
    after(5.5, "10 minutes left for Presentation 1.")
    do("pause", "All clocks stand still.")
    after(10, "Paused for 10 minutes now. The clocks stand still until you resume.")
    do("resume", "The clocks go on.")
    do(
        "next",
        "Now Discussion 1: point 3 of 4, 35 minutes, queue. Presentation 1 is done.",
        "Ends 15:18, 3 minutes ahead.",
        "Question of Amina: When do we tell the tenant?",
        says="Presentation 1 is done; now Discussion 1.",
    )
    do("give", "Ben has the floor.")
    do("limit 60", "A turn may take 1 minute.")
    after(1.5, "Ben has had the 1 minute of a turn.")
    do("undo", "Taken back: A turn may take 1 minute.")
    do("interject grace", "Grace asks; then back to Ben.")
    do("done", "Grace has finished; the floor is back with Ben.")
    do("leave chidi", "Chidi is away.")
    write(
        "a Ask the council @ben ^fri",
        "Written down: action; Ben; due Fri 4 Dec.",
        "Action: Ask the council (Ben; due Fri 4 Dec; for the group)",
    )
    assert shell.answer("capture", "--mend", "last", "a Ask the council twice @ben").startswith("Mended: action; Ben")
    ear.hears("Mended. Action: Ask the council twice (Ben; for the group)")
    do("finish council", "The action is done: Ask the council twice", says="The action is done.")
    after(23.5, "10 minutes left for Discussion 1.", "Not heard: Dorota, Farida. Quiet: Grace.")
    do("decide lights 'When do we meet?'", "To decide, by traffic light: When do we meet?", says=LIGHTS)
    do("suggest Tuesdays", "Suggestion 1: Tuesdays (0 green, 0 red)", says="Suggested.")
    do("count 1 3 1", "Suggestion 1: Tuesdays (3 green, 1 red; place 1)", says="Counted: 3 green, 1 red.")
    do(
        "settle 1",
        "Decided, and written down. Decision: When do we meet? Tuesdays (3 green, 1 red) (for the group)",
        says="Decided, and written down.",
    )
    shell.answer("members", "--add", "Hanna")
    ear.hears("Hanna is a member now.")
    do(
        "end",
        "The session is closed.",
        "Closed at 14:58, planned 15:22, 23 minutes early.",
        says="The session is closed.",
    )
    ear.hears_no_more()


def test_the_time_each_minute_never_and_only_what_others_do(
    clock: TestClock, shell: Shell, listen: list[Listener]
) -> None:
    shell.answer("do", "start")
    shell.answer("do", "starter", "Amina")
    each, never = Listener(clock, "--time", "minutes", "--others"), Listener(clock, "--time", "never")
    listen += [each, never]
    begins = ["Who is here, point 1 of 4, 5 minutes left of 5 minutes.", "Ends 15:20, planned 15:22, 2 minutes ahead."]
    round = ["Still to come in the round: Amina, Ben, Chidi, Dorota, Farida, Grace; 50 seconds each.", "Mode: round."]
    for ear in listen:
        ear.hears(*begins, "Next: Presentation 1 at 14:05.", "The floor is free.", *round)
    shell.answer("do", "give", "Ben")
    never.hears("Ben has the floor.", "Then Amina.")
    each.hears("Then Amina.")
    for left in ("4 minutes left for Who is here.", "3 minutes left for Who is here."):
        clock.advance(60)
        each.hears(left)
    clock.advance(240)
    each.hears("Over time: Who is here has had its 5 minutes.")
    shell.answer("do", "end")
    never.hears("The session is closed.", "Closed at 14:06, planned 15:22, 76 minutes early.")
    each.hears("Closed at 14:06, planned 15:22, 76 minutes early.")
    never.hears_no_more()
    each.hears_no_more()


def test_the_setting_says_when_the_time_is_told_and_a_bad_one_is_said(shell: Shell, home: Path) -> None:
    shell.answer("do", "start")
    shell.answer("do", "end")
    (home / "settings.toml").write_text('spoken-time = "often"\n')
    told = shell("show", "--follow")
    assert told.err == (
        "lcterm: settings.toml, line 1: “spoken-time” may be moments, minutes or never, not “often”. The others hold.\n"
    )
    assert told.out.startswith("Closed at")


@pytest.mark.parametrize("options", [("--others",), ("--time", "never"), ("--follow", "--json", "--others")])
def test_what_belongs_to_sentences_that_follow_is_refused_elsewhere(shell: Shell, options: tuple[str, ...]) -> None:
    assert "--follow" in shell.refusal("show", *options)


def test_two_who_press_next_at_once_are_heard_once(clock: TestClock, shell: Shell, home: Path) -> None:
    """A fact that changes nothing is not told."""
    shell.answer("do", "start")
    desk, ear = listening(home, clock)
    first, second, *_ = desk.meeting.session.points
    for _ in range(2):
        desk.record(PointEnded(point=first, next=second))
    assert [line.split(":")[0] for line in ear.news()] == ["Now Presentation 1", "Ends 15", "Question of Amina"]
    assert ear.news() == []
    desk.settle()


def test_a_note_of_whoever_had_the_seat_before_is_not_read_out(clock: TestClock, shell: Shell, home: Path) -> None:
    shell.answer("do", "start")
    _, ear = listening(home, clock)
    shell.answer("capture", "n Zebra")
    shell.answer("do", "hand-over", "Ben")
    shell.answer("capture", "n Quagga")
    told = heard(ear)
    assert "Zebra" not in told
    assert "Note: Quagga" in told


def test_the_brief_state_is_where_the_hour_stands_and_who_speaks(shell: Shell) -> None:
    shell.answer("do", "start")
    shell.answer("do", "give", "Ben")
    lines = shell.answer("show", "--brief").splitlines()
    assert lines[0].startswith("Who is here, point 1 of 4")
    assert lines[3] == "Ben has the floor, since just now."
    assert len(lines) == 6


def test_the_dialogue_in_readme_is_how_it_goes(clock: TestClock, shell: Shell, home: Path) -> None:
    dialogue = README.read_text(encoding="utf-8").partition("<!-- by ear")[2].partition("```console\n")[2]
    ear: Follower | None = None
    coming: list[str] = []
    said = 0
    for line in dialogue.partition("```")[0].splitlines():
        later = re.fullmatch(r"… (\d+) minutes later", line)
        if not later and not line.startswith("$ "):
            assert coming.pop(0) == line
            said += 1
            continue
        assert not coming
        if later and ear is not None:
            clock.advance(60 * int(later[1]))
            ear.look()
            coming = ear.news()
        elif line == "$ lcterm show --follow --others &":
            _, ear = listening(home, clock, others=True)
            coming = ear.first()
        else:
            coming = shell.answer(*shlex.split(line.removeprefix("$ lcterm "))).splitlines()
            if ear is not None:
                ear.look()
                coming += ear.news()
    assert not coming
    assert said > 15
