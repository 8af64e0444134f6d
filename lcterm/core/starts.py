"""When something is to start, as people type it."""

import re
from datetime import datetime, time, tzinfo

from lcterm.core.refusal import Refused
from lcterm.core.when import local, read_due, read_moment, to_ms

_CLOCK = re.compile(r"(?P<day>.*?)[\s,]*(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})")


def read_start(text: str, now: int, zone: tzinfo, usual: time | None = None) -> int:
    """`2026-12-15 14:00`, `fri 14:00`, `15 Dec, 14:00`, `tomorrow 9:30`, or a time of today; wall ms, local to the
    zone. A day alone will do where there is a `usual` time of day. Raises Refused."""
    found = _CLOCK.fullmatch(text.strip())
    today = local(now, zone).date()
    alone = read_due(text, today) if usual is not None and found is None else None
    if usual is not None and alone is not None:
        return to_ms(datetime.combine(alone, usual, zone))
    on = today if found and not found["day"] else read_due(found["day"], today) if found else None
    if found is None or on is None:
        return read_moment(text, zone, "the start")
    try:
        at = time(int(found["hour"]), int(found["minute"]))
        return to_ms(datetime.combine(on, at, zone))
    except (ValueError, OverflowError, OSError):
        raise Refused(f"the start {text.strip()!r} is no time; write it like 2026-12-01 14:00") from None
