"""Each table in each format, once per version of the data, without cookies."""

import csv
import io
import json
import zipfile
from datetime import date

import pytest

from dashboard import api, dataset
from dashboard.api import V1
from dashboard.exporters import EXPORTS, TABLES
from tests.packages import PackageCopy, resource

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


@pytest.mark.parametrize("table", ["incidents", "reports", "tallies"])
def test_signs_alone_select_nothing_and_the_answer_says_what_to_write(client, table):
    answer = client.get(f"{V1}{table}.json?q=%25").json
    assert answer[table] == [] and "“%”. What is searched for has no letter or digit: write one word or more." in answer["describe"]
    assert read_csv(client.get(f"{V1}{table}.csv?q=%25").text) == []


def test_the_envelope_says_what_was_selected(client, tiny):
    answer = client.get(f"{V1}incidents.json?known_by=2019-03-12&from=2019-03-12&to=2019-03-12").json
    assert {name: value for name, value in answer.items() if name != "incidents"} == {
        "describe": "1 report of 1 incident (1 may not belong here, because a date is open), "
        "12 March 2019, as known by 12 March 2019.",
        "query": "from=2019-03-12&to=2019-03-12&known_by=2019-03-12",
        "known_by": "2019-03-12",
        "counts": {"certain": 0, "possible": 1},
        "left_out": {"not_yet": 1, "outside": 6, "filtered": 0, "unnamed": 0, "set_aside": 0},
        "title": "The Zélande islands, as reported, March 2019",
        "version": "0.0.1",
        "digest": tiny.digest,
        "licence": "CC-BY-4.0",
        "notice": None,
    }
    assert [row["certainty"] for row in answer["incidents"]] == ["possible"]


def test_an_incident_stands_as_it_did_on_the_known_by_day(client):
    def standing(day):
        rows = client.get(f"{V1}incidents.json?known_by={day}").json["incidents"]
        return next(row for row in rows if row["incident_id"] == "20190304-islet-rockets")["corroboration"]

    assert [standing(day) for day in ("2019-03-04", "2019-03-09")] == ["claimed", "acknowledged"]


def test_a_csv_holds_rows_alone_and_leads_to_what_they_are(client):
    answer = client.get(f"{V1}reports.csv?kind=seizure&page=2")
    assert answer.headers["Link"] == (
        f'<{V1}reports.csv-metadata.json?kind=seizure>; rel="describedby"; type="application/csvm+json"'
    )
    said = client.get(answer.headers["Link"].split(">")[0][1:]).json
    assert said["url"] == "reports.csv?kind=seizure"
    assert said["notes"][0]["left_out"]["filtered"] == 17
    assert answer.text.splitlines()[0].startswith("report_id,")


def test_every_format_carries_the_version_of_the_data(client, tiny):
    for ending in (".json", ".csv-metadata.json", ".geojson", ".bib", ".csl.json", ".apa.txt", ".parquet"):
        assert tiny.digest.encode() in client.get(f"{V1}reports{ending}").data, ending


def test_a_link_made_with_other_data_is_told_so(client, tiny):
    plain, same, other = (
        client.get(f"{V1}reports.json{query}") for query in ("", f"?data={tiny.digest}", "?data=0123456789ab")
    )
    assert (plain.json["notice"], same.json["notice"]) == (None, None)
    assert other.json["notice"].startswith("This link was made with data 0123456789ab, which is unknown here")
    assert other.json["reports"] == plain.json["reports"]
    assert plain.headers["ETag"] == same.headers["ETag"] != other.headers["ETag"]


def test_references_name_the_site_that_was_asked_and_the_day(client):
    [view] = client.get(f"{V1}view.csl.json?kind=attack", base_url="https://timeline.example").json
    assert view["URL"].startswith("https://timeline.example/?kind=attack&data=")
    tags = {client.get(f"{V1}view.bib", base_url=f"https://{name}.example").headers["ETag"] for name in ("a", "b")}
    assert len(tags) == 2


def test_the_tag_of_a_reference_changes_with_the_day(client, monkeypatch):
    class Tomorrow(date):
        @classmethod
        def today(cls):
            return date(2100, 1, 1)

    before = {name: tag(client, name) for name in ("view.bib", "reports.csv")}
    monkeypatch.setattr(api, "date", Tomorrow)
    assert tag(client, "view.bib") != before["view.bib"]
    assert tag(client, "reports.csv") == before["reports.csv"]


def test_tallies_name_the_filters_that_they_ignore(client):
    answer = client.get(f"{V1}tallies.json?kind=attack&place=karst&said_by=guard").json
    assert (answer["ignored"], len(answer["tallies"])) == (["place", "kind"], 4)


TYPES = [
    # address, type
    ("incidents.json", "application/json"),
    ("incidents.csv", "text/csv; charset=utf-8"),
    ("incidents.zip", "application/zip"),
    ("incidents.parquet", "application/vnd.apache.parquet"),
    ("incidents.geojson", "application/geo+json"),
    ("incidents.csv-metadata.json", "application/csvm+json"),
    ("incidents.csl.json", "application/vnd.citationstyles.csl+json"),
    ("view.bib", "application/x-bibtex; charset=utf-8"),
    ("view.apa.txt", "text/plain; charset=utf-8"),
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
    assert list(json.loads(first)) == [
        "describe", "query", "known_by", "counts", "left_out", "title", "version", "digest", "licence", "notice",
        "incidents",
    ]  # fmt: skip


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


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    copy = PackageCopy(tmp_path_factory.mktemp("empty") / "package")
    for path in copy.folder.glob("*.csv"):
        copy.rewritten(path.stem, copy.records(path.stem)[:1])
    return api.server(copy.loaded()).test_client()


@pytest.mark.parametrize("address", [*ADDRESSES, "/api/docs"])
def test_a_package_without_rows_is_answered_for(empty, address):
    assert empty.get(address).status_code == 200
