"""The captures that minutes propose, taken or passed over one by one."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from lcterm.core.captures import preview, read_line, write_line
from lcterm.core.commands import WriteCapture
from lcterm.core.events import Words
from lcterm.core.text import folded
from lcterm.core.when import local
from lcterm.intake.minutes import ReadMinutes, standing
from lcterm.ui.line import Span
from lcterm.ui.page import Page
from lcterm.ui.widgets.bring_in import minutes_page
from lcterm.ui.widgets.ways import Way

if TYPE_CHECKING:
    from lcterm.ui.screens.bring_in import BringInScreen


class MinutesBrought:
    """What is proposed. Whether a proposal is ticked is asked of the session itself, so that what is taken back, or was
    written down long ago, shows as it is."""

    def __init__(self, screen: "BringInScreen", read: ReadMinutes) -> None:
        self._screen, self._proposed = screen, read.proposed
        self._mended: dict[int, Words] = {}
        self._passed: set[int] = set()

    def ids(self) -> list[str]:
        return [str(number) for number in range(len(self._proposed))]

    def page(self, width: int, place: int) -> Page:
        known = self._standing()
        items = [(one, self._words(number), self._stands(number, known)) for number, one in enumerate(self._proposed)]
        return minutes_page(self._screen.view, items, frozenset(self._passed), place, width)

    def _words(self, number: int) -> Words:
        return self._mended.get(number, self._proposed[number].words)

    def _standing(self) -> set[tuple[str, str]]:
        return standing(self._screen.desk.meeting.session.captures.values())

    def _stands(self, number: int, known: set[tuple[str, str]]) -> bool:
        words = self._words(number)
        return (words.kind, folded(words.text)) in known

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "enter": lambda: self._with(self._keep),
            "space": lambda: self._with(self._keep),
            "o": lambda: self._with(self._keep_as_theirs),
            "e": lambda: self._with(self._mend),
            "n": lambda: self._with(self._pass_over),
        }

    def _with(self, act: Callable[[int], object]) -> None:
        """Do this with what is chosen, if it is not kept yet."""
        place = self._screen.place
        if place < 0:
            self._screen.board.refuse("Nothing in it is open any more.", ("f", "reads another file"))
        elif self._stands(place, self._standing()):
            self._screen.board.refuse("That stands among the captures already.", ("undo", "takes back the last"))
        else:
            act(place)

    def _keep(self, number: int) -> None:
        self._write(number, self._words(number))

    def _keep_as_theirs(self, number: int) -> None:
        one = self._proposed[number]
        if not one.maybe:
            self._screen.board.refuse("Nobody is suggested for it.", ("e", "says whose it is"))
        else:
            self._write(number, one.guessed)

    def _write(self, number: int, words: Words) -> bool:
        if not self._screen.board.act(WriteCapture(words)):
            return False
        self._mended[number] = words
        self._passed.discard(number)
        self._go_on(number)
        return True

    def _pass_over(self, number: int) -> None:
        """Out of the way; the same key brings it back."""
        if number in self._passed:
            self._passed.discard(number)
        else:
            self._passed.add(number)
            self._go_on(number)

    def _go_on(self, number: int) -> None:
        """On to the next that is open, if there is one."""
        known = self._standing()
        every = [*range(number + 1, len(self._proposed)), *range(number)]
        following = (one for one in every if one not in self._passed and not self._stands(one, known))
        self._screen.chosen = str(next(following, number))

    def _mend(self, number: int) -> None:
        before = write_line(self._words(number), self._screen.view.people)
        self._screen.ask("e", "It reads:", lambda typed: self._as_mended(number, typed), before)

    def _as_mended(self, number: int, typed: str) -> bool:
        line = read_line(typed, self._screen.view.people, self._today())
        if line.problem:
            self._screen.board.refuse(f"{line.problem} Your text stays.")
            return False
        return self._write(number, line.words)

    def hint(self, typed: str) -> Sequence[Span]:
        view = self._screen.view
        line = read_line(typed, view.people, self._today())
        if line.problem:
            return [Span(line.problem, "muted")]
        return [Span("Enter", "bold"), Span(f" keeps: {preview(line.words, view.names)}", "muted")]

    def _today(self) -> date:
        return local(self._screen.view.now, self._screen.view.zone).date()

    def ways(self) -> Sequence[Way]:
        return (
            Way("space", "space", "keep"),
            Way("n", "n", "not"),
            Way("e", "e", "mend"),
            Way("o", "o", "as theirs"),
        )
