"""Dates: every date cell can be read, and nothing is dated before what it reports."""

from collections.abc import Iterator

from dashboard import edtf
from dashboard.checks.package import Package, date_in
from dashboard.errors import Problem
from dashboard.tables import Row


def forms(package: Package) -> Iterator[Problem]:
    """Date cells outside the documented subset of EDTF."""
    for table, field in package.columns():
        for row, text in package.cells(table, field) if field.edtf else ():
            try:
                edtf.parse(text)
            except edtf.BadDate:
                fix = "Write what the source says and no more: a month stays a month, a guess ends in ~"
                yield Problem("bad-date", table.path, row.number, field.name, repr(text), edtf.FORMS, fix)


def order(package: Package) -> Iterator[Problem]:
    """Reports and tallies whose document or statement is older than the earliest day they speak of."""
    for name, columns in (("reports", ("date",)), ("tallies", ("since", "until"))):
        for row in package.rows[name]:
            published = _published(package, row)
            said = date_in(row, "said_on")
            for column in columns:
                yield from _order(package.schema.tables[name].path, row, column, said, published)


def _published(package: Package, row: Row) -> edtf.Edtf | None:
    source = package.by_id["sources"].get(row["source_id"])
    return date_in(source, "published") if source else None


def _order(
    file: str, row: Row, column: str, said: edtf.Edtf | None, published: edtf.Edtf | None
) -> Iterator[Problem]:
    told = date_in(row, column)
    clocks = (("said on", said), ("published", published))
    late = [f"{name} {clock.text}" for name, clock in clocks if told and clock and clock.last_day < told.first_day]
    for clock in late:
        expected = f"a day not after it was {clock}"
        fix = "Correct the year or the day, here or in the document's row"
        yield Problem("date-order", file, row.number, column, repr(row[column]), expected, fix)
    if said and published and published.last_day < said.first_day and column != "until":
        expected = f"a day not after the document was published ({published.text})"
        fix = "Correct said_on, or the document's published day"
        yield Problem("date-order", file, row.number, "said_on", repr(row["said_on"]), expected, fix)
