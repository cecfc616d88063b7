"""Dates: every date cell can be read, and nothing is dated before what it reports."""

from collections.abc import Iterator

from dashboard import edtf
from dashboard.checks.package import Package, date_in, in_cell
from dashboard.errors import Problem, shown
from dashboard.language import tr
from dashboard.schema import Table
from dashboard.tables import Row


def forms(package: Package) -> Iterator[Problem]:
    """Date cells outside the documented subset of EDTF."""
    for table, field in package.columns():
        for row, text in package.cells(table, field) if field.edtf else ():
            try:
                edtf.parse(text)
            except edtf.BadDate as error:
                fix = tr("Write what the source says and no more: a month stays a month, a guess ends in ~")
                yield Problem("bad-date", table.path, row.number, field.name, shown(text), error.right, fix)


def order(package: Package) -> Iterator[Problem]:
    """Reports and tallies that speak of a day after they were said or published, or are said after that."""
    for name, columns in (("reports", ("date",)), ("tallies", ("since", "until"))):
        table = package.schema.tables[name]
        told: dict[tuple[str, ...], bool] = {}  # dates that stand in many rows are compared once
        for row in package.rows[name]:
            source = package.by_id["sources"].get(row["source_id"])
            dates = (source["published"] if source else "", row["said_on"], *(row[column] for column in columns))
            if told.get(dates, True):
                found = list(_disorder(table, row, columns, source))
                told[dates] = bool(found)
                yield from found


def _disorder(table: Table, row: Row, columns: tuple[str, ...], source: Row | None) -> Iterator[Problem]:
    said, published = date_in(row, "said_on"), date_in(source, "published") if source else None
    for column in columns:
        yield from _foretold(table, row, column, {"said on": said, "published": published})
    yield from _said_late(table, row, said, published)


def periods(package: Package) -> Iterator[Problem]:
    """Tallies that end before they begin."""
    table = package.schema.tables["tallies"]
    for row in package.rows["tallies"]:
        since, until = date_in(row, "since"), date_in(row, "until")
        if since and until and until.last_day < since.first_day:
            expected = tr("a day not before the count begins ({text})").format(text=since.text)
            yield in_cell("date-order", table, row, "until", expected, tr("Correct since or until"))


def _foretold(table: Table, row: Row, column: str, clocks: dict[str, edtf.Edtf | None]) -> Iterator[Problem]:
    told, running = date_in(row, column), {name: clock for name, clock in clocks.items() if clock}
    if not told or not running:
        return
    name = min(running, key=lambda name: running[name].last_day)
    if running[name].last_day < told.first_day:
        expected = tr("a day not after it was {name} {text}").format(name=name, text=running[name].text)
        fix = tr("Correct the year or the day, here or in the document's row")
        yield in_cell("date-order", table, row, column, expected, fix)


def _said_late(table: Table, row: Row, said: edtf.Edtf | None, published: edtf.Edtf | None) -> Iterator[Problem]:
    if said and published and published.last_day < said.first_day:
        expected = tr("a day not after the document was published ({text})").format(text=published.text)
        fix = tr("Correct said_on, or the document's published day")
        yield in_cell("date-order", table, row, "said_on", expected, fix)
