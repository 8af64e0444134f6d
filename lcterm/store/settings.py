"""How the screens look and what is told of the time, as a facilitator likes it: `settings.toml` in the home, and for
one run the environment."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from msgspec import Struct

from lcterm.core.refusal import Refused
from lcterm.store.durable import create_file, make_folder, plain_reason
from lcterm.store.paths import Home, shown
from lcterm.store.spoken_time import SPOKEN_TIMES, SpokenTime

if TYPE_CHECKING:
    from lcterm.store.toml_file import Table

NAME = "settings.toml"
THEME = "LCTERM_THEME"
"""A theme that there is not is refused where it is asked for, by whoever draws in it."""
USUAL = "usual"
"""The value of what has no value of its own: it depends on where it is shown."""
THEMES = ("dark", "light", "high contrast", "projector", "colourless")
SWITCH = ("off", "on")
NO_TOML = "this is not TOML"
"""How a reason begins, behind the line, where the file is written otherwise."""
WIDTH = 40
"""Columns of a value, at most."""

SHIPPED = "shipped"
"""Where a value comes from that nobody has set."""


class Setting(Struct, frozen=True):
    """One thing to choose: its name in the file, the variable that has it for one run, what it may be, the first of it
    as shipped, and in a sentence what that means."""

    name: str
    variable: str
    choices: tuple[str, ...]
    meaning: str


SETTINGS = (
    Setting("theme", THEME, (USUAL, *THEMES), "How the screens look; usual is dark, and with NO_COLOR colourless."),
    Setting("room-theme", THEME, (USUAL, *THEMES), "How the room's own screen looks; usual is projector."),
    Setting(
        "motion",
        "LCTERM_MOTION",
        ("full", "reduced"),
        "Whether anything may move by itself; if reduced, nothing blinks and no clock changes each second.",
    ),
    Setting(
        "clock", "LCTERM_CLOCK", ("seconds", "minutes"), "How often a clock changes: each second, or once a minute."
    ),
    Setting(
        "signs",
        "LCTERM_SIGNS",
        (USUAL, "plain"),
        "What is drawn with; plain is x > o v ^ = - + # alone, usual is that only where a terminal needs it.",
    ),
    Setting(
        "bell", "LCTERM_BELL", SWITCH, "Whether it rings at the last 20 %, at the last 5 % and at the end of a point."
    ),
    Setting(
        "spoken-time",
        "LCTERM_SPOKEN_TIME",
        SPOKEN_TIMES,
        "When `lcterm show --follow` tells the time: at moments that matter, each minute, or never by itself.",
    ),
)
BY_NAME = {setting.name: setting for setting in SETTINGS}


class Settings(Struct, frozen=True):
    """What holds for this run, by the names of the settings; and `sources`, where each value comes from: "shipped", the
    file's name, or a variable. `troubles`: what could not be taken, a line each; the shipped value holds then."""

    values: Mapping[str, str]
    sources: Mapping[str, str]
    troubles: tuple[str, ...] = ()

    def theme(self, *, room: bool = False) -> str:
        """The theme that was asked for, "" for the usual one."""
        value = self.values["room-theme" if room else "theme"]
        return "" if value == USUAL else value

    @property
    def still(self) -> bool:
        """Whether nothing may move by itself."""
        return self.values["motion"] == "reduced"

    @property
    def by_minute(self) -> bool:
        """Whether clocks change once a minute."""
        return self.still or self.values["clock"] == "minutes"

    @property
    def plain_signs(self) -> bool:
        """Whether plain signs were asked for."""
        return self.values["signs"] == "plain"

    @property
    def bell(self) -> bool:
        """Whether it rings when the time of a point runs out."""
        return self.values["bell"] == "on"

    @property
    def spoken_time(self) -> SpokenTime:
        """When the time is told to somebody who listens."""
        return cast(SpokenTime, self.values["spoken-time"])


AS_SHIPPED = Settings(
    {setting.name: setting.choices[0] for setting in SETTINGS}, {setting.name: SHIPPED for setting in SETTINGS}
)


def settings_file(home: Home) -> Path:
    """Where it lies, if there is one."""
    return home.path / NAME


