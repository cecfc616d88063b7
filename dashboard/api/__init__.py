"""The selections of the site as files of many formats, with a description that machines and people can read.

Every address takes the query string of the pages and gives the same rows. ``server`` builds the Flask server
that the site is mounted on; nothing here outlives it, so one process can hold several of them.
"""

import re
from datetime import date
from functools import partial
from typing import Any

import orjson
from flask import Response, request
from flask_openapi3 import Info, OpenAPI, Tag
from pydantic import BaseModel

from dashboard import __version__
from dashboard.api import answers, citations, classes, comparison, drawn, explained, guide, lessons, practice, query
from dashboard.api.replies import JSON, as_json, misread, query_string, refuse, reply, stamped
from dashboard.classes import Classes, InMemory
from dashboard.dataset import Dataset
from dashboard.derive import index
from dashboard.exporters import DESCRIPTION, EXPORTS, Format, Visit, file_name
from dashboard.language import DIRECTION, TAG, tr
from dashboard.selection import Selected, Selection, releases

ROOT = "/api/"
V1 = f"{ROOT}v1/"
DOCS, SPEC, HEALTH = f"{ROOT}docs", f"{ROOT}openapi.json", "/healthz"

_ABOUT = tr(
    "Who said what, where, and when they said it. Every address takes the query string of the pages and "
    "selects the same rows. Values of one name mean “or”, different names mean “and”. What a source leaves "
    "open is null in JSON and an empty cell in CSV, never 0."
)


def server(dataset: Dataset, store: Classes | None = None) -> OpenAPI:
    """Return a Flask server that answers for one data set under ``/api/`` and at ``/healthz``.

    ``store`` holds its live classes: this process's own memory, unless another is given.
    """
    flask = OpenAPI(
        "dashboard",
        info=Info(title=f"As Reported: {dataset.schema.title}", version=__version__, description=_ABOUT),
        validation_error_status=400,
        validation_error_model=answers.Refusal,
        validation_error_callback=misread,
        security_schemes={},
        doc_ui=False,
        static_folder=None,
    )
    flask.jinja_env.globals.update(tr=tr, language=TAG, direction=DIRECTION)
    asked, stamp = query.model(dataset), _stamp(dataset)
    tag = partial(_tag, stamp)
    for export, formats in EXPORTS.items():
        for ending in formats:
            _offer(flask, dataset, f"{export}{ending}", asked, stamp)
    for part, place in ((drawn, "figures/"), (citations, "citations/")):
        part.offer(flask, dataset, V1 + place, asked, tag)
    lessons.offer(flask, dataset, V1, asked, tag)
    for part in (comparison, practice):
        part.offer(flask, dataset, f"{V1}{part.NAME}", asked, tag)
    classes.offer(flask, dataset, store or InMemory(), V1)
    _describe(flask, dataset, stamp)
    explained.offer(flask, dataset, ROOT, stamp)
    refuse(flask, ROOT, DOCS)
    return flask


def _stamp(dataset: Dataset) -> str:
    """What all answers depend on beside their address: the rows, the descriptor's words, the version."""
    words = orjson.dumps(dataset.schema.raw, option=orjson.OPT_SORT_KEYS)
    return stamped(dataset.digest.encode(), words, __version__.encode())


def _tag(stamp: str, *asked: str) -> str:
    """The version of one answer: of the data, and of whatever the answer depends on."""
    return stamped(stamp.encode(), *(text.encode() for text in asked))


# --- rows ------------------------------------------------------------------------------------------------


_TITLES = {
    "incidents": tr("Incidents"),
    "reports": tr("Reports"),
    "tallies": tr("Tallies"),
    "sources": tr("Sources"),
    "places": tr("Places"),
    "actors": tr("Actors"),
    "view": tr("View"),
    "package": tr("Package"),
}
"""What the exports are called in the description."""


