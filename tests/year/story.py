"""A year of one community, written down by hand: who came when, who presented, what was said and what became of it.

Everything here is a fact that somebody could have noted in a diary; no figure is worked out. The people, and what they
say, are made up. Times are those on the wall in Berlin.
"""

from typing import NamedTuple

NAME = "Housing peers"
PURPOSE = "Talking honestly about what we judge and doubt when we find homes for people"
ZONE = "Europe/Berlin"
PLACE = "Library, room 2"

MEMBERS = """\
Name;Area
Amina;North
Ben;North
Chidi;Harbour
Dorota;Harbour
Farida;Old town
Grace;Office
Jonas;Old town
Marek;Harbour
Tracy;Old town
Zoë Lund;North
"""
FACILITATOR = "Grace"
BEFORE, AFTER = "Zoë Lund", "Zoë Ørsted"
"""One member, before and after her wedding in July."""
GONE = "Marek"
"""Who leaves in August, and still owes something."""
NEW = "Sam"
"""Who joins in September."""


class Talk(NamedTuple):
    """Somebody had the floor in a discussion, for so many seconds."""

    who: str
    seconds: int


class Line(NamedTuple):
    """Something written down; `released`: the group heard it and lets it go to the sponsor."""

    text: str
    released: bool = False


class Held(NamedTuple):
    """A session. `away`: who stayed away all along; `late`: who came for the discussion only. `rules`, `charter`: the
    arguments of these commands, at the point for it. `became`: what was said of older actions, by words that only they
    have. `talks`: one list a discussion. `next_presenters`: who was named at the end for the time after.
    `deciding`: the acts of a vote while the group designs itself."""

    day: str
    template: str
    minutes: int
    presenters: tuple[str, ...]
    away: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    charter: tuple[str, ...] = ()
    became: tuple[tuple[str, ...], ...] = ()
    talks: tuple[tuple[Talk, ...], ...] = ()
    lines: tuple[Line, ...] = ()
    feedback: tuple[str, ...] = ()
    next_presenters: tuple[str, ...] = ()
    deciding: tuple[tuple[str, ...], ...] = ()


SETTING_UP = (
    *("--state", "fitting=settled", "--note", "fitting=Peers who decide alone all day; nobody to learn it from"),
    *("--state", "permission=settled", "--who", "permission=Ingrid", "--when", "permission=12 January"),
    *("--state", "champion=settled", "--who", "champion=Ingrid"),
    *("--state", "voluntary=settled", "--note", "voluntary=Nobody is sent"),
    *("--state", "reporting=under way", "--note", "reporting=Only what the group releases"),
    *("--state", "room=settled", "--note", f"room={PLACE}, a horseshoe of chairs"),
    *("--state", "first=settled", "--who", "first=Amina"),
    *("--state", "technology=not needed"),
)
SETTLED_THEN = 7
"""How many items were settled or not needed before the design session."""

DESIGN = Held(
    *("2027-01-26", "design", 175, ("Amina",)),
    away=("Jonas",),
    rules=(
        *("--add", "What is said here stays here"),
        *("--add", "One voice at a time"),
        *("--add", "We back each other"),
        *("--keeper", "Tracy"),
    ),
    charter=(
        *("--answer", "belonging=Those who place people themselves, up to twelve"),
        *("--answer", "meeting=Every five weeks, Tuesdays at two, in the library"),
        *("--choose", "order=chaired"),
        *("--choose", "presentations=one"),
        *("--answer", "arranging=Tracy for half a year, then somebody else"),
        *("--choose", "notes=members"),
        *("--choose", "keeping=three-years"),
        *("--answer", "reporting=Only what we release at the end of a session"),
    ),
    talks=((Talk("Ben", 240), Talk("Chidi", 180), Talk("Amina", 120), Talk("Ben", 60)),),
    lines=(
        Line("a Book the library for the spring @tracy ^next"),
        Line("a Write the rules on a poster @ben ^12 Feb"),
        Line("l A doubt that is told early costs nothing"),
        Line("r We have begun, ten of us, and we meet every five weeks >sponsor", released=True),
    ),
    feedback=("Easier than I thought", "The chairs were too close to the door"),
    next_presenters=("Ben",),
)

