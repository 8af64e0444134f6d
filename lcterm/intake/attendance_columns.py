"""Which column of a meeting program's report holds what, by its heading.

Headings as they were seen: Zoom `Name (Original Name)`, `User Email`, `Join Time`, `Leave Time`, `Duration (Minutes)`,
`Guest`, `In Waiting Room`; its list without repeats `Total Duration (Minutes)`; its webinars `Attended`, `User Name
(Original Name)`, `Time in Session (minutes)`. Teams `Full Name`, `User Action`, `Timestamp` (2020); `Full Name`, `Join
Time`, `Leave Time`, `Duration` (2021); `Name`, `First Join`, `Last Leave`, `In-Meeting Duration` (since 2022). Headings
in other languages are known by the words for a name, and by the times that stand below them.
"""

from collections.abc import Sequence
from typing import NamedTuple

from lcterm.intake.member_headings import columns, heading_key, phrases

_NAME = phrases("name original name, user name original name, username original name, attendee name, participant name")
_JOIN = phrases("""
    join time, first join, first join time, joined, joined at, join, time joined, entry time, beitrittszeit, beitritt,
    erster beitritt, erste teilnahme, heure d arrivee, premiere connexion, heure de connexion, hora de entrada,
    hora para unirse, primera union, hora de ingresso, primeiro ingresso, ora di accesso, deelnametijd
""")
_LEAVE = phrases("""
    leave time, last leave, last leave time, left, left at, leave, time exited, time left, exit time, verlassen um,
    letztes verlassen, zeit des verlassens, austrittszeit, heure de depart, derniere deconnexion, hora de salida,
    ultima salida, hora de saida, ultima saida, ora di uscita, vertrektijd
""")
_LENGTH = phrases("""
    duration minutes, total duration minutes, duration, in meeting duration, time in session minutes, total duration,
    duration seconds, attendance duration, time in meeting, dauer minuten, gesamtdauer minuten, dauer,
    dauer der teilnahme, duree minutes, duree, duracion minutos, duracion, duracao minutos, duracao, durata minuti,
    durata
""")
_ACTION = phrases("user action, action, benutzeraktion, aktion, action de l utilisateur, accion del usuario")
_STAMP = phrases("timestamp, time stamp, zeitstempel, horodateur, marca de tiempo")
_ADDRESS = phrases("user email, email, e mail, email address, e mail adresse, adresse e mail, correo electronico, mail")
_ATTENDED = phrases(
    "attended",
)
_WAITING = phrases(
    "in waiting room",
)
_OF_THE_MEETING = frozenset(phrases("topic, meeting id, webinar id, meeting title, thema, host"))
_MOST = 300


class Places(NamedTuple):
    """Where in a row things stand (indexes), None for what is not there. `utc`: the times are UTC by their heading;
    `in_seconds`: a bare number of the length is."""

    name: tuple[int, ...]
    join: int | None = None
    leave: int | None = None
    length: int | None = None
    action: int | None = None
    stamp: int | None = None
    address: int | None = None
    attended: int | None = None
    waiting: int | None = None
    utc: bool = False
    in_seconds: bool = False

    @property
    def known(self) -> int:
        """How many things were found."""
        return sum(place is not None for place in self[1:9]) + bool(self.name)


def places(cells: Sequence[str]) -> Places | None:
    """What the cells mean if they are the headings of a list of people and their times; otherwise None."""
    if not 1 < len(cells) <= _MOST or any(cell[:1].isdecimal() for cell in cells):
        return None  # a heading begins with no number; rows with times do
    heads = [heading_key(cell) for cell in cells]
    plain = [head.removesuffix(" utc") for head in heads]

    def find(wanted: Sequence[str]) -> int | None:
        return next((plain.index(one) for one in wanted if one in plain), None)

    join, leave, length = find(_JOIN), find(_LEAVE), find(_LENGTH)
    action, stamp = find(_ACTION), find(_STAMP)
    times = join is not None or (action is not None and stamp is not None)
    if not times and (length is None or _OF_THE_MEETING & set(heads)):
        return None
    whole = find(_NAME)
    found = columns(cells) if whole is None else None
    name = (whole,) if whole is not None else found.name if found is not None else ()
    if not name:
        return None
    timed = [place for place in (join, leave, stamp) if place is not None]
    return Places(
        name=name,
        join=join,
        leave=leave,
        length=length,
        action=action,
        stamp=stamp,
        address=find(_ADDRESS),
        attended=find(_ATTENDED),
        waiting=find(_WAITING),
        utc=any(heads[place].endswith(" utc") for place in timed),
        in_seconds=length is not None and "seconds" in heads[length],
    )
