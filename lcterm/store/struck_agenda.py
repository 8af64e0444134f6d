"""Words of the charter that a strike took back, out of the agendas that repeat them: what a group settled in one
session stands as a note beside a point of a later one, and what it wants to learn as that point's title and
question."""

from collections.abc import Collection, Iterable

import msgspec

from lcterm.core.events import NamesTakenOut, NewText, PointInserted, PointMended, Reworded, SessionPlanned
from lcterm.core.facts import Fact
from lcterm.core.name_search import texts_in
from lcterm.core.refusal import Refused
from lcterm.core.subject import LEARNING
from lcterm.store.agenda_notes import CUT
from lcterm.store.durable import plain_reason
from lcterm.store.paths import Home
from lcterm.store.traces import remove_traces

GONE = "…"
"""What stands in the place of the words."""

CUT_AT_LEAST = 20
"""A note that was cut shows so many characters or more of what it repeats."""


def gone_from_agenda(texts: Collection[str], facts: Iterable[Fact]) -> NamesTakenOut | None:
    """The tombstone for what these facts of a session repeat of the texts in its agenda; None where there is none."""
    found: list[Reworded] = []
    for fact in facts:
        if isinstance(fact.event, SessionPlanned | PointInserted | PointMended):
            written = texts_in(msgspec.json.decode(msgspec.json.encode(fact.event)))
            new = tuple(NewText(path, after) for path, one in written if (after := _without(path, one, texts)) != one)
            if new:
                found.append(Reworded(writer=fact.writer, seq=fact.seq, texts=new))
    return NamesTakenOut(facts=tuple(found)) if found else None


def traces_gone(home: Home, community: str, session: str, texts: Collection[str]) -> list[str]:
    """Remove what was made from a session whose agenda repeated the texts; what was done, a line each. Raises Refused
    where the disk refuses it."""
    try:
        taken = list(remove_traces(home, community, session, (), texts))
    except OSError as error:
        raise Refused(f"struck words may still stand beside {session}: {plain_reason(error)}") from None
    return [f"{home.named(one.path)}: {one.done}" for one in taken]


def _without(path: str, written: str, texts: Collection[str]) -> str:
    """What is left of a text of the agenda. The words stand alone in it, or behind what heads them."""
    remark = written.rpartition(" (")[2]  # an answer in words beside one that was chosen
    if remark != written and any(_is_remark(remark, text) for text in texts):
        return written.removesuffix(remark) + GONE
    for said in (written, written.partition(": ")[2], written.rpartition("; ")[2]):
        if said and any(said == text or _is_cut(said, text) for text in texts):
            whole = said == written
            if whole and path.endswith("title"):
                return LEARNING
            return "" if whole and path.endswith("question") else written.removesuffix(said) + GONE
    return written


def _is_remark(said: str, text: str) -> bool:
    return said == f"{text})" or _is_cut(said, text)


def _is_cut(said: str, text: str) -> bool:
    return said.endswith(CUT) and len(said) > CUT_AT_LEAST and text.startswith(said.removesuffix(CUT))
