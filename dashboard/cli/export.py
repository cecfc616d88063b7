"""``as-reported export``: a selection as a file, a lesson as a file, or the whole site as files."""

import argparse
import os
from datetime import date
from pathlib import Path

from dashboard.cli.command import Argument, Command, Refused
from dashboard.cli.load import load
from dashboard.cli.whole import WHOLE
from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection, listed
from dashboard.exporters import EXPORTS, Format, Visit
from dashboard.language import tr
from dashboard.schema import DEFAULT
from dashboard.selection import Selected, Selection


def run(args: argparse.Namespace) -> int:
    """Write the file, or the files, and say what they hold."""
    return WHOLE.get(args.export, _file)(args)


def _file(args: argparse.Namespace) -> int:
    if args.story:
        raise Refused(tr("--story goes with lesson, worksheet and exit-ticket alone."))
    if args.incident:
        raise Refused(tr("--incident goes with worksheet and exit-ticket alone."))
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
        ending = tr("the ending {suffix}").format(suffix=repr(out.suffix)) if out.suffix else tr("no ending")
        raise Refused(
            tr("{out} has {ending}. Known endings for {export}: {listed}.").format(
                out=out, ending=ending, export=export, listed=listed(formats)
            )
        )
    if not out.parent.is_dir():
        raise Refused(
            tr("{parent} is no folder. Make it, or name a file in a folder that exists.").format(parent=out.parent)
        )
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
        raise Refused(
            tr("{out} cannot be written ({strerror}). Choose another file.").format(out=out, strerror=error.strerror)
        ) from None


_ENDINGS = ", ".join(dict.fromkeys(ending for formats in EXPORTS.values() for ending in formats))

COMMAND = Command(
    "export",
    tr("Write selected rows to a file, in the format that its ending names. An existing file is replaced."),
    (
        Argument(
            "export",
            tr(
                "What to write: a table, the view for its reference, a package (data of its own), the site, a lesson, "
                "a worksheet or an exit ticket to print."
            ),
            {"choices": (*EXPORTS, *WHOLE)},
        ),
        Argument(
            "out",
            tr(
                "The file; its ending names the format, of a table: {endings}. For a site a folder, empty or made by "
                "this command; for a lesson and for sheets a file that ends in .html."
            ).format(endings=_ENDINGS),
            {"type": Path, "metavar": "OUT"},
        ),
        Argument(
            "--data", tr("The folder of the data package; the default package when none is named."),
            {"type": Path, "default": DEFAULT, "metavar": "DIR"},
        ),
        Argument(
            "--select",
            tr("The query string of a page, such as 'kind=attack&known_by=2023-11-14'; all rows by default."),
            {"default": "", "metavar": "QUERY"},
        ),
        Argument(
            "--story",
            tr("The story that a lesson or a sheet is made of, by the name of its file; else the selection is."),
            {"default": "", "metavar": "SLUG"},
        ),
        Argument(
            "--incident", tr("The incident that a worksheet or an exit ticket is made of, by its id."),
            {"default": "", "metavar": "ID"},
        ),
        Argument(
            "--site", tr("The address of the site for references and pages to name, such as https://timeline.example."),
            {"default": "", "metavar": "URL"},
        ),
    ),
    run,
)  # fmt: skip
