"""``as-reported export``: a selection as a file."""

import argparse
import os
from datetime import date
from pathlib import Path

from dashboard.cli.command import Argument, Command, Refused
from dashboard.cli.load import load
from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection, listed
from dashboard.exporters import EXPORTS, Format, Visit
from dashboard.schema import DEFAULT
from dashboard.selection import Selected, Selection


def run(args: argparse.Namespace) -> int:
    """Write the file and say what it holds."""
    chosen = _format(args.export, args.out)
    selected = _selected(args.select, load(args.data))
    _write(args.out, chosen.write(selected, args.export, Visit(date.today(), args.site.rstrip("/"))))
    print(f"{args.out}: {args.export}, {selected.sentence}")
    return 0


def _format(export: str, out: Path) -> Format:
    """The format that the file's ending names. Raises Refused before anything is read."""
    formats = EXPORTS[export]
    fitting = [ending for ending in formats if out.name.lower().endswith(ending)]
    if not fitting:
        ending = f"the ending {out.suffix!r}" if out.suffix else "no ending"
        raise Refused(f"{out} has {ending}. Known endings for {export}: {listed(formats)}.")
    if not out.parent.is_dir():
        raise Refused(f"{out.parent} is no folder. Make it, or name a file in a folder that exists.")
    return formats[max(fitting, key=len)]


def _selected(query: str, data: Dataset) -> Selected:
    text = os.fsencode(query).decode("utf-8", "replace")
    try:
        return Selection.from_query(text).apply(data)
    except InvalidSelection as error:
        raise Refused(f"--select: {error}") from None


def _write(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as error:
        raise Refused(f"{out} cannot be written ({error.strerror}). Choose another file.") from None


_ENDINGS = ", ".join(dict.fromkeys(ending for formats in EXPORTS.values() for ending in formats))

COMMAND = Command(
    "export",
    "Write selected rows to a file, in the format that its ending names. An existing file is replaced.",
    (
        Argument(
            "export", "What to write: a table, the view for its reference, or a package, which is data of its own.",
            {"choices": tuple(EXPORTS)},
        ),
        Argument(
            "out", f"The file. Its ending names the format, of a table: {_ENDINGS}.", {"type": Path, "metavar": "OUT"},
        ),
        Argument(
            "--data", "The folder of the data package; the default package when none is named.",
            {"type": Path, "default": DEFAULT, "metavar": "DIR"},
        ),
        Argument(
            "--select", "The query string of a page, such as 'kind=attack&known_by=2023-11-14'; all rows by default.",
            {"default": "", "metavar": "QUERY"},
        ),
        Argument(
            "--site", "The address of the site for references to name, such as https://timeline.example.",
            {"default": "", "metavar": "URL"},
        ),
    ),
    run,
)  # fmt: skip
