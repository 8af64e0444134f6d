"""Homes as former releases wrote them, kept in `kept/`, a file for each: what this version makes of them.

`python -m tests.faults.keeping NAME` keeps one. It is run once for each release that changes a stored shape, and what
was kept for a release is never changed afterwards.
"""

import random
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from msgspec import Struct

from lcterm.core.facts import decode_event
from lcterm.store.paths import Home
from lcterm.store.reflections import read_reflection
from lcterm.store.shelf import communities, read_session
from lcterm.store.templates import find_template
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.faults.homes import Trial
from tests.faults.table import Row

KEPT = Path(__file__).parent / "kept"
"""A file for each form in which homes were ever stored by a release."""


class Kept(Struct):
    """A kept home: its files by their path, an event of each kind as it was stored, archives of its communities by
    their ids, and what was said of it all."""

    files: dict[str, str]
    events: dict[str, Any]
    archives: dict[str, str]
    told: dict[str, Any]


def kept() -> list[Path]:
    return sorted(KEPT.glob("*.json"))


def unfold(home: Kept, folder: Path) -> Trial:
    """Its files, as they lay on somebody's disk."""
    for name, content in home.files.items():
        path = folder / "home" / name
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.write_text(content)
        path.chmod(0o600)
    for place in ((folder / "home"), *(folder / "home").rglob("*")):
        if place.is_dir():
            place.chmod(0o700)
    return Trial(folder, folder / "home", Shell(TestClock(folder / "clock"), folder / "home"))


def told(one: Trial) -> dict[str, Any]:
    """What this version makes of a home, as far as no version may ever make something else of it."""
    home = Home(one.home)
    said: dict[str, Any] = {}
    for community in communities(home):
        said[community.id] = {
            "name": community.name,
            "members": sorted(member.name for member in community.members.values()),
            "rules": list(community.rules),
        }
        for session in home.sessions(community.id):
            state = read_session(home, community.id, session)
            shown = one.shell.json("show", session, "--json")
            said[session] = {
                "title": state.title,
                "starts": state.starts,
                "agenda": [[point["title"], point["status"], point["actual_seconds"]] for point in shown["agenda"]],
                "captures": [[one["kind"], one["text"]] for one in shown["captures"]],
                "voices": [[one["name"], one["turns"], one["seconds"]] for one in shown["voices"]],
            }
    said["facts"] = len(one.facts())
    return said


def told_of_own(one: Trial) -> dict[str, Any]:
    """The same of the facilitator's own files: what was thought afterwards, whom to turn to, what is ticked, own
    agendas, the look."""
    home = Home(one.home)
    settings = {row["name"]: row["value"] for row in one.shell.json("settings", "--json")}
    agenda = find_template("circle", one.home / "templates").planned()
    said: dict[str, Any] = {
        "theme": settings["theme"],
        "own agenda": [[point.title, point.minutes] for point in agenda],
    }
    for community in communities(home):
        said[f"contacts of {community.id}"] = one.shell.json("contacts", community.name, "--json")
        for session in home.sessions(community.id):
            ticked = [row["item"] for row in one.shell.json("prepare", session, "--json") if row["done"]]
            thoughts = [[paragraph.text, paragraph.at] for paragraph in read_reflection(home, session)]
            said[f"own of {session}"] = [thoughts, ticked]
    return said


def apart(home: Kept) -> list[str]:
    """In what this version differs from the one that wrote it, and what amiss is found in it; empty if all is well."""
    with TemporaryDirectory(prefix="lcterm-trial-") as folder:
        one = unfold(home, Path(folder))
        now = told(one) | told_of_own(one)
        found = [] if one.shell("check").status == 0 else [one.shell("check").out]
        found += _differing(home.told, told(_brought_in(home, Path(folder) / "elsewhere")), "brought in: ")
    return [
        *found,
        *_differing(home.told, now),
        *filter(None, (_unlike(name, stored) for name, stored in home.events.items())),
    ]


def _differing(was: dict[str, Any], now: dict[str, Any], where: str = "") -> list[str]:
    """What is said otherwise; of an archive, which leaves out what is private, as far as it says anything."""
    names = [name for name in was if name in now or not where]
    return [f"{where}{name}: {now.get(name)} and not {was[name]}" for name in names if now.get(name) != was[name]]


def _brought_in(home: Kept, folder: Path) -> Trial:
    """Its archives, brought into a home where nothing was."""
    folder.mkdir()
    one = Trial(folder, folder / "home", Shell(TestClock(folder / "clock"), folder / "home"))
    for community, archive in home.archives.items():
        path = folder / f"{community}.json"
        path.write_text(archive)
        one.shell.answer("import", "archive", str(path))
    return one


def _unlike(name: str, stored: Any) -> str:
    """What of an event is lost on the way in and out again; fields that have come since do not matter."""
    try:
        again = _in_full(decode_event(msgspec.json.encode(stored)))
    except msgspec.ValidationError as problem:
        return f"{name} is not known any more: {problem}"
    return "" if _within(stored, again) else f"{name}: {stored} is read as {again}"


def _in_full(value: Any) -> Any:
    """As JSON has it, with fields that are as by default too, which no stored event has."""
    if isinstance(value, Struct):
        fields = msgspec.structs.fields(value)
        plain = {one.encode_name: _in_full(getattr(value, one.name)) for one in fields}
        tag = type(value).__struct_config__.tag
        plain |= {"kind": tag} if tag is not None else {}
        return list(plain.values()) if type(value).__struct_config__.array_like else plain
    if isinstance(value, dict):
        return {key: _in_full(one) for key, one in value.items()}
    return [_in_full(one) for one in value] if isinstance(value, tuple | list | set | frozenset) else value


def _within(old: Any, new: Any) -> bool:
    if isinstance(old, dict) and isinstance(new, dict):
        return all(name in new and _within(value, new[name]) for name, value in old.items())
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(_within, old, new))
    return bool(old == new)


def read(times: int, chance: random.Random, name: str) -> Row:
    """The home that is kept under this name, read by this version; it is the same each time."""
    home = msgspec.json.decode((KEPT / f"{name}.json").read_bytes(), type=Kept)
    facts, kinds = home.told["facts"], len(home.events)
    came = f"{facts} events and one of each of {kinds} kinds are read as they were written"
    return Row(f"home of an earlier version ({name})", times, came, len(apart(home)))
