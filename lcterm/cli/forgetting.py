"""`lcterm forget`: a person out of every stored file. What would go is shown first; only --yes changes anything."""

import shlex
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from lcterm.cli.choosing import choose_community
from lcterm.cli.context import Context
from lcterm.core.refusal import Refused
from lcterm.store.forgetting import Plan, forget, plan_forgetting
from lcterm.store.forgotten import told_of
from lcterm.store.name_finding import Hit


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
    context.say(_searched(plan))
    if not plan.anything:
        context.say(f"Nothing left: {community.name} has nobody of that name and no sentence with it.")
    for line in _shown(plan, context):
        context.say(line)
    if not plan.anything:
        return 0
    if not options.yes:
        again = f"lcterm forget {shlex.quote(options.name)} {community.slug} --yes"
        raise Refused(f"nothing was changed; `{again}` does all of this, and it cannot be undone")
    lines = forget(context.home, context.clock, plan)
    context.say("Done:")
    for line in lines:
        context.say(f"  {line}")
    context.say("Copies outside this home, mails and printed sheets are yours to see to.")
    context.say("Where another laptop keeps this community too, run the same command there once.")
    return 0


def _searched(plan: Plan) -> str:
    names = ", ".join(f"“{one}”" for one in plan.wanted.searched)
    return f"Looked for as whole words, in capitals or small: {names}."


def _shown(plan: Plan, context: Context) -> Iterator[str]:
    """Everything that goes, a line each, with where it stands."""
    for first in plan.wanted.shared:
        yield f"“{first}” alone was not looked for: somebody else here is called that too."
    if plan.member is not None:
        area = f", and the practice “{plan.member.area}”" if plan.member.area else ""
        yield f"member list: {plan.member.name}{area}: goes"
    for hits in plan.logs:
        yield from map(_line, hits.hits)
        for path in hits.torn:
            yield told_of(path, context.home, "damaged, and the name stands in it: becomes “someone”")
    for path in plan.beside.derived:
        yield told_of(path, context.home, "made from the logs: the file goes")
    for path in plan.beside.own:
        yield told_of(path, context.home, "your own file: the name becomes “someone”")
    for hits in plan.logs:
        for doubtful in hits.doubtful:
            yield f"{doubtful.where}: “{doubtful.text}”: stays, for it may be an everyday word"
    if plan.theirs:
        counted = "1 capture is" if plan.theirs == 1 else f"{plan.theirs} captures are"
        yield f"{counted} theirs, as owner or speaker, and stay without the name"
    for other in plan.others:
        yield f"the name stands in {other} too: that is another community, and stays as it is"


def _line(hit: Hit) -> str:
    becomes = f"becomes “{hit.after}”" if hit.after else "its words go"
    return f"{hit.where}: “{hit.text}”: {becomes}"
