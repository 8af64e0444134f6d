"""A whole session out of a file, as `lcterm session` wrote it, into a community."""

from typing import NamedTuple

from textual.widgets import OptionList

from lcterm.core.joining import Newcomer
from lcterm.core.refusal import Refused
from lcterm.core.when import full_day, local, zone_or_utc
from lcterm.intake.files import read_file
from lcterm.intake.session_file import NOTHING, Coming, bring_in, coming_in
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

    def head(self) -> tuple[str, str]:
        return "Bring in a session", "from a file"

    def on_mount(self) -> None:
        self.put(self._chosen)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self._chosen = event.option.id or ""

    def entered(self, field: str) -> None:
        try:
            coming = self._coming(own=True)
        except Refused as refused:
            self.told("")
            self.say(refused.reason)
            return
        self.told(_seen(coming))
        self.say("")
        self.query_one("#where").focus()

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
            return coming_in(self._home, self.community(), file, facts)
        except Refused as refused:
            raise Refused(f"{path.name}: {refused.reason}") from None

    def keep(self) -> None:
        coming, community = self._coming(), self.community()
        name = tame(community.name)
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
    added = f"New here, and added as members: {listed(new)}." if new else "Everybody in it is known here."
    otherwise = "".join(f" {there} is called {here} here." for there, here in coming.called_otherwise[:3])
    return f"{_called(coming)} with {written}. {added}{otherwise}"
