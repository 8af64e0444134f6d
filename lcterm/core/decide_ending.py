"""Decisions on how a decision ends: agreed, parked until more is known, or given up."""

from lcterm.core.captures import TEXT_MAX
from lcterm.core.commands import Settle
from lcterm.core.deciding import Deciding, Suggestion
from lcterm.core.events import DecidingEnded, Outcome, Words
from lcterm.core.refusal import Refusal, Refused
from lcterm.core.session import Session
from lcterm.core.text import clean

_ENDS = ("?", "!", ".", ":", "…", "？", "؟", "。")


def settled(session: Session, deciding: Deciding, command: Settle) -> DecidingEnded | Refusal:
    """Agreed, and written down for the group: in the words given, or in those of the suggestion with its marks."""
    chosen = next((one for one in deciding.suggestions if one.id == command.suggestion), None)
    if command.suggestion and chosen is None:
        return Refusal("That suggestion is not there any more.")
    try:
        text = clean(command.text, what="a decision", limit=TEXT_MAX)
    except Refused as refused:
        return Refusal(refused.reason)
    if not text and chosen is not None and deciding.way == "what-else":
        return Refusal("That is something to find out; say in words what was decided, or park it until then.")
    if not text and chosen is None:
        return Refusal("Choose a suggestion, or say in words what was decided; else park it, or give it up.")
    if not text and chosen is not None:
        marks = f" ({chosen.green} green, {chosen.red} red)" if chosen.green or chosen.red else ""
        text = f"{answered(deciding, chosen)}{marks}"
    return _ended(session, deciding, "decided", Words(kind="decision", text=text))


def answered(deciding: Deciding, chosen: Suggestion) -> str:
    """The question with its answer, so that whoever was not there knows what was decided; it fits into a capture."""
    question = deciding.question
    if not question:
        return chosen.text
    return f"{question}{' ' if question.endswith(_ENDS) else ': '}{chosen.text}"


def parked(session: Session, deciding: Deciding) -> DecidingEnded | Refusal:
    """Set aside, with what there is to find out ([HB]: park it until then)."""
    if not deciding.question:
        return Refusal("Its question was struck, so there is nothing to park; settle it in words, or give it up.")
    return _ended(session, deciding, "parked", Words(kind="parked", text=deciding.question))


def given_up(session: Session, deciding: Deciding) -> DecidingEnded:
    """Nothing is written down."""
    return _ended(session, deciding, "left")


def _ended(session: Session, deciding: Deciding, outcome: Outcome, words: Words | None = None) -> DecidingEnded:
    return DecidingEnded(deciding=deciding.id, outcome=outcome, words=words, seat=session.facilitator)
