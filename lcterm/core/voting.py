"""Who has a mark to give."""

from lcterm.core.session import Session, Voice


def voters(session: Session) -> list[Voice]:
    """Everyone here who is neither facilitator nor observer, in seat order ([HB]: those keep to their role)."""
    return [voice for voice in session.voices.values() if may_vote(voice)]


def may_vote(voice: Voice) -> bool:
    """Whether a mark of this person counts now."""
    return voice.compared and voice.reachable
