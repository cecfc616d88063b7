"""The answers as the API describes them: models made from the exported columns."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from dashboard.exporters import Column, columns
from dashboard.language import tr
from dashboard.schema import Schema
from dashboard.selection.left_out import REASONS


class Answer(BaseModel):
    """Something with exactly the parts it names."""

    model_config = ConfigDict(extra="forbid")


class Counts(Answer):
    """How many rows are certain and how many possible."""

    certain: int = Field(description=tr("Wholly inside the window and certainly known by the day."))
    possible: int = Field(description=tr("A date, or the day it became known, leaves open whether it belongs."))


class LeftOut(Answer):
    """How many rows of the table are not in the answer, by the first reason that holds."""

    not_yet: int = Field(description=REASONS["not_yet"])
    outside: int = Field(description=REASONS["outside"])
    filtered: int = Field(description=REASONS["filtered"])
    unnamed: int = Field(description=REASONS["unnamed"])
    set_aside: int = Field(description=REASONS["set_aside"])


class Dated(Answer):
    """A date as its source gives it."""

    edtf: str = Field(description=tr("The date as the table has it (EDTF)."))
    earliest: date | None = Field(description=tr("The first day it can be; null = open."))
    latest: date | None = Field(description=tr("The last day it can be; null = open."))
    approximate: bool = Field(description=tr("A guess of the source or of the editor."))
    uncertain: bool = Field(description=tr("Sources conflict."))


class Itemised(Answer):
    """What the tables can name for a declared count; every number is null where a reason says why."""

    certain: int | None = Field(description=tr("Incidents certainly counted."))
    possible: int | None = Field(description=tr("Incidents possibly counted."))
    low: int | None = Field(description=tr("The least that the certain ones add up to."))
    high: int | None = Field(description=tr("The most that the certain ones add up to; null = no upper end."))
    high_possible: int | None = Field(description=tr("The same with the possible ones; null = no upper end."))
    unstated: int | None = Field(description=tr("Certain incidents whose reports give no number."))
    unit: str | None = Field(description=tr("What low and high count: attacks or people."))
    reason: str | None = Field(description=tr("Why nothing can be named; null = something can."))
    certain_ids: list[str] = Field(description=tr("The incidents certainly counted."))
    possible_ids: list[str] = Field(description=tr("The incidents possibly counted."))


class Problem(Answer):
    """One thing that is wrong with a query."""

    code: str = Field(description=tr("What kind of problem it is."))
    severity: str = Field(description=tr("error or warning."))
    file: str = Field(description=tr("Always query."))
    row: int | None = Field(description=tr("Always null."))
    column: str | None = Field(description=tr("The name in the query string."))
    found: str = Field(description=tr("What the query has."))
    expected: str = Field(description=tr("What is known, or how to write it."))
    fix: str = Field(description=tr("What to do."))


class Refusal(Answer):
    """A query that cannot be answered, or an address that does not exist: one sentence, then each problem."""

    error: str = Field(description=tr("What is wrong and what is known, in one sentence."))
    problems: list[Problem] = Field(description=tr("The same as data; none where the address itself is wrong."))


FILES: Mapping[str, dict[str, Any]] = {
    "application/geo+json": {
        "type": "object",
        "description": tr("A FeatureCollection (RFC 7946); about says what it holds, and how many have no point."),
        "required": ["type", "about", "features"],
        "properties": {
            "type": {"type": "string", "enum": ["FeatureCollection"]},
            "about": {"type": "object"},
            "features": {"type": "array", "items": {"type": "object", "required": ["id", "geometry", "properties"]}},
        },
    },
    "application/csvm+json": {
        "type": "object",
        "description": tr("The description of the CSV of the same query (W3C, CSV on the Web)."),
        "required": ["@context", "url", "notes", "tableSchema"],
    },
    "application/vnd.citationstyles.csl+json": {
        "type": "array",
        "description": tr("References as CSL-JSON."),
        "items": {"type": "object", "required": ["id", "type"]},
    },
}
"""The files whose form can be described, by their type."""

_TYPES: Mapping[str, Any] = {
    "text": str,
    "day": date,
    "whole": int,
    "number": float,
    "flag": bool,
    "list": list[str],
    "date": Dated,
    "itemised": Itemised,
}

_NEVER_NULL = frozenset({"list", "flag"})


def envelope(schema: Schema, table: str) -> type[BaseModel]:
    """A model of a table's JSON answer."""
    said: dict[str, Any] = {
        "describe": (str, Field(description=tr("What the selection holds, in one sentence."))),
        "query": (str, Field(description=tr("The same as a query string, without what decides only how it is shown."))),
        "known_by": (date | None, Field(description=tr("The known-by day asked; null = none."))),
        "counts": (Counts, Field(description=tr("How many rows are certain, how many possible."))),
        "left_out": (LeftOut, Field(description=tr("How many rows are not here, by reason."))),
        "title": (str, Field(description=tr("The title of the data package."))),
        "version": (str, Field(description=tr("Its version."))),
        "digest": (str, Field(description=tr("The hash of its rows; data=DIGEST in a link names it."))),
        "licence": (str, Field(description=tr("The licence of the rows."))),
        "notice": (str | None, Field(description=tr("That the query names other data than this; null = it does not."))),
    }
    if table == "tallies":
        words = tr("Filters asked that declared counts do not obey.")
        said["ignored"] = (list[str], Field(description=words))
    said[table] = (list[_row(schema, table)], Field(description=schema.tables[table].title))
    return create_model(f"{table.capitalize()}Answer", __base__=Answer, **said)


def _row(schema: Schema, table: str) -> type[BaseModel]:
    """A row; columns go by their aliases, because not every column's name can be an attribute's."""
    fields: dict[str, Any] = {f"column_{at}": _field(column) for at, column in enumerate(columns(schema, table))}
    return create_model(f"{table.capitalize()}Row", __base__=Answer, **fields)


def _field(column: Column) -> tuple[Any, Any]:
    stated = column.required or column.kind in _NEVER_NULL
    kind = _TYPES[column.kind]
    return kind if stated else kind | None, Field(alias=column.name, description=column.words)
