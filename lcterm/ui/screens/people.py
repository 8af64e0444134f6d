"""The people of a community: who belongs, with badges and roles, and who has left; more can be added, one or a whole
list."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from lcterm.core.badges import badges
from lcterm.core.clock import Clock
from lcterm.core.community import Community, Member
from lcterm.core.community_events import CommunityEvent, RolesGiven
from lcterm.core.events import Role
from lcterm.core.joining import strangers
from lcterm.core.membership import leaving, left_to_do, renaming, returning
from lcterm.core.refusal import Refused
from lcterm.store.paths import Home
from lcterm.store.register import change, join
from lcterm.store.shelf import read_community
from lcterm.ui.line import fit, tame
from lcterm.ui.people_text import counted, newcomers, read_people, understood
from lcterm.ui.screens.forgetting import Forgetting
from lcterm.ui.screens.form import LEAVE, Form, keeps
from lcterm.ui.screens.framed import Way
from lcterm.ui.screens.page_keys import PageKeys
from lcterm.ui.screens.rename import Rename
from lcterm.ui.screens.roles import GiveRoles
from lcterm.ui.widgets.fields import Text

KEYS = (
    ("↑ ↓", "Chooses somebody"),
    ("Enter", "Roles: several each, and they may change"),
    ("r", "Another name, everywhere at once"),
    ("x", "Leaves the community, or comes back"),
    ("f", "Forgets them: shows first what would go, and does it when the whole name is typed"),
    ("Tab", "To the field where people are added"),
)
NOBODY = "Nobody yet. Type or paste names on this page, then ctrl+g."


class People(Form[None]):
    """The list stays open: people are added, roles given and names changed until Esc. Letters act on the list alone:
    beside it they are written."""

    AUTO_FOCUS = "#members"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "rename", show=False),
        Binding("x", "leave_or_return", show=False),
        Binding("f", "forget", show=False),
        Binding("question_mark", "keys", show=False),
    ]

    def __init__(self, home: Home, clock: Clock, community: Community, draft: dict[str, str]) -> None:
        super().__init__(draft)
        self._home, self._clock, self.community = home, clock, community

    def head(self) -> tuple[str, str]:
        return f"People of {tame(self.community.name)}", counted(len(self.community.active))

    def ways(self) -> Sequence[Way]:
        on_list = isinstance(self.focused, OptionList)
        if not on_list:
            return keeps("add them"), Way("escape", "Esc", LEAVE.words), Way("tab", "Tab", "the list")
        member = self._chosen()
        comes_back = member is not None and not member.active
        return (
            Way("escape", "Esc", "home"),
            Way("enter", "Enter", "roles"),
            Way("r", "r", "rename"),
            Way("x", "x", "returns" if comes_back else "leaves"),
            Way("tab", "Tab", "add people"),
            Way("f", "f", "forget"),
            Way("question_mark", "?", "keys"),
        )

    def fields(self) -> ComposeResult:
        with Container(classes="beside"):
            with Vertical(classes="column first"):
                yield self.label("Badge, name, practice, roles")
                yield OptionList(id="members", classes="list", markup=False, compact=True)
            with Vertical(classes="column"):
                yield self.label("Add people, one a line, or a table with headings")
                yield self.text("names", "e.g. Dorota, repairs between tenancies\nElif")
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
        chosen, place = self._chosen(), members.highlighted or 0
        active = self.community.active
        given = badges([(one.person, one.name) for one in active])
        shown = [*active, *(one for one in self.community.named if not one.active)]
        members.clear_options()
        if not shown:
            members.add_option(Option(Content(NOBODY), disabled=True))
            return
        for one in shown:
            roles = ", ".join(role for role in one.roles if role != "member")
            facts = " · ".join(fit(part) for part in ("" if one.active else "left", one.area, roles) if part)
            name = f"{given.get(one.person, ''):<3} {tame(one.name)}"
            members.add_option(Option(Content(name + (f" · {facts}" if facts else "")), id=one.person))
        people = [one.person for one in shown]
        if chosen is not None and chosen.person in people:  # who leaves goes to the end of the list
            place = people.index(chosen.person)
        members.highlighted = min(place, len(shown) - 1)

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
        if self._change(RolesGiven(person=person, roles=roles)):
            self.say(f"{tame(self.community.name_of(person))}: {', '.join(roles)}.", sign="✓")

    # ── Another name, leaving, coming back ──────────────────────────────────────────────────────────────────────

    def on_option_list_option_highlighted(self) -> None:
        self.draw()

    def _chosen(self) -> Member | None:
        """Who is chosen on the list."""
        option = self.query_one("#members", OptionList).highlighted_option
        return self.community.members.get(option.id or "") if option is not None else None

    def action_rename(self) -> None:
        """Ask for another name."""
        member = self._chosen()
        if member is None:
            return

        def keep(name: str) -> str:
            self.community = change(
                self._home, self._clock, self.community.id, [renaming(self.community, member.person, name)]
            )
            return self.community.name_of(member.person)

        def told(name: str | None) -> None:
            if name is not None:
                self.list_people()
                self.say(f"{tame(member.name)} is {tame(name)} from now on.", sign="✓")

        self.app.push_screen(Rename(member.name, keep), told)

    def action_leave_or_return(self) -> None:
        """Whoever is chosen leaves the community, or comes back."""
        member = self._chosen()
        if member is None:
            return
        event = (leaving if member.active else returning)(self.community, member.person)
        if self._change(event):
            words = "has left; the past keeps the name. x brings them back." if member.active else "is a member again."
            undone = [tame(line) for line in left_to_do(member)] if member.active else []
            self.say(" ".join((f"{tame(member.name)} {words}", *undone)), sign="✓")

    def action_keys(self) -> None:
        """What the keys do here."""
        self.app.push_screen(PageKeys("Keys of the people page", KEYS))

    def action_forget(self) -> None:
        """What forgetting whoever is chosen comes to; it is done only once the whole name was typed."""
        member = self._chosen()
        if member is None:
            return

        def told(done: bool | None) -> None:
            if done:
                self.community = read_community(self._home, self.community.id)
                self.list_people()
                self.say("Forgotten: the name is out of every stored file here.", sign="✓")

        self.app.push_screen(Forgetting(self._home, self._clock, self.community, member.name), told)

    def _change(self, event: CommunityEvent) -> bool:
        """Make it so; whether it could be saved."""
        try:
            self.community = change(self._home, self._clock, self.community.id, [event])
        except Refused as refused:
            self.say(refused.reason)
            return False
        self.list_people()
        return True
