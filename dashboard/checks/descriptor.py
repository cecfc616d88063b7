"""The descriptor: every table and column that the site relies on, declared as it relies on them."""

from collections.abc import Iterator

from dashboard import schema
from dashboard.checks.package import Package
from dashboard.descriptor import unusable
from dashboard.errors import Problem, listed
from dashboard.schema import Field, Table

_RELIED_ON = {"type": "type", "refers": "refers", "list": "list", "edtf": "dates"}


def parts(package: Package) -> Iterator[Problem]:
    """Tables and columns that the default package declares and this one does not, or declares otherwise."""
    standard = schema.read(schema.DEFAULT).tables
    needed = [name for name, table in standard.items() if not table.raw.get("optional")]
    for name, table in standard.items():
        if name in package.schema.tables:
            yield from _columns(table, package.schema.tables[name])
        elif name in needed:
            yield unusable(f"no table {name}", f"the tables {listed(needed)}")


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
