"""Looking after the stored files: check."""

from argparse import ArgumentParser, Namespace

from lcterm.cli.context import Context
from lcterm.cli.locking import warn_if_locked
from lcterm.cli.synced import say_if_synced


def add_check(parser: ArgumentParser) -> None:
    parser.add_argument("--repair", action="store_true", help="set bad files aside and mend what can be; loses nothing")
    parser.set_defaults(run=check)


def check(context: Context, options: Namespace) -> int:
    """Read every stored file and say what is wrong; 1 if anything is."""
    from lcterm.store import check as upkeep

    findings = upkeep.repair(context.home) if options.repair else upkeep.check(context.home)
    for finding in findings:
        context.say(f"{finding.path}: {finding.problem}; {finding.done}")
    if not findings:
        context.say(f"Every file in {context.home.path} is in order.")
    warn_if_locked(context)
    say_if_synced(context)
    return 1 if (upkeep.check(context.home) if options.repair else findings) else 0
