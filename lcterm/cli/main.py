"""`main(argv, clock)`: the whole program, for the shell and for tests alike."""

import gc
import os
import sys
from argparse import ArgumentParser, HelpFormatter, Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

from lcterm import __version__
from lcterm.core.clock import Clock
from lcterm.core.refusal import Refused
from lcterm.unneeded import keep_argparse_english

if TYPE_CHECKING:
    from lcterm.cli.context import Context

keep_argparse_english()


class Command:
    """A command of the contract: its name, what it does in one line, and where its arguments are declared."""

    def __init__(self, name: str, help: str, module: str, adder: str) -> None:
        self.name, self.help, self._module, self._adder = name, help, module, adder

    def declare(self, parser: ArgumentParser) -> None:
        """Declare its arguments; only now is its module imported."""
        add: Callable[[ArgumentParser], None] = getattr(import_module(f"lcterm.cli.{self._module}"), self._adder)
        add(parser)


COMMANDS = (
    Command("open", "home screen: communities, sessions, resume what was running", "screens", "add_open"),
    Command("demo", "a sample community with a session under way; never touches yours", "screens", "add_demo"),
    Command("new", "a community", "people", "add_new"),
    Command("members", "list or change the members", "people", "add_members"),
    Command("plan", "a planned session", "planning", "add_plan"),
    Command("templates", "agendas to start from, shipped and your own", "planning", "add_templates"),
    Command("sessions", "list the sessions", "planning", "add_sessions"),
    Command("run", "the facilitator's board", "screens", "add_run"),
    Command("room", "the projector's view: clock, floor, question; nothing private", "screens", "add_room"),
    Command("replay", "a session once more, minute by minute, for its facilitators", "screens", "add_replay"),
    Command("serve", "seats in a browser, behind links that open once", "serving", "add_serve"),
    Command("do", "one act of the live hour, as the keys do it", "hour", "add_do"),
    Command("show", "the state as plain lines, or JSON", "showing", "add_show"),
    Command("capture", "one capture line, from anywhere", "hour", "add_capture"),
    Command("strike", "a capture's words gone for good, from the disk too", "striking", "add_strike"),
    Command("forget", "a person out of every stored file", "forgetting", "add_forget"),
    Command("export", "a whole community into one file", "archives", "add_export"),
    Command("lock", "a community that rests, behind a passphrase", "locking", "add_lock"),
    Command("unlock", "a locked community back to where it was", "locking", "add_unlock"),
    Command(
        "import",
        "members, turns, attendance, agendas, minutes, a whole community: from a file",
        "bringing_in",
        "add_import",
    ),
    Command("summary", "the summary, to the clipboard and a file", "summaries", "add_summary"),
    Command("keys", "the keys of the board, and a file in which to change them", "keys", "add_keys"),
    Command("settings", "look, motion, clock, bell, and a file in which to change them", "settings", "add_settings"),
    Command("cards", "what helps in a situation: silence, conflict, deciding", "before", "add_cards"),
    Command("prepare", "the checklist before a session, to tick and to edit", "before", "add_prepare"),
    Command("contacts", "whom to turn to near here, for the care card", "before", "add_contacts"),
    Command("actions", "open actions across sessions, and what became of them", "actions", "add_actions"),
    Command("turns", "who spoke when, as RTTM or CSV; for this session's facilitators", "turns", "add_turns"),
    Command("session", "a whole session as one JSON file; for its facilitators", "session_file", "add_session"),
    Command("rules", "the ground rules: read, change, history, themes not touched yet", "rules", "add_rules"),
    Command("next", "when and where we meet next, and who presents", "next_time", "add_next"),
    Command("brief", "what a presenter brings, and the brief to send them", "next_time", "add_brief"),
    Command("invite", "the invitation to a session: mail text or calendar file", "invite", "add_invite"),
    Command("digest", "what to send round between two sessions", "digest", "add_digest"),
    Command("setup", "what is negotiated before a community begins, and how far it is", "setting_up", "add_setup"),
    Command("charter", "what the group settled and what is open, to read and to answer", "charter", "add_charter"),
    Command("chronicle", "what the community has learned until now, as a document", "chronicle", "add_chronicle"),
    Command("reflect", "your own reflection after a session; stays on this laptop", "reflecting", "add_reflect"),
    Command("report", "counts over time, and signs that a refresh may be due", "reporting", "add_report"),
    Command("hub", "a PostgreSQL hub for many laptops: init, join, status, leave", "hub", "add_hub"),
    Command("check", "read every stored file and say what is wrong", "upkeep", "add_check"),
)


class Usage(Exception):
    """The words after `lcterm` make no command; the text says which and how to write it."""


