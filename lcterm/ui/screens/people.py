"""The people of a community: who belongs, with badges and roles; more can be added, one or a whole list."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from lcterm.core.badges import badges
from lcterm.core.clock import Clock
from lcterm.core.community import Community
from lcterm.core.events import Role, RolesGiven
from lcterm.core.joining import strangers
from lcterm.core.refusal import Refused
from lcterm.store.paths import Home
from lcterm.store.register import change, join
from lcterm.ui.line import fit, tame
from lcterm.ui.people_text import counted, newcomers, read_people, understood
from lcterm.ui.screens.form import LEAVE, Form, keeps
from lcterm.ui.screens.framed import Way
from lcterm.ui.screens.roles import GiveRoles
from lcterm.ui.widgets.fields import Text

NOBODY = "Nobody yet. Type or paste names on this page, then ctrl+g."


class People(Form[None]):
    """The list stays open: people are added and roles given until Esc."""

    AUTO_FOCUS = "#members"

    def __init__(self, home: Home, clock: Clock, community: Community, draft: dict[str, str]) -> None:
        super().__init__(draft)
        self._home, self._clock, self.community = home, clock, community

    def head(self) -> tuple[str, str]:
        return f"People of {tame(self.community.name)}", counted(len(self.community.active))

    def ways(self) -> Sequence[Way]:
        on_list = isinstance(self.focused, OptionList)
        first = Way("enter", "Enter", "roles") if on_list else keeps("add them")
        return first, Way("escape", "Esc", LEAVE.words), Way("tab", "Tab", "add people" if on_list else "the list")

    def fields(self) -> ComposeResult:
        with Container(classes="beside"):
            with Vertical(classes="column first"):
                yield self.label("Badge, name, practice, roles")
                yield OptionList(id="members", classes="list", markup=False, compact=True)
            with Vertical(classes="column"):
                yield self.label("Add people, one a line, or a table with headings")
                yield self.text("names", "Dorota, repairs between tenancies\nElif")
                yield Label("", id="understood", classes="hint", markup=False)

    def on_mount(self) -> None:
        self.list_people()
        if not self.community.active:
            self.query_one("#names").focus()

    def on_descendant_focus(self) -> None:
        self.draw()

    def list_people(self) -> None:
        """The members as they now are; the one that was chosen stays so."""
        members = self.query_one("#members", OptionList)
        chosen = members.highlighted or 0
        active = self.community.active
        given = badges([(one.person, one.name) for one in active])
        members.clear_options()
        if not active:
            members.add_option(Option(Content(NOBODY), disabled=True))
            return
        for one in active:
            roles = ", ".join(role for role in one.roles if role != "member")
            facts = " · ".join(fit(part) for part in (one.area, roles) if part)
            name = f"{given[one.person]:<3} {tame(one.name)}"
            members.add_option(Option(Content(name + (f" · {facts}" if facts else "")), id=one.person))
        members.highlighted = min(chosen, len(active) - 1)

    def understand(self) -> None:
        self.query_one("#understood", Label).update(understood(self.typed("names"), self.community))

    def keep(self) -> None:
        if not self.typed("names").strip():
            raise Refused("Nobody is written down to be added: type or paste names first.")
        new, known = strangers(self.community, newcomers(read_people(self.typed("names"))))
        if not new:
            raise Refused("Everybody on this list is a member already.")
        self.community = join(self._home, self._clock, self.community, new)
        self.draft.clear()
        self.query_one("#names", Text).text = ""
        self.list_people()
        self.understand()
        already = f"; {counted(len(known))} of the list belonged already" if known else ""
        self.say(f"{counted(len(new))} joined{already}.", sign="✓")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        member = self.community.members.get(event.option.id or "")
        if member is None:
            return

        def given(roles: tuple[Role, ...] | None) -> None:
            if roles is not None and roles != member.roles:
                self._give(member.person, roles)

        self.app.push_screen(GiveRoles(tame(member.name), member.roles), given)

    def _give(self, person: str, roles: tuple[Role, ...]) -> None:
        event = RolesGiven(person=person, roles=roles)
        try:
            self.community = change(self._home, self._clock, self.community.id, [event])
        except Refused as refused:
            self.say(refused.reason)
            return
        self.list_people()
        self.say(f"{tame(self.community.name_of(person))}: {', '.join(roles)}.", sign="✓")
