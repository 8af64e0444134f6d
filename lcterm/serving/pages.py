"""The few pages there are, in HTML. Nothing in them comes from a browser or from anybody's session."""

from html import escape

from lcterm.serving.seats import Seat

STYLE = """
@font-face { font-family: "Roboto Mono"; src: url("/static/fonts/upright.ttf"); font-weight: 100 700; }
@font-face { font-family: "Roboto Mono"; src: url("/static/fonts/italic.ttf"); font-weight: 100 700;
  font-style: italic; }
html, body { margin: 0; height: 100%; background: #101418; color: #e6e6e6;
  font-family: "Roboto Mono", Menlo, Consolas, monospace; }
.textual-terminal { position: absolute; inset: 0; overflow: hidden; }
.words { position: absolute; inset: 0; display: none; z-index: 10; align-items: center; justify-content: center;
  flex-direction: column; gap: 1.5rem; padding: 2rem; text-align: center; line-height: 1.6; background: #101418; }
.words.shown { display: flex; }
.words p { margin: 0; max-width: 40rem; }
.words i { color: #b0b8c0; }
.words a { color: #101418; background: #e6e6e6; padding: 0.8rem 1.6rem; text-decoration: none; border-radius: 0.3rem; }
body:not(.-first-byte):not(.-closed) .opening { display: flex; }
body.-closed .closed { display: flex; }
"""

SCRIPT = """
"use strict";
const connected = () => document.body.classList.contains("-loaded");
const take = () => { if (connected()) document.querySelector(".xterm-helper-textarea").focus(); };
new MutationObserver(take).observe(document.body, { attributeFilter: ["class"] });
window.addEventListener("focus", take);
"""
"""Keys go to the terminal at once: nobody has to find out that a click comes first."""

_FRAME = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>lcterm: {title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">{head}
<link rel="stylesheet" href="/style.css"></head>
<body>{body}</body></html>
"""

_TERMINAL = """
<div class="words opening"><p>{what}</p><p><i>opening …</i></p>
<noscript><p>This page needs JavaScript, which is switched off here.</p></noscript></div>
<div class="words closed"><p>This screen has ended. The session goes on without it.</p>
<a href="/{seat}/">Open it again</a></div>
<div id="terminal" class="textual-terminal" data-session-websocket-url="{socket}" data-font-size="{size}"></div>
"""

_TERMINAL_HEAD = """
<link rel="stylesheet" href="/static/css/xterm.css">
<script src="/static/js/textual.js"></script>
<script src="/keys.js" defer></script>"""


def screen_page(seat: Seat, socket: str, size: int) -> str:
    """The page with the terminal in it. `socket`: the web socket's whole address; `size`: of the letters, in pixels."""
    body = _TERMINAL.format(what=escape(_sentence(seat.what)), seat=seat.id, socket=escape(socket), size=size)
    return _FRAME.format(title=escape(seat.id), head=_TERMINAL_HEAD, body=body)


def welcome_page(seat: Seat) -> str:
    """What a link answers once: it goes on by itself, from our own page, so that the strict cookie is sent along."""
    onwards = f'\n<meta http-equiv="refresh" content="0; url=/{seat.id}/">'
    body = f'<div class="words shown"><p>{escape(_sentence(seat.what))}</p><a href="/{seat.id}/">Go on</a></div>'
    return _FRAME.format(title=escape(seat.id), head=onwards, body=body)


def words_page(words: str) -> str:
    """A page that only says something."""
    return _FRAME.format(title="not let in", head="", body=f'<div class="words shown"><p>{escape(words)}</p></div>')


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"
