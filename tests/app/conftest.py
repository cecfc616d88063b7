"""A client of a site with the tiny package, and one with three articles."""

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.dataset import Dataset
from tests.three_articles import articles


@pytest.fixture(scope="package")
def default() -> Dataset:
    return articles()


@pytest.fixture(scope="package")
def visitor(default: Dataset) -> FlaskClient:
    """Somebody without scripts who reads three real articles."""
    return create_app(default).server.test_client()


@pytest.fixture(scope="package")
def reader(tiny: Dataset) -> FlaskClient:
    """Somebody without scripts who reads the tiny package."""
    return create_app(tiny).server.test_client()
