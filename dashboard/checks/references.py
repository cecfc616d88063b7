"""References: ids in lists, scopes, containment without circles, values carried by reports, rows nobody uses."""

import re
from collections.abc import Iterator

from dashboard.checks.form import unknown_reference
from dashboard.checks.package import Package, date_in
from dashboard.errors import Problem
from dashboard.tables import Row

_COUNTRIES = re.compile(r"[A-Z]{2}(;[A-Z]{2})*")


def in_lists(package: Package) -> Iterator[Problem]:
    """Ids inside list cells, and references the schema leaves to us, that name no row."""
    for table, field in package.columns():
        if field.refers and field.list:
            known = package.by_id[field.refers]
            for row, value in package.cells(table, field):
                if value not in known:
                    yield unknown_reference(package, table, row.number, field.name, value, field.refers)


def scopes(package: Package) -> Iterator[Problem]:
    """Tally scopes that are neither country codes nor a place."""
    table = package.schema.tables["tallies"]
    for row in package.rows["tallies"]:
        scope = row["scope"]
        if scope and not _COUNTRIES.fullmatch(scope) and scope not in package.by_id["places"]:
            fix = "Write countries as IQ;SY, or one place id"
            expected = "country codes or a place_id of places.csv"
            yield Problem("unknown-reference", table.path, row.number, "scope", repr(scope), expected, fix)


def cycles(package: Package) -> Iterator[Problem]:
    """Rows that contain themselves through ``within``, ``member_of`` or ``part_of``."""
    for table, field in package.columns():
        if field.refers == table.name:
            rows = package.by_id[table.name]
            for row in rows.values():
                if _returns(row, rows, table.key or "", field.name):
                    found = repr(row[field.name])
                    fix = f"Point {field.name} at something larger, or leave it empty"
                    expected = "a chain that ends"
                    yield Problem("cycle", table.path, row.number, field.name, found, expected, fix)


def _returns(row: Row, rows: dict[str, Row], key: str, column: str) -> bool:
    seen, step = set(), row
    while step and step[key] not in seen:
        seen.add(step[key])
        step = rows.get(step[column])
    return step is row


def carried(package: Package) -> Iterator[Problem]:
    """Incidents without reports, and incidents whose date, place or kind none of their reports gives."""
    path = package.schema.tables["incidents"].path
    for row in package.rows["incidents"]:
        reports = package.reports_of.get(row["incident_id"], [])
        if not reports:
            fix = "Add its report, or remove the incident"
            yield Problem("no-reports", path, row.number, "incident_id", repr(row["incident_id"]), "at least one report", fix)
            continue
        for column, carries in _CARRIES.items():
            if row[column] and not any(carries(row, report) for report in reports):
                fix = f"Give the {column} one report has, or correct the report"
                expected = f"a value that one of its {len(reports)} reports gives"
                yield Problem("not-carried", path, row.number, column, repr(row[column]), expected, fix)


def _carries_date(incident: Row, report: Row) -> bool:
    mine, theirs = date_in(incident, "date"), date_in(report, "date")
    if mine is None or theirs is None:
        return mine is None
    same = (mine.earliest, mine.latest) == (theirs.earliest, theirs.latest)
    return same and (mine.approximate or not theirs.approximate)


_CARRIES = {
    "date": _carries_date,
    "place_id": lambda incident, report: report["place_id"] == incident["place_id"],
    "kind": lambda incident, report: report["kind"] in ("", incident["kind"]),
}

_USED_BY_ITSELF = ("incidents", "reports", "tallies", "links", "glossary")


def orphans(package: Package) -> Iterator[Problem]:
    """Outlets, sources, actors and places that no other row uses."""
    used = _used(package)
    for name, rows in package.by_id.items():
        table = package.schema.tables[name]
        for key, row in rows.items() if name not in _USED_BY_ITSELF else ():
            if key not in used.get(name, ()):
                fix = "Remove the row, or use it"
                yield Problem("orphan", table.path, row.number, table.key, repr(key), "a row that another row uses", fix)


def _used(package: Package) -> dict[str, set[str]]:
    used: dict[str, set[str]] = {}
    for table, field in package.columns():
        if field.refers:
            used.setdefault(field.refers, set()).update(value for _, value in package.cells(table, field))
    used.setdefault("places", set()).update(row["scope"] for row in package.rows["tallies"])
    used.setdefault("actors", set()).update(package.by_id["outlets"])  # an outlet's own voice has the outlet's id
    return used
