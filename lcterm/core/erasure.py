"""What is to be gone from a log for good: struck captures, people who are forgotten, texts that held a name. And what
stands in the place of a fact that held some of it."""

from collections.abc import Iterable, Mapping
from typing import Any, get_args

import msgspec
from msgspec import Struct, ValidationError
from msgspec.structs import replace

from lcterm.core.community_events import MemberRenamed, MembersJoined, PersonForgotten
from lcterm.core.events import (
    AnyEvent,
    CaptureEdited,
    CaptureStruck,
    CaptureWritten,
    DecidingBegun,
    DecidingEnded,
    Erased,
    NamesTakenOut,
    SessionMoved,
    SessionPlanned,
    SuggestionMade,
)
from lcterm.core.facts import Fact, place_of

Identity = tuple[str, int]
"""Writer and seq."""

Texts = Mapping[str, tuple[tuple[int, str, int], str]]
"""By path: the place of the tombstone in the order of the log, the latest of which counts, and the new text."""

Tombstone = CaptureStruck | NamesTakenOut | PersonForgotten
"""The events that say what is gone. Nothing takes them back."""

_TOMBSTONES = frozenset(get_args(Tombstone))

_Deciding = DecidingBegun | SuggestionMade | DecidingEnded

_NO_TEXTS: Mapping[Identity, Texts] = {}


class Gone(Struct, frozen=True):
    """What the tombstones of a log name: ids of captures and of what was said on the way to a decision, ids of people,
    and how the texts of facts read now."""

    struck: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    texts: Mapping[Identity, Texts] = _NO_TEXTS

    @property
    def anything(self) -> bool:
        return bool(self.struck or self.people or self.texts)

    def holds(self, other: "Gone") -> bool:
        """Whether all that the other names is here as well."""
        return self.union(other) == self

    def union(self, other: "Gone") -> "Gone":
        """What either of them names."""
        texts = {identity: dict(known) for identity, known in self.texts.items()}
        for identity, new in other.texts.items():
            known = texts.setdefault(identity, {})
            for path, entry in new.items():
                known[path] = max(entry, known.get(path, entry))
        return Gone(self.struck | other.struck, self.people | other.people, texts)


NOTHING = Gone()


def gone_by(facts: Iterable[Fact]) -> Gone:
    """What the tombstones among these facts name; `NOTHING` itself where there are none."""
    gone = NOTHING
    for fact in (one for one in facts if type(one.event) in _TOMBSTONES):
        match fact.event:
            case CaptureStruck(capture=capture, also=also):
                gone = gone.union(Gone(struck=frozenset({capture, *also})))
            case PersonForgotten(person=person):
                gone = gone.union(Gone(people=frozenset({person})))
            case NamesTakenOut(captures=captures, facts=reworded):
                at = place_of(fact)
                texts = {(one.writer, one.seq): {new.path: (at, new.text) for new in one.texts} for one in reworded}
                gone = gone.union(Gone(struck=frozenset(captures), texts=texts))
            case _:
                pass
    return gone


def capture_in(fact: Fact) -> str:
    """The id of the capture, the question to decide or the suggestion whose words this fact holds; "" for one that
    holds none."""
    event = fact.event
    if isinstance(event, CaptureWritten) or (isinstance(event, _Deciding) and event != _wordless(event)):
        return fact.id
    return event.capture if isinstance(event, CaptureEdited) else ""


def without_words(fact: Fact) -> Fact:
    """The same fact in its place, who and when, with nothing left of what it said."""
    return replace(fact, event=wordless(fact.event))


def wordless(event: AnyEvent) -> AnyEvent:
    """What stands in the place of an event whose words are gone. On the way to a decision something happened all the
    same: what was begun, suggested or ended stays so, without a word."""
    return _wordless(event) if isinstance(event, _Deciding) else Erased()


def _wordless(event: _Deciding) -> _Deciding:
    match event:
        case DecidingBegun():
            return replace(event, question="")
        case SuggestionMade():
            return replace(event, text="")
        case DecidingEnded():
            return replace(event, words=None)


def cleared(fact: Fact, gone: Gone) -> Fact:
    """The fact with nothing left in it of what is gone; the very same one where it held none of it."""
    if gone.struck and capture_in(fact) in gone.struck:
        return without_words(fact)
    told = gone.people and isinstance(fact.event, MembersJoined | MemberRenamed)
    if not told and (fact.writer, fact.seq) not in gone.texts:
        return fact
    value = _stored(msgspec.to_builtins(fact.event))
    if not clear(value, (fact.writer, fact.seq), gone):
        return fact
    try:
        event: AnyEvent = msgspec.convert(value, AnyEvent)
    except ValidationError:
        # A tombstone that is damaged or made up: better nothing than the name.
        return without_words(fact)
    return replace(fact, event=event)


def _stored(value: Any) -> Any:
    """The value as JSON would give it back, where nothing is a tuple."""
    if isinstance(value, dict):
        return {key: _stored(held) for key, held in value.items()}
    return [_stored(held) for held in value] if isinstance(value, list | tuple) else value


def clear(event: dict[str, Any], identity: Identity, gone: Gone) -> bool:
    """Take names out of an event in its stored form, in place; whether any were there."""
    changed = False
    if gone.people:
        joined = event.get("members", ()) if event.get("kind") == MembersJoined.__name__ else ()
        told = [event] if event.get("kind") == MemberRenamed.__name__ else joined
        for one in told if isinstance(told, list) else ():
            if isinstance(one, dict) and one.get("person") in gone.people and (one.get("name") or one.get("area")):
                one["name"] = ""
                one.pop("area", None)
                changed = True
    for path, (_, text) in gone.texts.get(identity, {}).items():
        changed = _put(event, path.split("."), text) or changed
    return changed


def clear_path(event: Mapping[str, Any], path: str, text: str) -> dict[str, Any]:
    """A copy of an event in its stored form with another text in one place."""
    from copy import deepcopy

    copy: dict[str, Any] = deepcopy(dict(event))
    _put(copy, path.split("."), text)
    return copy


def _put(value: Any, path: list[str], text: str) -> bool:
    """Another text in the place of one that stands there; whether there was one that differs."""
    *way, last = path
    for step in way:
        value = _at(value, step)
    held = _at(value, last)
    if not isinstance(held, str) or held == text or last == "kind":
        return False
    value[last if isinstance(value, dict) else int(last)] = text
    return True


def _at(value: Any, step: str) -> Any:
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, list) and step.isdecimal() and len(step) < 10 and int(step) < len(value):
        return value[int(step)]
    return None


def can_be_taken_back(event: AnyEvent, gone: Gone) -> bool:
    """Whether undo and redo reach this event: not the plan, not a strike, nor anything about words that are gone."""
    if isinstance(event, SessionPlanned | SessionMoved | Erased | Tombstone):
        return False
    if isinstance(event, SuggestionMade) and not event.text:
        return False
    return not any(getattr(event, about, "") in gone.struck for about in ("capture", "suggestion"))
