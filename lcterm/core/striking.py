"""What else says the same as words that are to be struck, so that they are gone everywhere."""

import re
from collections.abc import Iterable

from lcterm.core.deciding import Deciding
from lcterm.core.events import CaptureWritten, DecidingBegun, DecidingEnded, SuggestionMade
from lcterm.core.session import Meeting, Session
from lcterm.core.text import folded


def said(event: object) -> str:
    """The words that came into being with this event and can be struck by its id; "" for none."""
    match event:
        case CaptureWritten(words=words):
            return words.text
        case DecidingEnded(words=words) if words is not None:
            return words.text
        case DecidingBegun(question=question):
            return question
        case SuggestionMade(text=text):
            return text
        case _:
            return ""


def decidings(session: Session) -> list[Deciding]:
    """Those that are over, and the one under way."""
    return [*session.decided.values(), *([session.deciding] if session.deciding is not None else [])]


def texts_of(meeting: Meeting, ids: Iterable[str]) -> list[str]:
    """What is said now under these ids, in captures, suggestions and questions; of what the meeting names also as it
    was first said."""
    session, known = meeting.session, set(ids)
    texts = [one.words.text for id, one in session.captures.items() if id in known]
    for deciding in decidings(session):
        texts += [deciding.question] * (deciding.id in known)
        texts += [one.text for one in deciding.suggestions if one.id in known]
    if meeting.named is not None and meeting.named.id in known:
        texts.append(said(meeting.named.event))
    return [text for text in dict.fromkeys(texts) if text]


def also_struck(meeting: Meeting, id: str) -> tuple[str, ...]:
    """The ids of what says the same as the words under this one: of a decision the question, and the suggestion that
    was chosen; of a suggestion each wording it had, and the decision or the question that came of it."""
    session = meeting.session
    ended_by = {one.id: key for key, one in session.decided.items()}
    named = meeting.named.event if meeting.named is not None and meeting.named.id == id else None
    texts = texts_of(meeting, [id])
    found: list[str] = []
    for deciding in decidings(session):
        wordings = next((place for place in deciding.places if id in place), ())
        ended = ended_by.get(deciding.id, "")
        came_of_it = ended == id or (isinstance(named, DecidingEnded) and named.deciding == deciding.id)
        if came_of_it:
            found.append(deciding.id)
            for one in deciding.suggestions:
                alike = any(holds(text, one.text) for text in texts)
                found += next(place for place in deciding.places if one.id in place) if alike else ()
        elif wordings or deciding.id == id:
            found += wordings
            kept = session.captures.get(ended)
            found += [ended] if kept and any(holds(kept.words.text, text) for text in texts) else []
    return tuple(one for one in dict.fromkeys(found) if one != id and one not in session.struck)


def holds(text: str, part: str) -> bool:
    """Whether all of the part stands in the text, as whole words."""
    return bool(re.search(rf"(?<!\w){re.escape(folded(part))}(?!\w)", folded(text)))
