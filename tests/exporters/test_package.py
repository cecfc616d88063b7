"""A selection as a package of its own: it loads without an error, and its incidents stand as they did."""

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import frictionless
import pytest

from dashboard import checks, dataset, exporters, stories
from dashboard.derive import index
from dashboard.exporters import TABLES
from dashboard.exporters.bundle import ITEMISED
from dashboard.schema import DEFAULT
from dashboard.selection import Selection
from tests.three_articles import articles

FILTERS = [
    "kind=attack", "place=not-stated", "place=zelande", "weapon=rocket", "disputed=yes", "said_by=media",
    "outlet=tide-watch", "from=2019-03-10&to=2019-03-16", "corroboration=claimed", "q=nothing+of+this",
]  # fmt: skip
DAYS = [*(f"known_by=2019-03-{day:02}" for day in (4, 9, 10, 11, 12, 13, 18, 24, 31)), "known_by=2019-04-02"]
QUERIES = ["", *FILTERS, *DAYS, *(f"{name}&known_by=2019-03-18" for name in FILTERS)]
UNDATED = "20190312-bank-drone"
"""The incident with a report of unknown day, which counts in a package from its last day on."""


def unpacked(selected, folder: Path) -> Path:
    zipfile.ZipFile(io.BytesIO(exporters.package(selected))).extractall(folder)
    return folder


def select(data, query=""):
    return Selection.from_query(query).apply(data)


def standing(selected, without=()):
    """The incidents but for what belongs to the selection and not to the rows."""
    return [
        {name: value for name, value in row.items() if name not in ("certainty", "report_ids")}
        for row in exporters.records(selected, "incidents")
        if row["incident_id"] not in without
    ]


@pytest.mark.parametrize("query", QUERIES)
def test_a_package_of_a_selection_loads_and_its_incidents_stand_as_they_did(tiny, tmp_path, query):
    selected = select(tiny, query)
    folder = unpacked(selected, tmp_path)
    without = [UNDATED] if "known_by" in query and "2019-04-02" not in query else []
    assert [str(problem) for problem in checks.check(checks.read(folder))] == []
    assert standing(select(dataset.load(folder)), without) == standing(selected, without)


def rows(selected):
    """The rows of every table as JSON has them, with the words and counts that say what they are."""
    said = ("describe", "query", "known_by", "counts", "ignored")
    whole = {table: exporters.envelope(selected, table) for table in TABLES}
    return {table: {name: whole[table].get(name) for name in (*said, table)} for table in TABLES}


@pytest.mark.parametrize("query", [*QUERIES, "from=2019-03-11&to=2019-03-12&known_by=2019-03-12", "q=drone&page=2"])
def test_a_package_gives_the_same_rows_of_every_table_for_the_same_query(tiny, tmp_path, query):
    selected = select(tiny, query)
    again, before = rows(select(dataset.load(unpacked(selected, tmp_path)), query)), rows(selected)
    if selected.selection.without("known_by").asked:  # a count is itemised by the incidents that the package holds
        for whole in (again, before):
            whole["tallies"]["tallies"] = [{**row, "itemised": None} for row in whole["tallies"]["tallies"]]
    assert again == before


POSSIBLE = "known_by=2019-03-12"


def test_what_was_possible_on_a_day_is_possible_in_its_package(tiny, tmp_path):
    again = select(dataset.load(unpacked(select(tiny, POSSIBLE), tmp_path)), POSSIBLE)
    assert again.counts("incidents") == select(tiny, POSSIBLE).counts("incidents")
    assert again.counts("incidents")["possible"] > 0


def test_the_default_data_survives_a_day_and_a_filter(tmp_path):
    data = dataset.load(DEFAULT)
    for number, query in enumerate(["", "known_by=2023-11-08", "kind=attack&known_by=2023-12-15&from=2023-11"]):
        selected = select(data, query)
        found = dataset.load(unpacked(selected, tmp_path / str(number)))
        again = select(found, query)
        for table in ("incidents", "reports", "sources", "places", "actors"):
            assert exporters.records(again, table) == exporters.records(selected, table), (query, table)
        assert found["outlines"].equals(data["outlines"])
        assert (found.digest == data.digest) == (not query)


def test_a_part_does_not_name_a_whole_that_was_not_yet_known(package_copy):
    package_copy.damaged("tallies", 3, "source_id", "tide-0312").damaged("tallies", 3, "said_on", "2019-03-12")
    data = package_copy.loaded()
    early = exporters.records(select(data, "known_by=2019-03-12"), "tallies")
    late = exporters.records(select(data), "tallies")
    assert {row["tally_id"]: row["part_of"] for row in early} == {"injured-islet": None, "attacks-zelande": None}
    assert {row["part_of"] for row in late} == {None, "attacks-total"}


def test_everything_selected_gives_everything_back(tiny, tmp_path):
    again = dataset.load(unpacked(select(tiny), tmp_path))
    assert {name: len(frame) for name, frame in again.tables.items()} == {
        name: len(frame) for name, frame in tiny.tables.items()
    }
    assert again.digest == tiny.digest


def test_stories_come_with_everything_and_are_named_where_they_are_left_out(tmp_path):
    whole = dataset.load(unpacked(select(articles()), tmp_path / "whole"))
    assert dict(whole.stories) == dict(articles().stories) != {}
    assert stories.shelf(whole).problems == ()
    part = dataset.load(unpacked(select(articles(), "kind=attack"), tmp_path / "part"))
    assert dict(part.stories) == {}
    assert part.schema.raw["selection"]["stories_left_out"] == ["an-announcement.md"]


