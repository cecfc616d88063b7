"""What machines are told: schema.org things with the properties and the types that the vocabulary gives them."""

import json
import re

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.app.structured import days
from dashboard.dataset import Dataset
from tests.made_up import package

TEXT, URL, DATE, NUMBER, FLAG = "Text", "URL", "Date", "Number", "Boolean"
WORK = {"name": TEXT, "url": URL, "description": TEXT, "abstract": TEXT, "about": "Event", "author": ("Person", "Organization"),
        "publisher": "Organization", "datePublished": DATE, "inLanguage": TEXT, "archivedAt": URL, "license": URL,
        "version": TEXT, "dateModified": DATE, "keywords": TEXT, "creator": "Organization", "isAccessibleForFree": FLAG}  # fmt: skip
VOCABULARY = {
    "Event": {"name": TEXT, "url": URL, "identifier": TEXT, "description": TEXT, "location": "Place", "startDate": DATE,
              "endDate": DATE, "subjectOf": "Claim"},
    "Claim": {**WORK, "claimInterpreter": "Organization", "appearance": "CreativeWork", "firstAppearance": "CreativeWork"},
    "CreativeWork": WORK,
    "Place": {"name": TEXT, "alternateName": TEXT, "address": "PostalAddress", "geo": "GeoCoordinates",
              "containedInPlace": "Place"},
    "PostalAddress": {"addressCountry": TEXT},
    "GeoCoordinates": {"latitude": NUMBER, "longitude": NUMBER, "description": TEXT},
    "Person": {"name": TEXT, "alternateName": TEXT, "affiliation": "Organization"},
    "Organization": {"name": TEXT, "alternateName": TEXT, "mainEntityOfPage": URL},
    "Dataset": {**WORK, "distribution": "DataDownload", "includedInDataCatalog": "DataCatalog"},
    "DataCatalog": {**WORK, "dataset": "Dataset"},
    "DataDownload": {**WORK, "contentUrl": URL, "encodingFormat": TEXT},
}  # fmt: skip
"""Properties that may stand on each type and what they may hold, after schema.org 29."""
LITERALS = {
    TEXT: lambda value: isinstance(value, str) and value,
    URL: lambda value: re.fullmatch(r"https?://[^\s<>]+", value),
    DATE: lambda value: re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value),
    NUMBER: lambda value: isinstance(value, float),
    FLAG: lambda value: isinstance(value, bool),
}


def wrong(thing: dict, types: dict[str, str]) -> list[str]:
    """Everything in which a thing breaks the vocabulary; ``types`` are those of the ids in its graph."""
    kind, found = thing["@type"], []
    for name, value in thing.items():
        if name.startswith("@"):
            continue
        allowed = VOCABULARY[kind].get(name)
        for one in value if isinstance(value, list) else [value]:
            found += [] if fits(one, allowed, types) else [f"{kind}.{name} = {one!r}"]
            found += wrong(one, types) if isinstance(one, dict) and "@type" in one else []
    return found


def fits(value: object, allowed: str | tuple[str, ...] | None, types: dict[str, str]) -> bool:
    if allowed in LITERALS:
        return bool(LITERALS[allowed](value))
    given = value.get("@type") or types.get(value["@id"]) if isinstance(value, dict) else None
    return given is not None and given in (allowed if isinstance(allowed, tuple) else (allowed,))


def graph(client: FlaskClient, address: str) -> list[dict]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', client.get(address).text, re.DOTALL)
    if not found:
        return []
    said = json.loads(found[1])
    assert said["@context"] == "https://schema.org"
    types = {thing["@id"]: thing["@type"] for thing in said["@graph"]}
    assert [fault for thing in said["@graph"] for fault in wrong(thing, types)] == []
    return said["@graph"]


def test_every_incident_obeys_the_vocabulary(reader: FlaskClient, visitor: FlaskClient, tiny: Dataset, default: Dataset):
    for client, data in ((reader, tiny), (visitor, default)):
        for key in data.by_id["incidents"]:
            event, *claims = graph(client, f"/incidents/{key}")
            assert (event["@type"], {claim["@type"] for claim in claims}) == ("Event", {"Claim"})
            assert "eventStatus" not in event


def test_the_checker_of_this_test_finds_what_is_wrong():
    assert wrong({"@type": "Event", "name": "x", "eventStatus": "y"}, {}) == ["Event.eventStatus = 'y'"]
    assert wrong({"@type": "Event", "startDate": "2019-03-10T00:00"}, {}) == ["Event.startDate = '2019-03-10T00:00'"]
    assert wrong({"@type": "Event", "location": {"@type": "Person", "name": "x"}}, {}) != []


