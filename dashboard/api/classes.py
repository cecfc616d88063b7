"""Live classes over HTTP: a teacher opens one and shows it views, pages that follow ask what is shown.

The key of a class travels in a header of its own, which no page of somebody else can send, and nothing is kept in the
browser for the server. What pages ask about a second apart is tiny, says with its ETag whether it is new, and may be
kept by nobody in between.
"""

import io
from collections.abc import Callable
from functools import wraps
from typing import Any, Literal

import segno
from flask import Response, request
from flask_openapi3 import OpenAPI, Tag
from pydantic import BaseModel, Field

from dashboard.api.answers import Answer, Refusal
from dashboard.api.replies import JSON, as_json, refusal
from dashboard.api.views import LONGEST, BadView, view
from dashboard.classes import Classes, Crowded, Ended, Refused, Shown, Unknown, WrongKey, codes
from dashboard.components import live
from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection, shown
from dashboard.language import tr

NAME, KEY = "classes", "Class-Key"


class ClassAnswer(Answer):
    """What a class is shown."""

    code: str = Field(description=tr("The code of the class."))
    view: str = Field(description=tr("The address that is shown: a path and a query of this site."))
    version: int = Field(description=tr("How many views were shown so far, this one included."))


class LedAnswer(ClassAnswer):
    """The same, for the teacher."""

    followers: int = Field(
        description=tr("About how many pages follow, told from how often they ask; nobody is known.")
    )


class OpenedAnswer(LedAnswer):
    """A new class."""

    key: str = Field(description=tr("Whoever sends this with requests leads the class. It is told once."))
    address: str = Field(description=tr("The address that opens the class."))


class ShownView(BaseModel):
    view: str = Field(description=tr("A path and a query of this site."), max_length=LONGEST)


class _Which(BaseModel):
    code: str = Field(description=tr("The code of the class, in upper or lower case."))


class _Lead(BaseModel):
    key: str = Field("", alias=KEY, description=tr("The key that opening the class gave."))


class _Scheme(BaseModel):
    scheme: Literal["http", "https"] = Field("http", description=tr("How the browser reached the site."))


def offer(flask: OpenAPI, dataset: Dataset, store: Classes, root: str) -> None:
    """Answer for classes below ``root``, which ends in a slash."""
    live.hold(flask, store)
    _open(flask, dataset, store, f"{root}{NAME}")
    one = f"{root}{NAME}/<code>"
    _follow(flask, store, one)
    _show(flask, dataset, store, one)
    _lead(flask, store, one)
    _draw(flask, store, one)


# --- what is refused ---------------------------------------------------------------------------------------


def _refusing(answer: Callable[..., Response]) -> Callable[..., Response]:
    """The same answer; what cannot be done is refused in words."""

    @wraps(answer)
    def answered(**given: Any) -> Response:
        try:
            said = answer(**given)
        except InvalidSelection as error:
            said = refusal(400, str(error), error.problems)
        except BadView as error:
            said = refusal(400, str(error))
        except Refused as error:
            said = _refused(error)
        said.headers["Cache-Control"] = "no-store"  # a proxy that kept it would stop the class
        return said

    return answered


def _refused(error: Refused) -> Response:
    status, words = _WORDS[type(error)]
    code = codes.plain((request.view_args or {}).get("code", ""))
    named = codes.spaced(code) if codes.is_code(code) else shown(code)
    said = refusal(status, words.format(code=named, error=error, key=KEY))
    if isinstance(error, Crowded):
        said.headers["Retry-After"] = str(error.wait)
    return said


_WORDS = {
    Unknown: (404, tr("No class has the code {code}. Ask whoever leads it for the code, and type it sign by sign.")),
    Ended: (410, tr("The class {code} has ended. Whoever led it can start another, with another code.")),
    WrongKey: (403, tr("The class {code} has another key. Send the one that it was opened with in the header {key}.")),
    Crowded: (429, tr("No class can be started now: {error}. Try again in a minute.")),
}
_GONE = {404: Refusal, 410: Refusal}
_LED = {400: Refusal, 403: Refusal, **_GONE}


