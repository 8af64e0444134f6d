"""The next time of a community in plain lines, and for programs."""

from collections.abc import Sequence
from typing import Any

from lcterm.core.apart import on_one_day, planned_apart
from lcterm.core.carrying import gone
from lcterm.core.coming import Agreement
from lcterm.core.community import Community
from lcterm.core.next_time import presenters_of
from lcterm.core.rota import Presented, rota
from lcterm.core.session import Session
from lcterm.core.when import clock, full_day, iso, local, zone_or_utc
from lcterm.store.next_time import Standing

NOT_YET = "not yet agreed"


def moment(starts: int, zone: str) -> str:
    """Tue 15 Dec 2026, 14:00, Europe/London; plain words for no date yet. `starts`: wall ms."""
    where = zone_or_utc(zone)
    return f"{full_day(local(starts, where).date())}, {clock(starts, where)}, {zone}" if starts else NOT_YET


def next_lines(now: Standing) -> list[str]:
    """When, where, who; how far it is planned; who has not presented for longest."""
    known, name = now.next, now.community.name_of
    lines = [
        f"When       {moment(known.starts, known.zone) if known else NOT_YET}",
        f"Where      {(known.place if known else '') or NOT_YET}",
        f"Arranges   {name(known.arranger) if known and known.arranger else NOT_YET}",
        f"Presents   {', '.join(map(name, known.presenters)) if known and known.presenters else NOT_YET}",
    ]
    if known and known.subject:
        lines.append(f"To learn   {known.subject}")
    if now.planned:
        lines.append(f"Planned as {now.planned[0].id} ({now.planned[0].title}).")
    elif known is not None:
        lines.append("No session is planned for it yet; lcterm plan takes all of this over.")
    offered = rota(now.community, now.recent)
    if offered:
        lines += ["", "Who has not presented for longest, to offer, not to assign:"]
        lines += [f"  {name(one.person)}: {presented_words(one)}" for one in offered]
    return lines


def presented_words(one: Presented) -> str:
    """When they last presented, and how often in the sessions looked at."""
    if one.last is None:
        return "not yet"
    often = f", {one.times} times" if one.times > 1 else ""
    return f"last on {full_day(local(one.last, zone_or_utc('UTC')).date())}{often}"


def next_record(now: Standing) -> dict[str, Any]:
    """For programs: the keys of `next` in `show --json`, and what else is known."""
    known, name = now.next, now.community.name_of
    return {
        "starts": iso(known.starts, zone_or_utc(known.zone)) if known and known.starts else None,
        "place": (known.place if known else "") or None,
        "presenters": [name(person) for person in known.presenters] if known else [],
        "arranger": name(known.arranger) if known and known.arranger else None,
        "session": (known.session if known else "") or None,
        "subject": (known.subject if known else "") or None,
        "notices": apart(now),
        "rota": [
            {
                "name": name(one.person),
                "times": one.times,
                "last": iso(one.last, zone_or_utc("UTC")) if one.last else None,
            }
            for one in rota(now.community, now.recent)
        ],
    }


# ── What does not agree ─────────────────────────────────────────────────────────────────────────────────────────────


def apart(now: Standing) -> list[str]:
    """What two laptops agreed or planned without knowing of each other, all of it, a line each."""
    lines: list[str] = []
    agreed = now.agreed
    if len(agreed) > 1:
        both = "; and ".join(_agreed(one, now.community) for one in agreed)
        lines.append(f"agreed twice, apart from each other: {both}. The later counts until it is set again")
    lines += planned_lines(now.planned, now.community)
    lines += _gone(now)
    planned = now.planned
    if planned and agreed and _differs(agreed[-1], planned[0]):
        lines.append(
            f"agreed was {moment(agreed[-1].starts, agreed[-1].zone)}, planned is "
            f"{moment(planned[0].starts, planned[0].zone)}; what is planned counts"
        )
    return lines


def _gone(now: Standing) -> list[str]:
    """Who is still named for the next time, and belongs to the community no longer."""
    known, name = now.next, now.community.name_of
    if known is None:
        return []
    named = ((known.presenters, "presenting", "--presenter"), ((known.arranger,), "arranging it", "--arranger"))
    return [
        f"{name(person)} is named as {what} and has left; `lcterm next {option} NAME` names somebody else"
        for people, what, option in named
        for person in gone([one for one in people if one], now.community)
    ]


def planned_lines(planned: Sequence[Session], community: Community) -> list[str]:
    """Sessions that two laptops planned for the same occasion, and what to do, a line for each such. `planned`: by
    their start."""
    lines: list[str] = []
    for group in planned_apart(planned):
        both = "; and ".join(_planned(one, community) for one in group)
        what = "for one day" if on_one_day(group) else f"as {group[0].title}"
        lines.append(f"planned {len(group)} times {what}: {both}. Hold one of them; the others can be left")
    return lines


def _differs(agreed: Agreement, planned: Session) -> bool:
    return bool(agreed.starts) and agreed.starts != planned.starts


def _agreed(one: Agreement, community: Community) -> str:
    return _told(moment(one.starts, one.zone), one.place, one.presenters, community)


def _planned(one: Session, community: Community) -> str:
    place = community.coming.places.get(one.id, "")
    return f"{one.id}, {_told(moment(one.starts, one.zone), place, presenters_of(one), community)}"


def _told(when: str, place: str, presenters: Sequence[str], community: Community) -> str:
    names = ", ".join(community.name_of(person) for person in presenters)
    return ", ".join(filter(None, (when, place, f"presenting: {names}" if names else "")))
