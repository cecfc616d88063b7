"""What all workers of a run use and none changes is made by the first that asks; the others wait for it."""

import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 600
"""Seconds after which nobody is making it any more."""


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """Return a folder that ``make`` has filled, in this process or in another.

    Raises RuntimeError where ``make`` failed in another process, TimeoutError where that one is gone.
    """
    failed, part = folder.with_suffix(".failed"), folder.with_suffix(".part")
    try:
        folder.with_suffix(".begun").touch(exist_ok=False)
    except FileExistsError:
        return _waited_for(folder, failed)
    try:
        make(part)
    except BaseException:
        failed.touch()
        raise
    return part.rename(folder)


def _waited_for(folder: Path, failed: Path) -> Path:
    end = time.monotonic() + PATIENCE
    while not folder.exists():
        if failed.exists():
            raise RuntimeError(f"{folder.name} could not be made: see the test that failed first.")
        if time.monotonic() > end:
            raise TimeoutError(f"{folder.name} was begun and not ended within {PATIENCE} seconds.")
        time.sleep(0.1)
    return folder
