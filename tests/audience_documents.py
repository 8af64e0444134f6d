"""Every document that lcterm gives out, as the commands give it: which command, in which forms, for whom."""

from tests.audience_year import Year

DOCUMENTS: dict[str, dict[str, tuple[str, ...]]] = {
    "summary": {
        f"summary for {audience}, {form}": ("{held}", "--audience", audience, "--format", form, "--to", "-")
        for audience in ("group", "sponsor", "facilitators")
        for form in ("md", "text", "html", "json")
    },
    "charter": {
        **{f"charter, {form}": ("--format", form) for form in ("md", "html", "json")},
        "topics of the charter": ("--topics",),
    },
    "rules": {
        "rules": (),
        "rules, json": ("--json",),
        "history of the rules": ("--history",),
        "themes for rules": ("--themes",),
    },
    "invite": {
        "invitation, text": ("{coming}", "--format", "text", "--to", "-"),
        "calendar, ics": ("{coming}", "--format", "ics", "--to", "-"),
    },
    "brief": {"brief": ("{presenting}",), "letter to the presenter": ("{presenting}", "--copy")},
    "digest": {"digest": ("--to", "-")},
    "chronicle": {f"chronicle, {form}": ("--format", form, "--to", "-") for form in ("md", "html")},
    "report": {
        f"report{whom}, {form}": (*audience, *asked)
        for whom, audience in (
            ("", ("--audience", "facilitators")),
            (" for group", ("--audience", "group")),
            (" for sponsor", ("--audience", "sponsor")),
        )
        for form, asked in (("text", ()), ("drawn", ("--plots",)), ("json", ("--json",)), ("html", ("--html", "-")))
    },
    "reflect": {"reflection": ("{held}",), "reflection, bare": ("{held}", "--show")},
    "actions": {
        f"{what} actions, {form}": (*every, "--format", form)
        for what, every in (("open", ()), ("all", ("--all",)))
        for form in ("md", "csv", "todotxt", "ics", "json")
    },
    "next": {"next": (), "next, json": ("--json",)},
    "setup": {
        "setup": ("--ask",),
        "setup, json": ("--json",),
        "letter to the first": ("--brief",),
        "alternatives": ("--alternatives",),
    },
    "members": {"members": (), "members, json": ("--json",)},
    "contacts": {"contacts": (), "contacts, json": ("--json",)},
    "prepare": {"checklist": ("{held}",), "checklist, json": ("{held}", "--json")},
    "sessions": {"sessions": (), "sessions, json": ("--json",)},
    "show": {
        "show": ("{held}",),
        "brief state": ("{held}", "--brief"),
        "show, json": ("{held}", "--json"),
        "paper": ("{held}", "--paper"),
    },
    "turns": {f"turns, {form}": ("{closed}", "--format", form) for form in ("rttm", "csv")},
    "session": {"session": ("{closed}",)},
    "export": {"archive": ("zqcommunityqz", "-")},
    "cards": {"cards": ()},
    "keys": {"keys": (), "keys, json": ("--json",)},
    "settings": {"settings": (), "settings, json": ("--json",)},
    "templates": {"templates": ()},
    "check": {"check": ()},
}
"""By command: what each document is called in the table, and the words that ask for it."""

NO_DOCUMENT = {
    "open": "a screen, for whoever facilitates",
    "demo": "a screen, of another community",
    "run": "the board, for whoever facilitates",
    "room": "the room screen: what it draws from is looked at moment by moment",
    "replay": "a screen, for whoever facilitates",
    "new": "changes something, and says its slug",
    "plan": "changes something, and says its id",
    "do": "changes something, and says what to whoever did it",
    "capture": "changes something, and says what to whoever wrote it",
    "strike": "changes something, and says what to whoever did it",
    "forget": "shows whoever facilitates what would go",
    "import": "changes something, and says how much came in",
    "lock": "changes something, and says what to whoever did it",
    "unlock": "changes something, and says what to whoever did it",
    "serve": "links to a screen, for whoever facilitates",
    "hub": "says how the carrying stands; whom it lets read is looked at with the hub",
}


def documents(year: Year) -> dict[str, str]:
    """Everything that can be asked for now, standard error included; lines that a calendar folded are whole again."""
    closed = year.held if year.coming not in ("", year.held) else ""
    known = {"{closed}": closed, "{held}": year.held, "{coming}": year.coming, "{presenting}": year.presenting}
    found: dict[str, str] = {}
    for command, forms in DOCUMENTS.items():
        for what, words in forms.items():
            if ("{coming}" in words and not year.coming) or ("{closed}" in words and not closed):
                continue
            ran = year.shell(command, *(known.get(one, one) for one in words))
            assert ran.status == 0, (command, words, ran)
            found[what] = f"{ran.out}{ran.err}".replace("\r\n ", "").casefold()
    return found