def _offer(flask: OpenAPI, dataset: Dataset, name: str, asked: type[BaseModel], stamp: str) -> None:
    """Answer for one export in one format, such as "incidents.json"."""
    export, dot, kind = name.partition(".")
    ending = dot + kind
    chosen = EXPORTS[export][ending]

    @flask.get(
        V1 + name,
        endpoint=name,
        operation_id=re.sub(r"\W", "_", f"{export}_{kind}"),
        tags=[Tag(name=export)],
        summary=f"{_TITLES.get(export) or export.capitalize()}: {chosen.words}",
        responses=_responses(dataset, export, chosen),
    )
    def rows(query: asked) -> Response:
        selected = Selection.from_query(query_string()).apply(dataset)
        visit = Visit(date.today(), request.url_root.rstrip("/"))
        depends = [name, selected.selection.filtering.to_query(), releases.notice(selected.selection, dataset)]
        tag = _tag(stamp, *depends, *([repr(visit)] if chosen.dated else []))
        answer = reply(tag, chosen.mimetype, lambda: chosen.write(selected, export, visit))
        if chosen.holds != "rows":
            named = file_name(selected, export, ending)
            answer.headers["Content-Disposition"] = f'attachment; filename="{named}"'
        if ending == ".csv":
            answer.headers["Link"] = _description_of(export, selected)
        return answer


def _description_of(export: str, selected: Selected) -> str:
    """The header that leads from a CSV, which holds rows alone, to what they are (CSV on the Web, 5.2)."""
    query = selected.selection.filtering.to_query()
    address = f"{V1}{export}{DESCRIPTION}" + (f"?{query}" if query else "")
    return f'<{address}>; rel="describedby"; type="application/csvm+json"'


def _responses(dataset: Dataset, export: str, chosen: Format) -> dict[int, Any]:
    return {200: _answer(dataset, export, chosen), 304: None, 400: answers.Refusal}


def _answer(dataset: Dataset, export: str, chosen: Format) -> Any:
    if chosen.holds == "rows":
        return answers.envelope(dataset.schema, export)
    media = chosen.mimetype.partition(";")[0]
    schema = answers.FILES.get(media) or _HOLDS[chosen.holds]
    return {"description": tr("The file"), "content": {media: {"schema": schema}}}


_HOLDS = {"text": {"type": "string"}, "binary": {"type": "string", "format": "binary"}}


# --- descriptions ----------------------------------------------------------------------------------------


def _describe(flask: OpenAPI, dataset: Dataset, stamp: str) -> None:
    """Answer for the specification, the page made from it, and whether the server is well."""
    spec = _shared(flask.api_doc)
    machines = as_json(spec)
    health = {"status": "ok", "version": __version__, "digest": dataset.digest}
    health["set_aside"] = dataset.set_aside

    @flask.route(SPEC, endpoint=SPEC)
    def specification() -> Response:
        return reply(stamped(b"spec", stamp.encode()), JSON, lambda: machines)

    @flask.route(DOCS, endpoint=DOCS)
    def page() -> Response:
        root = request.url_root.rstrip("/")
        html = guide.page(spec, dataset.schema.title, spec_at=SPEC, example=_example(dataset), root=root, at=DOCS)
        return reply(stamped(html.encode()), "text/html; charset=utf-8", lambda: html)

    @flask.route(HEALTH, endpoint=HEALTH)
    def healthy() -> Response:
        return Response(as_json(health), content_type=JSON)


def _example(dataset: Dataset) -> str:
    """An address with a query that means something in this data."""
    days = index(dataset).days or (index(dataset).end,)
    return f"{V1}incidents.json?known_by={date.fromordinal(days[len(days) // 2]).isoformat()}"


def _shared(spec: dict[str, Any]) -> dict[str, Any]:
    """The specification with the parameters of the query, which every address of rows has, written once.

    What models say is translated.
    """
    for model in spec["components"]["schemas"].values():
        model.update({"description": tr(model["description"])} if "description" in model else {})
    operations = [operation for item in spec["paths"].values() for operation in item.values()]
    every = {parameter["name"]: parameter for parameter in operations[0]["parameters"]}
    for operation in operations:
        own = {parameter["name"]: parameter for parameter in operation.get("parameters", ())}
        if every.keys() <= own.keys():
            refs = [{"$ref": f"#/components/parameters/{name}"} for name in every]
            operation["parameters"] = [*(own[name] for name in own if name not in every), *refs]
    return {**spec, "components": {**spec["components"], "parameters": every}}
