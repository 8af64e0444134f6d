"""A page that asks for a file and into which community its content comes: people, or a session."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from lcterm.core.clock import Clock
from lcterm.core.community import Community
from lcterm.core.refusal import Refused
from lcterm.store.paths import Home
from lcterm.ui.line import tame
from lcterm.ui.screens.form import LEAVE, NEXT_FIELD, Form
from lcterm.ui.screens.framed import Way
from lcterm.ui.typed_path import typed_path

Result = TypeVar("Result")


class FormFromFile(Form[Result]):
    """Enter reads the file and says what is in it; Enter once more, on where it goes, brings it in. `known`: the
    communities that are here; `chosen`: the id of the one that it goes into, unless another is chosen."""

    AUTO_FOCUS = "#path"
    WHAT: ClassVar[str] = ""
    """What kind of file it is, as long as none was read."""
    EXAMPLE: ClassVar[str] = ""
    BRINGS_IN: ClassVar[str] = ""
    """What Enter does on where it goes."""

    def __init__(
        self, home: Home, clock: Clock, known: Sequence[Community], chosen: str, draft: dict[str, str]
    ) -> None:
        super().__init__(draft)
        self._home, self._clock, self._known, self._chosen = home, clock, known, chosen

    def ways(self) -> Sequence[Way]:
        on_path = self.focused is not None and self.focused.id == "path"
        return Way("enter", "Enter", "read the file" if on_path else self.BRINGS_IN), LEAVE, NEXT_FIELD

    def fields(self) -> ComposeResult:
        yield self.label("The file, with its folder; ~ is your own")
        yield self.field("path", f"e.g. {self.EXAMPLE}")
        yield Label(self.WHAT, id="read", classes="hint", markup=False)
        yield self.label("Into which community")
        options = [Option(Content(tame(one.name)), id=one.id) for one in self._known]
        yield OptionList(*options, *self.more_options(), id="where", markup=False, compact=True)

    def more_options(self) -> Iterable[Option]:
        """Where it may go besides."""
        return ()

    def on_descendant_focus(self) -> None:
        self.draw()

    def put(self, community: str, otherwise: int = 0) -> None:
        """The cursor on this community; where that is not here on the option of this number."""
        ids = [one.id for one in self._known]
        self.query_one("#where", OptionList).highlighted = ids.index(community) if community in ids else otherwise

    def told(self, words: str) -> None:
        """What is in the file; "" for none that can be read."""
        self.query_one("#read", Label).update(words or self.WHAT)

    def path(self) -> Path:
        """The file that is meant. Raises Refused."""
        typed = self.typed("path").strip()
        if not typed:
            raise Refused(f"Which file? Write its name with its folder, such as {self.EXAMPLE}.")
        return typed_path(typed)

    def community(self) -> Community:
        """The one that is chosen."""
        return next(one for one in self._known if one.id == self._chosen)
