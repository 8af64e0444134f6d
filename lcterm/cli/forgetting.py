"""`lcterm forget`: a person out of every stored file. What would go is shown first; only --yes changes anything."""

import shlex
from argparse import ArgumentParser, Namespace

from lcterm.cli.choosing import choose_community
from lcterm.cli.context import Context
from lcterm.cli.locking import warn_if_locked
from lcterm.core.refusal import Refused
from lcterm.core.text import quoted, telling_words
from lcterm.documents.forgetting_words import first, searched, shown_lines
from lcterm.store.forgetting import Plan, forget, plan_forgetting
from lcterm.store.name_files import REMOVED


def add_forget(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="the whole name, as `lcterm members` has it")
    parser.add_argument("community", nargs="?", metavar="COMMUNITY")
    parser.add_argument("--yes", action="store_true", help="do it; without this it is shown and nothing is changed")
    parser.epilog = (
        "Names and practice go from the member list; captures in which the name stands lose their words, as by "
        "`lcterm strike`; in agendas, rules and files of your own the name becomes “someone”. Attendance, turns and "
        "counts stay, nobody's. It cannot be undone."
    )
    parser.set_defaults(run=run_forget)


def run_forget(context: Context, options: Namespace) -> int:
    """Shows what would go, or takes it out and says what was changed."""
    community = choose_community(context, options.community)
    plan = plan_forgetting(context.home, context.clock, community, options.name)
    warn_if_locked(context, ", and then the name can be forgotten there too")
    context.say(searched(plan))
    if not plan.anything:
        context.say(f"Nothing left: {community.name} has nobody of that name and no sentence with it.")
        for other in _called_alike(plan, options.name):
            context.say(f"{other} is somebody else and stays; if they are meant: lcterm forget {quoted(other)}")
    for line in shown_lines(plan, context.home):
        context.say(line)
    if not plan.anything:
        return 0
    if not options.yes:
        again = f"lcterm forget {shlex.quote(options.name)} {community.slug} --yes"
        if options.name.startswith("-"):  # else it would be read as an option
            again = f"lcterm forget --yes -- {shlex.quote(options.name)} {community.slug}"
        raise Refused(f"nothing was changed; `{again}` does all of this, and it cannot be undone")
    lines = forget(context.home, context.clock, plan)
    context.say("Done:")
    removed = [line for line in lines if line.endswith(REMOVED)]
    for line in (*(line for line in lines if line not in removed), *first(removed, "were removed too")):
        context.say(f"  {line}")
    context.say("Copies outside this home, mails and printed sheets are yours to see to.")
    context.say("Where another laptop keeps this community too, run the same command there once.")
    return 0


def _called_alike(plan: Plan, typed: str) -> list[str]:
    """Members who share a word of their name with whoever was typed."""
    typed_words = telling_words(typed)
    return [one.name for one in plan.community.named if typed_words & telling_words(one.name)]
