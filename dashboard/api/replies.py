"""Replies: once per version of the data, and refusals as JSON."""

import hashlib
from collections.abc import Callable, Iterable
from typing import Any

import orjson
from flask import Flask, Response, request
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from dashboard.errors import InvalidSelection, Problem
from dashboard.language import tr

JSON = "application/json"


def stamped(*parts: bytes) -> str:
    """What an answer depends on, as a short tag: equal for equal parts."""
    return hashlib.sha256(b"\n".join(parts)).hexdigest()[:32]


def reply(tag: str, mimetype: str, body: Callable[[], bytes | str]) -> Response:
    """A reply with its ETag; 304, without computing the body, to whoever already has it."""
    answer = Response(content_type=mimetype)
    answer.set_etag(tag)
    answer.headers["Cache-Control"] = "no-cache"  # keep it, and ask whether it is still so
    if request.if_none_match.contains_weak(tag):
        answer.status_code = 304
    else:
        answer.set_data(body())
    return answer


def query_string() -> str:
    """The query of the request as it came: a Selection judges it, because it says what is known."""
    return request.query_string.decode("utf-8", "replace")


def refusal(status: int, error: str, problems: Iterable[Problem] = ()) -> Response:
    """A refusal: one sentence, and each problem as data."""
    said = {"error": error, "problems": [problem.as_dict() for problem in problems]}
    return Response(as_json(said), status, content_type=JSON)


def misread(error: ValidationError) -> Response:
    """A refusal of what was sent and is not as the description has it."""
    wrong = "; ".join(f"{'.'.join(map(str, one['loc'])) or tr('the body')}: {one['msg']}" for one in error.errors())
    return refusal(
        400,
        tr("What was sent is not as described ({wrong}). Every address is described at /api/docs.").format(wrong=wrong),
    )


def as_json(value: Any) -> bytes:
    """Any value as JSON text."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def refuse(flask: Flask, root: str, help_at: str) -> None:
    """Answer below ``root`` in JSON: unknown addresses, queries that cannot be read, faults; the rest is left alone."""

    def unknown(rest: str = "") -> Response:
        return refusal(
            404,
            tr("Nothing is at {path}. Every address is listed at {help_at}.").format(
                path=request.path, help_at=help_at
            ),
        )

    for rule in (root.rstrip("/"), root, f"{root}<path:rest>"):
        flask.add_url_rule(rule, f"unknown {rule}", unknown)

    @flask.errorhandler(InvalidSelection)
    def misasked(error: InvalidSelection) -> Response:
        if f"{request.path}/".startswith(root):
            return refusal(400, str(error), error.problems)
        raise error

    @flask.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response | HTTPException:
        return failed(error) if f"{request.path}/".startswith(root) else error


def failed(error: HTTPException) -> Response:
    """What went wrong with a request, as JSON."""
    sentence = _SENTENCES.get(error.code or 500, error.description or error.name)
    answer = refusal(error.code or 500, sentence)
    answer.headers.extend((name, value) for name, value in error.get_headers() if name in _KEPT)
    return answer


_KEPT = ("Allow", "Retry-After")
_SENTENCES = {
    405: tr(
        "This address does not answer such a request; the header Allow names those it does. Data is never written."
    ),
    500: tr("The server failed to answer. The fault is in its log, not in the request."),
}
