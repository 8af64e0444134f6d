"""The few pages there are, in HTML. Nothing in them comes from a browser or from anybody's session."""

from html import escape
from pathlib import Path

from lcterm.serving.codes import ENDED, NOT_STARTED, OVER, REPLACED, UNFIT
from lcterm.serving.seats import Seat

HERE = Path(__file__).parent
OWN = {"style.css": "text/css", "terminal.css": "text/css", "page.js": "text/javascript"}
"""The files of our own that belong to pages; there is nothing in them that nobody may know."""

LOST = 1006
"""What a browser calls it when nobody closed a socket and it is gone all the same."""
SAID = {
    ENDED: "This screen has ended. The session goes on without it.",
    OVER: "This browser is not let in any more: lcterm serve has ended, or twelve hours are over. For a new link press "
    "Enter in its window, or start it again.",
    UNFIT: "This screen has ended: something came from it that no key and no paste is. The session goes on without it.",
    NOT_STARTED: "This screen could not be started. The window where lcterm serve runs says why.",
    REPLACED: "This screen was opened in another tab or window of this browser.",
    LOST: "The connection is gone; the session goes on. This page comes back by itself as soon as it can.",
}
"""What a page says when its socket was closed, for each of the numbers."""

KEYS = (
    ("Esc", "\x1b"),
    ("Tab", "\t"),
    ("↑", "\x1b[A"),
    ("↓", "\x1b[B"),
    ("←", "\x1b[D"),
    ("→", "\x1b[C"),
    ("space", " "),
    ("Enter", "\r"),
    ("menu", "\x0f"),
)
"""Keys for a screen that is touched, and what a terminal sends for them."""

_FRAME = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>lcterm: {title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="dark">
<link rel="icon" href="data:,">{head}
<link rel="stylesheet" href="/style.css"></head>
<body>{body}</body></html>
"""

_TERMINAL = """
<div class="words opening"><p>{what}</p><p><i>opening …</i></p>
<noscript><p>This page needs JavaScript, which is switched off here.</p></noscript></div>
<div class="words closed">{said}
<a href="">Open it again</a></div>
<div id="terminal" class="textual-terminal" data-session-websocket-url="{socket}" data-font-size="{size}"{chosen}></div>
<div class="keys"><button type="button" class="letters" aria-pressed="false">abc</button>{keys}</div>
"""

_TERMINAL_HEAD = """
<link rel="preload" href="/static/fonts/upright.ttf" as="font" type="font/ttf" crossorigin>
<link rel="stylesheet" href="/static/css/xterm.css">
<link rel="stylesheet" href="/terminal.css">
<script src="/static/js/textual.js"></script>
<script src="/page.js" defer></script>"""


def screen_page(seat: Seat, socket: str, size: int, *, chosen: bool) -> str:
    """The page with the terminal in it. `socket`: the web socket's whole address; `size`: of the letters, in pixels;
    unless they were `chosen`, a narrow page takes smaller ones."""
    body = _TERMINAL.format(
        what=escape(_sentence(seat.what)),
        said="\n".join(f'<p data-code="{code}">{escape(words)}</p>' for code, words in SAID.items()),
        socket=escape(socket),
        size=size,
        chosen=" data-chosen" if chosen else "",
        keys="".join(f'<button type="button" data-keys="{escape(keys)}">{name}</button>' for name, keys in KEYS),
    )
    return _FRAME.format(title=escape(seat.id), head=_TERMINAL_HEAD, body=body)


def link_page(seat: Seat) -> str:
    """What a link shows. The button sends back to the page's own address, which is why that is not in it."""
    button = '<form method="post" action=""><button class="go">Open it here</button></form>'
    once = "This link opens once, in this browser."
    return _FRAME.format(title=escape(seat.id), head="", body=_words(_sentence(seat.what) + ".", once, button))


def words_page(words: str, onwards: Seat | None = None) -> str:
    """A page that only says something. `onwards`: the seat that its browser may go on to."""
    button = f'<a href="/{onwards.id}/">{escape(_sentence(onwards.what))}</a>' if onwards else ""
    return _FRAME.format(title="not let in", head="", body=_words(words, "", button))


def _words(words: str, beside: str, button: str) -> str:
    quiet = f"<p><i>{escape(beside)}</i></p>" if beside else ""
    return f'<div class="words shown"><p>{escape(words)}</p>{quiet}{button}</div>'


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"
