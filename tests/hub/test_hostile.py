"""People with a name on the hub, and no good intentions: what psql lets them try. And what they send to laptops."""

import psycopg
import pytest

from lcterm.hub.courier import HINTS_MOST
from lcterm.hub.meant import founded
from lcterm.hub.trouble import HubTrouble
from tests.hub.seats import COMMUNITY, SESSION, Hub, Laptop
from tests.hub.test_courier import SOON, until

KNOCKS = 400
DENIED = (psycopg.errors.InsufficientPrivilege,)
TABLES = ("events", "heads", "facilitators", "released", "sponsors", "about", "migrations")


@pytest.fixture
def shared(hub: Hub) -> Hub:
    """Amina's community; Mallory may come in and has no part in it, Carol is the sponsor of nothing yet."""
    hub.raised("amina", "mallory", sponsors=("carol",))
    Laptop(hub, "first", "amina").found().join()
    return hub


def test_every_table_that_holds_anything_of_a_group_has_row_security(shared: Hub) -> None:
    open_to_all = shared.sql(
        "select relname from pg_class where relnamespace = 'lcterm'::regnamespace and relkind in ('r', 'v', 'm', 'p')"
        " and not relrowsecurity order by 1"
    )
    assert open_to_all == [("about",), ("migrations",)]


def test_every_function_has_its_search_path_and_none_is_for_everybody(shared: Hub) -> None:
    functions = shared.sql(
        "select proname, prosecdef, proconfig, proacl::text from pg_proc where pronamespace = 'lcterm'::regnamespace"
    )
    assert len(functions) > 10
    for name, _, config, rights in functions:
        assert config == ["search_path=lcterm, pg_temp"], name
        assert rights is not None, name
        assert "{=X" not in str(rights), name
        assert ",=X" not in str(rights), name


@pytest.mark.parametrize("function", ["push_unseen", "enter", "enter_alone", "see_to_rights"])
@pytest.mark.parametrize("person", ["mallory", "carol"])
def test_what_does_not_look_who_asks_cannot_be_called(shared: Hub, function: str, person: str) -> None:
    (allowed,) = shared.sql(
        f"select has_function_privilege('{person}', oid, 'execute') from pg_proc where proname = '{function}'"
        " and pronamespace = 'lcterm'::regnamespace"
    )
    assert allowed == (False,)


def test_nobody_becomes_somebody_else(shared: Hub) -> None:
    with psycopg.connect(shared.url("mallory"), autocommit=True) as mallory:
        for statement in ("set role amina", "set session authorization amina", "set role postgres", "reset role"):
            if statement != "reset role":
                with pytest.raises(psycopg.Error):
                    mallory.execute(statement)
        mallory.execute("set role lcterm_facilitator")
        for table in TABLES[:5]:
            assert mallory.execute(f"select * from lcterm.{table}").fetchall() == []
        with pytest.raises(psycopg.Error, match="not a facilitator"):
            mallory.execute("select lcterm.remove('riverside')")
        for statement in ("grant lcterm_facilitator to carol", "create role x", "alter role amina password 'x'"):
            with pytest.raises(DENIED):
                mallory.execute(statement)


def test_what_lies_in_front_of_the_tables_is_not_taken_for_them(shared: Hub) -> None:
    """Tables and functions of one's own, under the names that the hub's functions use."""
    with psycopg.connect(shared.url("mallory"), autocommit=True) as mallory:
        mallory.execute("create temp table facilitators as select 'riverside' as community, 'mallory' as person")
        mallory.execute("create temp table heads (community text, log text, writer text, seq bigint, mark text)")
        mallory.execute("set search_path = pg_temp, lcterm, pg_catalog")
        for call in (
            "push('riverside', 's', 'w', 1, '{m}', '{\"{}\"}', false)",
            "release('riverside', 's', null, '{}', '{}', '{}', '{}', '{}')",
            "admit('riverside', 'mallory')",
            "dismiss('riverside', 'amina')",
        ):
            with pytest.raises(psycopg.Error, match="not a facilitator"):
                mallory.execute(f"select lcterm.{call}")
        assert mallory.execute("select lcterm.mine()").fetchall() == [([],)]
        for statement in ("create table lcterm.x (a int)", "create function lcterm.x() returns int return 1"):
            with pytest.raises(DENIED):
                mallory.execute(statement)


def test_arguments_are_values_and_never_statements(shared: Hub) -> None:
    with psycopg.connect(shared.url("mallory"), autocommit=True) as mallory:
        for odd in (
            "riverside' or 'a'='a",
            "riverside; drop table lcterm.events",
            "",
            "x" * 65,
            "RIVERSIDE",
            "../x",
            "\n",
        ):
            with pytest.raises(psycopg.Error):
                mallory.execute("select lcterm.found(%s)", (odd,))
        mallory.execute("select lcterm.found('mine')")
        for log, writer in (("../x", "w"), ("s", "W"), ("s", "../w"), ("s", "x" * 33), ("x y", "w")):
            with pytest.raises(psycopg.errors.CheckViolation):
                mallory.execute("select lcterm.push('mine', %s, %s, 1, '{m}', '{\"{}\"}', false)", (log, writer))
            with pytest.raises(psycopg.errors.CheckViolation):
                mallory.execute("select lcterm.push('mine', %s, %s, 1, '{}', '{}', false)", (log, writer))
        for first, marks, envelopes in ((1, "{m}", '{"{}","{}"}'), (1, "{m,n}", '{"{}"}'), (1, "{m}", '{"no json"}')):
            with pytest.raises(psycopg.Error):
                mallory.execute("select lcterm.push('mine', 's', 'w', %s, %s, %s, false)", (first, marks, envelopes))
    assert shared.sql("select count(*) from lcterm.events where community = 'mine'") == [(0,)]