def _told(given: Shown, *names: str, status: int = 200, **more: object) -> Response:
    body = as_json({**{name: getattr(given, name) for name in ("code", "view", "version", *names)}, **more})
    return Response(body, status, content_type=JSON)


# --- what is answered --------------------------------------------------------------------------------------


def _open(flask: OpenAPI, dataset: Dataset, store: Classes, path: str) -> None:
    @flask.post(
        path, endpoint="open class", operation_id="class_open", tags=[Tag(name=NAME)],
        summary=tr("Start a live class that is shown a view; the answer has its code and its key."),
        responses={201: OpenedAnswer, 400: Refusal, 429: Refusal},
    )  # fmt: skip
    @_refusing
    def opened(body: ShownView) -> Response:
        new = store.open(view(dataset, body.view))
        address = f"{request.root_path}/class/{new.shown.code}"
        return _told(new.shown, "followers", status=201, key=new.key, address=address)


def _follow(flask: OpenAPI, store: Classes, path: str) -> None:
    @flask.get(
        path, endpoint="follow class", operation_id="class_follow", tags=[Tag(name=NAME)],
        summary=tr("What a class is shown; asked about once a second by each page that follows."),
        responses={200: ClassAnswer, 304: None, **_GONE},
    )  # fmt: skip
    @_refusing
    def followed(path: _Which) -> Response:
        given = store.follow(codes.plain(path.code))
        tag = f"{given.code}-{given.version}"
        answer = Response(status=304) if request.if_none_match.contains_weak(tag) else _told(given)
        answer.set_etag(tag)
        return answer


def _show(flask: OpenAPI, dataset: Dataset, store: Classes, path: str) -> None:
    @flask.put(
        path, endpoint="show class", operation_id="class_show", tags=[Tag(name=NAME)],
        summary=tr("Show a class a view; for whoever has its key."),
        responses={200: LedAnswer, **_LED},
    )  # fmt: skip
    @_refusing
    def show(path: _Which, header: _Lead, body: ShownView) -> Response:
        code = codes.plain(path.code)
        store.lead(code, header.key)  # whoever may not lead hears of that, not of the view
        return _told(store.show(code, header.key, view(dataset, body.view)), "followers")

    @flask.delete(
        path, endpoint="end class", operation_id="class_end", tags=[Tag(name=NAME)],
        summary=tr("End a class; for whoever has its key."),
        responses={204: None, **_LED},
    )  # fmt: skip
    @_refusing
    def end(path: _Which, header: _Lead) -> Response:
        store.end(codes.plain(path.code), header.key)
        return Response(status=204)


def _lead(flask: OpenAPI, store: Classes, path: str) -> None:
    @flask.get(
        f"{path}/followers", endpoint="lead class", operation_id="class_lead", tags=[Tag(name=NAME)],
        summary=tr("What a class is shown and about how many pages follow; for whoever has its key."),
        responses={200: LedAnswer, **_LED},
    )  # fmt: skip
    @_refusing
    def led(path: _Which, header: _Lead) -> Response:
        return _told(store.lead(codes.plain(path.code), header.key), "followers")


def _draw(flask: OpenAPI, store: Classes, path: str) -> None:
    picture = {"description": tr("The picture"), "content": {"image/svg+xml": {"schema": {"type": "string"}}}}

    @flask.get(
        f"{path}/qr.svg", endpoint="class code", operation_id="class_qr", tags=[Tag(name=NAME)],
        summary=tr("The address of a class as a QR code."),
        responses={200: picture, 400: Refusal, **_GONE},
    )  # fmt: skip
    @_refusing
    def drawn(path: _Which, query: _Scheme) -> Response:
        given = store.read(codes.plain(path.code))
        root = request.url_root.partition("://")[2]
        return Response(_square(f"{query.scheme}://{root}class/{given.code}"), mimetype="image/svg+xml")


def _square(address: str) -> bytes:
    """A QR code as SVG, black on white in any scheme, with the quiet edge that readers of it need."""
    file = io.BytesIO()
    made = segno.make(address, error="m", micro=False)
    made.save(file, kind="svg", border=4, omitsize=True, dark="#000", light="#fff", svgclass=None, lineclass=None)
    return file.getvalue()
