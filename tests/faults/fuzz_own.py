"""Readers of the small files that a home keeps for its own device: what is half written, who sits where, reflections,
settings, notes of what was done. But for a reflection none of them is ever refused: what cannot be read is as if it
were not there, and what is written next lies there whole."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from lcterm.hub.joined import JOINED, Joined, joined, note_joined
from lcterm.store.device import DEVICE_FILE, actor_id
from lcterm.store.drafts import Draft, draft_path, hold_drafts, read_drafts, take_drafts
from lcterm.store.ids import is_plain
from lcterm.store.paths import Home
from lcterm.store.reflections import add_to_reflection, as_text, read_reflection, reflection_path
from lcterm.store.seats import SEATS, Seat
from lcterm.store.settings import BY_NAME, settings, settings_file
from lcterm.store.traces import carried_out, note_carried_out, note_path

SESSION, COMMUNITY = "2026-12-01-k3f9", "h4"
NOW = 1_796_133_600_000


def _drafts(home: Home) -> Iterable[object]:
    """Read, held by another seat, taken over."""
    yield read_drafts(home, SESSION)
    held = Draft("l one more", seat="notes", held="notes")
    hold_drafts(home, SESSION, [held], "notes")
    assert held in read_drafts(home, SESSION)
    yield take_drafts(home, SESSION, by="board")


def _reflection(home: Home) -> Iterable[object]:
    yield as_text(read_reflection(home, SESSION)).split("\n")
    yield as_text(add_to_reflection(home, SESSION, "It was fine.", NOW)).split("\n")


def _seat(home: Home) -> Iterable[object]:
    """Somebody sits there who says so."""
    yield Seat(home, SESSION, "board")._doing("notes")


def _settings(home: Home) -> Iterable[object]:
    found = settings(home, {})
    assert all(value in BY_NAME[name].choices for name, value in found.values.items())
    assert all("\n" not in trouble for trouble in found.troubles)
    yield from (found.values, found.sources, found.troubles)


def _notes(home: Home) -> Iterable[object]:
    note_carried_out(home, SESSION, [*carried_out(home, SESSION), "aaaa-9"])
    assert "aaaa-9" in carried_out(home, SESSION)
    yield joined(home)
    note_joined(home, Joined(COMMUNITY, "a hub"))
    assert Joined(COMMUNITY, "a hub") in joined(home)
    assert is_plain(actor_id(home))


def _place(home: Home) -> dict[str, tuple[Path, ...]]:
    return {
        "drafts": (draft_path(home, SESSION),),
        "reflection": (reflection_path(home, SESSION),),
        "seat": (home.private / SEATS / SESSION / "notes.json",),
        "settings": (settings_file(home),),
        "notes": (note_path(home, SESSION), home.private / JOINED, home.private / DEVICE_FILE),
    }


LOOKS: dict[str, Callable[[Home], Iterable[object]]] = {
    "drafts": _drafts,
    "reflection": _reflection,
    "seat": _seat,
    "settings": _settings,
    "notes": _notes,
}


def in_a_home(name: str, harmless: Callable[..., None]) -> Callable[[bytes], None]:
    """What reads a file of this kind in a home of its own, and sees that nothing in it steers a terminal."""

    def read(data: bytes) -> None:
        with TemporaryDirectory(prefix="lcterm-fuzz-") as folder:
            home = Home(Path(folder))
            (home.path / "communities" / COMMUNITY / "log").mkdir(parents=True)
            for path in _place(home)[name]:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            harmless(list(LOOKS[name](home)))

    return read


def _tables(**tables: object) -> bytes:
    return json.dumps({name: {"1": document} for name, document in tables.items()}).encode()


GOOD: dict[str, tuple[bytes, ...]] = {
    "drafts": (_tables(draft={"text": "l half a", "mends": "", "seat": "", "by": "ana", "left_at": "", "held": ""}),),
    "reflection": (_tables(reflection={"text": "I was too quick.\nNext time: wait.", "at": NOW}),),
    "seat": (_tables(seat={"what": "mend", "about": "aaaa-3"}),),
    "settings": (b'theme = "light"\nbell = true\nspoken-time = "minutes"\nroom-theme = "high-contrast"\n',),
    "notes": (
        _tables(struck={"capture": "aaaa-1"}),
        _tables(communities={"community": COMMUNITY, "hub": "ana@example.org/hub"}),
        _tables(device={"actor": "abcdefghij"}),
    ),
}
