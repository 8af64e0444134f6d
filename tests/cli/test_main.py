"""How every command is written, where its home is, and how it ends."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lcterm import __version__
from lcterm.cli import main as program
from lcterm.cli.act_meanings import MEANINGS
from lcterm.cli.main import COMMANDS
from lcterm.core.acts import ACTS
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.terminal_line import environment

NAMES = [command.name for command in COMMANDS]


def test_the_version_alone_and_after_every_command(shell: Shell) -> None:
    assert shell.answer("--version") == f"lcterm {__version__}"
    for name in NAMES:
        assert shell.answer(name, "--version") == f"lcterm {__version__}"


@pytest.mark.parametrize("name", NAMES)
def test_every_command_explains_itself(shell: Shell, name: str) -> None:
    text = shell.answer(name, "--help")
    assert text.startswith(f"usage: lcterm {name}")
    assert "--home DIR" in text


def test_help_lists_every_command_with_what_it_does(shell: Shell) -> None:
    text = shell.answer("--help")
    for command in COMMANDS:
        assert command.name in text
        assert " ".join(command.help.split()[:2]) in text


def test_help_of_do_lists_every_act_and_that_of_capture_every_kind(shell: Shell) -> None:
    told = shell.answer("do", "--help").splitlines()
    assert "hand NAME [process|question|reply|point]: puts a hand up, and what for" in told
    assert list(MEANINGS) == list(ACTS)
    assert all(any(line.startswith(f"{act.usage}:"[:70]) for line in told) for act in ACTS.values())
    assert "a action, l learning, d decision" in " ".join(shell.answer("capture", "--help").split())


@pytest.mark.parametrize(
    "argv",
    [
        ("--vers",),
        ("--hom", "x", "sessions"),
        ("sessions", "--js"),
        ("members", "--ad", "Zoe"),
        ("plan", "--temp", "blank"),
        ("summary", "--aud", "group"),
        ("import", "turns", "--rec", "a", "s", "f"),
        ("show", "--fol"),
        ("check", "--rep"),
        ("demo", "--fr"),
    ],
)
def test_options_are_never_abbreviated(shell: Shell, argv: tuple[str, ...]) -> None:
    assert "--help` shows how it is written" in shell.usage(*argv)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("frobnicate",), "invalid choice: 'frobnicate' (choose from "),
        (("new",), "the following arguments are required: NAME; `lcterm new --help`"),
        (("new", "a", "b"), "unrecognized arguments: b"),
        (("do",), "required: [SESSION] ACT [ARG…]"),
        (("capture",), "required: [SESSION] TEXT"),
        (("import",), "required: members|turns"),
        (("import", "turns", "s"), "required: FILE"),
        (("summary", "--format", "pdf"), "invalid choice: 'pdf'"),
        (("plan", "--template", "blank", "--agenda", "-"), "--agenda: not allowed with argument --template"),
        (("--home",), "--home: expected one argument"),
    ],
)
def test_wrong_usage_is_status_2(shell: Shell, argv: tuple[str, ...], said: str) -> None:
    assert said in shell.usage(*argv)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("tick", "chairs"), "tick is an act: lcterm do tick ITEM…"),
        (("--home", "sessions", "Undo"), "undo is an act: lcterm do undo"),
        (("membres", "--json"), "'membres' is no command; did you mean lcterm members? `lcterm --help` lists all"),
        (
            ("withdrwa", "ana"),
            "'withdrwa' is no command; did you mean lcterm do withdraw NAME? `lcterm --help` lists all",
        ),
    ],
)
def test_an_act_or_a_slip_in_the_place_of_a_command(shell: Shell, argv: tuple[str, ...], said: str) -> None:
    assert shell.usage(*argv) == said


def test_a_command_that_is_written_wrongly_is_told_as_ever(shell: Shell) -> None:
    assert shell.usage("next", "--tick") == "unrecognized arguments: --tick; `lcterm --help` shows how it is written"


def test_the_home_before_and_after_the_command_and_in_the_environment(
    clock: TestClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell, before, after, environ = Shell(clock), tmp_path / "before", tmp_path / "after", tmp_path / "environ"
    monkeypatch.setenv("LCTERM_HOME", str(environ))
    assert shell.answer("new", "Third") == "third"
    assert shell.answer("--home", str(before), "new", "First") == "first"
    assert shell.answer("new", "Second", "--home", str(after)) == "second"
    assert shell.answer("--home", str(before), "new", "Both", f"--home={after}") == "both"
    for home, slugs in ((before, "first"), (after, "both, second"), (environ, "third")):
        assert shell.refusal("plan", "nobody", "--home", str(home)).endswith(f"there is {slugs}")
    assert shell.answer("import", "--home", str(after), "members", "second", "-", stdin="Ana") == (
        "Ana\n1 person joined Second."
    )
    assert "Ana" in shell.answer("members", "second", "--home", str(after))


def test_without_any_home_it_is_the_platforms_place(
    clock: TestClock, nobody_at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LCTERM_HOME")
    Shell(clock).answer("new", "Peers")
    if sys.platform == "linux":
        assert (nobody_at_home / "data" / "lcterm" / "communities").is_dir()
    shell = Shell(clock)
    shell.answer("new", "Others", "--home", "~/elsewhere")
    assert (nobody_at_home / "elsewhere" / "communities").is_dir()


def test_an_empty_home_is_refused(shell: Shell) -> None:
    assert shell.refusal("sessions", "--home", " ") == "--home is empty; name a folder after it, or leave it out"


def test_nothing_is_made_by_looking(shell: Shell, home: Path) -> None:
    shell.answer("sessions")
    shell.answer("templates")
    shell.answer("check")
    shell.refusal("show")
    assert not home.exists()


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (OSError(errno.EIO, "Input/output error", "/some/where"), "/some/where: input/output error"),
        (OSError("no name"), "no name"),
        (RecursionError("deep\ndown"), "this input cannot be worked with (RecursionError); nothing was changed"),
        (UnicodeEncodeError("utf-8", "\udc80", 0, 1, "x"), "this input cannot be worked with (UnicodeEncodeError); "),
    ],
)
def test_what_nobody_foresaw_is_one_line_without_a_traceback(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, problem: Exception, said: str
) -> None:
    def fail(context: object, options: object) -> int:
        raise problem

    monkeypatch.setattr("lcterm.cli.planning.list_sessions", fail)
    assert shell.refusal("sessions").startswith(said)


@pytest.mark.parametrize(
    "argv",
    [
        ("frob{}",),
        ("sessions", "--frob{}"),
        ("sessions", "{}"),
        ("show", "{}"),
        ("do", "{}"),
        ("do", "hand", "{}"),
        ("do", "jump", "{}"),
        ("do", "end", "--at", "{}"),
        ("capture", "a do it @nobody{}"),
        ("members", "--import", "{}"),
        ("members", "--role", "{}"),
        ("members", "--role", "Ana={}"),
        ("plan", "--zone", "{}"),
        ("plan", "--starts", "{}"),
        ("plan", "--template", "{}"),
        ("plan", "--agenda", "{}"),
        ("templates", "--show", "{}"),
        ("templates", "--copy", "{}"),
        ("import", "turns", "{}", "{}"),
        ("summary", "--format", "{}"),
        ("sessions", "--home", "/dev/null/{}"),
    ],
)
def test_what_is_typed_or_pasted_never_drives_the_terminal(planned: Shell, argv: tuple[str, ...]) -> None:
    ran = planned(*(word.format("\x1b]0;owned\x07\x1b[31m\x9b31m\u202e\udcff") for word in argv))
    assert ran.status in (1, 2)
    assert ran.err.startswith("lcterm: ")
    assert ran.err.count("\n") == 1
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\udcff"} & set(ran.err + ran.out)


def test_ctrl_c_ends_a_command_as_a_shell_expects(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(context: object, options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("lcterm.cli.planning.list_sessions", interrupted)
    assert shell("sessions") == (130, "", "")


def test_the_console_script_takes_its_words_from_the_shell(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    monkeypatch.setattr(sys, "argv", ["lcterm", "sessions"])
    assert program.entry() == 0
    assert capsys.readouterr().out == "No session yet; lcterm plan makes one.\n"


LATE = "import atexit; atexit.register(print, 'late')\n"


@pytest.mark.parametrize(("argv", "status"), [(["show"], 0), (["show", "of-nobody"], 1), (["snow"], 2)])
def test_a_command_ends_at_once(argv: list[str], status: int, planned: Shell, home: Path) -> None:
    """Without what Python does last of all."""
    script = f"{LATE}from lcterm.cli.main import entry; raise SystemExit(entry())"
    ran = subprocess.run(
        [sys.executable, "-c", script, *argv], capture_output=True, text=True, check=False, env=environment({})
    )
    assert ran.returncode == status
    assert (ran.stdout if status == 0 else ran.stderr).endswith("\n")
    assert "late" not in ran.stdout


@pytest.mark.parametrize(("before", "said"), [("", "kept"), ("import threading\n", "keptlate\n")])
def test_at_its_end_all_is_said_and_threads_are_waited_for(before: str, said: str) -> None:
    script = f"{before}{LATE}from lcterm.cli.main import _end_at_once; print('kept', end=''); _end_at_once(0)"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == said


def test_a_reader_that_goes_away_is_no_traceback(planned: Shell, clock: TestClock) -> None:
    """As in `lcterm show --json | head -1`."""
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        clock.argv("show", "--json"), stdout=write, stderr=subprocess.PIPE, check=False, env=environment({})
    )
    os.close(write)
    assert (ran.returncode, ran.stderr) == (1, b"")
