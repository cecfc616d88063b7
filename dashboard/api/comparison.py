"""The comparison of two sides as JSON: the address, its answer and its refusals."""

from collections.abc import Callable
from datetime import date
from typing import Literal

from flask import Response
from flask_openapi3 import OpenAPI, Tag
from pydantic import BaseModel, Field

from dashboard.api.answers import Answer, Refusal
from dashboard.api.replies import JSON, as_json, query_string, reply
from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection, Problem
from dashboard.exporters.comparison import comparison
from dashboard.language import tr
from dashboard.selection import SIDES, Selection, Sides, sides

NAME = "compare.json"


class SideAnswer(Answer):
    """One of the two sides."""

    value: str = Field(description=tr("What the query calls it."))
    name: str = Field(description=tr("Its name."))
    chosen: bool = Field(description=tr("True where the query names it; else it was picked."))
    known_by: date | None = Field(description=tr("The known-by day of this side; null = everything known."))
    documents: int = Field(description=tr("Documents in the data that carry a report of this side by its day."))
    incidents: int = Field(description=tr("Incidents that this side tells of."))
    reports: int = Field(description=tr("Reports of this side that match."))


class SideCounts(Answer):
    """How many incidents each part holds."""

    incidents: int = Field(description=tr("Incidents that either side tells of."))
    both: int = Field(description=tr("Incidents that both tell of."))
    a: int = Field(description=tr("Incidents that only A tells of."))
    b: int = Field(description=tr("Incidents that only B tells of."))
    clash: int = Field(description=tr("Incidents that both tell of and on which they cannot both be right."))


class Apart(Answer):
    """A field on which the two sides part."""

    field: str = Field(description=tr("What is compared."))
    agreement: Literal["conflicts", "differs", "adds"] = Field(
        description=tr("conflicts: cannot both hold; differs: other words; adds: one side states more.")
    )
    a: list[str] = Field(description=tr("What A states, in words; empty = not stated."))
    b: list[str] = Field(description=tr("What B states, in words; empty = not stated."))


class ComparedRow(Answer):
    """An incident that either side tells of."""

    incident_id: str = Field(description=tr("The incident."))
    title: str = Field(description=tr("Its title."))
    kind: str = Field(description=tr("What it is said to have been."))
    date: str = Field(description=tr("When, as EDTF."))
    certainty: Literal["certain", "possible"] = Field(description=tr("Whether it certainly belongs to the selection."))
    side: Literal["both", "a", "b"] = Field(description=tr("Who tells of it."))
    corroboration: str | None = Field(description=tr("How it stands by the later day; null = not graded."))
    disputed: bool = Field(description=tr("Whether reports of anybody contradict one another."))
    a_first_by_days: int | None = Field(
        description=tr("By how many days A had it first; negative: B did; null = not on both sides, or not known.")
    )
    reports_a: list[str] = Field(description=tr("The reports of A."))
    reports_b: list[str] = Field(description=tr("The reports of B."))
    apart: list[Apart] = Field(description=tr("Where the sides part on it."))


class CompareAnswer(Answer):
    """Two sides and what each tells."""

    describe: str = Field(description=tr("The comparison in one sentence."))
    coverage: str = Field(description=tr("What an absence here does not mean."))
    by: str = Field(description=tr("What the sides are compared by."))
    a: SideAnswer = Field(description=tr("One side."))
    b: SideAnswer = Field(description=tr("The other side."))
    counts: SideCounts = Field(description=tr("How many incidents each part holds."))
    incidents: list[ComparedRow] = Field(description=tr("The incidents by date."))


def offer(flask: OpenAPI, dataset: Dataset, path: str, asked: type[BaseModel], tag: Callable[[str], str]) -> None:
    """Answer for the comparison at a path; ``tag`` makes a version of a query."""

    @flask.get(
        path,
        endpoint=NAME,
        operation_id="compare_json",
        tags=[Tag(name="compare")],
        summary=tr("Compare: two sides and where they part, as JSON"),
        responses={200: CompareAnswer, 304: None, 400: Refusal},
    )
    def compared(query: asked) -> Response:
        selection = Selection.from_query(query_string())
        both = _pair(selection, dataset)
        return reply(tag(selection.to_query()), JSON, lambda: as_json(comparison(both)))


def _pair(selection: Selection, dataset: Dataset) -> Sides:
    selected = selection.checked(dataset).filtering.apply(dataset)
    both = sides(selected, selection.by, selection.a, selection.b)
    if not both:
        found = tr("There are not two sides to compare by {sides} in this selection").format(sides=SIDES[selection.by])
        expected = tr("Two sides with reports. Drop a filter, or compare by something else")
        raise InvalidSelection([Problem("bad-query", "query", None, "by", found, expected, tr("Ask for more"))])
    return both
