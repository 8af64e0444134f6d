"""A database made a hub, or brought up to date. For whoever looks after it."""

import contextlib
from collections.abc import Sequence

from lcterm.hub.link import Link
from lcterm.hub.migrations import MIGRATIONS, NEWEST, Migration
from lcterm.hub.trouble import HubTrouble

STEP_S = 60.0
"""Seconds that one step may take."""


def raise_hub(link: Link, steps: Sequence[Migration] = MIGRATIONS) -> list[Migration]:
    """Run what of these steps the database does not have yet, each whole or not at all; which those were. Raises
    HubTrouble, also for a hub of a newer lcterm. Of two who do it at once the second waits, and finds it done."""
    link.rows("select pg_advisory_lock(%s)", (_LOCK,))
    try:
        return _raise(link, steps)
    finally:
        with contextlib.suppress(HubTrouble):  # a connection that is gone holds nothing
            link.rows("select pg_advisory_unlock(%s)", (_LOCK,))


def _raise(link: Link, steps: Sequence[Migration]) -> list[Migration]:
    done = schema_of(link)
    if done > NEWEST:
        raise HubTrouble(
            f"the hub belongs to a newer lcterm (its tables are number {done}, this one knows {NEWEST}); nothing was "
            "changed",
            standing=True,
            kind="newer",
        )
    todo = [step for step in steps if step.number > done]
    for step in todo:
        if step.number == 1:
            link.script(_BEGIN, STEP_S)
        link.script(
            f"{step.text}\ninsert into lcterm.migrations (number, name) values ({step.number}, '{step.name}');", STEP_S
        )
    return todo


_LOCK = 7263849001
_BEGIN = """
create schema if not exists lcterm;
create table if not exists lcterm.migrations (
    number integer primary key,
    name text not null,
    applied timestamptz not null default now()
);
"""


def schema_of(link: Link) -> int:
    """The number of the newest step that the database has; 0 for one that is no hub."""
    if link.rows("select to_regclass('lcterm.migrations') is null") == [(True,)]:
        return 0
    ((number,),) = link.rows("select coalesce(max(number), 0) from lcterm.migrations")
    return int(number)
