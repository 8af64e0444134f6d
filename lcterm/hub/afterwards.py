"""After a command: what it wrote goes to the hub at once, if the hub is quick; else with the next one, or the board."""

import contextlib
import threading
from collections.abc import Callable

from lcterm.core.refusal import Refused
from lcterm.hub.courier import SIGN
from lcterm.hub.dsn import Dsn
from lcterm.hub.joined import anything_new, joined
from lcterm.hub.link import Link
from lcterm.hub.rounds import CommunityRounds, Tally
from lcterm.hub.trouble import HubTrouble, NotYours
from lcterm.store.durable import replace_file
from lcterm.store.paths import Home
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.runs import RUNS, Run

SPARE_MS = 60_000
"""After a hub did not answer no command asks it again for so long."""

_AWAY = "hub-away"
_AWAY_BYTES = 32
"""A moment in digits, and more than that it never is."""


def send_on(home: Home, dsn: Callable[[], Dsn], now: int, seconds: float) -> bool:
    """Send what this home has that its hub does not, for at most so many seconds; whether all of it is there. A board
    that is open does it anyway, and sooner. `now`: wall ms."""
    if not anything_new(home) or _spared(home, now) or _somebody_carries(home):
        return False
    done: list[Tally] = []

    def work() -> None:
        try:
            done.append(everything(home, dsn()))
        except (HubTrouble, Refused, OSError):
            _note_away(home, now)

    thread = threading.Thread(target=work, name="lcterm-hub", daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        _note_away(home, now)
    return bool(done)


def everything(home: Home, dsn: Dsn, *, anyway: bool = False, call_s: float = 5.0) -> Tally:
    """Bring all logs of all communities together, once; a community that is closed to this person is passed over, and
    `lcterm hub status` says so. Raises HubTrouble, OSError."""
    link = Link(dsn, call_s=call_s)
    try:
        rounds = [CommunityRounds(home, one.community) for one in joined(home) if one.hub == link.about.hub]
        tally = Tally()
        for one in rounds:
            with contextlib.suppress(NotYours):
                tally = tally.plus(one.all(link, anyway=anyway))
        return tally
    finally:
        link.close()


def _somebody_carries(home: Home) -> bool:
    sign = Run(home.private / RUNS, SIGN)
    try:
        free = sign.take_over()
    except OSError:
        return False
    sign.end()
    return not free


def _spared(home: Home, now: int) -> bool:
    try:
        since = int(read_whole(home.private / _AWAY, _AWAY_BYTES)[0])
    except (OSError, ValueError, Unreadable):
        return False
    return 0 <= now - since < SPARE_MS


def _note_away(home: Home, now: int) -> None:
    try:
        replace_file(home.private / _AWAY, str(now).encode())
    except OSError:  # then the next command asks again
        return