ORDINARY = (
    Held(
        *("2027-03-02", "ordinary-one", 100, ("Ben",)),
        away=("Farida",),
        became=(("--done", "Book the library"), ("--done", "rules on a poster")),
        talks=((Talk("Dorota", 200), Talk("Jonas", 100), Talk("Dorota", 40), Talk("Tracy", 60)),),
        lines=(
            Line("a Ask the council for the list of empty homes @chidi ^12 Mar"),
            Line("l Ask what they want to keep before asking what they need"),
            Line("q What is enough, when nothing will be enough?"),
        ),
        feedback=("More time for the second half",),
        next_presenters=("Chidi",),
    ),
    Held(
        *("2027-04-06", "ordinary-one", 100, ("Chidi",)),
        away=("Jonas", "Tracy"),
        late=("Marek",),
        became=(("--going", "list of empty homes"),),
        talks=((Talk("Ben", 300), Talk("Farida", 90), Talk("Ben", 120)),),
        lines=(
            Line("a Bring two letters that worked @farida @jonas ^next"),
            Line("a Ring the bank about deposits @dorota"),
            Line("s The flat on Kettle Street: three visits and one telephone call"),
            Line("r Two families moved in before Easter >sponsor", released=True),
        ),
        feedback=("It helped to hear the doubts",),
        next_presenters=("Dorota",),
    ),
    Held(
        *("2027-05-11", "ordinary-one", 100, ("Dorota",)),
        became=(("--done", "list of empty homes"), ("--done", "two letters")),
        talks=((Talk("Amina", 180), Talk("Marek", 60)),),
        lines=(
            Line("a Walk round the yard with the caretaker @marek ^next"),
            Line("l Say early and plainly what we cannot promise"),
        ),
        feedback=("Good pace",),
        next_presenters=("Farida",),
    ),
    Held(
        *("2027-06-08", "ordinary-one", 100, ("Farida",)),
        away=("Ben", "Chidi"),
        became=(("--drop", "Ring the bank"), ("--going", "Walk round the yard")),
        talks=((Talk("Tracy", 150), Talk(BEFORE, 150), Talk("Amina", 60)),),
        lines=(
            Line("a Draft the letter of welcome @zoë ^next"),
            Line("o The caretaker now rings us first"),
            Line("r What the caretaker told us about the lift >sponsor"),
            Line("p Arrears at handover: needs the figures first"),
        ),
        next_presenters=("Jonas",),
    ),
    Held(
        *("2027-07-06", "ordinary-one", 100, ("Jonas",)),
        away=("Marek",),
        rules=("--reword", "2=One voice at a time, and a breath before the next", "--add", "Telephones in the basket"),
        charter=("--choose", "voices=yes", "--choose", "actions=yes"),
        became=(("--done", "letter of welcome"),),
        talks=((Talk("Ben", 240), Talk("Chidi", 60), Talk("Tracy", 120)),),
        lines=(
            Line("a Collect three stories of moves that went well @tracy ^31 Aug"),
            Line("d We look at who was heard over sessions, to learn from it"),
        ),
        feedback=("I was glad of the pause", "Too warm"),
        next_presenters=("Marek",),
    ),
    Held(
        *("2027-08-10", "ordinary-one", 100, ("Marek",)),
        away=("Farida", "Dorota"),
        charter=("--choose", "presentations=two"),
        became=(("--date", "Walk round the yard", "14 Sep"),),
        talks=((Talk("Jonas", 90), Talk(AFTER, 210)),),
        lines=(Line("l Zoë asks the best questions when she waits"), Line("l The keys are never where the list says")),
        feedback=("We miss those who are away",),
        next_presenters=("Tracy", AFTER),
    ),
    Held(
        *("2027-09-14", "ordinary", 180, ("Tracy", AFTER)),
        away=("Jonas",),
        charter=("--choose", "owners=yes"),
        talks=(
            (Talk("Amina", 120), Talk(NEW, 60), Talk("Ben", 180)),
            (Talk("Chidi", 240), Talk("Amina", 60)),
        ),
        lines=(
            Line("a Try the pairs at our own team meeting @chidi ^next"),
            Line("a Send round the list of interpreters @sam ^1 Oct"),
            Line("d Two presentations from now on"),
            Line("u We stopped pretending to know @zoë"),
        ),
        feedback=("Two is a lot",),
        next_presenters=("Amina", NEW),
    ),
    Held(
        *("2027-10-12", "ordinary", 180, ("Amina", NEW)),
        away=("Farida", "Jonas"),
        late=("Ben",),
        charter=("--choose", "presentations=one"),
        became=(("--done", "three stories"), ("--done", "list of interpreters")),
        talks=((Talk("Tracy", 180), Talk("Dorota", 60)), (Talk("Ben", 120),)),
        lines=(
            Line("a Ask Zoë Lund for her drawing of the hallway @tracy"),
            Line("l A date that slips is told on the day it slips"),
        ),
        feedback=("Long day",),
        next_presenters=("Ben",),
    ),
    Held(
        *("2027-11-09", "ordinary-one", 100, ("Ben",)),
        away=("Farida", "Jonas", "Chidi"),
        rules=("--drop", "3", "--add", "Nobody has to know the answer"),
        became=(("--drop", "Try the pairs"),),
        talks=((Talk("Amina", 300), Talk("Dorota", 60), Talk("Amina", 120)),),
        lines=(Line("a Write to those who stay away @amina ^next"), Line("q Who is this group for now?")),
        feedback=("Few of us", "A bit flat"),
    ),
    Held(
        *("2027-11-30", "ordinary-one", 100, ()),
        away=("Farida", "Jonas", "Chidi", "Sam"),
        became=(("--going", "Write to those who stay away"),),
        talks=((Talk("Dorota", 60), Talk("Tracy", 60)),),
        lines=(Line("d We design this group anew before the year ends"),),
        feedback=("Time to think about how we go on",),
        next_presenters=("Tracy",),
    ),
)

REFRESH = Held(
    *("2027-12-14", "design", 175, ("Tracy",)),
    away=("Jonas",),
    rules=("--add", "We ask after those who are not here"),
    charter=("--answer", "meeting=Every six weeks, mornings, in turn at each other's place"),
    talks=((Talk("Farida", 180), Talk("Chidi", 120), Talk(NEW, 60)), (Talk("Farida", 60), Talk("Ben", 60))),
    lines=(Line("a Find places for the spring @farida ^next"), Line("l People come back when they are asked")),
    feedback=("Glad I came", "More like the first day"),
    next_presenters=("Farida",),
    deciding=(
        ("decide", "lights", "Where", "do we meet from January on?"),
        ("suggest", "In turn at each other's place"),
        ("suggest", "Always at Zoë's, for the kitchen"),
        ("suggest", "In the library, as now", "@ben"),
        *(("light", "1", "green", name) for name in ("amina", "chidi", "farida", "tracy")),
        *(("light", "2", "green", name) for name in ("dorota", "ben")),
        *(("light", "2", "red", name) for name in ("zoë", "amina")),
        *(("light", "3", "green", name) for name in ("ben", "dorota")),
        ("settle", "1"),
    ),
)

YEAR = (DESIGN, *ORDINARY, REFRESH)
