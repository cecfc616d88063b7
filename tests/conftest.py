"""What every test may ask for: the tiny package, and a copy of it to damage."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from dashboard import dataset
from dashboard.still import site
from tests import network
from tests.once import once
from tests.packages import TINY, PackageCopy
from tests.two_days import OWN, told

network.install()

# The suite says the same on every run; `--hypothesis-profile explore` looks further.
settings.register_profile("same", deadline=None, database=None, derandomize=True, max_examples=100)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("same")


@pytest.fixture(scope="session")
def tiny_folder() -> Path:
    """The folder of the tiny package; read tests/tiny/README.md, change nothing in it."""
    return TINY


@pytest.fixture(scope="session")
def tiny(tiny_folder: Path) -> dataset.Dataset:
    """The tiny package, loaded."""
    return dataset.load(tiny_folder)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run for what its workers share: see once.py."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def site_of_files(shared: Path) -> Path:
    """Three articles with a story about them as a site of files, in a folder "sub", which no test changes."""
    return once(shared / "site-of-files", lambda root: site.write(told(), root / "sub", OWN)) / "sub"


@pytest.fixture
def package_copy(tmp_path: Path) -> PackageCopy:
    """A copy of the tiny package that the test may damage."""
    return PackageCopy(tmp_path / "package")
