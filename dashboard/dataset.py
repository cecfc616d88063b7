"""A checked package, ready to read: tables of good rows, and the problems of the rows set aside."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd

from dashboard import checks
from dashboard.checks import Package, references
from dashboard.errors import ERROR, InvalidPackage, Problem, shown
from dashboard.language import tr
from dashboard.schema import Field, Schema, Table
from dashboard.tables import Row

Places = set[tuple[str, int | None]]


@dataclass(frozen=True, eq=False)
class Dataset:
    """One package in memory; nothing changes it.

    ``tables`` holds a frame of text per table, one row per good row in file order, columns as the schema
    declares them, "" where a cell is empty. ``set_aside`` counts the rows per table that were left out
    because of an error: their own, or one in a row they rely on.
    """

    schema: Schema
    tables: dict[str, pd.DataFrame]
    problems: tuple[Problem, ...]
    set_aside: dict[str, int] = field(default_factory=dict)
    folder: Path | None = None
    stories: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """The texts of the package's stories by file name; dashboard.stories reads them."""
    hidden: frozenset[str] = frozenset()
    """What was taken out of the rows until the reader has answered: see dashboard.selection.hidden."""

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self.tables[name]

    @cached_property
    def by_id(self) -> dict[str, dict[str, dict[str, str]]]:
        """Rows as plain dicts by id, for every table that has ids."""
        keyed = {name: table.key for name, table in self.schema.tables.items() if table.key}
        return {name: {row[key]: row for row in _plain(self.tables[name])} for name, key in keyed.items()}

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

    Rows with an error are set aside, and so are rows that rely on them; ``strict`` refuses such a package
    instead. Raises InvalidPackage when there is no usable descriptor, a table is missing or cannot be read,
    ``strict`` is set and there is an error, or no incident is left to draw.
    """
    package = checks.read(Path(folder))
    problems = checks.check(package)
    if checks.has_errors(problems) and (strict or any(problem.code in checks.STOPS for problem in problems)):
        raise InvalidPackage(_errors(problems))
    return build(package, problems, Path(folder))


def build(package: Package, problems: list[Problem], folder: Path | None = None) -> Dataset:
    """Return the data set of a package whose problems are known, its wrong rows set aside."""
    wrong = {(problem.file, problem.row) for problem in _errors(problems) if problem.row}
    good, consequences = _consistent(package, wrong)
    gone = wrong | _places(problem for problem in consequences if problem.code == "set-aside")
    tables = package.schema.tables
    counted = {name: sum(file == table.path for file, _ in gone) for name, table in tables.items()}
    if counted["incidents"] and not good.rows["incidents"]:
        raise InvalidPackage(_errors(problems))
    frames = {name: _frame(rows, list(tables[name].fields)) for name, rows in good.rows.items()}
    return Dataset(package.schema, frames, (*problems, *consequences), counted, folder, package.stories)


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity == ERROR]


def _plain(frame: pd.DataFrame) -> Iterator[dict[str, str]]:
    """The rows of a frame of text as dicts; cells with the same text share it."""
    names, columns = list(frame), []
    for name in names:
        place, texts = pd.factorize(frame[name])
        columns.append(np.asarray(texts, dtype=object)[place].tolist())
    return (dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True))


def _frame(rows: list[Row], columns: list[str]) -> pd.DataFrame:
    return pd.DataFrame([row.cells for row in rows], columns=columns, dtype="str")


# --- rows that rely on rows set aside --------------------------------------------------------------------


def _consistent(package: Package, wrong: Places) -> tuple[Package, list[Problem]]:
    """Set aside, step by step, rows that rely on a row set aside; a reference within a table is emptied."""
    consequences: list[Problem] = []
    while wrong:
        package = _without(package, wrong)
        package, emptied = _cut_loose(package)
        lost = [*_dangling(package), *_unsupported(package)]
        consequences += emptied + lost
        wrong = _places(lost)
    return package, consequences


def _places(problems: Iterable[Problem]) -> Places:
    return {(problem.file, problem.row) for problem in problems}


def _without(package: Package, wrong: Places) -> Package:
    rows = {
        name: [row for row in package.rows[name] if (table.path, row.number) not in wrong]
        for name, table in package.schema.tables.items()
    }
    return Package(package.schema, rows)


def _cut_loose(package: Package) -> tuple[Package, list[Problem]]:
    """Empty ``within``, ``member_of`` or ``part_of`` where the larger row is gone: the smaller one stands."""
    rows, emptied = dict(package.rows), []
    for table, column in package.columns():
        if column.refers == table.name:
            known = {"", *package.by_id[table.name]}
            loose = [row for row in rows[table.name] if row[column.name] not in known]
            emptied += [_consequence("emptied", table, row, column) for row in loose]
            freed = {row.number: row.without(column.name) for row in loose}
            rows[table.name] = [freed.get(row.number, row) for row in rows[table.name]]
    return Package(package.schema, rows), emptied


def _dangling(package: Package) -> Iterator[Problem]:
    for table, column in package.columns():
        for row, _ in references.strangers(package, table, column) if column.refers else ():
            yield _consequence("set-aside", table, row, column)


def _unsupported(package: Package) -> Iterator[Problem]:
    """Scopes, and values of incidents, that stood on rows set aside."""
    for rule in (references.scopes, references.carried):
        for problem in rule(package):
            found, fix = f"{problem.found}, {_LOST[problem.code]}", tr("Mend the rows that are set aside")
            yield replace(problem, code="set-aside", found=found, fix=fix)


_LOST = {
    "unknown-reference": tr("whose row in places is set aside"),
    "no-reports": tr("whose reports are set aside"),
    "not-carried": tr("which only reports set aside give"),
}


def _consequence(code: str, table: Table, row: Row, column: Field) -> Problem:
    found = tr("{shown}, whose row in {refers} is set aside").format(
        shown=shown(row[column.name]), refers=column.refers
    )
    expected, fix = (
        tr("a good row in {refers}").format(refers=column.refers),
        tr("Mend the row in {refers}").format(refers=column.refers),
    )
    return Problem(code, table.path, row.number, column.name, found, expected, fix)
