"""Words of the charter that go with a struck capture: an answer is a fact of the community and a decision among the
captures of the session, and whoever takes the words back takes back both."""

from collections.abc import Iterable

from lcterm.core.events import CharterAnswered, NamesTakenOut, NewText, Reworded
from lcterm.core.facts import Fact


def gone_with(words: str, session: str, facts: Iterable[Fact]) -> NamesTakenOut | None:
    """The tombstone for the answers given in this session that a struck capture's words repeat; None without any."""
    answers = (fact for fact in facts if isinstance(fact.event, CharterAnswered) and fact.event.session == session)
    gone = tuple(
        Reworded(writer=fact.writer, seq=fact.seq, texts=(NewText("answer", ""),))
        for fact in answers
        if isinstance(fact.event, CharterAnswered) and fact.event.answer and fact.event.answer in words
    )
    return NamesTakenOut(facts=gone) if gone else None
