"""The rows behind a figure as CSV: of the view asked, once per version, refused in words."""

import csv
import io
import re

import pytest

from dashboard.api import V1
from dashboard.figures.drawn import DRAWN


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("name", DRAWN)
def test_a_figure_has_an_address_with_its_columns(client, name):
    answer = client.get(f"{V1}figures/{name}.csv?incident=20190306-pier-drone")
    assert (answer.status_code, answer.mimetype) == (200, "text/csv")
    assert answer.text.splitlines()[0] == ",".join(DRAWN[name].columns)
    assert name in answer.headers["Content-Disposition"]


def test_the_rows_are_those_of_the_view(client):
    def lanes(query: str) -> set[str]:
        return {row["lane"] for row in read(client.get(f"{V1}figures/timeline.csv?{query}").text)}

    assert lanes("known_by=2019-03-04") < lanes("")
    assert lanes("lanes=kind") == {"Attack", "Counter-strike", "Interception", "Seizure", "Statement"}


@pytest.mark.parametrize("name", DRAWN)
def test_the_rows_lead_to_what_they_are_of_which_data_and_with_what_left_out(client, tiny, name):
    query = "known_by=2019-03-04&incident=20190306-pier-drone"
    rows = client.get(f"{V1}figures/{name}.csv?{query}")
    address = re.match(r'<([^>]+)>; rel="describedby"; type="application/csvm\+json"$', rows.headers["Link"])[1]
    told = client.get(address)
    assert (told.status_code, told.mimetype) == (200, "application/csvm+json")
    assert [column["titles"] for column in told.json["tableSchema"]["columns"]] == list(DRAWN[name].columns)
    assert told.json["url"].startswith(f"{name}.csv?") and "known_by=2019-03-04" in told.json["url"]
    (note,) = told.json["notes"]
    assert (note["known_by"], note["digest"], note["licence"]) == ("2019-03-04", tiny.digest, tiny.schema.licence)
    assert note["left_out"]["not_yet"] > 0 or DRAWN[name].table == "sources"


def test_nothing_stated_is_an_empty_cell(client):
    told = read(client.get(f"{V1}figures/clocks.csv?incident=20190300-strait-seizure").text)
    assert told and not any(cell in ("None", "nan", "inf") for row in told for cell in row.values())


def test_the_same_rows_are_not_sent_twice_and_another_lane_is_another_answer(client):
    first = client.get(f"{V1}figures/timeline.csv?lanes=kind")
    again = client.get(f"{V1}figures/timeline.csv?lanes=kind", headers={"If-None-Match": first.headers["ETag"]})
    other = client.get(f"{V1}figures/timeline.csv", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, other.status_code) == (304, 200)


def test_a_query_that_is_wrong_is_refused_in_words(client):
    answer = client.get(f"{V1}figures/tempo.csv?kind=nothing")
    assert answer.status_code == 400
    assert "kind='nothing' is not in the data" in answer.json["error"]
