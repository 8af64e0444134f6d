"""What forgetting somebody comes to, in words, a line each: the same on the command line and on the screen."""

import shlex
from collections.abc import Iterator, Sequence

from lcterm.store.forgetting import Plan
from lcterm.store.forgotten import told_of
from lcterm.store.name_finding import Hit
from lcterm.store.paths import Home

FILES = 5
"""So many files that can be made anew are named one by one; of the others it is said how many there are."""


def searched(plan: Plan) -> str:
    names = ", ".join(f"“{one}”" for one in plan.wanted.searched)
    return f"Looked for as whole words, in capitals or small: {names or 'nothing'}."


def shown_lines(plan: Plan, home: Home) -> Iterator[str]:
    """Everything that goes, a line each, with where it stands."""
    for short in plan.wanted.too_short:
        yield f"“{short}” was not looked for: a sign alone tells nobody; look through what was written yourself."
    for alike in plan.wanted.shared:
        yield f"“{alike}” alone was not looked for: somebody else here is called that too."
    if plan.member is not None:
        if family := _family_name(plan.member.name):
            again = f"lcterm forget {shlex.quote(family)} {plan.community.slug}"
            yield f"“{family}” alone was not looked for: it may be a word; afterwards `{again}` shows where it stands."
        area = f", and the practice “{plan.member.area}”" if plan.member.area else ""
        yield f"member list: {plan.member.name}{area}: goes"
    for hits in plan.logs:
        yield from map(_line, hits.hits)
        for path in hits.torn:
            yield told_of(path, home, "damaged, and the name stands in it: becomes “someone”")
    derived = [told_of(path, home, "made from the logs: the file goes") for path in plan.beside.derived]
    yield from first(derived, "go too")
    for path in plan.beside.own:
        yield told_of(path, home, "your own file: the name becomes “someone”")
    for hits in plan.logs:
        for doubtful in hits.doubtful:
            yield f"{doubtful.where}: “{doubtful.text}”: stays, for it may be an everyday word"
    if plan.theirs:
        counted = "1 capture is" if plan.theirs == 1 else f"{plan.theirs} captures are"
        yield f"{counted} theirs, as owner or speaker, and stay without the name"
    for other in plan.others:
        yield f"the name stands in {other} too: that is another community, and stays as it is"


def first(lines: Sequence[str], done: str) -> Iterator[str]:
    """Those that are named one by one, and how many more there are."""
    yield from lines[:FILES]
    if more := len(lines[FILES:]):
        yield f"and {more} more of {len(lines)} files that can be made again {done}"


def _family_name(name: str) -> str:
    """The last word of a name that has more than one, "" for an initial or what stands in brackets."""
    _, _, last = name.rpartition(" ")
    return last if last != name and len(last) > 1 and last.replace("-", "").isalpha() else ""


def _line(hit: Hit) -> str:
    becomes = f"becomes “{hit.after}”" if hit.after else "its words go"
    return f"{hit.where}: “{hit.text}”: {becomes}"
