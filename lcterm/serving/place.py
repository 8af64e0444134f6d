"""Where seats are served: the address, the names it may be called by, and what a browser has to say to be heard."""

import ipaddress
import socket
from typing import NamedTuple

from lcterm.core.refusal import Refused

DEFAULT_ADDRESS, DEFAULT_PORT = "127.0.0.1", 8642
WEB_PORTS = {"http": 80, "https": 443}


class Place(NamedTuple):
    """An address to serve on. `names`: what may stand before the port in Host and Origin, the link's own first."""

    address: str
    port: int
    names: tuple[str, ...]
    secure: bool

    @property
    def scheme(self) -> str:
        return "https" if self.secure else "http"

    @property
    def loopback(self) -> bool:
        """Whether only this machine can come here."""
        return ipaddress.ip_address(self.address).is_loopback

    @property
    def hosts(self) -> tuple[str, ...]:
        """What Host may be, exactly; the usual port of the scheme is left out by browsers."""
        bare = self.names if self.port == WEB_PORTS[self.scheme] else ()
        return (*(f"{name}:{self.port}" for name in self.names), *bare)

    @property
    def origins(self) -> tuple[str, ...]:
        """What Origin may be, exactly."""
        return tuple(f"{self.scheme}://{host}" for host in self.hosts)

    def address_of(self, path: str) -> str:
        """The whole address of a path, as it stands in a link."""
        return f"{self.scheme}://{self.names[0]}:{self.port}{path}"


def place_for(bind: str, port: int, name: str, secure: bool) -> Place:
    """The place to serve on. `name`: what people type, where that is not the address; "" otherwise.

    Raises Refused for an address that is none, for one that others can reach without a certificate, and for "every
    address" without a name.
    """
    address = _resolved(bind)
    place = Place(str(address), port, (), secure)
    if not place.loopback and not secure:
        raise Refused(
            f"{bind} can be reached by others, who could read along; give --certificate FILE and --key FILE, or leave "
            "out --bind and use the ssh line that is printed then"
        )
    if address.is_unspecified and not name:
        raise Refused(f"{bind} is every address of this machine; add --name with what people type, or bind one address")
    own = f"[{address}]" if address.version == 6 else str(address)
    given = (name.lower(),) if name else (bind.lower(),) if not _is_address(bind) else ()
    beside = () if address.is_unspecified else (own,)
    names = (*given, *beside, *(("localhost",) if place.loopback else ()))
    return place._replace(names=tuple(dict.fromkeys(names)))


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def _resolved(bind: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    if _is_address(bind):
        return ipaddress.ip_address(bind)
    try:
        found = socket.getaddrinfo(bind, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Refused(f"{bind!r} is no address of this machine; give --bind an address such as 127.0.0.1") from None
    # IPv4 first: a name such as localhost is asked for both, and links are shorter so.
    addresses = sorted((ipaddress.ip_address(one[4][0]) for one in found), key=lambda one: one.version)
    return addresses[0]
