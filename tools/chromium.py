"""Make sure the browser tests have a Chromium: python -m tools.chromium finds one, installs one, or fails."""

import os
import platform
import shutil
import subprocess
import sys

from playwright.sync_api import Error, sync_playwright

from tests.browser.chromium import LAUNCH_ARGS, executable

MISSING = """\
The browser tests need Chromium: none that starts was found, and none could be installed.
Install Chromium or Google Chrome, or name one: CHROMIUM=/path/to/chromium make test"""


def main() -> int:
    """Return 0 once a browser starts, after as little installing as that takes."""
    installers = () if os.environ.get("CHROMIUM") else (_from_the_system, _from_playwright)
    trouble = _trouble()
    for install in installers:
        if not trouble:
            break
        install()
        executable.cache_clear()
        trouble = _trouble()
    if trouble:
        print(trouble, MISSING, sep="\n\n", file=sys.stderr)
    return 1 if trouble else 0


def _trouble() -> str:
    """Why the browser that the tests would use does not start, or ""."""
    with sync_playwright() as playwright:
        try:
            playwright.chromium.launch(executable_path=executable(), args=LAUNCH_ARGS).close()
        except Error as error:
            return f"{executable()}: {error.message}" if executable() else error.message.splitlines()[0]
    return ""


def _from_the_system() -> None:
    """Install Debian's package, where we may; Ubuntu's is a snap, which tests cannot drive."""
    root = _root()
    if root is None or not shutil.which("apt-get") or platform.freedesktop_os_release()["ID"] == "ubuntu":
        return
    print("Installing Chromium with apt-get", flush=True)
    apt = (*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq")
    subprocess.run((*apt, "update"), check=False)
    install = (*apt, "install", "-y", "--no-install-recommends", "chromium")
    subprocess.run(install, stdout=subprocess.DEVNULL, check=False)


def _from_playwright() -> None:
    """Download Playwright's own build, then the system libraries it needs, where we may."""
    print("Installing Chromium with Playwright", flush=True)
    playwright = (sys.executable, "-m", "playwright")
    subprocess.run((*playwright, "install", "chromium"), check=False)
    if shutil.which("apt-get") and _root() is not None:
        subprocess.run((*playwright, "install-deps", "chromium"), check=False)


def _root() -> tuple[str, ...] | None:
    """The words before a command that make it run as root; None when we may not."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return ()
    if not shutil.which("sudo"):
        return None
    asked = subprocess.run(("sudo", "-n", "true"), capture_output=True, check=False)
    return ("sudo", "-n") if asked.returncode == 0 else None


if __name__ == "__main__":
    sys.exit(main())
