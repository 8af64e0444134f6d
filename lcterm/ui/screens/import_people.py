"""People from a file: into a community that is there, or a new one."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from lcterm.core.community import Community
from lcterm.core.joining import strangers
from lcterm.core.refusal import Refused
from lcterm.intake.files import read_file
from lcterm.intake.members import MEMBERS_BYTES, MemberList, read_members
from lcterm.store.register import found, join
from lcterm.ui.line import tame
from lcterm.ui.people_text import counted, left_out, listed, newcomers
from lcterm.ui.screens.form_from_file import FormFromFile

NEW = "new"


class Brought(NamedTuple):
    """What came of it: the community, and a sentence about it."""

    community: Community
    told: str


class ImportPeople(FormFromFile[Brought | None]):
    """Into one of the communities, or a new one, which is named then."""

    WHAT = "Names, one a line, or a CSV with headings, as a mail program or a spreadsheet saves it."
    EXAMPLE = "~/Downloads/members.csv"
    BRINGS_IN = "bring them in"

    def head(self) -> tuple[str, str]:
        return "Import people", "from a file"

    def fields(self) -> ComposeResult:
        yield from super().fields()
        with Vertical(id="naming"):
            yield self.label("What the new one is called")
            yield self.field("name")

    def more_options(self) -> Iterable[Option]:
        return (Option(Content("a new one"), id=NEW),)

    def on_mount(self) -> None:
        self.put(self._chosen, otherwise=len(self._known))

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
            self.told("")
            self.say(refused.reason)
            return
        people = newcomers(read)
        self.told(f"{counted(len(people))}: {listed(people)}")
        self.say("; ".join(left_out(read.skipped)), sign="")
        self.query_one("#where" if self._chosen != NEW else "#name").focus()

    def on_option_list_option_selected(self) -> None:
        if self._chosen == NEW and not self.typed("name").strip():
            self.query_one("#name").focus()
        else:
            self.action_keep()

    def _read(self) -> MemberList:
        """Who is in the file. Raises Refused with what, where and what to do."""
        path = self.path()
        return read_members(read_file(path, MEMBERS_BYTES), str(path))

    def keep(self) -> None:
        people = newcomers(self._read())
        if self._chosen == NEW:
            community = found(self._home, self._clock, self.typed("name"), "", people)
            told = f"{tame(community.name)} is here, {counted(len(community.active))}."
        else:
            community = self.community()
            new, known = strangers(community, people)
            if not new:
                raise Refused(f"Everybody in this file belongs to {tame(community.name)} already.")
            community = join(self._home, self._clock, community, new)
            already = f"; {counted(len(known))} in the file belonged already" if known else ""
            told = f"{counted(len(new))} joined {tame(community.name)}{already}."
        self.draft.clear()
        self.dismiss(Brought(community, told))
