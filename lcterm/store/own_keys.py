"""A facilitator's own keys as they are written down: `keys.toml` in the home."""

from pathlib import Path

from lcterm.core.refusal import Refused
from lcterm.store.durable import create_file, make_folder, plain_reason
from lcterm.store.paths import Home, shown
from lcterm.store.reading import Unreadable, read_reason, read_whole

NAME = "keys.toml"
SIZE_MAX = 64 * 1024


def keys_file(home: Home) -> Path:
    """Where it lies, if there is one."""
    return home.path / NAME


def read_own_keys(home: Home) -> dict[str, tuple[str, ...]]:
    """What the file wishes for: ids of things that keys do, each with its keys as they were written; nothing where
    there is no file. Whether there are such ids and keys is not asked here.

    Raises Refused, with one line that begins with the file's name, for a file that cannot be read and for one that is
    not written as it should be.
    """
    path = keys_file(home)
    try:
        content, _ = read_whole(path, SIZE_MAX)
    except FileNotFoundError:
        return {}
    except NotADirectoryError:
        return {}
    except Unreadable as problem:
        raise Refused(f"{NAME} cannot be read: {problem}") from None
    except OSError as problem:
        raise Refused(f"{NAME} cannot be read: {read_reason(problem)}") from None
    import tomllib  # most homes have no such file, and then nobody pays for it

    from lcterm.store.toml_file import dotted_without_end

    try:
        text = content.decode("utf-8-sig")
        if dotted_without_end(text):
            raise Refused(f'{NAME} has more dots than can be read; a line reads like next-point = "x"')
        told = tomllib.loads(text)
    except UnicodeDecodeError:
        raise Refused(f"{NAME} is not written in UTF-8; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as slip:
        raise Refused(f'{NAME}: {slip}; a line reads like next-point = "x"') from None
    except ValueError:  # a number of more digits than Python reads
        raise Refused(f'{NAME} has a number without end; a line reads like next-point = "x"') from None
    except RecursionError:
        raise Refused(f'{NAME} has brackets in brackets without end; a line reads like next-point = "x"') from None
    return _wishes(told)


def brief(text: str) -> str:
    """A word of the file as a message may show it."""
    return shown(" ".join(text.split())[:40])


def _wishes(told: dict[str, object]) -> dict[str, tuple[str, ...]]:
    for name in told:
        if name != "keys":
            raise Refused(f'{NAME}: "{brief(name)}" stands outside [keys]; put [keys] on a line above all keys')
    table = told.get("keys", {})
    if not isinstance(table, dict):
        raise Refused(f"{NAME}: keys must be a table; put [keys] on a line above all keys")
    return {id: _keys(id, value) for id, value in table.items()}


def _keys(id: str, value: object) -> tuple[str, ...]:
    wished = [value] if isinstance(value, str) else value
    if not isinstance(wished, list) or not all(isinstance(one, str) for one in wished):
        name = brief(id)
        raise Refused(f'{NAME}: {name} must be a key in quotation marks, or a list of them: {name} = ["x", "PgDn"]')
    return tuple(wished)


def write_own_keys(home: Home, text: str) -> Path:
    """Puts a file to edit where it belongs; where that is. Raises Refused if there is one already (nothing is ever
    overwritten) or the home cannot be written to."""
    path = keys_file(home)
    already = f"{shown(path)} is there already; edit it, or move it away to start afresh"
    try:
        make_folder(home.path)
        create_file(path, text.encode())
    except FileExistsError:
        raise Refused(already) from None
    except OSError as problem:
        raise Refused(f"{shown(path)} cannot be written: {plain_reason(problem)}") from None
    return path
