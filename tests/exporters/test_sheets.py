"""CSV that a spreadsheet opens without running it, and the description that says what its rows are."""

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import dataset, exporters
from dashboard.exporters import TABLES
from dashboard.exporters.sheets import defused, described, sheet, undefused
from dashboard.selection import Selection


def select(data, query=""):
    return Selection.from_query(query).apply(data)


def rows(data, table, query=""):
    text = exporters.as_csv(select(data, query), table).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


TEXTS = [
    # a cell of text, as CSV has it
    ("=1+1", "'=1+1"),
    ("+964 1", "'+964 1"),
    ("-5 said so", "'-5 said so"),
    ("@here", "'@here"),
    ("\tx", "'\tx"),
    ("\rx", "'\rx"),
    ("'=1+1", "''=1+1"),
    ("'quoted'", "'quoted'"),
    ("5 = 5", "5 = 5"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "cell"), TEXTS)
def test_what_a_spreadsheet_would_run_stands_behind_an_apostrophe(text, cell):
    assert (defused(text), undefused(cell)) == (cell, text)


RISKY = st.text(st.sampled_from("'=+-@\t\r;a0"), max_size=6) | st.text()


@given(RISKY)
def test_no_cell_runs_and_every_cell_can_be_had_back(text):
    assert undefused(defused(text)) == text
    assert not re.match(r"[=+\-@\t\r]", defused(text))


@given(RISKY, RISKY)
def test_two_texts_never_become_the_same_cell(one, other):
    assert (defused(one) == defused(other)) == (one == other)


def test_a_negative_number_stays_a_number(tiny):
    place = next(row for row in rows(tiny, "places") if row["place_id"] == "ilot-zelande")
    assert (place["longitude"], float(place["longitude"])) == ("-30.05", -30.05)


def test_a_title_that_is_a_formula_is_text_in_csv_and_itself_in_json_and_in_a_package(package_copy, tmp_path):
    formula = '=HYPERLINK("https://evil.example","see")'
    data = package_copy.damaged("incidents", 2, "title", formula).loaded()
    first = "20190304-islet-rockets"
    assert next(row for row in rows(data, "incidents") if row["incident_id"] == first)["title"] == "'" + formula
    assert next(row for row in exporters.records(select(data), "incidents") if row["incident_id"] == first)[
        "title"
    ] == formula  # fmt: skip
    (tmp_path / "again").mkdir()
    import zipfile

    zipfile.ZipFile(io.BytesIO(exporters.package(select(data)))).extractall(tmp_path / "again")
    again = dataset.load(tmp_path / "again")
    assert (again.digest, again.by_id["incidents"][first]["title"]) == (data.digest, formula)


@pytest.mark.parametrize("table", TABLES)
def test_the_description_names_the_columns_of_the_csv_in_order(tiny, table):
    said = described(select(tiny), table)
    header = exporters.as_csv(select(tiny), table).decode().splitlines()[0].split(",")
    assert [column["titles"] for column in said["tableSchema"]["columns"]] == header
    assert said["@context"] == "http://www.w3.org/ns/csvw"


DATATYPES = [
    ("reports", "killed", {"datatype": "integer"}),
    ("reports", "date_earliest", {"datatype": "date"}),
    ("reports", "date_approximate", {"datatype": "boolean"}),
    ("reports", "weapon", {"datatype": "string", "separator": ";"}),
    ("reports", "report_id", {"datatype": "string", "required": True}),
    ("places", "latitude", {"datatype": "number"}),
    ("tallies", "itemised_certain_ids", {"datatype": "string", "separator": ";"}),
]


@pytest.mark.parametrize(("table", "name", "expected"), DATATYPES)
def test_a_column_is_described_with_its_type(tiny, table, name, expected):
    columns = described(select(tiny), table)["tableSchema"]["columns"]
    found = next(column for column in columns if column["titles"] == name)
    assert {key: value for key, value in found.items() if key in ("datatype", "separator", "required")} == expected
    assert found["null"] == ""


def test_the_description_carries_the_selection_and_the_address_of_its_csv(tiny):
    selected = select(tiny, "kind=seizure&page=2")
    said = described(selected, "reports", asked=True)
    assert said["notes"] == [exporters.about(selected, "reports")]
    assert (said["url"], described(selected, "reports")["url"]) == ("reports.csv?kind=seizure", "reports.csv")
    assert said["dc:license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}
    assert json.dumps(said)


def test_any_rows_written_as_a_sheet_are_defused_and_nothing_stated_is_empty():
    assert sheet(["name", "high"], [["=1+1", None], ["plain", True]]) == b"name,high\n'=1+1,\nplain,true\n"
