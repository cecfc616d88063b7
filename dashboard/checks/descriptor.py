"""The descriptor: every table and column that the site relies on, as it relies on them, and its list of releases."""

from collections.abc import Iterator

from dashboard import schema
from dashboard.checks.package import Package
from dashboard.descriptor import DESCRIPTOR, unusable
from dashboard.errors import Problem, listed
from dashboard.language import tr
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
            yield unusable(
                tr("no table {name}").format(name=name), tr("the tables {listed}").format(listed=listed(needed))
            )


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
    fix = tr("Give the column another name, in datapackage.json and in the table's header")
    for name, taken in RESERVED.items():
        columns = package.schema.tables[name].fields if name in package.schema.tables else ()
        for column in columns:
            if column in taken:
                found = tr("a column {column} in the table {name}").format(column=column, name=name)
                expected = tr("no column named {listed}").format(listed=listed(taken))
                yield Problem("reserved-column", DESCRIPTOR, None, column, found, expected, fix)


def releases(package: Package) -> Iterator[Problem]:
    """Releases listed twice, and the present version among them: its hash is computed from the rows, never listed."""
    listed_before: set[str] = set()
    for release in package.schema.releases:
        if release.version == package.schema.version:
            expected, fix = tr("earlier versions only"), tr("Remove it, or raise the version of the package")
            yield _release(tr("the present version {version}").format(version=release.version), expected, fix)
        for name in (
            tr("version {version}").format(version=release.version),
            tr("digest {digest}").format(digest=release.digest),
        ):
            if name in listed_before:
                yield _release(tr("{name} twice").format(name=name), tr("each release once"), tr("Remove one"))
            listed_before.add(name)


def _release(found: str, expected: str, fix: str) -> Problem:
    return Problem("bad-release", DESCRIPTOR, None, "releases", found, expected, fix)


def _columns(standard: Table, table: Table) -> Iterator[Problem]:
    if table.key != standard.key:
        yield unusable(
            tr("{name} with the key {key}").format(name=table.name, key=table.key),
            tr("the key {key}").format(key=standard.key),
        )
    for name, column in standard.fields.items():
        if name in table.fields:
            yield from _declaration(f"{table.name}.{name}", column, table.fields[name])
        else:
            expected = tr("the columns {listed}").format(listed=listed(standard.fields))
            yield unusable(tr("no column {name} in the table {name_2}").format(name=name, name_2=table.name), expected)


def _declaration(where: str, standard: Field, column: Field) -> Iterator[Problem]:
    for attribute, part in _RELIED_ON.items():
        expected, found = getattr(standard, attribute), getattr(column, attribute)
        if expected != found:
            yield unusable(
                tr("{where} with {part} {found}").format(where=where, part=part, found=repr(found)),
                f"{part} {expected!r}",
            )
    if standard.required and not column.required:
        yield unusable(tr("{where} that may be empty").format(where=where), tr("the constraint required"))
