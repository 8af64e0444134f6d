"""`lcterm settings`: what is set and where that comes from, and a file in which to change it."""

from argparse import ArgumentParser, Namespace

import msgspec

from lcterm.cli.context import Context
from lcterm.store.paths import shown
from lcterm.store.settings import SETTINGS, Settings, settings, settings_file, to_edit, unknown_theme, write_settings


def add_settings(parser: ArgumentParser) -> None:
    parser.add_argument("--copy", action="store_true", help="write a settings.toml to edit; prints where it is")
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.set_defaults(run=list_settings)


def list_settings(context: Context, options: Namespace) -> int:
    """What holds for a program that is started now."""
    if options.copy:
        context.say(str(write_settings(context.home, to_edit())))
        return 0
    held = settings(context.home, context.environ)
    for trouble in held.troubles:
        context.warn(trouble)
    if amiss := unknown_theme(held):
        context.warn(amiss)
    if options.json:
        context.say(msgspec.json.format(msgspec.json.encode(_record(held)), indent=2).decode())
        return 0
    for setting in SETTINGS:
        whence = f", from {held.sources[setting.name]}" if held.sources[setting.name] != "shipped" else ""
        context.say(f"{setting.name} is {held.values[setting.name]}{whence}.")
        *others, last = setting.choices
        context.say(f"  {setting.meaning} It may be {', '.join(others)} or {last}.")
        context.say(f"  {setting.variable} sets it for one run.")
    if not settings_file(context.home).exists():
        context.say(
            f"`lcterm settings --copy` writes {shown(settings_file(context.home))}, in which you can change them."
        )
    return 0


def _record(held: Settings) -> list[dict[str, object]]:
    return [
        {
            "name": setting.name,
            "value": held.values[setting.name],
            "from": held.sources[setting.name],
            "choices": list(setting.choices),
            "variable": setting.variable,
            "means": setting.meaning,
        }
        for setting in SETTINGS
    ]
