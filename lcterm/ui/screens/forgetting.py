"""Forgetting somebody: what would go is read first, and done only after the whole name was typed."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Label

from lcterm.core.clock import Clock
from lcterm.core.community import Community
from lcterm.core.refusal import Refused
from lcterm.documents.forgetting_words import searched, shown_lines
from lcterm.store.forgetting import Plan, forget, plan_forgetting
from lcterm.store.paths import Home
from lcterm.ui.line import fit
from lcterm.ui.screens.form import Form
from lcterm.ui.screens.framed import Way

LOOKING = "Looking through the files …"
DOING = "Taking the name out …"
FOR_GOOD = "It cannot be undone. Type the whole name, then Enter does it"
BEYOND = "Copies outside this home, mails and printed sheets are yours to see to."


class Forgetting(Form[bool]):
    """Comes back with whether it was done. It reads and writes on a thread, as there may be many files."""

    AUTO_FOCUS = "#name"

    def __init__(self, home: Home, clock: Clock, community: Community, name: str) -> None:
        super().__init__({})
        self._home, self._clock, self._community, self._whose = home, clock, community, name
        self._plan: Plan | None = None
        self._busy = False

    def head(self) -> tuple[str, str]:
        return f"Forget {fit(self._whose)}", "out of every stored file"

    def ways(self) -> Sequence[Way]:
        return (
            Way("escape", "Esc", "nothing is changed"),
            Way("enter", "Enter", "forget them, for good"),
            Way("tab", "Tab", "read on"),
        )

    def fields(self) -> ComposeResult:
        yield self.label(FOR_GOOD)
        yield self.field("name")
        with VerticalScroll():  # a long list is rolled through
            yield Label(LOOKING, id="would", classes="hint", markup=False)

    def on_mount(self) -> None:
        self.run_worker(self._look, name="looking", thread=True)

    def _look(self) -> None:
        try:
            plan = plan_forgetting(self._home, self._clock, self._community, self._whose)
        except Refused as refused:
            self.app.call_later(self._looked, None, refused.reason)
        else:
            self.app.call_later(self._looked, plan, "")

    def _looked(self, plan: Plan | None, problem: str) -> None:
        self._plan = plan
        if not self.is_running:
            return
        lines = [searched(plan), *shown_lines(plan, self._home), BEYOND] if plan is not None else [problem]
        self.query_one("#would", Label).update("\n".join(map(fit, lines)))

    def entered(self, field: str) -> None:
        self.action_keep()

    def keep(self) -> None:
        if self._plan is None:
            raise Refused("What would go is still being looked for.")
        if self.typed("name").strip() != self._whose:
            raise Refused(f"Nothing was changed. To go on, type the whole name: {fit(self._whose)}")
        if not self._busy:
            self._busy = True
            self.say(DOING, sign="✓")
            self.run_worker(self._forget, name="forgetting", thread=True)

    def _forget(self) -> None:
        assert self._plan is not None
        try:
            forget(self._home, self._clock, self._plan)
        except Refused as refused:
            self.app.call_later(self._left, refused.reason)
        else:
            self.app.call_later(self.dismiss, True)

    def _left(self, reason: str) -> None:
        self._busy = False
        self.say(reason)

    def action_leave(self) -> None:
        """Out of the page, unless it is being done just now."""
        if not self._busy:
            self.dismiss(False)
