"""Selections of made-up packages and of the default one."""

from collections.abc import Callable

import pytest

from dashboard.dataset import Dataset
from dashboard.selection import Selected, Selection
from tests.made_up import package
from tests.three_articles import articles


@pytest.fixture(scope="session")
def default() -> Dataset:
    """Three real articles."""
    return articles()


@pytest.fixture
def asked() -> Callable[..., Selected]:
    """What a query keeps of a package made of these reports."""
    return lambda query, *reports, **more: Selection.from_query(query).apply(package(*reports, **more))
