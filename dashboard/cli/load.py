"""A package loaded for a command, with a line about the rows that were left out."""

import sys
from pathlib import Path

from dashboard import dataset
from dashboard.cli.command import Argument
from dashboard.dataset import Dataset
from dashboard.language import tr, trn
from dashboard.schema import DEFAULT
from dashboard.stories import shelf

FOLDER = Argument(
    "folder", tr("The folder of the package; the default package when none is named."),
    {"nargs": "?", "type": Path, "default": DEFAULT, "metavar": "DIR"},
)  # fmt: skip


def load(folder: Path, *, strict: bool = False) -> Dataset:
    """Return the data set, and say on stderr how many rows were set aside. Raises what dataset.load raises."""
    data = dataset.load(folder, strict=strict)
    if total := sum(data.set_aside.values()):
        parts = ", ".join(
            tr("{number} of {name}").format(number=number, name=name)
            for name, number in data.set_aside.items()
            if number
        )
        rows = trn("{n} row was", "{n} rows were", total).format(n=total)
        print(
            tr("{rows} set aside ({parts}). as-reported check {folder} says why.").format(
                rows=rows, parts=parts, folder=folder
            ),
            file=sys.stderr,
        )
    return data


def agreeing(data: Dataset, folder: Path, slug: str = "") -> None:
    """Say on stderr which stories, or whether the one that is named, no longer agree with the data."""
    told = shelf(data)
    for name, story in told.stories.items():
        if slug in ("", name) and (number := len(told.wrong(story))):
            wrong = trn("{n} place", "{n} places", number).format(n=number)
            words = tr("Story {slug}: it and the data do not agree in {wrong}. as-reported check {folder} says where.")
            print(words.format(slug=name, wrong=wrong, folder=folder), file=sys.stderr)
