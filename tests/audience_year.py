"""A community with a year behind it and a made-up word of its own in every kind of text that lcterm can hold."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from lcterm.core.commands import WriteCapture
from lcterm.core.events import Words
from lcterm.core.text import folded
from lcterm.store.desk import Desk
from lcterm.store.drafts import Draft, keep_drafts
from lcterm.store.paths import Home
from lcterm.store.shelf import communities, read_session
from lcterm.ui.room_view import room_view
from tests.cli.running import Shell
from tests.clock_program import TestClock

KINDS = {
    "action": "a",
    "learning": "l",
    "report": "r",
    "decision": "d",
    "question": "q",
    "parked": "p",
    "story": "s",
    "outcome": "o",
    "quote": "u",
    "feedback": "f",
}
AUDIENCES = {"room": " >room", "group": "", "sponsor": " >sponsor", "other": " >zqrecipientqz"}


def word(key: str) -> str:
    """The canary of this key: no other one is a part of it, and nothing else is written so."""
    return f"zq{key}qz"


def name(key: str) -> str:
    """A person's name, which is a canary as well."""
    return word(key).capitalize()


PEOPLE = (
    *("facilitator", "second", "presenter", "ready", "owner", "feeder", "feedernamed", "quoted", "absent"),
    *("arranger", "recipient", "keeper", "oldname", "leaver", "forgotten", "starter"),
)
AGENDA = f"""\
5 min - {word("titleround")} Introductions [round]
    {word("prompt")} Say how today runs.
20 min - {word("titletalk")} Presentation - {name("presenter")} [presenter]
20 min - {word("titleready")} Presentation - {name("ready")} [presenter]
25 min - {word("titlediscussion")} Discussion [queue]
5 min - {word("titlesum")} Capture and report [open]
0 min - {word("titleclose")} Close [none]
"""


class Told(NamedTuple):
    """A capture of the session that is looked at: the key of its canary, and what it was written as."""

    key: str
    kind: str
    audience: str
    released: bool
    agreed: bool


def told() -> Iterator[Told]:
    """Every kind for every audience, released and not, with the speaker's yes and without."""
    for kind in KINDS:
        for audience in AUDIENCES:
            leaves = audience in ("sponsor", "other")
            for agreed in (False, True) if kind == "quote" else (False,):
                for released in (False, True) if leaves and (agreed or kind != "quote") else (False,):
                    key = f"{kind}{audience}{'released' if released else ''}{'agreed' if agreed else ''}"
                    yield Told(key, kind, audience, released, agreed)


