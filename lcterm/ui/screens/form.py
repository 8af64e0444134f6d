"""A page to fill in: head, stock fields, a message row, a footer. What is typed stays until the program ends."""

from collections.abc import Sequence
from typing import Any, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, Label, TextArea

from lcterm.core.refusal import Refused
from lcterm.store.shipped import shipped
from lcterm.ui.home_grid import SIDE_FROM
from lcterm.ui.line import Line, Span, row, wrap
from lcterm.ui.painting import Painted
from lcterm.ui.screens.framed import Way, clicked_way, ways_line
from lcterm.ui.widgets.fields import Field, Text
from lcterm.ui.widgets.home_lines import told_line
from lcterm.ui.widgets.pane import Pane

Result = TypeVar("Result")

MESSAGE_ROWS = 2
WIDTHS = [(0, "-stacked"), (SIDE_FROM, "-side")]
HEIGHTS = [(0, "-low"), (14, "-high")]
"""From so many columns or rows on, the page has this class in the style sheet."""

LEAVE = Way("escape", "Esc", "leave, text stays")
NEXT_FIELD = Way("tab", "Tab", "next field")


class Form(Painted[Result]):
    """A page over the home screen. ctrl+g, in every field, keeps what was filled in; Esc steps out of the page, and
    `draft`, which its maker holds, has the text when it is opened again."""

    CSS_PATH: ClassVar[Any] = str(shipped("styles", "pages.tcss"))
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+g,ctrl+enter", "keep", show=False, priority=True),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, draft: dict[str, str]) -> None:
        super().__init__()
        self.draft = draft
        self._head, self._message, self._foot = (Pane(id=f"form-{name}") for name in ("head", "message", "foot"))
        self._told: tuple[str, str] = ("", "")
        self._prefilled: dict[str, str] = {}

    # ── What a page says of itself ──────────────────────────────────────────────────────────────────────────────

    def fields(self) -> ComposeResult:
        """The fields, top to bottom."""
        raise NotImplementedError

    def head(self) -> tuple[str, str]:
        """What this page is for, and for whom."""
        raise NotImplementedError

    def ways(self) -> Sequence[Way]:
        """The footer: keys and words."""
        raise NotImplementedError

    def keep(self) -> None:
        """Make it so. Raises Refused where it cannot be; the reason goes to the message row and nothing is lost."""
        raise NotImplementedError

    def understand(self) -> None:
        """Say what was understood so far; called whenever a text changes."""

    def entered(self, field: str) -> None:
        """Enter in a field of one line: on to the next."""
        self.focus_next()

    # ── For its fields ──────────────────────────────────────────────────────────────────────────────────────────

    def field(self, id: str, placeholder: str = "", value: str = "") -> Field:
        """A field of one line with what was typed before, else with `value`."""
        self._prefilled[id] = value
        return Field(id, self.draft.get(id, value), placeholder)

    def text(self, id: str, placeholder: str = "") -> Text:
        """A field of many lines with what was typed before."""
        return Text(id, self.draft.get(id, ""), placeholder)

    def label(self, words: str) -> Label:
        """The words above a field."""
        return Label(words, classes="label", markup=False)

    def typed(self, id: str) -> str:
        """What stands in a field now."""
        field = self.query_one(f"#{id}")
        return field.value if isinstance(field, Input) else field.text if isinstance(field, TextArea) else ""

    def say(self, text: str, sign: str = "!") -> None:
        """The message row, a sentence."""
        self._told = (sign if text else "", text[:1].upper() + text[1:])
        self.draw()

    # ── Life on the screen ──────────────────────────────────────────────────────────────────────────────────────

    def compose(self) -> ComposeResult:
        self._head.add_class("row")
        self._foot.add_class("row")
        yield self._head
        with VerticalScroll(id="form-fields", can_focus=False):
            yield from self.fields()
        yield self._message
        yield self._foot

    def on_mount(self) -> None:
        self.understand()
        self.draw()

    def on_resize(self) -> None:
        self.draw()

    def draw(self) -> None:
        """Head, message and footer at the width there is."""
        width = max(4, self.app.size.width - (4 if self.app.size.width >= SIDE_FROM else 2))
        title, whom = self.head()
        self._head.show([row(width, [Span(title, "bold"), Span(f"  {whom}", "muted")])])
        lines = self._message_lines(width)
        self._message.styles.height = len(lines)
        self._message.show(lines)
        self._foot.show([ways_line(self.ways(), width, ())])

    def _message_lines(self, width: int) -> list[Line]:
        sign, text = self._told
        parts = wrap(text, width - 3)[:MESSAGE_ROWS] or [""]
        return [told_line(sign, parts[0], (), width), *(row(width, [Span(f"   {part}")]) for part in parts[1:])]

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def on_input_changed(self, event: Input.Changed) -> None:
        self._changed(event.input.id, event.value)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        self._changed(event.text_area.id, event.text_area.text)

    def _changed(self, id: str | None, text: str) -> None:
        before = self.draft.get(id or "", self._prefilled.get(id or "", ""))
        if id is not None and text != before and self.is_active:
            self.draft[id] = text
            self._told = ("", "")
            self.understand()
            self.draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.entered(event.input.id or "")

    def action_keep(self) -> None:
        """Try; say why not."""
        try:
            self.keep()
        except Refused as refused:
            self.say(refused.reason)

    def action_leave(self) -> None:
        """Out of the page; what was typed stays."""
        self.dismiss(None)

    def on_pane_clicked(self, event: Pane.Clicked) -> None:
        if event.pane is not self._foot:
            return
        key = clicked_way(self.ways(), event.pane.size.width, event.x, ())
        if key:
            # By the app itself: a key that this screen sends would end its way up at this screen.
            self.app.call_later(self.app.simulate_key, key)


def keeps(words: str) -> Way:
    """The way that keeps what was filled in."""
    return Way("ctrl+g", "ctrl+g", words)
