"""Citations of what a page shows, in every style; the page fills in its own address for "{address}"."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from flask import Response
from flask_openapi3 import OpenAPI, Tag
from pydantic import BaseModel, Field

from dashboard.api import answers
from dashboard.api.replies import JSON, as_json, query_string, refusal, reply
from dashboard.dataset import Dataset
from dashboard.exporters.citations import STYLES, Incident, Report, Source, Tally, Thing, View, cite
from dashboard.language import tr
from dashboard.selection import Selected, Selection

ADDRESS = "{address}"


class Style(answers.Answer):
    """A citation in one style."""

    style: str = Field(description=tr("Its id: {styles}.").format(styles=", ".join(STYLES)))
    label: str = Field(description=tr("Its name."))
    text: str = Field(
        description=tr("The citation; {address} stands for the address of the page.").format(address=ADDRESS)
    )


class Citations(answers.Answer):
    """The citation of one thing in every style."""

    accessed: date = Field(description=tr("The day of reading that the citations give."))
    digest: str = Field(description=tr("The hash of the data that they name."))
    citations: list[Style] = Field(description=tr("One per style."))


class Which(BaseModel):
    """The thing that is cited."""

    id: str = Field(description=tr("Its id."))


Make = Callable[[Selected, str], Thing]

KINDS: Mapping[str, tuple[str, Make]] = {
    "incidents": (tr("incident"), Incident),
    "reports": (tr("report"), Report),
    "tallies": (tr("declared count"), Tally),
    "sources": (tr("document"), Source),
}
"""What can be cited by its id: the table, what one of its rows is called, and the thing made of it."""


def offer(flask: OpenAPI, dataset: Dataset, root: str, asked: type[BaseModel], tag: Callable[..., str]) -> None:
    """Answer with citations below ``root``; ``tag`` makes an ETag of the texts that an answer depends on."""
    _offer_view(flask, dataset, root, asked, tag)
    for table in KINDS:
        _offer_rows(flask, dataset, root, table, asked, tag)


_SAID: dict[int, Any] = {200: Citations, 304: None, 400: answers.Refusal, 404: answers.Refusal}


def _offer_view(flask: OpenAPI, dataset: Dataset, root: str, asked: type[BaseModel], tag: Callable[..., str]) -> None:
    @flask.get(
        f"{root}view.json", endpoint="cite view", operation_id="cite_view", tags=[Tag(name="citations")],
        summary=tr("Citations of a view."), responses=_SAID,
    )  # fmt: skip
    def view(query: asked) -> Response:
        return _answer(dataset, lambda selected: View(selected), "view", tag)


def _offer_rows(
    flask: OpenAPI, dataset: Dataset, root: str, table: str, asked: type[BaseModel], tag: Callable[..., str]
) -> None:
    noun, make = KINDS[table]

    @flask.get(
        f"{root}{table}/<id>.json", endpoint=f"cite {table}", operation_id=f"cite_{table}",
        tags=[Tag(name="citations")], summary=tr("Citations of a {noun}.").format(noun=noun), responses=_SAID,
    )  # fmt: skip
    def row(path: Which, query: asked) -> Response:
        if path.id not in dataset.by_id[table]:
            return refusal(404, tr("No {noun} has the id {id}.").format(noun=noun, id=repr(path.id)))
        return _answer(dataset, lambda selected: make(selected, path.id), f"{table} {path.id}", tag)


def _answer(dataset: Dataset, make: Callable[[Selected], Thing], what: str, tag: Callable[..., str]) -> Response:
    selected = Selection.from_query(query_string()).apply(dataset)
    today = datetime.now(UTC).date()

    def body() -> bytes:
        texts = [
            {"style": style, "label": label, "text": cite(make(selected), style, ADDRESS, today)}
            for style, label in STYLES.items()
        ]
        return as_json({"accessed": today.isoformat(), "digest": dataset.digest, "citations": texts})

    return reply(tag(what, selected.selection.filtering.to_query(), today.isoformat()), JSON, body)
