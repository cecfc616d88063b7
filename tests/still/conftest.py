"""A site of files made of three articles, and one of them served by a plain server of files."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.dataset import Dataset
from dashboard.still import site
from tests.still.test_lesson import STORY
from tests.three_articles import articles


@pytest.fixture(scope="session")
def data() -> Dataset:
    """Three articles with a story about them."""
    return replace(articles(), stories={"two-days.md": STORY.encode()})


@pytest.fixture(scope="session")
def folder(data: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, which no test changes."""
    out = tmp_path_factory.mktemp("site") / "sub"
    site.write(data, out, "https://timeline.example/sub")
    return out
