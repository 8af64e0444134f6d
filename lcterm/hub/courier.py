"""Beside the board, on a thread of its own: what is written goes to the hub, and what others wrote comes from there.

The board never waits for it, nor does the thread that writes to the disk: what it sends it reads from the files. The
truth is a question asked every second or so; NOTIFY only makes it come sooner.
"""

import contextlib
import random
import select
import socket
import threading
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from lcterm.core.refusal import Refused
from lcterm.hub.attending import Attending, Watch
from lcterm.hub.dsn import Dsn
from lcterm.hub.joined import Joined, joined
from lcterm.hub.link import Link
from lcterm.hub.rounds import CommunityRounds
from lcterm.hub.state import HubState
from lcterm.hub.trouble import HubTrouble
from lcterm.store.crashes import keep_crash, where
from lcterm.store.durable import plain_reason
from lcterm.store.paths import Home
from lcterm.store.runs import RUNS, Run

SIGN = "hub-courier"
"""One run of a home fetches for all of them; every one sends."""

HINTS_MOST = 30
"""Hints between two questions that are followed at once; who is woken more often asks at its own pace."""

FIRST_RETRY_S, LAST_RETRY_S, STANDING_RETRY_S = 0.5, 8.0, 20.0
CONNECTIONS_A_SECOND = 200
"""The more are connected, the longer a question waits: so many for each second between two."""

LONGEST_POLL_S = 5.0


class Pace(NamedTuple):
    """Seconds between two questions (at most; the hub's load lengthens it) and between two looks at everything.
    `hints`: whether to be woken by NOTIFY."""

    poll_s: float = 1.0
    all_s: float = 30.0
    hints: bool = True


USUAL = Pace()


