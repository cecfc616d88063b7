"""Texts and numbers within one row: lengths, cells that another cell requires, numbers that make sense."""

from collections.abc import Iterator

from dashboard.checks.package import Package
from dashboard.errors import Problem
from dashboard.schema import Field, Table
from dashboard.tables import Row


def lengths(package: Package) -> Iterator[Problem]:
    """Titles, summaries, outcomes and quotes over the number of words their column allows."""
    for table, field in package.columns():
        for row in package.rows[table.name] if field.max_words else ():
            count = len(row[field.name].split())
            if count > field.max_words:
                fix = "Shorten it; a quote is the place to look, not the sentence"
                expected = f"at most {field.max_words} words"
                yield Problem("too-many-words", table.path, row.number, field.name, f"{count} words", expected, fix)


def requirements(package: Package) -> Iterator[Problem]:
    """Empty cells that another cell of the row requires, as the schema's ``requiredWhen`` says."""
    for table, field in package.columns():
        for row in package.rows[table.name] if field.required_when else ():
            yield from _requirement(table, field, row)


def _requirement(table: Table, field: Field, row: Row) -> Iterator[Problem]:
    for other, values in field.required_when.items():
        if not row[field.name] and _holds(row[other], values):
            because = f"{other} is {row[other]!r}" if row[other] else f"{other} is empty"
            fix = f"Fill {field.name}, or correct {other}"
            yield Problem("needs-value", table.path, row.number, field.name, "an empty cell", f"a value, because {because}", fix)


def _holds(cell: str, values: list[str]) -> bool:
    return bool(cell) if values == ["*"] else cell in values


def numbers(package: Package) -> Iterator[Problem]:
    """Qualifiers and units without a number, and a least that exceeds the most."""
    path = package.schema.tables["reports"].path
    for row in package.rows["reports"]:
        for column, numbers in _MEANT.items():
            if row[column] and not any(row[number] for number in numbers):
                fix = "Empty it, or give the number"
                expected = f"empty, because {' and '.join(numbers)} is empty"
                yield Problem("number-without-meaning", path, row.number, column, repr(row[column]), expected, fix)
        least, most = row["strikes_min"], row["strikes_max"]
        if least.isdigit() and most.isdigit() and int(least) > int(most):
            fix = "Swap or correct the two numbers"
            yield Problem("number-without-meaning", path, row.number, "strikes_min", least, f"at most {most}", fix)


_MEANT = {
    "killed_qualifier": ("killed",),
    "injured_qualifier": ("injured",),
    "strikes_unit": ("strikes_min", "strikes_max"),
}
