"""How it goes with the hub, in a word or two for the board and in a line for whoever asks."""

from typing import NamedTuple

APART_MS = 120_000
"""Two clocks that differ by more are worth a word."""

FORKED = (
    "this laptop and another one have written different facts under the same number: one of them is a copy of the "
    "other, from a backup. Nothing was overwritten, here or on the hub; what differs stays where it is. Close lcterm "
    "and open it again: what is written from then on is sent"
)


def stopped(community: str) -> str:
    """That nothing of a community goes to the hub any more, and what can be done about what lies there."""
    return (
        "the charter does not say any more that words may lie on the hub, so nothing is sent. What was sent before "
        f"lies there until one of you takes it away: `lcterm hub leave {community} --everything`"
    )


class HubState(NamedTuple):
    """`kind`: what is amiss in a word, "" for nothing; `reason` the line that says it all. `waiting`: facts still to
    be sent; `kept_back`: those that cannot be; `forked`: writers that are here and there with other words. `ahead_ms`:
    by how much this laptop's clock is ahead of the hub's. `joined`: whether anything here is on a hub. `stopped`: the
    community that is open, where its group has settled that nothing is sent any more; `twin`: whether another laptop
    goes by this one's identity."""

    joined: bool = False
    met: bool = False
    kind: str = ""
    reason: str = ""
    standing: bool = False
    waiting: int = 0
    kept_back: int = 0
    forked: int = 0
    ahead_ms: int = 0
    stopped: str = ""
    twin: bool = False

    @property
    def said(self) -> str:
        """For a corner of the board: nothing where no hub is, "hub" while all is well."""
        if not self.joined:
            return ""
        send = f"{self.waiting} to send" if self.waiting else ""
        if self.kind:
            return ", ".join(filter(None, (f"hub {self.kind}", send)))
        if self.forked or self.twin:
            return "hub: a copied laptop"
        if self.stopped:
            return "hub: nothing is sent"
        if not self.met:
            return ""
        return f"hub: {send}" if send else "hub"

    @property
    def notices(self) -> list[str]:
        """What the facilitator should know and nothing but somebody's doing will change, a line each; it begins with
        what matters, for a board has room for one row."""
        lines = [f"Hub: {self.reason.removeprefix('the hub: ')}"] if self.standing else []
        if self.forked:
            lines.append(
                "Hub: a copy of this laptop has written under the same numbers; nothing is overwritten. `lcterm hub "
                "status` says more."
            )
        if self.twin:
            lines.append(
                "Hub: a copy of this laptop is at work. On the copy close lcterm and delete device.json in its home's "
                "private folder."
            )
        if self.stopped:
            lines.append(
                f"Hub: nothing is sent any more, by the charter; `lcterm hub leave {self.stopped} --everything` takes "
                "away what is there."
            )
        if clock := self.clock:
            lines.append(f"{clock}.")
        return lines

    @property
    def clock(self) -> str:
        """How far this laptop's clock is off, "" where it is not."""
        if abs(self.ahead_ms) < APART_MS:
            return ""
        minutes, way = round(abs(self.ahead_ms) / 60_000), "ahead of" if self.ahead_ms > 0 else "behind"
        return f"This laptop's clock is {minutes} min {way} the hub's; look to it, for times come from both"
