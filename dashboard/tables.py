"""Rows of a table as text, each with the number that a spreadsheet shows for it (the header is row 1)."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from dashboard.errors import Problem
from dashboard.language import tr

csv.field_size_limit(10_000_000)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the spreadsheet and its cells by column, "" where empty."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def values(self, column: str, separator: str | None) -> list[str]:
        """The cell's values: split where the column holds a list, none where it is empty."""
        return values(self.cells[column], separator)

    def without(self, column: str) -> "Row":
        """The same row with one cell emptied."""
        return self if not self.cells[column] else Row(self.number, {**self.cells, column: ""})


def values(text: str, separator: str | None) -> list[str]:
    """A cell's values: split where its column holds a list, none where it is empty."""
    if not text:
        return []
    return text.split(separator) if separator else [text]


def read(path: Path, columns: Sequence[str], name: str | None = None) -> tuple[list[Row], list[Problem]]:
    """Return the rows with every declared column, and what is wrong with the file's form.

    Cells are stripped of surrounding blanks. A missing column is filled with "", an undeclared one is left
    out. Problems call the file ``name``, by default its own name.
    """
    name = name or path.name
    try:
        records = _records(path)
    except FileNotFoundError:
        return [], [_missing(name)]
    except (UnicodeDecodeError, csv.Error, OSError) as error:
        return [], [_unreadable(name, error)]
    header = [cell.strip() for cell in records[0]] if records else []
    rows, problems = _rows(name, header, records[1:])
    problems += _header_problems(name, header, columns)
    places = {name: place for place, name in enumerate(header)}
    order = [places.get(name, -1) for name in columns]  # a row ends with an empty cell for columns not there
    return [
        Row(number, {name: cells[at] for name, at in zip(columns, order, strict=True)}) for number, cells in rows
    ], problems


def write(file: TextIO, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """Write rows as CSV with these columns; None is an empty cell. No cell may hold a carriage return."""
    writer = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)


def _records(path: Path) -> list[list[str]]:
    text = path.read_bytes().decode("utf-8-sig")  # whole, so that a decoding error knows its line
    lines = io.StringIO(text, newline=None)  # every line break becomes \n, inside cells too
    return list(csv.reader(lines, strict=True))


def _rows(name: str, header: list[str], records: list[list[str]]) -> tuple[list[tuple], list[Problem]]:
    rows, problems, known = [], [], {}
    same = known.setdefault  # one text in memory however many cells hold it
    for number, record in enumerate(records, start=2):
        cells = [same(cell, cell) for cell in map(str.strip, record)]
        if not any(cells):
            problems.append(_blank(name, number))
        elif len(cells) != len(header):
            problems.append(_ragged(name, number, len(cells), len(header)))
        else:
            rows.append((number, [*cells, ""]))
    return rows, problems


def _header_problems(name: str, header: list[str], columns: Sequence[str]) -> Iterator[Problem]:
    for column in columns:
        if column not in header:
            expected, fix = (
                tr("the columns {columns}").format(columns=", ".join(columns)),
                tr("Add the column {column}").format(column=column),
            )
            yield Problem("missing-column", name, 1, column, tr("no such column"), expected, fix)
    for column in dict.fromkeys(header):
        times = header.count(column)
        if column not in columns:
            yield _unknown(name, column, times, columns)
        elif times > 1:
            found, fix = tr("{times} columns of this name").format(times=times), tr("Rename or remove one")
            yield Problem("duplicate-column", name, 1, column, found, tr("each column once"), fix)


def _missing(name: str) -> Problem:
    fix = tr("Put {name} where datapackage.json says; a table may be empty but for its header").format(name=name)
    return Problem("missing-table", name, None, None, tr("no such file"), tr("a table of this name"), fix)


def _unreadable(name: str, error: Exception) -> Problem:
    fix = tr("Save the table as CSV in UTF-8 from the spreadsheet")
    expected = tr("comma-separated text in UTF-8")
    return Problem("unreadable-table", name, None, None, _reason(error), expected, fix)


def _reason(error: Exception) -> str:
    """What stops a file from being read, without the path that the server has for it."""
    if isinstance(error, UnicodeDecodeError):
        line = error.object[: error.start].count(b"\n") + 1
        return tr("a byte that is not UTF-8, in line {line}").format(line=line)
    if isinstance(error, OSError):
        return tr("a file that cannot be opened ({strerror})").format(strerror=error.strerror)
    return tr("text that CSV does not allow ({error})").format(error=error)


def _blank(name: str, number: int) -> Problem:
    return Problem("blank-row", name, number, None, tr("a blank row"), tr("a row with an id"), tr("Remove the row"))


def _ragged(name: str, number: int, cells: int, columns: int) -> Problem:
    fix = tr("Put text that holds a comma or a line break in double quotes")
    expected = tr("{columns} cells, as in the header").format(columns=columns)
    return Problem("ragged-row", name, number, None, tr("{cells} cells").format(cells=cells), expected, fix)


def _unknown(name: str, column: str, times: int, columns: Sequence[str]) -> Problem:
    found = (
        tr("the column {column}").format(column=repr(column))
        if column
        else tr("{times} columns without a name").format(times=times)
    )
    fix = tr("Correct its name, or declare it in datapackage.json")
    return Problem(
        "unknown-column", name, 1, column or None, found, tr("one of {columns}").format(columns=", ".join(columns)), fix
    )