def settings(home: Home, environ: Mapping[str, str]) -> Settings:
    """What holds for a run with this environment. Never refused: what cannot be taken is a trouble to tell."""
    values, sources, troubles = dict(AS_SHIPPED.values), dict(AS_SHIPPED.sources), []
    try:
        table = _table(home)
    except Refused as refused:
        table, troubles = None, [f"{refused.reason}. The settings are as shipped."]
    if table is not None:
        own, amiss = _taken(table)
        values, sources = values | own, sources | dict.fromkeys(own, NAME)
        troubles += amiss
    for setting in SETTINGS:
        given = environ.get(setting.variable, "")
        value = _plain(given)
        if value in setting.choices or (given and setting.variable == THEME):
            values[setting.name] = value if value in setting.choices else given
            sources[setting.name] = setting.variable
        elif given:
            troubles.append(f"{setting.variable} {_may_be(setting, given)}; it is passed over.")
    return Settings(values, sources, tuple(troubles))


def unknown_theme(held: Settings) -> str:
    """What is wrong with a theme that was asked for and that there is not, in a line; "" where there is none such."""
    for setting in SETTINGS:
        given = held.values[setting.name]
        if given not in setting.choices:
            return f"{setting.variable} {_may_be(setting, given)}; no screen opens until that is mended."
    return ""


def _table(home: Home) -> "Table | None":
    """The file, None where there is none. Raises Refused with the line where it is no TOML."""
    path = settings_file(home)
    if not os.path.exists(path):  # one that cannot be looked at is none either
        return None
    from lcterm.store.toml_file import read_toml  # most homes have no such file, and then nobody pays for it

    try:
        return read_toml(path, "a file of settings")._replace(path=Path(NAME))
    except Refused as refused:
        reason = refused.reason.replace(shown(path), NAME)
        example = '; a line reads like motion = "reduced"' if NO_TOML in reason else ""
        raise Refused(f"{reason}{example}") from None


def _taken(table: "Table") -> tuple[dict[str, str], list[str]]:
    """What the file says, by name, and what of it cannot be taken, a line each: whoever asked for less motion keeps
    that where another line has a slip."""
    values, troubles = {}, []
    for name in table.values:
        try:
            values[name] = _own(table, name)
        except Refused as refused:
            troubles.append(f"{refused.reason}{'' if refused.reason.endswith('?') else '.'} The others hold.")
    return values, troubles


def _own(table: "Table", name: str) -> str:
    """What the file says of one setting. Raises Refused with the line for whatever is not as it should be."""
    given = table.values[name]
    if isinstance(given, dict):
        table.refuse(name, f"a file of settings has no headings; take the line [{shown(name)[:WIDTH]}] away")
    table._replace(values={name: given}).only(tuple(BY_NAME))
    setting = BY_NAME[name]
    if isinstance(given, bool) and setting.choices == SWITCH:
        return SWITCH[given]
    if isinstance(given, bool):
        table.refuse(setting.name, f"“{setting.name}” {_may_be(setting, str(given).lower())}")
    written = table.words(setting.name, limit=WIDTH, needed=True)
    value = _plain(written)
    if value not in setting.choices:
        table.refuse(setting.name, f"“{setting.name}” {_may_be(setting, written)}")
    return value


def _plain(written: str) -> str:
    """As the choices are written: small, and with a blank for a hyphen."""
    return " ".join(written.lower().replace("-", " ").split())


def _any_of(setting: Setting) -> str:
    *others, last = setting.choices
    return f"{', '.join(others)} or {last}"


def _may_be(setting: Setting, given: str) -> str:
    return f"may be {_any_of(setting)}, not “{shown(' '.join(given.split())[:WIDTH])}”"


def to_edit() -> str:
    """A `settings.toml` to edit: every setting as it is shipped, commented out, with what it may be."""
    lines = [
        "# Your own settings. Take the # away from a line and change what stands behind the =.",
        "# What is left out, or still has its #, stays as it was shipped. For one run: LCTERM_CLOCK=minutes lcterm run",
    ]
    for setting in SETTINGS:
        lines += [
            "",
            f"# {setting.meaning}",
            f"# It may be {_any_of(setting)}.",
            f'# {setting.name} = "{setting.choices[0]}"',
        ]
    return "\n".join([*lines, ""])


def write_settings(home: Home, text: str) -> Path:
    """Puts a file to edit where it belongs; where that is. Raises Refused if there is one already (nothing is ever
    overwritten) or the home cannot be written to."""
    path = settings_file(home)
    try:
        make_folder(home.path)
        create_file(path, text.encode())
    except FileExistsError:
        raise Refused(f"{shown(path)} is there already; edit it, or move it away to start afresh") from None
    except OSError as problem:
        raise Refused(f"{shown(path)} cannot be written: {plain_reason(problem)}") from None
    return path
