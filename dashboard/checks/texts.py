"""Texts and numbers within one row: lengths, cells that another cell requires, numbers that make sense."""

import math
from collections.abc import Iterator
from contextlib import suppress

from dashboard.checks.package import Package, in_cell
from dashboard.errors import Problem, shown
from dashboard.language import tr
from dashboard.schema import Field, Table
from dashboard.tables import Row


def lengths(package: Package) -> Iterator[Problem]:
    """Titles, summaries, outcomes and quotes over the number of words their column allows."""
    for table, field in package.columns():
        most = field.max_words or math.inf
        for row, words in package.judged(table, field.name, lambda text, most=most: _over(text, most)):
            expected = tr("at most {most} words").format(most=most)
            fix = tr("Shorten it; a quote is the place to look, not the sentence")
            yield Problem(
                "too-many-words",
                table.path,
                row.number,
                field.name,
                tr("{words} words").format(words=words),
                expected,
                fix,
            )


def _over(text: str, most: float) -> int:
    """The number of words where it is more than the most allowed; 0 otherwise."""
    return words if len(text) > most and (words := len(text.split())) > most else 0


def requirements(package: Package) -> Iterator[Problem]:
    """Empty cells that another cell of the row requires, as the schema's ``requiredWhen`` says."""
    for table, field in package.columns():
        empty = (row for row in package.rows[table.name] if not row[field.name]) if field.required_when else ()
        for row in empty:
            yield from _requirement(table, field, row)


def _requirement(table: Table, field: Field, row: Row) -> Iterator[Problem]:
    for other, values in field.required_when.items():
        if _holds(row[other], values):
            because = (
                tr("{other} is {shown}").format(other=other, shown=shown(row[other]))
                if row[other]
                else tr("{other} is empty").format(other=other)
            )
            fix = tr("Fill {name}, or correct {other}").format(name=field.name, other=other)
            yield in_cell(
                "needs-value", table, row, field.name, tr("a value, because {because}").format(because=because), fix
            )


def _holds(cell: str, values: list[str]) -> bool:
    return bool(cell) if values == ["*"] else cell in values


def numbers(package: Package) -> Iterator[Problem]:
    """Qualifiers and units without a number, and a least that exceeds the most."""
    table = package.schema.tables["reports"]
    for row in package.rows["reports"]:
        for column, (counts, expected) in _MEANT.items():
            if row[column] and not any(row[count] for count in counts):
                fix = tr("Empty it, or give the number")
                yield in_cell("number-without-meaning", table, row, column, expected, fix)
        if _exceeds(row["strikes_min"], row["strikes_max"]):
            expected = tr("at most {strikes_max}, the most strikes").format(strikes_max=row["strikes_max"])
            fix = tr("Swap or correct the two numbers")
            yield in_cell("number-without-meaning", table, row, "strikes_min", expected, fix)


def _exceeds(least: str, most: str) -> bool:
    with suppress(ValueError):  # a cell that another check reports
        return bool(least and most) and int(least) > int(most)
    return False


_MEANT = {
    "killed_qualifier": (["killed"], tr("empty, because killed is empty")),
    "injured_qualifier": (["injured"], tr("empty, because injured is empty")),
    "strikes_unit": (["strikes_min", "strikes_max"], tr("empty, because strikes_min and strikes_max are empty")),
}