class Year:
    """The community. `first`, `held`, `coming`: the ids of the session that lies behind, of the one that is looked at,
    and of the one to come, "" for none; `presenting`: who presents in that. `rooms`: what the room screen drew from,
    moment by moment. `stage` is told when there is something to look at: before the session that is looked at,
    meanwhile, and afterwards."""

    def __init__(self, clock: TestClock, home: Path, stage: "Callable[[Year], None]") -> None:
        self.shell, self.clock, self.home = Shell(clock, home), clock, home
        self.rooms: dict[str, str] = {}
        self.coming, self.presenting = "", name("presenter")
        self._found()
        self.first = self._plan("2026-12-01 14:00", f"{word('titlefirst')} First")
        self._first()
        self._people_change()
        self.held = self.coming = self._plan("2027-01-12 14:00", f"{word('titlesession')} Second")
        self._before()
        stage(self)
        self.coming = ""
        self._held()
        stage(self)
        self._close()
        stage(self)

    def say(self, *words: str, stdin: str = "") -> str:
        """A command some seconds later; what it answers."""
        self.clock.advance(3)
        return self.shell.answer(*words, stdin=stdin)

    def look(self, moment: str, session: str) -> None:
        """Keep what the room screen draws from, at this moment."""
        where = Home(self.home)
        (community,) = communities(where)
        view = room_view(community, read_session(where, community.id, session), self.clock.now())
        self.rooms[f"room, {moment}"] = repr(view)

    def capture(self, line: str, session: str = "") -> str:
        """Write this down, in the session that is looked at or in another."""
        return self.say("capture", session or self.held, line)

    def ids(self, session: str) -> dict[str, str]:
        """The ids of the captures of a session, by the first word of each."""
        captures = self.shell.json("show", session, "--json")["captures"]
        return {str(one["text"]).partition(" ")[0]: str(one["id"]) for one in captures}

    def _found(self) -> None:
        people = "Name;Area\n" + "".join(f"{name(key)};{word(f'area{key}')}\n" for key in PEOPLE)
        self.say("new", word("community").capitalize(), "--purpose", word("purpose"), "--members", "-", stdin=people)
        roles = (("facilitator", "facilitator"), ("second", "co-facilitator"))
        self.say("members", *(part for one, role in roles for part in ("--role", f"{name(one)}={role}")))
        self.say("setup", "--state", "room=settled", "--note", f"room={word('setupnote')}")
        self.say("setup", "--who", f"room={word('setupwho')}", "--when", f"room={word('setupwhen')}")
        self.say("setup", "--who", f"first={word('firstwho')}", "--note", f"first={word('firstnote')}")
        for key in ("rulekept", "ruledropped", "rulebefore"):
            self.say("rules", "--add", f"{word(key)} rule")
        self.say("rules", "--keeper", name("keeper"))
        for topic in ("brief", "reporting", "arranging"):
            self.say("charter", "--answer", f"{topic}={word(f'charter{topic}')}")
        self.say("charter", "--answer", f"belonging={word('charterold')}")
        self.say("charter", "--answer", f"belonging={word('charterbelonging')}")
        self.say("charter", "--purpose", word("purposenow"))
        self.say("contacts", "--add", f"{word('contact')} 0123")

    def _plan(self, starts: str, title: str) -> str:
        return self.say(
            *("plan", "--agenda", "-", "--starts", starts, "--zone", "UTC", "--title", title),
            *("--place", word("place" + folded(title.split()[-1]))),
            stdin=AGENDA,
        )

    def _first(self) -> None:
        """The first session: things that carry over, and words of who has since left or changed."""
        self.say("do", self.first, "start")
        self.capture(f"a {word('olddone')} @{name('owner')}", self.first)
        self.capture(f"a {word('oldopen')} @{name('leaver')}", self.first)
        self.capture(f"a {word('oldrenamed')} @{name('oldname')}", self.first)
        self.capture(f"l I heard {name('forgotten')} say it", self.first)
        self.capture(f"a {word('oldforgotten')} @{name('forgotten')}", self.first)
        self.capture(f"n {word('oldnote')}", self.first)
        self.capture(f"a {word('oldroom')} >room", self.first)
        self.capture(f"r {word('oldreport')} >sponsor", self.first)
        self.say("do", self.first, "end")

    def _people_change(self) -> None:
        self.say("members", "--rename", f"{name('oldname')}={name('newname')}", "--leave", name("leaver"))
        self.say("forget", name("forgotten"), "--yes")
        self.say("actions", "--done", word("olddone"))

    def _before(self) -> None:
        """What is said of the session that is looked at before it begins."""
        held = self.held
        self.say("prepare", held, "--add", f"{word('checklist')} item")
        self.say("brief", name("presenter"), "--title", word("brieftitle"), "--question", word("briefquestion"))
        self.say("brief", name("ready"), "--question", word("readyquestion"), "--state", "ready")
        self.say("do", held, "ask", "4", word("question"))
        self.say("do", held, "leave", name("absent"))
        self.look("planned", held)

    def _held(self) -> None:
        """The session that is looked at, up to its last point."""
        held = self.held
        self.clock.set(datetime(2027, 1, 12, 14, 0, tzinfo=UTC))
        self.say("do", held, "start")
        self.say("do", held, "starter", name("starter"))
        self.look("round", held)
        self._write()
        for talk in ("first", "second"):
            self.say("do", held, "next")
            self.look(f"{talk} presentation", held)
        self.say("do", held, "next")
        self.say("rules", "--drop", "2")
        self.say("rules", "--reword", f"2={word('ruleafter')} rule")
        self.look("question", held)
        for show in ("rules", "charter", "plain"):
            self.say("do", held, "room", show)
            self.look(show, held)
        self._decide()
        self.say("do", held, "next")
        self.say("do", held, "room", "captures")
        self.look("captures", held)
        self.say("do", held, "care")
        self.look("care", held)
        self.say("do", held, "resume")
        self.say("do", held, "hand-over", name("second"))
        self.capture(f"n {word('notesecond')}")
        keep_drafts(Home(self.home), held, [Draft(f"l {word('draft')} half a")])

    def _decide(self) -> None:
        """One decision that is made, with marks by name and by count; one that is open when it is looked at."""
        held = self.held
        self.say("do", held, "decide", "lights", word("decide"))
        for key in ("suggestwon", "suggestlost"):
            self.say("do", held, "suggest", word(key))
        self.say("do", held, "light", "1", "green", name("keeper"))
        self.say("do", held, "count", "2", "1", "3")
        self.look("deciding", held)
        self.say("do", held, "settle", "1")
        self.say("do", held, "decide", "what-else", word("decideopen"))
        self.say("do", held, "suggest", word("suggestopen"), f"@{name('feeder')}")
        self.look("asking what else", held)

    def _write(self) -> None:
        by = {"action": f" @{name('owner')} ^next", "quote": f" @{name('quoted')}", "feedback": f" @{name('feeder')}"}
        for one in told():
            self.capture(f"{KINDS[one.kind]} {word(one.key)}{by.get(one.kind, '')}{AUDIENCES[one.audience]}")
        for key, named in (("feeder", False), ("feedernamed", True)):
            self._feedback(f"{word('said' + key)} of theirs", name(key), named=named)
        self.capture(f"n {word('notefirst')}")
        self.capture(f"l {word('struck')} Mrs Example")
        self.capture(f"l {word('dropped')}")
        ids = self.ids(self.held)
        for one in told():
            for act, wanted in (("agree", one.agreed), ("release", one.released)):
                if wanted:
                    self.say("do", self.held, act, ids[word(one.key)])
        self.say("strike", self.held, ids[word("struck")])
        self.say("do", self.held, "drop", ids[word("dropped")])

    def _feedback(self, text: str, by: str, *, named: bool) -> None:
        """As the board takes it down: whose it is, and whether they want their name beside it."""
        where = Home(self.home)
        (community,) = communities(where)
        person = next(one.person for one in community.active if one.name == by)
        desk = Desk(where, community.id, self.held, self.clock)
        assert not desk.act(WriteCapture(Words(kind="feedback", text=text, by=person, named=named))).refused
        desk.settle()

    def _close(self) -> None:
        """The session ends, the next time is agreed and planned."""
        when, who = ("--starts", "2027-02-09 14:00"), ("--arranger", name("arranger"), "--presenter", name("ready"))
        self.say("next", *when, "--place", word("placenext"), "--subject", word("subject"), *who)
        self.look("agreed", self.held)
        self.say("do", self.held, "end")
        self.look("closed", self.held)
        self.presenting = name("ready")
        self.say("reflect", self.held, f"{word('reflection')} I was too quick")
        self.coming = self.say("plan", "--template", "ordinary", "--title", f"{word('titleahead')} Third")
