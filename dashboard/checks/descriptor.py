"""The descriptor: every table and column that the site relies on, declared as it relies on them."""

from collections.abc import Iterator

from dashboard import schema
from dashboard.checks.package import Package
from dashboard.descriptor import DESCRIPTOR, unusable
from dashboard.errors import Problem, listed
from dashboard.schema import Field, Table

_RELIED_ON = {"type": "type", "refers": "refers", "list": "list", "edtf": "dates"}


def parts(package: Package) -> Iterator[Problem]:
    """Tables and columns that the default package declares and this one does not, or declares otherwise."""
    standard = schema.read(schema.DEFAULT).tables
    needed = [name for name, table in standard.items() if not table.raw.get("optional")]
    yield from _reserved(package)
    for name, table in standard.items():
        if name in package.schema.tables:
            yield from _columns(table, package.schema.tables[name])
        elif name in needed:
            yield unusable(f"no table {name}", f"the tables {listed(needed)}")


RESERVED = {
    "reports": {
        "known_day", "possible_day", "undated", "first_day", "last_day", "dated", "asserts", "lag", "kind_here",
        "outlet_id", "places", "actors", "acting", "speakers", "weapons", "kinds", "outlets", "search", "inside",
        "outside", "surely",
    },
    "tallies": {
        "known_day", "possible_day", "undated", "first_day", "last_day", "outlet_id", "speakers", "outlets", "party",
        "search",
    },
}  # fmt: skip
"""Names of columns that follow from a table's rows; a column of the package beside them could not be told apart."""


def _reserved(package: Package) -> Iterator[Problem]:
    fix = "Give the column another name, in datapackage.json and in the table's header"
    for name, taken in RESERVED.items():
        columns = package.schema.tables[name].fields if name in package.schema.tables else ()
        for column in columns:
            if column in taken or column.startswith("m_"):
                found = f"a column {column} in the table {name}"
                expected = f"no column named m_... or {listed(taken)}"
                yield Problem("reserved-column", DESCRIPTOR, None, column, found, expected, fix)


def _columns(standard: Table, table: Table) -> Iterator[Problem]:
    if table.key != standard.key:
        yield unusable(f"{table.name} with the key {table.key}", f"the key {standard.key}")
    for name, column in standard.fields.items():
        if name in table.fields:
            yield from _declaration(f"{table.name}.{name}", column, table.fields[name])
        else:
            expected = f"the columns {listed(standard.fields)}"
            yield unusable(f"no column {name} in the table {table.name}", expected)


def _declaration(where: str, standard: Field, column: Field) -> Iterator[Problem]:
    for attribute, part in _RELIED_ON.items():
        expected, found = getattr(standard, attribute), getattr(column, attribute)
        if expected != found:
            yield unusable(f"{where} with {part} {found!r}", f"{part} {expected!r}")
    if standard.required and not column.required:
        yield unusable(f"{where} that may be empty", "the constraint required")
