"""Where in a log a name stands, event by event, and what is to become of it there."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec import DecodeError

from lcterm.core.erasure import Identity, clear_path
from lcterm.core.events import NamesTakenOut, NewText, Reworded
from lcterm.core.facts import decode_event
from lcterm.core.name_search import Wanted, texts_in
from lcterm.core.session import Session
from lcterm.core.when import clock, zone_or_utc
from lcterm.store.paths import Home
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.shelf import read_session
from lcterm.store.words import events_in

WORDLESS = "…"
"""What is left of an earlier wording of a capture that had the name; nobody sees it but an undo."""

_CALLED = {
    "CommunityFounded": "the community's name and purpose",
    "MembersJoined": "a practice in the member list",
    "RulesAgreed": "rules",
    "PurposeAgreed": "the community's purpose",
    "NextAgreed": "what was agreed for the next time",
    "ContactsGiven": "contacts",
    "ChecklistAgreed": "the checklist",
    "SessionPlanned": "the agenda",
    "PointInserted": "the agenda",
    "PointMended": "the agenda",
    "ItemTicked": "the checklist",
    "TurnsImported": "a recording",
    "CaptureWritten": "whom a capture is for",
    "CaptureEdited": "whom a capture is for",
    "DecidingBegun": "a question to decide",
    "SuggestionMade": "a suggestion",
    "DecidingEnded": "whom a capture is for",
}
_PIECES = re.compile(r"[A-Z][a-z]*")
_NAMES = {"MembersJoined": re.compile(r"members\.[0-9]+\.name"), "MemberRenamed": re.compile("name")}
"""What people are called: their own to change, and for a tombstone to hide."""


class Hit(NamedTuple):
    """A sentence that holds the name: where it stands, and how it reads from now on, "" where its words go."""

    where: str
    text: str
    after: str = ""


class Hits(NamedTuple):
    """All of a log, `session` is "" for the community's own. `event` is the fact that takes the name out; `torn` are
    files that hold it and can only be changed byte by byte; `doubtful` what may be the name or an everyday word."""

    session: str
    event: NamesTakenOut
    hits: tuple[Hit, ...]
    torn: tuple[Path, ...] = ()
    doubtful: tuple[Hit, ...] = ()

    @property
    def anything(self) -> bool:
        return bool(self.hits or self.torn)


class _Search:
    """One log, file by file."""

    def __init__(self, where: str, state: Session | None, wanted: Wanted, person: str) -> None:
        self._where, self._state, self._wanted, self._person = where, state, wanted, person
        self._captures: dict[str, Hit] = {}
        self._texts: dict[Identity, dict[str, str]] = {}
        self._hits: dict[Hit, None] = {}
        self._doubtful: dict[Hit, None] = {}

    def look(self, identity: Identity, event: dict[str, Any]) -> None:
        """See what of this event holds the name."""
        kind = str(event.get("kind", ""))
        self._labels(identity, event)
        for path, text in texts_in(event):
            if (known := _NAMES.get(kind)) is not None and known.fullmatch(path):
                continue
            where = f"{self._where}{_CALLED.get(kind) or ' '.join(_PIECES.findall(kind)).lower()}"
            if self._wanted.may_stand_in(text):
                self._doubtful[Hit(where, text)] = None
            if not self._wanted.stands_in(text):
                continue
            if path == "words.text" and kind in ("CaptureWritten", "CaptureEdited", "DecidingEnded"):
                self._capture(identity, event, text)
            else:
                after = self._wanted.taken_out(text)
                if _still_reads(event, path, after):
                    self._texts.setdefault(identity, {})[path] = after
                    self._hits[Hit(where, text, after)] = None

    def _labels(self, identity: Identity, event: dict[str, Any]) -> None:
        """What a recording calls the person, whatever that is."""
        speakers = event.get("speakers")
        for place, one in enumerate(speakers if isinstance(speakers, list) else ()):
            label = one.get("label") if isinstance(one, dict) else None
            if isinstance(label, str) and self._person and one.get("person") == self._person:
                after = f"someone-{self._person}"
                if label != after:
                    self._texts.setdefault(identity, {})[f"speakers.{place}.label"] = after
                    self._hits[Hit(f"{self._where}a recording", label, after)] = None
                    one["label"] = after

    def _capture(self, identity: Identity, event: dict[str, Any], text: str) -> None:
        """Words of a capture: they go as a whole where that is how it reads, or where nobody reads it any more."""
        id = str(event.get("capture") or f"{identity[0]}-{identity[1]}")
        known = self._state.captures.get(id) if self._state is not None else None
        if known is not None and not self._wanted.stands_in(known.words.text):
            self._texts.setdefault(identity, {})["words.text"] = WORDLESS
            self._hits[Hit(f"{self._where}an earlier wording", text, WORDLESS)] = None
            return
        words = event.get("words", {})
        kind = known.words.kind if known else f"{words.get('kind', 'something')}, off the list"
        at = f" {clock(known.at, zone_or_utc(self._state.zone))}" if known and self._state is not None else ""
        self._captures[id] = Hit(f"{self._where}{kind}{at}", known.words.text if known else text)

    def found(self, session: str, torn: tuple[Path, ...]) -> Hits:
        """What came of it."""
        facts = tuple(
            Reworded(writer=writer, seq=seq, texts=tuple(NewText(path, text) for path, text in sorted(texts.items())))
            for (writer, seq), texts in sorted(self._texts.items())
        )
        event = NamesTakenOut(captures=tuple(sorted(self._captures)), facts=facts)
        hits = (*self._captures.values(), *self._hits)
        return Hits(session, event, hits, torn, tuple(self._doubtful))


def hits_in_log(home: Home, community: str, session: str, wanted: Wanted, person: str) -> Hits:
    """Where the name stands in a session's log, or in the community's own for ""; files set aside and old copies
    count. `person` is the id of whoever is to be forgotten, "" where it is nobody's."""
    state = read_session(home, community, session) if session else None
    search = _Search(f"{session} · " if session else "", state, wanted, person)
    folder = home.session_log(community, session) if session else home.community_log(community)
    torn: list[Path] = []
    for path, content in log_files(folder):
        events = events_in(content, path.name)
        if events is None and wanted.stands_in(content.decode("utf-8", "replace")):
            torn.append(path)
        for identity, event in events or ():
            search.look(identity, event)
    return search.found(session, tuple(torn))


def log_files(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Every file of a log that can be read, those set aside and leftovers of a crash too."""
    for above, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            try:
                yield Path(above, name), read_whole(Path(above, name))[0]
            except (OSError, Unreadable):  # `check` tells of what cannot be read
                continue


def _still_reads(event: Mapping[str, Any], path: str, text: str) -> bool:
    """Whether the event means as much with the other text: a name may look like a word that the program knows. What
    only a newer version knows is taken at its word."""
    try:
        decode_event(msgspec.json.encode(event))
    except (DecodeError, ValueError):
        return True
    try:
        decode_event(msgspec.json.encode(clear_path(event, path, text)))
    except (DecodeError, ValueError):
        return False
    return True
