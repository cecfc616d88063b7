"""What cannot be answered is refused in JSON, with what is known and what to do."""

import pytest

from dashboard import api
from dashboard.api import V1

WRONG = [
    # query, what the refusal says, the names in its problems
    ("colour=red", "Unknown filter 'colour'. Known filters: columns, corroboration, actor, sort, of and 30 more.", ["colour"]),
    ("outlet=mars", "outlet='mars' is not in the data. Known values of outlet: guard-press, harbour-wire, "
     "kelp-courier, radio-zelande, tide-watch, voice-of-terns.", ["outlet"]),
    ("known_by=soon", "known_by='soon' is not a day. Write it as 2023-11-08.", ["known_by"]),
    ("disputed=maybe", "disputed='maybe' is not known. Known values of disputed: no, yes.", ["disputed"]),
]  # fmt: skip


@pytest.mark.parametrize(("query", "error", "names"), WRONG)
def test_a_wrong_query_is_refused_with_what_is_known(client, query, error, names):
    answer = client.get(f"{V1}incidents.json?{query}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "application/json")
    assert answer.json["error"] == error
    assert [problem["column"] for problem in answer.json["problems"]] == names


def test_everything_wrong_with_a_query_is_told_at_once(client):
    problems = client.get(f"{V1}reports.csv?colour=1&size=2&known_by=soon").json["problems"]
    assert [(problem["code"], problem["column"]) for problem in problems] == [
        ("unknown-filter", "colour"), ("unknown-filter", "size"), ("bad-query", "known_by"),
    ]  # fmt: skip


@pytest.mark.parametrize("address", ["incidents.csv", "package.zip", "tallies.zip"])
def test_a_refusal_is_json_whatever_was_asked_for(client, address):
    answer = client.get(f"{V1}{address}?kind=feast")
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "application/json")


STRANGE = ["q=%FF%FE", "q=%00", "q=" + "x" * 5000, "%C3%28=1", "kind=%F0%9F%92%A5", "=1", "&&&", "place=%2e%2e%2f"]


@pytest.mark.parametrize("query", STRANGE)
def test_strange_bytes_in_a_query_are_answered_or_refused(client, query):
    assert client.get(f"{V1}incidents.json?{query}").status_code in (200, 400)


UNKNOWN = ["/api", "/api/", "/api/v1", "/api/v1/", "/api/v1/incidents", "/api/v1/glossary.json", "/api/v2/reports.csv"]


@pytest.mark.parametrize("address", UNKNOWN)
def test_an_unknown_address_is_answered_with_where_the_known_ones_are_listed(client, address):
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/json")
    assert answer.json == {
        "error": f"Nothing is at {address}. Every address is listed at /api/docs.", "problems": [],
    }  # fmt: skip


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize("address", ["/api/v1/incidents.json", "/api/docs", "/api/nothing"])
def test_other_methods_are_refused_in_json(client, method, address):
    answer = getattr(client, method)(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (405, "application/json")
    assert {"GET", "HEAD"} <= set(answer.headers["Allow"].split(", "))
    assert answer.json["error"] == (
        "This address does not answer such a request; the header Allow names those it does. Data is never written."
    )


def test_a_fault_of_the_server_is_told_without_its_inside(tiny, monkeypatch):
    def fail(*_):
        raise RuntimeError("a secret of the server")

    server = api.server(tiny)
    monkeypatch.setattr("dashboard.exporters.sheets.records", fail)
    answer = server.test_client().get(f"{V1}incidents.csv")
    assert (answer.status_code, answer.headers["Content-Type"]) == (500, "application/json")
    assert answer.json["error"] == "The server failed to answer. The fault is in its log, not in the request."


def test_faults_outside_the_api_are_left_to_the_site(client):
    assert client.get("/nothing").headers["Content-Type"] == "text/html; charset=utf-8"
