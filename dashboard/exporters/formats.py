"""The formats that a selection can be taken away in, by the ending of the file's name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import orjson

from dashboard.exporters.archive import archive
from dashboard.exporters.bundle import package
from dashboard.exporters.citations import STYLES
from dashboard.exporters.columns import TABLES
from dashboard.exporters.maps import KEYS, collection
from dashboard.exporters.records import about, envelope
from dashboard.exporters.references import THINGS, Visit, reference, references
from dashboard.exporters.sheets import as_csv, described
from dashboard.exporters.typed import as_parquet
from dashboard.language import tr
from dashboard.selection import Selected


def as_json(selected: Selected, table: str) -> bytes:
    """The selected rows of a table as JSON, keys and rows always in the same order."""
    return _json(envelope(selected, table))


def as_zip(selected: Selected, table: str) -> bytes:
    """The selected rows of a table as a zip: the CSV, about.json that says what they are, and its description."""
    files = {f"{table}.csv": as_csv(selected, table), "about.json": _json({"table": table, **about(selected, table)})}
    return archive({**files, f"{table}{DESCRIPTION}": _json(described(selected, table))})


def _json(value: Any) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


DESCRIPTION = ".csv-metadata.json"
"""The ending of the description of a CSV, as CSV on the Web names it."""

Write = Callable[[Selected, str, Visit], bytes]


@dataclass(frozen=True)
class Format:
    """One way to write an export.

    ``holds`` is what a file is to a machine: rows (the API's own JSON), object, list, text or binary; ``dated``
    formats name the site and the day on which they were made.
    """

    mimetype: str
    write: Write
    words: str
    holds: str = "binary"
    dated: bool = False


def _rows(write: Callable[[Selected, str], bytes]) -> Write:
    return lambda selected, table, _: write(selected, table)


def _description(selected: Selected, table: str, visit: Visit) -> bytes:
    return _json(described(selected, table, asked=bool(visit.site)))


_CSV = Format("text/csv; charset=utf-8", _rows(as_csv), tr("CSV for a spreadsheet"), "text")
_ZIP = Format("application/zip", _rows(as_zip), tr("a zip of the CSV, a note of what it holds, and its description"))
_PARQUET = Format("application/vnd.apache.parquet", _rows(as_parquet), tr("Parquet with types, for a notebook"))
_DESCRIPTION = Format(
    "application/csvm+json", _description, tr("the description of the CSV (CSV on the Web)"), "object", dated=True
)

FORMATS: Mapping[str, Format] = {
    ".json": Format("application/json", _rows(as_json), tr("JSON with the selection in words and its counts"), "rows"),
    ".csv": _CSV,
    DESCRIPTION: _DESCRIPTION,
    ".zip": _ZIP,
    ".parquet": _PARQUET,
}
"""The formats of every table by ending. Adding one is a function and a line."""

MAPS: Mapping[str, Format] = {
    ".geojson": Format(
        "application/geo+json", _rows(lambda selected, table: _json(collection(selected, table))),
        tr("GeoJSON, a point where the place has one"), "object",
    ),
}  # fmt: skip
"""The formats of tables whose rows name a place."""

_FILES = {
    "apa": (".apa.txt", "text/plain; charset=utf-8", "text"),
    "mla": (".mla.txt", "text/plain; charset=utf-8", "text"),
    "chicago": (".chicago.txt", "text/plain; charset=utf-8", "text"),
    "bibtex": (".bib", "application/x-bibtex; charset=utf-8", "text"),
    "csl": (".csl.json", "application/vnd.citationstyles.csl+json", "list"),
}


def _citations(write: Callable[..., bytes], words: str) -> Mapping[str, Format]:
    return {
        ending: Format(mimetype, partial(write, style=style), f"{words} ({STYLES[style]})", holds, dated=True)
        for style, (ending, mimetype, holds) in _FILES.items()
    }


CITATIONS = _citations(references, tr("references of the rows and of the view"))
"""The formats of tables whose rows can be cited."""

VIEW, PACKAGE = "view", "package"
_AGAIN = tr("a zip of a data package that the site can load again")

EXPORTS: Mapping[str, Mapping[str, Format]] = {
    **{
        table: {**FORMATS, **(MAPS if table in KEYS else {}), **(CITATIONS if table in THINGS else {})}
        for table in TABLES
    },
    VIEW: _citations(lambda selected, _, visit, style: reference(selected, visit, style), tr("reference of the view")),
    PACKAGE: {".zip": Format("application/zip", _rows(lambda selected, _: package(selected)), _AGAIN)},
}
"""Everything that can be exported, and the formats it can be had in."""
