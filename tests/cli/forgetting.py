"""A home in which somebody's name stands wherever it can, and a search of every byte for it."""

import json
import re
from pathlib import Path

from tests.cli.running import Shell

NAME = "Zoë Ørsted"
OLD = "Zoë Lund"

_IDS = re.compile(r"\b(?:\d{4}-\d\d-\d\d-[a-z2-9]{4}|[a-z2-9]{8}|[a-z2-9]{10})\b")
"""What is made by lot may look like a name: mwfvelundl."""


def everywhere(shell: Shell, home: Path) -> list[str]:
    """Zoë, called Lund at first, in three sessions of Peers: an owner, a voice, and a name in sentences of all kinds.
    The ids of the sessions."""
    return shell.once("zoe everywhere", lambda: _everywhere(shell, home))


def _everywhere(shell: Shell, home: Path) -> list[str]:
    shell.answer("new", "Peers", "--purpose", "What Zoë began", "--members", "-", stdin=f"Ana\nBen\n{OLD}, lettings\n")
    sessions = [
        shell.answer(
            "plan", "--template", "blank", "--starts", f"2026-12-0{day} 14:00", "--zone", "UTC", "--title", title
        )
        for day, title in ((1, "Zoë's case"), (2, "Two"), (3, "Three"))
    ]
    shell.answer("members", "--rename", f"{OLD}={NAME}")
    shell.answer("do", sessions[0], "start")
    shell.answer("do", "spoke", "zoë")
    shell.answer("capture", "a Call the council @ana")
    shell.answer("capture", "a Ask ZOË ØRSTED about keys @zoë ^fri")
    shell.answer("capture", "l Early and plainly")
    shell.answer("capture", "q Does zoe know?")
    shell.answer("do", "undo")
    shell.answer("capture", "r Numbers for the board >Zoë")
    shell.answer("contacts", "--add", "Helpline, or zoë orsted")
    shell.answer("prepare", sessions[1], "--add", "Ring Zoë")
    shell.answer("prepare", sessions[1], "--tick", "Ring Zoë")
    shell.answer("summary", sessions[0])
    shell.answer("summary", sessions[0], "--format", "html")
    (home / "templates").mkdir(exist_ok=True)
    (home / "templates" / "zoë-agenda.toml").write_text('title = "Zoë"\n', encoding="utf-8")
    return sessions


def holding(home: Path, *names: str) -> list[str]:
    """The files in which a word of the name stands, in UTF-8, with JSON's escapes or in HTML's, in capitals or not, or
    that are called so."""
    forms = []
    for word in names or ("Zoë", "Zoe", "Ørsted", "Orsted", "Lund"):
        escaped = json.dumps(word)[1:-1]
        forms += [word, escaped, "".join(f"&#{ord(char)};" if ord(char) > 127 else char for char in word)]
    sought = re.compile("|".join(map(re.escape, forms)), re.IGNORECASE)
    return sorted(
        str(path.relative_to(home))
        for path in home.rglob("*")
        if path.is_file() and sought.search(_IDS.sub("", f"{path.read_text('utf-8', 'replace')}\n{path.name}"))
    )
