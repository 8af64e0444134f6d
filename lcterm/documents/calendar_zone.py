"""A time zone as calendars want it (RFC 5545, VTIMEZONE): the change into the offset that holds, and the change out of
it, each with the rule by which it comes again.

The offsets come from this machine's zone data. Of a library's own zones there would be a list of dates for decades,
which Outlook passes over; a rule it understands.
"""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

_YEAR = timedelta(days=366)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MINUTE = timedelta(minutes=1)


class Change(NamedTuple):
    """At `at` (UTC) clocks go from one offset to another."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool

    @property
    def onset(self) -> datetime:
        """The moment as the clocks showed it until then."""
        return (self.at + self.before).replace(tzinfo=None)


def calendar_zone(zone: ZoneInfo, starts: datetime, ends: datetime) -> Timezone:
    """The VTIMEZONE of a zone, right for an event from `starts` to `ends` (aware)."""
    first, last = starts.astimezone(UTC) - _YEAR, ends.astimezone(UTC) + _YEAR
    found = changes(zone, first, last)
    gone = [one for one in found if one.at <= starts.astimezone(UTC)]
    # Two that hold now or held before, and one of each that comes: at most one of a kind where a rule says the rest.
    wanted = [*(gone[-2:] or [_since_ever(zone, first)]), *[one for one in found if one not in gone][:2]]
    component = Timezone()
    component.add("tzid", zone.key)
    told: set[tuple[str, timedelta, timedelta]] = set()
    for one in wanted:
        key = (_rule(zone, one), one.before, one.after)
        if key[0] and key in told:
            continue
        told.add(key)
        component.add_component(_observance(one, key[0]))
    return component


def changes(zone: ZoneInfo, first: datetime, last: datetime) -> list[Change]:
    """Every change of the clocks between two moments, UTC."""
    found: list[Change] = []
    day = first.replace(second=0, microsecond=0)
    while day < last:
        following = day + timedelta(days=1)
        if _offset(zone, day) != _offset(zone, following):
            found.append(_change(zone, day, following))
        day = following
    return found


def _change(zone: ZoneInfo, day: datetime, following: datetime) -> Change:
    """The change within a day, to the minute."""
    before, low, high = _offset(zone, day), 0, (following - day) // _MINUTE
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _offset(zone, day + middle * _MINUTE) == before else (low, middle)
    at = day + high * _MINUTE
    return Change(at, before, _offset(zone, at), at.astimezone(zone).tzname() or "", _summer(zone, at))


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _summer(zone: ZoneInfo, at: datetime) -> bool:
    """Whether the clocks are ahead of what they are at another time of the year: a calendar wants daylight time ahead
    of standard time, also where a country's law has it the other way round, as Ireland's."""
    return _offset(zone, at) > min(_offset(zone, at + timedelta(days=days)) for days in range(-364, 365, 28))


def _since_ever(zone: ZoneInfo, at: datetime) -> Change:
    offset = _offset(zone, at)
    return Change(datetime(1970, 1, 1, tzinfo=UTC) - offset, offset, offset, at.astimezone(zone).tzname() or "", False)


def _rule(zone: ZoneInfo, one: Change) -> str:
    """By what rule it comes again each year: `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`; "" where the year after has it
    otherwise."""
    onset = one.onset
    again = [
        other for other in changes(zone, one.at + _MINUTE, one.at + _YEAR + timedelta(days=10)) if _alike(one, other)
    ]
    if not again:
        return ""
    later = again[-1].onset
    if (later.month, later.weekday(), later.time()) != (onset.month, onset.weekday(), onset.time()):
        return ""
    places = [_place(onset), _place(later)]
    last = all((moment + timedelta(days=7)).month != moment.month for moment in (onset, later))
    if not last and places[0] != places[1]:
        return ""
    number = -1 if last else places[0]
    return f"FREQ=YEARLY;BYMONTH={onset.month};BYDAY={number}{_WEEKDAYS[onset.weekday()]}"


def _alike(one: Change, other: Change) -> bool:
    return (one.before, one.after) == (other.before, other.after) and other.at - one.at > timedelta(days=300)


def _place(moment: datetime) -> int:
    """Which of its weekday in the month."""
    return (moment.day - 1) // 7 + 1


def _observance(one: Change, rule: str) -> TimezoneStandard | TimezoneDaylight:
    part = TimezoneDaylight() if one.summer else TimezoneStandard()
    part.add("dtstart", one.onset)
    part.add("tzoffsetfrom", one.before)
    part.add("tzoffsetto", one.after)
    part.add("tzname", one.name)
    if rule:
        part.add("rrule", vRecur.from_ical(rule))
    return part
