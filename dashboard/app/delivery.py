"""How answers travel: kept for long where their address changes with them, asked for again else, and compressed.

Gzip is in the standard library and every browser takes it. What never changes while the server runs is compressed
once, as small as it gets; what is made for one reader is compressed quickly.
"""

import gzip
import re
from functools import lru_cache

from flask import Flask, Response, g, request

LEAST = 1_000
"""Bytes below which compressing gains nothing."""
FONTS_DAYS = 30
_TEXT = re.compile(r"text/|application/(json|javascript|ld\+json|manifest\+json|xml)|image/svg\+xml")
_FIXED = ("/assets/", "/_dash-component-suites/")
_FONTS = "/assets/fonts/"
_DAY = 86_400


def register(flask: Flask) -> None:
    """See every answer after all else is decided about it."""
    flask.after_request(_delivered)


def _delivered(answer: Response) -> Response:
    if request.method in ("GET", "HEAD") and answer.status_code == 200:
        _kept(answer)
        answer.make_conditional(request)
    return _packed(answer)


def _kept(answer: Response) -> None:
    """Say how long an answer may be kept, and mark what may not be kept blindly."""
    control = answer.cache_control
    if request.path.startswith(_FIXED) and (control.max_age or {"m", "v"} & request.args.keys()):
        control.no_cache = None
        control.public, control.immutable, control.max_age = True, True, 365 * _DAY
    elif request.path.startswith(_FONTS):
        control.no_cache = None
        control.public, control.max_age = True, FONTS_DAYS * _DAY
    elif not control.max_age:
        control.no_cache = True  # keep it, and ask whether it is still so
    if (
        "ETag" not in answer.headers and not answer.is_streamed and "status" not in g
    ):  # a page holds a mark of Dash's own
        answer.add_etag(weak=True)


def _packed(answer: Response) -> Response:
    """The same answer compressed, where it is text and the reader takes it so."""
    if not _TEXT.match(answer.mimetype or "") or "Content-Encoding" in answer.headers:
        return answer
    answer.vary.add("Accept-Encoding")
    if not request.accept_encodings["gzip"]:
        return answer
    answer.direct_passthrough = False
    body = answer.get_data()
    if len(body) < LEAST:
        return answer
    answer.set_data(_once(body) if request.path.startswith(_FIXED) else gzip.compress(body, 5, mtime=0))
    answer.headers["Content-Encoding"] = "gzip"
    tag, _ = answer.get_etag()
    if tag:
        answer.set_etag(tag, weak=True)  # the same content, not the same bytes
    return answer


@lru_cache(maxsize=64)
def _once(body: bytes) -> bytes:
    return gzip.compress(body, 9, mtime=0)
