"""The acts of `lcterm do` with what each means, a line each, for its help."""

from lcterm.cli.main import Help
from lcterm.core.acts import ACTS

MEANINGS = {
    "start": "begins the session and its first point",
    "pause": "stops the clock",
    "resume": "the clock goes on",
    "next": "ends this point and starts the next",
    "previous": "goes back to the point before",
    "jump": "goes to the point of this number",
    "skip": "leaves this point out, or point N",
    "extend": "so many minutes more for this point or point N; fewer with a minus",
    "late": "this point began so many minutes ago",
    "hand": "puts a hand up, and what for",
    "withdraw": "takes a hand down",
    "give": "gives the floor: to NAME, or to whoever is first",
    "done": "the turn ends, and nobody follows yet",
    "spoke": "notes that somebody spoke just now",
    "pass": "passes in a round, and is asked again at its end",
    "arrive": "somebody is here",
    "leave": "somebody is away",
    "listen": "keeps to listening today; once more, takes part again",
    "mode": "how the floor is given, at this point or at point N",
    "close-queue": "the list takes no new hands",
    "open-queue": "the list takes hands again",
    "care": "stops the clock because somebody needs care",
    "insert": "a new point behind the running one",
    "rename": "another title for point N",
    "ask": "the question of point N; none takes it away",
    "presenters": "who presents point N; nobody takes them away",
    "sums-up": "whether the group sums up at point N",
    "shift": "moves point N one place",
    "fix": "point N begins at this time and not before; off: when it is its turn",
    "landing": "what is left ends as planned, or in so many minutes",
    "room": "what the room's screen shows",
    "hide-clock": "no clock on the room's screen at this point",
    "show-clock": "the clock on the room's screen again",
    "tick": "an item of the checklist is done",
    "untick": "an item of the checklist is open again",
    "move": "moves a hand one place in line",
    "reopen": "whoever spoke last was not done, and is first in line",
    "interject": "a short question of somebody; then the floor goes back",
    "by-kind": "hands wait by what they are for, or in plain order",
    "limit": "how long a turn may take; 0 for no limit",
    "starter": "who begins the round",
    "backwards": "the round goes the other way",
    "pairs": "draws who talks with whom",
    "swap": "in pairs the other one talks now",
    "seat": "moves somebody one place in the round",
    "place": "where somebody takes part",
    "hand-over": "somebody else facilitates; no name: who did so first",
    "decide": "begins a decision",
    "suggest": "a suggestion, and the pair it comes from",
    "reword": "other words for suggestion N",
    "sort": "whether suggestion N must, should or could be",
    "wall": "suggestion N goes on the wall, or comes off it",
    "vote": "opens or closes the vote",
    "light": "what somebody shows for suggestion N",
    "count": "how many greens and reds suggestion N has",
    "settle": "it is decided: suggestion N, or these words",
    "park": "the question waits, with what else the group needs to know",
    "give-up": "nothing is decided, and nothing written down",
    "release": "the group has heard it; off: not yet",
    "agree": "the speaker said yes to the quote; off: not yet",
    "finish": "an action is done; off: open again",
    "drop": "off the list; undo brings it back",
    "undo": "takes your last act back",
    "redo": "does it again",
    "end": "closes the session",
}
"""By the name of the act."""


def acts_told() -> str:
    """Every act as it is written, with its meaning."""
    return "\n".join(["Acts:", *(f"{act.usage}: {MEANINGS[name]}" for name, act in ACTS.items())])


class HelpOfActs(Help):
    """Keeps a line to an act; what is too long for the terminal goes on further in."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        import textwrap  # only where help is read

        lines = text.splitlines()
        return "\n".join(textwrap.fill(line, width, initial_indent=indent, subsequent_indent="    ") for line in lines)
