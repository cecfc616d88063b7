"""The command line: ``as-reported serve | check | export | docs``.

Each command is a module with a ``COMMAND``; adding one is a module and a line in ``COMMANDS``. Exit codes: 0 done,
1 the data or the documentation has an error, 2 something that was asked cannot be done.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from dashboard import __version__, language
from dashboard.cli import check, docs, export, serve
from dashboard.cli.command import Command, Refused, add
from dashboard.errors import AsReportedError
from dashboard.language import tr

COMMANDS: tuple[Command, ...] = (serve.COMMAND, check.COMMAND, export.COMMAND, docs.COMMAND)
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks and return the exit code; what went wrong is said in plain lines."""
    _spell_what_the_terminal_cannot()
    try:
        language.checked()
    except language.UnknownLanguage as error:
        print(error, file=sys.stderr)
        return Refused.exit_code
    args = _parser().parse_args(argv)
    try:
        code = args.run(args)
        sys.stdout.flush()
    except AsReportedError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:  # the reader of the output, such as head, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="as-reported", description=tr("Serve, check and export timelines of reported incidents.")
    )
    parser.add_argument("--version", action="version", version=f"as-reported {__version__}")
    parser.set_defaults(commands=COMMANDS)
    commands = parser.add_subparsers(title=tr("commands"), metavar="COMMAND", required=True)
    for command in COMMANDS:
        add(command, commands)
    return parser


def _spell_what_the_terminal_cannot() -> None:
    """Letters that a terminal's encoding lacks are spelt out rather than raised."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
