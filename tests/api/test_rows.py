"""Each table in each format, once per version of the data, without cookies."""

import csv
import io
import json
import zipfile

import pytest

from dashboard import api, dataset
from dashboard.api import V1
from dashboard.exporters import EXPORTS, TABLES
from tests.packages import resource

ROWS = [
    # table, query, ids in order
    ("incidents", "weapon=rocket", ["20190304-islet-rockets", "20190310-skerries-mortars"]),
    ("reports", "incident=20190306-pier-drone&q=drone&outlet=tide-watch", ["r07", "r11"]),
    ("tallies", "said_by=tide-watch", ["strikes-karst"]),
    ("sources", "kind=seizure&said_by=tide-watch", ["tide-0402"]),
    ("places", "weapon=rocket", ["zelande", "north-skerries", "ilot-zelande"]),
    ("actors", "kind=statement&outlet=guard-press&said_by=guard", ["guard", "guard-spokeswoman"]),
]
KEYS = dict(zip(TABLES, ("incident_id", "report_id", "tally_id", "source_id", "place_id", "actor_id"), strict=True))


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize(("table", "query", "ids"), ROWS)
def test_a_query_selects_the_same_rows_as_json_and_csv_and_zip(client, table, query, ids):
    as_json = client.get(f"{V1}{table}.json?{query}").json[table]
    as_csv = read_csv(client.get(f"{V1}{table}.csv?{query}").text)
    packed = zipfile.ZipFile(io.BytesIO(client.get(f"{V1}{table}.zip?{query}").data))
    as_zip = read_csv(packed.read(f"{table}.csv").decode())
    assert [[row[KEYS[table]] for row in rows] for rows in (as_json, as_csv, as_zip)] == [ids, ids, ids]


def test_the_envelope_says_what_was_selected(client):
    answer = client.get(f"{V1}incidents.json?known_by=2019-03-12&from=2019-03-12&to=2019-03-12").json
    assert {name: value for name, value in answer.items() if name != "incidents"} == {
        "describe": "1 report of 1 incident (1 may not belong here, because a date is open), "
        "12 March 2019, as known by 12 March 2019.",
        "known_by": "2019-03-12",
        "counts": {"certain": 0, "possible": 1},
    }
    assert [row["certainty"] for row in answer["incidents"]] == ["possible"]


def test_an_incident_stands_as_it_did_on_the_known_by_day(client):
    def standing(day):
        rows = client.get(f"{V1}incidents.json?known_by={day}").json["incidents"]
        return next(row for row in rows if row["incident_id"] == "20190304-islet-rockets")["corroboration"]

    assert [standing(day) for day in ("2019-03-04", "2019-03-09")] == ["claimed", "acknowledged"]


def test_tallies_name_the_filters_that_they_ignore(client):
    answer = client.get(f"{V1}tallies.json?kind=attack&place=karst&said_by=guard").json
    assert (answer["ignored"], len(answer["tallies"])) == (["place", "kind"], 4)


TYPES = [
    # address, type
    ("incidents.json", "application/json"),
    ("incidents.csv", "text/csv; charset=utf-8"),
    ("incidents.zip", "application/zip"),
    ("package.zip", "application/zip"),
]


@pytest.mark.parametrize(("address", "kind"), TYPES)
def test_an_answer_says_what_it_is(client, address, kind):
    assert client.get(V1 + address).headers["Content-Type"] == kind


NAMES = [
    ("reports.csv?", "tiny-reports.csv"),
    ("tallies.csv?known_by=2019-03-14", "tiny-tallies-as-known-by-14-march-2019.csv"),
    ("package.zip?place=ilot-zelande", "tiny-package-placed-at-ilot-zelande.zip"),
]


@pytest.mark.parametrize(("address", "name"), NAMES)
def test_a_file_is_named_for_what_was_selected(client, address, name):
    assert client.get(V1 + address).headers["Content-Disposition"] == f'attachment; filename="{name}"'


def test_letters_of_every_alphabet_arrive(client):
    assert client.get(f"{V1}places.json?place=ilot-zelande").json["places"][2]["name"] == "Îlot Zélande"
    assert "Îlot Zélande" in client.get(f"{V1}places.csv").data.decode("utf-8")


ADDRESSES = [f"{V1}{export}{ending}" for export, formats in EXPORTS.items() for ending in formats]


