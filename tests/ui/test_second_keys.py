"""The keys that work while a line is written, and what they are called."""

from lcterm.ui.browser_driver import STANDS_FOR
from lcterm.ui.key_table import SHIPPED, KeyTable
from lcterm.ui.second_keys import second_keys


def test_every_thing_is_named_by_a_key_that_types_nothing() -> None:
    table = second_keys(SHIPPED)
    named = {key.id: key.label for key in table.keys if key.label and key.id != "help"}
    assert named["hand"] == "F2"
    assert named["next-speaker"] == "ctrl+g"
    assert all(label.startswith(("F", "ctrl+")) for label in named.values())
    assert table.shown("longer") == ""
    assert table["hand"].shown == "F2 …"


def test_in_a_browser_the_keys_that_come_through_are_named() -> None:
    table = second_keys(SHIPPED, STANDS_FOR)
    assert (table.shown("next-point"), table.shown("capture"), table.shown("undo")) == ("F10", "F12", "F8")


def test_own_keys_are_named_as_they_are() -> None:
    moved = KeyTable([key.moved_to(("x", "ctrl+y")) if key.id == "hand" else key for key in SHIPPED.keys])
    assert second_keys(moved).shown("hand") == "ctrl+y"
