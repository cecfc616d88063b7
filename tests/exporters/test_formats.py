"""The formats: the same rows as JSON, CSV and zip, the same bytes each time."""

import csv
import io
import json
import zipfile
from datetime import date

import pytest

from dashboard import exporters
from dashboard.exporters import EXPORTS, TABLES, Visit
from dashboard.selection import Selection

VISIT = Visit(date(2026, 11, 22), "https://timeline.example")


def select(data, query=""):
    return Selection.from_query(query).apply(data)


def csv_rows(data, table, query=""):
    text = exporters.as_csv(select(data, query), table).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_of_one_incident(tiny):
    assert exporters.as_csv(select(tiny, "place=grey-bank"), "incidents").decode() == (
        "incident_id,title,kind,date_edtf,date_earliest,date_latest,date_approximate,date_uncertain,place_id,"
        "corroboration,disputed,origins,outlets,report_ids,certainty\n"
        "20190312-bank-drone,Drone brought down over Grey Bank,interception,2019-03-12~,2019-03-12,2019-03-12,true,"
        "false,grey-bank,corroborated,false,2,2,r10;r11,certain\n"
    )


CELLS = [
    # table, row, column, cell
    ("reports", "r02", "killed", "0"),
    ("reports", "r01", "killed", ""),
    ("reports", "r02", "weapon", "rocket;mortar"),
    ("reports", "r13", "date_edtf", ""),
    ("reports", "r13", "date_approximate", ""),
    ("reports", "r14", "date_latest", "2019-03-31"),
    ("reports", "r11", "known_on", ""),
    ("tallies", "attacks-total", "itemised_certain", "3"),
    ("tallies", "attacks-total", "itemised_high", ""),
    ("tallies", "attacks-total", "itemised_possible_ids", "20190312-bank-drone"),
    ("tallies", "injured-islet", "itemised_certain", ""),
    ("places", "karst", "aliases", "Kårst"),
    ("sources", "radio-0310", "title", "Roquettes : la Garde confirme"),
]


@pytest.mark.parametrize(("table", "key", "column", "cell"), CELLS)
def test_a_cell_of_csv_says_what_the_record_says(tiny, table, key, column, cell):
    row = next(row for row in csv_rows(tiny, table) if next(iter(row.values())) == key)
    assert row[column] == cell


@pytest.mark.parametrize("table", TABLES)
def test_csv_of_nothing_still_has_its_header(tiny, table):
    query = "q=nothing+has+these+words"
    header = exporters.as_csv(select(tiny, query), table).decode().splitlines()
    assert header == exporters.as_csv(select(tiny), table).decode().splitlines()[:1]


@pytest.mark.parametrize("table", TABLES)
def test_json_holds_the_envelope_and_ends_in_a_line(tiny, table):
    selected = select(tiny, "kind=attack")
    content = exporters.as_json(selected, table)
    assert json.loads(content) == exporters.envelope(selected, table)
    assert content.endswith(b"}\n")


def test_a_zip_of_a_table_says_what_it_holds(tiny):
    files = zipfile.ZipFile(io.BytesIO(exporters.as_zip(select(tiny, "kind=seizure&page=2"), "reports")))
    assert files.namelist() == ["reports.csv", "about.json", "reports.csv-metadata.json"]
    assert json.loads(files.read("about.json")) == {
        "table": "reports",
        "describe": "1 report of 1 incident said to be of kind seizure, 1–31 March 2019.",
        "known_by": None,
        "counts": {"certain": 1, "possible": 0},
        "left_out": {"not_yet": 0, "outside": 0, "filtered": 17, "unnamed": 0, "set_aside": 0},
        "query": "kind=seizure",
        "title": "The Zélande islands, as reported, March 2019",
        "version": "0.0.1",
        "digest": tiny.digest,
        "licence": "CC-BY-4.0",
        "notice": None,
    }


@pytest.mark.parametrize(("export", "ending"), [(e, ending) for e, formats in EXPORTS.items() for ending in formats])
def test_an_export_is_the_same_bytes_each_time(tiny, export, ending):
    first, second = (EXPORTS[export][ending].write(select(tiny, "kind=attack"), export, VISIT) for _ in range(2))
    assert first == second


def test_every_table_can_be_had_in_every_format_that_fits_it():
    rows = [".csv", ".csv-metadata.json", ".json", ".parquet", ".zip"]
    cited = [".apa.txt", ".bib", ".chicago.txt", ".csl.json", ".mla.txt"]
    assert {name: sorted(formats) for name, formats in EXPORTS.items()} == {
        "incidents": sorted([*rows, *cited, ".geojson"]),
        "reports": sorted([*rows, *cited, ".geojson"]),
        "tallies": sorted([*rows, *cited]),
        "sources": sorted([*rows, *cited]),
        "places": sorted([*rows, ".geojson"]),
        "actors": rows,
        "view": cited,
        "package": [".zip"],
    }


NAMES = [
    ("", "incidents", ".csv", "tiny-incidents.csv"),
    ("kind=attack&from=2019-03-02", "reports", ".json", "tiny-reports-said-to-be-of-kind-attack-from-2-march-2019-on.json"),
    ("q=%22%2F..%2F%0A%22", "reports", ".csv", "tiny-reports-matching.csv"),
    ("q=%D8%B5%D8%A7%D8%B1%D9%88%D8%AE", "reports", ".csv", "tiny-reports-matching.csv"),
    ("q=" + "long+" * 40, "reports", ".zip", "tiny-reports-matching-" + "long-" * 15 + "lon.zip"),
]


@pytest.mark.parametrize(("query", "export", "ending", "name"), NAMES)
def test_a_file_name_says_what_was_selected_in_plain_letters(tiny, query, export, ending, name):
    assert exporters.file_name(select(tiny, query), export, ending) == name
