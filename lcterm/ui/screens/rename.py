"""Another name for one person."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult

from lcterm.ui.screens.form import Form
from lcterm.ui.screens.framed import Way
from lcterm.ui.widgets.fields import Field

EVERYWHERE = "The new name stands everywhere at once, in what lies behind as well. Badges of a session under way stay."


class Rename(Form[str | None]):
    """Comes back with the name as it was kept, or with nothing. `keep` raises Refused for one that will not do."""

    AUTO_FOCUS = "#name"

    def __init__(self, name: str, keep: Callable[[str], str]) -> None:
        super().__init__({})
        self._whose, self._keep_name = name, keep

    def head(self) -> tuple[str, str]:
        return self._whose, "another name"

    def ways(self) -> Sequence[Way]:
        return Way("enter", "Enter", "take this name"), Way("escape", "Esc", "as it was")

    def fields(self) -> ComposeResult:
        yield self.label(EVERYWHERE)
        yield self.field("name", value=self._whose)

    def on_mount(self) -> None:
        self.query_one("#name", Field).cursor_position = len(self._whose)

    def entered(self, field: str) -> None:
        self.action_keep()

    def keep(self) -> None:
        self.dismiss(self._keep_name(self.typed("name")))
