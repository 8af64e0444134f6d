"""What must be left of the ordinary session, reckoned and read by hand."""

from tests.playing import iso

AGENDA_AS_HELD = [
    ("Introductions", "done", iso("14:03"), iso("14:11:20"), 500),
    ("Philosophy, rules", "done", iso("14:11:20"), iso("14:18:30"), 430),
    ("Since last time", "done", iso("14:18:30"), iso("14:31"), 750 - 300),
    ("Presentation 1", "done", iso("14:31"), iso("14:58"), 27 * 60),
    ("Discussion 1", "done", iso("14:58"), iso("15:24"), 26 * 60),
    ("Capture, report 1", "done", iso("15:24"), iso("15:28"), 120 + 90),
    ("Break", "done", iso("15:26"), iso("15:40"), 30 + 720),
    ("Presentation 2", "done", iso("15:40"), iso("16:08"), 28 * 60),
    ("Discussion 2", "done", iso("16:08"), iso("16:30"), 22 * 60),
    ("Capture, report 2", "done", iso("16:31"), iso("16:34"), 180),
    ("How was it for you", "done", iso("16:30"), iso("16:38"), 60 + 240),
    ("Next date, roles", "skipped", None, None, None),
    ("Close", "done", iso("16:38"), iso("16:45"), 420),
]
"""Reckoned by hand: the fire drill does not count, and what was gone back to has two stretches."""

SPEAKING = {
    "Amina": (0, 0, 2, "quiet"),
    "Ben": (1, 60, 2, "quiet"),
    "Chidi": (2, 20 + 395, 2, "balanced"),
    "Dorota": (1, 60, 1, "quiet"),
    "Farida": (1, 310, 1, "balanced"),
    "Grace": (1, 20, 0, "uncounted"),
    "Jonas": (2, 90 + 300, 1, "balanced"),
    "Leila": (0, 0, 1, "not heard"),
    "Marek": (1, 120, 0, "balanced"),
    "Sam K.": (1, 30, 1, "quiet"),
    "Sam O.": (1, 120, 1, "balanced"),
    "Tracy": (1, 300, 1, "balanced"),
}
"""Turns, seconds, turns in rounds, mark. Amina's answers to her own presentation are heard and not counted."""

CAPTURES = [
    ("decision", iso("14:14:30"), "Philosophy, rules"),
    ("report", iso("14:22"), "Since last time"),
    ("story", iso("14:30"), "Since last time"),
    ("learning", iso("14:52"), "Presentation 1"),
    ("action", iso("15:11:30"), "Discussion 1"),
    ("question", iso("15:12"), "Discussion 1"),
    ("note", iso("15:13"), "Discussion 1"),
    ("parked", iso("15:16"), "Discussion 1"),
    ("action", iso("15:25"), "Capture, report 1"),
    ("outcome", iso("15:27"), "Capture, report 1"),
    ("feedback", iso("16:32"), "Capture, report 2"),
    ("quote", iso("16:36"), "How was it for you"),
]
"""When they were written, and at which point."""

FOR_THE_GROUP = """\
# Housing peers: session 7

Tue 1 Dec 2026, 14:03 to 16:45, planned 14:00 to 17:04 (Europe/Berlin).

## Who was here

- Amina, Ben, Chidi, Dorota, Farida, Jonas, Leila, Marek, Sam K., Sam O., Tracy (11)
- Facilitator: Grace

## Decisions

- Phones stay in the basket by the door

## Actions

- Ask the council for the list of empty homes (Tracy, Ben; due Fri 4 Dec; for the sponsor once we release it)
- Bring two letters that worked (Farida; due next time)

## To report

- Two more flats were let in November

## Questions

- Who tells the tenant when the date slips?

## Parked for later

- Arrears at handover: needs the figures first

## Stories

- The flat on Kettle Street: three visits and one phone call

## Outcomes

- The first family moves in before Easter (for Grace once we release it)

## Feedback

- More time for the second round

## For next time

- Farida: Bring two letters that worked

## Agenda

1. Introductions: 8 minutes, planned 7
2. Philosophy, rules: 7 minutes, planned 5
3. Since last time: 8 minutes, planned 12
4. Presentation 1 (Amina): 27 minutes, planned 30
5. Discussion 1: 26 minutes, planned 35
6. Capture, report 1: 4 minutes, planned 5
7. Break: 12 minutes, planned 10
8. Presentation 2 (Tracy): 28 minutes, planned 30
9. Discussion 2: 22 minutes, planned 35
10. Capture, report 2: 3 minutes, planned 5
11. How was it for you: 5 minutes, planned 5
12. Next date, roles: skipped
13. Close: 7 minutes"""
"""Nothing that stays in the room, no quote nobody has agreed to, no note, and nobody's share of the talk."""

FOR_US_ALONE = """\
## Stays in the room

- Learning: Say early and plainly what we cannot promise

## Quotes, held back until the people agree

- “For once nobody looked at the clock” (Ben)

## Notes, for us alone

- Jonas looked ready twice; a word with him at the break (15:13, Discussion 1)

## Voices, for us alone

- Turns and minutes in queue and open talk; rounds and presentations are kept apart. \
Something to talk about, nothing to judge by.
- Amina: 0 % of the talk, even would be 6 %; 2 turns in rounds; quiet
- Ben: 1 turn, 1 minute; 3 % of the talk, even would be 10 %; 2 turns in rounds; quiet
- Chidi: 2 turns, 6.9 minutes; 23 % of the talk, even would be 10 %; 2 turns in rounds
- Dorota: 1 turn, 1 minute; 3 % of the talk, even would be 10 %; 1 turn in rounds; quiet
- Farida: 1 turn, 5.2 minutes; 17 % of the talk, even would be 10 %; 1 turn in rounds
- Grace: 1 turn, 0.3 minutes; facilitator, outside the comparison
- Jonas: 2 turns, 6.5 minutes; 22 % of the talk, even would be 10 %; 1 turn in rounds
- Leila: 1 turn in rounds; kept to listening
- Marek: 1 turn, 2 minutes; 7 % of the talk, even would be 10 %
- Sam K.: 1 turn, 0.5 minutes; 2 % of the talk, even would be 10 %; 1 turn in rounds; quiet
- Sam O.: 1 turn, 2 minutes; 7 % of the talk, even would be 10 %; 1 turn in rounds
- Tracy: 1 turn, 5 minutes; 17 % of the talk, even would be 7 %; 1 turn in rounds
- Evenness 0.84: most had a good part of the talk, some less (1 is everybody alike, 0 one voice alone)"""
