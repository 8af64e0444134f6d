"""The home screen as lines: the head, the bar of what is running, communities, sessions."""

from collections.abc import Sequence
from datetime import date

from lcterm.core.agenda import remaining
from lcterm.core.next_time import presenters_of
from lcterm.core.session import Session
from lcterm.core.when import clock, countdown, day, full_day, local, zone_or_utc
from lcterm.ui.home_grid import INSET, LEFT_WIDTH
from lcterm.ui.home_view import Group, HomeView, Kept
from lcterm.ui.line import Line, Span, cells, line_cells, pad, row, tame, title_line
from lcterm.ui.view import minutes_left
from lcterm.ui.widgets.agenda import window
from lcterm.ui.widgets.block import seconds_left

PEOPLE, NEXT = 6, 12
HERE, CAPTURES = 10, 13
FAR_DAYS = 300
"""A day further off than this is told with its year."""


def home_header_line(view: HomeView, width: int) -> Line:
    """The program's name left, day and time right."""
    moment = local(view.now, view.zone)
    right = [Span(full_day(moment.date()), "muted"), Span("   "), Span(clock(view.now, view.zone), "bold")]
    return row(width, [Span("lcterm", "bold"), Span("  your Learning Communities", "muted")], right, gap=2)


def bar_lines(view: HomeView, width: int, height: int) -> list[Line]:
    """What is running, filled, with room left for the ticking time; else one plain line: what comes next."""
    if not view.running:
        return [_coming_line(view, width)]
    group, kept = view.running[0]
    others = len(view.running) - 1
    name = Span(f"  ► {tame(group.community.name)}, {kept.name}", "bar")
    more = f"; {others} other{'s' if others > 1 else ''} running" if others else ""
    goes_on = Span(f"{'Enter' if leads_on(view) else 'space'} goes on", "bar")
    room = Span(" " * LEFT_WIDTH, "bar-text")
    end = Span(" " * INSET, "bar-text")
    beside = (room, Span("    "), name) if height != 2 else (Span(" "),)
    left = width - line_cells((*beside, goes_on, end)) - 2
    words = Span(_longest([f"   {one}{more}" for one in _standing(view, kept)], left), "bar-text")
    if height == 2:
        return [
            row(width, [name], [room, end], "bar-text", 2),
            row(width, [Span(" ", "bar-text"), words], [goes_on, end], "bar-text", 2),
        ]
    middle = row(width, [name, words], [room, Span("    ", "bar-text"), goes_on, end], "bar-text", 2)
    blank = row(width, [], look="bar-text")
    return [blank if place != height // 2 else middle for place in range(height)]


def left_line(view: HomeView, width: int) -> Line:
    """The time left of the running point: counts down, over time up. A line of its own, as it ticks."""
    session = view.running[0][1].session if view.running else None
    left = remaining(session, view.now) if isinstance(session, Session) else None
    if left is None:
        return row(width, [], look="bar")
    seconds = seconds_left(left)
    figures = f"{abs(minutes_left(left))} min" if view.by_minute else countdown(seconds)
    told = f"{figures} left" if seconds >= 0 else f"+{figures} over"
    return row(width, [], [Span(told, "bar")], "bar")


def leads_on(view: HomeView) -> bool:
    """Whether the cursor is on what the bar shows, so that Enter goes on with it."""
    group, kept = view.group, view.kept
    if group is None or not view.running or view.running[0][0] is not group:
        return False
    return view.cursor.column == "communities" or kept is view.running[0][1]


def _longest(texts: Sequence[str], room: int) -> str:
    """The first that has room; where none has, the last."""
    return next((one for one in texts if cells(one) <= room), texts[-1])


def _standing(view: HomeView, kept: Kept) -> list[str]:
    """Since when it runs and where it is, in ever fewer words."""
    session = kept.session
    zone = zone_or_utc(session.zone)
    started = session.started or session.starts
    since = clock(started, zone)
    if local(started, zone).date() != local(view.now, zone).date():
        since = f"{day(local(started, zone).date())}, {since}"
    word = "paused at" if session.status == "paused" else "now"
    point = session.point if isinstance(session, Session) else None
    if not point:
        return [f"running since {since}", "running"]
    there = f"{word} {point.plan.title}"
    return [f"running since {since}, {there}", f"since {since}, {there}", there]


def _coming_line(view: HomeView, width: int) -> Line:
    if view.coming is None:
        return row(width, [Span("Nothing is running.", "muted")])
    group, kept = view.coming
    name = f"{tame(group.community.name)}, {kept.name}"
    spans = [Span("Nothing is running. Next: ", "muted"), Span(name, "bold"), Span(f"   {when(kept, view)}")]
    return row(width, spans)


def when(kept: Kept, view: HomeView) -> str:
    """Tue 15 Dec, 14:00, in the session's own zone."""
    zone = zone_or_utc(kept.session.zone)
    return f"{near_day(local(kept.session.starts, zone).date(), view)}, {clock(kept.session.starts, zone)}"


def near_day(on: date, view: HomeView) -> str:
    """Fri 27 Nov; with its year where it is far off; today as a word."""
    today = local(view.now, view.zone).date()
    return "today" if on == today else day(on) if abs((on - today).days) < FAR_DAYS else full_day(on)


def community_lines(view: HomeView, width: int, height: int) -> list[Line]:
    """A row a community: people, and when it meets next."""
    group = view.group
    chosen = view.groups.index(group) if group else 0
    first = window(len(view.groups), height - 1, chosen)
    shown = view.groups[first : first + height - 1]
    fact = f"{chosen + 1} of {len(view.groups)}" if len(shown) < len(view.groups) else ""
    heads = f"{'people':>{PEOPLE}}  {'next session':<{NEXT}}"
    lines = [title_line(width, "Communities", fact, heads)]
    return lines + [_community(view, one, width, chosen=one is group) for one in shown]


def _community(view: HomeView, group: Group, width: int, *, chosen: bool) -> Line:
    next = group.next(view.now)
    live = group.live is not None
    agreed = None if next or live else group.agreed(view.now)
    words = "running now" if live else near_day(_day(next), view) if next else "not planned"
    if agreed is not None:
        words = near_day(local(agreed.starts, zone_or_utc(agreed.zone)).date(), view)
    if next and words == "today" and not live:
        words = f"today, {clock(next.session.starts, zone_or_utc(next.session.zone))}"
    number = f"{len(group.community.active):>{PEOPLE}}"
    look = "strong" if chosen else "text"
    left = [Span("► " if chosen else "  ", look), Span(tame(group.community.name), look)]
    right = [
        Span(f"{number}  ", look),
        Span(pad(words, NEXT), "turn-bold" if live else "text" if next else "muted"),
    ]
    line = row(width, left, right, gap=2)
    return _under_cursor(line) if chosen and view.cursor.column == "communities" else line


def _day(kept: Kept) -> date:
    return local(kept.session.began, zone_or_utc(kept.session.zone)).date()


def session_lines(view: HomeView, width: int, height: int) -> list[Line]:
    """A row a session: number, day, and what became of it."""
    group, kept = view.group, view.kept
    if group is None:
        return []
    sessions = group.sessions
    chosen = sessions.index(kept) if kept else 0
    first = window(len(sessions), height - 1, chosen)
    shown = sessions[first : first + height - 1]
    fact = f"{chosen + 1} of {len(sessions)}" if len(shown) < len(sessions) else ""
    lines = [title_line(width, f"Sessions of {tame(group.community.name)}", fact)]
    if not sessions:
        return [*lines, row(width, [Span("None yet. "), Span("p", "bold"), Span(" plans the first one.", "muted")])]
    days = [_session_day(one, view, width) for one in sessions]
    numbers = max(cells(one.number) for one in sessions)
    column = max(map(cells, days)) + (3 if width >= 64 else 2)
    for one, on in list(zip(sessions, days, strict=True))[first : first + height - 1]:
        lines.append(_session(view, one, width, f"{one.number:>{numbers}}  {pad(on, column)}", chosen=one is kept))
    return lines


def _session_day(kept: Kept, view: HomeView, width: int) -> str:
    on = _day(kept)
    far = abs((on - local(view.now, view.zone).date()).days) >= FAR_DAYS
    return full_day(on) if far or (kept.session.live and width >= 64) else day(on)


def _session(view: HomeView, kept: Kept, width: int, opening: str, *, chosen: bool) -> Line:
    session = kept.session
    sign = {"closed": "✓ ", "planned": "  "}.get(session.status, "► ")
    look = "muted" if session.status == "closed" else "strong" if session.live else "text"
    title = Span(f"  {tame(kept.title)}" if kept.title else "", look)
    if session.live:
        point = session.point.plan.title if isinstance(session, Session) and session.point else ""
        facts = Span(f"{'paused at' if session.status == 'paused' else 'now'} {point}", "turn-bold")
    else:
        room = width - cells(f"{sign}{opening}") - cells(title.text)
        facts = Span(_past_words(kept, room) if kept.past else _ahead_words(view, kept), "muted")
    under_cursor = chosen and view.cursor.column == "sessions"
    line = row(width, [Span(f"{sign}{opening}", "strong" if chosen and not under_cursor else look), facts, title])
    return _under_cursor(line) if under_cursor else line


def _past_words(kept: Kept, width: int) -> str:
    """Who came, what was written down, what became of the actions; that in a word or two where there is little room."""
    past = kept.past
    if past is None:
        return ""
    actions = "all actions done" if past.actions else "no actions"
    if past.open:
        actions = f"{past.open} action{'s' if past.open > 1 else ''} open"
    captures = f"{past.captures or 'no'} capture{'s' if past.captures != 1 else ''}"
    before = f"{pad(f'{past.here} here', HERE)}{pad(captures, CAPTURES)}"
    if cells(before + actions) > width and past.actions:
        actions = f"{past.open} open" if past.open else "all done"
    return before + actions


def _ahead_words(view: HomeView, kept: Kept) -> str:
    names = presenters(view, kept)
    at = clock(kept.session.starts, zone_or_utc(kept.session.zone))
    overdue = kept.session.starts < view.now
    facts = "".join(f"   {fact}" for fact in (names, _prepared_words(view, kept)) if fact)
    return f"{'was planned' if overdue else 'planned'} for {at}{facts}"


def _prepared_words(view: HomeView, kept: Kept) -> str:
    """How far the checklist is, once it was begun."""
    session = kept.session
    if not isinstance(session, Session) or not session.ticked or view.group is None:
        return ""
    from lcterm.store.checklist import done_of, items, lines_of

    lines = lines_of(view.group.community)
    return f"{done_of(lines, session.ticked)} of {len(items(lines))} prepared"


def presenters(view: HomeView, kept: Kept) -> str:
    """Who presents, by name."""
    people = presenters_of(kept.session) if isinstance(kept.session, Session) else ()
    name_of = view.group.community.name_of if view.group else str
    return ", ".join(tame(name_of(person)) for person in people)


def _under_cursor(line: Line) -> Line:
    """The row that Enter acts on."""
    bold = {"strong", "bold", "turn-bold"}
    return tuple(Span(span.text, "chip" if span.look in bold else "chip-text") for span in line)


def told_line(sign: str, text: str, way_back: tuple[tuple[str, str], ...], width: int) -> Line:
    """The message row: sign in column 1, text in column 4, then the way on."""
    looks = {"✓": "turn", "!": "soon-bold"}
    left = [Span(f"{sign or ' '}  " if sign else "", looks.get(sign, "text")), Span(text, "text" if sign else "muted")]
    for key, words in way_back:
        part = [Span(f"   {key}", "bold"), Span(f" {words}", "muted")]
        if line_cells(left) + line_cells(part) <= width:
            left += part
    return row(width, left)
