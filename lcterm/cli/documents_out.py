"""Where a document goes that a command makes: on standard output, to the clipboard, or into a file."""

import os
from pathlib import Path

from lcterm.cli.context import Context
from lcterm.core.refusal import Refused
from lcterm.core.session import Session
from lcterm.store.paths import shown

STDOUT, CLIPBOARD = "-", "clipboard"
TO_FILE = "add --to FILE to have it in a file"


def own_path(typed: str) -> Path:
    """The file of the user's that is meant. Raises Refused for a ~ that is nobody's."""
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        raise Refused(f"{shown(typed)}: nobody knows whose folder ~ is; write the path in full") from None


def in_folder(to: str, session: Session, ending: str) -> str:
    """Where a session's file goes: a folder gets one in it that is called like the session."""
    from lcterm.documents.saving import file_name

    if to == STDOUT or not (to.endswith(("/", os.sep)) or own_path(to).is_dir()):
        return to
    return str(own_path(to) / file_name(f"{session.id} {session.title}", ending))


def handed_on(context: Context, text: str, to: str, what: str, kept: Path | None = None) -> str:
    """Puts the document where it is wanted: the line that tells it; for standard output "", and nothing is said yet.
    `kept`: the file in the home that it goes into as well, on its way to the clipboard. Raises Refused where it cannot
    be saved."""
    if to == STDOUT:
        return ""
    if to == CLIPBOARD:
        from lcterm.documents import handing_on

        terminal = handing_on.terminal_of(context.environ)
        return handing_on.hand_on(text, kept, terminal, what, instead=TO_FILE)
    from lcterm.documents.saving import save

    path = own_path(to)
    save(text, path)
    return f"The {what} is in {shown(path)}."


def hand_on(context: Context, text: str, to: str, what: str, kept: Path | None = None) -> None:
    """Puts the document where it is wanted, and tells so; on standard output it is the answer itself. As above."""
    context.say(handed_on(context, text, to, what, kept) or text.rstrip("\n"))
