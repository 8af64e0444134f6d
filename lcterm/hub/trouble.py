"""What can be wrong with the hub, in words: each says what to do, and none holds a password."""

import psycopg

from lcterm.store.neutral import neutral_text

GAP, NO_RIGHT, NOBODY, OTHER_FACTS, LAST_ONE = "LC001", "LC003", "LC004", "LC005", "LC006"
"""States of our own that the hub's functions answer with."""


class HubTrouble(Exception):
    """The hub does not do what was asked; the text says why. `standing`: asking again soon helps nothing. `kind`: one
    word for it, for a row that has room for no more."""

    def __init__(self, reason: str, *, standing: bool = False, kind: str = "away") -> None:
        super().__init__(reason)
        self.reason, self.standing, self.kind = reason, standing, kind


class NotYours(HubTrouble):
    """The hub does not let this person into a community; into others it may."""

    def __init__(self) -> None:
        super().__init__(
            "this community on the hub is closed to you: a facilitator of it runs `lcterm hub join COMMUNITY --with "
            "YOUR-NAME`, or it is gone from there; `lcterm hub leave COMMUNITY` ends the asking",
            standing=True,
            kind="no rights",
        )


class OtherFacts(HubTrouble):
    """The hub has facts under these numbers that read otherwise."""

    def __init__(self) -> None:
        super().__init__("the hub has other facts under the same numbers", kind="a copy")


_STATES = {
    GAP: ("facts are missing between the hub's and this laptop's", False, "gap"),
    LAST_ONE: (
        "nobody else may read this community there: let somebody in first, or `lcterm hub leave --everything`",
        True,
        "the last",
    ),
    "42501": (
        "your name has no rights there: whoever looks after the hub runs `lcterm hub init --person YOUR-NAME`",
        True,
        "no rights",
    ),
    "42P01": ("this database is no hub yet: `lcterm hub init` makes one of it", True, "no hub"),
    "3F000": ("this database is no hub yet: `lcterm hub init` makes one of it", True, "no hub"),
    "42883": ("this database is no hub yet, or half a one: run `lcterm hub init`", True, "no hub"),
    "28P01": ("it does not let you in: wrong name or password", True, "no entry"),
    "28000": ("it does not let you in: wrong name or password", True, "no entry"),
    "3D000": ("there is no such database there: see the end of the DSN", True, "no database"),
    "53100": ("its disk is full; everything stays safe on this laptop until there is room", True, "full"),
    "53200": ("it is out of memory; everything stays safe on this laptop meanwhile", False, "full"),
    "53300": ("it has no connection left for us; everything stays safe on this laptop meanwhile", False, "full"),
    "53400": ("a limit set there is reached; everything stays safe on this laptop meanwhile", True, "full"),
    "57014": ("it took too long to answer", False, "slow"),
    "40001": ("two asked for the same at once", False, "slow"),
    "40P01": ("two asked for the same at once", False, "slow"),
    "55P03": ("somebody else there holds up this community's facts", False, "slow"),
    "25006": ("it takes nothing in at present: it is a read-only copy", False, "read-only"),
}

_TEXTS = (
    ("password authentication failed", "28P01"),
    ("no password supplied", "28P01"),
    ("pg_hba.conf", "28000"),
    ("is not permitted to log in", "28000"),
    ("too many clients", "53300"),
    ("remaining connection slots", "53300"),
)
"""What the driver says of a connection that did not come about has no state, only words."""


def in_words(error: psycopg.Error) -> HubTrouble:
    """The trouble that an error of the driver stands for."""
    said = " ".join(str(error).split())
    state = error.sqlstate or next((state for text, state in _TEXTS if text in said), "")
    if not state and "database" in said and "does not exist" in said:
        state = "3D000"
    if not state and "role" in said and "does not exist" in said:
        state = "28000"
    if state == NOBODY:
        return HubTrouble(_first_line(error), standing=True, kind="nobody")
    if state == NO_RIGHT:
        return NotYours()
    if state == OTHER_FACTS:
        return OtherFacts()
    known = _STATES.get(state)
    if known is None and state.startswith("53"):
        known = ("it has no room left; everything stays safe on this laptop meanwhile", True, "full")
    if known is not None:
        reason, standing, kind = known
        return HubTrouble(reason if state in (GAP, LAST_ONE) else f"the hub: {reason}", standing=standing, kind=kind)
    if (plain := _of_tls(said)) is not None:
        return plain
    if isinstance(error, psycopg.OperationalError) or state[:2] in ("08", "57"):
        return HubTrouble("the hub does not answer; everything stays on this laptop until it does")
    return HubTrouble(f"the hub answered: {_first_line(error)}", standing=True, kind="trouble")


def _of_tls(said: str) -> HubTrouble | None:
    """What hinders a connection that nobody can read along; None where it is something else."""
    if "does not support SSL" in said:
        return HubTrouble(
            "the hub offers no TLS, so others could read along: whoever looks after it switches that on (ssl = on)",
            standing=True,
            kind="no TLS",
        )
    reason = next((plain for text, plain in _CERTIFICATE if text in said), "")
    if not reason and "certificate" not in said and "SSL" not in said:
        return None
    why = reason or _cut(said)
    return HubTrouble(f"the hub's certificate cannot be trusted: {why}", standing=True, kind="certificate")


_ITS_AUTHORITY = "sslrootcert=FILE in the DSN names the authority that made it"
_NOT_TRUSTED = (
    "nobody whom this machine trusts has made it out, or it has expired, or the clock here is off; " + _ITS_AUTHORITY
)
_CERTIFICATE = (
    ("does not match host name", "it is made out to another name than the one in the DSN"),
    ("root certificate file", f"the file of its authority is not there or not readable; {_ITS_AUTHORITY}"),
    ("could not load system root certificate paths", f"this machine's authorities cannot be read; {_ITS_AUTHORITY}"),
    ("certificate verify failed", _NOT_TRUSTED),
    ("host name must be specified", "the DSN names an address; it must name the host, as the certificate does"),
)


def _first_line(error: psycopg.Error) -> str:
    primary = error.diag.message_primary or str(error).partition("\n")[0]
    return _cut(" ".join(primary.split()))


def _cut(text: str) -> str:
    return neutral_text(text[:200])
