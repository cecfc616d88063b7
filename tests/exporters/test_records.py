"""Records: typed, and nothing that a source leaves open becomes a value."""

import pytest

from dashboard import dataset, exporters
from dashboard.exporters import TABLES
from dashboard.selection import Selection
from tests.packages import resource


def records(data, table, query=""):
    return exporters.records(Selection.from_query(query).apply(data), table)


def record(data, table, key, query=""):
    found = records(data, table, query)
    return next(row for row in found if next(iter(row.values())) == key)


def dated(edtf, earliest, latest, approximate=False, uncertain=False):
    return {
        "edtf": edtf, "earliest": earliest, "latest": latest, "approximate": approximate, "uncertain": uncertain,
    }  # fmt: skip


def test_an_incident_is_its_standing_on_the_day(tiny):
    assert record(tiny, "incidents", "20190304-islet-rockets") == {
        "incident_id": "20190304-islet-rockets",
        "title": "Rockets on Îlot Zélande",
        "kind": "attack",
        "date": dated("2019-03-04", "2019-03-04", "2019-03-04"),
        "place_id": "ilot-zelande",
        "corroboration": "acknowledged",
        "disputed": False,
        "origins": 2,
        "outlets": 4,
        "report_ids": ["r01", "r02", "r03", "r04"],
        "certainty": "certain",
    }
    early = record(tiny, "incidents", "20190304-islet-rockets", "known_by=2019-03-05")
    assert (early["corroboration"], early["origins"], early["report_ids"]) == ("claimed", 1, ["r01"])


def test_an_incident_lists_only_the_reports_that_match(tiny):
    assert record(tiny, "incidents", "20190304-islet-rockets", "weapon=mortar")["report_ids"] == ["r02"]


def test_a_statement_has_no_corroboration_and_no_place(tiny):
    statement = record(tiny, "incidents", "20190320-guard-statement")
    assert (statement["corroboration"], statement["place_id"]) == (None, None)


def test_a_report_has_every_column_with_its_type(tiny):
    assert record(tiny, "reports", "r02") == {
        "report_id": "r02",
        "incident_id": "20190304-islet-rockets",
        "source_id": "wire-0309",
        "locator": "p2",
        "asserted_by": "guard-spokeswoman",
        "said_on": dated("2019-03-09", "2019-03-09", "2019-03-09"),
        "stance": "confirms",
        "contests": [],
        "kind": None,
        "date": dated("2019-03-04", "2019-03-04", "2019-03-04"),
        "place_id": "ilot-zelande",
        "attributed_to": "terns",
        "against": "guard",
        "target": "the lighthouse",
        "weapon": ["rocket", "mortar"],
        "strikes_min": 4,
        "strikes_max": None,
        "strikes_unit": "munitions",
        "killed": 0,
        "killed_qualifier": "exactly",
        "injured": 2,
        "injured_qualifier": "exactly",
        "outcome": "two people hurt",
        "summary": "The Guard confirms rockets and mortar rounds; nobody killed.",
        "quote": None,
        "known_on": "2019-03-09",
        "lag": 5,
        "certainty": "certain",
    }


SILENT = [
    # report, column, value: 0 is what the source states, None what it leaves open
    ("r02", "killed", 0),
    ("r01", "killed", None),
    ("r12", "injured", None),
    ("r13", "injured", 0),
    ("r13", "date", None),
    ("r18", "contests", ["number", "weapon"]),
    ("r01", "contests", []),
    ("r11", "known_on", None),
    ("r11", "lag", None),
    ("r10", "date", dated("2019-03-12~", "2019-03-12", "2019-03-12", approximate=True)),
    ("r12", "date", dated("[2019-03-15..2019-03-17]", "2019-03-15", "2019-03-17")),
]


@pytest.mark.parametrize(("report", "column", "value"), SILENT)
def test_what_a_source_leaves_open_is_none_and_never_zero(tiny, report, column, value):
    found = record(tiny, "reports", report)[column]
    assert (found, type(found)) == (value, type(value))


OPEN = [
    # date, its ends, the lag of a report known on 11 March
    ("../2019-03-10", None, "2019-03-10", 1),
    ("2019-03-10/..", "2019-03-10", None, None),
]


