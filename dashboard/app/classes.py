"""The form for a class code, answered: a code in the query leads to the address of its class."""

from urllib.parse import quote

from flask import Flask, Response, redirect, request

from dashboard.classes import codes
from dashboard.components.live import ROOT

_SEE_OTHER = 303
_LONGEST = 40


def register(flask: Flask) -> None:
    """Send "/class?code=CDF-234" to "/class/cdf234", whatever was typed."""

    @flask.before_request
    def entered() -> Response | None:
        if request.path != ROOT or "code" not in request.args:
            return None
        code = quote(codes.plain(request.args["code"])[:_LONGEST])
        return redirect(f"{ROOT}/{code}".rstrip("/"), _SEE_OTHER)
