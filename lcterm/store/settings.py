"""How the screens look and what is told of the time, as a facilitator likes it: `settings.toml` in the home, and for
one run the environment."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from lcterm.core.refusal import Refused
from lcterm.store.durable import create_file, make_folder, plain_reason
from lcterm.store.paths import Home, shown

if TYPE_CHECKING:
    from lcterm.store.toml_file import Table

NAME = "settings.toml"
THEME = "LCTERM_THEME"
"""A theme that there is not is refused where it is asked for, by whoever draws in it."""
USUAL = "usual"
"""The value of what has no value of its own: it depends on where it is shown."""
THEMES = ("dark", "light", "high contrast", "projector", "colourless")
SWITCH = ("off", "on")
WIDTH = 40
"""Columns of a value, at most."""

SpokenTime = Literal["moments", "minutes", "never"]
SHIPPED = "shipped"
"""Where a value comes from that nobody has set."""


class Setting(NamedTuple):
    """One thing to choose: its name in the file, the variable that has it for one run, what it may be, the first of it
    as shipped, and what that means."""

    name: str
    variable: str
    choices: tuple[str, ...]
    meaning: str


SETTINGS = (
    Setting("theme", THEME, (USUAL, *THEMES), "how the screens look; usual is dark, and with NO_COLOR colourless"),
    Setting("room-theme", THEME, (USUAL, *THEMES), "how the room's own screen looks; usual is projector"),
    Setting("motion", "LCTERM_MOTION", ("full", "reduced"), "reduced: nothing blinks, and nothing moves each second"),
    Setting("clock", "LCTERM_CLOCK", ("seconds", "minutes"), "minutes: clocks change once a minute"),
    Setting(
        "signs", "LCTERM_SIGNS", (USUAL, "plain"), "plain: x > o v ^ = - + # alone; usual: where a terminal needs it"
    ),
    Setting("bell", "LCTERM_BELL", SWITCH, "on: it rings at the last 20 %, the last 5 % and the end of a point"),
    Setting(
        "spoken-time",
        "LCTERM_SPOKEN_TIME",
        ("moments", "minutes", "never"),
        "when `lcterm show --follow` tells the time left: where little is left, each minute, or not by itself",
    ),
)
BY_NAME = {setting.name: setting for setting in SETTINGS}


class Settings(NamedTuple):
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
        own = _own(home)
    except Refused as refused:
        own, troubles = {}, [f"{refused.reason}. The settings are as shipped."]
    for name, value in own.items():
        values[name], sources[name] = value, NAME
    for setting in SETTINGS:
        given = environ.get(setting.variable, "")
        value = _plain(given)
        if value in setting.choices or (given and setting.variable == THEME):
            values[setting.name] = value if value in setting.choices else given
            sources[setting.name] = setting.variable
        elif given:
            troubles.append(f"{setting.variable} {_may_be(setting, given)}; it is passed over.")
    return Settings(values, sources, tuple(troubles))


def _own(home: Home) -> dict[str, str]:
    """What the file says, by name. Raises Refused with the line for whatever is not as it should be."""
    path = settings_file(home)
    if not os.path.exists(path):  # one that cannot be looked at is none either
        return {}
    from lcterm.store.toml_file import read_toml  # most homes have no such file, and then nobody pays for it

    try:
        table = read_toml(path, "a file of settings")._replace(path=Path(NAME))
    except Refused as refused:
        raise Refused(refused.reason.replace(shown(path), NAME)) from None
    table.only(tuple(BY_NAME))
    return {name: _value(table, BY_NAME[name]) for name in table.values}


def _value(table: "Table", setting: Setting) -> str:
    given = table.values[setting.name]
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


def _may_be(setting: Setting, given: str) -> str:
    *others, last = setting.choices
    return f"may be {', '.join(others)} or {last}, not “{shown(' '.join(given.split())[:WIDTH])}”"


def to_edit() -> str:
    """A `settings.toml` to edit: every setting as it is shipped, commented out, with what it may be."""
    lines = [
        "# Your own settings. Take the # away from a line and change what stands behind the =.",
        "# What is left out, or still has its #, stays as it was shipped. For one run: LCTERM_CLOCK=minutes lcterm run",
    ]
    for setting in SETTINGS:
        lines += [
            "",
            f"# {setting.meaning}: {', '.join(setting.choices)}",
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
