"""Selected rows as CSV that a spreadsheet may open, and the description that goes with it.

A spreadsheet runs a cell that begins with = + - @ (in either width), a tab or a carriage return as a formula, and these
rows hold words of others. Such a cell gets an apostrophe before it (OWASP, CSV injection): in cells of text alone, so
that a negative number stays a number, and so that ``undefused`` takes away exactly what was added. Data packages are
not treated so: they are read by programs, and must load with the same values.

Rows alone stand in the file, because a line of comment would break its readers. What they are stands in the
description, after the W3C's CSV on the Web: beside it in a zip, and linked from the HTTP answer as ``describedby``.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from dashboard.exporters.columns import PARTS, Column, columns, flat, flattened
from dashboard.exporters.records import Record, about, records
from dashboard.selection import Selected

_FORMULA = r"[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]"
_RUN = re.compile(f"'*{_FORMULA}")
_DEFUSED = re.compile(f"'+{_FORMULA}")


def as_csv(selected: Selected, table: str) -> bytes:
    """The selected rows of a table as CSV in UTF-8: a date in five columns, a list joined by ";"."""
    shown = columns(selected.dataset.schema, table)
    return sheet(list(flat(shown)), (flattened(shown, record).values() for record in records(selected, table)))


def sheet(heads: Sequence[str], rows: Iterable[Iterable[Any]]) -> bytes:
    """Rows of values under their heads as CSV in UTF-8 that a spreadsheet may open; None is an empty cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(map(defused, heads))
    writer.writerows([_text(value) for value in row] for row in rows)
    return text.getvalue().encode()


def defused(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would run, or before what looks as if it had been added."""
    return f"'{text}" if _RUN.match(text) else text


def undefused(text: str) -> str:
    """The text before it was defused: ``undefused(defused(text)) == text`` for every text."""
    return text[1:] if _DEFUSED.match(text) else text


def _text(value: Any) -> str:
    return _TEXTS.get(type(value), str)(value)


_TEXTS: Mapping[type, Callable[[Any], str]] = {
    type(None): lambda _: "",
    bool: lambda flag: "true" if flag else "false",
    str: defused,
    list: lambda values: defused(";".join(values)),
}


# --- the description -------------------------------------------------------------------------------------


def described(selected: Selected, table: str, *, asked: bool = False) -> Record:
    """The description of a table's CSV after CSV on the Web; ``asked`` when its address carries the query."""
    schema = selected.dataset.schema
    query = selected.selection.filtering.to_query()
    address = f"{table}.csv?{query}" if asked and query else f"{table}.csv"
    shown = [column for part in columns(schema, table) for column in _columns(part)]
    return _described(selected, table, address, schema.tables[table].title, shown)


def described_drawn(selected: Selected, table: str, address: str, words: str, heads: Sequence[str]) -> Record:
    """The description of the CSV at an address that holds the rows of a figure, in words, with its columns."""
    return _described(selected, table, address, words, [{"titles": head, "null": ""} for head in heads])


def _described(selected: Selected, table: str, address: str, words: str, shown: list[Record]) -> Record:
    schema, said = selected.dataset.schema, about(selected, table)
    licence = (schema.raw.get("licenses") or [{}])[0].get("path")
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "url": address,
        "dc:title": f"{schema.title}: {words}",
        "dc:description": said["describe"],
        **({"dc:license": {"@id": licence}} if licence else {}),
        "notes": [said],
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\n"]},
        "tableSchema": {"columns": shown},
    }


def _columns(column: Column) -> list[Record]:
    return [_column(name, kind, column) for name, kind in flat([column]).items()]


def _column(name: str, kind: str, column: Column) -> Record:
    whole = column.kind not in PARTS
    return {
        "titles": name,
        "dc:description": column.words,
        "datatype": _DATATYPES[kind],
        "null": "",
        **({"separator": ";"} if kind == "list" else {}),
        **({"required": True} if column.required and whole else {}),
    }


_DATATYPES: Mapping[str, str] = {
    "text": "string",
    "list": "string",
    "day": "date",
    "whole": "integer",
    "number": "number",
    "flag": "boolean",
}
