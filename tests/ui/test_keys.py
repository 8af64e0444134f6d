"""Every key means one thing, and what a keyboard sends is what the table calls it."""

from collections import Counter

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App

from lcterm.ui.key_table import SHIPPED, KeyTable, keys_of
from lcterm.ui.keys import GROUPS, KEYS, TEN
from lcterm.ui.line import cells

SENT = {
    " ": "next-speaker",
    "\x07": "next-speaker",
    "h": "hand",
    "\x1bOQ": "hand",
    "\x1bOR": "spoke",
    "\x1bOS": "give",
    "n": "next-point",
    "\x1b[6~": "next-point",
    "\x0e": "next-point",
    "\x1b[5~": "back",
    "\x1b[15~": "clock",
    "+": "longer",
    "=": "longer",
    "-": "shorter",
    ">": "longer-5",
    "<": "shorter-5",
    "\x14": "capture",
    "\x1b[20~": "veil",
    "1": "agenda",
    "\x1b[19~": "undo",
    "\x12": "redo",
    ":": "palette",
    "\x0f": "palette",
    "?": "help",
    "q": "quit",
    "i": "interject",
    ",": "reopen",
    ".": "sentence",
    ";": "kinds",
    "/": "line",
    "\x1b[A": "move-up",
    "\x1b[B": "move-down",
    "\t": "suggestion",
    "d": "strike",
    "!": "decide",
    "l": "landing",
    "0": "care",
    "\x0c": "care",
    "9": "hand-over",
    "\r": "offer",
    # Terminals that report modifiers by themselves: caps lock with h, shift with h, shift with space.
    "\x1b[104;65u": "hand",
    "\x1b[104;2u": "hand",
    "\x1b[32;2u": "next-speaker",
}

BY_ID = {key.id: key for key in KEYS}
by_key = SHIPPED.by_key

MEANINGLESS = ["\x08", "\x1b[104;5u", "\x1b[C", "\x1b[D", "\x1b[1;2A", "ö", "山", "@", "\x1b[21~"]


def pressed(sequence: str) -> list[events.Key]:
    """The key presses that Textual makes of what a terminal sends."""
    return [event for event in XTermParser().feed(sequence) if isinstance(event, events.Key)]


@pytest.mark.parametrize("sequence", SENT)
def test_what_a_terminal_sends(sequence: str) -> None:
    (sent,) = pressed(sequence)
    assert by_key(sent.key, sent.character) is BY_ID[SENT[sequence]]


@pytest.mark.parametrize("sequence", MEANINGLESS)
def test_other_keys_do_nothing(sequence: str) -> None:
    sent = pressed(sequence)
    assert sent
    assert [by_key(event.key, event.character) for event in sent] == [None] * len(sent)


@pytest.mark.parametrize(
    ("name", "character"), [("alt+h", "h"), ("ctrl+plus", "+"), ("alt+minus", "-"), ("left", None)]
)
def test_keys_with_ctrl_or_alt_do_nothing(name: str, character: str | None) -> None:
    assert by_key(name, character) is None


@pytest.mark.parametrize(("name", "character", "id"), [("add", "+", "longer"), ("subtract", "-", "shorter")])
def test_the_number_pad_counts(name: str, character: str, id: str) -> None:
    assert by_key(name, character) is BY_ID[id]


@pytest.mark.parametrize("id", [key.id for key in KEYS if key.keys[0].isalpha() and len(key.keys[0]) == 1])
def test_caps_lock_does_not_matter(id: str) -> None:
    (sent,) = pressed(BY_ID[id].keys[0].upper())
    assert sent.key.isupper()
    assert by_key(sent.key, sent.character) is BY_ID[id]


