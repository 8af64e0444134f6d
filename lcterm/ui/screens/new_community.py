"""A new community: its name, what it is for, its people."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import Label

from lcterm.core.clock import Clock
from lcterm.core.community import Community
from lcterm.core.refusal import Refused
from lcterm.intake.members import MemberList
from lcterm.store.paths import Home
from lcterm.store.register import found
from lcterm.ui.people_text import newcomers, read_people, understood
from lcterm.ui.screens.form import LEAVE, NEXT_FIELD, Form, keeps
from lcterm.ui.screens.framed import Way


class NewCommunity(Form[Community | None]):
    """Comes back with the community, or with nothing."""

    AUTO_FOCUS = "#name"

    def __init__(self, home: Home, clock: Clock, draft: dict[str, str]) -> None:
        super().__init__(draft)
        self._home, self._clock = home, clock

    def head(self) -> tuple[str, str]:
        return "New community", "the group you meet with again and again"

    def ways(self) -> Sequence[Way]:
        return keeps("make it"), LEAVE, NEXT_FIELD

    def fields(self) -> ComposeResult:
        yield self.label("Name")
        yield self.field("name")
        yield self.label("What it is for, in a sentence; may stay empty")
        yield self.field("purpose")
        yield self.label("Its people, one a line, or a table with headings: type or paste")
        yield self.text("people", "e.g. Amina, lettings and handovers\nBen\nChidi")
        yield Label("", id="understood", classes="hint", markup=False)

    def understand(self) -> None:
        self.query_one("#understood", Label).update(understood(self.typed("people")))

    def keep(self) -> None:
        text = self.typed("people")
        people = read_people(text) if text.strip() else MemberList((), ())
        if not self.typed("name").strip():
            self.query_one("#name").focus()
            raise Refused("A community needs a name.")
        community = found(self._home, self._clock, self.typed("name"), self.typed("purpose"), newcomers(people))
        self.draft.clear()
        self.dismiss(community)
