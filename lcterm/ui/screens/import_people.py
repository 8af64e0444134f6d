"""People from a file: into a community that is there, or a new one."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from lcterm.core.clock import Clock
from lcterm.core.community import Community
from lcterm.core.joining import strangers
from lcterm.core.refusal import Refused
from lcterm.intake.files import read_file
from lcterm.intake.members import MEMBERS_BYTES, MemberList, read_members
from lcterm.store.paths import Home
from lcterm.store.register import found, join
from lcterm.ui.line import tame
from lcterm.ui.people_text import counted, left_out, listed, newcomers
from lcterm.ui.screens.form import LEAVE, NEXT_FIELD, Form
from lcterm.ui.screens.framed import Way

NEW = "new"
WHAT = "Names, one a line, or a CSV with headings, as a mail program or a spreadsheet saves it."


class Brought(NamedTuple):
    """What came of it: the community, and a sentence about it."""

    community: Community
    told: str


class ImportPeople(Form[Brought | None]):
    """Enter reads the file and says who is in it; Enter once more, on where they go, brings them in."""

    AUTO_FOCUS = "#path"

    def __init__(
        self, home: Home, clock: Clock, known: Sequence[Community], chosen: str, draft: dict[str, str]
    ) -> None:
        super().__init__(draft)
        self._home, self._clock, self._known, self._chosen = home, clock, known, chosen

    def head(self) -> tuple[str, str]:
        return "Import people", "from a file"

    def ways(self) -> Sequence[Way]:
        on_path = self.focused is not None and self.focused.id == "path"
        return Way("enter", "Enter", "read the file" if on_path else "bring them in"), LEAVE, NEXT_FIELD

    def fields(self) -> ComposeResult:
        yield self.label("The file, with its folder; ~ is your own")
        yield self.field("path", "e.g. ~/Downloads/members.csv")
        yield Label(WHAT, id="read", classes="hint", markup=False)
        yield self.label("Into which community")
        options = [Option(Content(tame(one.name)), id=one.id) for one in self._known]
        yield OptionList(*options, Option(Content("a new one"), id=NEW), id="where", markup=False, compact=True)
        with Vertical(id="naming"):
            yield self.label("What the new one is called")
            yield self.field("name")

    def on_mount(self) -> None:
        where = self.query_one("#where", OptionList)
        ids = [option.id for option in where.options]
        where.highlighted = ids.index(self._chosen) if self._chosen in ids else len(ids) - 1

    def on_descendant_focus(self) -> None:
        self.draw()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self._chosen = event.option.id or NEW
        self.query_one("#naming").display = self._chosen == NEW

    def entered(self, field: str) -> None:
        if field == "name":
            self.action_keep()
            return
        try:
            read = self._read()
        except Refused as refused:
            self.query_one("#read", Label).update(WHAT)
            self.say(refused.reason)
            return
        people = newcomers(read)
        self.query_one("#read", Label).update(f"{counted(len(people))}: {listed(people)}")
        self.say("; ".join(left_out(read.skipped)), sign="")
        self.query_one("#where" if self._chosen != NEW else "#name").focus()

    def on_option_list_option_selected(self) -> None:
        if self._chosen == NEW and not self.typed("name").strip():
            self.query_one("#name").focus()
        else:
            self.action_keep()

    def _read(self) -> MemberList:
        """Who is in the file. Raises Refused with what, where and what to do."""
        typed = self.typed("path").strip().strip("'\"")
        if not typed:
            raise Refused("Which file? Write its name with its folder, such as ~/Downloads/members.csv.")
        try:
            path = Path(typed).expanduser().absolute()
        except RuntimeError:
            raise Refused(f"{typed}: nobody knows whose folder ~ is; write the path in full.") from None
        return read_members(read_file(path, MEMBERS_BYTES), str(path))

    def keep(self) -> None:
        people = newcomers(self._read())
        if self._chosen == NEW:
            community = found(self._home, self._clock, self.typed("name"), "", people)
            told = f"{tame(community.name)} is here, {counted(len(community.active))}."
        else:
            community = next(one for one in self._known if one.id == self._chosen)
            new, known = strangers(community, people)
            if not new:
                raise Refused(f"Everybody in this file belongs to {tame(community.name)} already.")
            community = join(self._home, self._clock, community, new)
            already = f"; {counted(len(known))} in the file belonged already" if known else ""
            told = f"{counted(len(new))} joined {tame(community.name)}{already}."
        self.draft.clear()
        self.dismiss(Brought(community, told))
