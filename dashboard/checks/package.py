"""A package as it lies on disk: its schema, its rows as text, and what was wrong with reading them."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from dashboard import edtf, schema, tables
from dashboard.errors import Problem, shown
from dashboard.schema import Field, Schema, Table
from dashboard.tables import Row

STORIES = "stories"


@dataclass(frozen=True)
class Package:
    """Unchecked rows per table; every check reads one of these and changes nothing."""

    schema: Schema
    rows: dict[str, list[Row]]
    problems: tuple[Problem, ...] = ()
    stories: Mapping[str, bytes] = dataclasses.field(default_factory=dict)
    """The texts of the folder "stories" by file name, as they lie there."""

    def columns(self) -> Iterator[tuple[Table, Field]]:
        """Every declared column with its table."""
        for table in self.schema.tables.values():
            for field in table.fields.values():
                yield table, field

    def cells(self, table: Table, field: Field) -> Iterator[tuple[Row, str]]:
        """Every value of a column with its row: a list cell gives one pair for each of its values."""
        for row in self.rows[table.name]:
            for value in row.values(field.name, field.list):
                yield row, value

    def judged(self, table: Table, column: str, judge: Callable[[str], Any]) -> Iterator[tuple[Row, Any]]:
        """Every row in whose cell the judge finds something, with what it finds; each distinct text is judged once."""
        rows = self.rows[table.name]
        found = {text: verdict for text in dict.fromkeys(row[column] for row in rows) if (verdict := judge(text))}
        for row in rows if found else ():
            if row[column] in found:
                yield row, found[row[column]]

    @cached_property
    def by_id(self) -> dict[str, dict[str, Row]]:
        """Rows by id, per table that has ids; the first row of an id counts, a row without one does not."""
        return {name: self._by_id(table) for name, table in self.schema.tables.items() if table.key}

    def _by_id(self, table: Table) -> dict[str, Row]:
        return {row[table.key]: row for row in reversed(self.rows[table.name]) if row[table.key]}

    @cached_property
    def reports_of(self) -> dict[str, list[Row]]:
        """Reports by the incident they are about."""
        groups: dict[str, list[Row]] = {}
        for row in self.rows["reports"]:
            groups.setdefault(row["incident_id"], []).append(row)
        return groups


def read(folder: Path) -> Package:
    """Return the package in ``folder`` as text. Raises InvalidPackage when there is no usable descriptor."""
    described = schema.read(folder)
    rows, problems = {}, []
    for table in described.tables.values():
        rows[table.name], wrong = tables.read(folder / table.path, list(table.fields), table.path)
        problems += wrong
    return Package(described, rows, tuple(problems), _stories(folder))


def _stories(folder: Path) -> dict[str, bytes]:
    """The stories of a package; one may have none, and a README beside them is no story."""
    found = sorted((folder / STORIES).glob("*.md"))
    return {path.name: path.read_bytes() for path in found if path.is_file() and path.stem != "README"}


def date_in(row: Row, column: str) -> edtf.Edtf | None:
    """The date in a cell; None where it is empty or cannot be read (another check says so)."""
    text = row[column]
    try:
        return edtf.parse(text) if text else None
    except edtf.BadDate:
        return None


def in_cell(code: str, table: Table, row: Row, column: str, expected: str, fix: str) -> Problem:
    """The problem of one cell, which is found as it stands."""
    return Problem(code, table.path, row.number, column, shown(row[column]), expected, fix)
