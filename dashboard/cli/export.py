"""``as-reported export``: a selection as a file, or the whole site as files."""

import argparse
import os
import re
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from time import monotonic

from dashboard.cli.command import Argument, Command, Refused
from dashboard.cli.load import load
from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection, listed
from dashboard.exporters import EXPORTS, Format, Visit
from dashboard.schema import DEFAULT
from dashboard.selection import Selected, Selection
from dashboard.still import site


def run(args: argparse.Namespace) -> int:
    """Write the file, or the files, and say what they hold."""
    return WHOLE.get(args.export, _file)(args)


def _file(args: argparse.Namespace) -> int:
    chosen = _format(args.export, args.out)
    selected = _selected(args.select, load(args.data))
    _write(args.out, chosen.write(selected, args.export, Visit(date.today(), args.site.rstrip("/"))))
    print(f"{args.out}: {args.export}, {selected.sentence}")
    return 0


def _site(args: argparse.Namespace) -> int:
    """The whole site, in a folder."""
    if args.select:
        raise Refused(
            "--select does not go with site. Export a package of the selection, and build the site of that with --data."
        )
    if args.site and not re.fullmatch(r"https?://[^/?#]+(/[^?#]*)?", args.site):
        raise Refused(f"--site {args.site!r} is no address of a site. Write one such as https://timeline.example.")
    started = monotonic()
    built = site.write(load(args.data), args.out, args.site.rstrip("/"), _progress)
    took = f"{monotonic() - started:.0f} s"
    print(f"{args.out}: a site of {built.pages:,} pages in {built.files:,} files, {built.size / 1e6:.1f} MB, in {took}")
    return 0


def _progress(done: int, of: int) -> None:
    """One line that is written over, for whoever watches; nothing where nobody does."""
    if sys.stderr.isatty():
        print(f"\r{done:,} of {of:,} pages", end="\n" if done == of else "", file=sys.stderr, flush=True)


WHOLE: Mapping[str, Callable[[argparse.Namespace], int]] = {"site": _site}
"""What is exported as a whole rather than as rows."""


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
            "export", "What to write: a table, the view for its reference, a package (data of its own), or the site.",
            {"choices": (*EXPORTS, *WHOLE)},
        ),
        Argument(
            "out", f"The file; its ending names the format, of a table: {_ENDINGS}. For a site, a folder, empty or "
            "made by this command.", {"type": Path, "metavar": "OUT"},
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
            "--site", "The address of the site for references and pages to name, such as https://timeline.example.",
            {"default": "", "metavar": "URL"},
        ),
    ),
    run,
)  # fmt: skip
