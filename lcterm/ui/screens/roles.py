"""The roles of one person."""

from collections.abc import Sequence
from typing import ClassVar, get_args

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from lcterm.core.events import Role
from lcterm.ui.screens.form import Form, keeps
from lcterm.ui.screens.framed import Way

ROLES: tuple[Role, ...] = get_args(Role)

WORDS: dict[Role, str] = {
    "member": "a peer who attends, speaks, presents",
    "facilitator": "holds the space; not counted among the voices",
    "co-facilitator": "a second pair of hands; not counted among the voices",
    "presenter": "brings a case or a theme",
    "coordinator": "arranges room, date and notices",
    "rules keeper": "writes the rules down and brings them back",
    "sponsor": "authorises time and money",
    "observer": "is there; not counted among the voices",
}
"""What each role does, in short. Source: [HB]."""

FROM_NOW_ON = "From the next start on: a session under way keeps the roles that it began with."


class GiveRoles(Form[tuple[Role, ...]]):
    """Comes back with the roles, or with nothing."""

    AUTO_FOCUS = "#roles"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "switch", show=False)]

    def __init__(self, name: str, roles: Sequence[Role]) -> None:
        super().__init__({})
        self._whose, self._roles = name, set(roles)

    def head(self) -> tuple[str, str]:
        return self._whose, "roles, several if need be"

    def ways(self) -> Sequence[Way]:
        return keeps("give these roles"), Way("escape", "Esc", "as they were"), Way("space", "space", "on or off")

    def fields(self) -> ComposeResult:
        yield self.label(FROM_NOW_ON)
        yield OptionList(*(Option(self._line(role), id=role) for role in ROLES), id="roles", markup=False, compact=True)

    def _line(self, role: Role) -> Content:
        return Content(f"{'✓' if role in self._roles else ' '} {role:<15}{WORDS[role]}")

    def action_switch(self) -> None:
        """Give the chosen role, or take it."""
        place = self.query_one(OptionList).highlighted
        if place is not None:
            self._roles ^= {ROLES[place]}
            self.query_one(OptionList).replace_option_prompt_at_index(place, self._line(ROLES[place]))

    def on_option_list_option_selected(self) -> None:
        self.action_switch()

    def keep(self) -> None:
        self.dismiss(tuple(role for role in ROLES if role in self._roles) or ("member",))
