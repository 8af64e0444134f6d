"""The terminal that the whole-program tests sit before, tried on small programs of its own."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tests.terminal_screen import View

LISTENER = r"""
import os, signal, termios, tty
def show(text):
    os.write(1, text.encode())
def size(*_):
    show("\x1b[8;1H{}x{}".format(*os.get_terminal_size()))
def farewell(*_):
    termios.tcsetattr(0, termios.TCSADRAIN, cooked)
    show("\x1b[?1049l\x1b[?25h\x1b[?1003l\x1b[?2004lgoodbye")
    os._exit(3)
signal.signal(signal.SIGWINCH, size)
signal.signal(signal.SIGTERM, farewell)
cooked = termios.tcgetattr(0)
show("before\r\n")
tty.setraw(0)
show("\x1b[?1049h\x1b[?25l\x1b[?1003h\x1b[?2004h\x1b[Hready")
size()
while True:
    heard = os.read(0, 1024)
    show(f"\x1b[3;1H\x1b[2K{heard!r}")
"""


def python(program: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", program, *arguments]


@pytest.fixture
def listener() -> Iterator[Terminal]:
    """A full-screen program that shows the bytes of each key and its size."""
    with Terminal(python(LISTENER), size=(60, 12)) as terminal:
        terminal.wait_for(r"^ready")
        yield terminal


@pytest.mark.parametrize(
    ("keys", "heard"),
    [
        (("h", "j"), "b'hj'"),
        (("space", "enter", "backspace"), r"b' \r\x7f'"),
        (("up", "pagedown", "f2", "shift+tab"), r"b'\x1b[A\x1b[6~\x1bOQ\x1b[Z'"),
        (("ctrl+g", "alt+x", "esc"), r"b'\x07\x1bx\x1b'"),
        (("−",), r"b'\xe2\x88\x92'"),
    ],
)
def test_keys_arrive_as_a_terminal_sends_them(listener: Terminal, keys: tuple[str, ...], heard: str) -> None:
    listener.send(*keys)
    listener.wait_for(lambda text: heard in text)
    assert listener.row(2) == heard


def test_a_key_that_does_not_exist_is_a_mistake_of_the_test(listener: Terminal) -> None:
    with pytest.raises(ValueError, match="no key is called 'entre'"):
        listener.send("entre")
    with pytest.raises(ValueError, match="esc must be the last"):
        listener.send("esc", "j")


def test_typing_pasting_and_clicking(listener: Terminal) -> None:
    listener.type("Zoë\n")
    listener.wait_for(r"^b'Zo\\xc3\\xab\\r'$")
    listener.paste("10 min\n5 min")
    listener.wait_for(lambda text: r"b'\x1b[200~10 min\r5 min\x1b[201~'" in text)
    listener.click_on("eady")
    listener.wait_for(lambda text: r"b'\x1b[<0;2;1M\x1b[<0;2;1m'" in text)
    with pytest.raises(AssertionError, match="'nowhere' is not on the screen"):
        listener.click_on("nowhere")


def test_a_window_changes_its_size(listener: Terminal) -> None:
    listener.wait_for("^60x12")
    listener.resize(100, 30)
    listener.wait_for("^100x30")
    assert len(listener.screen().split("\n")) == 30


def test_a_program_that_ends_in_order_leaves_the_terminal_as_it_was(listener: Terminal) -> None:
    assert listener.left_on() == ["alternate screen", "mouse moves", "bracketed paste", "hidden cursor", "raw line"]
    listener.kill(signal.SIGTERM)
    assert listener.wait_exit() == 3
    assert listener.returncode == 3
    assert listener.screen().split() == ["before", "goodbye"]
    assert listener.left_on() == []


def test_a_program_that_is_killed_leaves_everything_on(listener: Terminal) -> None:
    listener.kill()
    assert listener.wait_exit() == -signal.SIGKILL
    assert "raw line" in listener.left_on()


def test_a_failed_wait_shows_the_screen(listener: Terminal) -> None:
    with pytest.raises(AssertionError, match=r"(?s)waited 0.05 s for 'never' \(it runs\); the screen:.*\|ready"):
        listener.wait_for("never", timeout=0.05)
    listener.kill()
    with pytest.raises(AssertionError, match="has left the terminal"):
        listener.wait_for("never")


def test_closing_the_window_hangs_up(tmp_path: Path) -> None:
    program = (
        "import pathlib, signal, sys, os;"
        "signal.signal(signal.SIGHUP, lambda *_: (pathlib.Path(sys.argv[1]).write_text('hung up'), os._exit(5)));"
        "print('ready', flush=True);"
        "signal.pause()"
    )
    note = tmp_path / "note"
    with Terminal(python(program, str(note))) as terminal:
        terminal.wait_for("ready")
        terminal.close_window()
        assert terminal.wait_exit() == 5
    assert note.read_text() == "hung up"


def test_ctrl_c_reaches_the_program_as_its_own_terminal() -> None:
    program = "import signal; print('ready', flush=True); signal.pause()"
    with Terminal(python(program)) as terminal:
        terminal.wait_for("ready")
        terminal.send("ctrl+c")
        terminal.wait_exit()
        assert "KeyboardInterrupt" in terminal.screen()


def test_the_terminal_reads_on_while_nobody_looks() -> None:
    program = "import sys; sys.stdout.write('x' * 1_000_000); print('done'); sys.stdout.flush(); input()"
    with Terminal(python(program)) as terminal:
        terminal.wait_for(lambda _: len(terminal.raw) > 1_000_000, timeout=60)


def test_a_stalled_terminal_holds_the_program_up_until_it_reads_again(tmp_path: Path) -> None:
    done = tmp_path / "done"
    program = (
        "import pathlib, sys; input();"
        "sys.stdout.write('x' * 200_000); sys.stdout.flush();"
        "pathlib.Path(sys.argv[1]).touch(); print('\\nthrough', flush=True); input()"
    )
    with Terminal(python(program, str(done))) as terminal:
        terminal.stop_reading()
        terminal.send("enter")
        with pytest.raises(AssertionError):
            terminal.wait_for("through", timeout=0.3)
        assert not done.exists()
        terminal.go_on_reading()
        terminal.wait_for("^through")
        assert done.exists()


def test_queries_are_answered() -> None:
    program = (
        "import os, sys, tty; tty.setraw(0);"
        "os.write(1, b'\\x1b[?2026$p\\x1b[?2048$p\\x1b[c\\x1b]11;?\\x1b\\\\\\x1b[5');"
        "os.write(1, b'n');"
        "heard = b'';\n"
        "while not heard.endswith(b'0n'): heard += os.read(0, 100)\n"
        "print(heard, end='', flush=True)"
    )
    with Terminal(python(program), size=(120, 5)) as terminal:
        terminal.wait_for("0n'")
        assert terminal.row(0) == (
            r"b'\x1b[?2026;2$y\x1b[?2048;0$y\x1b[?62;22c\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[0n'"
        )


def test_what_a_person_would_not_see_is_not_on_the_screen() -> None:
    """Kitty's keyboard, cursor shapes, key options, device strings and the clipboard print nothing."""
    program = (
        "print('a\\x1b[>1ub\\x1b[<uc\\x1b[=1;1ud\\x1b[2 qe\\x1b[>4;2mf\\x1b[?4mg\\x1bP+q544e\\x1b\\\\h"
        "\\x1b]52;c;Wm/Dqw==\\x07i', end='', flush=True); input()"
    )
    with Terminal(python(program)) as terminal:
        terminal.wait_for("i$")
        assert terminal.row(0) == "abcdefghi"
        assert not any(cell.underscore for cell in terminal.cells()[0])
        assert terminal.clipboard == "Zoë"


