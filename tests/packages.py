"""A copy of the tiny package on disk, for a test to damage."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from dashboard import checks, dataset
from dashboard.errors import InvalidPackage, Problem

TINY = Path(__file__).parent / "tiny"


class PackageCopy:
    """A copy of the tiny package; rows are numbered as the spreadsheet shows them, the header being row 1.

    Every way to damage it returns the copy, so that damages can be chained.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = Path(shutil.copytree(TINY, folder))

    def file(self, table: str) -> Path:
        return self.folder / f"{table}.csv"

    def records(self, table: str) -> list[list[str]]:
        """A table's rows, the header first."""
        text = self.file(table).read_bytes().decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text, newline="")))

    def damaged(self, table: str, row: int, column: str, value: str) -> Self:
        """One cell changed."""
        records = self.records(table)
        records[row - 1][records[0].index(column)] = value
        return self.rewritten(table, records)

    def with_row(self, table: str, /, **cells: str) -> Self:
        """One row added at the end; a cell that is not given is empty."""
        header, *rows = self.records(table)
        assert not cells.keys() - set(header)
        return self.rewritten(table, [header, *rows, [cells.get(column, "") for column in header]])

    def without_row(self, table: str, row: int) -> Self:
        """One row removed."""
        records = self.records(table)
        return self.rewritten(table, records[: row - 1] + records[row:])

    def rewritten(self, table: str, records: list[list[str]]) -> Self:
        """A table written anew from its rows, the header first."""
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows(records)
        return self.saved(table, text.getvalue().encode())

    def replaced(self, table: str, old: str, new: str) -> Self:
        """A table's text changed as in an editor; the old text must stand there."""
        text = self.file(table).read_bytes().decode()
        assert old in text, f"{old!r} is not in {table}.csv"
        return self.saved(table, text.replace(old, new, 1).encode())

    def saved(self, table: str, content: bytes) -> Self:
        """A table's file replaced by these bytes."""
        self.file(table).write_bytes(content)
        return self

    def described(self, change: Callable[[dict[str, Any]], object]) -> Self:
        """The descriptor changed by a function."""
        path = self.folder / "datapackage.json"
        descriptor = json.loads(path.read_text(encoding="utf-8"))
        change(descriptor)
        path.write_text(json.dumps(descriptor), encoding="utf-8")
        return self

    def problems(self) -> list[Problem]:
        """What checking the package finds."""
        try:
            return checks.check(checks.read(self.folder))
        except InvalidPackage as error:
            return list(error.problems)

    def told(self) -> list[str]:
        """What checking the package says, in the words a person reads."""
        return [str(problem) for problem in self.problems()]

    def loaded(self, *, strict: bool = False) -> dataset.Dataset:
        """The data set in the package."""
        return dataset.load(self.folder, strict=strict)


def resource(descriptor: dict[str, Any], table: str) -> dict[str, Any]:
    """The declaration of one table in a descriptor."""
    return next(part for part in descriptor["resources"] if part["name"] == table)


def column(descriptor: dict[str, Any], table: str, name: str) -> dict[str, Any]:
    """The declaration of one column in a descriptor."""
    return next(part for part in resource(descriptor, table)["schema"]["fields"] if part["name"] == name)
