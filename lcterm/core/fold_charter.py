"""What the facts of rules, charter and setting up come to, each by itself: later facts replace earlier ones."""

from collections.abc import Mapping

from msgspec import Struct

from lcterm.core.events_charter import CharterAnswered, SetupNoted, SetupState
from lcterm.core.events_community import RulesAgreed


class RulesAsOf(Struct, frozen=True, kw_only=True):
    """The ground rules as they stood from `at` on (wall, ms); `session`: the id of the one that agreed them, "" outside
    any."""

    at: int
    rules: tuple[str, ...]
    session: str = ""


class Answer(Struct, frozen=True, kw_only=True):
    """What the group settled about a topic of its charter, and when (wall, ms); `session` as above."""

    topic: str
    answer: str
    choice: str
    at: int
    session: str = ""


class SetupItem(Struct, frozen=True, kw_only=True):
    """How an item of the setting up stands since `at` (wall, ms)."""

    item: str
    state: SetupState
    note: str
    who: str
    when: str
    at: int


def rules_agreed(history: tuple[RulesAsOf, ...], event: RulesAgreed, at: int) -> tuple[RulesAsOf, ...]:
    """The history with these rules; they are no news where they stood so already."""
    if event.rules == (history[-1].rules if history else ()):
        return history
    return (*history, RulesAsOf(at=at, rules=event.rules, session=event.session))


def answered(charter: Mapping[str, Answer], event: CharterAnswered, at: int) -> dict[str, Answer]:
    """The charter after this answer; a topic that is open again is not in it."""
    rest = {topic: one for topic, one in charter.items() if topic != event.topic}
    if not event.answer and not event.choice:
        return rest
    new = Answer(topic=event.topic, answer=event.answer, choice=event.choice, at=at, session=event.session)
    return {**rest, event.topic: new}


def noted(setup: Mapping[str, SetupItem], event: SetupNoted, at: int) -> dict[str, SetupItem]:
    """The setting up after this note; an item that is as it was at the beginning is not in it."""
    rest = {item: one for item, one in setup.items() if item != event.item}
    if event.state == "open" and not (event.note or event.who or event.when):
        return rest
    new = SetupItem(item=event.item, state=event.state, note=event.note, who=event.who, when=event.when, at=at)
    return {**rest, event.item: new}