def test_a_condition_of_ones_own_sees_no_row_of_others(shared: Hub) -> None:
    """A function in a WHERE is not asked about rows that one may not see."""
    with psycopg.connect(shared.url("mallory"), autocommit=True) as mallory:
        heard: list[str] = []
        mallory.add_notice_handler(lambda told: heard.append(str(told.message_primary)))
        mallory.execute(
            "create function pg_temp.look(e json) returns boolean language plpgsql cost 0.0000001 as"
            " $$ begin raise notice '%', e; return true; end $$"
        )
        assert mallory.execute("select 1 from lcterm.events where pg_temp.look(envelope)").fetchall() == []
        assert heard == []


def test_a_sponsor_of_nothing_learns_nothing(shared: Hub) -> None:
    with psycopg.connect(shared.url("carol"), autocommit=True) as carol:
        assert carol.execute("select * from lcterm.released").fetchall() == []
        for call in (
            "mine()",
            "found('riverside')",
            "admit('riverside', 'carol')",
            "admit_sponsor('riverside', 'carol')",
            "push('x', 's', 'w', 1, '{m}', '{\"{}\"}', false)",
            "release('riverside', 's', null, '{}', '{}', '{}', '{}', '{}')",
            "dismiss('riverside', 'amina')",
        ):
            with pytest.raises(DENIED):
                carol.execute(f"select lcterm.{call}")
        with pytest.raises(DENIED):
            carol.execute("set role lcterm_facilitator")


def test_being_let_into_a_community_full_of_anything_spoils_no_list(shared: Hub) -> None:
    with psycopg.connect(shared.url("mallory"), autocommit=True) as mallory:
        for number, name in enumerate(('"\\u0000"', '"\\ud800"', "7", '{"a": 1}', '"\\u001b]0;x"'), 1):
            community = f"trap{number}"
            mallory.execute("select lcterm.found(%s)", (community,))
            event = f'{{"kind":"CommunityFounded","name":{name},"slug":"x"}}'
            envelope = f'{{"stamp":1,"at":1,"actor":"w","v":1,"event":{event}}}'
            mallory.execute("select lcterm.push(%s, %s, 'w', 1, '{m}', %s, false)", (community, community, [envelope]))
            mallory.execute("select lcterm.admit(%s, 'amina')", (community,))
    names = founded(shared.link("amina"))
    assert names[COMMUNITY] == "Riverside"
    assert not any(ord(letter) < 32 for name in names.values() for letter in name)


def test_what_no_log_may_hold_is_passed_over_and_holds_up_nobody(shared: Hub) -> None:
    """More of it than one answer holds, from a writer who comes before all others."""
    shared.link("amina").rows("select lcterm.admit('riverside', 'mallory')")
    with psycopg.connect(shared.url("mallory"), autocommit=True) as mallory:
        mallory.execute(
            "select lcterm.push('riverside', %s, 'aaaa', 1, array(select n::text from generate_series(1, 600) n),"
            " array(select '[]' from generate_series(1, 600)), false)",
            (SESSION,),
        )
    first, second = Laptop(shared, "first", "amina"), Laptop(shared, "second", "amina")
    first.say("behind all that")
    first.sync()
    assert second.join().came == 4
    assert second.texts() == ["behind all that"]
    assert second.sync().sent == 0


def test_a_large_answer_comes_in_pieces(shared: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = Laptop(shared, "first", "amina"), Laptop(shared, "second", "amina")
    for number in range(6):
        first.say(f"{number} " + "x" * 900)
    monkeypatch.setattr("lcterm.hub.exchange.PUSH_BYTES", 2500)
    assert first.sync().sent == 6
    monkeypatch.setattr("lcterm.hub.exchange.FETCH_BYTES", 2500)
    second.join()
    assert [text[0] for text in second.texts()] == list("012345")


def test_whoever_knocks_all_the_time_wears_nobody_out(shared: Hub) -> None:
    laptop = Laptop(shared, "second", "amina")
    laptop.join()
    courier = laptop.carry(SOON._replace(poll_s=3600, all_s=3600))
    until(lambda: courier.said == "hub")
    asked = _questions(shared)
    with psycopg.connect(shared.url("mallory"), autocommit=True) as mallory:
        for _ in range(KNOCKS):
            mallory.execute("notify lcterm_riverside")
        laptop.say("goes on")
        until(lambda: courier.state.waiting == 0 and "goes on" in str(shared.sql("select envelope from lcterm.events")))
    assert _questions(shared) - asked - KNOCKS < 4 * HINTS_MOST


def _questions(hub: Hub) -> int:
    """How many transactions there have been."""
    hub.sql("select pg_stat_force_next_flush()")
    (row,) = hub.sql("select xact_commit from pg_stat_database where datname = current_database()")
    return int(str(row[0]))


def test_a_facilitator_cannot_pass_for_more(shared: Hub) -> None:
    with pytest.raises(HubTrouble, match="your name has no rights there"):
        shared.link("amina").rows("select pg_read_file('/etc/passwd')")
