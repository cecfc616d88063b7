"""The rows behind the figures: what is drawn and nothing else, days as days, what nobody states left empty."""

import re

import pytest

from dashboard import figures
from dashboard.components import chart
from dashboard.dataset import Dataset
from dashboard.figures import measured
from dashboard.figures.drawn import DRAWN
from dashboard.selection import Selection
from tests.made_up import package

QUERIES = ["", "known_by=2019-03-12", "kind=attack&lanes=party", "q=nothing+like+this", "incident=20190306-pier-drone"]


def rows(data: Dataset, name: str, query: str = "") -> list[dict]:
    selection = Selection.from_query(query)
    return DRAWN[name].rows(selection, selection.filtering.apply(data))


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("name", DRAWN)
def test_every_row_has_every_column_and_a_day_is_a_day(tiny: Dataset, name: str, query: str):
    for row in rows(tiny, name, query):
        assert tuple(row) == DRAWN[name].columns
        for column in {"earliest", "latest", "known_on", "day", "first_day", "last_day"} & set(row):
            assert row[column] is None or re.fullmatch(r"\d{4}-\d\d-\d\d", row[column])
        assert not any(value != value or value in (float("inf"), "nan") for value in row.values())


def test_the_timeline_has_a_row_for_each_mark(tiny: Dataset):
    selected = Selection().apply(tiny)
    lanes, marks = figures.marks(selected)
    labels = {lane.key: lane.label for lane in lanes}
    drawn = sorted((labels[mark.lane], mark.incident_id) for mark in marks.itertuples())
    assert sorted((row["lane"], row["incident_id"]) for row in rows(tiny, "timeline")) == drawn
    by_party = {row["lane"] for row in rows(tiny, "timeline", "lanes=party")}
    assert by_party and by_party.isdisjoint({lane for lane, _ in drawn})


def test_an_open_end_is_empty_and_not_the_end_of_the_calendar():
    data = package({"of": "20231101-asad-a", "date": "../2023-11-03", "place": "asad"})
    (row,) = rows(data, "timeline")
    assert (row["date"], row["earliest"], row["latest"]) == ("../2023-11-03", None, "2023-11-03")


def test_the_days_add_up_to_the_incidents_dated_to_one(tiny: Dataset):
    frame = Selection().apply(tiny).incidents
    dated = int((frame["first_day"] == frame["last_day"]).sum())
    assert sum(row["dated_here"] for row in rows(tiny, "days")) == dated > 0


@pytest.mark.parametrize("name", [name for name in DRAWN if "first_day" in DRAWN[name].columns])
def test_rows_end_with_the_known_by_day_because_unknown_is_not_zero(tiny: Dataset, name: str):
    whole, told = rows(tiny, name), rows(tiny, name, "known_by=2019-03-09")
    assert told and max(row["last_day"] for row in told) <= "2019-03-09" < max(row["last_day"] for row in whole)


def test_the_strip_says_nothing_of_days_after_the_known_by_day(tiny: Dataset):
    early, whole = (Selection.from_query(query).apply(tiny) for query in ("known_by=2019-03-12", ""))
    for bars in chart.strip(early)["data"]:
        assert not [day for day in bars["x"] if day > "2019-03-12"]
    assert max(chart.strip(whole)["data"][0]["x"]) > "2019-03-12" == max(chart.strip(early)["data"][0]["x"])
    assert chart.strip(early)["layout"]["xaxis"]["range"] == chart.strip(whole)["layout"]["xaxis"]["range"]


def test_a_date_that_goes_on_past_the_known_by_day_falls_into_no_later_week():
    told = [
        {"of": f"2023{day}-asad-a", "date": f"2023-{day[:2]}-{day[2:]}", "actor": "iri"} for day in ("0901", "1231")
    ]
    month = {"of": "20231108-asad-b", "date": "2023-11", "published": "2023-11-10", "actor": "iri"}
    data = package(*({**one, "published": one["date"]} for one in told), month)
    for name in ("tempo", "days"):
        assert max(row["last_day"] for row in rows(data, name, "known_by=2023-11-12")) == "2023-11-12"


def test_the_totals_are_those_of_the_line(tiny: Dataset):
    line = figures.totals(Selection().apply(tiny))
    assert [(row["tally_id"], row["value"]) for row in rows(tiny, "totals")] == [
        (total.tally_id, total.value) for total in line.itertuples()
    ]
    assert rows(tiny, "counts", "measure=attacks") == rows(tiny, "totals")


def test_an_upper_end_that_nobody_states_is_empty(tiny: Dataset):
    frame = measured.casualties_by_week(Selection().apply(tiny))
    assert [row["high"] is None for row in rows(tiny, "harm")] == list(
        frame.sort_values(["week", "side", "of"])["high"] == float("inf")
    )


def test_a_report_of_unknown_day_has_no_day_on_which_it_was_known(tiny: Dataset):
    told = {
        row["report_id"]: row for name in tiny.by_id["incidents"] for row in rows(tiny, "clocks", f"incident={name}")
    }
    undated = {row.report_id for row in Selection().apply(tiny).reports.itertuples() if row.undated}
    assert set(told) == set(tiny.by_id["reports"])
    assert {key for key, row in told.items() if row["known_on"] is None} == undated