def test_a_package_holds_what_its_rows_refer_to_and_nothing_else(tiny, tmp_path):
    again = dataset.load(unpacked(select(tiny, "kind=seizure&outlet=guard-press"), tmp_path))
    assert {name: list(frame.iloc[:, 0]) for name, frame in again.tables.items() if name != "glossary"} == {
        "outlets": ["guard-press"],
        "sources": ["guard-0320"],
        "actors": ["guard", "guard-spokeswoman"],
        "places": [],
        "incidents": [],
        "reports": [],
        "tallies": ["attacks-total", "attacks-zelande", "attacks-karst"],
        "links": [],
    }


def test_the_place_that_a_tally_is_about_comes_with_it(tiny, tmp_path):
    again = dataset.load(unpacked(select(tiny, "kind=seizure&outlet=tide-watch"), tmp_path))
    assert set(again["places"]["place_id"]) == {"open-strait", "karst"}


LINKS = [
    # query, the incidents that the links kept start from
    ("", ["20190315-karst-strike", "20190304-islet-rockets", "20190322-ford-blast"]),
    ("kind=attack", ["20190304-islet-rockets", "20190322-ford-blast"]),
    ("known_by=2019-03-18", ["20190304-islet-rockets"]),
    ("kind=counter-strike", []),
]


@pytest.mark.parametrize(("query", "incidents"), LINKS)
def test_a_link_is_kept_with_both_its_incidents_once_its_source_has_appeared(tiny, tmp_path, query, incidents):
    again = dataset.load(unpacked(select(tiny, query), tmp_path))
    assert list(again["links"]["from_incident"]) == incidents


def test_reports_that_were_not_known_by_the_day_are_not_in_it(tiny, tmp_path):
    again = dataset.load(unpacked(select(tiny, "known_by=2019-03-09&place=ilot-zelande"), tmp_path))
    assert list(again["reports"]["report_id"]) == ["r01", "r02"]


def test_a_part_of_a_count_that_was_not_yet_known_stands_alone(package_copy, tmp_path):
    package_copy.damaged("tallies", 3, "source_id", "tide-0312")
    package_copy.damaged("tallies", 3, "said_on", "2019-03-12")
    again = dataset.load(unpacked(select(dataset.load(package_copy.folder), "known_by=2019-03-12"), tmp_path / "again"))
    assert again["tallies"][["tally_id", "part_of"]].values.tolist() == [["attacks-zelande", ""], ["injured-islet", ""]]


def test_a_part_of_a_count_brings_the_whole(tiny, tmp_path):
    again = dataset.load(unpacked(select(tiny, "q=two+of+the+five+were+in+karst"), tmp_path))
    assert list(again["tallies"]["tally_id"]) == ["attacks-total", "attacks-karst"]


def test_an_incident_has_the_date_that_was_known_by_the_day(package_copy, tmp_path):
    package_copy.damaged("incidents", 4, "date", "2019-03-11")  # as the later of its two reports has it
    selected = select(dataset.load(package_copy.folder), "known_by=2019-03-11&place=north-skerries&weapon=mortar")
    again = dataset.load(unpacked(selected, tmp_path / "again"))
    assert again.by_id["incidents"]["20190310-skerries-mortars"]["date"] == "2019-03-10"


def test_an_incident_whose_date_no_known_report_gives_is_left_out_by_name(package_copy, tmp_path):
    package_copy.damaged("reports", 9, "date", "")
    package_copy.damaged("incidents", 4, "date", "2019-03-11")
    selected = select(dataset.load(package_copy.folder), "known_by=2019-03-11")
    folder = unpacked(selected, tmp_path / "again")
    again = dataset.load(folder)
    assert (again.problems, "20190310-skerries-mortars" in again.by_id["incidents"]) == ((), False)
    assert _descriptor(folder)["selection"]["incidents_left_out"] == ["20190310-skerries-mortars"]


def _descriptor(folder: Path) -> dict:
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def test_the_descriptor_says_what_was_selected(tiny, tmp_path):
    described = _descriptor(unpacked(select(tiny, "kind=seizure&known_by=2019-04-02&lanes=kind"), tmp_path))
    assert described["selection"] == {
        "query": "known_by=2019-04-02&kind=seizure",
        "describe": "1 report of 1 incident said to be of kind seizure, 1–31 March 2019, as known by 2 April 2019.",
        "known_by": "2019-04-02",
        "data_until": "2019-04-02",
        "digest": tiny.digest,
        "incidents_left_out": [],
        "stories_left_out": ["the-islet.md"],
        "limits": [ITEMISED],
    }
    assert described["description"].startswith("A selection: 1 report of 1 incident said to be of kind seizure, 1–31 March 2019")
    assert (described["version"], described["licenses"][0]["name"]) == ("0.0.1", "CC-BY-4.0")


def test_the_descriptor_claims_no_size_or_hash_of_files_it_does_not_describe(package_copy, tmp_path):
    package_copy.described(lambda raw: raw["resources"][0].update(bytes=1, hash="md5:0"))
    described = _descriptor(unpacked(select(dataset.load(package_copy.folder)), tmp_path / "again"))
    assert [part for part in described["resources"] if part.keys() & {"bytes", "hash"}] == []


def test_a_package_is_valid_with_nothing_of_ours_installed(tiny, tmp_path):
    folder = unpacked(select(tiny, "kind=attack&known_by=2019-03-30"), tmp_path)
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.flatten(["rowNumber", "fieldName", "message"]) == []


def test_three_real_articles_survive_every_day_they_know(tmp_path):
    data = articles()
    for day in index(data).days:
        selected = select(data, f"known_by={date.fromordinal(day)}")
        folder = unpacked(selected, tmp_path / str(day))
        assert checks.check(checks.read(folder)) == []
        assert standing(select(dataset.load(folder))) == standing(selected)
