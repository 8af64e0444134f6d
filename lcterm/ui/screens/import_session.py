"""A whole session out of a file, as `lcterm session` wrote it, into a community."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, OptionList

from lcterm.core.community import Community
from lcterm.core.joining import Newcomer
from lcterm.core.names import Known, find_person
from lcterm.core.refusal import Refused
from lcterm.core.text import folded
from lcterm.core.when import full_day, local, zone_or_utc
from lcterm.intake.files import read_file
from lcterm.intake.session_file import Coming, bring_in, coming_in
from lcterm.intake.session_people import NOTHING, Perhaps, Whose
from lcterm.store.reading import Unreadable
from lcterm.store.session_file import SESSION_BYTES, read_session_file
from lcterm.ui.line import tame
from lcterm.ui.people_text import counted, listed
from lcterm.ui.screens.form_from_file import FormFromFile


class SessionBrought(NamedTuple):
    """What came of it: where it is, and a sentence about it."""

    community: str
    session: str
    told: str


class ImportSession(FormFromFile[SessionBrought | None]):
    """Into the community that it was held in, if that is here, else into the one that is chosen."""

    WHAT = "A session that is over, in a file of another laptop's lcterm, with all that was written down in it."
    EXAMPLE = "~/Downloads/session.json"
    BRINGS_IN = "bring it in"

    _asked: frozenset[str] | set[str] = frozenset()
    """Who was asked about: folded names."""

    def head(self) -> tuple[str, str]:
        return "Bring in a session", "from a file"

    def fields(self) -> ComposeResult:
        yield from super().fields()
        with Vertical(id="naming"):
            yield self.label("Who may be whom; take out whoever is somebody else")
            yield self.field("whose", "e.g. Amina=Amina K; Ben=Ben Ortiz")

    def on_mount(self) -> None:
        self.query_one("#naming").display = False
        self.put(self._chosen)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self._chosen = event.option.id or ""

    def entered(self, field: str) -> None:
        if field == "whose":
            self.action_keep()
            return
        try:
            coming = self._coming(own=True)
        except Refused as refused:
            self.told("")
            self.say(refused.reason)
            return
        self.told(_seen(coming))
        self.say("")
        self._ask(coming.asked)
        self.query_one("#where").focus()

    def _ask(self, asked: Sequence[Perhaps]) -> None:
        """Have it said who these are, with the likeliest written down already."""
        self._asked = {folded(one.name) for one in asked}
        self.query_one("#naming").display = bool(asked)
        likely = "; ".join(f"{one.name}={one.members[0]}" for one in asked)
        self.query_one("#whose", Input).value = likely

    def _whose(self, community: Community) -> Whose:
        """What is written there; who was asked about and is not in it is somebody new. Raises Refused."""
        people = [Known(one.person, one.name, "") for one in community.named]
        given: dict[str, str] = {}
        for part in filter(None, map(str.strip, self.typed("whose").split(";"))):
            name, _, member = part.rpartition("=")
            if not name.strip() or not member.strip():
                raise Refused(f"{part}: write it like Amina=Amina K, with a semicolon between two.")
            given[folded(name)] = find_person(member, people)
        return Whose(given, frozenset(self._asked - given.keys()))

    def on_option_list_option_selected(self) -> None:
        self.action_keep()

    def _coming(self, *, own: bool = False) -> Coming:
        """What would come in. `own`: into the community that it was held in, if that is here. Raises Refused."""
        path = self.path()
        try:
            file, facts = read_session_file(read_file(path, SESSION_BYTES))
        except Unreadable as problem:
            raise Refused(f"{path.name}: {problem}; {NOTHING}.") from None
        if own and file.community.id in [one.id for one in self._known]:
            self._chosen = file.community.id
            self.put(self._chosen)
        try:
            community = self.community()
            whose = Whose() if own else self._whose(community)
            return coming_in(self._home, community, file, facts, whose)
        except Refused as refused:
            raise Refused(f"{path.name}: {refused.reason}") from None

    def keep(self) -> None:
        coming, community = self._coming(), self.community()
        name = tame(community.name)
        if coming.asked and not coming.known:
            self._ask(coming.asked)
            self.query_one("#whose").focus()
            raise Refused("Some in it may be members here: see who, then Enter.")
        if coming.known:
            raise Refused(f"{tame(coming.session.title)} is in {name} already; nothing was changed.")
        bring_in(self._home, self._clock, community, coming)
        added = f"; {counted(len(coming.added))} joined with it" if coming.added else ""
        self.draft.clear()
        self.dismiss(SessionBrought(community.id, coming.session.id, f"{_called(coming)} came into {name}{added}."))


def _called(coming: Coming) -> str:
    one = coming.session
    return f"{tame(one.title)}, {full_day(local(one.began, zone_or_utc(one.zone)).date())},"


def _seen(coming: Coming) -> str:
    """What is in the file, and whom it would add."""
    if coming.known:
        return f"{_called(coming)} is here already."
    count = len(coming.session.captures)
    written = f"{count} capture{'' if count == 1 else 's'}"
    new = [Newcomer(one.name) for one in coming.added]
    known = "" if coming.asked else "Everybody in it is known here."
    added = f"New here, and added as members: {listed(new)}." if new else known
    otherwise = "".join(f" {there} is called {here} here." for there, here in coming.called_otherwise[:3])
    return f"{_called(coming)} with {written}. {added}{otherwise}"
