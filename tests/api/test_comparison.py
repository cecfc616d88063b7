"""A comparison as JSON: the rows of the page, as the description says, refused in words."""

import pytest
import schemathesis
from hypothesis import assume, given, settings
from schemathesis import GenerationMode

from dashboard.api import SPEC, V1

PATH = f"{V1}compare.json"
SIDES = "a=harbour-wire&b=radio-zelande"


def test_the_answer_holds_the_sides_the_counts_and_a_row_per_incident(client):
    said = client.get(f"{PATH}?{SIDES}").json
    assert said["describe"].startswith("Of 4 incidents that either carries by 2 April 2019, 2 are in both, ")
    assert (said["a"]["value"], said["a"]["chosen"], said["a"]["known_by"]) == ("harbour-wire", True, None)
    assert said["counts"] == {"incidents": 4, "both": 2, "a": 1, "b": 1, "clash": 1}
    rows = {row["incident_id"]: row for row in said["incidents"]}
    mortars = rows["20190310-skerries-mortars"]
    assert (mortars["side"], mortars["a_first_by_days"]) == ("both", 2)
    assert (mortars["reports_a"], mortars["reports_b"]) == (["r08"], ["r09"])
    assert {"field": "weapon", "agreement": "adds", "a": ["mortar"], "b": ["mortar, rocket"]} not in mortars["apart"]
    assert {part["field"]: part["agreement"] for part in mortars["apart"]}["date"] == "conflicts"
    assert rows["20190306-pier-drone"]["apart"] == []


def test_days_have_a_known_by_day_each_and_nobody_is_first(client):
    said = client.get(f"{PATH}?by=known_by&a=2019-03-12&b=2019-03-30").json
    assert [said[side]["known_by"] for side in "ab"] == ["2019-03-12", "2019-03-30"]
    assert {row["a_first_by_days"] for row in said["incidents"]} == {None}


def test_sides_left_open_are_picked(client):
    said = client.get(PATH).json
    assert (said["a"]["chosen"], said["b"]["chosen"]) == (False, False)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("a=harbour-wire&b=harbour-wire", "Both sides are 'harbour-wire'"),
        ("a=harbor-wire", "Near it: harbour-wire."),
        ("a=guard", "a='guard' is not an outlet in the data"),
        ("by=known_by&a=soon", "a='soon' is not known as a side to compare"),
        ("q=nothing+like+this", "There are not two sides to compare by outlet in this selection"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_words(client, query, expected):
    answer = client.get(f"{PATH}?{query}")
    assert answer.status_code == 400
    assert expected in answer.json["error"]


def test_an_answer_known_already_is_not_sent_again(client):
    tag = client.get(f"{PATH}?{SIDES}").headers["ETag"]
    assert client.get(f"{PATH}?{SIDES}", headers={"If-None-Match": tag}).status_code == 304
    assert client.get(f"{PATH}?a=radio-zelande&b=harbour-wire", headers={"If-None-Match": tag}).status_code == 200


def test_every_answer_is_as_the_description_says(server):
    described = schemathesis.openapi.from_wsgi(SPEC, server)
    strategy = described[PATH]["GET"].as_strategy(generation_mode=GenerationMode.POSITIVE)

    @given(case=strategy)
    @settings(max_examples=10)
    def answered(case):
        for name in ("by", "a", "b", "from", "to", "q"):
            case.query.pop(name, None)
        response = case.call()
        assume(response.status_code == 200)
        case.validate_response(response)

    answered()