def test_an_incident_is_an_event_with_a_claim_for_each_account(reader: FlaskClient):
    event, first, denial, other = graph(reader, "/incidents/20190306-pier-drone")
    assert (event["name"], event["startDate"]) == ("Drone at Pier Nine", "2019-03-06")
    assert event["location"]["name"] == "Pier Nine"
    assert [one["@id"] for one in event["subjectOf"]] == [one["@id"] for one in (first, denial, other)]
    assert {one["about"]["@id"] for one in (first, denial, other)} == {event["@id"]}
    assert "denies" in denial["name"]
    for claim in (first, denial, other):
        earliest = min(work["datePublished"] for work in claim["appearance"] if "datePublished" in work)
        assert claim["firstAppearance"]["datePublished"] == earliest
        assert claim["firstAppearance"] in claim["appearance"]


def test_relays_of_one_statement_are_appearances_of_one_claim(reader: FlaskClient):
    claims = graph(reader, "/incidents/20190304-islet-rockets")[1:]
    assert sorted(len(claim["appearance"]) for claim in claims) == [1, 3]


def test_nothing_is_said_that_was_not_known_by_the_day(reader: FlaskClient):
    assert len(graph(reader, "/incidents/20190304-islet-rockets?known_by=2019-03-05")) == 2
    assert graph(reader, "/incidents/20190306-pier-drone?known_by=2019-03-01") == []


def test_what_accounts_contradict_is_not_decided(reader: FlaskClient):
    """Two dates are told of it, and one place."""
    event = graph(reader, "/incidents/20190310-skerries-mortars")[0]
    assert "startDate" not in event
    assert event["location"]["name"] == "North Skerries"


def test_a_place_without_coordinates_gets_none(reader: FlaskClient, tiny: Dataset):
    event = graph(reader, "/incidents/20190300-strait-seizure")[0]
    assert tiny.by_id["places"]["open-strait"]["latitude"] == ""
    assert event["location"] == {"@type": "Place", "name": tiny.by_id["places"]["open-strait"]["name"]}
    assert event["startDate"] == "2019-03"
    assert "location" not in graph(reader, "/incidents/20190320-guard-statement")[0]


@pytest.mark.parametrize(
    ("date", "given"),
    [
        ("2019-03-10", {"startDate": "2019-03-10"}),
        ("2019-03", {"startDate": "2019-03"}),
        ("2019", {"startDate": "2019"}),
        ("2019-03-XX", {"startDate": "2019-03"}),
        ("2019-03-10/2019-03-12", {"startDate": "2019-03-10", "endDate": "2019-03-12"}),
        ("../2019-03-12", {"endDate": "2019-03-12"}),
        ("2019-03-10/..", {"startDate": "2019-03-10"}),
        ("2019-03-10~", {}),
        ("2019-03-10?", {}),
        ("2019-03-10~/2019-03-12", {}),
        ("[2019-03-10..2019-03-12]", {}),
    ],
)
def test_a_date_has_the_precision_it_was_given_with(date: str, given: dict[str, str]):
    assert days(date) == given


def test_nothing_in_the_data_ends_the_element():
    title = "</script><script>alert(1)</script> & <!-- \u2028"
    client = create_app(package({}, incidents={"20231108-asad-attack": {"title": title}})).server.test_client()
    text = client.get("/incidents/20231108-asad-attack").text
    assert "<script>alert" not in text
    assert "\u2028" not in re.search(r"ld\+json\">(.*?)</script>", text, re.DOTALL)[1]
    assert graph(client, "/incidents/20231108-asad-attack")[0]["name"] == title


def test_the_data_is_a_dataset_in_a_catalog_with_files_that_are_there(reader: FlaskClient):
    catalog, data = graph(reader, "/")
    assert graph(reader, "/method") == [catalog, data]
    assert (data["name"], data["license"]) == (
        "The Zélande islands, as reported, March 2019", "https://creativecommons.org/licenses/by/4.0/"
    )  # fmt: skip
    assert data["version"].startswith("0.0.1 (")
    for file in data["distribution"]:
        answer = reader.get(file["contentUrl"].removeprefix("http://localhost"), buffered=True)
        assert (answer.status_code, answer.mimetype) == (200, file["encodingFormat"])


@pytest.mark.parametrize("address", ["/counts", "/nowhere", "/?color=red"])
def test_other_pages_have_none(reader: FlaskClient, address: str):
    assert graph(reader, address) == []
