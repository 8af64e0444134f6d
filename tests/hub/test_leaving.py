"""People who are taken off a community, or off the hub: at once, on a connection that is open too, and nobody else."""

import threading
from pathlib import Path

import psycopg
import pytest

from lcterm.core.refusal import Refused
from lcterm.hub.link import Link
from lcterm.hub.people import let_in, send_away
from lcterm.hub.rounds import CommunityRounds
from lcterm.hub.trouble import HubTrouble, NotYours
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.hub.seats import COMMUNITY, Hub, Laptop
from tests.hub.test_courier import SOON, until


@pytest.fixture
def shared(hub: Hub) -> Hub:
    """Amina's community, with Ben beside her and Carol to read what is released."""
    hub.raised("amina", "ben", sponsors=("carol",))
    Laptop(hub, "first", "amina").found().join()
    link = hub.link("amina")
    link.rows("select lcterm.admit(%s, 'ben')", (COMMUNITY,))
    link.rows("select lcterm.admit_sponsor(%s, 'carol')", (COMMUNITY,))
    return hub


def dismiss(hub: Hub, person: str, by: str = "amina") -> None:
    hub.link(by).rows("select lcterm.dismiss(%s, %s)", (COMMUNITY, person))


def test_an_open_connection_gets_nothing_more(shared: Hub) -> None:
    ben, carol = shared.link("ben"), psycopg.connect(shared.url("carol"), autocommit=True)
    assert ben.rows("select count(*) from lcterm.events") != [(0,)]
    dismiss(shared, "ben")
    dismiss(shared, "carol")
    for table in ("events", "heads", "facilitators", "released", "sponsors"):
        assert ben.rows(f"select * from lcterm.{table}") == []
    with pytest.raises(NotYours):
        ben.rows("select lcterm.push(%s, 's', 'w', 1, '{m}', '{\"{}\"}', false)", (COMMUNITY,))
    with pytest.raises(NotYours):
        ben.rows("select lcterm.admit(%s, 'ben')", (COMMUNITY,))
    with pytest.raises(NotYours):
        ben.rows("select lcterm.found(%s)", (COMMUNITY,))
    assert carol.execute("select * from lcterm.released").fetchall() == []
    assert carol.execute("select lcterm.sponsored()").fetchall() == [([],)]
    carol.close()


def test_a_laptop_that_was_taken_off_says_so_and_goes_on(shared: Hub) -> None:
    laptop = Laptop(shared, "second", "ben")
    laptop.join()
    courier = laptop.carry(SOON)
    until(lambda: courier.said == "hub")
    dismiss(shared, "ben")
    laptop.say("stays here")
    until(lambda: courier.said == "hub no rights")
    assert "`lcterm hub leave COMMUNITY` ends the asking" in courier.notices[0]
    laptop.say("goes on")
    assert laptop.texts() == ["stays here", "goes on"]
    assert shared.sql("select * from lcterm.events where envelope::text like '%stays here%'") == []


def test_a_laptop_that_has_nothing_to_send_is_told_as_well(shared: Hub) -> None:
    laptop = Laptop(shared, "second", "ben")
    laptop.join()
    dismiss(shared, "ben")
    for look in (CommunityRounds.look, CommunityRounds.all):
        with pytest.raises(NotYours):
            look(CommunityRounds(laptop.home, COMMUNITY), shared.link("ben"))


def test_one_community_that_is_closed_holds_up_no_other(hub: Hub) -> None:
    """Ben is off the community that comes first; the one after it is carried as ever."""
    hub.raised("amina", "ben")
    laptop = Laptop(hub, "second", "ben").found()
    laptop.join()
    link = hub.link("amina")
    link.rows("select lcterm.found('aaa')")
    from lcterm.hub.joined import Joined, note_joined

    (laptop.home.path / "communities" / "aaa" / "log").mkdir(parents=True)
    laptop.home.community_log("aaa").joinpath("wwww.0001.json").write_text(
        '{"meta": {"1": {"format": 1, "writer": "wwww", "log": "aaa", "number": 1, "rev": 0}}, "events": {'
        '"1": {"stamp": 1, "at": 1, "actor": "wwww", "event": {"kind": "CommunityFounded", "name": "A", "slug": "a"}},'
        '"2": {"stamp": 2, "at": 2, "actor": "wwww", "event":'
        ' {"kind": "CharterAnswered", "topic": "sharing", "choice": "hub"}}}}'
    )
    note_joined(laptop.home, Joined("aaa", link.about.hub))
    courier = laptop.carry(SOON)
    until(lambda: courier.said.startswith("hub no rights"))
    laptop.say("carried all the same")
    until(lambda: hub.sql("select * from lcterm.events where envelope::text like '%all the same%'") != [])


