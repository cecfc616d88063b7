"""The descriptor: every table and column that the site relies on, as it relies on them, and its list of releases."""

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
        "outlet_id", "places", "actors", "acting", "speakers", "weapons", "kinds", "outlets", "row", "incident",
    },
    "tallies": {
        "known_day", "possible_day", "undated", "first_day", "last_day", "outlet_id", "speakers", "outlets", "party",
        "row",
    },
}  # fmt: skip
"""Names of columns that follow from a table's rows; a column of the package beside them could not be told apart."""


def _reserved(package: Package) -> Iterator[Problem]:
    fix = "Give the column another name, in datapackage.json and in the table's header"
    for name, taken in RESERVED.items():
        columns = package.schema.tables[name].fields if name in package.schema.tables else ()
        for column in columns:
            if column in taken:
                found = f"a column {column} in the table {name}"
                expected = f"no column named {listed(taken)}"
                yield Problem("reserved-column", DESCRIPTOR, None, column, found, expected, fix)


def releases(package: Package) -> Iterator[Problem]:
    """Releases listed twice, and the present version among them: its hash is computed from the rows, never listed."""
    listed_before: set[str] = set()
    for release in package.schema.releases:
        if release.version == package.schema.version:
            expected, fix = "earlier versions only", "Remove it, or raise the version of the package"
            yield _release(f"the present version {release.version}", expected, fix)
        for name in (f"version {release.version}", f"digest {release.digest}"):
            if name in listed_before:
                yield _release(f"{name} twice", "each release once", "Remove one")
            listed_before.add(name)


def _release(found: str, expected: str, fix: str) -> Problem:
    return Problem("bad-release", DESCRIPTOR, None, "releases", found, expected, fix)


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
