"""Keeps a home of today for later versions to read: `python -m tests.faults.keeping NAME` writes `kept/NAME.json`.

It holds the stored files of the sample, in which the facilitator has left what is theirs, one event of every kind with
every field filled, an archive of each community, and what this version says of it all.
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import msgspec
from msgspec import inspect

from lcterm.core.events import AnyEvent
from lcterm.store.paths import Home
from lcterm.store.sample import sample_home
from lcterm.store.shelf import communities
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.faults.old_homes import KEPT, Kept, told, told_of_own, unfold

DEEP = 6
MADE_ANEW = {"runs", "seats", "digests"}
"""Folders of signs and of what is only kept to be quick."""


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


def keep(name: str) -> Path:
    """Keep a home of today under this name; FileExistsError where one is kept that is called so."""
    with TemporaryDirectory(prefix="lcterm-trial-") as folder:
        clock = TestClock(Path(folder) / "clock")
        sample = sample_home(clock, fresh=True, folder=Path(folder) / "made")
        shell = Shell(clock, sample.home.path)
        _leave_own(shell, sample.home, sample.community)
        archives = {one.id: shell.answer("export", one.name, "-") for one in communities(sample.home)}
        made = Kept(_stored(sample.home.path), every_kind(), archives, {})
        again = unfold(made, Path(folder) / "again")
        made.told = told(again) | told_of_own(again)
    KEPT.mkdir(exist_ok=True)
    target = KEPT / f"{name}.json"
    with target.open("x", encoding="utf-8") as file:
        json.dump(msgspec.to_builtins(made), file, ensure_ascii=False, indent=1)
        file.write("\n")
    return target


def _leave_own(shell: Shell, home: Home, community: str) -> None:
    """What facilitators leave in a home beside the facts: thoughts, contacts, ticks, an agenda, a look; and a gap where
    words were struck."""
    name = next(one.name for one in communities(home) if one.id == community)
    first, *_, last = home.sessions(community)
    shell.answer("reflect", first, "A slow start and a good end. Ask earlier who would like to begin.")
    shell.answer("contacts", name, "--add", "Night line, 0800 000000")
    shell.answer("prepare", last, "--tick", "1")
    shell.answer("prepare", last, "--add", "Bring the tea")
    agenda = Path(shell.answer("templates", "--copy", "circle").strip())
    agenda.write_text(agenda.read_text().replace("minutes = 30", "minutes = 35"))
    (home.path / "settings.toml").write_text('theme = "light"\n')
    struck = shell.json("show", first, "--json")["captures"][0]["id"]
    shell.answer("strike", first, struck)


def _stored(home: Path) -> dict[str, str]:
    """Every file by its path in the home, but for what is made anew."""
    found = [path for path in sorted(home.rglob("*")) if path.is_file() and not path.is_symlink()]
    named = {path.relative_to(home): path for path in found}
    return {name.as_posix(): path.read_text() for name, path in named.items() if not MADE_ANEW & set(name.parts)}


if __name__ == "__main__":
    print(keep(sys.argv[1]))
