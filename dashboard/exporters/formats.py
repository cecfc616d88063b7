"""The formats that a selection can be taken away in, by the ending of the file's name."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from dashboard import tables
from dashboard.exporters.archive import archive
from dashboard.exporters.bundle import package
from dashboard.exporters.columns import PARTS, TABLES, Column, columns
from dashboard.exporters.records import Record, about, envelope, records
from dashboard.selection import Selected


def as_json(selected: Selected, table: str) -> bytes:
    """The selected rows of a table as JSON, keys and rows always in the same order."""
    return orjson.dumps(envelope(selected, table), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def as_csv(selected: Selected, table: str) -> bytes:
    """The selected rows of a table as CSV in UTF-8: a date in five columns, a list joined by ";"."""
    shown = columns(selected.dataset.schema, table)
    text = io.StringIO()
    rows = (_flat(shown, record) for record in records(selected, table))
    tables.write(text, [name for column in shown for name in _names(column)], rows)
    return text.getvalue().encode()


def as_zip(selected: Selected, table: str) -> bytes:
    """The selected rows of a table as a zip: the CSV, and about.json that says what they are."""
    schema = selected.dataset.schema
    note = {
        "title": schema.title,
        "table": table,
        **about(selected, table),
        "query": selected.selection.filtering.to_query(),
        "version": schema.version,
        "licence": schema.licence,
    }
    said = orjson.dumps(note, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    return archive({f"{table}.csv": as_csv(selected, table), "about.json": said})


def _names(column: Column) -> list[str]:
    return [f"{column.name}_{part}" for part in PARTS[column.kind]] if column.kind in PARTS else [column.name]


def _flat(shown: tuple[Column, ...], record: Record) -> dict[str, str]:
    cells: dict[str, str] = {}
    for column in shown:
        value = record[column.name]
        parts = (value or {}).values() if column.kind in PARTS else [value]
        cells |= {name: _text(part) for name, part in zip(_names(column), parts, strict=value is not None)}
    return cells


def _text(value: Any) -> str:
    return _TEXTS.get(type(value), str)(value)


_TEXTS: Mapping[type, Callable[[Any], str]] = {
    type(None): lambda _: "",
    bool: lambda flag: "true" if flag else "false",
    list: ";".join,
}


@dataclass(frozen=True)
class Format:
    """One way to write an export."""

    mimetype: str
    write: Callable[[Selected, str], bytes]
    words: str


FORMATS: Mapping[str, Format] = {
    ".json": Format("application/json", as_json, "JSON with the selection in words and its counts"),
    ".csv": Format("text/csv; charset=utf-8", as_csv, "CSV for a spreadsheet"),
    ".zip": Format("application/zip", as_zip, "a zip of the CSV and a note of what it holds"),
}
"""The formats of a table by ending. Adding one is a function and a line."""

PACKAGE = "package"
_AGAIN = "a zip of a data package that the site can load again"

EXPORTS: Mapping[str, Mapping[str, Format]] = {
    **dict.fromkeys(TABLES, FORMATS),
    PACKAGE: {".zip": Format("application/zip", lambda selected, _: package(selected), _AGAIN)},
}
"""Everything that can be exported, and the formats it can be had in."""
