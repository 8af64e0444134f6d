"""Which capture a word on the command line means."""

from collections.abc import Sequence

from lcterm.core.kept_captures import off_the_list
from lcterm.core.refusal import Refused
from lcterm.core.session import Capture
from lcterm.store.desk import Desk

LAST = "last"
"""What the capture that was written last may be called, where words do for an id."""


def choose_capture(desk: Desk, typed: str, *, gone_too: bool = False, by_words: bool = False) -> Capture:
    """The capture with this id, or the one whose id begins so; `gone_too`: also of those that were taken back or
    dropped; `by_words`: or the one that has these words, or is the last. Raises Refused."""
    session = desk.meeting.session
    gone = off_the_list(desk.session.log.facts, session) if gone_too else []
    known = [*session.captures.values(), *gone]
    word = typed.strip().casefold()
    whole = [one for one in known if one.id == word]
    found = whole or [one for one in known if word and one.id.startswith(word)]
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(f"{typed!r} begins more than one capture: {_listed(found)}")
    if any(id.startswith(word) for id in session.struck if word):
        raise Refused(f"the words of {typed!r} are gone already")
    having = [one for one in known if len(word) > 1 and word in one.words.text.casefold()]
    if by_words and word == LAST and known:
        return known[-1]
    if by_words and len(having) == 1:
        return having[0]
    if by_words and having:
        told = "; ".join(f"“{one.words.text[:40]}” is {one.id}" for one in having[:3])
        raise Refused(f"{len(having)} lines have {typed!r}; give more of the words, or an id: {told}")
    if having:
        told = "; ".join(f"“{one.words.text[:40]}” is {one.id}" for one in having[:3])
        raise Refused(f"{typed!r} is no capture's id: {told}")
    if by_words:
        raise Refused(f"no line has {typed!r}; give words that one line alone has, or {LAST}; `lcterm show` reads all")
    raise Refused(
        f"no capture of session {session.id} has the id {typed!r}; `lcterm show {session.id} --json` lists the ids"
    )


def _listed(found: Sequence[Capture]) -> str:
    return ", ".join(one.id for one in found)
