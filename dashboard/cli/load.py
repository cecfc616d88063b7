"""A package loaded for a command, with a line about the rows that were left out."""

import sys
from pathlib import Path

from dashboard import dataset
from dashboard.cli.command import Argument
from dashboard.dataset import Dataset
from dashboard.schema import DEFAULT

FOLDER = Argument(
    "folder", "The folder of the package; the default package when none is named.",
    {"nargs": "?", "type": Path, "default": DEFAULT, "metavar": "DIR"},
)  # fmt: skip


def load(folder: Path, *, strict: bool = False) -> Dataset:
    """Return the data set, and say on stderr how many rows were set aside. Raises what dataset.load raises."""
    data = dataset.load(folder, strict=strict)
    if total := sum(data.set_aside.values()):
        parts = ", ".join(f"{number} of {name}" for name, number in data.set_aside.items() if number)
        rows = "1 row was" if total == 1 else f"{total} rows were"
        print(f"{rows} set aside ({parts}). as-reported check {folder} says why.", file=sys.stderr)
    return data
