"""Rows of a table as text, each with the number that a spreadsheet shows for it (the header is row 1)."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from dashboard.errors import Problem

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
        text = self.cells[column]
        if not text:
            return []
        return text.split(separator) if separator else [text]

    def without(self, column: str) -> "Row":
        """The same row with one cell emptied."""
        return self if not self.cells[column] else Row(self.number, {**self.cells, column: ""})


def read(path: Path, columns: Sequence[str]) -> tuple[list[Row], list[Problem]]:
    """Return the rows with every declared column, and what is wrong with the file's form.

    Cells are stripped of surrounding blanks. A missing column is filled with "", an undeclared one is left out.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            records = list(csv.reader(file, strict=True))
    except FileNotFoundError:
        fix = f"Put {path.name} beside datapackage.json; a table may be empty but for its header"
        return [], [Problem("missing-table", path.name, None, None, "no such file", "a table of this name", fix)]
    except (UnicodeDecodeError, csv.Error, OSError) as error:
        fix = "Save the table as CSV in UTF-8 from the spreadsheet"
        expected = "comma-separated text in UTF-8"
        return [], [Problem("unreadable-table", path.name, None, None, str(error), expected, fix)]
    header = [name.strip() for name in records[0]] if records else []
    rows, problems = _rows(path.name, header, records[1:])
    problems += list(_header_problems(path.name, header, columns))
    empty = dict.fromkeys(columns, "")
    return [Row(number, {**empty, **_only(cells, columns)}) for number, cells in rows], problems


def write(file: TextIO, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """Write rows as CSV with these columns; None is an empty cell."""
    writer = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)


def _only(cells: Mapping[str, str], columns: Sequence[str]) -> dict[str, str]:
    return {name: cells[name] for name in columns if name in cells}


def _rows(name: str, header: list[str], records: list[list[str]]) -> tuple[list[tuple[int, dict]], list[Problem]]:
    rows, problems = [], []
    for number, record in enumerate(records, start=2):
        cells = [cell.strip() for cell in record]
        if not any(cells):
            problems.append(_blank(name, number))
        elif len(cells) != len(header):
            problems.append(_ragged(name, number, len(cells), len(header)))
        else:
            rows.append((number, dict(zip(header, cells, strict=True))))
    return rows, problems


def _header_problems(name: str, header: list[str], columns: Sequence[str]) -> Iterable[Problem]:
    for column in columns:
        if column not in header:
            found, expected = "no such column", f"the columns {', '.join(columns)}"
            yield Problem("missing-column", name, 1, column, found, expected, f"Add the column {column}")
    for column in dict.fromkeys(header):
        if header.count(column) > 1:
            found = f"{header.count(column)} columns of this name"
            yield Problem("duplicate-column", name, 1, column, found, "each column once", "Rename or remove one")
        if column not in columns:
            found, fix = f"the column {column!r}", "Correct its name, or declare it in datapackage.json"
            yield Problem("unknown-column", name, 1, column or None, found, f"one of {', '.join(columns)}", fix)


def _blank(name: str, number: int) -> Problem:
    return Problem("blank-row", name, number, None, "a blank row", "a row with an id", "Remove the row")


def _ragged(name: str, number: int, cells: int, columns: int) -> Problem:
    fix = "Put text that holds a comma or a line break in double quotes"
    return Problem("ragged-row", name, number, None, f"{cells} cells", f"{columns} cells, as in the header", fix)
