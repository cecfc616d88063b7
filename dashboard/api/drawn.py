"""The rows behind each figure as CSV: what is drawn, for whoever would rather count it."""

from collections.abc import Callable

from flask import Response
from flask_openapi3 import OpenAPI, Tag
from pydantic import BaseModel

from dashboard.api import answers
from dashboard.api.replies import query_string, reply
from dashboard.dataset import Dataset
from dashboard.exporters import file_name
from dashboard.exporters.sheets import sheet
from dashboard.figures.drawn import DRAWN
from dashboard.language import tr
from dashboard.selection import Selected, Selection

CSV = "text/csv; charset=utf-8"
_FILE = {"description": tr("The rows"), "content": {"text/csv": {"schema": {"type": "string"}}}}


def offer(flask: OpenAPI, dataset: Dataset, root: str, asked: type[BaseModel], tag: Callable[..., str]) -> None:
    """Answer for every figure's rows below ``root``; ``tag`` makes an ETag of the texts that an answer depends on."""
    for name in DRAWN:
        _offer(flask, dataset, f"{root}{name}.csv", asked, tag)


def _offer(flask: OpenAPI, dataset: Dataset, address: str, asked: type[BaseModel], tag: Callable[..., str]) -> None:
    name = address.rsplit("/", 1)[-1].removesuffix(".csv")

    @flask.get(
        address,
        endpoint=f"drawn {name}",
        operation_id=f"drawn_{name}",
        tags=[Tag(name="figures")],
        summary=tr("Figure “{name}”: {words}").format(name=name, words=DRAWN[name].words),
        responses={200: _FILE, 304: None, 400: answers.Refusal},
    )
    def rows(query: asked) -> Response:
        selection = Selection.from_query(query_string()).checked(dataset)
        selected = selection.filtering.apply(dataset)
        answer = reply(tag(address, selection.to_query()), CSV, lambda: _csv(name, selection, selected))
        named = file_name(selected, f"figure {name}", ".csv")
        answer.headers["Content-Disposition"] = f'attachment; filename="{named}"'
        return answer


def _csv(name: str, selection: Selection, selected: Selected) -> bytes:
    drawn = DRAWN[name]
    return sheet(drawn.columns, (row.values() for row in drawn.rows(selection, selected)))
