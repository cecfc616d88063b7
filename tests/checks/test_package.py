"""A package as it lies on disk."""

from dashboard import checks
from dashboard.checks.package import date_in
from dashboard.tables import Row
from tests.packages import TINY


def test_a_package_holds_the_rows_of_every_table_with_their_numbers():
    package = checks.read(TINY)
    counts = {name: len(rows) for name, rows in package.rows.items()}
    assert counts == {
        "outlets": 6, "sources": 16, "actors": 10, "places": 9, "incidents": 8, "reports": 18, "tallies": 5,
        "links": 3, "glossary": 3,
    }  # fmt: skip
    assert [row.number for row in package.rows["links"]] == [2, 3, 4]


def test_the_first_of_two_rows_with_one_id_counts_and_a_row_without_one_does_not(package_copy):
    package_copy.damaged("glossary", 3, "term", "counter-strike").damaged("glossary", 4, "term", "")
    rows = checks.read(package_copy.folder).by_id["glossary"]
    assert {key: row.number for key, row in rows.items()} == {"counter-strike": 2}


def test_reports_are_grouped_by_incident_in_their_order():
    groups = checks.read(TINY).reports_of
    assert [row["report_id"] for row in groups["20190306-pier-drone"]] == ["r05", "r06", "r07"]


def test_a_date_that_is_empty_or_cannot_be_read_is_none():
    row = Row(2, {"date": "2019-03-04", "said_on": "", "since": "March"})
    assert [bool(date_in(row, column)) for column in ("date", "said_on", "since")] == [True, False, False]


def test_a_table_may_lie_in_a_folder_of_the_package(package_copy):
    (package_copy.folder / "data").mkdir()
    package_copy.file("links").rename(package_copy.folder / "data" / "links.csv")
    package_copy.described(lambda d: d["resources"][7].update(path="data/links.csv"))
    assert package_copy.told() == []
    path = package_copy.folder / "data" / "links.csv"
    path.write_text(path.read_text(encoding="utf-8") + "a,b\n", encoding="utf-8")
    assert [problem.where for problem in package_copy.problems()] == ["data/links.csv, row 5"]
    assert package_copy.loaded().set_aside["links"] == 1
