"""A checked package, ready to read: tables of good rows, and the problems of the rows set aside."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd

from dashboard import checks
from dashboard.checks import Package
from dashboard.errors import ERROR, InvalidPackage, Problem
from dashboard.schema import Schema
from dashboard.tables import Row

Rows = dict[str, list[Row]]


@dataclass(frozen=True, eq=False)
class Dataset:
    """One package in memory; nothing changes it.

    ``tables`` holds a frame of text per table, one row per good row in file order, columns as the schema declares
    them, "" where a cell is empty. ``set_aside`` counts the rows per table that were left out because of an error.
    """

    schema: Schema
    tables: dict[str, pd.DataFrame]
    problems: tuple[Problem, ...]
    set_aside: dict[str, int] = field(default_factory=dict)
    folder: Path | None = None

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self.tables[name]

    @cached_property
    def by_id(self) -> dict[str, dict[str, dict[str, str]]]:
        """Rows as plain dicts by id, for every table that has ids."""
        keyed = {name: table.key for name, table in self.schema.tables.items() if table.key}
        return {name: {row[key]: row for row in self.tables[name].to_dict("records")} for name, key in keyed.items()}

    @cached_property
    def digest(self) -> str:
        """A hash of the good rows: two packages with the same rows have the same digest."""
        total = hashlib.sha256()
        for name, frame in self.tables.items():
            total.update(name.encode())
            total.update(frame.to_csv(index=False, lineterminator="\n").encode())
        return total.hexdigest()[:12]


def load(folder: Path | str, *, strict: bool = False) -> Dataset:
    """Return the data set in ``folder``.

    Rows with an error are set aside, and so are rows that refer to them; ``strict`` refuses such a package instead.
    Raises InvalidPackage when there is no usable descriptor, a table is missing or cannot be read, an error remains
    and ``strict`` is set, or no incident is left to draw.
    """
    package = checks.read(Path(folder))
    problems = _standing(package)
    if strict and checks.has_errors(problems):
        raise InvalidPackage(problem for problem in problems if problem.severity == ERROR)
    return build(package, problems, Path(folder))


def build(package: Package, problems: list[Problem], folder: Path | None = None) -> Dataset:
    """Return the data set of a package whose problems are known, its wrong rows set aside."""
    wrong = {name: set() for name in package.rows}
    names = {table.path: name for name, table in package.schema.tables.items()}
    for problem in problems:
        if problem.severity == ERROR and problem.row and problem.file in names:
            wrong[names[problem.file]].add(problem.row)
    counted = {name: len(numbers) for name, numbers in wrong.items()}
    good = {name: [row for row in rows if row.number not in wrong[name]] for name, rows in package.rows.items()}
    good, consequences = _consistent(package, good)
    for problem in consequences:
        counted[names[problem.file]] += 1
    if package.rows["incidents"] and not good["incidents"]:
        raise InvalidPackage(problem for problem in problems if problem.severity == ERROR)
    frames = {name: _frame(rows, list(package.schema.tables[name].fields)) for name, rows in good.items()}
    return Dataset(package.schema, frames, (*problems, *consequences), counted, folder)


def _standing(package: Package) -> list[Problem]:
    """The package's problems; those that leave nothing to serve are raised at once."""
    fatal = {"missing-table", "unreadable-table", "missing-column", "duplicate-column", "bad-descriptor"}
    early = [problem for problem in package.problems if problem.code in fatal]
    early += checks.CHECKS[0](package)
    if early:
        raise InvalidPackage(early)
    return checks.check(package)


def _frame(rows: list[Row], columns: list[str]) -> pd.DataFrame:
    return pd.DataFrame([row.cells for row in rows], columns=columns, dtype="str")


def _consistent(package: Package, good: Rows) -> tuple[Rows, list[Problem]]:
    """Set aside, step by step, rows that refer to a row set aside; a reference within a table is emptied instead."""
    consequences: list[Problem] = []
    while True:
        good = {name: _cut_loose(package, name, good) for name in good}
        found = [problem for name in good for problem in _dangling(package, name, good)]
        found += _without_reports(package, good)
        if not found:
            return good, consequences
        gone = {(problem.file, problem.row) for problem in found}
        consequences += found
        good = {
            name: [row for row in rows if (package.schema.tables[name].path, row.number) not in gone]
            for name, rows in good.items()
        }


def _ids(package: Package, good: Rows, name: str) -> set[str]:
    return {row[package.schema.tables[name].key or ""] for row in good[name]}


def _cut_loose(package: Package, name: str, good: Rows) -> list[Row]:
    rows = good[name]
    for column in package.schema.tables[name].fields.values():
        if column.refers == name:
            known = _ids(package, good, name)
            rows = [row if row[column.name] in known else row.without(column.name) for row in rows]
    return rows


def _dangling(package: Package, name: str, good: Rows) -> list[Problem]:
    table, found = package.schema.tables[name], []
    for column in (f for f in table.fields.values() if f.refers and f.refers != name):
        known = _ids(package, good, column.refers)
        for row in good[name]:
            lost = [value for value in row.values(column.name, column.list) if value not in known]
            found += [_set_aside(table.path, row.number, column.name, value, column.refers) for value in lost[:1]]
    return found


def _without_reports(package: Package, good: Rows) -> list[Problem]:
    told = {row["incident_id"] for row in good["reports"]}
    path = package.schema.tables["incidents"].path
    lost = [row for row in good["incidents"] if row["incident_id"] not in told]
    return [_set_aside(path, row.number, "incident_id", row["incident_id"], "reports") for row in lost]


def _set_aside(file: str, row: int, column: str, value: str, table: str) -> Problem:
    found = f"{value!r}, whose row in {table} is set aside"
    return Problem("set-aside", file, row, column, found, f"a good row in {table}", f"Mend the row in {table}")
