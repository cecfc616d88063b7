"""Selected rows as Parquet: flat columns of types, with the selection in the file's metadata.

It is written by DuckDB, because it is the smallest thing that writes days and lists as such: 65 MB installed. pyarrow
takes about 150 MB, and fastparquet (16 MB) writes no days.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson

from dashboard.exporters.columns import columns, flat, flattened
from dashboard.exporters.records import about, records
from dashboard.selection import Selected

ABOUT = "as_reported"
"""The key of the file's metadata under which stands, as JSON, what its rows are."""

_TYPES = {
    "text": "VARCHAR",
    "list": "VARCHAR[]",
    "day": "DATE",
    "whole": "BIGINT",
    "number": "DOUBLE",
    "flag": "BOOLEAN",
}


def as_parquet(selected: Selected, table: str) -> bytes:
    """The selected rows of a table as Parquet: days are dates, lists are lists, what is left open is null."""
    import duckdb  # heavy, and only here

    shown = columns(selected.dataset.schema, table)
    said = json.dumps(about(selected, table), ensure_ascii=False)
    with TemporaryDirectory() as folder, duckdb.connect(config=_ALONE) as base:
        rows, out = Path(folder, "rows.json"), Path(folder, "out.parquet")
        rows.write_bytes(b"\n".join(orjson.dumps(flattened(shown, record)) for record in records(selected, table)))
        source = f"read_json({_quoted(rows)}, format = 'newline_delimited', columns = {{{_declared(flat(shown))}}})"
        if not rows.stat().st_size:
            source = f"(SELECT * FROM (SELECT {_empty(flat(shown))}) WHERE false)"
        options = f"FORMAT parquet, KV_METADATA {{{ABOUT}: {_quoted(said)}}}"
        base.execute(f"COPY (SELECT * FROM {source}) TO {_quoted(out)} ({options})")
        return out.read_bytes()


_ALONE = {"threads": 1, "autoinstall_known_extensions": False, "autoload_known_extensions": False}
"""One thread, so that the same rows give the same bytes; nothing fetched from anywhere."""


def _declared(kinds: dict[str, str]) -> str:
    return ", ".join(f"{_quoted(name)}: '{_TYPES[kind]}'" for name, kind in kinds.items())


def _empty(kinds: dict[str, str]) -> str:
    return ", ".join(f"NULL::{_TYPES[kind]} AS {_name(name)}" for name, kind in kinds.items())


def _quoted(text: object) -> str:
    return "'" + str(text).replace("'", "''") + "'"


def _name(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
