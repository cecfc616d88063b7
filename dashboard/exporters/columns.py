"""The columns of every exported table: name, kind, what it holds, and how it is read from a selected row.

What a source leaves open is None, never 0 and never an empty text; a column of several values is a list.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Any

from dashboard import edtf
from dashboard.derive import Itemised, itemised
from dashboard.language import tr
from dashboard.schema import Field, Schema
from dashboard.selection import Selected

TABLES = ("incidents", "reports", "tallies", "sources", "places", "actors")
"""The tables that can be exported, in the order in which people meet them."""

PARTS: Mapping[str, Mapping[str, str]] = {
    "date": {"edtf": "text", "earliest": "day", "latest": "day", "approximate": "flag", "uncertain": "flag"},
    "itemised": {
        "certain": "whole", "possible": "whole", "low": "whole", "high": "whole", "high_possible": "whole",
        "unstated": "whole", "unit": "text", "reason": "text", "certain_ids": "list", "possible_ids": "list",
    },
}  # fmt: skip
"""The kinds of column that hold several named parts, in order, each with its kind; in a flat format each part is a
column of its own."""

Row = Mapping[str, Any]
Read = Callable[[Selected, Row], Any]


@dataclass(frozen=True)
class Column:
    """One exported column. ``kind``: text, day, whole, number, flag, list, or one of PARTS."""

    name: str
    kind: str
    words: str
    read: Read
    required: bool = False


def columns(schema: Schema, table: str) -> tuple[Column, ...]:
    """The columns of an exported table: those that the package declares, then those that follow from them.

    Where a package declares a column of the same name as one that follows, the latter counts.
    """
    added = (*ADDED.get(table, ()), _CERTAINTY)
    taken = {column.name for column in added}
    fields = [field for name, field in schema.tables[table].fields.items() if name not in taken]
    return (*(_declared(table, field) for field in fields if _exported(table, field)), *added)


def flat(shown: Iterable[Column]) -> dict[str, str]:
    """The names of flat columns in order, each with its kind: "date" gives "date_edtf", "date_earliest", ..."""
    return {
        (f"{column.name}_{part}" if part else column.name): kind
        for column in shown
        for part, kind in PARTS.get(column.kind, {"": column.kind}).items()
    }


def flattened(shown: Iterable[Column], record: Mapping[str, Any]) -> dict[str, Any]:
    """A record by its flat columns; where a value in parts is None, every part is."""
    values: dict[str, Any] = {}
    for column in shown:
        value = record[column.name]
        parts = PARTS.get(column.kind)
        if parts is None:
            values[column.name] = value
        else:
            values |= {f"{column.name}_{part}": value and value[part] for part in parts}
    return values


def _exported(table: str, field: Field) -> bool:
    return table != "incidents" or field.name in _INCIDENT


_INCIDENT = ("incident_id", "title", "kind", "date", "place_id")
"""What a selected incident has of its row; date, place and kind as the reports known by the day give them."""


# --- columns that the package declares -------------------------------------------------------------------

_KINDS = {"integer": "whole", "number": "number", "date": "day"}


def _declared(table: str, field: Field) -> Column:
    kind = "date" if field.edtf else "list" if field.list else _KINDS.get(field.type, "text")
    words = field.raw.get("description", "")
    read = _READ.get((table, field.name)) or _cell(field.name, kind, field.list or ";")
    return Column(field.name, kind, words, read, field.required)


def _cell(name: str, kind: str, separator: str = ";") -> Read:
    if kind == "list":
        return lambda _, row: row[name].split(separator) if row[name] else []
    return lambda _, row: _VALUES[kind](row[name]) if row[name] != "" else None


def parts_of(text: str) -> dict[str, Any]:
    """A date in its parts; ``earliest`` or ``latest`` is None where that end is open."""
    value = edtf.parse(text)
    days = (value.earliest and value.earliest.isoformat(), value.latest and value.latest.isoformat())
    return dict(zip(PARTS["date"], (text, *days, value.approximate, value.uncertain), strict=True))


_VALUES: Mapping[str, Callable[[Any], Any]] = {
    "text": str,
    "day": str,
    "whole": int,
    "number": float,
    "flag": bool,
    "date": parts_of,
}


# --- columns that follow from the rows -------------------------------------------------------------------


def _known_on(_: Selected, row: Row) -> str | None:
    return None if row["undated"] else date.fromordinal(int(row["known_day"])).isoformat()


def _lag(_: Selected, row: Row) -> int | None:
    """From the days as they are read on the known-by day; none where the day it was known, or an end, is open."""
    open_end = row["last_day"] == edtf.LAST.toordinal()
    return None if row["undated"] or open_end else max(0, int(row["known_day"]) - int(row["last_day"]))


def _itemised(selected: Selected, row: Row) -> dict[str, Any]:
    found = itemised(selected.index, row, selected.day)
    values = _nothing(found) if found.reason else _counted(found)
    return {name: values.get(name) for name in PARTS["itemised"]}


def _nothing(found: Itemised) -> dict[str, Any]:
    return {"reason": found.reason, "certain_ids": [], "possible_ids": []}


def _counted(found: Itemised) -> dict[str, Any]:
    return {
        "certain": len(found.sure),
        "possible": len(found.open),
        "low": _bounded(found.low),
        "high": _bounded(found.high),
        "high_possible": _bounded(found.high_possible),
        "unstated": found.unstated,
        "unit": found.unit,
        "certain_ids": list(found.certain),
        "possible_ids": list(found.possible),
    }


def _bounded(value: float) -> int | None:
    return int(value) if isfinite(value) else None


_KNOWN_ON = Column("known_on", "day", tr("The day a reader could know it; empty = unknown."), _known_on)
_CERTAINTY = Column(
    "certainty", "text",
    tr("certain: wholly inside the window and certainly known by the day; possible: a date, or the day it "
    "became known, leaves that open."),
    _cell("certainty", "text"), required=True,
)  # fmt: skip


def _whole_count(selected: Selected, row: Row) -> str | None:
    """The count that this one is a part of, once that was known."""
    whole = selected.index.tallies.loc[selected.index.tallies["tally_id"] == row["part_of"], "possible_day"]
    return row["part_of"] if (whole <= selected.day).any() else None


_READ: Mapping[tuple[str, str], Read] = {("tallies", "part_of"): _whole_count}
"""Declared columns whose cells need more than their row."""

ADDED: Mapping[str, tuple[Column, ...]] = {
    "incidents": (
        Column(
            "corroboration", "text", tr("How it stands on the known-by day; empty for statements."),
            _cell("corroboration", "text"),
        ),
        Column(
            "disputed", "flag", tr("Whether somebody denies or disputes it, or accounts cannot both hold."),
            _cell("disputed", "flag"), required=True,
        ),
        Column(
            "origins", "whole", tr("Statements it rests on: one institution on one day each."),
            _cell("origins", "whole"), required=True,
        ),
        Column(
            "outlets", "whole", tr("Outlets that carry a report of it."),
            _cell("outlets", "whole"), required=True,
        ),
        Column("report_ids", "list", tr("The reports that match the selection."), _cell("report_ids", "list")),
    ),
    "reports": (
        _KNOWN_ON,
        Column(
            "lag", "whole",
            tr("Days from the latest day it can have happened to the day it was known; empty = either is open."),
            _lag,
        ),
    ),
    "tallies": (
        _KNOWN_ON,
        Column(
            "itemised", "itemised",
            tr("What these tables can name for the count's own window and scope, by the known-by day."),
            _itemised, required=True,
        ),
    ),
}  # fmt: skip
"""Per table, the columns that no file holds."""
