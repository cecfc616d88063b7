"""The description of the API is true: what it allows is answered as it says, what it forbids is refused.

Three rules cannot be written in an OpenAPI description, so what breaks only these is passed over: a window begins
before it ends, a filter does not tell what is hidden, and an empty value asks nothing.
"""

import pytest
import schemathesis
from hypothesis import assume, given, settings
from schemathesis import GenerationMode

from dashboard.api import SPEC, V1
from dashboard.api.citations import KINDS
from dashboard.exporters import EXPORTS, TABLES
from dashboard.figures.drawn import DRAWN

ADDRESSES = [f"{V1}{export}{ending}" for export, formats in EXPORTS.items() for ending in formats]
DRAWN_AT = [f"{V1}figures/{name}{ending}" for name in DRAWN for ending in (".csv", ".csv-metadata.json")]
CLASSES_AT = [f"{V1}classes{rest}" for rest in ("", "/{code}", "/{code}/followers", "/{code}/qr.svg")]
CITED_AT = [f"{V1}citations/view.json", *(f"{V1}citations/{table}/{{id}}.json" for table in KINDS)]


@pytest.fixture(scope="module")
def described(server):
    return schemathesis.openapi.from_wsgi(SPEC, server)


def cases(described, address: str, mode: GenerationMode):
    return described[address]["GET"].as_strategy(generation_mode=mode)


@pytest.mark.parametrize("address", [*ADDRESSES, DRAWN_AT[0], CITED_AT[0]])
def test_whatever_the_description_allows_is_answered_as_it_says(described, address):
    @given(case=cases(described, address, GenerationMode.POSITIVE))
    @settings(max_examples=10)
    def answered(case):
        response = case.call()
        assume(b" comes after to=" not in response.content and b" beside hide=" not in response.content)
        case.validate_response(response)

    answered()


@pytest.mark.parametrize("table", TABLES)
def test_whatever_the_description_forbids_is_refused_as_it_says(described, table):
    @given(case=cases(described, f"{V1}{table}.json", GenerationMode.NEGATIVE))
    @settings(max_examples=10)
    def refused(case):
        assume(all(asked(value) for value in case.query.values()))
        response = case.call()
        case.validate_response(response)
        assert response.status_code == 400

    refused()


def asked(value: object) -> bool:
    """True when no part of a value is empty: what is empty is not sent."""
    return value not in ({}, []) and all(str(part).strip() for part in (value if isinstance(value, list) else [value]))


def test_the_description_names_every_address_and_every_name_of_the_query(client):
    spec = client.get(SPEC).json
    others = (f"{V1}compare.json", f"{V1}activities.json", f"{V1}lesson.html")
    assert sorted(spec["paths"]) == sorted([*ADDRESSES, *DRAWN_AT, *CITED_AT, *CLASSES_AT, *others])
    assert sorted(spec["components"]["parameters"]) == [
        "a", "activity", "actor", "answered", "b", "by", "columns", "corroboration", "data", "disputed", "from", "gentle", "hide", "incident", "key", "kind", "known_by", "lanes", "measure", "of",
        "outlet", "page", "party", "per", "place", "q", "rows", "said_by", "sort", "step", "story", "tally", "to", "variant", "weapon",
    ]  # fmt: skip


def test_the_description_names_the_values_that_the_data_knows(client):
    parameters = client.get(SPEC).json["components"]["parameters"]
    assert parameters["outlet"]["schema"]["items"]["enum"] == [
        "harbour-wire", "kelp-courier", "radio-zelande", "tide-watch", "guard-press", "voice-of-terns",
    ]  # fmt: skip
    assert parameters["disputed"]["schema"]["enum"] == ["yes", "no"]


def test_a_column_is_described_as_the_package_describes_it(client):
    rows = client.get(SPEC).json["components"]["schemas"]["ReportsRow"]["properties"]
    assert rows["killed"]["description"] == "Empty = not stated; 0 = stated as none."
    assert rows["killed"]["anyOf"] == [{"type": "integer"}, {"type": "null"}]
    assert rows["weapon"]["type"] == "array"
