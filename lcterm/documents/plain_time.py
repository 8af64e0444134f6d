"""What time itself brings in a session, as sentences to be heard, each said once: little is left, it is over, a turn is
long, people are not heard. Never more than one sentence about the same thing in a minute."""

from typing import Literal

from lcterm.core.agenda import Phase, phase, remaining
from lcterm.core.session import Meeting, Session
from lcterm.core.voices import voices
from lcterm.core.when import clock, zone_or_utc
from lcterm.documents.plain_news import STILL, told_left
from lcterm.documents.plain_voices import marked_line
from lcterm.documents.wording import counted, in_minutes

LEFT_AGAIN = 10
"""Minutes left from one word to the next while there is plenty, where only the moments are told."""

OVER_AGAIN = 5
"""Minutes from one word that the time is over to the next, where only the moments are told."""

STILL_AGAIN = 10
"""Minutes of a pause from one word about it to the next."""

MARKS_AGAIN_MS = 10 * 60_000
"""From one word about whose voices are missing to the next; they change with every turn."""

_ADVICE: dict[Phase, str] = {"soon": "draw to a close", "close": "last words"}


class TimeTold:
    """What was told of the time until now, so that nothing is told twice. `how`: at the moments that matter, each
    minute, or never."""

    def __init__(self, meeting: Meeting, now: int, how: Literal["moments", "minutes", "never"]) -> None:
        self._how = how
        self._point, self._phase = meeting.session.running, phase(meeting.session, now)
        self._minute = self._full_minute(meeting.session, now)
        self._begun = meeting.session.status != "planned" or now >= meeting.session.starts
        self._long_turn = self._half = ""
        self._paused = now if meeting.session.status == "paused" else 0
        self._paused_told = 0
        self._marks, self._marks_at = "", -MARKS_AGAIN_MS

    def lines(self, meeting: Meeting, now: int) -> list[str]:
        """What is to be told at `now` (wall, ms) that was not told yet."""
        if self._how == "never":
            return []
        if meeting.session.status == "paused":
            return self._standing(now)
        self._paused = self._paused_told = 0
        if meeting.session.status == "planned":
            return self._starting(meeting.session, now)
        said = (self._left(meeting.session, now), self._turn(meeting, now), self._pairs(meeting.session, now))
        return [line for line in (*said, self._unheard(meeting, now)) if line]

    def _standing(self, now: int) -> list[str]:
        """A pause that goes on; nothing else tells somebody that it was forgotten."""
        self._paused = self._paused or now
        minutes = (now - self._paused) // 60_000
        if minutes < self._paused_told + STILL_AGAIN:
            return []
        self._paused_told = minutes
        return [f"Paused for {in_minutes(minutes)} now. {STILL}"]

    def _starting(self, session: Session, now: int) -> list[str]:
        if self._begun or now < session.starts:
            return []
        self._begun = True
        return [f"It is {clock(session.starts, zone_or_utc(session.zone))}, when the session was to begin."]

    def _full_minute(self, session: Session, now: int) -> int:
        """Minutes left, rounded up; those that are over, below 0."""
        return -(-(remaining(session, now) or 0) // 60_000)

    def _left(self, session: Session, now: int) -> str:
        point, left = session.point, remaining(session, now)
        before, minute = self._phase, self._minute
        moved = session.running != self._point
        self._point, self._phase = session.running, phase(session, now)
        self._minute = self._full_minute(session, now)
        if moved or point is None or left is None:
            return ""
        if self._phase != before and self._phase == "over":
            return f"Over time: {point.plan.title} has had its {in_minutes(point.length / 60_000)}."
        if self._phase != before and self._phase in _ADVICE:
            return f"{_capital(told_left(left))} for {point.plan.title}: {_ADVICE[self._phase]}."
        if self._minute >= minute or not self._is_moment() or self._minute == 0:
            return ""
        return f"{_capital(told_left(self._minute * 60_000))} {'for' if left >= 0 else 'at'} {point.plan.title}."

    def _is_moment(self) -> bool:
        every = OVER_AGAIN if self._phase == "over" else LEFT_AGAIN
        return self._how == "minutes" or self._minute % every == 0

    def _turn(self, meeting: Meeting, now: int) -> str:
        """A turn that is longer than turns shall be. Presenting is a turn without a limit."""
        session, turn = meeting.session, meeting.session.turn
        if turn is None or not session.turn_limit or session.mode == "presenter" or turn.id == self._long_turn:
            return ""
        if session.ran_by(now) - turn.ran < (session.turn_limit + 1) * 1000:
            return ""
        self._long_turn = turn.id
        limit = session.turn_limit
        length = in_minutes(limit / 60) if limit % 60 == 0 else counted(limit, "second")
        return f"{meeting.community.name_of(turn.person)} has had the {length} of a turn."

    def _pairs(self, session: Session, now: int) -> str:
        point = session.point
        if point is None or session.mode != "pairs" or point.swaps or point.length <= 0 or self._half == point.id:
            return ""
        if session.elapsed(point, now) * 2 < point.length:
            return ""
        self._half = point.id
        return "Half the time for pairs is over."

    def _unheard(self, meeting: Meeting, now: int) -> str:
        """Whose voices are missing, or many, while people discuss."""
        if not meeting.session.counting or now - self._marks_at < MARKS_AGAIN_MS:
            return ""
        heard = voices(meeting.session, now)
        line = marked_line(meeting, heard)
        if heard.settling or line == self._marks or (not self._marks and not any(one.mark for one in heard.heard)):
            return ""
        self._marks, self._marks_at = line, now
        return line


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
