"""Wrong addresses and faults, answered in words: the right address where it is clear, else a page that says so."""

import re

from flask import Flask, Response, g, redirect, render_template, request
from werkzeug.exceptions import HTTPException

from dashboard import api
from dashboard.api.replies import failed
from dashboard.app.asked import leads
from dashboard.dataset import Dataset
from dashboard.language import tr

MOVED = 308
_WORDS = {
    404: (tr("Nothing is at this address"), tr("The address may be mistyped, or what it named may have moved.")),
    405: (tr("This cannot be done here"), tr("The site is read, never written: only GET and HEAD are answered.")),
    500: (
        tr("The server failed to answer"),
        tr("The fault is in its log, not in your request. Trying again may help."),
    ),
}
_OTHER = (tr("This cannot be answered"), tr("The request is not one that the site understands."))


def register(flask: Flask, dataset: Dataset) -> None:
    """Give each answer its true status, each near miss its address, and each fault a page, or JSON under ``/api/``."""

    @flask.before_request
    def tidied() -> Response | None:
        path = tidy(request.path)
        if path == request.path or request.method not in ("GET", "HEAD") or not leads(dataset, path):
            return None
        query = request.query_string.decode("utf-8", "replace")
        return redirect(f"{path}?{query}" if query else path, MOVED)

    @flask.after_request
    def status(answer: Response) -> Response:
        if answer.status_code == 200:
            answer.status_code = g.get("status", 200)
        return answer

    for code in (400, *_WORDS):
        flask.register_error_handler(code, refused)


def tidy(path: str) -> str:
    """A path in lower case, with single slashes and none at its end."""
    return re.sub("/+", "/", f"/{path}/").rstrip("/").lower() or "/"


def refused(error: HTTPException) -> Response:
    """A page that says what went wrong and where to go on; nothing of the fault itself is shown."""
    if f"{request.path}/".startswith(api.ROOT):
        return failed(error)
    code = error.code or 500
    heading, words = _WORDS.get(code, _OTHER)
    answer = Response(render_template("error.html", heading=heading, words=words), code, mimetype="text/html")
    answer.headers.extend((name, value) for name, value in error.get_headers() if name == "Allow")
    return answer