@pytest.mark.parametrize("address", [*ADDRESSES, "/api/docs", "/api/openapi.json"])
def test_whoever_has_an_answer_is_told_that_it_still_holds(client, address):
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.data) == (200, 304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


def tag(client, address):
    return client.get(V1 + address).headers["ETag"]


def test_a_tag_stands_for_the_rows_selected_and_not_for_how_they_are_shown(client):
    assert tag(client, "incidents.json?page=2&lanes=weapon") == tag(client, "incidents.json")
    assert tag(client, "incidents.json?kind=attack&kind=other") == tag(client, "incidents.json?kind=other&kind=attack")
    others = ["incidents.json", "incidents.csv", "reports.json", "incidents.json?kind=attack"]
    assert len({tag(client, address) for address in others}) == 4


def test_a_tag_is_the_same_in_every_process_that_serves_the_same_data(client, tiny):
    assert tag(api.server(tiny).test_client(), "reports.csv") == tag(client, "reports.csv")


def test_a_tag_changes_with_the_data_and_with_its_words(client, package_copy):
    package_copy.replaced("sources", "On the islet", "On the island")
    rows = tag(api.server(dataset.load(package_copy.folder)).test_client(), "reports.csv")
    package_copy.replaced("sources", "On the island", "On the islet")
    package_copy.described(lambda raw: raw.update(title="Another"))
    words = tag(api.server(dataset.load(package_copy.folder)).test_client(), "reports.csv")
    assert len({tag(client, "reports.csv"), rows, words}) == 3


@pytest.mark.parametrize("address", [*ADDRESSES, "/api/docs", "/api/openapi.json", "/healthz", "/api/nothing"])
def test_head_says_what_get_would_say_without_the_body(client, address):
    get, head = client.get(address), client.head(address)
    assert (head.status_code, head.data, dict(head.headers)) == (get.status_code, b"", dict(get.headers))


@pytest.mark.parametrize("address", [*ADDRESSES, "/api/docs", "/api/openapi.json", "/healthz", "/api/nothing"])
def test_nothing_is_kept_about_a_reader(client, address):
    answer = client.get(address)
    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_two_servers_in_one_process_answer_each_for_their_own_data(client, package_copy):
    package_copy.replaced("incidents", "Drone at Pier Nine", "A drone at Pier Nine")
    other = api.server(dataset.load(package_copy.folder)).test_client()
    titles = [each.get(f"{V1}incidents.json?place=pier-nine").json["incidents"][0]["title"] for each in (client, other)]
    assert titles == ["Drone at Pier Nine", "A drone at Pier Nine"]


def test_health_is_told_with_the_data_it_is_about(client, tiny):
    answer = client.get("/healthz").json
    assert (answer["status"], answer["digest"], answer["set_aside"]["reports"]) == ("ok", tiny.digest, 0)


def test_json_is_the_same_bytes_each_time(client):
    first, second = (client.get(f"{V1}incidents.json").data for _ in range(2))
    assert first == second
    assert list(json.loads(first)) == ["describe", "known_by", "counts", "incidents"]


def test_a_column_may_have_any_name(package_copy):
    names = ["_shade", "my column", "schema", "model_kind", "from"]
    package_copy.described(
        lambda raw: resource(raw, "sources")["schema"]["fields"].extend({"name": name} for name in names)
    )
    rows = package_copy.records("sources")
    package_copy.rewritten("sources", [[*row, *(names if at == 0 else "abcde")] for at, row in enumerate(rows)])
    client = api.server(dataset.load(package_copy.folder)).test_client()
    row = client.get(f"{V1}sources.json").json["sources"][0]
    assert {name: row[name] for name in names} == dict(zip(names, "abcde", strict=True))
    described = client.get("/api/openapi.json").json["components"]["schemas"]["SourcesRow"]["properties"]
    assert set(names) <= set(described)


@pytest.mark.parametrize("address", [*ADDRESSES, "/api/docs"])
def test_a_package_without_rows_is_answered_for(package_copy, address):
    for path in package_copy.folder.glob("*.csv"):
        package_copy.rewritten(path.stem, package_copy.records(path.stem)[:1])
    assert api.server(dataset.load(package_copy.folder)).test_client().get(address).status_code == 200
