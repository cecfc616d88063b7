"""The form of tables and cells: what a schema alone can say, checked by frictionless."""

from collections.abc import Iterator, Mapping
from typing import Any

import frictionless
from frictionless import errors as found

from dashboard import schema
from dashboard.checks.package import Package
from dashboard.errors import Problem, listed
from dashboard.schema import Table


def standard_parts(package: Package) -> Iterator[Problem]:
    """Tables and columns that the default package declares, on which the site relies, and this one does not."""
    standard, tables = schema.read(schema.DEFAULT).tables, package.schema.tables
    for name, table in standard.items():
        lacking = [name] if name not in tables else [c for c in table.fields if c not in tables[name].fields]
        for part in lacking:
            what = f"no table {name}" if part == name else f"no column {part} in the table {name}"
            yield Problem(
                "bad-descriptor", "datapackage.json", None, None, what, f"the tables {listed(standard)}",
                "Declare it, as the default package's datapackage.json does",
            )  # fmt: skip


def cells(package: Package) -> Iterator[Problem]:
    """Types, enumerations, ranges, required cells, ids and references that the schema declares."""
    report = frictionless.Package(resources=[_resource(package, t) for t in package.schema.tables.values()])
    for task in report.validate(limit_errors=1_000_000).tasks:
        table = package.schema.tables[task.name]
        for error in task.errors:
            yield _problem(package, table, error)


def _resource(package: Package, table: Table) -> frictionless.Resource:
    columns = list(table.fields)
    data = [columns] + [[row[column] for column in columns] for row in package.rows[table.name]]
    descriptor = {"name": table.name, "data": data, "schema": dict(table.raw["schema"])}
    return frictionless.Resource.from_descriptor(descriptor)


def _problem(package: Package, table: Table, error: Any) -> Problem:
    number = getattr(error, "row_number", None)
    row = package.rows[table.name][number - 2].number if number else None
    column, code = _column(table, error), _code(error)
    if code == "unknown-reference":
        column = error.field_names[0]
        return _unknown(package, table, row, column, error.field_cells[0])
    cell = getattr(error, "cell", "") or ""
    expected = _EXPECTED[code](table.fields[column].raw if column else {})
    return Problem(code, table.path, row, column, repr(cell) if cell else _FOUND.get(code, error.note), expected, _FIX[code])


def _column(table: Table, error: Any) -> str | None:
    if isinstance(error, found.PrimaryKeyError):
        return table.key
    name = getattr(error, "field_name", None)
    return name if name in table.fields else None


def _code(error: Any) -> str:
    if isinstance(error, found.ConstraintError):
        return next(code for word, code in _CONSTRAINTS.items() if f'constraint "{word}"' in error.note)
    return _ERRORS.get(type(error), "bad-descriptor")


def _unknown(package: Package, table: Table, row: int | None, column: str, cell: str) -> Problem:
    target = table.fields[column].refers or table.name
    return unknown_reference(package, table, row, column, cell, target)


def unknown_reference(
    package: Package, table: Table, row: int | None, column: str, cell: str, target: str
) -> Problem:
    """The problem of a cell that names no row of ``target``."""
    path = package.schema.tables[target].path if target in package.schema.tables else target
    key = package.schema.tables[target].key if target in package.schema.tables else "id"
    fix = f"Correct the id, or add the row to {path}"
    return Problem("unknown-reference", table.path, row, column, repr(cell), f"a {key} of {path}", fix)


_ERRORS = {
    found.TypeError: "bad-type",
    found.UniqueError: "duplicate-key",
    found.PrimaryKeyError: "duplicate-key",
    found.ForeignKeyError: "unknown-reference",
}
_CONSTRAINTS = {
    "required": "missing-value",
    "unique": "duplicate-key",
    "enum": "bad-value",
    "pattern": "bad-format",
    "minimum": "out-of-range",
    "maximum": "out-of-range",
}


def _one_of(raw: Mapping[str, Any]) -> str:
    return "one of " + ", ".join(raw["constraints"]["enum"])


def _form(raw: Mapping[str, Any]) -> str:
    if raw.get("categories"):
        return f"values separated by '{raw['list']}', each one of {listed(c['value'] for c in raw['categories'])}"
    return f"text of the form {raw['constraints']['pattern']}"


def _range(raw: Mapping[str, Any]) -> str:
    limits = raw["constraints"]
    ends = [f"{words} {limits[name]}" for name, words in (("minimum", "at least"), ("maximum", "at most")) if name in limits]
    return "a number " + " and ".join(ends)


def _type(raw: Mapping[str, Any]) -> str:
    return {"integer": "a whole number", "number": "a number", "date": "a day such as 2023-11-08"}.get(
        raw.get("type", ""), f"{raw.get('type')} {raw.get('format', '')}".strip()
    )


_EXPECTED = {
    "bad-type": _type,
    "bad-value": _one_of,
    "bad-format": _form,
    "out-of-range": _range,
    "missing-value": lambda raw: f"a value: {raw.get('description', '').rstrip('.')}",
    "duplicate-key": lambda raw: "an id of its own",
    "bad-descriptor": lambda raw: "a schema as Table Schema defines it",
}
_FOUND = {"missing-value": "an empty cell", "duplicate-key": "an id that another row has"}
_FIX = {
    "bad-type": "Correct the cell, or leave it empty where the source states nothing",
    "bad-value": "Choose one of the listed values, or declare the new one in datapackage.json",
    "bad-format": "Correct the cell",
    "out-of-range": "Correct the number; latitude comes before longitude",
    "missing-value": "Fill the cell",
    "duplicate-key": "Give one of the rows another id",
    "bad-descriptor": "Correct datapackage.json",
}
