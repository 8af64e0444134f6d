"""A database made a hub, or brought up to date; and people let in. For whoever looks after it."""

import re
import secrets
from collections.abc import Sequence
from typing import Literal, NamedTuple

from psycopg import sql

from lcterm.core.refusal import Refused
from lcterm.hub.link import Link
from lcterm.hub.migrations import MIGRATIONS, NEWEST, Migration
from lcterm.hub.trouble import HubTrouble

STEP_S = 60.0
"""Seconds that one step may take."""

_PERSON = re.compile(r"[a-z_][a-z0-9_.-]{0,62}")

Part = Literal["facilitator", "sponsor"]


class Entry(NamedTuple):
    """Somebody who may come in, and the password made for them; "" for one whom the database knew already."""

    person: str
    part: Part
    password: str


def raise_hub(link: Link, steps: Sequence[Migration] = MIGRATIONS) -> list[Migration]:
    """Run what of these steps the database does not have yet, each whole or not at all; which those were. Raises
    HubTrouble, also for a hub of a newer lcterm."""
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
        link.script(_BEGIN if step.number == 1 else _LOCK, STEP_S)
        link.script(
            f"{_LOCK}{step.text}\ninsert into lcterm.migrations (number, name) values ({step.number}, '{step.name}');",
            STEP_S,
        )
    return todo


_LOCK = "select pg_advisory_xact_lock(7263849001);\n"
_BEGIN = f"""{_LOCK}
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


def see_that_it_is_a_name(person: str) -> None:
    """Whether somebody can be called so on the hub. Raises Refused."""
    if not _PERSON.fullmatch(person) or person.startswith(("pg_", "lcterm_")):
        raise Refused(
            f"{person!r} cannot be a name on the hub: small letters, digits and . _ - will do, a letter first"
        )


def let_in(link: Link, person: str, part: Part) -> Entry:
    """A role of their own for somebody, as facilitator or as sponsor."""
    password = ""
    if not link.rows("select from pg_roles where rolname = %s", (person,)):
        password = secrets.token_urlsafe(18)
        # Made unreadable here: the server may log what it is told to do.
        kept = link.unreadable(password, person)
        link.compose(sql.SQL("create role {} login password {}").format(sql.Identifier(person), sql.Literal(kept)))
    link.compose(sql.SQL("grant {} to {}").format(sql.Identifier(f"lcterm_{part}"), sql.Identifier(person)))
    return Entry(person, part, password)
