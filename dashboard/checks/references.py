"""References between rows: ids, scopes, circles, values carried by reports, rows nobody uses."""

import re
from collections.abc import Iterator

from dashboard.checks.package import Package, date_in, in_cell
from dashboard.edtf import Edtf
from dashboard.errors import Problem, shown
from dashboard.language import tr
from dashboard.schema import Field, Table
from dashboard.tables import Row, values

_COUNTRIES = re.compile(r"[A-Z]{2}(;[A-Z]{2})*")


def unknown(package: Package) -> Iterator[Problem]:
    """Ids, inside list cells too, that name no row of the table they refer to."""
    for table, field in package.columns():
        if field.refers:
            target = package.schema.tables[field.refers]
            expected, fix = (
                tr("the {key} of a row in {path}").format(key=target.key, path=target.path),
                tr("Correct the id, or add the row to {path}").format(path=target.path),
            )
            for row, value in strangers(package, table, field):
                yield Problem("unknown-reference", table.path, row.number, field.name, shown(value), expected, fix)


def strangers(package: Package, table: Table, field: Field) -> Iterator[tuple[Row, str]]:
    """Each row and id, of a column that refers to a table, that no row of that table has."""
    known = package.by_id[field.refers or ""]

    def judge(text: str) -> list[str]:
        return [value for value in values(text, field.list) if value not in known]

    for row, unknown_ids in package.judged(table, field.name, judge):
        yield from ((row, value) for value in unknown_ids)


def scopes(package: Package) -> Iterator[Problem]:
    """Tally scopes that are neither country codes nor a place."""
    table = package.schema.tables["tallies"]
    for row in package.rows["tallies"]:
        scope = row["scope"]
        if scope and not _COUNTRIES.fullmatch(scope) and scope not in package.by_id["places"]:
            expected = tr("country codes or a place_id of {path}").format(path=package.schema.tables["places"].path)
            fix = tr("Write countries as IQ;SY, or one place id")
            yield in_cell("unknown-reference", table, row, "scope", expected, fix)


def cycles(package: Package) -> Iterator[Problem]:
    """Rows that contain themselves through ``within``, ``member_of`` or ``part_of``."""
    for table, field in package.columns():
        rows = package.by_id[table.name] if field.refers == table.name else {}
        for row in rows.values():
            if _returns(row, rows, table.key or "", field.name):
                fix = tr("Point {name} at something larger, or leave it empty").format(name=field.name)
                yield in_cell("cycle", table, row, field.name, tr("a chain that ends"), fix)


def _returns(row: Row, rows: dict[str, Row], key: str, column: str) -> bool:
    seen, step = set(), row
    while step and step[key] not in seen:
        seen.add(step[key])
        step = rows.get(step[column])
    return step is row


def carried(package: Package) -> Iterator[Problem]:
    """Incidents without reports, and incidents whose date, place or kind none of their reports gives."""
    table = package.schema.tables["incidents"]
    for row in package.rows["incidents"]:
        reports = package.reports_of.get(row["incident_id"], [])
        if not reports and row["incident_id"]:
            fix = tr("Add its report, or remove the incident")
            yield in_cell("no-reports", table, row, "incident_id", tr("at least one report"), fix)
        for column in _uncarried(row, reports) if reports else ():
            expected = tr("a value that one of its reports gives ({number} in all)").format(number=len(reports))
            fix = tr("Give the {column} one report has, or correct the report").format(column=column)
            yield in_cell("not-carried", table, row, column, expected, fix)


def _uncarried(incident: Row, reports: list[Row]) -> Iterator[str]:
    for column, carries in _CARRIES.items():
        if incident[column] and not any(carries(incident, report) for report in reports):
            yield column


def _carries_date(incident: Row, report: Row) -> bool:
    if report["date"] == incident["date"]:
        return True
    mine, theirs = date_in(incident, "date"), date_in(report, "date")
    if mine is None or theirs is None:
        return mine is None
    return _days(mine) == _days(theirs) and (mine.approximate or not theirs.approximate)


def _days(value: Edtf) -> tuple:
    """What a date says of its days: one day in November is not all November, one of two is not one of ten."""
    listed = tuple(_days(member) for member in value.members) if value.form == "one-of-list" else ()
    return value.earliest, value.latest, value.form == "interval", listed


_CARRIES = {
    "date": _carries_date,
    "place_id": lambda incident, report: report["place_id"] == incident["place_id"],
    "kind": lambda incident, report: report["kind"] in ("", incident["kind"]),
}

_THERE_FOR_OTHERS = ("outlets", "sources", "actors", "places")


def orphans(package: Package) -> Iterator[Problem]:
    """Outlets, sources, actors and places that no other row uses."""
    used = _used(package)
    for name in _THERE_FOR_OTHERS:
        table = package.schema.tables[name]
        for key, row in package.by_id[name].items():
            if key not in used[name]:
                expected = tr("a row that another row uses")
                yield in_cell("orphan", table, row, table.key or "", expected, tr("Remove the row, or use it"))


def _used(package: Package) -> dict[str, set[str]]:
    used: dict[str, set[str]] = {name: set() for name in package.schema.tables}
    for table, field in package.columns():
        if field.refers:
            texts = {row[field.name] for row in package.rows[table.name]}
            used[field.refers].update(*(values(text, field.list) for text in texts))
    used["places"] |= {row["scope"] for row in package.rows["tallies"]}
    used["actors"] |= package.by_id["outlets"].keys()  # an outlet's own voice has the outlet's id
    return used
