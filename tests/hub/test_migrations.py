"""The hub's tables, raised from nothing and from every older form: always the same in the end, and nothing lost."""

import pytest

from lcterm.hub.link import Link
from lcterm.hub.migrations import MIGRATIONS, NEWEST
from lcterm.hub.raising import raise_hub, schema_of
from lcterm.hub.trouble import HubTrouble
from tests.hub.seats import Hub

SHAPE = """
    select 'column', table_name, column_name, data_type, is_nullable, coalesce(column_default, '')
        from information_schema.columns where table_schema = 'lcterm'
    union all select 'function', p.proname, pg_get_function_identity_arguments(p.oid), md5(p.prosrc), p.prosecdef::text,
        coalesce(p.proacl::text, '') from pg_proc p where p.pronamespace = 'lcterm'::regnamespace
    union all select 'policy', tablename, policyname, coalesce(roles::text, ''), cmd, coalesce(qual, '')
        from pg_policies where schemaname = 'lcterm'
    union all select 'index', tablename, indexname, indexdef, '', '' from pg_indexes where schemaname = 'lcterm'
    union all select 'right', table_name, grantee, privilege_type, '', ''
        from information_schema.role_table_grants where table_schema = 'lcterm'
    order by 1, 2, 3, 4, 5, 6
"""

WRITTEN_WITH = (
    "select lcterm.push('c', 'c', 'w', 1, '{m}', '{\"{}\"}', false)",
    "insert into lcterm.facilitators values ('c', 'postgres')",
    "select lcterm.release('c', 's', '{w-1}', '{1}', '{report}', '{words}', '{}'::text[] || '{\"\"}'::text[])",
)
"""What is written into the hub after each step, by the functions that it has then."""

HELD_SINCE = ("events", "facilitators", "released")


def test_they_are_numbered_without_a_gap() -> None:
    assert [step.number for step in MIGRATIONS] == list(range(1, NEWEST + 1))


@pytest.mark.parametrize("from_step", range(NEWEST), ids=lambda step: f"from {step}")
def test_from_every_older_form(hub: Hub, from_step: int) -> None:
    hub.sql("create table public.anything (of text)")  # a database that is there for something else as well
    for step in range(from_step):
        hub.raised_to(MIGRATIONS[: step + 1])
        hub.sql(WRITTEN_WITH[step])
    before = [hub.sql(f"select * from lcterm.{table} order by 1, 2") for table in HELD_SINCE[:from_step]]
    link = Link(hub.dsn(), admin=True)
    assert [step.number for step in raise_hub(link)] == list(range(from_step + 1, NEWEST + 1))
    assert raise_hub(link) == []
    assert schema_of(link) == NEWEST
    link.close()
    assert [hub.sql(f"select * from lcterm.{table} order by 1, 2") for table in HELD_SINCE[:from_step]] == before
    assert all(before)
    shape = hub.sql(SHAPE)
    hub.sql("drop schema lcterm cascade")
    hub.raised()
    assert hub.sql(SHAPE) == shape


def test_an_older_hub_says_what_to_do(hub: Hub) -> None:
    hub.raised(steps=MIGRATIONS[:-1])
    with pytest.raises(HubTrouble, match=r"older than this lcterm.*`lcterm hub init` once"):
        hub.link()


def test_a_step_that_fails_leaves_nothing_behind(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    hub.raised(steps=MIGRATIONS[:1])
    hub.sql("create table lcterm.facilitators (somebody text)")  # in the way of the second step
    link = Link(hub.dsn(), admin=True)
    with pytest.raises(HubTrouble):
        raise_hub(link)
    assert schema_of(link) == 1
    hub.sql("drop table lcterm.facilitators")
    assert len(raise_hub(link)) == NEWEST - 1
    link.close()
