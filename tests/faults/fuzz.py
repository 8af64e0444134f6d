"""Files that somebody else wrote, mangled over and over: no reader may fall over any of them.

Run from the checkout: python -m tests.faults.fuzz SECONDS [READER…]

A file that makes a reader fall over, or takes it longer than a second, is made as small as it can be and kept in
tests/faults/seeds/ as READER-….bin; the ordinary tests read all of these. Exit 1 when there is a new one.
"""

import copy
import hashlib
import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.faults.fuzz_targets import TARGETS, Target, try_one
from tests.hostile.nasty import OWN

SEEDS = Path(__file__).resolve().parent / "seeds"
SLOW_S = 1.0
"""For files of a few kilobytes, on any machine."""
LARGEST = 16 * 1024
VALUES: tuple[Any, ...] = (None, True, "", "p1", 0, -1, 1, 2**31, 2**53, 2**63, 10**30, 0.5, -0.0, 1e308, [], {}, [[]])
SIGNS = (
    *(text.encode("utf-8", "surrogatepass") for text in OWN),
    *(
        b"\n",
        b"\r\n",
        b"\t",
        b",",
        b";",
        b'"',
        b"'",
        b"|",
        b":",
        b"-->",
        b"<v ",
        b"[",
        b"]",
        b"{",
        b"}",
        b"@",
        b"^",
        b">",
    ),
    *(b"0", b"-1", b"1e999", b"99999999999999999999", b"9" * 5000, b"null", b"true", b"NaN", b"0.0000001", b"\\u0000"),
    *(b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\x00", b"\\ud800", b"\\"),
    *(
        b"24:00",
        b"23:59:60",
        b"31/02/2026",
        b"2026-13-45",
        b"12/31/9999 11:59:59 PM",
        b"0001-01-01",
        b"\xd9\xa3\xc2\xb2",
    ),
    *(b"[" * 3000, b'{"a":' * 3000, b"( " * 800, b"a" * 4000, b"- " * 500, "é".encode() * 900),
)


def mangled(chance: random.Random, good: tuple[bytes, ...]) -> bytes:
    """One of the good files after a few accidents."""
    chosen = chance.choice(good)
    if chosen.startswith(b"{") and chance.random() < 0.9:
        return mangled_json(chance, chosen)
    data = bytearray(chosen)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 5, 9))):
        place = chance.randrange(len(data) + 1)
        until = min(len(data), place + chance.choice((1, 1, 2, 8, 40, 300)))
        match chance.randrange(8):
            case 0:
                del data[place:until]
            case 1 | 2:
                data[place:place] = chance.choice(SIGNS)
            case 3:
                data[place:until] = chance.choice(SIGNS)
            case 4:
                data[place:place] = data[place:until] * chance.choice((1, 2, 30))
            case 5:
                data[place:until] = bytes(chance.randrange(256) for _ in range(until - place))
            case 6:
                other = chance.choice(good)
                data[place:until] = other[chance.randrange(len(other) + 1) :][:400]
            case _:
                data = data[:place] if chance.random() < 0.3 else data[place:] + data[:place]
    return bytes(data[:LARGEST])


def mangled_json(chance: random.Random, good: bytes) -> bytes:
    """A good file that is JSON still, with other values in it."""
    data = json.loads(good)
    places = list(_places(data))
    for _ in range(chance.choice((1, 1, 2, 3, 6, 20))):
        inside, key = chance.choice(places)
        if key not in (inside if isinstance(inside, dict) else range(len(inside))):
            continue
        other, there = chance.choice(places)
        known = there in (other if isinstance(other, dict) else range(len(other)))
        match chance.randrange(5):
            case 0:
                del inside[key]
            case 1 | 2 if known:  # what stands elsewhere, so that ids and kinds fit now and then
                inside[key] = copy.deepcopy(other[there])
            case 3:
                inside[key] = chance.choice(VALUES)
            case _ if isinstance(inside[key], int | float):
                inside[key] += chance.choice((-1, 1, -3_600_000, 3_600_000, 10**12))
            case _:
                inside[key] = chance.choice(OWN)
    return json.dumps(data, ensure_ascii=chance.random() < 0.5).encode("utf-8", "replace")


def _places(value: object) -> Iterator[tuple[Any, Any]]:
    """Every place in it that holds something, as what it is in and its key there."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield value, key
            yield from _places(inner)


def wrong_with(target: Target, data: bytes) -> str:
    """As `try_one`; a reader that takes too long is wrong as well."""
    began = time.process_time()  # its own: the machine may stand still in between
    wrong = try_one(target, data)
    took = time.process_time() - began
    return wrong or (f"it takes {took:.1f} s" if took > SLOW_S else "")


def smallest(target: Target, data: bytes, wrong: str) -> bytes:
    """As little of the file as still goes wrong in the same way."""
    kind = wrong.partition(":")[0][:12]
    step = len(data) // 2
    while step:
        place = 0
        while place < len(data):
            less = data[:place] + data[place + step :]
            if wrong_with(target, less)[: len(kind)] == kind:
                data = less
            else:
                place += step
        step //= 2
    return data


def seeds() -> Iterator[tuple[str, Path]]:
    """The files that were kept, each with the name of its reader."""
    for path in sorted(SEEDS.glob("*.bin")):
        yield path.name.partition("-")[0], path


def main(arguments: list[str]) -> int:
    seconds, names = float(arguments[0]), arguments[1:] or list(TARGETS)
    chance = random.Random()
    end, read, kept = time.monotonic() + seconds, dict.fromkeys(names, 0), 0
    seen: set[str] = set()
    while time.monotonic() < end:
        name = chance.choice(names)
        target = TARGETS[name]
        for _ in range(50):
            data = mangled(chance, target.good)
            read[name] += 1
            wrong = wrong_with(target, data)
            if not wrong or f"{name} {wrong[:40]}" in seen:
                continue
            seen.add(f"{name} {wrong[:40]}")
            data = smallest(target, data, wrong)
            path = SEEDS / f"{name}-{hashlib.sha256(data).hexdigest()[:8]}.bin"
            SEEDS.mkdir(exist_ok=True)
            path.write_bytes(data)
            kept += 1
            print(f"{path.name}: {wrong_with(target, data) or wrong}", flush=True)
    print("; ".join(f"{name} {count}" for name, count in read.items()))
    print(f"{sum(read.values())} files read, {kept} kept")
    return 1 if kept else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
