"""A selection as a data package of its own, which the site can load again.

It holds the selected incidents with every report of them that was known by the day, because an incident
stands on all of those and not only on the reports that match a filter; the selected tallies; every row that
these refer to; links whose incidents are both kept and whose source had appeared by then; the glossary; and the
outlines of the map.
An incident has the date, place and kind that the reports known by the day give.

Loaded again, its incidents are those of the selection and stand as they did. Asked the same query again, it gives
the same rows of every table, within these limits:

- asked nothing, all reports of an incident match, certainty is that of no window, and a report of unknown day, which
  raised nothing on the known-by day, counts at the end of the data;
- what can be itemised for a declared count is what the package holds: the incidents of the selection;
- titles are the editor's, who wrote them knowing everything; the notes of incidents, documents and links, written so
  too, are empty where a known-by day is asked that comes before the end, as pages leave them out;
- an incident whose date no known report gives is left out, because no package may hold one; the descriptor
  names it under ``selection``;
- stories are told from all of the data: they come with a selection of everything, and with no other. The descriptor
  names those left out.
"""

import io
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from datetime import date
from itertools import chain
from typing import Any

import orjson

from dashboard import edtf, tables
from dashboard.checks import Package, references
from dashboard.checks.package import STORIES
from dashboard.exporters.archive import archive
from dashboard.language import tr
from dashboard.schema import DESCRIPTOR, Schema
from dashboard.selection import Selected
from dashboard.selection.hindsight import noted
from dashboard.tables import Row

Cells = dict[str, str]
Rows = dict[str, list[Cells]]


def package(selected: Selected) -> bytes:
    """The selection as the zip of a data package; the same rows give the same bytes."""
    rows, left_out = _kept(selected)
    schema = selected.dataset.schema
    files = {DESCRIPTOR: _descriptor(selected, rows, left_out)}
    files |= {schema.tables[name].path: _csv(schema, name, rows[name]) for name in rows}
    return archive(files | (_stories(selected) if _everything(selected) else {}))


# --- rows ------------------------------------------------------------------------------------------------


def _kept(selected: Selected) -> tuple[Rows, list[str]]:
    """The rows per table, and the incidents that had to be left out."""
    rows = {"incidents": _incidents(selected), "reports": _reports(selected)}
    left_out = _uncarried(selected.dataset.schema, rows)
    rows = {name: [row for row in kept if row["incident_id"] not in left_out] for name, kept in rows.items()}
    rows["tallies"] = _tallies(selected)
    rows["links"] = _links(selected, {row["incident_id"] for row in rows["incidents"]})
    rows |= {name: _all(selected, name) for name in _WHOLE if name in selected.dataset.tables}
    whole = _completed(selected, rows)
    return {name: kept if noted(selected, name) else _unnoted(kept) for name, kept in whole.items()}, sorted(left_out)


def _unnoted(rows: Iterable[Cells]) -> list[Cells]:
    return [{**row, "note": ""} for row in rows]


_WHOLE = ("glossary", "outlines")
"""Tables that belong to a package whatever was selected: words, and lines for orientation."""


def _all(selected: Selected, table: str) -> list[Cells]:
    return selected.dataset[table].to_dict("records")


def _incidents(selected: Selected) -> list[Cells]:
    reading = selected.incidents.set_index("incident_id")[["kind", "date", "place_id"]].to_dict("index")
    rows = _all(selected, "incidents")
    return [{**row, **reading[row["incident_id"]]} for row in rows if row["incident_id"] in reading]


def _reports(selected: Selected) -> list[Cells]:
    frame = selected.index.reports
    ours = frame["incident_id"].isin(selected.incidents["incident_id"])
    known = frame.loc[ours & (frame["possible_day"] <= selected.day), "report_id"]
    return _with(selected.dataset.by_id["reports"], set(known))


def _uncarried(schema: Schema, rows: Rows) -> set[str]:
    """Incidents that the check of the package would refuse."""
    numbered = {name: [Row(at, dict(row)) for at, row in enumerate(kept)] for name, kept in rows.items()}
    refused = {problem.row for problem in references.carried(Package(schema, numbered))}
    return {row["incident_id"] for row in numbered["incidents"] if row.number in refused}


