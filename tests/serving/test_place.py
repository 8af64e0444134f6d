"""Where seats are served, and what a browser may say it is at."""

import pytest

from lcterm.core.refusal import Refused
from lcterm.serving.door import neighbour
from lcterm.serving.place import DEFAULT_ADDRESS, place_for


def refusal(bind: str, name: str = "", secure: bool = False) -> str:
    with pytest.raises(Refused) as refused:
        place_for(bind, 8642, name, secure)
    return refused.value.reason


def test_unless_asked_only_this_machine_comes() -> None:
    place = place_for(DEFAULT_ADDRESS, 8642, "", False)
    assert place.loopback
    assert place.hosts == ("127.0.0.1:8642", "localhost:8642")
    assert place.origins == ("http://127.0.0.1:8642", "http://localhost:8642")
    assert place.address_of("/link/x") == "http://127.0.0.1:8642/link/x"


@pytest.mark.parametrize(
    ("bind", "hosts"),
    [
        ("localhost", ("localhost:8642", "127.0.0.1:8642")),
        ("127.0.0.9", ("127.0.0.9:8642", "localhost:8642")),
        ("::1", ("[::1]:8642", "localhost:8642")),
    ],
)
def test_other_ways_to_say_this_machine(bind: str, hosts: tuple[str, ...]) -> None:
    place = place_for(bind, 8642, "", False)
    assert place.loopback
    assert place.hosts == hosts


@pytest.mark.parametrize("bind", ["192.0.2.4", "0.0.0.0", "::", "2001:db8::4"])
def test_where_others_can_come_a_certificate_is_needed(bind: str) -> None:
    assert "--certificate FILE" in refusal(bind)
    assert "ssh" in refusal(bind)


def test_with_a_certificate_it_goes_by_its_address_or_its_name() -> None:
    assert place_for("192.0.2.4", 8642, "", True).origins == ("https://192.0.2.4:8642",)
    named = place_for("192.0.2.4", 8642, "Laptop.example", True)
    assert named.origins == ("https://laptop.example:8642", "https://192.0.2.4:8642")
    assert named.address_of("/") == "https://laptop.example:8642/"


def test_every_address_needs_a_name() -> None:
    assert "--name" in refusal("0.0.0.0", secure=True)
    assert place_for("0.0.0.0", 8642, "laptop.example", True).hosts == ("laptop.example:8642",)


def test_the_usual_port_may_be_left_out_as_browsers_do() -> None:
    assert place_for("127.0.0.1", 80, "", False).hosts[2:] == ("127.0.0.1", "localhost")
    assert "192.0.2.4" in place_for("192.0.2.4", 443, "", True).hosts
    assert "192.0.2.4" not in place_for("192.0.2.4", 80, "", True).hosts


@pytest.mark.parametrize("bind", ["no such place", "256.1.1.1", "x" * 300])
def test_what_is_no_address_is_refused(bind: str) -> None:
    assert "is no address of this machine" in refusal(bind)


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::1", "::1"),
        ("", ""),
    ],
)
def test_whoever_can_choose_among_many_addresses_counts_once(address: str, counted: str) -> None:
    assert neighbour(address) == counted
