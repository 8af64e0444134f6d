"""import minutes: what they propose, listed, taken by number, or asked for one by one."""

import io
from pathlib import Path

import pytest

from lcterm.cli.minutes import chosen
from lcterm.core.refusal import Refused
from tests.cli.running import Shell

MINUTES = """\
Met at two, talked until three; a secret that nobody is to find.
ACTION: Ana to send the notes by Friday
- [x] Ben booked the room
ACTION: Sam to call
DECISION: We meet monthly
"""
ID = "session-1"


@pytest.fixture
def minutes(tmp_path: Path) -> str:
    path = tmp_path / "minutes.md"
    path.write_text(MINUTES, "utf-8")
    return str(path)


def texts(shell: Shell) -> list[str]:
    return [one["text"] for one in shell.json("show", "--json")["captures"]]


def test_without_a_terminal_they_are_listed_and_nothing_is_kept(planned: Shell, minutes: str) -> None:
    for more in ((), ("--dry-run",)):
        ran = planned("import", "minutes", ID, minutes, *more)
        assert ran.out.splitlines() == [
            "3 captures proposed; nothing was kept. --take 1,3-5 keeps some, --take all keeps all.",
            "  1  a Send the notes @a ^2026-12-04   (line 2)",
            "  2  a Sam to call   (line 4; Sam: Sam K.? --as says so)",
            "  3  d We meet monthly   (line 5)",
        ]
        assert ran.err == "lcterm: line 3: done already, left out\n"
    assert texts(planned) == []


def test_those_that_are_named_are_kept_and_a_second_run_doubles_none(planned: Shell, minutes: str, home: Path) -> None:
    planned.answer("import", "minutes", ID, minutes, "--take", "1,3")
    assert texts(planned) == ["Send the notes", "We meet monthly"]
    ran = planned("import", "minutes", ID, minutes, "--take", "all", "--as", "Sam=Sam K.")
    assert texts(planned) == ["Send the notes", "We meet monthly", "Call"]
    assert "line 2: stands already; left as it is" in ran.err
    planned.answer("do", ID, "undo")
    assert texts(planned) == ["Send the notes", "We meet monthly"]
    assert not any(b"secret" in path.read_bytes() for path in home.rglob("*") if path.is_file())


def asked(shell: Shell, monkeypatch: pytest.MonkeyPatch, minutes: str, typed: str) -> str:
    """What is said at a terminal at which this is typed."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal(typed)
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("tests.cli.running.io.TextIOWrapper", lambda *_: terminal)
        meanwhile.setattr("tests.cli.running.io.StringIO", Terminal)
        meanwhile.setattr("builtins.input", lambda _: terminal.readline().rstrip("\n"))
        ran = shell("import", "minutes", ID, minutes)
    assert ran.status == 0, ran
    return ran.out + ran.err


def test_at_a_terminal_each_is_asked_for(
    planned: Shell, monkeypatch: pytest.MonkeyPatch, minutes: str, clipboard: list[str]
) -> None:
    said = asked(planned, monkeypatch, minutes, "y\nx\no\nn\n")
    assert "action · Ana · due Fri 4 Dec · for the group" in said
    assert "o keeps it as Sam K.'s" in said
    assert "'x' is none of them" in said
    assert "2 captures kept." in said
    captures = {one["text"]: one["owners"] for one in planned.json("show", "--json")["captures"]}
    assert captures == {"Send the notes": ["Ana"], "Sam to call": ["Sam K."]}
    assert "1 of 1, line 5:" in asked(planned, monkeypatch, minutes, "q\n")


def test_mended_on_the_line_it_is_kept_so_and_who_stops_keeps_what_was_kept(
    planned: Shell, monkeypatch: pytest.MonkeyPatch, minutes: str
) -> None:
    said = asked(planned, monkeypatch, minutes, "e\na Send them @zoe\na Send them @ben\ne\n\nq\n")
    assert "No one here is called zoe." in said
    assert "1 capture kept." in said
    assert [(one["text"], one["owners"]) for one in planned.json("show", "--json")["captures"]] == [
        ("Send them", ["Ben"])
    ]


def test_numbers_of_the_list() -> None:
    assert chosen("all", 3) == [1, 2, 3]
    assert chosen("3, 1-2,2", 4) == [1, 2, 3]


@pytest.mark.parametrize("typed", ["", "0", "5", "2-1", "1-9", "one", "1,,2", "-1", "9" * 20])
def test_numbers_that_are_none(typed: str) -> None:
    with pytest.raises(Refused, match="--take"):
        chosen(typed, 4)


def test_a_file_without_any_is_refused_with_its_line(planned: Shell, tmp_path: Path) -> None:
    path = tmp_path / "empty.md"
    path.write_text("We met.\n", "utf-8")
    assert "empty.md, line 1: nothing from here on is marked" in planned.refusal("import", "minutes", ID, str(path))
    assert "no such file" in planned.refusal("import", "minutes", ID, str(tmp_path / "none.md"))
