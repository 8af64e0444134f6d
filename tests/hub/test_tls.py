"""Beyond this machine only a hub whose certificate is verified: real TLS, with certificates made for these tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pytest.importorskip("cryptography", reason="cryptography is not installed: pip install -e '.[test]'")

from lcterm.core.refusal import Refused
from lcterm.hub.dsn import Dsn, parse_dsn
from lcterm.hub.link import Link
from lcterm.hub.raising import raise_hub
from lcterm.hub.trouble import HubTrouble
from tests.hub.seats import Hub
from tests.hub.tls import HOST, Authority, TlsDoor, system_postgres, with_ssl_on


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@contextmanager
def door(hub: Hub, certificate: tuple[Path, Path] | None) -> Iterator[TlsDoor]:
    one = TlsDoor(f"{hub.server.socket_folder}/.s.PGSQL.5432", certificate)
    try:
        yield one
    finally:
        one.close()


def far(hub: Hub, port: int, *more: str, host: str = HOST) -> Dsn:
    """The hub as one beyond this machine."""
    said = f"host={host} hostaddr=127.0.0.1 port={port} user=postgres dbname={hub.database}"
    return parse_dsn(" ".join((said, *more)), {})


def test_a_hub_that_is_verified(hub: Hub, authority: Authority) -> None:
    hub.raised()
    with door(hub, authority.certificate()) as one:
        link = Link(far(hub, one.port, f"sslrootcert={authority.file}"))
        assert link._connection.pgconn.ssl_in_use
        assert link.rows("select 1") == [(1,)]
        link.close()
        assert one.inside == 1


def test_a_certificate_that_nobody_here_trusts(hub: Hub, authority: Authority, tmp_path: Path) -> None:
    other = Authority(tmp_path, "Somebody else")
    with door(hub, authority.certificate()) as one:
        for said in (f"sslrootcert={other.file}", ""):
            with pytest.raises(HubTrouble, match="nobody whom this machine trusts has made it out") as trouble:
                Link(far(hub, one.port, said))
            assert trouble.value.standing
            assert trouble.value.kind == "certificate"
        assert one.inside == 0


def test_a_certificate_of_another_name_or_time(hub: Hub, authority: Authority) -> None:
    trusted = f"sslrootcert={authority.file}"
    with (
        door(hub, authority.certificate("other.example.test")) as one,
        pytest.raises(HubTrouble, match="made out to another name than the one in the DSN"),
    ):
        Link(far(hub, one.port, trusted))
    with (
        door(hub, authority.certificate(days=-1)) as one,
        pytest.raises(HubTrouble, match="or it has expired, or the clock here is off"),
    ):
        Link(far(hub, one.port, trusted))


def test_an_authority_that_is_not_there(hub: Hub, authority: Authority, tmp_path: Path) -> None:
    with (
        door(hub, authority.certificate()) as one,
        pytest.raises(HubTrouble, match="the file of its authority is not there or not readable"),
    ):
        Link(far(hub, one.port, f"sslrootcert={tmp_path}/nowhere.pem"))


def test_a_hub_without_tls(hub: Hub) -> None:
    with door(hub, None) as one, pytest.raises(HubTrouble, match="the hub offers no TLS") as trouble:
        Link(far(hub, one.port))
    assert trouble.value.standing


@pytest.mark.parametrize("mode", ["disable", "prefer", "require", "verify-ca"])
def test_less_is_refused_before_anything_is_sent(hub: Hub, authority: Authority, mode: str) -> None:
    with door(hub, authority.certificate()) as one:
        with pytest.raises(Refused, match=f"only sslmode=verify-full will do.*with {mode} others could"):
            far(hub, one.port, f"sslmode={mode}")
        assert one.inside == 0


def test_what_the_environment_says_makes_it_no_less(
    hub: Hub, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("PGSSLMODE", "disable"), ("PGGSSENCMODE", "prefer"), ("PGREQUIRESSL", "0")):
        monkeypatch.setenv(name, value)
    with door(hub, None) as one, pytest.raises(HubTrouble, match="the hub offers no TLS"):
        Link(far(hub, one.port))
    assert far(hub, 1).parameters["gssencmode"] == "disable"


def test_a_postgres_with_ssl_on(hub: Hub, authority: Authority) -> None:
    programs = system_postgres()
    if programs is None:
        pytest.skip("this machine has no PostgreSQL of its own; the one from the wheel knows no TLS")
    with with_ssl_on(programs, authority.certificate()) as port:
        said = f"host={HOST} hostaddr=127.0.0.1 port={port} user=postgres dbname=postgres"
        admin = Link(parse_dsn(f"{said} sslrootcert={authority.file}", {}), admin=True)
        assert raise_hub(admin)
        admin.close()
        link = Link(parse_dsn(f"{said} sslrootcert={authority.file} sslmode=verify-full", {}))
        assert link.rows("select ssl from pg_stat_ssl where pid = pg_backend_pid()") == [(True,)]
        link.close()
        with pytest.raises(HubTrouble, match="nobody whom this machine trusts"):
            Link(parse_dsn(said, {}))
        with pytest.raises(Refused, match="only sslmode=verify-full will do"):
            parse_dsn(f"{said} sslmode=require", {})
        with pytest.raises(HubTrouble):  # its own door is shut to whoever comes in the clear
            Link(parse_dsn(f"host=127.0.0.1 port={port} user=postgres dbname=postgres sslmode=disable", {}))
