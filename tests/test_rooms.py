"""The house keeps its rooms apart: who imports whom, how long things are, what lies where."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.clock_program import TestClock
from tests.shipping import ROOT, tree_files

PACKAGE = ROOT / "lcterm"
MODULES = sorted(PACKAGE.rglob("*.py"))
SCREENS = {"textual", "rich"}
OUTSIDE_THE_CORE = SCREENS | {"tinydb", "pyperclip", "platformdirs", "tzlocal"}
TOP_LEVEL = {
    "pyproject.toml",
    "lcterm",
    "styles",
    "data",
    "tests",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
    "SECURITY.md",
}
SOMEBODYS_MACHINE = re.compile(r"(?<![\w.~/-])/(?:work|root|Users)/")
LONGEST_FILE, LONGEST_FUNCTION = 300, 60


def dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def modules_in(room: str) -> list[str]:
    return [name for name in map(dotted, MODULES) if name == room or name.startswith(room + ".")]


def modules_after(program: str, *arguments: str) -> set[str]:
    """What is in sys.modules after a program has run in a fresh interpreter."""
    program += "\nimport json, sys; sys.__stdout__.write('\\n' + json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.rpartition("\n")[2]))


def loaded_by(program: str, *arguments: str) -> set[str]:
    """The top-level names among them."""
    return {name.partition(".")[0] for name in modules_after(program, *arguments)}


def imports(names: list[str]) -> str:
    assert names
    return "\n".join(f"import {name}" for name in names)


def test_the_core_loads_neither_screen_nor_disk() -> None:
    loaded = loaded_by(imports(modules_in("lcterm.core")))
    assert {"lcterm", "msgspec"} <= loaded
    assert loaded & OUTSIDE_THE_CORE == set()


def test_store_documents_and_intake_load_no_screen() -> None:
    rooms = ("lcterm.store", "lcterm.documents", "lcterm.intake")
    assert loaded_by(imports([name for room in rooms for name in modules_in(room)])) & SCREENS == set()


def test_no_command_loads_a_screen_before_it_opens_one() -> None:
    commands = modules_in("lcterm.cli")
    assert "lcterm.cli.main" in commands
    assert loaded_by(imports(commands)) & SCREENS == set()


@pytest.mark.parametrize(
    "argv", [["--help"], ["--version"], ["show"], ["show", "--json"], ["summary", "--to", "-"]], ids=" ".join
)
def test_running_a_command_without_a_screen_loads_none(argv: list[str], home: Path, clock: TestClock) -> None:
    """With a session to show, so that the command does its work and does not end at the door."""
    plan_a_session(clock)
    assert loaded_by(COMMAND, str(clock.path), *argv) & SCREENS == set()


COMMAND = """
import sys
from tests.clock_program import run
try: code = run(sys.argv[1:])
except SystemExit as end: code = end.code
assert not code, code
"""
BOARD = """
import asyncio, os, sys
from lcterm.cli import choosing, main, screens
from lcterm.store.paths import Home
from lcterm.store.shelf import communities, sessions
from lcterm.ui.app import LcTerm
from tests.clock_program import FileClock
home = Home.locate(None, os.environ)
(community,) = communities(home)
(held,) = sessions(home, community)
async def first_picture():
    app = LcTerm(home, FileClock(sys.argv[1]), os.environ, (community.id, held.session.session))
    async with app.run_test() as pilot:
        await pilot.pause()
