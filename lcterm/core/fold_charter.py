"""What the facts of rules, charter and setting up come to, each by itself: later facts replace earlier ones."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from lcterm.core.events_charter import CharterAnswered, PurposeAgreed, SetupNoted, SetupState
from lcterm.core.events_community import RulesAgreed


class RulesAsOf(Struct, frozen=True, kw_only=True):
    """The ground rules as they stood from `at` on (wall, ms); `session`: the id of the one that agreed them, "" outside
    any. `id`: that of the fact. `apart`: whoever agreed them did not know what stood already."""

    at: int
    rules: tuple[str, ...]
    session: str = ""
    id: str = ""
    apart: bool = False


class PurposeAsOf(Struct, frozen=True, kw_only=True):
    """What the community was for from `at` on (wall, ms), "" for left open; `session` as above."""

    at: int
    purpose: str
    session: str = ""


class Answer(Struct, frozen=True, kw_only=True):
    """What the group settled about a topic of its charter, and when (wall, ms); `session` and `id` as above. `beside`:
    what else it settled about it without knowing of this, oldest first. `chosen`, `chosen_in`: when, and in which
    session, this choice was made first; an answer in other words leaves that as it is."""

    topic: str
    answer: str
    choice: str
    at: int
    session: str = ""
    id: str = ""
    beside: tuple["Answer", ...] = ()
    chosen: int = 0
    chosen_in: str = ""


class SetupItem(Struct, frozen=True, kw_only=True):
    """How an item of the setting up stands since `at` (wall, ms)."""

    item: str
    state: SetupState
    note: str
    who: str
    when: str
    at: int


def rules_agreed(
    history: tuple[RulesAsOf, ...], standing: tuple[RulesAsOf, ...], event: RulesAgreed, at: int, id: str
) -> tuple[tuple[RulesAsOf, ...], tuple[RulesAsOf, ...]]:
    """The history with these rules, in which they are no news where they stood so already; and the lists that stand:
    these, and before them what was agreed apart from them."""
    beside = tuple(one for one in standing if event.instead is not None and one.id not in event.instead)
    others = tuple(one for one in beside if one.rules != event.rules)
    new = RulesAsOf(at=at, rules=event.rules, session=event.session, id=id, apart=bool(others))
    known = event.rules == (history[-1].rules if history else ())
    return history if known else (*history, new), (*others, new)


def purpose_agreed(history: tuple[PurposeAsOf, ...], event: PurposeAgreed, at: int) -> tuple[PurposeAsOf, ...]:
    """The history with this purpose."""
    return (*history, PurposeAsOf(at=at, purpose=event.purpose, session=event.session))


def answered(charter: Mapping[str, Answer], event: CharterAnswered, at: int, id: str = "") -> dict[str, Answer]:
    """The charter after this answer; a topic that is open again is not in it. What was settled apart from this answer
    stays beside it."""
    rest = {topic: one for topic, one in charter.items() if topic != event.topic}
    held = charter.get(event.topic)
    standing = (*held.beside, replace(held, beside=())) if held is not None else ()
    beside = tuple(one for one in standing if event.instead is not None and one.id not in event.instead)
    if not event.answer and not event.choice:
        return {**rest, event.topic: replace(beside[-1], beside=beside[:-1])} if beside else rest
    others = tuple(one for one in beside if (one.answer, one.choice) != (event.answer, event.choice))
    alike = held is not None and all(one.choice == event.choice != "" for one in (held, *held.beside))
    first = held if alike else None
    new = Answer(
        topic=event.topic,
        answer=event.answer,
        choice=event.choice,
        at=at,
        session=event.session,
        id=id,
        beside=others,
        chosen=at if first is None else first.chosen,
        chosen_in=event.session if first is None else first.chosen_in,
    )
    return {**rest, event.topic: new}


def noted(setup: Mapping[str, SetupItem], event: SetupNoted, at: int) -> dict[str, SetupItem]:
    """The setting up after this note; an item that is as it was at the beginning is not in it."""
    rest = {item: one for item, one in setup.items() if item != event.item}
    if event.state == "open" and not (event.note or event.who or event.when):
        return rest
    new = SetupItem(item=event.item, state=event.state, note=event.note, who=event.who, when=event.when, at=at)
    return {**rest, event.item: new}
