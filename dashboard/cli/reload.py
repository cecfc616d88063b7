"""``as-reported serve --reload``: the site in a process of its own, started again after every change."""

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from dashboard.language import tr

_CODE = Path(__file__).parent.parent
_PAUSE = 0.5
_DATA_HAS_ERRORS = 1

Stamps = dict[Path, tuple[int, int]]


def run(args: argparse.Namespace) -> int:
    """Serve, and serve anew after every change. An error in the data is waited out; anything else ends it."""
    while True:
        before = stamps(args.folder)
        site = subprocess.Popen(command(args))
        try:
            while stamps(args.folder) == before:
                if site.poll() not in (None, _DATA_HAS_ERRORS):
                    return site.returncode
                time.sleep(_PAUSE)
        finally:
            site.terminate()
            site.wait()
        print(tr("Something changed: starting again."), file=sys.stderr)


def command(args: argparse.Namespace) -> list[str]:
    """The command that serves once."""
    once = ["serve", str(args.folder), "--host", args.host, "--port", str(args.port)]
    return [sys.executable, "-m", "dashboard", *once, *(["--strict"] if args.strict else [])]


def stamps(folder: Path) -> Stamps:
    """When each file of the code and of a package last changed, and its size."""
    found = {}
    for path in _files(folder):
        try:
            state = path.stat()
        except OSError:  # gone between being listed and being looked at
            continue
        found[path] = (state.st_mtime_ns, state.st_size)
    return found


def _files(folder: Path) -> Iterator[Path]:
    yield from folder.glob("*")
    yield from folder.glob("stories/*")
    yield from (path for path in _CODE.rglob("*") if path.suffix != ".pyc")
