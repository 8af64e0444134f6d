"""Homes as former releases wrote them, kept in `kept/`, a file for each: what this version makes of them.

`python -m tests.faults.old_homes NAME` keeps a home of today as `kept/NAME.json`: the sample's stored files, one event
of every kind with every field filled, and what this version says of them. It is run once for each release that changes
a stored shape, and what was kept for a release is never changed afterwards.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import msgspec
from msgspec import Struct, inspect

from lcterm.core.events import AnyEvent
from lcterm.core.facts import decode_event
from lcterm.store.paths import Home
from lcterm.store.sample import sample_home
from lcterm.store.shelf import communities, read_session
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.faults.homes import Trial
from tests.faults.table import Row

KEPT = Path(__file__).parent / "kept"
"""A file for each form in which homes were ever stored by a release."""

DEEP = 6


class Kept(Struct):
    """A kept home: its files by their path, an event of each kind as it was stored, and what was said of it all."""

    files: dict[str, str]
    events: dict[str, Any]
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


def apart(home: Kept) -> list[str]:
    """In what this version differs from the one that wrote it, and what amiss is found in it; empty if all is well."""
    with TemporaryDirectory(prefix="lcterm-trial-") as folder:
        one = unfold(home, Path(folder))
        now = told(one)
        found = [] if one.shell("check").status == 0 else [one.shell("check").out]
    differ = [f"{name}: {now.get(name)} and not {was}" for name, was in home.told.items() if now.get(name) != was]
    return [*found, *differ, *filter(None, (_unlike(name, stored) for name, stored in home.events.items()))]


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


def every_kind() -> dict[str, Any]:
    """One event of each kind, as stored, with something in every field."""
    return {kind.__name__: _filled(inspect.type_info(kind), DEEP) for kind in get_args(AnyEvent)}


def _filled(what: inspect.Type, deep: int) -> Any:
    """A value of this type as JSON has it, as full as can be, but for what nests without end."""
    if isinstance(what, inspect.StructType):
        if what.array_like:
            return [_placed(one.type, deep) for one in what.fields]
        fields = {one.encode_name: _filled(one.type, deep - 1) for one in what.fields if deep or one.required}
        return {"kind": what.tag, **fields} if what.tag is not None else fields
    if isinstance(what, inspect.NamedTupleType):
        return [_placed(one.type, deep) for one in what.fields]
    if isinstance(what, inspect.UnionType):
        return _filled(next(one for one in what.types if not isinstance(one, inspect.NoneType)), deep)
    if isinstance(what, inspect.DictType):
        return {_filled(what.key_type, deep): _filled(what.value_type, deep - 1)}
    if isinstance(what, inspect.VarTupleType | inspect.ListType | inspect.SetType | inspect.FrozenSetType):
        return [_filled(what.item_type, deep - 1)] if deep > 0 else []
    if isinstance(what, inspect.TupleType):
        return [_placed(one, deep) for one in what.item_types]
    if isinstance(what, inspect.LiteralType):
        return what.values[-1]
    plain: dict[type, Any] = {
        inspect.StrType: "some words", inspect.IntType: 7, inspect.FloatType: 2.5, inspect.BoolType: True,
        inspect.NoneType: None, inspect.DateType: "2026-12-01", inspect.AnyType: None, inspect.RawType: {},
    }  # fmt: skip
    return plain[type(what)]


def _placed(what: inspect.Type, deep: int) -> Any:
    """One of several values in a row; a whole number among them counts a list that has one item."""
    return 0 if isinstance(what, inspect.IntType) else _filled(what, deep - 1)


def rows() -> Iterator[Row]:
    """Every kept home, read by this version."""
    for path in kept():
        home = msgspec.json.decode(path.read_bytes(), type=Kept)
        facts, kinds = home.told["facts"], len(home.events)
        came = f"{facts} events and one of each of {kinds} kinds are read as they were written"
        yield Row(f"home of an earlier version ({path.stem})", 1, came, len(apart(home)))


def keep(name: str) -> Path:
    """Keep a home of today under this name; FileExistsError where one is kept that is called so."""
    with TemporaryDirectory(prefix="lcterm-trial-") as folder:
        clock = TestClock(Path(folder) / "clock")
        home = sample_home(clock, fresh=True, folder=Path(folder) / "made").home.path
        stored = [path for path in sorted(home.rglob("*.json")) if {"log", "sessions"} & set(path.parts)]
        files = {path.relative_to(home).as_posix(): path.read_text() for path in stored}
        made = Kept(files, every_kind(), {})
        made.told = told(unfold(made, Path(folder) / "again"))
    KEPT.mkdir(exist_ok=True)
    target = KEPT / f"{name}.json"
    with target.open("x", encoding="utf-8") as file:
        json.dump(msgspec.to_builtins(made), file, ensure_ascii=False, indent=1)
        file.write("\n")
    return target


if __name__ == "__main__":
    print(keep(sys.argv[1]))
