"""Wrong addresses and faults, answered in words."""

import re

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.app.errors import tidy
from dashboard.dataset import Dataset


@pytest.mark.parametrize(
    ("address", "right"),
    [
        ("/counts/", "/counts"),
        ("/Counts", "/counts"),
        ("/incidents//20190306-pier-drone", "/incidents/20190306-pier-drone"),
        ("/INCIDENTS/20190306-Pier-Drone/?known_by=2019-03-12", "/incidents/20190306-pier-drone?known_by=2019-03-12"),
        ("/sources/Kelp-Courier?q=a%20b", "/sources/kelp-courier?q=a%20b"),
    ],
)
def test_an_address_that_is_nearly_right_leads_to_the_right_one(reader: FlaskClient, address: str, right: str):
    for method in (reader.get, reader.head):
        answer = method(address)
        assert (answer.status_code, answer.headers["Location"]) == (308, right)


@pytest.mark.parametrize("path", ["/", "//", "///"])
def test_nothing_but_slashes_is_the_first_page(path: str):
    assert tidy(path) == "/"


def test_no_address_leads_to_another_host(reader: FlaskClient):
    for path in ("//example.org", "//example.org/counts", "/\\example.org/"):
        answer = reader.get(path, base_url="http://localhost")
        assert not re.match(r"https?://(?!localhost)|//|/\\", answer.headers.get("Location", "/"))


def test_head_is_answered_like_get_without_the_page(reader: FlaskClient):
    for address, status in (("/", 200), ("/nowhere", 404), ("/?color=red", 400)):
        answer = reader.head(address)
        assert (answer.status_code, answer.data) == (status, b"")


def test_an_unknown_address_offers_what_is_like_it_and_a_search(reader: FlaskClient):
    answer = reader.get("/incidents/20190306-pier-dron")
    assert answer.status_code == 404
    assert '<a href="/incidents/20190306-pier-drone">Drone at Pier Nine</a>' in answer.text
    assert '<form action="/" class="search" method="get">' in answer.text
    assert '<input type="search" name="q"' in answer.text
    assert "Known values" not in answer.text


def test_what_an_unknown_address_says_is_escaped(reader: FlaskClient):
    answer = reader.get("/%3Cscript%3Ealert(1)%3C/script%3E")
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text


def test_a_query_that_cannot_be_read_says_why_and_keeps_its_good_parts(reader: FlaskClient):
    answer = reader.get("/counts?kind=attack&kind=bogus&color=red")
    assert answer.status_code == 400
    assert "Unknown filter &#x27;color&#x27;" in answer.text
    assert '<a href="/counts?kind=attack">Show it without kind=bogus and color=red</a>' in answer.text
    assert reader.get("/counts?kind=attack").status_code == 200


def test_files_and_methods_that_are_not_there_are_answered_in_words(reader: FlaskClient):
    for answer, status in ((reader.get("/assets/nothing.css"), 404), (reader.post("/counts"), 405)):
        assert (answer.status_code, answer.mimetype) == (status, "text/html")
        assert '<a href="/">Go to the timeline</a>' in answer.text
    assert reader.get("/api/v1/nothing").get_json()["error"].startswith("Nothing is at /api/v1/nothing.")


def test_a_fault_shows_nothing_of_itself(tiny: Dataset):
    app = create_app(tiny)

    def fails():
        raise RuntimeError("a secret")

    for rule in ("/fails", "/api/fails"):
        app.server.add_url_rule(rule, rule, fails)
    client = app.server.test_client()
    page, data = client.get("/fails"), client.get("/api/fails")
    assert (page.status_code, data.status_code) == (500, 500)
    assert "The server failed to answer" in page.text
    assert "The server failed to answer" in data.get_json()["error"]
    assert [text for text in (page.text, data.text) if "secret" in text or "Traceback" in text] == []
    assert page.headers["X-Content-Type-Options"] == "nosniff"
