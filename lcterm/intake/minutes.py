"""Somebody's minutes become captures that are proposed, one by one; nothing else of them is kept."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from lcterm.core.captures import TEXT_MAX
from lcterm.core.events import Words
from lcterm.core.refusal import Refused
from lcterm.core.seating import known
from lcterm.core.session import Capture, Meeting
from lcterm.core.speakers import recognised
from lcterm.core.text import clean, folded, neutralise
from lcterm.intake.files import MIB, Skipped, as_text, too_long
from lcterm.intake.minutes_lines import Noted, noted_lines
from lcterm.intake.minutes_marks import capitals_first, dated, marked, names_in, owned, parts_of

MINUTES_BYTES = MIB
PROPOSED_MAX = 500


class Maybe(NamedTuple):
    """A name as written, and who it could be (ids), likeliest first; nobody is taken for another by themselves."""

    name: str
    people: tuple[str, ...]


class Proposed(NamedTuple):
    """A capture that the minutes propose: the line it stands on, its words with the owners that are sure, and the names
    that are not. `stands`: it is among the captures already."""

    line: int
    words: Words
    maybe: tuple[Maybe, ...] = ()
    stands: bool = False

    @property
    def guessed(self) -> Words:
        """The words with everyone who is likely as well, as owners; the user says whether it is so."""
        likely = (one.people[0] for one in self.maybe if one.people)
        return replace(self.words, owners=tuple(dict.fromkeys((*self.words.owners, *likely))))


class ReadMinutes(NamedTuple):
    """What is proposed, in the order of the minutes, and the lines that are not, with the reason."""

    proposed: tuple[Proposed, ...]
    remarks: tuple[Skipped, ...]


def read_minutes(data: bytes, source: str, meeting: Meeting, day: date, given: Mapping[str, str]) -> ReadMinutes:
    """The captures in minutes as text or Markdown: lines marked `ACTION:`, `AI:`, `DECISION:`, `RESOLVED:` and so on,
    open boxes `- [ ]`, and what stands under “Action items”, “Next steps” or “Decisions”. `given`: folded names to
    people by hand. `day`: of the session, from which dates are counted.

    What is ticked or called done is left out; what stands in the session already is told. Raises Refused, naming
    `source` and the line, for what is no text, too long, or holds nothing of the kind.
    """
    source = " ".join(neutralise(source).split())
    if len(data) > MINUTES_BYTES:
        raise Refused(too_long(source, MINUTES_BYTES))
    lines, remarks = noted_lines(as_text(data, source))
    reader = _Reader(meeting, day, given)
    for one in lines:
        reader.take(one)
        if len(reader.proposed) > PROPOSED_MAX:
            raise Refused(
                f"{source}, line {one.line}: more than {PROPOSED_MAX} captures up to here; take a part of it."
            )
    if not reader.proposed and not reader.remarks:
        raise Refused(
            f"{source}, line 1: nothing from here on is marked ACTION: or DECISION:, is a box to tick, or stands under "
            "a heading such as “Action items”."
        )
    return ReadMinutes(tuple(reader.proposed), tuple(sorted((*remarks, *reader.remarks), key=lambda one: one.line)))


class _Reader:
    """The minutes as they are gone through."""

    def __init__(self, meeting: Meeting, day: date, given: Mapping[str, str]) -> None:
        self.proposed: list[Proposed] = []
        self.remarks: list[Skipped] = []
        here = {one.person for one in known(meeting)}
        self._members = [one for one in meeting.community.members.values() if one.person in here]
        self._day, self._given = day, given
        self._standing = standing(meeting.session.captures.values())
        self._seen: set[tuple[str, str]] = set()

    def take(self, noted: Noted) -> None:
        """A line, with all that it proposes."""
        for number, part in enumerate(parts_of(noted.text)):
            found = marked(part, noted.kind if number == 0 else None)
            if found is None:
                continue
            if noted.done or found.done:
                self.remarks.append(Skipped(noted.line, "done already, left out"))
                continue
            text, due, due_next = dated(found.text, self._day)
            words = Words(kind=found.kind, text=text, due=due, due_next=due_next)
            self._propose(noted.line, words, found.who or noted.owner)

    def _propose(self, line: int, words: Words, beside: str) -> None:
        """A capture, if it can be one and stands nowhere yet. A name that is nobody's for sure stays in the words."""
        names = names_in(beside)
        text, owners, maybe = words.text, [], []
        if words.kind == "action":
            said = owned(text, lambda name: self._person(name) is not None)
            likely = owned(text, self._is_likely).names if not said.names else ()
            text = said.text
            owners = [person for name in (*names, *said.names) if (person := self._person(name))]
            maybe = [Maybe(name, self._asked(name)) for name in (*names, *likely) if self._person(name) is None]
        if beside and not all(map(self._person, names)):
            text = f"{beside}: {text}"
        try:
            text = capitals_first(" ".join(clean(text, limit=TEXT_MAX, what="a capture").split()))
        except Refused as refused:
            self.remarks.append(Skipped(line, refused.reason))
            return
        if not any(map(str.isalnum, text)) or (words.kind, folded(text)) in self._seen:
            return
        self._seen.add((words.kind, folded(text)))
        stands = (words.kind, folded(text)) in self._standing
        kept = replace(words, text=text, owners=tuple(dict.fromkeys(owners)))
        self.proposed.append(Proposed(line, kept, tuple(one for one in maybe if one.people), stands))

    def _person(self, name: str) -> str | None:
        """Who this is for sure: by hand, or by the exact name."""
        return recognised([name], self._members, self._by_hand(name)).known.get(name)

    def _asked(self, name: str) -> tuple[str, ...]:
        return recognised([name], self._members, {}).asked.get(name, ())

    def _is_likely(self, name: str) -> bool:
        return self._person(name) is not None or bool(self._asked(name))

    def _by_hand(self, name: str) -> dict[str, str]:
        person = self._given.get(folded(name))
        return {} if person is None else {name: person}


def standing(captures: Iterable[Capture]) -> set[tuple[str, str]]:
    """What is written down already, by kind and words."""
    return {(one.words.kind, folded(one.words.text)) for one in captures}
