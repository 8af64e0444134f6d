"""Actions as Markdown, as CSV, as todo.txt and as JSON."""

import json
from collections.abc import Iterable

from lcterm.core.community_events import Becoming
from lcterm.core.todo_words import name_word, plain_words
from lcterm.core.when import iso, zone_or_utc
from lcterm.documents.actions import STATES, Listed, Listing, due_text, from_text, nothing_words, owner_words
from lcterm.documents.summary_markdown import escaped
from lcterm.documents.table import as_table

_HEADINGS: dict[Becoming, str] = {"open": "Open", "going": "Open", "done": "Done", "dropped": "Dropped"}
COLUMNS = (
    *("id", "state", "action", "owners", "owners_left", "due", "due_next"),
    *("session", "session_title", "written", "last_said"),
)


def as_markdown(listed: Listing) -> str:
    """A list to paste: what, who, until when, where from. All of them: under a heading each, open ones first."""
    of = f", {listed.owner}" if listed.owner else ""
    what = "actions" if listed.everything else "open actions"
    parts = [f"# {escaped(f'{listed.community.name}: {what}{of}')}"]
    for heading in dict.fromkeys(_HEADINGS.values()):
        here = [one for one in listed.actions if _HEADINGS[one.state] == heading]
        if here and listed.everything:
            parts.append(f"## {heading}")
        if here:
            parts.append("\n".join(f"- {escaped(_line(one))}" for one in here))
    if not listed.actions:
        parts.append(nothing_words(listed))
    return "\n\n".join(parts)


def _line(one: Listed) -> str:
    state = STATES[one.state] if one.state == "going" else ""
    origin = f"{from_text(one)}, {one.age}"
    rest = [part for part in (owner_words(one) or "nobody yet", due_text(one), state, origin) if part]
    return f"{one.text} ({'; '.join(rest)})"


def as_csv(listed: Listing) -> str:
    """A table with a row of heads. Cells that a spreadsheet would take for a formula have an apostrophe in front."""
    return as_table(COLUMNS, map(_cells, listed.actions))


def _cells(one: Listed) -> tuple[str, ...]:
    return (
        one.id,
        one.state,
        one.text,
        ", ".join(one.owners),
        ", ".join(one.left),
        one.due.isoformat() if one.due else "",
        "yes" if one.due_next else "",
        one.session,
        one.title,
        one.written.isoformat(),
        one.said.isoformat() if one.said else "",
    )


def as_todotxt(listed: Listing) -> str:
    """A line each, as todo.txt has them: the day it was written, +community, @owners, due:, and the ids of its session
    and its own, by which `lcterm import actions` finds it again."""
    return "\n".join(_todo(one, listed.community.slug) for one in listed.actions)


def _todo(one: Listed, slug: str) -> str:
    over = one.state in ("done", "dropped")
    parts = ["x", (one.said or one.written).isoformat()] if over else []
    parts += [one.written.isoformat(), plain_words(one.text), f"+{slug}"]
    parts += [f"@{name_word(name)}" for name in one.owners]
    parts += [f"left:{name_word(name)}" for name in one.left]
    parts += [f"due:{one.due.isoformat()}"] if one.due else ["when:next-session"] if one.due_next else []
    parts += [f"state:{one.state}"] if one.state in ("going", "dropped") else []
    return " ".join([*parts, f"session:{one.session}", f"id:{one.id}"])


def as_json(listed: Listing) -> str:
    """The actions as JSON: people by name, days and times in ISO 8601."""
    return json.dumps(list(_records(listed)), indent=2, ensure_ascii=False)


def _records(listed: Listing) -> Iterable[dict[str, object]]:
    utc = zone_or_utc("UTC")
    for one in listed.actions:
        yield {
            "id": one.id,
            "text": one.text,
            "state": one.state,
            "done": one.state == "done",
            "owners": list(one.owners),
            "owners_left": list(one.left),
            "due": one.due.isoformat() if one.due else None,
            "due_next": one.due_next,
            "session": one.session,
            "session_title": one.title,
            "at": iso(one.written_ms, utc),
            "age_days": max(0, (listed.now - one.written_ms) // 86_400_000),
            "said": iso(one.said_ms, utc) if one.said_ms else None,
        }