asyncio.run(first_picture())
"""
FOR_A_DECISION = {f"lcterm.core.{name}" for name in ("decide", "decide_floor", "telling", "topics", "badges")}
SLOW_TO_LOAD = {"hashlib", "secrets", "html", "importlib.metadata", "lcterm.store.charter", "lcterm.store.traces"}
FOR_WORDS = {"shlex", *(f"lcterm.core.{name}" for name in ("text", "names", "captures", "rules"))}
TO_WRITE = {f"lcterm.store.{name}" for name in ("desk", "ledger", "writer", "runs", "device", "settings")}
TO_HAND_ON = {"queue", "base64", *(f"lcterm.documents.{name}" for name in ("clipboard", "saving", "summary_json"))}
FOR_A_LINE = {f"lcterm.ui.screens.{name}" for name in ("clashes", "line_lost", "line_reading", "line_several")}
FOR_MODES = {f"lcterm.ui.screens.{name}" for name in ("line_modes", "striking", "pick_mode")} | {"lcterm.ui.picking"}
SCREENS_ON_TOP = {f"lcterm.ui.screens.{name}" for name in ("landing", "sheet", "framed", "board_keys", "summary")}
OVER_THE_BOARD = {*SCREENS_ON_TOP, "lcterm.ui.tour", "lcterm.ui.outsiders"}


def plan_a_session(clock: TestClock) -> None:
    for prepare in (["new", "Riverside"], ["plan", "--template", "blank"]):
        subprocess.run(clock.argv(*prepare), check=True, capture_output=True)


@pytest.mark.parametrize(
    ("program", "argv", "not_yet", "most"),
    [
        (COMMAND, ["show"], {*FOR_A_DECISION, *SLOW_TO_LOAD, *FOR_WORDS, *TO_WRITE, "shutil", "difflib"}, 90),
        (COMMAND, ["summary", "--to", "-"], {*FOR_A_DECISION, *SLOW_TO_LOAD, *TO_WRITE, *TO_HAND_ON, "shutil"}, 100),
        (BOARD, [], {*FOR_A_DECISION, *SLOW_TO_LOAD, *FOR_WORDS, *FOR_A_LINE, *FOR_MODES, *OVER_THE_BOARD}, 155),
    ],
    ids=["show", "summary", "first picture"],
)  # fmt: skip
def test_a_start_loads_nothing_that_it_does_not_need(
    program: str, argv: list[str], not_yet: set[str], most: int, home: Path, clock: TestClock
) -> None:
    """Every start pays for every module, two hundred of ours alone come to as much as half of Textual. `most`: of our
    own modules; more than that is a hub that somebody has imported."""
    plan_a_session(clock)
    subprocess.run(clock.argv("do", "start"), check=True, capture_output=True)
    loaded = modules_after(program, str(clock.path), *argv)
    assert loaded & not_yet == set()
    assert len([name for name in loaded if name.startswith("lcterm")]) <= most


def test_a_module_has_one_topic() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_functions_fit_a_screen() -> None:
    lengths = {
        f"{path.relative_to(ROOT)}: {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def swallows(handler: ast.ExceptHandler) -> bool:
    """Whether an except catches everything unnamed, or does nothing with what it caught."""
    empty = all(
        isinstance(line, ast.Pass) or (isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant))
        for line in handler.body
    )
    return handler.type is None or empty


def test_no_error_is_swallowed() -> None:
    handlers = {
        f"{path.relative_to(ROOT)}, line {node.lineno}": node
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler)
    }
    assert [place for place, handler in handlers.items() if swallows(handler)] == []


@pytest.mark.parametrize(
    ("source", "swallowed"),
    [
        ("except: pass", True),
        ("except: return", True),
        ("except OSError: pass", True),
        ("except OSError: ...", True),
        ("except OSError as error: note(error)", False),
    ],
)
def test_what_counts_as_swallowed(source: str, swallowed: bool) -> None:
    body = ast.parse(f"def f():\n try: work()\n {source}").body[0]
    handler = next(node for node in ast.walk(body) if isinstance(node, ast.ExceptHandler))
    assert swallows(handler) is swallowed


def test_the_top_level_holds_what_belongs_there() -> None:
    top = {name.split("/")[0] for name in tree_files()}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL


def test_styles_and_data_have_one_home() -> None:
    """The wheel puts them into the package; in the tree a second copy there would hide the first."""
    assert not (PACKAGE / "data").exists()
    assert not (PACKAGE / "styles").exists()


def test_no_file_speaks_of_somebodys_machine() -> None:
    texts = {name: (ROOT / name).read_text("utf-8", errors="replace") for name in tree_files()}
    assert [name for name, text in texts.items() if SOMEBODYS_MACHINE.search(text)] == []
    assert SOMEBODYS_MACHINE.search("see " + "/".join(["", "root", "notes"]))
