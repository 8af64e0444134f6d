"""The marks of a decision, counted or by name, and the words in which it is written down."""

from collections.abc import Sequence
from typing import Literal

from lcterm.core.commands import CountLights, Settle, ShowLight
from lcterm.core.decide_ending import answered
from lcterm.core.deciding import Ranked, Suggestion, ranking
from lcterm.core.events import Light
from lcterm.ui.deciding_groups import is_vote, marked, unmarked
from lcterm.ui.deciding_text import counts_words, read_counts, read_people
from lcterm.ui.screens.deciding_lines import DecidingLines


class DecidingMarks(DecidingLines):
    """Counts come one after the other, as they are called out; marks by name come for the chosen suggestion."""

    # ── Marks ───────────────────────────────────────────────────────────────────────────────────────────────────

    def ask_counts(self, one: Suggestion, begun: str = "") -> None:
        """How many greens and reds it got; then the same of the next that nobody has counted. `begun`: the digit with
        which whoever counts began at once."""
        self.chosen = one.id
        before = begun or (f"{one.green} {one.red}" if one.counted is not None else "")

        def take(typed: str) -> bool:
            green, red = read_counts(typed)
            if (green, red) == one.counted:
                return True
            if not self.board.act(CountLights(one.id, green, red)):
                return False
            following = unmarked(self.deciding) if self.deciding is not None else []
            if following:
                self.ask_counts(following[0])
                return False
            self.to_first()  # all are counted: what leads is what may be settled
            return True

        def hint(typed: str) -> str:
            if not typed:
                return f"for: {one.text}"
            return f"{counts_words(*read_counts(typed))}{self._instead(one, counted=True)}"

        self.ask_for("Enter", "Greens, reds:", take, hint, before, fresh=not begun)

    def ask_marks(self, key: str, light: Light, one: Suggestion) -> None:
        """Whose green or red it is, one or several; whoever has it already takes it back."""

        def people(typed: str) -> list[str]:
            return read_people(typed, self.view.people)

        def all_have(persons: Sequence[str]) -> bool:
            now = self._suggestion(one.id)
            return now is not None and all(now.lights.get(person) == light for person in persons)

        def take(typed: str) -> bool:
            persons = people(typed)
            mark: Light | Literal[""] = "" if all_have(persons) else light
            return all(self.board.act(ShowLight(one.id, person, mark)) for person in persons)

        def hint(typed: str) -> str:
            if not typed:
                return "badges or names, with blanks between; again takes it back"
            persons = people(typed)
            names = ", ".join(map(self.view.name, persons))
            if all_have(persons):
                return f"{names}: taken back"
            return f"{light}: {names}{self._instead(one, counted=False)}"

        self.ask_for(key, f"{light.capitalize()} by:", take, hint)

    def _instead(self, suggestion: Suggestion, *, counted: bool) -> str:
        """What marks of the other sort would take the place of; "" where there are none. `counted`: marks are counted
        now, else given by name."""
        one = self._suggestion(suggestion.id) or suggestion
        now = one.counted is not None
        if now == counted or not marked(one):
            return ""
        return f", instead of {counts_words(one.green, one.red)}{' counted' if now else ' by name'}"

    # ── The outcome ─────────────────────────────────────────────────────────────────────────────────────────────

    def ask_words(self) -> None:
        """The decision in its words: the question and what is chosen, to be mended."""
        held, one = self.deciding, self.suggestion
        if held is None:
            return
        ranked = ranking(held) if one is not None and is_vote(held) else []
        said = next((standing(each) for each in ranked if one is not None and each.suggestion.id == one.id), "")

        words = answered(held, one) if one is not None and held.way != "what-else" else ""

        def take(typed: str) -> bool:
            settled = Settle(one.id if one is not None else "", "" if typed == words else typed)
            if not self.board.act(settled):
                return False
            self.call_later(self.back)
            return True

        self.ask_for("y", "Decided:", take, lambda typed: said or "written down as a decision", words)


def standing(one: Ranked) -> str:
    """How a suggestion stands, before it is settled."""
    suggestion = one.suggestion
    if not marked(suggestion):
        return "no marks yet; written down as a decision"
    even = ", even with another" if one.tied else ""
    reds = "; ask about the reds" if suggestion.red else ""
    return f"{counts_words(suggestion.green, suggestion.red)}{even}{reds}"
