"""A session once more, minute by minute: for the facilitators of it, when it is over or while it runs."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from lcterm.core.day_strip import day_strip, stretches_of
from lcterm.core.replay import Replay
from lcterm.core.spoken import spoken
from lcterm.store.desk import Desk
from lcterm.ui.page import Page
from lcterm.ui.screens.framed import Framed
from lcterm.ui.screens.page_keys import PageKeys
from lcterm.ui.view import View, view_of
from lcterm.ui.widgets.foot import Message
from lcterm.ui.widgets.replay import Moment, figures_page, replay_page
from lcterm.ui.widgets.so_far import people_with_ribbon
from lcterm.ui.widgets.ways import Way

SPEEDS = (1, 2, 4, 8, 15, 30, 60)
MINUTE_MS = 60_000
LOOKING_BACK = ("looking back",)
"""In the header: this is not now."""
KEYS = (
    ("space", "Plays from here, and stops"),
    ("+ −", "Faster or slower: 1 to 60 times as fast as it was"),
    ("← →", "A minute back or on; PgUp and PgDn ten"),
    ("b n", "To where the point before began, or the next"),
    (", .", "To the last act before this moment, or the next"),
    ("0–9", "To so many tenths of the session; Home and End"),
    ("f", "Figures of the whole: points and voices; again: the moment"),
    ("↑ ↓", "Chooses a voice; the figures have it in words"),
    ("Esc q", "Back"),
)
OWN = "Only for the facilitators of this session. Nothing is changed by looking back."
NOTHING_YET = "Nothing has happened in this session yet, so there is nothing to look back at."


class ReplayScreen(Framed):
    """Every moment of a session: a key moves on, plays, or shows the figures of the whole. Nothing is changed here."""

    def __init__(self, desk: Desk, leave: Callable[[], object] | None = None) -> None:
        super().__init__(desk)
        self._leave = leave
        self._take_in()
        self.at = self._replay.begins
        self.speed = SPEEDS[3]
        self.playing = False
        self._figures = False
        self._chosen = 0
        self._message = Message("!", NOTHING_YET) if not self._replay.marks and not self._stretches else Message()

    def _take_in(self) -> None:
        """The session as it is written now: another seat may go on with it, and what it strikes is gone from here."""
        meeting, facts = self.desk.meeting, self.desk.session.log.facts
        self._replay = Replay(meeting.community, meeting.session.id, facts)
        self._last: View = view_of(meeting, self._replay.ends)
        self._stretches = stretches_of(spoken(facts, meeting.session.id, self._replay.ends), meeting.session)
        self._strip = day_strip(meeting.session, self._last.table, self._replay.ends)

    # ── The moment ──────────────────────────────────────────────────────────────────────────────────────────────

    def look(self) -> View:
        return view_of(self._replay.at(self.at), self.at)

    def move(self, at: int) -> None:
        """Go to this moment (wall ms), which is kept within the session."""
        self.at = min(max(at, self._replay.begins), self._replay.ends)
        self.playing = self.playing and self.at < self._replay.ends

    def tick(self) -> None:
        written, played = self.desk.poll(), self.playing
        if written:
            self._take_in()
        if played:
            self.move(self.at + self.speed * 1000)
        if written or played:
            super().tick()

    def _play(self) -> None:
        if not self.playing and self.at >= self._replay.ends:
            self.at = self._replay.begins
        self.playing = not self.playing

    def _faster(self, way: int) -> None:
        place = SPEEDS.index(self.speed) + way
        self.speed = SPEEDS[min(max(place, 0), len(SPEEDS) - 1)]
        self._message = Message(
            "", f"{self.speed} times as fast as it was." if self.speed > 1 else "As fast as it was."
        )

    def _point(self, way: int) -> None:
        """To where the next point began, or this one, or the one before."""
        starts = [block.start for block in self._strip.actual]
        later = [at for at in starts if at > self.at]
        earlier = [at for at in starts if at < self.at - 1000]
        self.move((min(later, default=self._replay.ends)) if way > 0 else max(earlier, default=self._replay.begins))

    def _choose(self, way: int) -> None:
        count = len(people_with_ribbon(self._last))
        self._chosen = min(max(self._chosen + way, 0), max(0, count - 1))

    # ── What is shown ───────────────────────────────────────────────────────────────────────────────────────────

    @property
    def place(self) -> int:
        return self._chosen

    @property
    def others(self) -> Sequence[str]:
        return LOOKING_BACK

    @property
    def said(self) -> Message:
        return self._message

    def page(self, width: int, height: int) -> Page:
        people = people_with_ribbon(self._last)
        chosen = people[self._chosen].voice.person if self._chosen < len(people) else ""
        if self._figures:
            return figures_page(self._last, self._stretches, width, chosen)
        moment = Moment(self.view, self._strip, self._stretches, self.speed if self.playing else 0)
        return replay_page(moment, self._last, width, height, chosen)

    def ways(self) -> Sequence[Way]:
        return (
            Way("escape", "Esc", "back"),
            Way("space", "space", "stop" if self.playing else "play"),
            Way("right", "← →", "a minute"),
            Way("n", "n b", "point"),
            Way("f", "f", "the moment" if self._figures else "figures"),
            Way("full_stop", ", .", "act"),
            Way("plus", "+ −", "speed"),
            Way("0", "0–9", "tenths"),
            Way("down", "↑ ↓", "choose"),
        )

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _keys(self) -> Mapping[str, Callable[[], object]]:
        step = {"right": 1, "left": -1, "pagedown": 10, "pageup": -10}
        return {
            "space": self._play,
            "n": partial(self._point, 1),
            "b": partial(self._point, -1),
            "full_stop": lambda: self.move(self._replay.next_mark(self.at, 1)),
            "comma": lambda: self.move(self._replay.next_mark(self.at, -1)),
            "plus": partial(self._faster, 1),
            "equals_sign": partial(self._faster, 1),
            "minus": partial(self._faster, -1),
            "f": self._switch,
            "down": partial(self._choose, 1),
            "up": partial(self._choose, -1),
            "home": lambda: self.move(self._replay.begins),
            "end": lambda: self.move(self._replay.ends),
            **{key: partial(self._minutes, minutes) for key, minutes in step.items()},
            **{str(tenth): partial(self._tenth, tenth) for tenth in range(10)},
        }

    def _minutes(self, minutes: int) -> None:
        self.move(self.at + minutes * MINUTE_MS)

    def _tenth(self, tenth: int) -> None:
        self.move(self._replay.begins + (self._replay.ends - self._replay.begins) * tenth // 10)

    def _switch(self) -> None:
        self._figures, self.top = not self._figures, 0

    def press(self, key: str, letter: str) -> None:
        if self._figures and key == "escape":  # a step back is to where they were opened from
            self._switch()
            self.draw()
            return
        if key == "escape" or letter == "q":
            self.back()
            return
        if letter == "?" or key in self.keys["help"].keys:
            self.app.push_screen(PageKeys("Keys of looking back", KEYS, OWN))
            return
        act = self._keys().get(letter) or self._keys().get(key)
        if act is not None:
            self._message = Message()
            act()
            self.draw()

    def back(self) -> None:
        if self._leave is not None:
            self._leave()
        else:
            super().back()
