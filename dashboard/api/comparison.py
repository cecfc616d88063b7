"""The comparison of two sides as JSON: the address, its answer and its refusals."""

from collections.abc import Callable
from datetime import date
from typing import Literal

from flask import Response, request
from flask_openapi3 import OpenAPI, Tag
from pydantic import BaseModel, Field

from dashboard.api.answers import Answer, Refusal
from dashboard.api.replies import JSON, as_json, refusal, reply
from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection, Problem
from dashboard.exporters.comparison import comparison
from dashboard.selection import SIDES, Selection, Sides, sides

NAME = "compare.json"


class SideAnswer(Answer):
    """One of the two sides."""

    value: str = Field(description="What the query calls it.")
    name: str = Field(description="Its name.")
    chosen: bool = Field(description="True where the query names it; else it was picked.")
    known_by: date | None = Field(description="The known-by day of this side; null = everything known.")
    documents: int = Field(description="Documents in the data that carry a report of this side by its day.")
    incidents: int = Field(description="Incidents that this side tells of.")
    reports: int = Field(description="Reports of this side that match.")


class SideCounts(Answer):
    """How many incidents each part holds."""

    incidents: int = Field(description="Incidents that either side tells of.")
    both: int = Field(description="Incidents that both tell of.")
    a: int = Field(description="Incidents that only A tells of.")
    b: int = Field(description="Incidents that only B tells of.")
    clash: int = Field(description="Incidents that both tell of and on which they cannot both be right.")


class Apart(Answer):
    """A field on which the two sides part."""

    field: str = Field(description="What is compared.")
    agreement: Literal["conflicts", "differs", "adds"] = Field(
        description="conflicts: cannot both hold; differs: other words; adds: one side states more."
    )
    a: list[str] = Field(description="What A states, in words; empty = not stated.")
    b: list[str] = Field(description="What B states, in words; empty = not stated.")


class ComparedRow(Answer):
    """An incident that either side tells of."""

    incident_id: str = Field(description="The incident.")
    title: str = Field(description="Its title.")
    kind: str = Field(description="What it is said to have been.")
    date: str = Field(description="When, as EDTF.")
    certainty: Literal["certain", "possible"] = Field(description="Whether it certainly belongs to the selection.")
    side: Literal["both", "a", "b"] = Field(description="Who tells of it.")
    corroboration: str | None = Field(description="How it stands by the later day; null = not graded.")
    disputed: bool = Field(description="Whether reports of anybody contradict one another.")
    a_first_by_days: int | None = Field(
        description="By how many days A had it first; negative: B did; null = not on both sides, or not known."
    )
    reports_a: list[str] = Field(description="The reports of A.")
    reports_b: list[str] = Field(description="The reports of B.")
    apart: list[Apart] = Field(description="Where the sides part on it.")


class CompareAnswer(Answer):
    """Two sides and what each tells."""

    describe: str = Field(description="The comparison in one sentence.")
    coverage: str = Field(description="What an absence here does not mean.")
    by: str = Field(description="What the sides are compared by.")
    a: SideAnswer = Field(description="One side.")
    b: SideAnswer = Field(description="The other side.")
    counts: SideCounts = Field(description="How many incidents each part holds.")
    incidents: list[ComparedRow] = Field(description="The incidents by date.")


def offer(flask: OpenAPI, dataset: Dataset, path: str, asked: type[BaseModel], tag: Callable[[str], str]) -> None:
    """Answer for the comparison at a path; ``tag`` makes a version of a query."""

    @flask.get(
        path,
        endpoint=NAME,
        operation_id="compare_json",
        tags=[Tag(name="compare")],
        summary="Compare: two sides and where they part, as JSON",
        responses={200: CompareAnswer, 304: None, 400: Refusal},
    )
    def compared(query: asked) -> Response:
        try:
            selection = Selection.from_query(request.query_string.decode("utf-8", "replace"))
            both = _pair(selection, dataset)
        except InvalidSelection as error:
            return refusal(400, str(error), error.problems)
        return reply(tag(selection.to_query()), JSON, lambda: as_json(comparison(both)))


def _pair(selection: Selection, dataset: Dataset) -> Sides:
    selected = selection.checked(dataset).filtering.apply(dataset)
    both = sides(selected, selection.by, selection.a, selection.b)
    if not both:
        found = f"There are not two sides to compare by {SIDES[selection.by]} in this selection"
        expected = "Two sides with reports. Drop a filter, or compare by something else"
        raise InvalidSelection([Problem("bad-query", "query", None, "by", found, expected, "Ask for more")])
    return both
