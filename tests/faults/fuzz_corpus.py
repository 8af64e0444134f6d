"""Good files of every kind that lcterm reads, small and made up: what is mangled begins here."""

import json
from base64 import b64decode
from pathlib import Path

from lcterm.store.packing import packed
from lcterm.store.segment import encode_fact, encode_tables, meta_table
from tests.documents.meetings import in_discussion
from tests.intake import transcripts
from tests.intake.transcripts import MEETING as SPOKEN
from tests.ordinary_session import AGENDA
from tests.ordinary_session import MEMBERS as LISTED

ROOT = Path(__file__).resolve().parents[2]
LOG = "2026-12-01-k3f9"


def _bytes(*texts: str) -> tuple[bytes, ...]:
    return tuple(text.encode() for text in texts)


CAPTURES = _bytes(
    "a Ask the council for the list @grace @ben ^fri >room",
    "l Say early what we cannot promise",
    "q Who keeps the key? ^12 Dec 2026 >sponsor",
    "u We were never asked @chidi >jonas",
    "d Meet at ten @@work ^next, then go on",
    "n 10:30 @nobody >nobody ^31/02 a^b c>d",
)
AGENDAS = _bytes(
    AGENDA,
    "10 min - Introductions [round]\n    Your name.\n30 min - Presentation - Ben [presenter]\nDiscussion (25 min)\n",
    "| Time | What | Who |\n|---|---|---|\n| 14:00 | Hello | Amina |\n| 14:10 | Talk | Ben |\n| 15:00 | End | |\n",
    "Time,Topic,Minutes\n14:00,Hello,10\n14:10,Talk,30\n",
)
MEMBERS = _bytes(
    LISTED, "Ana\nBen (he/him)\n- Chidi\n3. Dorota\n", 'First,Last,Email\nAna,"Becker, B.",ana@example.org\n'
)
MINUTES = _bytes(
    "# Minutes\n\nACTION: Grace to ask the council by Friday\nDECISION: Meet at ten\n\n## Action items\n\n"
    "- [ ] @ben bring the letters, 12 Dec\n- [x] Amina: done this\n\n## Next steps\n* Jonas/Marek: call\n",
    "RESOLVED: we go on\nAI(Grace): look it up\nDISCUSSION\n1. Decisions\n   a. The key stays with Ben\n",
)
ATTENDANCE = _bytes(
    "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room\n"
    "Ana,ana@example.org,12/01/2026 02:00:00 PM,12/01/2026 03:00:00 PM,60,No,No\n"
    "Ben,,12/01/2026 02:10:00 PM,12/01/2026 02:40:00 PM,30,Yes,No\n",
    "Meeting Summary\nTotal Number of Participants\t2\nFull Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n"
    "Ana\t01.12.2026, 14:00:00\t01.12.2026, 15:00:00\t1 Std.\tana@example.org\tOrganisator\n",
)
VTT = _bytes(transcripts.zoom(SPOKEN), transcripts.teams(SPOKEN))
SRT = tuple(one.replace(b"WEBVTT\r\n\r\n", b"").replace(b".", b",") for one in _bytes(transcripts.zoom(SPOKEN)))
OTTER = _bytes(transcripts.otter(SPOKEN))
STM = _bytes(transcripts.stm(SPOKEN))
RTTM = _bytes(
    "SPKR-INFO board 1 <NA> <NA> <NA> unknown Ana <NA> <NA>\n"
    "SPEAKER board 1 0.00 4.50 <NA> <NA> Ana <NA> <NA>\nSPEAKER board 1 4.25 0.10 <NA> <NA> Ben%20B <NA> <NA>\n"
)
TODO = _bytes(
    "x 2026-12-02 2026-12-01 Ask legal +bees @Ana_B due:2026-12-24 session:2026-12-01-k3f9 id:aaaa-1\n"
    "(A) 2026-12-01 Bring letters when:next-session state:going left:Ben id:aaaa-2\nwrite\\: a \\@line\n"
)

FACTS = in_discussion()._session.facts
STORED = [
    {"writer": fact.writer, "seq": fact.seq, **{key: one for key, one in encode_fact(fact).items() if key != "event"}}
    | {"actor": "seat", "event": json.loads(bytes(encode_fact(fact)["event"]))}
    for fact in FACTS
]
SEGMENTS = (
    encode_tables(
        {**meta_table("aaaa", LOG, 1), "events": {str(fact.seq): encode_fact(fact) for fact in FACTS}},
    ),
)
_FOUNDED = {"kind": "CommunityFounded", "name": "Bees", "slug": "bees"}
_FACT = {"writer": "aaaa", "seq": 1, "stamp": 1, "at": 1, "actor": "seat", "v": 1}
ARCHIVES = _bytes(
    json.dumps(
        {
            "lcterm": "archive",
            "format": 1,
            "version": "0",
            "made": "2026-12-01",
            "community": "h4",
            "name": "B",
            "facts": 1 + len(STORED),
            "logs": [{"log": "h4", "facts": [{**_FACT, "event": _FOUNDED}]}, {"log": LOG, "facts": STORED}],
        }
    )
)
SESSIONS = _bytes(
    json.dumps(
        {
            "lcterm": "session",
            "format": 1,
            "community": {"id": "h4", "name": "Bees"},
            "session": LOG,
            "people": [{"person": "grace", "name": "Grace"}, {"person": "ben", "name": None}],
            "facts": len(STORED),
            "log": STORED,
        }
    )
)
PASSPHRASE = "x"
SEALED_LIGHTLY = b"""-----BEGIN AGE ENCRYPTED FILE-----
YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBZU0JuY21GcGJpQnZaaUJ6
WVd4MExnIDEKaEZWNTR4Vmo1MEZ5VVdZZ3ZkbjFaU1ZtZUZnSUprTnR6VUpTRCsv
NjlDQQotLS0gVzE0dFFvWDNZV2dGRUNkbVJKSmc0M3pxdGVZQ041YmVaMWh3MG44
UWp4Ywp1c2VkIGJ1dCBvbmNlLi4uCmA/rOdycanlTym0moFZwAwXjURBTFRU0Wj3
oBHzAUo=
-----END AGE ENCRYPTED FILE-----
"""
"""What age makes with the least work there is: the passphrase is tried in no time."""
ENCRYPTED = (SEALED_LIGHTLY, b64decode(b"".join(SEALED_LIGHTLY.split(b"\n")[1:-2])))
SEALED = (packed({"log/aaaa.0001.json": SEGMENTS[0][:300], "summaries/x.md": b"# x\n"}),)
TEMPLATES = (
    (ROOT / "data" / "templates" / "circle.toml").read_bytes(),
    b'name = "x"\n[[point]]\ntitle = "a"\nminutes = 5\n',
)
CARDS = ((ROOT / "data" / "cards" / "flat.toml").read_bytes(),)
KEYS = _bytes('[keys]\nnext-point = "x"\nhand = ["h", "F2"]\n')
