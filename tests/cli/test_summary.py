"""summary: what was done, for its readers, where they want it."""

import json
import stat
from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.terminal import Terminal


@pytest.fixture
def held(running: Shell, clock: TestClock) -> Shell:
    """A short session that is over, with an action and a note."""
    clock.advance(300)
    running.answer("capture", "a Ask the council @ana ^fri")
    running.answer("capture", "n A word with Ben")
    running.answer("do", "end")
    return running


def test_to_standard_output_in_its_forms_for_the_group_and_for_us(held: Shell) -> None:
    markdown = held.answer("summary", "--to", "-")
    assert markdown.startswith("# Housing peers: session 1\n\nTue 1 Dec 2026, 14:00 to 14:05, planned 14:00 to 17:00 (")
    assert "- Ask the council (Ana; due Fri 4 Dec)" in markdown
    text = held.answer("summary", "--to", "-", "--format", "text")
    assert "#" not in text
    assert "Ask the council (Ana; due Fri 4 Dec)" in text
    record = json.loads(held.answer("summary", "--to", "-", "--format", "json"))
    assert record["community"] == "Housing peers"
    for form in ("md", "text", "html", "json"):
        group = held.answer("summary", "--to", "-", "--format", form)
        ours = held.answer("summary", "--to", "-", "--format", form, "--audience", "facilitators")
        assert "A word with Ben" not in group
        assert "A word with Ben" in ours


def test_the_sponsor_gets_what_was_released_and_no_names(held: Shell) -> None:
    nothing = held.answer("summary", "--audience", "sponsor", "--to", "-")
    assert "The group has not agreed to report anything from this session." in nothing
    held.answer("plan", "--starts", "2027-01-12 14:00")
    for form in ("md", "text", "html", "json"):
        told = held.answer("summary", "session-1", "--audience", "sponsor", "--to", "-", "--format", form)
        assert ("The next session is on Tue 12 Jan 2027." in " ".join(told.split())) == (form != "json")
        for word in ("Ana", "Ben", "Ask the council", "A word", "Introductions"):
            assert word not in told
        assert "2027-01-12" in told or form != "json"


def test_html_is_a_page_of_its_own_in_a_file_of_the_home(held: Shell, home: Path, clipboard: list[str]) -> None:
    held.answer("summary", "--format", "html")
    (path,) = home.glob("communities/*/summaries/*")
    assert path.name.endswith("-summary-group.html")
    assert clipboard == [path.read_text("utf-8")]
    assert clipboard[0].startswith("<!DOCTYPE html>")
    assert '<li dir="auto">Ask the council (Ana; due Fri 4 Dec)</li>' in clipboard[0]


def test_an_audience_or_a_form_there_is_not_is_wrong_usage(held: Shell) -> None:
    assert "room" in held.usage("summary", "--audience", "room")
    assert "pdf" in held.usage("summary", "--format", "pdf")


def test_to_a_file_of_mine(held: Shell, tmp_path: Path) -> None:
    path = tmp_path / "summary.md"
    path.write_text("last month's", "utf-8")
    assert held.answer("summary", "session-1", "--to", str(path)) == f"The summary is in {path}."
    assert path.read_text("utf-8") == held.answer("summary", "--to", "-") + "\n"


def test_to_a_file_below_my_own_folder(held: Shell, nobody_at_home: Path) -> None:
    held.answer("summary", "--to", "~/summary.txt", "--format", "text")
    assert (nobody_at_home / "summary.txt").is_file()


def test_to_the_clipboard_and_with_it_a_file_in_the_home(held: Shell, home: Path, clipboard: list[str]) -> None:
    said = held.answer("summary")
    (path,) = home.glob("communities/*/summaries/*")
    assert path.name.endswith("-summary-group.md")
    assert said == f"Summary on the clipboard and in {path}."
    assert clipboard == [path.read_text("utf-8")]
    assert clipboard[0].rstrip("\n") == held.answer("summary", "--to", "-")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    held.answer("summary", "--audience", "facilitators", "--format", "json", "--to", "clipboard")
    assert len(list(home.glob("communities/*/summaries/*"))) == 2


def test_the_terminals_clipboard_takes_it_and_the_message_does_not_claim_more(
    held: Shell, clock: TestClock, home: Path, tmp_path: Path
) -> None:
    nowhere = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "PATH": str(tmp_path)}
    with Terminal(clock.argv("summary"), env=nowhere) as terminal:
        assert terminal.wait_exit() == 0
        assert terminal.clipboard == held.answer("summary", "--to", "-") + "\n"
        said = terminal.raw.decode()
        (path,) = home.glob("communities/*/summaries/*")
        assert str(path) in said
        assert "for certain" in said


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--to", "/"), "/ is a folder; name a file in it"),
        (("--to", "/dev/null/summary.md"), "/dev/null/summary.md: a file stands where a folder should be; "),
        (("nosuch",), "no session is called 'nosuch'; there is "),
    ],
)
def test_where_it_cannot_go_is_refused(held: Shell, options: tuple[str, ...], said: str) -> None:
    assert held.refusal("summary", *options).startswith(said)


def test_a_session_that_is_planned_or_running_has_one_too(planned: Shell) -> None:
    assert "planned" in planned.answer("summary", "--to", "-")
    planned.answer("do", "start")
    assert "The session is not closed yet; this is how it stood at 14:00." in planned.answer("summary", "--to", "-")
