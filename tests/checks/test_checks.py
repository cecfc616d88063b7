"""A damaged package for every problem a package can have, and what a person is told about it."""

import shutil
from dataclasses import replace

import pytest

from dashboard import checks
from dashboard.checks import Package
from dashboard.errors import CODES, Problem
from tests.packages import TINY, PackageCopy, resource

CORRECT = "Correct the cell, or leave it empty where the source states nothing"
NAME_A_FOLDER = "Name the folder of a data package, or put the default package's datapackage.json beside your tables"
COMPARE = "Compare it with the default package's datapackage.json"
SOURCE_SAYS = "Write what the source says and no more: a month stays a month, a guess ends in ~"
GLOSSARY = "term, definition, plain_language, also_said_as"
LINKS = "from_incident, relation, to_incident, to_text, asserted_by, source_id, note"
OUTLET_KINDS = (
    "us-government, armed-group, iraqi-government, wire, newspaper, broadcaster, regional-outlet, "
    "think-tank, reference, aggregator, monitor"
)


def removed(path):
    (shutil.rmtree if path.is_dir() else type(path).unlink)(path)


def without_table(package: PackageCopy) -> None:
    package.described(lambda d: d["resources"].remove(resource(d, "glossary")))


def with_a_derived_column(package: PackageCopy) -> None:
    header, *rows = package.records("tallies")
    package.rewritten("tallies", [[*header, "party"], *([*row, ""] for row in rows)])
    package.described(lambda d: resource(d, "tallies")["schema"]["fields"].append({"name": "party"}))


