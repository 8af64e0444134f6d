"""Setting a community up: what is negotiated with a sponsor and arranged before it begins, item by item."""

from collections.abc import Sequence
from typing import ClassVar, get_args

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from lcterm.core.charter import answer_text, noting, until_when
from lcterm.core.clock import Clock
from lcterm.core.community import Community
from lcterm.core.community_events import SetupState
from lcterm.core.fold_charter import SetupItem
from lcterm.core.refusal import Refused
from lcterm.core.when import due, local, zone_or_utc
from lcterm.documents.first_brief import FIRST, first_brief_text
from lcterm.store.charter import SettingUp, first_brief, setting_up
from lcterm.store.paths import Home
from lcterm.store.register import change
from lcterm.store.zone import machine_zone
from lcterm.ui.line import fit, tame
from lcterm.ui.screens.form import Form, keeps
from lcterm.ui.screens.framed import Way
from lcterm.ui.screens.page_keys import PageKeys
from lcterm.ui.screens.text_page import TextPage

STATES: tuple[SetupState, ...] = get_args(SetupState)
SIGNS: dict[SetupState, str] = {"open": "[ ]", "under way": "[~]", "settled": "[✓]", "not needed": "[–]"}
FITTING = "fitting"
"""The item that asks whether a Learning Community is what is needed."""

FIELDS = ("note", "who", "when")
KEYS = (
    ("↑ ↓", "Chooses an item"),
    ("space", "How it stands: open, under way, settled, not needed"),
    ("b", "At who goes first: reads the brief for them, to copy"),
    ("Tab", "To its note, who sees to it, and until when"),
)


