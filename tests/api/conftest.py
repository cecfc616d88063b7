"""What the tests of the API may ask for: a client of a server for the tiny package."""

import pytest
from flask.testing import FlaskClient
from flask_openapi3 import OpenAPI

from dashboard import api
from dashboard.dataset import Dataset


@pytest.fixture(scope="session")
def server(tiny: Dataset) -> OpenAPI:
    """The server of the tiny package."""
    return api.server(tiny)


@pytest.fixture
def client(server: OpenAPI) -> FlaskClient:
    """A client of that server."""
    return server.test_client()
