"""An ordinary session of twelve, written down once: every step with its time, its keys and its command.

The board takes the keys, `lcterm` the words; both answer with the same sentence. All times are those on the wall in
Berlin. The people and what they say are made up.
"""

from typing import NamedTuple

MEMBERS = """\
Name;Area
Amina;North
Ben;North
Chidi;Harbour
Dorota;Harbour
Farida;Old town
Grace;Office
Jonas;Old town
Leila;North
Marek;Harbour
Sam K.;Office
Sam O.;North
Tracy;Old town
"""

AGENDA = """\
Hello everyone, this is how we go on Tuesday:

14:00  Introductions
14:07  Philosophy, rules
14:12  Since last time
14:24  Presentation 1 - Amina
14:54  Discussion 1
       Hold the pause after her question.
15:29  Capture, report 1
15:34  Break
15:44  Presentation 2 - Tracy
16:14  Discussion 2
16:49  Capture, report 2
16:54  How was it for you
16:59  Next date, roles
17:04  Close
"""


class Step(NamedTuple):
    """At this time these keys, or these words to `lcterm`, and what is answered. Without keys it is done at another
    terminal even while the board is open, which then shows what is `seen`. `keys` are parted by blanks; `text` is typed
    into the line and kept."""

    at: str
    keys: str
    words: tuple[str, ...]
    says: str
    text: str = ""
    refused: bool = False
    seen: str = ""


def act(at: str, keys: str, words: str, says: str) -> Step:
    return Step(at, keys, ("do", *words.split()), says)


def refused(at: str, keys: str, words: str, says: str) -> Step:
    return Step(at, keys, ("do", *words.split()), says, refused=True)


def note(at: str, line: str, kind: str) -> Step:
    return Step(at, "c", ("capture", line), f"Written down: {kind}.", text=line)


def elsewhere(at: str, *words: str, says: str, seen: str) -> Step:
    return Step(at, "", words, says, seen=seen)


ARRIVING = (
    act("14:04", "x m", "leave Marek", "Marek is away."),
    act("14:06", "t", "start", "The session has begun with Introductions."),
    act("14:06", "z 3 enter", "late 3", "Introductions began 3 min ago."),
    act("14:06:05", "m s a", "starter Amina", "Amina begins the round, in seat order."),
    act("14:06:10", "space", "give", "Amina has the floor."),
    act("14:06:40", "space", "give", "Ben has the floor."),
    act("14:06:50", "p", "pass", "Ben passes. Chidi has the floor."),
    act("14:07:20", "space", "give", "Dorota has the floor."),
    act("14:07:50", "space", "give", "Farida has the floor."),
    act("14:08:20", "space", "give", "Jonas has the floor."),
    act("14:08:50", "space", "give", "Leila has the floor."),
    act("14:09:20", "space", "give", "Sam K. has the floor."),
    act("14:09:50", "space", "give", "Sam O. has the floor."),
    act("14:10:20", "space", "give", "Tracy has the floor."),
    act("14:10:50", "space", "give", "Ben has the floor."),
    act("14:11:10", "f", "done", "Ben has finished; the floor is free."),
    refused("14:11:15", "space", "give", "Everyone has had their turn in this round; the next point can begin."),
    act("14:11:20", "n", "next", "Introductions is done; now Philosophy, rules."),
)
"""Six minutes late, Grace facilitates, Marek is stuck in traffic; Ben passes and is asked again at the end."""

RULES = (
    act("14:12", "s g", "spoke grace", "Grace spoke, 20 seconds noted."),
    act("14:13", "s c", "spoke Chidi", "Chidi spoke, 20 seconds noted."),
    act("14:14", "a m", "arrive marek", "Marek is here."),
    note("14:14:30", "d Phones stay in the basket by the door", "decision"),
)
"""The rules once more; Marek comes in. The point is held too long."""

OVER_TIME = "14:17:50"
"""When everyone can see that the rules have taken 90 seconds more than they were to."""