class Listening(App[None]):
    """Takes down what every key press means."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str | None] = []

    def on_key(self, event: events.Key) -> None:
        key = by_key(event.key, event.character)
        self.heard.append(key and key.id)


async def test_every_key_of_the_table_arrives_in_a_running_program() -> None:
    app = Listening()
    expected = [key.id for key in KEYS for _ in key.keys]
    async with app.run_test() as pilot:
        await pilot.press(*(name for key in KEYS for name in key.keys))
        await pilot.press("A", "+", "-", "?", ":", "<", ">", "=", " ")
    assert app.heard[: len(expected)] == expected
    assert app.heard[len(expected) :] == [
        "arrive", "longer", "shorter", "help", "palette", "shorter-5", "longer-5", "longer", "next-speaker",
    ]  # fmt: skip


def test_no_key_means_two_things() -> None:
    assert SHIPPED.clashes() == []
    assert [id for id, count in Counter(key.id for key in KEYS).items() if count > 1] == []


def test_keys_that_are_not_safe_are_not_used() -> None:
    names = {name for key in KEYS for name in key.keys}
    unsafe = {"ctrl+i", "ctrl+m", "ctrl+j", "ctrl+h", "ctrl+a", "ctrl+b", "ctrl+p", "f1", "f6", "f7", "escape"}
    assert not names & unsafe
    assert [key.id for key in KEYS if "enter" in key.keys] == ["offer"], "it opens a page, and changes nothing"
    assert not [name for name in names if name.startswith("alt+")]


@pytest.mark.parametrize("id", BY_ID)
def test_every_key_is_explained(id: str) -> None:
    each = BY_ID[id]
    assert 0 < cells(each.footer) <= 14
    assert 0 < cells(each.tooltip) <= 46
    assert 0 < cells(each.short) <= cells(each.footer)
    assert 0 < cells(each.shown) <= 5
    assert each.group in dict(GROUPS)
    assert each.shown.endswith(" …") == (each.takes == "person")


def test_the_order_of_the_table() -> None:
    assert " ".join(key.id for key in KEYS) == (
        "next-speaker hand spoke give interject free pass withdraw reopen move-up move-down suggestion kinds mode "
        "next-point back jump clock late longer shorter longer-5 shorter-5 landing care "
        "arrive leave listen line hand-over order say capture sentence mend strike decide read-back "
        "veil agenda voices captures summary cards prepare room since so-far offer undo redo palette help quit"
    )


def test_the_groups_hold_every_key_once_in_the_order_of_the_help_screen() -> None:
    groups = SHIPPED.grouped()
    assert [title for title, _ in groups] == ["The floor", "Writing", "People", "Time", "Seeing", "Always"]
    assert sorted(key.id for _, keys in groups for key in keys) == sorted(BY_ID)
    assert " ".join(key.shown for _, keys in groups for key in keys) == (
        "space h … s … g … i … f p w … , ↑ … ↓ … Tab ; m c . e d ! 5 a … x … k … / … 9 … o y n b j t z + − > < l 0 "
        "v 1 2 3 4 6 7 8 \\ * Enter u r : ? q q"
    )


def test_other_keys_as_people_know_them() -> None:
    assert BY_ID["next-point"].also == ("PgDn", "ctrl+n")
    assert BY_ID["hand"].also == ("F2",)
    assert BY_ID["longer"].also == ("=",)
    assert BY_ID["free"].also == ()


def test_the_table_as_markdown() -> None:
    assert len(TEN) == 10
    table = SHIPPED.markdown(TEN).splitlines()
    assert table[:4] == [
        "| key | | what it does | also |",
        "|---|---|---|---|",
        "| `space` | next speaker | Top of the queue, or next in the round | `ctrl+g` |",
        "| `h …` | hand | Hand up; 1–4 first for the kind | `F2` |",
    ]
    assert len(table) == 12
    assert len(SHIPPED.markdown().splitlines()) == len(KEYS) + 2


def test_a_key_by_its_id_and_anything_else_as_it_is() -> None:
    assert [SHIPPED.shown(word) for word in ("undo", "hand", "quit", "next-point", "Esc", "g j")] == [
        *("u", "h", "q", "n"),
        *("Esc", "g j"),
    ]


def test_a_key_on_other_keys_is_the_same_thing() -> None:
    moved = BY_ID["hand"].moved_to(("ctrl+f", "pagedown"))
    assert (moved.shown, moved.label, moved.also) == ("ctrl+f …", "ctrl+f", ("PgDn",))
    assert BY_ID["quit"].moved_to(("f10",)).shown == "F10 F10"
    assert BY_ID["undo"].moved_to(()).shown == BY_ID["hand"].moved_to(()).label == ""
    assert KeyTable([moved]).by_key("ctrl+f") is moved
    assert KeyTable([moved]).by_key("h", "h") is None


def test_an_app_without_keys_of_its_own_has_the_shipped_ones() -> None:
    assert keys_of(object()) is SHIPPED
