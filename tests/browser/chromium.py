"""Which Chromium the browser tests launch, and with which flags."""

import os
import shutil
import subprocess
from functools import cache

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

_IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

LAUNCH_ARGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--js-flags=--no-opt",  # pages live for seconds: see below
    "--no-first-run",
    "--process-per-site",  # one process draws all pages of a worker's sites: what it has compiled serves the next page
    *(("--no-sandbox",) if _IS_ROOT else ()),  # Chromium refuses to start its sandbox as root
)
"""The most thorough compiler of scripts costs more of the machine than the short life of a page gives back. The one below
it stays: without both, pages in which much is done take longer. What a script does is the same with each."""


@cache
def executable() -> str | None:
    """Return $CHROMIUM, else the path of the first browser on the PATH; None stands for Playwright's own."""
    if chosen := os.environ.get("CHROMIUM"):
        return chosen
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path and _answers(path)), None)


def _answers(path: str) -> bool:
    """False for a placeholder, such as Ubuntu's script that only says which package to install."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=30).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
