"""Tasks that come back from elsewhere, set beside the actions as they stand: what became of which.

What a file does not say is left as it is: a task that is missing in it, or not crossed out there any more, takes
nothing back that was said here. Words are nobody's to change from elsewhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lcterm.core.captures import TEXT_MAX
from lcterm.core.carrying import Carried, settle
from lcterm.core.community import Community
from lcterm.core.community_events import ActionSettled
from lcterm.core.events import Words
from lcterm.core.refusal import Refusal, Refused
from lcterm.core.text import folded
from lcterm.intake.todotxt import Task

LISTED_AT_MOST = 5


class Change(NamedTuple):
    """What the file says of an action and is not so yet: `after` is how it will stand; `settled`: the fact of the
    community, `owners`: the people (ids) who own it now; None where that stays."""

    before: Carried
    after: Carried
    settled: ActionSettled | None
    owners: tuple[str, ...] | None


class NewAction(NamedTuple):
    """A task without an id, as the action it could be; `done` already."""

    line: int
    words: Words
    done: bool


class Reading(NamedTuple):
    """What a file comes to: changes in its order, what nobody here knows, and what else has to be told, a line each."""

    changes: tuple[Change, ...]
    new: tuple[NewAction, ...]
    remarks: tuple[str, ...]
    known: int


def compare(tasks: Sequence[Task], actions: Iterable[Carried], community: Community, source: str) -> Reading:
    """What the tasks say that is not so yet. Raises Refused, naming the line, where two lines say different things of
    one action, and where a new one has no words or too many."""
    by_identity = {one.identity: one for one in actions}
    texts = {folded(one.kept.text) for one in by_identity.values()}
    remarks, changes, new = [], [], []
    seen: dict[tuple[str, str], Task] = {}
    for task in tasks:
        where = f"{source}, line {task.line}"
        if not (task.session or task.id):
            if folded(task.text) in texts:
                remarks.append(f"{where}: there is an action with these words already; passed over")
            elif task.state == "dropped":
                remarks.append(f"{where}: it was dropped there, and has no id of an action; passed over")
            else:
                texts.add(folded(task.text))
                new.append(_new(task, community, where, remarks))
            continue
        identity = task.session, task.id
        twin = seen.setdefault(identity, task)
        if twin._replace(line=0) != task._replace(line=0):
            raise Refused(f"{where}: line {twin.line} says something else of the same action; leave one of them")
        if identity not in by_identity:
            remarks.append(f"{where}: no action of {community.name} has this id; passed over")
        elif twin is task and (change := _change(task, by_identity[identity], community, where, remarks)) is not None:
            changes.append(change)
    return Reading(tuple(changes), tuple(new), tuple(remarks), sum(one in by_identity for one in seen))


def _change(task: Task, one: Carried, community: Community, where: str, remarks: list[str]) -> Change | None:
    if folded(task.text) != folded(one.kept.text):
        remarks.append(f"{where}: its words differ from those here, which stay")
    owners = _owners(task, one.kept.owners, community, where, remarks)
    settled = _settled(task, one)
    if task.due is None and not task.due_next and (_day(one.due) or one.due_next):
        remarks.append(f"{where}: it has no date there; the one that was agreed stays")
    if owners is None and settled is None:
        return None
    after = one
    if settled is not None:
        dated = bool(settled.due) or settled.due_next
        after = after._replace(state=settled.state)
        after = after._replace(due=settled.due, due_next=settled.due_next) if dated else after
    return Change(one, after, settled, owners)


def _settled(task: Task, one: Carried) -> ActionSettled | None:
    """The fact that it is as far as the file says, or due then; None where that is so already."""
    state = task.state or one.state
    # An action that is over is not reopened by a line that knows only that it once was still going.
    if task.state == "going" and not one.open:
        state = one.state
    due = task.due.isoformat() if task.due is not None else ""
    due_next = task.due_next and not due
    dated = (due or due_next) and (due, due_next) != (_day(one.due), one.due_next and not one.due)
    if state == one.state and not dated:
        return None
    fact = settle(one, state, due, due_next) if dated else settle(one, state)
    return None if isinstance(fact, Refusal) else fact


def _day(stored: str) -> str:
    """The date as a file would have it; "" for one that is none, and is written nowhere."""
    try:
        return date.fromisoformat(stored).isoformat()
    except ValueError:
        return ""


def _owners(
    task: Task, now: Sequence[str], community: Community, where: str, remarks: list[str]
) -> tuple[str, ...] | None:
    """Who owns it by the file; None where nobody else does, or where the file names somebody who is not known."""
    if sorted(map(_key, task.owners)) == sorted(_key(community.name_of(one)) for one in now):
        return None
    known = _known(community)
    unknown = [name for name in task.owners if _key(name) not in known]
    if unknown:
        remarks.append(f"{where}: nobody here is called {unknown[0]}; whose it is stays as it was")
        return None
    found = tuple(dict.fromkeys(known[_key(name)] for name in task.owners))
    return found if set(found) != set(now) else None


def _new(task: Task, community: Community, where: str, remarks: list[str]) -> NewAction:
    if not task.text:
        raise Refused(f"{where}: there are no words in it")
    if len(task.text) > TEXT_MAX:
        raise Refused(
            f"{where}: an action has at most {TEXT_MAX} characters, this one has {len(task.text)}; shorten it"
        )
    known = _known(community)
    owners = tuple(dict.fromkeys(known[_key(name)] for name in task.owners if _key(name) in known))
    for name in task.owners:
        if _key(name) not in known:
            remarks.append(f"{where}: nobody here is called {name}, so that it is nobody's")
    due = task.due.isoformat() if task.due is not None else ""
    words = Words(kind="action", text=task.text, owners=owners, due=due, due_next=task.due_next and not due)
    return NewAction(task.line, words, task.state == "done")


def _known(community: Community) -> Mapping[str, str]:
    """People by the key of their name, but for keys that two of them have: nobody is taken for somebody else."""
    keys = [_key(member.name) for member in community.named]
    return {_key(member.name): member.person for member in community.named if keys.count(_key(member.name)) == 1}


def _key(name: str) -> str:
    """By what a name is known in a file: the blanks, hyphens and full stops that people leave out are left out."""
    return "".join(char for char in folded(name) if char not in "_-.: ")


def listed_lines(numbers: Sequence[int]) -> str:
    """line 3; lines 3, 5 and 200 more."""
    first = ", ".join(map(str, numbers[:LISTED_AT_MOST]))
    more = f" and {len(numbers) - LISTED_AT_MOST} more" if len(numbers) > LISTED_AT_MOST else ""
    return f"line{'s' if len(numbers) > 1 else ''} {first}{more}"