class Help(HelpFormatter):
    """As wide as the terminal. argparse makes one for every option, and for its width loads `shutil` with all that
    packs files."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    if (wanted := os.environ.get("COLUMNS", "")[:6]).isdecimal() and int(wanted):
        return int(wanted)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):  # closed, or no terminal
        return 80


class Parser(ArgumentParser):
    """Options are never abbreviated; a mistake is one line. `listed`: it only stands among the commands, because nobody
    has called it; to make all forty takes longer than the rest of the reading."""

    def __init__(self, *, listed: bool = False, **settings: Any) -> None:
        if not listed:
            super().__init__(**{"formatter_class": Help, **settings})

    def error(self, message: str) -> NoReturn:
        raise Usage(f"{message}; `{self.prog} --help` shows how it is written")


START_OBJECTS = 150_000
"""So many objects a start makes at most, nearly all of which stay: looking for garbage among them as often as Python
does by itself takes a fifth of the start. A screen looks as usual once it stands."""


def entry() -> int:
    """The console script."""
    gc.set_threshold(START_OBJECTS)
    from lcterm.cli.clock import SystemClock

    argv, clock = sys.argv[1:], SystemClock()
    try:
        status = main(argv, clock)
    except Exception as error:  # noqa: BLE001  # whatever it is, nobody at a shell can do anything with its calls
        status = _crashed(error, argv, clock)
    finally:
        gc.freeze()  # all of it goes with the process: looking through it once more is a fifth of a short command
    _end_at_once(status)
    return status


def _end_at_once(status: int) -> None:
    """End without taking apart, object by object, what the system takes back as a whole: a twentieth of a short
    command. Not where threads were at work, who may have something to finish, nor where output is stuck."""
    if "threading" in sys.modules:
        return
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        return
    os._exit(status)


def main(argv: Sequence[str], clock: Clock) -> int:
    """Run a command. Exit status: 0 done, 1 refused or failed, 2 wrong usage. An error nobody
    foresaw is raised; `entry` keeps it from the user."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        from lcterm.cli.streams import stand_in_for_closed

        stand_in_for_closed()
    if getattr(sys.stdout, "encoding", None) not in (None, "utf-8"):
        from lcterm.cli.streams import speak_any_text

        speak_any_text()
    try:
        options = _parsed(argv)
        return _run(options, clock)
    except Usage as usage:
        from lcterm.cli.slips import meant

        return _message(meant(argv, [command.name for command in COMMANDS]) or str(usage), 2)
    except Refused as refused:
        return _message(refused.reason, 1)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output went away (`| head`); Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (OSError, UnicodeError, RecursionError) as problem:
        return _message(_failure(problem), 1)


def _parsed(argv: Sequence[str]) -> Namespace:
    parser = Parser(prog="lcterm", description="For people who facilitate Learning Communities.", allow_abbrev=False)
    parser.add_argument(
        "--home", metavar="DIR", help="where everything is kept (else LCTERM_HOME, else the platform's place)"
    )
    parser.add_argument("--version", action="version", version=f"lcterm {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    for command in COMMANDS:
        if command.name not in argv:
            commands.add_parser(command.name, help=command.help, listed=True)
            continue
        one = commands.add_parser(
            command.name, help=command.help, description=_sentence(command.help), allow_abbrev=False
        )
        one.add_argument("--home", metavar="DIR", dest="home_after", help="where everything is kept")
        one.add_argument("--version", action="version", version=f"lcterm {__version__}")
        command.declare(one)
    options = parser.parse_args(argv)
    return options if options.command is not None else _parsed([*argv, "open"])  # `lcterm` alone is `lcterm open`


def _run(options: Namespace, clock: Clock) -> int:
    from lcterm.cli.beside import has_hub
    from lcterm.cli.context import Context
    from lcterm.store.paths import Home

    home = Home.locate(options.home_after or options.home, os.environ)
    context = Context(home, clock, os.environ)
    _look_at_the_door(context, options.command)
    _look_for_the_forgotten(context)
    status: int = options.run(context, options)
    sys.stdout.flush()
    if has_hub(home):
        from lcterm.cli.hub import send_on

        send_on(context, options.command)
    return status


SAYS_IT_ITSELF = {"open", "run", "demo", "check"}
"""Commands that tell of an open door where it is read, or tell more of it."""


def _look_at_the_door(context: "Context", command: str) -> None:
    """That others on this computer could look into the home, whatever is done with it."""
    if command not in SAYS_IT_ITSELF:
        from lcterm.store.permissions import open_door

        if told := open_door(context.home):
            context.warn(told)


def _look_for_the_forgotten(context: "Context") -> None:
    """Names that an old copy of a file brought back go again, whatever the command; nothing is imported where nobody
    was forgotten."""
    if any(context.home.path.glob("communities/*/forgotten")):
        from lcterm.store.forgotten import sweep_all

        for trouble in sweep_all(context.home):
            context.warn(trouble)


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _message(text: str, status: int) -> int:
    from lcterm.store.neutral import neutral_text

    line = neutral_text(" ".join(text.split()))
    try:
        print(f"lcterm: {line}", file=sys.stderr)
    except (OSError, UnicodeError):
        return status
    return status


def _crashed(error: Exception, argv: Sequence[str], clock: Clock) -> int:
    """Tell of an error nobody foresaw, and keep what is to be known of it in the home that was meant."""
    from lcterm.store.crashes import crash_lines
    from lcterm.store.paths import Home

    options = _parsed(argv)
    home = Home.locate(options.home_after or options.home, os.environ)
    for line in crash_lines(error, home, clock.now()):
        _message(line, 1)
    return 1


def _failure(problem: Exception) -> str:
    """A failure nobody foresaw, in one line that still says what and where."""
    if isinstance(problem, OSError):
        where = f"{problem.filename}: " if problem.filename else ""
        return f"{where}{(problem.strerror or str(problem)).lower()}"
    return f"this input cannot be worked with ({type(problem).__name__}); nothing was changed"