LAST_TIME = (
    act("14:18", ">", "extend 5", "5 minutes more for Philosophy, rules."),
    act("14:18:05", "<", "extend -5", "5 minutes less for Philosophy, rules."),
    act("14:18:10", "+", "extend 1", "1 minute more for Philosophy, rules."),
    act("14:18:15", "-", "extend -1", "1 minute less for Philosophy, rules."),
    act("14:18:20", "+", "extend 1", "1 minute more for Philosophy, rules."),
    act("14:18:30", "n", "next", "Philosophy, rules is done; now Since last time."),
    act("14:18:50", "m d", "backwards off", "Farida begins the round, in seat order."),
    act("14:18:55", "m s a", "starter amina", "Amina begins the round, in seat order."),
    act("14:19", "g a", "give amina", "Amina has the floor."),
    act("14:20", "space", "give", "Ben has the floor."),
    act("14:21", "p", "pass", "Ben passes. Chidi has the floor."),
    note("14:22", "r Two more flats were let in November", "report"),
    act("14:23", "t", "pause", "All clocks stand still."),
    act("14:28", "t", "resume", "The clocks go on."),
    note("14:30", "s The flat on Kettle Street: three visits and one phone call", "story"),
    act("14:31", "n", "next", "Since last time is done; now Presentation 1."),
)
"""Minutes given and taken; five minutes lost to a fire drill, for which all clocks stand still."""

PRESENTATION = (
    act("14:40", "s j", "spoke Jonas", "Jonas spoke."),
    note("14:52", "l Say early and plainly what we cannot promise >room", "learning"),
    act("14:55", "u", "undo", "Taken back: learning."),
    act("14:55:10", "r", "redo", "Done again: learning."),
    act("14:58", "n", "next", "Presentation 1 is done; now Discussion 1."),
)
"""Amina presents; Jonas asks something in between, which is heard and not counted."""

DISCUSSION = (
    act("14:58:30", "h 2 d", "hand Dorota question", "Dorota has a hand up, a question."),
    act("14:58:40", "h b", "hand Ben", "Ben has a hand up."),
    act("14:58:50", "h 1 f", "hand farida process", "Farida has a hand up, a process matter."),
    act("14:59", "h 3 s k", "hand Sam K. reply", "Sam K. has a hand up, a reply."),
    act("14:59:10", "space", "give", "Dorota has the floor."),
    act("15:00:10", "space", "give", "Ben has the floor."),
    act("15:00:40", "w f", "withdraw Farida", "Farida has no hand up any more."),
    act("15:00:50", "u", "undo", "Taken back: Farida has no hand up any more."),
    act("15:01", "r", "redo", "Done again: Farida has no hand up any more."),
    act("15:01:10", "space", "give", "Sam K. has the floor."),
    act("15:01:40", "g a", "give Amina", "Amina has the floor."),
    act("15:03:10", "f", "done", "Amina has finished; the floor is free."),
    refused("15:03:20", "space", "give", "The floor is free and no hand is up."),
    act("15:03:30", "m c", "close-queue", "The list is closed: no new hands."),
    refused("15:03:40", "h t", "hand Tracy", "The list is closed; open it to take more hands."),
    act("15:03:50", "m c", "open-queue", "The list is open again."),
    act("15:04", "k l", "listen Leila", "Leila keeps to listening today; no mark for it."),
    act("15:04:10", "h t", "hand Tracy", "Tracy has a hand up."),
    act("15:04:20", "space", "give", "Tracy has the floor."),
    act("15:08:20", "h j", "hand Jonas", "Jonas has a hand up."),
    act("15:09:20", "space", "give", "Jonas has the floor."),
    act("15:09:50", "m o", "mode open", "The floor is now: open."),
    act("15:10:50", "f", "done", "Jonas has finished; the floor is free."),
    act("15:11", "m q", "mode queue", "The floor is now: queue."),
    note("15:11:30", "a Ask the council for the list of empty homes @tracy @ben ^fri >sponsor", "action"),
    elsewhere(
        *("15:12", "capture", "q Who tells the tenant when the date slips?"),
        says="Written down: question.",
        seen="q question  Who tells the tenant",
    ),
    note("15:13", "n Jonas looked ready twice; a word with him at the break", "note"),
    act("15:13:20", "h c", "hand Chidi", "Chidi has a hand up."),
    act("15:13:25", "space", "give", "Chidi has the floor."),
    act("15:13:30", "h m", "hand Marek", "Marek has a hand up."),
)
"""The queue in plain order, hands of all kinds, the list closed and opened, an open floor in between."""