class SettingUpScreen(Form[None]):
    """The list stays open: states change with a key, and what is typed about an item is kept with the item when the
    cursor goes on, and on the way out."""

    AUTO_FOCUS = "#items"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "switch", show=False),
        Binding("b", "brief", show=False),
        Binding("question_mark", "keys", show=False),
    ]

    def __init__(self, home: Home, clock: Clock, community: Community) -> None:
        super().__init__({})
        self._home, self._clock, self.community = home, clock, community
        self._items = setting_up()
        self._shown = self._items[0].id

    # ── What the page says ──────────────────────────────────────────────────────────────────────────────────────

    def head(self) -> tuple[str, str]:
        done = sum(one.state in ("settled", "not needed") for one in self.community.setup.values())
        return f"Setting up {tame(self.community.name)}", f"{done} of {len(self._items)} settled"

    def ways(self) -> Sequence[Way]:
        if not isinstance(self.focused, OptionList):
            return keeps("keep it"), Way("escape", "Esc", "back, it is kept"), Way("tab", "Tab", "next field")
        brief = (Way("b", "b", "read the brief"),) if self._shown == FIRST else ()
        return (
            Way("space", "space", "how it stands"),
            Way("escape", "Esc", "back"),
            *brief,
            Way("tab", "Tab", "note, who, when"),
            Way("question_mark", "?", "keys"),
        )

    def fields(self) -> ComposeResult:
        with Container(classes="beside"):
            with Vertical(classes="column first"):
                yield OptionList(*self._options(), id="items", classes="list", markup=False, compact=True)
            with VerticalScroll(classes="column", id="about", can_focus=False):
                yield Label("", id="state", markup=False)
                yield Label("", id="ask", classes="hint", markup=False)
                yield self.label("Note")
                yield self.field("note")
                yield self.label("Who sees to it")
                yield self.field("who")
                yield self.label("Until when")
                yield self.field("when")

    def _options(self) -> list[Option]:
        return [Option(Content(self._line(item)), id=item.id) for item in self._items]

    def _line(self, item: SettingUp) -> str:
        held = self._held(item.id)
        who = f" · {tame(held.who)}" if held.who else ""
        return f"{SIGNS[held.state]} {item.text}{who}"

    def _held(self, item: str) -> SetupItem:
        known = self.community.setup.get(item)
        return known or SetupItem(item=item, state="open", note="", who="", when="", at=0)

    def on_mount(self) -> None:
        self.query_one("#items", OptionList).highlighted = 0
        self._show(self._shown)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, Input):
            event.widget.cursor_position = len(event.widget.value)
        self.draw()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        if isinstance(event.widget, Input):
            event.widget.cursor_position = 0

    def _show(self, item: str) -> None:
        """The item with its question, and what was noted of it."""
        self._shown = item
        held, known = self._held(item), next(one for one in self._items if one.id == item)
        self.query_one("#state", Label).update(f"{known.group} · {held.state}")
        ask = known.ask
        if item == FITTING:
            ask += "\n" + "".join(f"\n· {title}: {when}" for title, when in first_brief().alternatives)
        self.query_one("#ask", Label).update(ask)
        for name in FIELDS:
            field = self.query_one(f"#{name}", Input)
            field.value = self._stands(held, name)
            field.cursor_position = 0  # a long one is seen from its beginning
        self.draft.clear()
        self.draw()

    # ── Changing it ─────────────────────────────────────────────────────────────────────────────────────────────

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        item = event.option.id or self._shown
        if item == self._shown:
            return
        try:
            self._keep_typed()
        except Refused as refused:
            self.query_one("#items", OptionList).highlighted = [one.id for one in self._items].index(self._shown)
            self.say(refused.reason)
            return
        self._show(item)

    def on_option_list_option_selected(self) -> None:
        self.action_switch()

    def action_switch(self) -> None:
        """How the item stands: on to the next state, and round."""
        if not isinstance(self.focused, OptionList):
            return
        held = self._held(self._shown)
        self._note(STATES[(STATES.index(held.state) + 1) % len(STATES)])

    def keep(self) -> None:
        self._keep_typed()
        self.say("Kept.", sign="✓")

    def action_leave(self) -> None:
        """Home; what was typed is kept."""
        try:
            self._keep_typed()
        except Refused as refused:
            self.say(refused.reason)
            return
        self.dismiss(None)

    def _keep_typed(self) -> None:
        """Raises Refused for what is too long, and where it cannot be saved."""
        if self._typed_anew():
            self._note()

    def _typed_anew(self) -> bool:
        held = self._held(self._shown)
        return any(self.typed(name) != self._stands(held, name) for name in FIELDS)

    def _stands(self, held: SetupItem, name: str) -> str:
        """What a field shows of what is noted; a day as people say it."""
        return fit(due(held.when) if name == "when" else getattr(held, name))

    def _understood(self, name: str) -> str:
        """What is typed in a field, as it is kept."""
        text = answer_text(self.typed(name), "this")
        today = local(self._clock.now(), zone_or_utc(machine_zone())).date()
        return until_when(text, today) if name == "when" else text

    def _note(self, state: SetupState | None = None) -> None:
        held = self._held(self._shown)
        typed = [name for name in FIELDS if self.typed(name) != self._stands(held, name)]
        note, who, when = (self._understood(name) if name in typed else None for name in FIELDS)
        event = noting(self.community, self._shown, state, note, who, when)
        if event is not None:
            self.community = change(self._home, self._clock, self.community.id, [event])
        field = self.query_one("#when", Input)
        if "when" in typed and field.value != self._stands(self._held(self._shown), "when"):
            field.value = self._stands(self._held(self._shown), "when")
        self._redraw()

    def _redraw(self) -> None:
        items = self.query_one("#items", OptionList)
        place = [one.id for one in self._items].index(self._shown)
        items.replace_option_prompt_at_index(place, Content(self._line(self._items[place])))
        self.query_one("#state", Label).update(f"{self._items[place].group} · {self._held(self._shown).state}")
        self.draw()

    def action_keys(self) -> None:
        """What the keys do here."""
        self.app.push_screen(PageKeys("Keys of setting up", KEYS))

    def action_brief(self) -> None:
        """The brief for the one who goes first, with what was noted of it: read here, and copied from there."""
        if self._shown != FIRST or not isinstance(self.focused, OptionList):
            return
        try:
            self._keep_typed()
            text = first_brief_text(self.community)
        except Refused as refused:
            self.say(refused.reason)
            return
        self.app.push_screen(TextPage("The brief", "for the one who goes first", text, "`lcterm setup --brief`"))
