"""What the tour asks for, step by step, and when each was really done."""

from collections.abc import Callable
from typing import NamedTuple

from lcterm.core.session import Hand, Session
from lcterm.ui.view import View

MARK = "`"
"""Around a key in a step's words: the id of one of the board's, or the key itself."""


class Seen(NamedTuple):
    """A board as far as steps ask about it. `opened`: the ids of the keys that opened something since the step began;
    `undone`: how many acts were taken back so far."""

    view: View
    undone: int
    opened: frozenset[str] = frozenset()
    veiled_before: bool = False

    @property
    def session(self) -> Session:
        return self.view.session


class Someone(NamedTuple):
    """A person whom a step speaks of."""

    name: str = ""
    badge: str = ""


Done = Callable[[Seen, Seen], bool]
"""Whether a step was done, from how things stood when it began and how they stand now."""


class Step(NamedTuple):
    """One or two sentences with the key to press; `{name}` and `{badge}` are those of `whom`. A step about a person is
    left out if there is none to speak of; one that only asks to look is never done by itself."""

    words: str
    done: Done = lambda before, now: False
    whom: Callable[[View], Someone | None] = lambda view: Someone()


def _raised(before: Seen, now: Seen) -> bool:
    return bool(_hands(now) - _hands(before))


def _hands(seen: Seen) -> set[str]:
    return {hand.person for hand in seen.session.hands}


def _turn_changed(before: Seen, now: Seen) -> bool:
    return now.session.turn is not None and now.session.turn != before.session.turn


def _heard(before: Seen, now: Seen) -> bool:
    turn = now.session.turn
    return _turn_changed(before, now) and turn is not None and turn.person in _unheard(before.view)


def _wrote_action(before: Seen, now: Seen) -> bool:
    new = [one for id, one in now.session.captures.items() if id not in before.session.captures]
    return any(one.words.kind == "action" for one in new)


def _took_back(before: Seen, now: Seen) -> bool:
    return now.undone > before.undone


def _veiled_and_lifted(before: Seen, now: Seen) -> bool:
    return now.veiled_before and not now.view.veiled


def _opened(id: str) -> Done:
    return lambda before, now: id in now.opened


def _someone_quiet(view: View) -> Someone | None:
    """Somebody in the room without a hand up and without the floor."""
    session = view.session
    busy = {hand.person for hand in session.hands} | ({session.turn.person} if session.turn else set())
    free = [one.voice.person for one in view.voices.heard if one.voice.person not in busy]
    return _someone(view, free[0]) if free else None


def _someone_unheard(view: View) -> Someone | None:
    """Somebody who waits and was not heard yet, else anybody not heard."""
    unheard = _unheard(view)
    waiting: list[Hand] = [hand for hand in view.session.hands if hand.person in unheard]
    first = waiting[0].person if waiting else next(iter(unheard), "")
    return _someone(view, first) if first else None


def _unheard(view: View) -> dict[str, None]:
    return dict.fromkeys(one.voice.person for one in view.voices.heard if one.mark == "not heard")


def _someone(view: View, person: str) -> Someone:
    return Someone(view.short(person), view.badge(person))


STEPS: tuple[Step, ...] = (
    Step("The big figure: minutes left. The filled bar: who is speaking. Below it: who waits. `Enter` goes on."),
    Step("{name} raises a hand: press `hand`, then `{badge}`, the letter before the name.", _raised, _someone_quiet),
    Step("When a speaker has finished, `next-speaker` gives the floor to the next in line.", _turn_changed),
    Step(
        "○ marks who was not heard yet. What does {name} think? `give`, then `{badge}`, gives the floor out of turn.",
        _heard,
        _someone_unheard,
    ),
    Step("Write down what to do: `capture`, then type `a Call the council` and press `Enter`.", _wrote_action),
    Step("Not what you meant? `undo` takes back what you did last, whatever it was.", _took_back),
    Step("Can the room see this? `veil` hides what is only for you; `veil` again lifts it.", _veiled_and_lifted),
    Step("Running late? `landing` shows how you could still end on time. `Esc` changes nothing.", _opened("landing")),
    Step("Silence, tears, a quarrel? `cards` opens cards with what helps. `Esc` comes back.", _opened("cards")),
    Step("`help` shows every key, on any screen. `Esc` comes back.", _opened("help")),
    Step("That was all. `quit` `quit` leaves. To begin for real type `lcterm new`, then your community's name."),
)
