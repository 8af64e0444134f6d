"""Keys at the co-facilitator's seat, whose line is always ready; and words that were meant for it, while it is not.

After one Esc too many a sentence would be commands. So a letter waits while single keys act: for as long as somebody
who writes takes to the next. Two letters are keys (`h` and a badge, `q` `q`), and so are verbs with their people,
however fast, and one key again and again. Anything else that comes so fast was written: nothing of it is played, and it
goes to the line. What comes slower is keys, as on the board; no key but a letter waits.
"""

from typing import TYPE_CHECKING, NamedTuple

from textual.timer import Timer

from lcterm.ui.picking import picking
from lcterm.ui.screens.keyboard import Keyboard

if TYPE_CHECKING:
    from lcterm.ui.screens.notes_seat import NotesSeat

SCROLLS = {"pageup": -1, "pagedown": 1}
"""Keys that move the captures by a screenful: there is no clicker at this seat."""
STEPS = {"up": -1, "down": 1}
WAITS_MS = 150
"""Between two letters of somebody who writes; longer, and the first was a key."""
KEYS = 2
"""So many letters are never a sentence."""
KINDS = "1234"
"""What may stand between the key of a hand and the person."""
COUNTED = ("jump", "late")
"""The ids of the keys that a number follows."""


class Pressed(NamedTuple):
    """A key that waits, as Textual names it and as what it types, small."""

    key: str
    letter: str

    @property
    def text(self) -> str:
        """What it would put into a line."""
        return self.key if len(self.key) == 1 else self.letter


class NotesKeyboard(Keyboard):
    """Keys for the mode of the line, for the captures, for the line, else for the board."""

    def __init__(self, seat: "NotesSeat") -> None:
        super().__init__(seat)
        self._at = seat
        self._waits: list[Pressed] = []
        self._waits_since = 0
        self._over: Timer | None = None

    def is_for_line(self, key: str) -> bool:
        return key not in SCROLLS and key not in STEPS and super().is_for_line(key)

    # ── Written, or pressed ─────────────────────────────────────────────────────────────────────────────────────

    def press(self, key: str, letter: str) -> None:
        now = self._at.clock.boottime()
        if self._waits and now - self._waits_since > WAITS_MS:
            self._play_waiting()
        if not self._may_be_written(letter):
            self._play_waiting()
            super().press(key, letter)
            return
        self._waits.append(Pressed(key, letter))
        self._waits_since = now
        if self._are_keys("".join(one.letter for one in self._waits)):
            self._wait()
        else:
            self._write_waiting()

    def _may_be_written(self, letter: str) -> bool:
        """Whether this may belong to a sentence: its first letter, or whatever is typed behind one that waits."""
        seat = self._at
        free = seat.writing.stepped_out and self.mode is None and self.standing is None and self.trail is None
        return free and self._late is None and len(letter) == 1 and (bool(self._waits) or letter.isalpha())

    def _are_keys(self, typed: str) -> bool:
        """Whether these may be keys still."""
        return len(typed) <= KEYS or len(set(typed)) == 1 or self._is_verb(typed) or self._is_number(typed)

    def _is_verb(self, typed: str) -> bool:
        """Whether these are verbs with whom they are about, by badge or name, the last perhaps not to its end."""
        meant = self._at.keys.by_key(typed[0])
        if meant is None or meant.takes != "person":
            return False
        whom = typed[1:].lstrip(KINDS) if meant.id == "hand" else typed[1:]
        people = self._at.view.people
        if not whom or (whom[0] != " " and picking(people, whom.replace(" ", "")).matching):
            return True
        badges = (one.badge for one in people if one.badge)
        return any(whom.startswith(badge) and self._is_verb(whom[len(badge) :]) for badge in badges)

    def _is_number(self, typed: str) -> bool:
        meant = self._at.keys.by_key(typed[0])
        return meant is not None and meant.id in COUNTED and typed[1:].isdecimal()

    def _wait(self) -> None:
        if self._over is not None:
            self._over.stop()
        self._over = self._at.set_timer(WAITS_MS / 1000, self._play_waiting)

    def _taken(self) -> list[Pressed]:
        if self._over is not None:
            self._over.stop()
            self._over = None
        waited, self._waits = self._waits, []
        return waited

    def _play_waiting(self) -> None:
        """They were keys."""
        for key, letter in self._taken():
            super().press(key, letter)

    def _write_waiting(self) -> None:
        """They were words."""
        self._at.writing.take_over("".join(one.text for one in self._taken()))

    # ── What they do ────────────────────────────────────────────────────────────────────────────────────────────

    def _play(self, key: str, letter: str) -> None:
        seat = self._at
        if self.mode is not None:
            super()._play(key, letter)
        elif key in SCROLLS:
            seat.roll(SCROLLS[key] * max(1, seat.room - 2))
        elif seat.writing.active and key in STEPS:
            seat.writing.earlier(STEPS[key])
        elif seat.writing.stepped_out and key in ("escape", "enter"):
            if key == "escape" or seat.clock.boottime() >= self._typed_until:
                chosen = seat.pointed
                if chosen and key == "enter":
                    seat.mend(chosen)
                else:
                    seat.write()
        else:
            super()._play(key, letter)
