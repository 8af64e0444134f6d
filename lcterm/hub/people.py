"""People let in to a hub, and sent away from it. For whoever looks after it."""

import contextlib
import re
import secrets
from typing import Literal, NamedTuple

from psycopg import sql

from lcterm.core.refusal import Refused
from lcterm.hub.link import Link
from lcterm.hub.trouble import HubTrouble

_PERSON = re.compile(r"[a-z_][a-z0-9_.-]{0,62}")

Part = Literal["facilitator", "sponsor"]


class Entry(NamedTuple):
    """Somebody who may come in, and the password made for them; "" for one whom the database knew already."""

    person: str
    part: Part
    password: str


class Left(NamedTuple):
    """What is left after somebody was sent away: communities on the hub that nobody may read now, and whether the
    server still knows them, for something else than this."""

    nobodys: list[str]
    known: bool


def see_that_it_is_a_name(person: str) -> None:
    """Whether somebody can be called so on the hub. Raises Refused."""
    if not _PERSON.fullmatch(person) or person.startswith(("pg_", "lcterm_")):
        raise Refused(
            f"{person!r} cannot be a name on the hub: small letters, digits and . _ - will do, a letter first"
        )


def let_in(link: Link, person: str, part: Part) -> Entry:
    """A role of their own for somebody, as facilitator or as sponsor."""
    name, group = sql.Identifier(person), sql.Identifier(f"lcterm_{part}")
    if link.rows("select from pg_roles where rolname = %s", (person,)):
        link.compose(sql.SQL("grant {} to {}").format(group, name))
        return Entry(person, part, "")
    password = secrets.token_urlsafe(18)
    # Made unreadable here: the server may log what it is told to do.
    kept = sql.Literal(link.unreadable(password, person))
    # All of it or nothing; and whoever bore this name before, and was removed by other means, leaves them nothing.
    gone = [sql.SQL("delete from lcterm.{} where person = {};").format(sql.Identifier(table), sql.Literal(person))
            for table in ("facilitators", "sponsors")]  # fmt: skip
    link.compose(
        sql.SQL("create role {} login password {}; grant {} to {}; {}").format(
            name, kept, group, name, sql.SQL("").join(gone)
        )
    )
    return Entry(person, part, password)


def make_facilitator(link: Link, person: str, community: str) -> None:
    """Let somebody into a community that is on the hub, where none of its own can do it any more."""
    if not link.rows("select from lcterm.heads where community = %s limit 1", (community,)):
        raise HubTrouble(f"there is no community {community} on the hub", standing=True)
    link.do("insert into lcterm.facilitators values (%s, %s) on conflict do nothing", (community, person))


def send_away(link: Link, person: str) -> Left:
    """Take somebody off the hub: off every community, out of their part, out of connections that are open. Raises
    Refused and HubTrouble."""
    me = link.rows("select session_user")[0][0]
    if person == me:
        raise Refused(f"{person} is whom you are there yourself")
    if not link.rows("select from pg_roles where rolname = %s", (person,)):
        raise HubTrouble(f"the hub knows nobody called {person}", standing=True, kind="nobody")
    held = [one for (one,) in link.rows("select community from lcterm.facilitators where person = %s", (person,))]
    link.compose(
        sql.SQL(
            "delete from lcterm.facilitators where person = {word}; delete from lcterm.sponsors where person = {word};"
            " revoke lcterm_facilitator, lcterm_sponsor from {name}"
        ).format(word=sql.Literal(person), name=sql.Identifier(person))
    )
    with contextlib.suppress(HubTrouble):  # whoever may not end them need not: nothing comes through them
        link.rows(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where usename = %s and datname = current_database()",
            (person,),
        )
    nobodys = link.rows(
        "select distinct community from unnest(%s::text[]) as held (community) where not exists"
        " (select from lcterm.facilitators f where f.community = held.community) order by 1",
        (held,),
    )
    return Left([one for (one,) in nobodys], known=not _dropped(link, person))


def _dropped(link: Link, person: str) -> bool:
    """Whether the server has forgotten the name; it keeps one that is there for more than the hub."""
    other = link.rows(
        "select from pg_roles r where rolname = %s and (rolsuper or rolcreatedb or rolcreaterole or rolreplication"
        " or rolbypassrls or exists (select from pg_auth_members where member = r.oid or roleid = r.oid))",
        (person,),
    )
    if other:
        return False
    try:
        link.compose(sql.SQL("drop role {}").format(sql.Identifier(person)))
    except HubTrouble:  # something belongs to it
        return False
    return True