class Courier:
    """Carries between this home and its hub until it is stopped. `dsn` finds the hub, on the courier's own thread, for
    a keyring may ask its owner first. `now` is wall ms."""

    def __init__(
        self, home: Home, dsn: Callable[[], Dsn], now: Callable[[], int], pace: Pace = USUAL, *, call_s: float = 5.0
    ) -> None:
        self._home, self._dsn, self._now, self._pace, self._call_s = home, dsn, now, pace, call_s
        self._open = Attending(home, now())
        self._hints = 0
        self._ears, self._mouth = socket.socketpair()
        self._ears.setblocking(False)
        self._mouth.setblocking(False)
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._leader = Run(home.private / RUNS, SIGN)
        self._leads = False
        self._tries = 0
        self.state = HubState()

    # ── For the board ───────────────────────────────────────────────────────────────────────────────────────────

    @property
    def said(self) -> str:
        """One word or two for a corner of the board."""
        return self.state.said

    @property
    def notices(self) -> Sequence[str]:
        """What the facilitator should know, a line each."""
        return self.state.notices

    def attend(self, community: str, session: str, arrived: Callable[[], object]) -> None:
        """From now on look after this session first; `arrived` is called on the courier's thread when others' facts
        have come."""
        self._open.attend(Watch(community, session, arrived))
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="lcterm-hub", daemon=True)
            self._thread.start()
        self.nudge()

    def nudge(self) -> None:
        """Something was written. Returns at once."""
        with contextlib.suppress(OSError):  # full of nudges already, or stopped
            self._mouth.send(b"!")

    def stop(self, seconds: float) -> None:
        """Send what is left, within so many seconds, and end."""
        self._stopping.set()
        self.nudge()
        if self._thread is not None:
            self._thread.join(seconds)

    # ── On its thread ───────────────────────────────────────────────────────────────────────────────────────────

    def _work(self) -> None:
        while not self._stopping.is_set():
            try:
                self._go_round()
            except Exception as error:  # noqa: BLE001  # whatever it is, the session goes on, and so do its keys
                self._broke(error)
        self._leader.end()

    def _go_round(self) -> None:
        here = joined(self._home)
        self.state = self.state._replace(joined=bool(here))
        if here:
            self._meet(here)
        else:
            self._pause(self._pace.all_s)

    def _broke(self, error: Exception) -> None:
        """An error that nobody foresaw: what is written stays here until the next try."""
        with contextlib.suppress(OSError):
            keep_crash(self._home, error, self._now())
        self._open.begin_anew()
        self._failed("trouble", f"lcterm's own fault ({where(error)}); `lcterm hub status` tries again", standing=True)

    def _meet(self, here: list[Joined]) -> None:
        """One connection, from its beginning to whatever ends it."""
        link: Link | None = None
        for one in here:
            self._open.rounds_of(one.community)
        try:
            link = Link(self._dsn(), call_s=self._call_s)
            self._serve(link, here)
        except HubTrouble as trouble:
            self._failed(trouble.kind, trouble.reason, standing=trouble.standing)
        except Refused as refused:
            self._failed("not set up", refused.reason, standing=True)
        except OSError as error:
            self._failed("waits", f"what came from the hub cannot be saved: {plain_reason(error)}", standing=False)
        finally:
            if link is not None:
                link.close()

    def _failed(self, kind: str, reason: str, *, standing: bool) -> None:
        self._say(self.state._replace(kind=kind, reason=reason, standing=standing, met=True))
        self._count()
        wait = STANDING_RETRY_S if standing else min(LAST_RETRY_S, FIRST_RETRY_S * 2.0**self._tries)
        self._tries = min(self._tries + 1, 10)
        self._pause(wait * random.uniform(0.5, 1.0))

    def _pause(self, seconds: float) -> None:
        """Wait; what is written meanwhile is counted."""
        until = time.monotonic() + seconds
        while not self._stopping.is_set() and (left := until - time.monotonic()) > 0:
            if self._wait(None, left):
                self._count()

    def _serve(self, link: Link, here: list[Joined]) -> None:
        mine = self._communities(link, here)
        for rounds in mine:
            rounds.reconnected()
        hearing = False
        next_poll = next_all = 0.0
        while True:
            last = self._stopping.is_set()
            time_now = time.monotonic()
            if time_now >= next_all and not last:
                if joined(self._home) != here:
                    return  # one has joined, or left
                self._leads = self._leads or self._take_the_lead()
                about = link.introduce()
                hearing = self._hear(link, hearing, mine, wanted=about.hints and self._pace.hints)
                self.state = self.state._replace(ahead_ms=self._now() - about.now)
                self._open.look_at_all(link, mine, fetch=self._leads, stopping=self._stopping.is_set)
                next_all = time_now + self._pace.all_s * random.uniform(0.8, 1.0)
            due = time_now >= next_poll
            fetch = (self._hinted(link) or due) and self._leads and not last
            self._open.look_at_open(link, fetch=fetch, rules_first=due)
            if due or last:
                self._hints = 0
                self._open.release(link)
                slowly = max(self._pace.poll_s, min(LONGEST_POLL_S, link.about.connections / CONNECTIONS_A_SECOND))
                next_poll = time.monotonic() + slowly * random.uniform(0.7, 1.0)
            self._well(mine)
            if last:
                return
            self._wait(link, max(0.0, min(next_poll, next_all) - time.monotonic()))

    def _hinted(self, link: Link) -> bool:
        """Whether somebody has pushed, and it is not too much of it: anybody with a name there can knock."""
        if not link.heard():
            return False
        self._hints += 1
        return self._hints <= HINTS_MOST

    def _communities(self, link: Link, here: list[Joined]) -> list[CommunityRounds]:
        """Those that are on this hub."""
        there = [one for one in here if one.hub == link.about.hub]
        if not there:
            raise HubTrouble(
                "this is another hub than the one your communities joined; `lcterm hub join COMMUNITY` joins this one",
                standing=True,
                kind="is another",
            )
        return [self._open.rounds_of(one.community) for one in there]

    def _take_the_lead(self) -> bool:
        try:
            return self._leader.take_over()
        except OSError:  # nobody can tell: two that fetch do no harm
            return True

    def _hear(self, link: Link, hearing: bool, mine: Sequence[CommunityRounds], *, wanted: bool) -> bool:
        if wanted and not hearing:
            link.listen([rounds.community for rounds in mine])
        elif hearing and not wanted:
            link.deaf()
        return wanted

    def _well(self, mine: Sequence[CommunityRounds]) -> None:
        self._tries = 0
        state = self.state._replace(met=True, kind="", reason="", standing=False)
        for trouble in self._open.closed.values():
            state = state._replace(kind=trouble.kind, reason=trouble.reason, standing=True)
        twin = any(one.twin.seen for one in mine)
        self._say(self._open.counted(state._replace(stopped=self._open.stopped(mine), twin=twin), look=False))

    def _count(self) -> None:
        with contextlib.suppress(Refused, OSError):  # what cannot be counted now is counted at the next look
            self._say(self._open.counted(self.state, look=True))

    def _say(self, state: HubState) -> None:
        """How it goes; whoever has a screen is told where there is something to be read."""
        before, self.state = self.state.notices, state
        if state.notices != before:
            self._open.tell()

    def _wait(self, link: Link | None, seconds: float) -> bool:
        """Until there is something to do, at most so many seconds; whether somebody has written here."""
        ears: list[socket.socket | Link] = [self._ears] if link is None else [self._ears, link]
        ready, _, _ = select.select(ears, [], [], 0 if link is not None and link.hinted else seconds)
        if self._ears not in ready:
            return False
        with contextlib.suppress(BlockingIOError):
            while self._ears.recv(4096):
                continue
        return True
