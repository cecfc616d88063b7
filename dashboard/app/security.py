"""What a browser is told never to do with an answer of this site."""

from collections.abc import Mapping

from dash import Dash
from flask import Response, request

FRAMED: tuple[str, ...] = ("/embed/",)
"""Beginnings of paths that pages of others may show in a frame; every other path may stand in none."""

_PLAIN: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",  # nobody whom a reader goes on to learns what was read here
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def policy(hashes: list[str], framed: bool) -> str:
    """The Content-Security-Policy: everything from here; inline scripts only those of Dash, by their ``hashes``.

    Of frames around a ``framed`` page it says nothing: every page may be one, a file on a reader's own disk too.

    Styles may stand inline, because Mantine, Plotly and Dash write them at run time, into elements that carry no
    nonce. Pictures may be ``data:`` and ``blob:`` addresses, because figures are saved through them.
    """
    parts = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *hashes]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        **({} if framed else {"frame-ancestors": "'none'"}),
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def register(app: Dash) -> None:
    """Add the headers to every answer; call it when all callbacks exist, since Dash writes some of them inline."""
    hashes = list(dict.fromkeys(app.csp_hashes()))
    policies = {framed: policy(hashes, framed) for framed in (True, False)}

    @app.server.after_request
    def guarded(answer: Response) -> Response:
        framed = request.path.startswith(FRAMED)
        answer.headers["Content-Security-Policy"] = policies[framed]
        for name, value in _PLAIN.items():
            answer.headers[name] = value
        if not framed:
            answer.headers["X-Frame-Options"] = "DENY"
        return answer
