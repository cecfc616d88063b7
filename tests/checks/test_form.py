"""The form of cells: each constraint of the schema, and descriptors that declare others."""

import pytest

from dashboard.errors import Problem
from tests.packages import column

WEAPONS = (
    "values separated by ';', each one of air-defence, airstrike, artillery, ballistic-missile, cruise-missile, "
    "explosive-device, missile, mortar, one-way-drone, rocket, small-arms, unknown"
)
BAD_CELLS = [
    # table, row, column, cell, code, expected
    ("sources", 3, "published", "7 March 2019", "bad-type", "a day such as 2023-11-08"),
    ("sources", 3, "published", "2019-02-29", "bad-type", "a day such as 2023-11-08"),
    ("places", 2, "longitude", "thirty west", "bad-type", "a number, in digits"),
    ("places", 2, "latitude", "48,1", "bad-type", "a number, in digits"),
    ("places", 2, "latitude", "-90.5", "out-of-range", "a number at least -90 and at most 90"),
    ("places", 2, "longitude", "180.5", "out-of-range", "a number at least -180 and at most 180"),
    ("reports", 3, "injured", "-2", "out-of-range", "a number at least 0"),
    ("reports", 3, "injured", "2.5", "bad-type", "a whole number, in digits"),
    ("reports", 3, "weapon", "rocket, mortar", "bad-format", WEAPONS),
    ("reports", 3, "weapon", "rocket;", "bad-format", WEAPONS),
    ("reports", 3, "weapon", "Rocket", "bad-format", WEAPONS),
    ("places", 8, "countries", "QX QY", "bad-format", "text of the form [A-Z]{2}(;[A-Z]{2})*"),
    ("sources", 3, "language", "English", "bad-format", "text of the form [a-z]{2,3}(-[A-Za-z0-9]+)*"),
    ("sources", 3, "seen", "partly", "bad-value", "one of full, excerpt"),
    ("reports", 3, "killed_qualifier", "circa", "bad-value", "one of exactly, at-least, more-than, about"),
    ("incidents", 3, "title", "", "missing-value", "a value: Neutral, no outlet's wording"),
]


@pytest.mark.parametrize(("table", "row", "name", "cell", "code", "expected"), BAD_CELLS)
def test_a_cell_breaks_one_constraint(package_copy, table, row, name, cell, code, expected):  # noqa: PLR0913
    [problem] = package_copy.damaged(table, row, name, cell).problems()
    assert (problem.code, problem.file, problem.row, problem.column) == (code, f"{table}.csv", row, name)
    assert problem.found == (repr(cell) if cell else "an empty cell")
    assert problem.expected == expected


def test_two_rows_with_one_id_are_reported_once_at_the_later_row(package_copy):
    package_copy.damaged("tallies", 6, "tally_id", "injured-islet")
    assert package_copy.problems() == [
        Problem(
            "duplicate-key", "tallies.csv", 6, "tally_id", "'injured-islet'", "an id that no other row has",
            "Give one of the rows another id",
        )
    ]  # fmt: skip


def test_an_id_is_unique_even_where_only_the_key_says_so(package_copy):
    package_copy.described(lambda d: column(d, "glossary", "term").update(constraints={"required": True}))
    package_copy.damaged("glossary", 4, "term", "interception")
    assert [(problem.code, problem.row) for problem in package_copy.problems()] == [("duplicate-key", 4)]


def test_a_column_may_be_unique_without_being_the_key(package_copy):
    unique = {"required": True, "unique": True}
    package_copy.described(lambda d: column(d, "glossary", "definition").update(constraints=unique))
    package_copy.damaged("glossary", 3, "definition", "Same.").damaged("glossary", 4, "definition", "Same.")
    assert [(problem.code, problem.where) for problem in package_copy.problems()] == [
        ("duplicate-key", "glossary.csv, row 4, column definition")
    ]


def test_a_row_without_an_id_is_a_missing_value_and_no_duplicate(package_copy):
    package_copy.damaged("tallies", 5, "tally_id", "")
    package_copy.damaged("tallies", 6, "tally_id", "")
    assert [(problem.code, problem.where) for problem in package_copy.problems()] == [
        ("missing-value", "tallies.csv, row 5, column tally_id"),
        ("missing-value", "tallies.csv, row 6, column tally_id"),
    ]


def test_a_row_blank_but_for_an_undeclared_column_lacks_its_required_cells(package_copy):
    records = [[*record, ""] for record in package_copy.records("glossary")]
    package_copy.rewritten("glossary", [[*records[0][:-1], "colour"], *records[1:], ["", "", "", "", "red"]])
    assert [(problem.code, problem.where) for problem in package_copy.problems()] == [
        ("unknown-column", "glossary.csv, row 1, column colour"),
        ("missing-value", "glossary.csv, row 5, column definition"),
        ("missing-value", "glossary.csv, row 5, column plain_language"),
        ("missing-value", "glossary.csv, row 5, column term"),
    ]


OTHER_CONSTRAINTS = [
    ({"minLength": 40}, "bad-format", "text with minLength 40"),
    ({"enum": ["reef", "bank"]}, "bad-value", "one of reef, bank"),
    ({"pattern": "[a-z]+"}, "bad-format", "text of the form [a-z]+"),
]


@pytest.mark.parametrize(("constraints", "code", "expected"), OTHER_CONSTRAINTS)
def test_a_package_may_declare_constraints_that_the_default_package_does_not(package_copy, constraints, code, expected):
    package_copy.described(lambda d: column(d, "glossary", "also_said_as").update(constraints=constraints))
    found = {(problem.code, problem.column, problem.expected) for problem in package_copy.problems()}
    assert found == {(code, "also_said_as", expected)}


def test_a_limit_may_exclude_its_own_value(package_copy):
    limits = {"exclusiveMinimum": 0, "exclusiveMaximum": 5}
    package_copy.described(lambda d: column(d, "tallies", "value").update(constraints={"required": True, **limits}))
    [problem] = package_copy.problems()
    assert (problem.code, problem.row, problem.found) == ("out-of-range", 2, "'5'")
    assert problem.expected == "a number more than 0 and less than 5"


def test_a_table_of_ones_own_is_checked_too(package_copy):
    tides = {
        "name": "tides",
        "path": "tides.csv",
        "schema": {"fields": [{"name": "day", "type": "date"}, {"name": "place_id", "refers": "places"}]},
    }
    package_copy.described(lambda d: d["resources"].append(tides))
    package_copy.saved("tides", b"day,place_id\n2019-03-04,ford\nMonday,harbour\n")
    assert [(problem.code, problem.where) for problem in package_copy.problems()] == [
        ("bad-type", "tides.csv, row 3, column day"),
        ("unknown-reference", "tides.csv, row 3, column place_id"),
    ]
