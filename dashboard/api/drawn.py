"""The rows behind each figure as CSV: what is drawn, for whoever would rather count it; and what these rows are."""

from collections.abc import Callable, Mapping

from flask import Response
from flask_openapi3 import OpenAPI, Tag
from pydantic import BaseModel

from dashboard.api import answers
from dashboard.api.replies import as_json, query_string, reply
from dashboard.dataset import Dataset
from dashboard.exporters import DESCRIPTION, file_name
from dashboard.exporters.sheets import described_drawn, sheet
from dashboard.figures.drawn import DRAWN
from dashboard.language import tr
from dashboard.selection import Selected, Selection

CSV = "text/csv; charset=utf-8"
DESCRIBED = "application/csvm+json"
_FILE = {"description": tr("The rows"), "content": {"text/csv": {"schema": {"type": "string"}}}}
_DESCRIPTION = {"description": tr("What the rows are"), "content": {DESCRIBED: {"schema": answers.FILES[DESCRIBED]}}}


def offer(flask: OpenAPI, dataset: Dataset, root: str, asked: type[BaseModel], tag: Callable[..., str]) -> None:
    """Answer for every figure's rows below ``root``; ``tag`` makes an ETag of the texts that an answer depends on."""
    for name in DRAWN:
        for ending in _ENDINGS:
            _offer(flask, dataset, name, (root, ending), asked, tag)


def _offer(
    flask: OpenAPI, dataset: Dataset, name: str, at: tuple[str, str], asked: type[BaseModel], tag: Callable[..., str]
) -> None:
    root, ending = at
    mimetype, answer_of, words, write = _ENDINGS[ending]

    @flask.get(
        f"{root}{name}{ending}",
        endpoint=f"drawn {name}{ending}",
        operation_id=f"drawn_{name}{'_description' if ending == DESCRIPTION else ''}",
        tags=[Tag(name="figures")],
        summary=words.format(name=name, words=DRAWN[name].words),
        responses={200: answer_of, 304: None, 400: answers.Refusal},
    )
    def rows(query: asked) -> Response:
        selection = Selection.from_query(query_string()).checked(dataset)
        selected = selection.filtering.apply(dataset)
        answer = reply(tag(f"{name}{ending}", selection.to_query()), mimetype, lambda: write(name, selection, selected))
        named = file_name(selected, f"figure {name}", ending)
        answer.headers["Content-Disposition"] = f'attachment; filename="{named}"'
        if ending == ".csv":
            to = _asked(f"{root}{name}{DESCRIPTION}", selection)
            answer.headers["Link"] = f'<{to}>; rel="describedby"; type="{DESCRIBED}"'
        return answer


def _asked(address: str, selection: Selection) -> str:
    return f"{address}?{selection.to_query()}".rstrip("?")


def _csv(name: str, selection: Selection, selected: Selected) -> bytes:
    drawn = DRAWN[name]
    return sheet(drawn.columns, (row.values() for row in drawn.rows(selection, selected)))


def _described(name: str, selection: Selection, selected: Selected) -> bytes:
    drawn = DRAWN[name]
    address = _asked(f"{name}.csv", selection)
    return as_json(described_drawn(selected, drawn.table, address, drawn.words, drawn.columns))


_ENDINGS: Mapping[str, tuple] = {
    ".csv": (CSV, _FILE, tr("Figure “{name}”: {words}"), _csv),
    DESCRIPTION: (DESCRIBED, _DESCRIPTION, tr("Figure “{name}”: what its rows are (CSV on the Web)"), _described),
}
"""What is answered, by the ending of the address: its type, its description, its words, and how it is written."""
