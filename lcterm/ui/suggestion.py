"""Whom the board suggests next: somebody not heard yet who waits behind others. A key takes it, nothing else does."""

from lcterm.core.queueing import next_speaker
from lcterm.core.session import Hand
from lcterm.ui.view import View

UNQUEUED = ("round", "pairs", "none")
"""Modes in which nobody waits in a line."""


def suggested(view: View) -> Hand | None:
    """Who waits longest of those with the mark *not heard*, unless they are next anyway. Nobody under the veil, nor
    while a short question is heard, since the floor goes back then. Source of the rule: ours."""
    session = view.session
    if view.veiled or not session.live or session.aside is not None or session.mode in UNQUEUED:
        return None
    unheard = {one.voice.person for one in view.voices.heard if one.mark == "not heard" and one.voice.reachable}
    following = next_speaker(session)
    waiting = [hand for hand in session.hands if hand.person in unheard and hand.person != following]
    return min(waiting, key=lambda hand: hand.since, default=None)