def _tallies(selected: Selected) -> list[Cells]:
    """The selected tallies and the known ones they are parts of; a part of an unknown one stands alone."""
    frame = selected.index.tallies
    known = set(frame.loc[frame["possible_day"] <= selected.day, "tally_id"])
    rows = selected.dataset.by_id["tallies"]
    kept = set(selected.tallies["tally_id"])
    while wholes := {rows[key]["part_of"] for key in kept} & known - kept:
        kept |= wholes
    alone = {"part_of": ""}
    return [row if row["part_of"] in kept else {**row, **alone} for row in _with(rows, kept)]


def _links(selected: Selected, incidents: set[str]) -> list[Cells]:
    ends = {*incidents, ""}
    rows = [row for row in _all(selected, "links") if {row["from_incident"], row["to_incident"]} <= ends]
    return [row for row in rows if _had_appeared(selected, row["source_id"])]


def _had_appeared(selected: Selected, source_id: str) -> bool:
    published = selected.dataset.by_id["sources"][source_id]["published"] if source_id else ""
    return not published or edtf.parse(published).first_day <= selected.day


def _completed(selected: Selected, rows: Rows) -> Rows:
    """The rows with every row that they refer to, tables and rows in the order of the package.

    A table without ids that the site does not know is left out: nothing says which of its rows belong.
    """
    schema, by_id = selected.dataset.schema, selected.dataset.by_id
    ids: dict[str, set[str]] = {}
    while True:
        referred = {name: _with(by_id[name], ids.get(name, ())) for name in by_id if name not in rows}
        whole = rows | referred
        named = _named(schema, whole)
        if named == ids:
            return {name: whole[name] for name in schema.tables if name in whole}
        ids = named


def _with(rows: Mapping[str, Cells], ids: Container[str]) -> list[Cells]:
    return [row for key, row in rows.items() if key in ids]


def _named(schema: Schema, rows: Rows) -> dict[str, set[str]]:
    """The ids that the rows name, by the table they are of."""
    named = defaultdict(set)
    for name, kept in rows.items():
        for field in schema.tables[name].fields.values():
            if field.refers:
                cells = (Row(0, row).values(field.name, field.list) for row in kept)
                named[field.refers].update(chain.from_iterable(cells))
    named["places"].update(row["scope"] for row in rows["tallies"])  # or countries, which name no place
    named["actors"].update(row["outlet_id"] for row in rows["outlets"])  # an outlet's own voice has its id
    return named


# --- stories ---------------------------------------------------------------------------------------------


ITEMISED = tr(
    "Declared counts are held against the incidents of this package alone, so what is named for one can be less than "
    "in the whole data."
)


def _everything(selected: Selected) -> bool:
    """True when the selection leaves nothing out: stories are told from all of the data."""
    return not selected.selection.filtering.asked


def _stories(selected: Selected) -> dict[str, bytes]:
    return {f"{STORIES}/{name}": content for name, content in selected.dataset.stories.items()}


# --- files -----------------------------------------------------------------------------------------------


def _csv(schema: Schema, table: str, rows: Iterable[Cells]) -> bytes:
    text = io.StringIO()
    tables.write(text, list(schema.tables[table].fields), rows)
    return text.getvalue().encode()


def _descriptor(selected: Selected, rows: Rows, left_out: list[str]) -> bytes:
    raw = selected.dataset.schema.raw
    note = {
        "query": selected.selection.filtering.to_query(),
        "describe": selected.sentence,
        "known_by": selected.selection.known_by,
        "data_until": date.fromordinal(selected.index.end),
        "digest": selected.dataset.digest,
        "incidents_left_out": left_out,
        "stories_left_out": [] if _everything(selected) else list(selected.dataset.stories),
        "limits": [] if _everything(selected) else [ITEMISED],
    }
    resources = [_resource(resource) for resource in raw["resources"] if resource["name"] in rows]
    described: dict[str, Any] = {**raw, "selection": note, "resources": resources}
    described["description"] = f"A selection: {selected.sentence} {raw.get('description', '')}".strip()
    return orjson.dumps(described, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _resource(raw: Mapping[str, Any]) -> dict[str, Any]:
    """A table's declaration without the size and the hash of the file it had."""
    return {name: value for name, value in raw.items() if name not in ("bytes", "hash")}
