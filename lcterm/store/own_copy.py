"""What came with the program, made the facilitator's own to edit: a template, a card."""

from pathlib import Path

from lcterm.core.refusal import Refused
from lcterm.store.durable import create_file, make_folder, plain_reason
from lcterm.store.paths import shown
from lcterm.store.toml_file import read_bytes


def own_copy(file: Path, folder: Path, what: str, *, own: bool) -> Path:
    """The file, word for word, in the folder of what is one's own; where that is. `own`: it lies there already; `what`:
    a template, a card. Raises Refused if there is a file of that name (nothing is ever overwritten) or the folder
    cannot be written."""
    target = file if own else folder / file.name
    already = f"{shown(target)} is yours already; edit it, or move it away to start afresh"
    if own:
        raise Refused(already)
    content = read_bytes(file, what)
    try:
        make_folder(folder)
        create_file(target, content)
    except FileExistsError as error:
        raise Refused(already) from error
    except OSError as error:
        raise Refused(f"{shown(target)} cannot be written: {plain_reason(error)}") from error
    return target
