"""The hour so far in pictures: day, turns and shares, for the facilitators' eyes."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from lcterm.core.day_strip import stretches_of
from lcterm.core.spoken import Listening, Stretch
from lcterm.ui.page import Page
from lcterm.ui.screens.large import LargeScreen
from lcterm.ui.widgets.so_far import people_with_ribbon, so_far_page
from lcterm.ui.widgets.ways import BACK, CHOOSE, Way, way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board


class SoFarScreen(LargeScreen):
    """The day as a strip, and a ribbon for everyone. Worked out again only when something was noted."""

    NAME: ClassVar[str] = "so-far"
    TITLE_HERE: ClassVar[str] = "Over these pictures"
    PASSED_ON: ClassVar[frozenset[str]] = frozenset({"order", "next-point", "next-speaker"})

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        self._listening = Listening(board.desk.meeting.session.id)
        self._known: object = None

    def ids(self) -> list[str]:
        return [] if self.view.veiled else [one.voice.person for one in people_with_ribbon(self.view)]

    def stretches(self) -> list[Stretch]:
        """Who spoke when, until now."""
        session = self.desk.meeting.session
        if session is not self._known:
            self._known = session
            self._listening.add(self.desk.session.log.facts)
        return stretches_of(self._listening.spoken(self.view.now), session)

    def page(self, width: int, height: int) -> Page:
        person = self.ids()[self.place] if self.place >= 0 else ""
        return so_far_page(self.view, self.stretches(), width, height, person)

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        return {}

    def ways(self) -> Sequence[Way]:
        return (BACK, CHOOSE, way("order"), way("voices"), way("agenda"), way("next-point"), way("veil"))