# One damage, and the one problem that it is. tests/test_errors.py sees that no code is left out.
RELEASE = {"version": "0.0.0", "digest": "0123456789ab", "created": "2019-04-01"}
CASES = [
    (
        with_a_derived_column,
        Problem(
            "reserved-column",
            "datapackage.json",
            None,
            "party",
            "a column party in the table tallies",
            "no column named first_day, known_day, last_day, outlet_id, outlets, party, possible_day, row, "
            "speakers, undated",
            "Give the column another name, in datapackage.json and in the table's header",
        ),
    ),
    (
        lambda p: removed(p.folder),
        Problem(
            "missing-package",
            "FOLDER",
            None,
            None,
            "no such folder",
            "a folder that holds datapackage.json",
            NAME_A_FOLDER,
        ),
    ),
    (
        lambda p: removed(p.folder / "datapackage.json"),
        Problem(
            "missing-package",
            "FOLDER",
            None,
            None,
            "a folder without datapackage.json",
            "a folder that holds datapackage.json",
            NAME_A_FOLDER,
        ),
    ),
    (
        without_table,
        Problem(
            "bad-descriptor",
            "datapackage.json",
            None,
            None,
            "no table glossary",
            "the tables actors, glossary, incidents, links, outlets, places, reports, sources, tallies",
            COMPARE,
        ),
    ),
    (
        lambda p: p.described(lambda raw: raw.update(releases=[RELEASE | {"version": "0.0.1"}])),
        Problem(
            "bad-release",
            "datapackage.json",
            None,
            "releases",
            "the present version 0.0.1",
            "earlier versions only",
            "Remove it, or raise the version of the package",
        ),
    ),
    (
        lambda p: p.described(lambda raw: raw.update(releases=[RELEASE, RELEASE | {"version": "0.0.0-a"}])),
        Problem(
            "bad-release",
            "datapackage.json",
            None,
            "releases",
            "digest 0123456789ab twice",
            "each release once",
            "Remove one",
        ),
    ),
    (
        lambda p: removed(p.file("links")),
        Problem(
            "missing-table",
            "links.csv",
            None,
            None,
            "no such file",
            "a table of this name",
            "Put links.csv where datapackage.json says; a table may be empty but for its header",
        ),
    ),
    (
        lambda p: p.saved("glossary", "term\nrécif\n".encode("latin-1")),
        Problem(
            "unreadable-table",
            "glossary.csv",
            None,
            None,
            "a byte that is not UTF-8, in line 2",
            "comma-separated text in UTF-8",
            "Save the table as CSV in UTF-8 from the spreadsheet",
        ),
    ),
    (
        lambda p: p.rewritten("glossary", [record[:3] for record in p.records("glossary")]),
        Problem(
            "missing-column",
            "glossary.csv",
            1,
            "also_said_as",
            "no such column",
            f"the columns {GLOSSARY}",
            "Add the column also_said_as",
        ),
    ),
    (
        lambda p: p.rewritten("glossary", [[*record, record[0]] for record in p.records("glossary")]),
        Problem(
            "duplicate-column",
            "glossary.csv",
            1,
            "term",
            "2 columns of this name",
            "each column once",
            "Rename or remove one",
        ),
    ),
    (
        lambda p: p.rewritten("glossary", [[*record, "colour"] for record in p.records("glossary")]),
        Problem(
            "unknown-column",
            "glossary.csv",
            1,
            "colour",
            "the column 'colour'",
            f"one of {GLOSSARY}",
            "Correct its name, or declare it in datapackage.json",
        ),
    ),
    (
        lambda p: p.replaced("glossary", "Hitting back.", "Hitting back, hard."),
        Problem(
            "ragged-row",
            "glossary.csv",
            2,
            None,
            "5 cells",
            "4 cells, as in the header",
            "Put text that holds a comma or a line break in double quotes",
        ),
    ),
    (
        lambda p: p.replaced("glossary", "interception,", ",,,\ninterception,"),
        Problem("blank-row", "glossary.csv", 3, None, "a blank row", "a row with an id", "Remove the row"),
    ),
    (
        lambda p: p.damaged("reports", 3, "killed", "none"),
        Problem("bad-type", "reports.csv", 3, "killed", "'none'", "a whole number, in digits", CORRECT),
    ),
    (
        lambda p: p.damaged("outlets", 3, "country", "qx"),
        Problem("bad-format", "outlets.csv", 3, "country", "'qx'", "text of the form [A-Z]{2}", "Correct the cell"),
    ),
    (
        lambda p: p.damaged("outlets", 3, "kind", "blog"),
        Problem(
            "bad-value",
            "outlets.csv",
            3,
            "kind",
            "'blog'",
            f"one of {OUTLET_KINDS}",
            "Choose one of the listed values, or declare the new one in datapackage.json",
        ),
    ),
    (
        lambda p: p.damaged("places", 5, "latitude", "484.2"),
        Problem(
            "out-of-range",
            "places.csv",
            5,
            "latitude",
            "'484.2'",
            "a number at least -90 and at most 90",
            "Correct the number; latitude comes before longitude",
        ),
    ),
    (
        lambda p: p.damaged("outlets", 3, "name", ""),
        Problem(
            "missing-value",
            "outlets.csv",
            3,
            "name",
            "an empty cell",
            "a value: The outlet's name as it writes it in Latin letters",
            "Fill the cell",
        ),
    ),
    (
        lambda p: p.damaged("glossary", 4, "term", "interception"),
        Problem(
            "duplicate-key",
            "glossary.csv",
            4,
            "term",
            "'interception'",
            "an id that no other row has",
            "Give one of the rows another id",
        ),
    ),
    (
        lambda p: p.damaged("links", 2, "to_incident", "20190304-islet-rocket"),
        Problem(
            "unknown-reference",
            "links.csv",
            2,
            "to_incident",
            "'20190304-islet-rocket'",
            "the incident_id of a row in incidents.csv",
            "Correct the id, or add the row to incidents.csv",
        ),
    ),
    (
        lambda p: p.damaged("incidents", 3, "date", "6 March 2019"),
        Problem(
            "bad-date",
            "incidents.csv",
            3,
            "date",
            "'6 March 2019'",
            "a date such as 2023-11-08, 2023-11, 2023-11-08~, 2023-11-03/2023-11-09, "
            "[2023-11-03..2023-11-09] or 2023-11-XX",
            SOURCE_SAYS,
        ),
    ),
    (
        lambda p: p.damaged("reports", 7, "contests", ""),
        Problem(
            "needs-value",
            "reports.csv",
            7,
            "contests",
            "an empty cell",
            "a value, because stance is 'denies'",
            "Fill contests, or correct stance",
        ),
    ),
    (
        lambda p: p.damaged("reports", 2, "killed_qualifier", "about"),
        Problem(
            "number-without-meaning",
            "reports.csv",
            2,
            "killed_qualifier",
            "'about'",
            "empty, because killed is empty",
            "Empty it, or give the number",
        ),
    ),
    (
        lambda p: p.damaged("incidents", 3, "date", "2019-03-05"),
        Problem(
            "not-carried",
            "incidents.csv",
            3,
            "date",
            "'2019-03-05'",
            "a value that one of its reports gives (3 in all)",
            "Give the date one report has, or correct the report",
        ),
    ),
    (
        lambda p: p.with_row(
            "incidents",
            incident_id="20190401-quiet-day",
            title="A quiet day",
            kind="other",
            date="2019-04-01",
        ),
        Problem(
            "no-reports",
            "incidents.csv",
            10,
            "incident_id",
            "'20190401-quiet-day'",
            "at least one report",
            "Add its report, or remove the incident",
        ),
    ),
    (
        lambda p: p.damaged("tallies", 2, "since", "2019-04-01"),
        Problem(
            "date-order",
            "tallies.csv",
            2,
            "since",
            "'2019-04-01'",
            "a day not after it was said on 2019-03-20",
            "Correct the year or the day, here or in the document's row",
        ),
    ),
    (
        lambda p: p.damaged("places", 2, "within", "zelande"),
        Problem(
            "cycle",
            "places.csv",
            2,
            "within",
            "'zelande'",
            "a chain that ends",
            "Point within at something larger, or leave it empty",
        ),
    ),
    (
        lambda p: p.damaged("reports", 2, "quote", "one two three four five six seven eight nine"),
        Problem(
            "too-many-words",
            "reports.csv",
            2,
            "quote",
            "9 words",
            "at most 8 words",
            "Shorten it; a quote is the place to look, not the sentence",
        ),
    ),
    (
        lambda p: p.with_row("places", place_id="south-reef", name="South Reef", precision="area"),
        Problem(
            "orphan",
            "places.csv",
            11,
            "place_id",
            "'south-reef'",
            "a row that another row uses",
            "Remove the row, or use it",
        ),
    ),
]


