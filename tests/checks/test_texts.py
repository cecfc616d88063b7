"""Texts and numbers within one row."""

import pytest

NINE = "one two three four five six seven eight nine"


def words(count: int) -> str:
    return " ".join(["word"] * count)


@pytest.mark.parametrize(
    ("table", "row", "column", "most"),
    [
        ("incidents", 3, "title", 16),
        ("reports", 3, "outcome", 20),
        ("reports", 3, "summary", 30),
        ("reports", 3, "quote", 8),
        ("tallies", 3, "summary", 30),
        ("tallies", 3, "quote", 8),
    ],
)
def test_a_text_may_have_as_many_words_as_its_column_allows_and_no_more(package_copy, table, row, column, most):
    assert package_copy.damaged(table, row, column, words(most)).told() == []
    [problem] = package_copy.damaged(table, row, column, words(most + 1)).problems()
    assert (problem.code, problem.where) == ("too-many-words", f"{table}.csv, row {row}, column {column}")
    assert (problem.found, problem.expected) == (f"{most + 1} words", f"at most {most} words")


NEEDS = [
    # table, row, other column, its cell, the column that then needs a value, expected
    ("reports", 3, "stance", "denies", "contests", "a value, because stance is 'denies'"),
    ("reports", 3, "stance", "disputes", "contests", "a value, because stance is 'disputes'"),
    ("reports", 4, "strikes_max", "3", "strikes_unit", "a value, because strikes_max is '3'"),
    ("reports", 4, "strikes_min", "0", "strikes_unit", "a value, because strikes_min is '0'"),
    ("links", 2, "to_incident", "", "to_text", "a value, because to_incident is empty"),
]


@pytest.mark.parametrize(("table", "row", "other", "cell", "column", "expected"), NEEDS)
def test_a_cell_may_require_another(package_copy, table, row, other, cell, column, expected):  # noqa: PLR0913
    [problem] = package_copy.damaged(table, row, other, cell).problems()
    assert (problem.code, problem.where) == ("needs-value", f"{table}.csv, row {row}, column {column}")
    assert (problem.found, problem.expected) == ("an empty cell", expected)


SENSELESS = [
    ({"killed_qualifier": "exactly"}, "killed_qualifier", "empty, because killed is empty"),
    ({"injured_qualifier": "about"}, "injured_qualifier", "empty, because injured is empty"),
    ({"strikes_unit": "sites"}, "strikes_unit", "empty, because strikes_min and strikes_max are empty"),
    (
        {"strikes_min": "3", "strikes_max": "2", "strikes_unit": "sites"},
        "strikes_min",
        "at most 2, the most strikes",
    ),
    (
        {"strikes_min": "10", "strikes_max": "9", "strikes_unit": "sites"},
        "strikes_min",
        "at most 9, the most strikes",
    ),
]


@pytest.mark.parametrize(("cells", "column", "expected"), SENSELESS)
def test_a_number_and_what_it_means_stand_together(package_copy, cells, column, expected):
    for name, cell in cells.items():
        package_copy.damaged("reports", 8, name, cell)  # a report without any number
    [problem] = package_copy.problems()
    assert (problem.code, problem.where) == ("number-without-meaning", f"reports.csv, row 8, column {column}")
    assert (problem.found, problem.expected) == (repr(cells[column]), expected)


@pytest.mark.parametrize(
    "cells",
    [
        {"killed": "0", "killed_qualifier": "exactly"},
        {"killed": "0"},
        {"strikes_min": "2", "strikes_unit": "unknown"},
        {"strikes_max": "2", "strikes_unit": "attacks"},
        {"strikes_min": "2", "strikes_max": "2", "strikes_unit": "attacks"},
    ],
)
def test_zero_and_open_ranges_are_statements(package_copy, cells):
    for name, cell in cells.items():
        package_copy.damaged("reports", 8, name, cell)
    assert package_copy.told() == []
