"""Stock fields of a page to fill in; what is pasted into them is cleaned on its way in."""

from textual import events
from textual.content import Content
from textual.widgets import TextArea

from lcterm.core.refusal import Refused
from lcterm.core.text import clean, neutralise
from lcterm.ui.widgets.one_line import OneLine

PASTED_MAX = 1_000_000
"""Characters; what is longer is taken as it is, made harmless, and refused by whoever reads it."""


class Field(OneLine):
    """One line."""

    def __init__(self, id: str, value: str, placeholder: str = "") -> None:
        super().__init__(value, placeholder, id=id, compact=True, select_on_focus=False)

    def on_paste(self, event: events.Paste) -> None:
        event.text = pasted(event.text)


class Text(TextArea):
    """Many lines. Tab leaves it."""

    def __init__(self, id: str, text: str, placeholder: str = "") -> None:
        shown = Content(placeholder)  # a string would be read as markup
        super().__init__(text, id=id, classes="list", placeholder=shown, compact=True, highlight_cursor_line=False)

    def on_paste(self, event: events.Paste) -> None:
        event.text = pasted(event.text)


def pasted(text: str) -> str:
    """What came from the clipboard without anything that steers a terminal. Tabs stay: tables are pasted with them."""
    try:
        return "\t".join(clean(cell, lines=True, limit=PASTED_MAX, what="what was pasted") for cell in text.split("\t"))
    except Refused:
        return neutralise(text)
