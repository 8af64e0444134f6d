"""Since last time, in lines to be read aloud: who presented, what is open, what was left over, what is to be reported.
Everything is an offer: nothing is late here, nothing is counted up."""

from collections.abc import Sequence

from lcterm.core.capture_words import audience_words
from lcterm.core.carrying import Carried, ago, gone
from lcterm.core.events import Words
from lcterm.core.offers import Offer, Sort, offers, taken_up
from lcterm.core.since_last import SinceLast
from lcterm.core.when import due, full_day, local, minutes, zone_or_utc
from lcterm.documents.actions import whose
from lcterm.ui.line import Line, Span, cut, row, title_line, wrap
from lcterm.ui.page import NOTHING, Page, chosen_line
from lcterm.ui.view import View

HIDDEN = "The room can read along, and what is open is not for the room screen."
LOOKING = "Looking through the sessions before this one …"
FIRST = "No session was held before this one, so there is nothing to come back to."
NOTHING_LEFT = "Nothing is open and nothing was left over."
HEADINGS: dict[Sort, str] = {
    "action": "Open actions, offered",
    "agenda": "Left over; i puts it on the agenda",
    "report": "To be reported, not yet released",
}
DUE = 10
DUE_FROM = 44
INDENT = 2


def since_page(view: View, since: SinceLast | None, width: int, chosen: str) -> Page:
    """The page; `since` is None while the sessions before are still being read. Under the veil nothing of it shows."""
    title = title_line(width, "Since last time", "" if view.veiled else _fact(view, since))
    if view.veiled or since is None:
        return Page([title], _plainly(HIDDEN if view.veiled else LOOKING, width))
    lines: list[Line] = []
    items: list[int] = []

    def say(more: Sequence[Line], item: int = NOTHING) -> None:
        lines.extend(more)
        items.extend([item] * len(more))

    say([line for notice in since.notices for line in _plainly(f"{notice[:1].upper()}{notice[1:]}", width)])
    say(_presented(view, since, width))
    sort: Sort | None = None
    every = offers(since)
    for number, offer in enumerate(every):
        if offer.sort != sort:
            sort = offer.sort
            say([(), (Span(cut(HEADINGS[sort], width), "strong"),)])
        rows = offer_rows(view, offer, width)
        say([chosen_line(line, width) for line in rows] if offer.id == chosen else rows, number)
    if not every:
        say([(), *_plainly(FIRST if since.last is None else NOTHING_LEFT, width)])
    say(_in_room(since, width))
    return Page([title], lines, items)


def _plainly(text: str, width: int) -> list[Line]:
    return [(Span(part, "muted"),) for part in wrap(text, width)]


def _fact(view: View, since: SinceLast | None) -> str:
    """Which session that was."""
    if since is None or since.last is None:
        return ""
    last = since.last
    on = local(last.began, zone_or_utc(last.zone)).date()
    return f"{last.title}, {full_day(on)}, {ago(last.began, view.now, view.zone)}"


def _presented(view: View, since: SinceLast, width: int) -> list[Line]:
    """Who presented last time has the first word ([HB])."""
    if not since.presented:
        return []
    lines: list[Line] = [(), (Span(cut("Presented last time, so first now", width), "strong"),)]
    for one in since.presented:
        names = ", ".join(view.name(person) for person in one.people)
        lines += [(Span(part),) for part in wrap(f"{names}: {one.title}", width)]
    return lines


def offer_rows(view: View, offer: Offer, width: int) -> list[Line]:
    """The rows of an offer: its words, and below them what belongs to it."""
    if offer.left is not None:
        point = offer.left.point
        names = ", ".join(view.name(person) for person in point.presenters)
        parts = [f"{minutes(point.minutes)} min", names, f"not reached in {offer.left.origin.title}"]
        text, when = point.title, ""
    else:
        assert offer.carried is not None
        one = offer.carried
        text, when = one.kept.text, _due(one) if offer.sort == "action" else ""
        parts = _about(view, offer.sort, one)
    taken = taken_up(offer, view.session) or offer.over
    ticked = "✓ done" if offer.over else "✓ on the agenda"
    parts = [*([ticked] if taken else []), *(part for part in parts if part)]
    beside = when if width >= DUE_FROM else ""
    parts = parts if beside or not when else [when, *parts]
    room = max(1, width - (DUE + INDENT if beside else 0))
    first, *rest = wrap(text, room) or [""]
    look = "muted" if taken else "text"
    lines = [row(width, [Span(first, look)], [Span(f"{beside:>{DUE}}", "muted")] if beside else (), gap=INDENT)]
    lines += [row(width, [Span(part, look)]) for part in rest]
    below = wrap(" · ".join(parts), max(1, width - INDENT))
    return lines + [row(width, [Span(" " * INDENT), Span(part, "muted")]) for part in below]


def _due(one: Carried) -> str:
    return due(one.due) if one.due else "next time" if one.due_next else ""


def _about(view: View, sort: Sort, one: Carried) -> list[str]:
    kept = one.kept
    age = ago(kept.at, view.now, view.zone)
    if sort == "agenda":
        return [kept.kind, f"from {one.origin.title}, {age}"]
    if sort == "report":
        words = Words(kind=kept.kind, text="", audience=kept.audience, to=kept.to)
        to = audience_words(words, view.names) if kept.audience in ("sponsor", "other") else ""
        return [kept.kind, f"for {to}" if to else "for whom is not said", f"from {one.origin.title}, {age}"]
    left = gone(kept.owners, view.community)
    owners = whose([view.name(person) for person in kept.owners], {view.name(person) for person in left})
    going = "still going" if one.state == "going" else ""
    return [owners or "nobody yet", f"from {one.origin.title}, {age}", going]


def _in_room(since: SinceLast, width: int) -> list[Line]:
    if not since.in_room or since.last is None:
        return []
    what = "1 action stays" if since.in_room == 1 else f"{since.in_room} actions stay"
    return [(), *_plainly(f"{what} in the room of {since.last.title} and {_is_are(since.in_room)} not listed.", width)]


def _is_are(count: int) -> str:
    return "is" if count == 1 else "are"
