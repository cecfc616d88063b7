"""The form of cells: what a Table Schema alone can say, read by frictionless."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import frictionless

from dashboard.checks import patterns, spelling
from dashboard.checks.package import Package, in_cell
from dashboard.descriptor import unusable
from dashboard.errors import Problem, listed
from dashboard.language import tr
from dashboard.schema import Table
from dashboard.tables import Row

TABLE_SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"

# Most breaches of the standard frictionless names itself; a pattern that is none, and a limit that cannot be
# compared with the column's values, it meets only when it applies them.
UNSOUND = (frictionless.FrictionlessException, re.error, TypeError, ArithmeticError)


def cells(package: Package) -> Iterator[Problem]:
    """Types, enumerations, ranges and required cells that the schema declares."""
    for table in package.schema.tables.values():
        try:
            faults = _faults(table, package)
        except UNSOUND as error:
            yield unusable(
                tr("the table {name}: {error}").format(name=table.name, error=error),
                tr("a schema as Table Schema defines it"),
            )
        else:
            yield from (_fault(table, *fault) for fault in faults)
    for fault in patterns.broken(package):
        yield fault if isinstance(fault, Problem) else _fault(*fault, "pattern")


def _fault(table: Table, row: Row, column: str, rule: str) -> Problem:
    code = _CODES.get(rule, "bad-format")
    return in_cell(code, table, row, column, _EXPECTED[code](table.fields[column].raw), _FIX[code])


def _faults(table: Table, package: Package) -> list[tuple[Row, str, str]]:
    """Cells, and the rules that they break."""
    fields = [_without_foreign_pattern(raw) for raw in table.raw["schema"]["fields"]]
    descriptor = {"$schema": TABLE_SCHEMA, "fields": fields}
    found = []
    for field in frictionless.Schema.from_descriptor(descriptor).fields:
        read = field.create_cell_reader()
        broken = package.judged(table, field.name, lambda text, read=read: read(text)[1])
        found += [(row, field.name, rule) for row, rules in broken for rule in rules]
    return found


def _without_foreign_pattern(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    if not patterns.foreign(raw):
        return raw
    kept = {name: limit for name, limit in raw["constraints"].items() if name != "pattern"}
    return {**raw, "constraints": kept}


def ids(package: Package) -> Iterator[Problem]:
    """Ids, and other cells that the schema calls unique, which an earlier row has."""
    for table, field in package.columns():
        unique = field.name == table.key or field.raw.get("constraints", {}).get("unique")
        seen: set[str] = set()
        for row, value in package.cells(table, field) if unique else ():
            if value in seen:
                expected, fix = tr("an id that no other row has"), tr("Give one of the rows another id")
                yield in_cell("duplicate-key", table, row, field.name, expected, fix)
            seen.add(value)


_CODES = {
    "type": "bad-type",
    "required": "missing-value",
    "enum": "bad-value",
    "minimum": "out-of-range",
    "maximum": "out-of-range",
    "exclusiveMinimum": "out-of-range",
    "exclusiveMaximum": "out-of-range",
}
_LIMITS = {
    "minimum": tr("at least"),
    "maximum": tr("at most"),
    "exclusiveMinimum": tr("more than"),
    "exclusiveMaximum": tr("less than"),
}


def _one_of(raw: Mapping[str, Any]) -> str:
    return tr("one of ") + ", ".join(map(str, raw["constraints"]["enum"]))


def _form(raw: Mapping[str, Any]) -> str:
    if raw.get("categories") and raw.get("list"):
        values = listed(category["value"] for category in raw["categories"])
        return tr("values separated by '{list}', each one of {values}").format(list=raw["list"], values=values)
    if "pattern" in raw["constraints"]:
        return tr("text of the form {pattern}").format(pattern=raw["constraints"]["pattern"])
    return tr("text with ") + tr(" and ").join(f"{name} {limit}" for name, limit in raw["constraints"].items())


def _range(raw: Mapping[str, Any]) -> str:
    limits = raw["constraints"]
    return tr("a number ") + tr(" and ").join(f"{_LIMITS[name]} {limits[name]}" for name in _LIMITS if name in limits)


_EXPECTED = {
    "bad-type": spelling.expected,
    "bad-value": _one_of,
    "bad-format": _form,
    "out-of-range": _range,
    "missing-value": lambda raw: tr("a value: {description}").format(
        description=raw.get("description", raw["name"]).rstrip(".")
    ),
}
_FIX = {
    "bad-type": spelling.FIX,
    "bad-value": tr("Choose one of the listed values, or declare the new one in datapackage.json"),
    "bad-format": tr("Correct the cell"),
    "out-of-range": tr("Correct the number; latitude comes before longitude"),
    "missing-value": tr("Fill the cell"),
}