@pytest.mark.parametrize(("date", "earliest", "latest", "lag"), OPEN)
def test_an_open_end_is_none_and_no_lag_is_counted_from_it(package_copy, date, earliest, latest, lag):
    package_copy.damaged("reports", 9, "date", date)
    package_copy.damaged("incidents", 4, "date", date)
    row = record(dataset.load(package_copy.folder), "reports", "r08")
    assert (row["date"], row["known_on"], row["lag"]) == (dated(date, earliest, latest), "2019-03-11", lag)


def test_a_tally_comes_with_what_can_be_named_in_its_window(tiny):
    tally = record(tiny, "tallies", "attacks-total")
    assert (tally["value"], tally["qualifier"], tally["scope"], tally["known_on"]) == (5, None, "QX;QY", "2019-03-20")
    assert tally["itemised"] == {
        "certain": 3,
        "possible": 1,
        "low": 5,
        "high": None,
        "high_possible": None,
        "unstated": 0,
        "unit": "attacks",
        "reason": None,
        "certain_ids": ["20190304-islet-rockets", "20190306-pier-drone", "20190310-skerries-mortars"],
        "possible_ids": ["20190312-bank-drone"],
    }


def test_a_tally_without_a_start_says_why_nothing_can_be_named(tiny):
    itemised = record(tiny, "tallies", "injured-islet")["itemised"]
    assert itemised["reason"] == "The source gives no start for this count, so no window can be itemised."
    assert {name: value for name, value in itemised.items() if name != "reason"} == {
        "certain": None, "possible": None, "low": None, "high": None, "high_possible": None, "unstated": None,
        "unit": None, "certain_ids": [], "possible_ids": [],
    }  # fmt: skip


def test_a_place_has_its_coordinates_as_numbers(tiny):
    place = record(tiny, "places", "ilot-zelande")
    assert (place["latitude"], place["longitude"], place["countries"]) == (48.42, -30.05, ["QX"])
    assert record(tiny, "places", "open-strait")["latitude"] is None


@pytest.mark.parametrize("table", TABLES)
def test_every_record_has_every_column_in_the_same_order(tiny, table):
    names = [column.name for column in exporters.columns(tiny.schema, table)]
    assert {tuple(row) for row in records(tiny, table)} == {tuple(names)}


def test_a_column_that_the_package_adds_is_exported(package_copy):
    package_copy.described(_with_a_shade)
    rows = package_copy.records("sources")
    package_copy.rewritten("sources", [[*row, "shade" if at == 0 else "7"] for at, row in enumerate(rows)])
    assert record(dataset.load(package_copy.folder), "sources", "leaflet")["shade"] == 7


def _with_a_shade(raw: dict) -> None:
    resource(raw, "sources")["schema"]["fields"].append({"name": "shade", "type": "integer"})


def test_a_column_of_the_package_cannot_take_the_name_of_one_that_follows(package_copy):
    package_copy.described(lambda raw: resource(raw, "sources")["schema"]["fields"].append({"name": "certainty"}))
    rows = package_copy.records("sources")
    package_copy.rewritten("sources", [[*row, "certainty" if at == 0 else "sure"] for at, row in enumerate(rows)])
    data = dataset.load(package_copy.folder)
    names = [column.name for column in exporters.columns(data.schema, "sources")]
    assert (names.count("certainty"), record(data, "sources", "leaflet")["certainty"]) == (1, "certain")


def test_the_envelope_puts_the_selection_before_the_rows(tiny):
    selected = Selection.from_query("kind=seizure&known_by=2019-04-02").apply(tiny)
    envelope = exporters.envelope(selected, "tallies")
    data = ["title", "version", "digest", "licence", "notice"]
    asked = ["describe", "query", "known_by", "counts", "left_out"]
    assert list(envelope) == [*asked, "ignored", *data, "tallies"]
    assert (envelope["known_by"], envelope["counts"]) == ("2019-04-02", {"certain": 5, "possible": 0})
    assert envelope["ignored"] == ["kind"]
    assert list(exporters.envelope(selected, "reports")) == [*asked, *data, "reports"]
