"""One key after the other: what comes in one go is taken as if somebody had waited after each key.

Textual gives a key to whatever has the focus when the key arrives. A remote, a text expander or a fast hand sends the
next before anybody has taken the first, and the first may open a screen, begin a line, or end one: the next would go
where it does not belong, or nowhere. So the next key waits until what the first set off is over.
"""

import asyncio
from collections import deque
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from textual import events
from textual.app import ReturnType
from textual.await_complete import AwaitComplete
from textual.errors import NoWidget
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widget import Widget

from lcterm.ui.part_of_app import PartOfApp

ROUNDS = 2
"""A key's own way up to the app, and the way of what its taker sent behind it, as a line does that was submitted. The
second only where there may be such a thing."""
LOOK_AFTER_SECONDS = 0.05
PATIENCE = 40
"""How many such looks a taker that still runs is waited for, before the keys go on without it."""


class Behind(Message, bubble=True):
    """Follows a key up to the app. When it is there, whoever could take the key has done so. `alone`: those by whom it
    came had nothing more to deal with behind the key; only known of one that began at its `taker`."""

    def __init__(self, number: int, taker: Widget | None = None) -> None:
        super().__init__()
        self.number = number
        self.alone: bool = taker is not None
        self._at: MessagePump | None = taker

    def _bubble_to(self, widget: MessagePump) -> None:
        if self._at is not None and not at_rest(self._at):
            self.alone = False
        self._at = widget
        super()._bubble_to(widget)


def at_rest(pump: MessagePump) -> bool:
    """Whether nothing waits to be dealt with by it; what comes next it may have out of its queue already."""
    return not pump.message_queue_size and pump._pending_message is None and not pump._next_callbacks


class Followed(Struct, frozen=True):
    """What is on its way: behind what and whom, as which of all, and how often it has gone up since the key. `came_up`:
    the key did so too, and the app may have made something of it, as it does with the keys that are bound."""

    event: events.Event
    taker: Widget
    number: int
    round: int
    came_up: bool = False


class InOrder(PartOfApp[ReturnType]):
    """An app that hands a key, a paste or a click on only when the one before it is dealt with."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._coming: deque[events.Event] = deque()
        self._followed: Followed | None = None
        self._look_after: asyncio.TimerHandle | None = None
        self._sent = 0

    async def on_event(self, event: events.Event) -> None:
        if event.is_forwarded or not isinstance(event, events.InputEvent | events.Paste):
            if self._followed is not None and event is self._followed.event:
                self._followed = replace(self._followed, came_up=True)
            await super().on_event(event)
        elif self._followed is not None:
            self._coming.append(event)
        else:
            await self._take(event)

    async def on_behind(self, message: Behind) -> None:
        """What was followed is dealt with, unless somebody else has the keys since."""
        followed = self._followed
        if followed is None or message.number != followed.number:
            return
        taker = self._taker()
        is_key = isinstance(followed.event, events.Key)
        last = followed.round >= ROUNDS or (is_key and not followed.came_up and message.alone and at_rest(self))
        if taker is not None and not (last and taker is followed.taker):
            self._follow(followed.event, taker, followed.round + 1)
            return
        self._rest()
        while self._coming and self._followed is None:
            await self._take(self._coming.popleft())

    async def _take(self, event: events.Event) -> None:
        await super().on_event(event)
        # A key is not taken before this, but for one that the app took itself: then whoever has the keys since counts.
        taker = self._clicked(event) if isinstance(event, events.MouseEvent) else self._taker()
        if taker is not None:
            self._follow(event, taker, 1)

    def pop_screen(self) -> AwaitComplete:
        """As always; what follows a key through a screen that closes does not come up any more, so it is sent anew."""
        popped = super().pop_screen()
        if self._followed is not None:
            self.post_message(Behind(self._followed.number))
        return popped

    def _taker(self) -> Widget | None:
        """Whoever has the keys now; nobody when the program ends."""
        return (self.focused or self.screen) if self.screen_stack and not self._exit else None

    def _clicked(self, event: events.MouseEvent) -> Widget | None:
        """What a click goes to. The other doings of a mouse set nothing off that a key could be too early for."""
        if not isinstance(event, events.MouseUp) or not self.screen_stack:
            return None
        try:
            return self.get_widget_at(event.x, event.y)[0]
        except NoWidget:
            return self.screen

    def _follow(self, event: events.Event, taker: Widget, round: int) -> None:
        self._rest()
        self._sent += 1
        self._followed = Followed(event, taker, self._sent, round)
        taker.post_message(Behind(self._sent, taker))
        self._look(self._followed, PATIENCE)

    def _look(self, followed: Followed, patience: int) -> None:
        """A taker that is taken away takes what follows a key with it: then the keys go on all the same."""
        taker, loop = followed.taker, asyncio.get_running_loop()
        if patience and (not taker.is_mounted or (taker.is_running and taker.is_attached)):
            self._look_after = loop.call_later(LOOK_AFTER_SECONDS, self._look, followed, patience - 1)
        else:
            self.post_message(Behind(followed.number))

    def _rest(self) -> None:
        self._followed = None
        if self._look_after is not None:
            self._look_after.cancel()
            self._look_after = None
