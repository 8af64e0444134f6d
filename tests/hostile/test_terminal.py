"""The real program in a real terminal: hostile words make it send nothing that plain ones do not."""

import re
from collections.abc import Sequence
from pathlib import Path

from tests.clock_program import TestClock
from tests.hostile.foreign import foreign_home
from tests.hostile.nasty import OWN, SPOKEN, STEERING, UNSEEN
from tests.terminal import Terminal

PLAIN = tuple(f"Plain words number {number}" for number in range(len(OWN)))
SEQUENCE = re.compile(
    rb"\x1b\](?P<system>\d*)[^\x07\x1b]*(?:\x07|\x1b\\)"
    rb"|\x1b\[(?P<private>[<=>?]?)(?P<numbers>[0-9;:]*)(?P<between>[ -/]*)(?P<end>[@-~])"
    rb"|\x1b(?P<string>[PX^_])[^\x1b]*\x1b\\"
    rb"|\x1b(?P<other>[ -/]*[0-~])"
    rb"|(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f])|\xc2(?P<c1>[\x80-\x9f])"
)
# What follows the end of a paste is typed, and may do anything: that is for the terminal to see to.
WRITTEN = ("".join(text for text in STEERING if "[201~" not in text), "".join(UNSEEN), " ".join(SPOKEN[:9]))


def sent(raw: bytes) -> set[str]:
    """What stands in these bytes beside text, each kind once. Of colours and places the numbers do not matter, of modes
    and reports they do."""
    kinds = set()
    for found in SEQUENCE.finditer(raw):
        named = {name: part for name, part in found.groupdict().items() if part is not None}
        if found["end"] in (b"m", b"H", b"A", b"B", b"C", b"D", b"K", b"J") and not found["private"]:
            del named["numbers"]
        kinds.add(repr(sorted(named.items())))
    return kinds


def back(terminal: Terminal) -> None:
    """Esc, and until it is clear that nothing follows it."""
    terminal.send("esc")
    terminal.settle(0.15)


def session(argv: Sequence[str], pasted: Sequence[str]) -> bytes:
    """All that the program sends while the board and what it opens are looked at, and these are pasted."""
    with Terminal(argv, size=(80, 24)) as terminal:
        terminal.wait_for("14:0")
        for key in ("3", "*"):
            terminal.send(key)
            terminal.settle(0.05)
            back(terminal)
        for text in pasted:
            terminal.send("c")
            terminal.paste(f"n {text}")
            terminal.settle(0.05)
            terminal.send("enter")
            terminal.settle(0.05)
        terminal.send("h")
        terminal.paste("".join(pasted)[:60])
        terminal.settle(0.05)
        back(terminal)
        terminal.send("ctrl+q")
        assert terminal.wait_exit() == 0
        assert terminal.left_on() == []
        return terminal.raw


def test_nothing_is_sent_that_plain_words_do_not_send(tmp_path: Path, clock: TestClock) -> None:
    raw = {}
    for name, texts, pasted in (("plain", PLAIN, PLAIN[:3]), ("hostile", OWN, WRITTEN)):
        made = foreign_home(tmp_path / name, clock, texts)
        raw[name] = session(clock.argv("--home", str(made.home.path), "run", made.held), pasted)
    assert len(raw["hostile"]) > 10_000
    assert sent(raw["hostile"]) - sent(raw["plain"]) == set()
    assert sent(raw["plain"]) - sent(raw["hostile"]) == set()


def test_the_look_sees_what_would_be_sent() -> None:
    for text in STEERING:
        if not {"\r", "\n", "\t"} & set(text) and text.isascii() and "no end" not in text:
            assert sent(text.encode()), text
    assert sent(b"\x1b[1;2H\x1b[31m") == sent(b"\x1b[7H\x1b[0;1m")
    assert sent(b"\x1b[?25l") != sent(b"\x1b[?25h")
