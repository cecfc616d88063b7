"""A site of files made of three articles, and what it is made of."""

from pathlib import Path

import pytest

from dashboard.dataset import Dataset
from tests.two_days import told


@pytest.fixture(scope="session")
def data() -> Dataset:
    """Three articles with a story about them."""
    return told()


@pytest.fixture(scope="session")
def folder(site_of_files: Path) -> Path:
    """The site, which no test changes."""
    return site_of_files
