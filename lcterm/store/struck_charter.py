"""Words of the charter that go with a struck capture: an answer, or what the community is for, is a fact of the
community and a decision among the captures of the session, and whoever takes the words back takes back both. So it is
with what the group wants to learn next time, where a capture says it too."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lcterm.core.charter_decisions import PURPOSE, lead_of
from lcterm.core.community_events import CharterAnswered, NextAgreed, PurposeAgreed
from lcterm.core.events import AnyEvent, NamesTakenOut, NewText, Reworded
from lcterm.core.facts import Fact
from lcterm.core.striking import holds
from lcterm.core.text import same
from lcterm.store.charter import topics

SENTENCE = 3
"""A capture that is not headed as the charter heads its decisions repeats an answer of so many words or more: a shorter
one stands by chance in what has nothing to do with it."""


class _Said(NamedTuple):
    """The name of the field, its words, and what a decision is headed with that says the same, "" for nothing."""

    field: str
    text: str
    title: str = ""


def gone_with(texts: Sequence[str], session: str, facts: Iterable[Fact]) -> NamesTakenOut | None:
    """The tombstone for what was settled in this session, and struck captures repeat (`texts`); None without any. Of a
    decision that was mended all wordings go."""
    titles = {one.id: one.title for one in topics()}
    known = [(fact, said) for fact in facts if (said := _said(fact.event, titles)) is not None and said.text]
    here = [said for fact, said in known if getattr(fact.event, "session", "") == session]
    struck = {(said.field, said.title, said.text) for said in here if any(_repeats(text, said) for text in texts)}
    # Whoever changes only the choice, or the date, carries the words on into a later fact, of another session or none.
    gone = tuple(
        Reworded(writer=fact.writer, seq=fact.seq, texts=(NewText(said.field, ""),))
        for fact, said in known
        if (said.field, said.title, said.text) in struck
    )
    return NamesTakenOut(facts=gone) if gone else None


def texts_named(tombstone: NamesTakenOut, facts: Iterable[Fact]) -> list[str]:
    """The texts that a tombstone of `gone_with` takes away."""
    named = {(one.writer, one.seq): new.path for one in tombstone.facts for new in one.texts}
    found = ((fact.event, named.get((fact.writer, fact.seq), "")) for fact in facts)
    return [text for event, field in found if field and (text := str(getattr(event, field)))]


def _repeats(text: str, said: _Said) -> bool:
    if said.title and text.startswith(lead_of(said.title)):
        return True
    return same(text, said.text) or (len(said.text.split()) >= SENTENCE and holds(text, said.text))


def _said(event: AnyEvent, titles: dict[str, str]) -> _Said | None:
    """What was settled by an event."""
    match event:
        case CharterAnswered(topic=topic, answer=answer):
            return _Said("answer", answer, titles.get(topic, ""))
        case PurposeAgreed(purpose=purpose):
            return _Said("purpose", purpose, PURPOSE)
        case NextAgreed(subject=subject):
            return _Said("subject", subject)
        case _:
            return None
