"""Citations over the API: every style of every kind of thing, with the address left to the page."""

import json

import pytest

from dashboard.api import V1
from dashboard.dataset import Dataset
from dashboard.exporters.citations import STYLES

THINGS = ["incidents/20190306-pier-drone", "reports/r07", "tallies/strikes-karst", "sources/tide-0402"]


def told(client, what: str, query: str = "") -> dict[str, str]:
    answer = client.get(f"{V1}citations/{what}.json?{query}")
    assert answer.status_code == 200
    return {one["style"]: one["text"] for one in answer.json["citations"]}


@pytest.mark.parametrize("what", ["view", *THINGS])
def test_a_thing_is_cited_in_every_style(client, what):
    texts = told(client, what)
    assert list(texts) == list(STYLES)
    assert all(texts.values())
    assert json.loads(texts["csl"])


@pytest.mark.parametrize("what", ["view", *THINGS[:3]])
def test_the_address_is_the_pages_to_fill_in_and_the_data_is_named(client, tiny: Dataset, what):
    texts = told(client, what)
    assert "{address}" in texts["apa"] and tiny.digest in texts["apa"]


def test_what_is_cited_is_named_as_it_was_known(client):
    assert "12 March 2019" in told(client, "incidents/20190306-pier-drone", "known_by=2019-03-12")["chicago"]
    assert "12 March 2019" not in told(client, "incidents/20190306-pier-drone")["chicago"]


@pytest.mark.parametrize("table", ["incidents", "reports", "tallies", "sources"])
def test_an_id_that_is_not_in_the_data_is_said(client, table):
    answer = client.get(f"{V1}citations/{table}/nothing.json")
    assert answer.status_code == 404
    assert "'nothing'" in answer.json["error"]


def test_a_query_that_is_wrong_is_refused_in_words(client):
    answer = client.get(f"{V1}citations/view.json?kind=nothing")
    assert answer.status_code == 400
    assert "kind='nothing' is not in the data" in answer.json["error"]


def test_a_citation_is_not_sent_twice(client):
    first = client.get(f"{V1}citations/view.json?known_by=2019-03-12")
    again = client.get(f"{V1}citations/view.json?known_by=2019-03-12", headers={"If-None-Match": first.headers["ETag"]})
    other = client.get(f"{V1}citations/view.json", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, other.status_code) == (304, 200)
