"""Who was there by the report of the program that the meeting was held with: looked at, names settled, brought in."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from lcterm.core.commands import BringInAttendance
from lcterm.core.names import find_person
from lcterm.core.refusal import Refused
from lcterm.core.text import folded
from lcterm.intake.attendance import ReadAttendance
from lcterm.intake.attendance_people import LeftOut, PeopleIn, people_in
from lcterm.ui.line import Span
from lcterm.ui.page import Page
from lcterm.ui.widgets.bring_in import attendance_page
from lcterm.ui.widgets.ways import Way

if TYPE_CHECKING:
    from lcterm.ui.screens.bring_in import BringInScreen


class AttendanceBrought:
    """The report, and who the user said its names are."""

    def __init__(self, screen: "BringInScreen", read: ReadAttendance) -> None:
        self._screen, self._read = screen, read
        self._given: dict[str, str] = {}

    def _found(self) -> PeopleIn:
        return people_in(self._read.names, self._screen.desk.meeting, self._given)

    def ids(self) -> list[str]:
        found = self._found()
        return [*(f"person {one.person}" for one in found.stays), *(f"name {one.name}" for one in found.left_out)]

    def page(self, width: int, place: int) -> Page:
        found, session = self._found(), self._screen.desk.meeting.session
        done = bool(found.stays) and all(one.person in session.attended for one in found.stays)
        return attendance_page(self._screen.view, found.stays, found.left_out, done=done, chosen=place, width=width)

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "space": lambda: self._with_name(self._say_so),
            "w": lambda: self._with_name(self._ask_who),
            "enter": self._bring_in,
        }

    def _with_name(self, act: Callable[[LeftOut], object]) -> None:
        """Do this with the name that is chosen, if it is left out so far."""
        found = self._found()
        place = self._screen.place - len(found.stays)
        if 0 <= place < len(found.left_out):
            act(found.left_out[place])
        else:
            self._screen.board.refuse("That name is clear; Enter brings all of them in.")

    def _say_so(self, one: LeftOut) -> None:
        if one.maybe:
            self._given[folded(one.name)] = one.maybe[0]
        else:
            self._screen.board.refuse("Nobody here has a name like that.", ("w", "says who it is"))

    def _ask_who(self, one: LeftOut) -> None:
        self._screen.ask("w", f"Who is {one.name}?", lambda typed: self._is(one, typed))

    def _is(self, one: LeftOut, typed: str) -> bool:
        try:
            self._given[folded(one.name)] = find_person(typed, self._screen.view.people)
        except Refused as refused:
            self._screen.board.refuse(refused.reason)
            return False
        return True

    def _bring_in(self) -> None:
        """All whose names are clear, as one act."""
        self._screen.board.act(BringInAttendance(self._found().stays))

    def hint(self, typed: str) -> Sequence[Span]:
        if not typed:
            return [Span("a name or a badge", "muted")]
        try:
            person = find_person(typed, self._screen.view.people)
        except Refused as refused:
            return [Span(refused.reason, "muted")]
        return [Span("Enter", "bold"), Span(f" takes it for {self._screen.view.name(person)}", "muted")]

    def ways(self) -> Sequence[Way]:
        return (Way("enter", "Enter", "bring all in"), Way("space", "space", "that is who"), Way("w", "w", "who it is"))
