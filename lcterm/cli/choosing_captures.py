"""Which capture a word on the command line means."""

from collections.abc import Sequence

from lcterm.core.kept_captures import off_the_list
from lcterm.core.refusal import Refused
from lcterm.core.session import Capture
from lcterm.store.desk import Desk


def choose_capture(desk: Desk, typed: str, *, gone_too: bool = False) -> Capture:
    """The capture with this id, or the one whose id begins so; `gone_too`: also of those that were taken back or
    dropped. Raises Refused."""
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
    raise Refused(
        f"no capture of session {session.id} has the id {typed!r}; `lcterm show {session.id} --json` lists the ids"
    )


def _listed(found: Sequence[Capture]) -> str:
    return ", ".join(one.id for one in found)
