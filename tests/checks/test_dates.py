"""Dates in cells: which can be read, and which come in an impossible order."""

import pytest

ANY_DATE = (
    "a date such as 2023-11-08, 2023-11, 2023-11-08~, 2023-11-03/2023-11-09, [2023-11-03..2023-11-09] or 2023-11-XX"
)
UNREADABLE = [
    ("reports", 6, "date", "March 6", ANY_DATE),
    ("reports", 6, "said_on", "2019-03-06T10:00", ANY_DATE),
    ("reports", 6, "date", "2019-02-29", "a day from 01 to 28, as February 2019 has"),
    ("tallies", 2, "since", "2019-03-01/", "an interval with two ends, at most one of them '..'"),
    ("tallies", 6, "until", "[2019-03-31..2019-03-01]", "an end that is not before its start"),
    ("incidents", 8, "date", "20-03-2019", ANY_DATE),
]


@pytest.mark.parametrize(("table", "row", "column", "cell", "expected"), UNREADABLE)
def test_a_date_that_cannot_be_read_is_one_problem(package_copy, table, row, column, cell, expected):
    [problem] = package_copy.damaged(table, row, column, cell).problems()
    assert (problem.code, problem.where) == ("bad-date", f"{table}.csv, row {row}, column {column}")
    assert (problem.found, problem.expected) == (repr(cell), expected)


OUT_OF_ORDER = [
    # table, row, column, cell, expected
    ("reports", 8, "date", "2019-03-13", "a day not after it was published 2019-03-12"),
    ("reports", 8, "date", "2019-04", "a day not after it was published 2019-03-12"),
    ("reports", 8, "date", "[2019-03-13..2019-03-14]", "a day not after it was published 2019-03-12"),
    ("reports", 4, "date", "2019-03-10", "a day not after it was said on 2019-03-09"),
    ("reports", 4, "said_on", "2019-03-11", "a day not after the document was published (2019-03-10)"),
    ("tallies", 6, "since", "2019-05", "a day not after it was published 2019-04-02"),
    ("tallies", 2, "until", "2019-03-21", "a day not after it was said on 2019-03-20"),
    ("tallies", 6, "until", "2019-02", "a day not before the count begins (2019-03-01)"),
]


@pytest.mark.parametrize(("table", "row", "column", "cell", "expected"), OUT_OF_ORDER)
def test_nothing_is_dated_before_what_it_speaks_of(package_copy, table, row, column, cell, expected):
    found = package_copy.damaged(table, row, column, cell).problems()
    assert ("date-order", f"{table}.csv, row {row}, column {column}", repr(cell), expected) in [
        (problem.code, problem.where, problem.found, problem.expected) for problem in found
    ]


IN_ORDER = [
    ("reports", 8, "date", "2019-03"),  # the month had begun
    ("reports", 8, "date", "2019-03-10/.."),
    ("reports", 8, "date", "../2019-03-10"),
    ("reports", 8, "date", ""),
    ("reports", 8, "said_on", "2019-03"),
    ("reports", 12, "date", "2019-12-31~"),  # its document has no date, nor has the statement
    ("tallies", 2, "since", "2019-03-20"),
    ("tallies", 6, "until", "2019-03-01"),  # a count of one day
]


@pytest.mark.parametrize(("table", "row", "column", "cell"), IN_ORDER)
def test_a_date_that_may_be_early_enough_is_no_problem(package_copy, table, row, column, cell):
    assert package_copy.damaged(table, row, column, cell).told() == []


def test_a_document_that_cannot_be_dated_accuses_nothing(package_copy):
    package_copy.damaged("sources", 9, "published", "12 March")
    assert [problem.where for problem in package_copy.problems()] == ["sources.csv, row 9, column published"]
