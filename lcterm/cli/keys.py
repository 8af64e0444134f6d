"""`lcterm keys`: the keys of the board as they are now, and a file in which to change them."""

from argparse import ArgumentParser, Namespace

import msgspec

from lcterm.cli.context import Context
from lcterm.store.own_keys import keys_file, write_own_keys
from lcterm.store.paths import shown
from lcterm.ui.key_table import SHIPPED, KeyTable
from lcterm.ui.own_keys import key_table, to_edit


def add_keys(parser: ArgumentParser) -> None:
    parser.add_argument("--copy", action="store_true", help="write a keys.toml to edit; prints where it is")
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.set_defaults(run=keys)


def keys(context: Context, options: Namespace) -> int:
    """The key table in force."""
    if options.copy:
        context.say(str(write_own_keys(context.home, to_edit())))
        return 0
    table = key_table(context.home)
    if options.json:
        context.say(msgspec.json.format(msgspec.json.encode(_record(table)), indent=2).decode())
        return 0
    for title, group in table.grouped():
        context.say(title)
        for key in group:
            also = f"  also {', '.join(key.also)}" if key.also else ""
            mine = "  (yours)" if key.keys != SHIPPED[key.id].keys else ""
            context.say(f"  {key.shown or 'no key':9} {key.id:13} {key.tooltip}{also}{mine}")
    file = keys_file(context.home)
    if not file.exists():
        context.say(f"`lcterm keys --copy` writes {shown(file)}, in which you can change them.")
    return 0


def _record(table: KeyTable) -> list[dict[str, object]]:
    return [
        {
            "id": key.id,
            "keys": list(key.keys),
            "shown": key.label,
            "also": list(key.also),
            "words": key.footer,
            "does": key.tooltip,
            "takes_person": bool(key.takes),
            "own": key.keys != SHIPPED[key.id].keys,
        }
        for key in table.keys
    ]