@pytest.mark.parametrize(("damage", "problem"), CASES, ids=[problem.code for _, problem in CASES])
def test_one_damage_is_one_problem_that_says_where_what_and_what_to_do(package_copy, damage, problem):
    damage(package_copy)
    file = problem.file.replace("FOLDER", str(package_copy.folder))
    assert package_copy.problems() == [replace(problem, file=file)]


def test_the_tiny_package_has_no_problem(package_copy):
    assert package_copy.told() == []


def test_several_problems_are_all_reported_in_one_pass_in_the_order_of_the_spreadsheet(package_copy):
    package_copy.damaged("reports", 8, "stance", "says")
    package_copy.damaged("reports", 3, "killed", "two")
    package_copy.damaged("reports", 3, "date", "2019-03-32")
    package_copy.damaged("outlets", 4, "name", "")
    package_copy.damaged("glossary", 2, "definition", "")
    assert [problem.where for problem in package_copy.problems()] == [
        "outlets.csv, row 4, column name",
        "reports.csv, row 3, column date",
        "reports.csv, row 3, column killed",
        "reports.csv, row 8, column stance",
        "glossary.csv, row 2, column definition",
    ]


def test_one_cell_may_have_several_problems(package_copy):
    package_copy.damaged("reports", 3, "report_id", "R 1")
    package_copy.damaged("reports", 4, "report_id", "R 1")
    assert [(problem.code, problem.where) for problem in package_copy.problems()] == [
        ("bad-format", "reports.csv, row 3, column report_id"),
        ("bad-format", "reports.csv, row 4, column report_id"),
        ("duplicate-key", "reports.csv, row 4, column report_id"),
    ]


def test_a_broken_file_hides_no_cell_of_another_file_and_invents_nothing(package_copy):
    removed(package_copy.file("places"))
    package_copy.damaged("outlets", 4, "name", "")
    package_copy.rewritten("glossary", [record[:3] for record in package_copy.records("glossary")])
    assert [(problem.code, problem.where) for problem in package_copy.problems()] == [
        ("missing-value", "outlets.csv, row 4, column name"),
        ("missing-table", "places.csv"),
        ("missing-column", "glossary.csv, row 1, column also_said_as"),
    ]


def test_rows_count_as_records_so_that_blank_rows_and_line_breaks_do_not_shift_them(package_copy):
    package_copy.replaced("glossary", "Hitting back.", '"Hitting\nback,\r\nhard."')
    package_copy.replaced("glossary", "interception,", "\n\ninterception,")
    package_copy.replaced("glossary", "Rocks under the water.", "")
    assert [(problem.code, problem.where) for problem in package_copy.problems()] == [
        ("blank-row", "glossary.csv, row 3"),
        ("blank-row", "glossary.csv, row 4"),
        ("missing-value", "glossary.csv, row 6, column plain_language"),
    ]


def test_every_problem_is_reported_once(package_copy):
    package_copy.damaged("incidents", 3, "incident_id", "20190304-islet-rockets")
    problems = package_copy.problems()
    assert len(set(problems)) == len(problems)
    assert [problem.where for problem in problems if problem.code == "duplicate-key"] == [
        "incidents.csv, row 3, column incident_id"
    ]


def test_checking_changes_nothing():
    package = checks.read(TINY)
    copy = replace(package, rows={name: list(rows) for name, rows in package.rows.items()})
    checks.check(package)
    assert package == copy


def test_only_errors_are_errors():
    orphan, blank = (Problem(code, "x.csv", 2, None, "x", "y", "z") for code in ("orphan", "blank-row"))
    cycle = Problem("cycle", "x.csv", 2, None, "x", "y", "z")
    assert not checks.has_errors([orphan, blank])
    assert checks.has_errors([orphan, cycle])


def test_the_faults_that_stop_everything_are_errors():
    assert {CODES[code].severity for code in checks.STOPS} == {"error"}
    assert isinstance(checks.read(TINY), Package)
