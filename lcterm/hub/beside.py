"""What a screen holds of the hub: light, and never in its way. The driver takes as long to import as ten keys, so the
courier itself is made on another thread, when the screen stands."""

import threading
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from lcterm.core.refusal import Refused
from lcterm.hub.needed import need_driver
from lcterm.hub.state import HubState
from lcterm.store.paths import Home

if TYPE_CHECKING:
    from lcterm.hub.courier import Courier

AFTER_S = 0.5


class Beside:
    """The courier of a run with a screen, made when the first session is attended to. `now` is wall ms."""

    def __init__(self, home: Home, environ: Mapping[str, str], now: Callable[[], int]) -> None:
        self._home, self._environ, self._now = home, environ, now
        self._wanted: list[tuple[str, str, Callable[[], object]]] = []
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._courier: Courier | None = None
        self._trouble = HubState(joined=True)

    @property
    def _state(self) -> HubState:
        return self._courier.state if self._courier is not None else self._trouble

    @property
    def said(self) -> str:
        """One word or two for a corner of the screen."""
        return self._state.said

    @property
    def notices(self) -> Sequence[str]:
        """What the facilitator should know, a line each."""
        return self._state.notices

    def attend(self, community: str, session: str, arrived: Callable[[], object]) -> None:
        """From now on look after this session; `arrived` is called on another thread when others' facts have come."""
        with self._lock:
            if self._courier is not None:
                self._courier.attend(community, session, arrived)
                return
            self._wanted.append((community, session, arrived))
            if self._thread is None:
                self._thread = threading.Thread(target=self._begin, name="lcterm-hub-begins", daemon=True)
                self._thread.start()

    def nudge(self) -> None:
        """Something was written. Returns at once."""
        if self._courier is not None:
            self._courier.nudge()

    def stop(self, seconds: float) -> None:
        """Send what is left, within so many seconds, and end."""
        self._stopping.set()
        with self._lock:
            courier = self._courier
        if courier is not None:
            courier.stop(seconds)

    def _begin(self) -> None:
        if self._stopping.wait(AFTER_S):
            return
        try:
            need_driver()
        except Refused as refused:
            self._trouble = HubState(joined=True, met=True, kind="off", reason=refused.reason, standing=True)
            return
        from lcterm.hub.courier import Courier
        from lcterm.hub.dsn import find_dsn

        with self._lock:
            if self._stopping.is_set():  # while the driver was on its way in
                return
            courier = Courier(self._home, partial(find_dsn, None, self._environ), self._now)
            for community, session, arrived in self._wanted:
                courier.attend(community, session, arrived)
            self._courier = courier