def test_the_last_one_is_not_taken_off(shared: Hub) -> None:
    dismiss(shared, "ben")
    with pytest.raises(HubTrouble, match="let somebody in first"):
        dismiss(shared, "amina")
    with pytest.raises(HubTrouble, match="nobody called zoe may read this community"):
        dismiss(shared, "zoe")


def test_who_takes_off_whom_at_once_leaves_somebody(shared: Hub) -> None:
    """Amina and Ben take each other off in the same moment: one of them stays."""
    links = {"amina": shared.link("amina"), "ben": shared.link("ben")}
    refused: list[HubTrouble] = []

    def work(me: str, other: str) -> None:
        try:
            links[me].rows("select lcterm.dismiss(%s, %s)", (COMMUNITY, other))
        except HubTrouble as trouble:
            refused.append(trouble)

    threads = [threading.Thread(target=work, args=pair) for pair in (("amina", "ben"), ("ben", "amina"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(shared.sql("select * from lcterm.facilitators")) == 1
    assert len(refused) == 1


def test_sent_away_from_the_hub(shared: Hub) -> None:
    admin = Link(shared.dsn(), admin=True)
    open_one = psycopg.connect(shared.url("ben"), autocommit=True)
    left = send_away(admin, "ben")
    assert left == ([], False)
    with pytest.raises(psycopg.OperationalError):
        open_one.execute("select 1")
    with pytest.raises(HubTrouble, match="does not let you in"):
        Link(shared.dsn("ben"))
    assert let_in(admin, "ben", "facilitator").password
    assert shared.sql("select * from lcterm.events", "ben") == []
    assert send_away(admin, "carol") == ([], False)
    assert send_away(admin, "amina").nobodys == [COMMUNITY]
    with pytest.raises(HubTrouble, match="knows nobody called amina"):
        send_away(admin, "amina")
    with pytest.raises(Refused, match="whom you are there yourself"):
        send_away(admin, "postgres")
    admin.close()


def test_one_whom_the_server_knows_otherwise_keeps_that(shared: Hub) -> None:
    admin = Link(shared.dsn(), admin=True)
    shared.sql("drop role if exists gina; create role gina login createdb")
    let_in(admin, "gina", "facilitator")
    assert send_away(admin, "gina").known
    with pytest.raises(HubTrouble, match="no rights there"):
        Link(shared.dsn("gina"))
    shared.sql("drop role gina")
    admin.close()


def test_a_name_that_is_given_again_has_nothing_of_its_last_bearer(shared: Hub) -> None:
    shared.sql("drop role ben")  # by hand, not by lcterm
    let_in(Link(shared.dsn(), admin=True), "ben", "facilitator")
    assert shared.sql("select * from lcterm.heads", "ben") == []


def test_at_a_shell(hub: Hub, clock: TestClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LCTERM_HUB_DSN", hub.url())
    one = Shell(clock, tmp_path / "one")
    id = one.answer("new", "Riverside")
    one.answer("charter", "--choose", "sharing=hub")
    one.answer("hub", "init", "--person", "ben", "--sponsor", "carol")
    joined = one.answer("hub", "join", "--with", "ben", "--sponsor", "carol")
    assert joined.endswith("Riverside may be read there by ben, postgres; what it releases, by carol.")
    said = one.answer("hub", "leave", "riverside", "--person", "ben", "--person", "carol")
    assert "ben gets nothing more of it from the hub; what came to their laptop before is theirs to delete." in said
    assert said.endswith("Riverside may be read there by postgres.")
    assert one.refusal("hub", "leave", "--person", "ben") == "nobody called ben may read this community"
    assert "let somebody in first" in one.refusal("hub", "leave", "--person", "postgres")
    assert "not allowed with" in one.usage("hub", "leave", "--person", "ben", "--everything")
    one.answer("hub", "join", "--with", "ben")
    said = one.answer("hub", "leave", "--person", "postgres")
    assert said.endswith("Riverside: nothing goes to the hub from this laptop any more, or comes from there.")
    assert "No community of this home is on it" in one.answer("hub", "status")
    gone = one.answer("hub", "init", "--without", "ben")
    assert "ben gets nothing more of any community from the hub" in gone
    community = hub.sql("select distinct community from lcterm.heads")[0][0]
    assert f"Nobody else may read {community} there: `lcterm hub init --person NAME --of {community}`" in gone
    assert f"fiona may read and write all of {community}." in one.answer(
        "hub", "init", "--person", "fiona", "--of", str(community)
    )
    assert hub.sql("select count(*) from lcterm.heads", "fiona") != [(0,)]
    assert "there is no community zzz on the hub" in one("hub", "init", "--person", "fiona", "--of", "zzz").err
    assert "--of says into which community" in one.refusal("hub", "init", "--of", "zzz")
    assert id
