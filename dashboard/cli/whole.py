"""What is exported whole rather than as rows: the site as a folder of files, a lesson as one file."""

import argparse
import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic

from dashboard.cli.command import Refused
from dashboard.cli.load import agreeing, load
from dashboard.errors import InvalidSelection
from dashboard.language import tr
from dashboard.selection import Selection
from dashboard.still import site
from dashboard.still.lesson import lesson
from dashboard.still.paper import NAMES, paper


def _site(args: argparse.Namespace) -> int:
    """The whole site, in a folder."""
    _no_incident(args)
    if args.select or args.story:
        raise Refused(
            tr(
                "--select and --story do not go with site. Export a package of the selection, and build the site of "
                "that with --data."
            )
        )
    if args.site and not re.fullmatch(r"https?://[^/?#]+(/[^?#]*)?", args.site):
        words = tr("--site {site} is no address of a site. Write one such as https://timeline.example.")
        raise Refused(words.format(site=repr(args.site)))
    started = monotonic()
    data = load(args.data)
    agreeing(data, args.data)
    built = site.write(data, args.out, args.site.rstrip("/"), _progress)
    words = tr("{out}: a site of {pages} pages in {files} files, {size} MB, made in {time} s")
    made = {"pages": f"{built.pages:,}", "files": f"{built.files:,}", "size": f"{built.size / 1e6:.1f}"}
    print(words.format(out=args.out, time=f"{monotonic() - started:.0f}", **made))
    return 0


def _no_incident(args: argparse.Namespace) -> None:
    if args.incident:
        raise Refused(tr("--incident goes with worksheet and exit-ticket alone."))


def _progress(done: int, of: int) -> None:
    """One line that is written over, for whoever watches; nothing where nobody does."""
    if sys.stderr.isatty():
        words = tr("{done} of {of} pages").format(done=f"{done:,}", of=f"{of:,}")
        print(f"\r{words}", end="\n" if done == of else "", file=sys.stderr, flush=True)


def _lesson(args: argparse.Namespace) -> int:
    """One file that asks for nothing."""
    _no_incident(args)
    if args.out.suffix.lower() not in (".html", ".htm"):
        raise Refused(tr("{out} does not end in .html, and a lesson is a page. Name it so.").format(out=args.out))
    try:
        selection = Selection.from_query(os.fsencode(args.select).decode("utf-8", "replace"))
        if args.story and set(selection.asked) - {"gentle"}:
            raise Refused(tr("A lesson is made of --story or of --select, not of both; gentle=yes goes with both."))
        data = load(args.data)
        file = lesson(data, selection, args.story)
    except InvalidSelection as error:
        raise Refused(f"--select: {error}") from None
    _written(args.out, file)
    if args.story:
        agreeing(data, args.data, args.story)
    print(tr("{out}: a lesson of {size} MB in one file").format(out=args.out, size=f"{len(file) / 1e6:.1f}"))
    return 0


def _paper(args: argparse.Namespace) -> int:
    """Sheets to print, in one file that asks for nothing."""
    ways = [name for name in ("story", "select", "incident") if getattr(args, name)]
    if len(ways) > 1:
        words = tr("Sheets are made of one of --story, --select and --incident. Found: {ways}.")
        raise Refused(words.format(ways=", ".join(f"--{name}" for name in ways)))
    _page(args.out)
    query = os.fsencode(args.select).decode("utf-8", "replace")
    try:
        selection = Selection.from_query(query) if not args.incident else Selection(incident=args.incident)
        data = load(args.data)
        file = paper(data, args.export, selection, args.story, args.site)
    except InvalidSelection as error:
        raise Refused(f"--{'incident' if args.incident else 'select'}: {error}") from None
    _written(args.out, file)
    if args.story:
        agreeing(data, args.data, args.story)
    print(tr("{out}: {name}, {size} kB in one file").format(out=args.out, name=args.export, size=len(file) // 1000))
    return 0


def _page(out: Path) -> None:
    """Raises Refused for a file that is not named as a page is."""
    if out.suffix.lower() not in (".html", ".htm"):
        raise Refused(tr("{out} does not end in .html, and sheets are a page. Name it so.").format(out=out))


def _written(out: Path, file: bytes) -> None:
    try:
        out.write_bytes(file)
    except OSError as error:
        words = tr("{out} cannot be written ({why}). Choose another file.")
        raise Refused(words.format(out=out, why=error.strerror)) from None


WHOLE: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "site": _site, "lesson": _lesson, **dict.fromkeys(NAMES, _paper),
}  # fmt: skip
"""What is exported whole. Adding one is a function and a line."""
