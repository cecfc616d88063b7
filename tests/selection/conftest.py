"""Selections of made-up packages and of the default one."""

from collections.abc import Callable

import pytest

from dashboard import dataset, schema
from dashboard.dataset import Dataset
from dashboard.selection import Selected, Selection
from tests.made_up import package


@pytest.fixture(scope="session")
def default() -> Dataset:
    """The default package, loaded."""
    return dataset.load(schema.DEFAULT)


@pytest.fixture
def asked() -> Callable[..., Selected]:
    """What a query keeps of a package made of these reports."""
    return lambda query, *reports, **more: Selection.from_query(query).apply(package(*reports, **more))
