"""Rules and charter in words: what changed, what was settled, what holds until the group speaks."""

from typing import TYPE_CHECKING

from lcterm.core.charter import choice_of
from lcterm.core.community import Community
from lcterm.core.fold_charter import Answer
from lcterm.core.rules import RuleChange, changed_in

if TYPE_CHECKING:
    from lcterm.store.charter import Topic

NOTES = "notes"
NEW = "New: "
MEANWHILE = "not settled yet; until then "


def change_line(change: RuleChange) -> str:
    """One thing that changed in the rules, as a line."""
    match change.kind:
        case "new":
            return f"{NEW}{change.text}"
        case "reworded":
            return f"Now: {change.text} (before: {change.before})"
        case "dropped":
            return f"Dropped: {change.text}"
        case "order":
            return "The same rules in another order"


def rules_changed(community: Community, session: str) -> tuple[str, ...]:
    """What this session made of the rules, a line each."""
    return tuple(map(change_line, changed_in(community.rules_history, session)))


def notes_go_to(community: Community) -> str:
    """Who gets the notes, as the charter has it; "" where it says nothing."""
    if not (chosen := choice_of(community, NOTES)):
        return ""
    from lcterm.store.charter import topics

    topic = next((one for one in topics() if one.id == NOTES), None)
    return topic.words_of(chosen) if topic else ""


def answer_words(topic: "Topic", answer: Answer | None) -> str:
    """What was settled about a topic, the chosen answer first; what holds meanwhile where nothing was; "" where
    nothing does."""
    if answer is None:
        return f"{MEANWHILE}{topic.words_of(topic.default)}" if topic.default else ""
    said = _said(topic, answer)
    apart = "".join(f"; answered apart from this: {answer_words(topic, one)}" for one in answer.beside)
    return f"{said}{apart}"


def _said(topic: "Topic", answer: Answer) -> str:
    """The chosen answer with any remark in brackets; words alone where there was nothing to choose, else as words."""
    if answer.choice:
        return f"{topic.words_of(answer.choice)}{f' ({answer.answer})' if answer.answer else ''}"
    if not topic.choices:
        return answer.answer
    meanwhile = f"; until then {topic.words_of(topic.default)}" if topic.default else ""
    return f"“{answer.answer}” is said, not chosen yet{meanwhile}"


def charter_for_room(community: Community) -> tuple[list[str], str]:
    """What was settled, a line a topic, the latest last; and the question of the next of the twelve that is open, ""
    where none is."""
    from lcterm.store.charter import is_settled, topics

    known = {one.id: one for one in topics()}
    lines = [
        f"{known[id].title}: {answer_words(known[id], answer)}"
        for id, answer in community.charter.items()
        if id in known
    ]
    left = (one.question for one in topics() if not one.of and not is_settled(community, one))
    return lines, next(left, "")
