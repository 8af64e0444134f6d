"""What every answer says to the browser, so that it keeps other pages out and keeps nothing itself."""

from aiohttp import web

SENT = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Server": "lcterm",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def policy(sockets: str) -> str:
    """What a page of ours may do: load its own files and talk to its own socket. The terminal sets styles of its own,
    which is why those may stand in the page."""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data:; "
        f"connect-src 'self' {sockets}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def secured(response: web.StreamResponse, sockets: str) -> None:
    """Puts them on an answer that is about to go out; the connection ends with it, unless it is a web socket."""
    response.headers.update(SENT)
    response.headers.setdefault("Referrer-Policy", "no-referrer")
    response.headers["Content-Security-Policy"] = policy(sockets)
    if response.status != 101:
        response.headers["Connection"] = "close"  # aiohttp has worked this header out by now
        response.force_close()
