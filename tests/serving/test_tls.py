"""Over TLS, with a certificate that was made for these tests."""

import asyncio
import re
import ssl
from http.cookies import SimpleCookie
from pathlib import Path

import aiohttp
import pytest

from lcterm.core.refusal import Refused
from lcterm.serving.tls import context_of, fingerprint
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.serving.house import House, Visitor

CERTIFICATE, KEY = (str(Path(__file__).with_name(name)) for name in ("certificate.pem", "key.pem"))
WITH_TLS = ("--certificate", CERTIFICATE, "--key", KEY)


def trusting() -> ssl.SSLContext:
    """A browser's side that trusts this one certificate, and checks the name in it."""
    return ssl.create_default_context(cafile=CERTIFICATE)


async def test_a_seat_over_tls(planned: Shell, clock: TestClock) -> None:
    with House(clock, *WITH_TLS) as house:
        assert house.origin.startswith("https://127.0.0.1:")
        async with Visitor(house, ssl=trusting()) as visitor:
            name = f"__Host-lcterm-{house.port}-board"
            cookie = SimpleCookie(await visitor.enter("board"))[name]
            assert (cookie["secure"], cookie["httponly"], cookie["samesite"], cookie["path"]) == (
                True,
                True,
                "Strict",
                "/",
            )
            _, text, headers = await visitor.get("/board/")
            socket = f"wss://127.0.0.1:{house.port}"
            assert f'"{socket}/board/ws"' in text
            assert f"connect-src 'self' {socket};" in headers["Content-Security-Policy"]
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")
            with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
                await visitor.screen("board", origin=f"http://127.0.0.1:{house.port}").__aenter__()
        halves = re.findall(r"^  ((?:[0-9A-F]{2}:){15}[0-9A-F]{2})$", house.out, re.MULTILINE)
        assert ":".join(halves) == fingerprint(CERTIFICATE)


async def test_whoever_does_not_speak_tls_is_sent_away_and_holds_nobody_up(planned: Shell, clock: TestClock) -> None:
    with House(clock, *WITH_TLS, request_seconds=0.6, connections_of_one=6) as house:
        plain = [await asyncio.open_connection("127.0.0.1", house.port) for _ in range(6)]
        plain[0][1].write(b"GET / HTTP/1.1\r\n\r\n")
        for reader, writer in plain:
            await asyncio.wait_for(asyncio.gather(reader.read(), return_exceptions=True), 20)
            writer.close()
        async with Visitor(house, ssl=trusting()) as visitor:
            await visitor.enter("board")
        house.stop()
        assert house.err == ""


def test_the_fingerprint_is_the_certificates() -> None:
    """As `openssl x509 -fingerprint -sha256` says it."""
    assert (
        fingerprint(CERTIFICATE)
        == "3B:C0:2F:AE:C3:96:10:85:1B:7B:2E:F0:61:18:07:6E:4B:10:6F:BB:7D:42:06:E3:6D:D0:F3:B2:3D:79:CE:3F"
    )


@pytest.mark.parametrize(
    ("certificate", "key", "said"),
    [
        (CERTIFICATE, None, "are not a certificate and its own key without a passphrase"),
        (KEY, KEY, "are not a certificate and its own key"),
        (CERTIFICATE, CERTIFICATE, "are not a certificate and its own key"),
        ("nowhere.pem", KEY, "no such file or directory"),
    ],
)
def test_what_is_no_certificate_with_its_key_is_refused(certificate: str, key: str | None, said: str) -> None:
    with pytest.raises(Refused, match=said):
        context_of(certificate, key)


def test_what_holds_no_certificate_has_no_fingerprint(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"\xff-----BEGIN CERTIFICATE-----\nx")
    for path in (tmp_path / "x", tmp_path / "nothing", tmp_path):
        with pytest.raises(Refused, match="holds no certificate"):
            fingerprint(str(path))