def test_a_frame_is_seen_whole_or_not_at_all() -> None:
    program = (
        "import sys; write = lambda s: (sys.stdout.write(s), sys.stdout.flush());"
        "write('old\\x1b[?2026h\\x1b[H\\x1b[Knew '); input(); write('frame\\x1b[?2026l'); input()"
    )
    with Terminal(python(program), size=(40, 4)) as terminal:
        terminal.wait_for(lambda _: b"new " in terminal.raw)
        assert terminal.row(0) == "old"
        terminal.send("enter")
        terminal.wait_for("frame")
        assert "old" not in terminal.screen()


@pytest.mark.parametrize("last_closed", [True, False])
def test_bytes_cut_anywhere_draw_the_same(last_closed: bool) -> None:
    data = (
        "\x1b[31mréd\x1b[0m \x1b[>1u\x1b[2 q漢 \x1bP+q544e\x1b\\b\x1b]52;c;Wm8=\x07"
        "\x1b[?2026h\x1b[2;1Hwhole\x1b[?2026l\x1b[?2026h\x1b[2;1HWHOLE" + "\x1b[?2026l" * last_closed
    ).encode()
    for cut in range(len(data) + 1):
        view = View(20, 3)
        view.feed(data[:cut])
        view.feed(data[cut:])
        assert view.lines() == ["réd 漢 b", "WHOLE" if last_closed else "whole", ""], cut
        assert view.cells()[0][0].fg == "red"
    view.feed(b"", last=True)
    assert view.lines()[1] == "WHOLE"


def test_wide_characters_take_two_cells_and_are_found_where_they_stand() -> None:
    with Terminal(python("print('漢字 x', flush=True); input()"), size=(20, 3)) as terminal:
        terminal.wait_for("x")
        assert terminal.row(0) == "漢字 x"
        assert [cell.data for cell in terminal.cells()[0][:6]] == ["漢", "", "字", "", " ", "x"]
        assert terminal.cursor() == (0, 1)


def test_the_program_gets_a_users_environment(monkeypatch: pytest.MonkeyPatch, nobody_at_home: Path) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TEXTUAL_THEME", "dracula")
    program = "import os; print(sorted(os.environ), os.environ['HOME'], os.environ['EXTRA'], flush=True); input()"
    with Terminal(python(program), size=(2000, 4), env={"EXTRA": "this"}, cwd=os.sep) as terminal:
        text = terminal.wait_for("this$")
    assert str(nobody_at_home) in text
    assert "TERM" in text
    assert "NO_COLOR" not in text
    assert "TEXTUAL_THEME" not in text
