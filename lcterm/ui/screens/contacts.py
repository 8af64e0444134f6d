"""Whom to turn to near here, entered by the community: one contact a line."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.widgets import Label

from lcterm.store.contacts import CONTACTS_MAX, contacts_of
from lcterm.ui.screens.form import LEAVE, Form, keeps
from lcterm.ui.screens.framed import Way
from lcterm.ui.widgets.fields import Text

WHAT_FOR = (
    "They stand on the care card, for everyone to see: a helpline, a counsellor at work, the duty number. One a line, "
    "with how to reach them."
)
EXAMPLES = (
    "Helpline, day and night: its number\nCounselling at work: name, room, extension\nSomebody of us to walk with: name"
)


class Contacts(Form[tuple[str, ...] | None]):
    """Comes back with the contacts as they were kept, or with nothing."""

    AUTO_FOCUS = "#contacts"

    def __init__(
        self, name: str, contacts: Sequence[str], keep: Callable[[tuple[str, ...]], object], draft: dict[str, str]
    ) -> None:
        super().__init__(draft)
        self._name, self._stored, self._keep = name, "\n".join(contacts), keep

    def head(self) -> tuple[str, str]:
        return "Help near here", f"contacts of {self._name}"

    def ways(self) -> Sequence[Way]:
        return keeps("keep them"), LEAVE

    def fields(self) -> ComposeResult:
        yield Label(WHAT_FOR, classes="hint", markup=False)
        self._prefilled["contacts"] = self._stored
        yield Text("contacts", self.draft.get("contacts", self._stored), EXAMPLES)
        yield Label("", id="understood", classes="hint", markup=False)

    def understand(self) -> None:
        count = sum(bool(line.strip()) for line in self.typed("contacts").splitlines())
        told = f"{count} contact{'s' if count != 1 else ''}" if count else "None yet."
        self.query_one("#understood", Label).update(told if count <= CONTACTS_MAX else f"{told}: too many")

    def keep(self) -> None:
        contacts = contacts_of(self.typed("contacts").splitlines())
        self._keep(contacts)
        self.draft.clear()
        self.dismiss(contacts)
