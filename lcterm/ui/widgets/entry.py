"""A line to type into on the large screens: one line without a frame."""

from textual import events

from lcterm.core.text import clean
from lcterm.ui.widgets.one_line import OneLine

PASTED_MAX = 400


class Entry(OneLine):
    """One line; what is pasted into it is cleaned first, so that nothing in it can steer the terminal."""

    def __init__(self, max_length: int = PASTED_MAX) -> None:
        super().__init__(select_on_focus=False, compact=True, max_length=max_length, id="entry")

    def open(self, *, dotted: bool) -> None:
        """Begin anew; `dotted` where the room can read along."""
        self.value = ""
        self.password = dotted
        self.display = True

    def on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(clean(event.text[:PASTED_MAX], limit=PASTED_MAX))