POWER_CUT = "15:14:30"
"""The laptop dies with Chidi speaking and Marek waiting."""

GOING_ON = (
    act("15:14:40", "u", "undo", "Taken back: Marek has a hand up."),
    act("15:14:50", "r", "redo", "Done again: Marek has a hand up."),
)
"""What was done before the lamps went out can still be taken back."""

UNDER_THE_VEIL = (
    act("15:15:10", "h s o", "hand Sam O.", "Sam O. has a hand up."),
    note("15:16", "p Arrears at handover: needs the figures first", "parked"),
    act("15:17", "h 2 b", "hand ben question", "Ben has a hand up, a question."),
)
"""The laptop is mirrored for a while, and the work goes on."""

TO_THE_BREAK = (
    act("15:20", "space", "give", "Marek has the floor."),
    act("15:22", "space", "give", "Sam O. has the floor."),
    act(
        *("15:24", "n", "next"),
        "Discussion 1 is done; now Capture, report 1. Still had a hand up: Ben.",
    ),
    note("15:25", "a Bring two letters that worked @farida ^next", "action"),
    act("15:26", "n", "next", "Capture, report 1 is done; now Break."),
    act("15:26:30", "b", "previous", "Back at Capture, report 1; its clock goes on."),
    note("15:27", "o The first family moves in before Easter >grace", "outcome"),
    act("15:28", "n", "next", "Capture, report 1 is done; now Break."),
    refused("15:28:10", "h b", "hand Ben", "Nobody is counted at Break; another mode takes hands."),
)
"""One thing is remembered after all, so the break begins twice."""

SECOND_HALF = (
    act("15:40", "j 8", "jump 8", "Break is done; now Presentation 2."),
    elsewhere("15:41", "do", "skip", "12", says="Next date, roles is left out.", seen="– 12 Next date, roles"),
    act("16:08", "n", "next", "Presentation 2 is done; now Discussion 2."),
    act("16:08:30", "h f", "hand Farida", "Farida has a hand up."),
    act("16:09:10", "space", "give", "Farida has the floor."),
    refused("16:14:10", "space", "give", "No hand is up."),
    act("16:14:20", "f", "done", "Farida has finished; the floor is free."),
    act("16:15", "x l", "leave Leila", "Leila is away."),
    act("16:15:30", "g j", "give Jonas", "Jonas has the floor."),
    act("16:20:30", "f", "done", "Jonas has finished; the floor is free."),
    act("16:30", "j 1 1", "jump 11", "Discussion 2 is done; now How was it for you."),
    act("16:31", "b", "previous", "Back at Capture, report 2; its clock goes on."),
    note("16:32", "f More time for the second round", "feedback"),
    act("16:34", "n", "next", "Capture, report 2 is done; now How was it for you."),
    act("16:34:20", "p", "pass", "Amina passes."),
    act("16:34:30", "space", "give", "Ben has the floor."),
    note("16:36", "u “For once nobody looked at the clock” @ben", "quote"),
    act("16:38", "n", "next", "How was it for you is done; now Close."),
    act("16:45", "n", "next", "The session is closed."),
    refused("16:45:10", "n", "next", "The session is closed; undo opens it again."),
)
"""Jumped too far and gone back; the dates are skipped; Leila has to leave early. *Next* at the last point ends it."""

BEFORE_THE_CUT: tuple[tuple[Step, ...], ...] = (ARRIVING, RULES, LAST_TIME, PRESENTATION, DISCUSSION)
AFTER_THE_CUT: tuple[tuple[Step, ...], ...] = (GOING_ON, UNDER_THE_VEIL, TO_THE_BREAK, SECOND_HALF)
