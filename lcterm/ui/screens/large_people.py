"""The people, large: who is here, who they are, whose hand goes up; and who is new."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from lcterm.core.commands import Arrive, MoveSeat, PassFacilitation
from lcterm.core.events import Place
from lcterm.core.joining import Newcomer, joining
from lcterm.core.names import matches
from lcterm.core.refusal import Refused
from lcterm.store.ids import new_person_id
from lcterm.ui.keys import Key
from lcterm.ui.line import Line, Span, cut_line
from lcterm.ui.page import Page
from lcterm.ui.screens.board_keys import PICKS
from lcterm.ui.screens.floor_keys import change_place
from lcterm.ui.screens.large import LargeScreen
from lcterm.ui.widgets.people_large import people_page, person_ids, person_line
from lcterm.ui.widgets.ways import BACK, CHOOSE, Way, way

ALL_PLACES: dict[Place, Place] = {"room": "line", "line": "dropped", "dropped": "room"}
"""What the key of the place makes of it here, where all three can be reached."""
SEATS_ON = {"plus": 1, "equals_sign": 1, "shift+down": 1, "minus": -1, "shift+up": -1}
"""Keys that move the chosen person's seat, and by how many seats."""


class LargePeople(LargeScreen):
    """Everyone with a seat, then members without one. The keys that want a person on the board take the chosen one."""

    NAME: ClassVar[str] = "voices"
    TITLE_HERE: ClassVar[str] = "Among these people"
    PASSED_ON: ClassVar[frozenset[str]] = frozenset({"order", "next-speaker", "free", "pass", "reopen"})

    def ids(self) -> list[str]:
        return person_ids(self.view)

    @property
    def person(self) -> str:
        """Who is chosen."""
        return self.ids()[self.place] if self.place >= 0 else ""

    def page(self, width: int, height: int) -> Page:
        return people_page(self.view, width, self.person)

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        seats = {
            key: lambda by=by: self._with(lambda person: self._move_seat(person, by)) for key, by in SEATS_ON.items()
        }
        return {
            "enter": lambda: self._act("hand"),
            "n": self._ask_name,
            "l": lambda: self._with(lambda person: change_place(self.board, person, ALL_PLACES)),
            **seats,
        }

    def by_table(self, key: Key) -> None:
        if key.id in PICKS:
            self._act(key.id)
        elif key.id == "line":
            self._with(lambda person: change_place(self.board, person, ALL_PLACES))
        elif key.id == "hand-over":
            self._with(self._pass_seat)
        else:
            super().by_table(key)

    def _with(self, act: Callable[[str], object]) -> None:
        """Do this with the chosen person."""
        if self.person:
            act(self.person)
        else:
            self.board.refuse("There is nobody here yet.", ("n", "adds a person"))

    def _act(self, id: str) -> None:
        """What the key with this id does to the person it is followed by."""
        _, command = PICKS[id]
        self._with(lambda person: self.board.act(command(person, "point")))

    def _move_seat(self, person: str, by: int) -> None:
        """A seat further round; in any other order nobody could see it."""
        self.board.order = "seat"
        self.board.act(MoveSeat(person, by))

    def _pass_seat(self, person: str) -> None:
        """The facilitator's seat to the chosen person; back to who had it first where they have it already."""
        holds = person == self.view.session.facilitator
        self.board.act(PassFacilitation("" if holds else person))

    def _ask_name(self) -> None:
        self.ask("n", "Who is new?", self._add)

    def hint(self, typed: str) -> Sequence[Span]:
        """Whether somebody of that name is here already."""
        alike = [self.view.name(one.person) for one in matches(typed, self.view.people)][:3] if typed else []
        if alike:
            return [Span("here already: ", "muted"), Span(", ".join(alike))]
        return [Span("a name; who is called that joins the community", "muted")]

    def _add(self, name: str) -> bool:
        """Whoever is called so joins the community and, while the session runs, takes a seat."""
        try:
            event = joining(self.desk.meeting.community, [Newcomer(name)], new_person_id)
        except Refused as refused:
            self.board.refuse(f"{refused.reason[:1].upper()}{refused.reason[1:]}")
            return False
        self.desk.record_of_community(event)
        self.chosen = event.members[0].person
        self.board.say(f"{event.members[0].name} is one of the community now.")
        if self.desk.meeting.session.live:
            self.board.act(Arrive(self.chosen))
        return True

    def line(self, width: int) -> Line:
        return cut_line([Span(" "), *person_line(self.view, self.person)], width)

    def ways(self) -> Sequence[Way]:
        return (
            BACK,
            CHOOSE,
            way("hand"),
            Way("plus", "+ −", "seat"),
            Way("l", "l", "line"),
            way("arrive"),
            way("leave"),
            way("listen"),
            Way("n", "n", "add a person"),
            way("order"),
            way("hand-over"),
            way("withdraw"),
            way("give"),
            way("spoke"),
            way("undo"),
            way("redo"),
            way("veil"),
        )
