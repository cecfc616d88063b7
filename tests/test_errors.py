"""Problems as values and as sentences."""

import pytest

from dashboard.errors import (
    CODES,
    ERROR,
    FEW,
    NEAREST,
    WARNING,
    AsReportedError,
    InvalidPackage,
    InvalidSelection,
    Problem,
    listed,
    nearest,
    shown,
)
from tests.checks.test_checks import CASES
from tests.stories.test_checked import OF_STORIES
from tests.test_dataset import CONSEQUENCES

OF_A_QUERY = {"unknown-filter", "unknown-value", "bad-query"}


def problem(row: int | None = 42, column: str | None = "date", code: str = "bad-date") -> Problem:
    return Problem(code, "reports.csv", row, column, "'x'", "a date", "Write a date")


def test_a_problem_says_where_what_was_found_what_is_right_and_what_to_do():
    assert str(problem()) == (
        "reports.csv, row 42, column date: error bad-date. Found: 'x'. Expected: a date. To do: Write a date."
    )


@pytest.mark.parametrize(
    ("row", "column", "where"),
    [
        (42, "date", "reports.csv, row 42, column date"),
        (42, None, "reports.csv, row 42"),
        (None, None, "reports.csv"),
        (None, "date", "reports.csv, column date"),
    ],
)
def test_a_place_names_only_what_is_known_of_it(row, column, where):
    assert problem(row, column).where == where


def test_a_place_in_a_text_is_a_line_and_a_field():
    found = Problem("story-view", "stories/a-story.md", 12, "view", "x", "y", "z")
    assert found.where == "stories/a-story.md, line 12, view"


def test_a_problem_as_json_has_every_part():
    assert problem().as_dict() == {
        "code": "bad-date",
        "severity": "error",
        "file": "reports.csv",
        "row": 42,
        "column": "date",
        "found": "'x'",
        "expected": "a date",
        "fix": "Write a date",
    }


def test_a_problem_is_as_grave_as_its_code():
    assert problem(code="bad-date").severity == "error"
    assert problem(code="orphan").severity == "warning"


def test_every_code_is_an_error_or_a_warning_and_has_a_meaning_in_a_sentence():
    assert {code.severity for code in CODES.values()} == {ERROR, WARNING}
    assert [name for name, code in CODES.items() if not code.meaning.endswith(".")] == []


def test_every_code_a_package_can_raise_is_raised_by_a_damaged_package_in_these_tests():
    raised = {problem.code for _, problem in CASES} | {problem.code for problem in CONSEQUENCES}
    assert raised == CODES.keys() - OF_A_QUERY - OF_STORIES


def test_the_first_twenty_problems_are_shown_and_the_rest_is_counted():
    error = InvalidPackage(problem(row) for row in range(2, 25))
    lines = str(error).splitlines()
    assert len(error.problems) == 23
    assert len(lines) == 21
    assert lines[0].startswith("reports.csv, row 2,")
    assert lines[-1] == "... and 3 more."


def test_problems_stop_a_command_with_1_and_other_mendable_errors_with_2():
    assert (InvalidPackage([]).exit_code, InvalidSelection([]).exit_code) == (1, 2)
    assert AsReportedError("No such folder.").exit_code == 2


def test_a_refused_query_says_what_was_found_and_what_is_right():
    colour = Problem("unknown-filter", "query", None, "colour", "Unknown filter 'colour'", "Known: kind", "-")
    assert str(InvalidSelection([colour])) == "Unknown filter 'colour'. Known: kind."


@pytest.mark.parametrize(
    ("names", "limit", "words"),
    [
        ([], 3, ""),
        (["b", "a"], 3, "a, b"),
        (["c", "b", "a"], 3, "a, b, c"),
        (["d", "c", "b", "a"], 3, "a, b, c and 1 more"),
    ],
)
def test_names_are_listed_in_order_and_the_rest_is_counted(names, limit, words):
    assert listed(names, limit) == words


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("", "an empty cell"),
        ("kept", "'kept'"),
        ("two\nlines", r"'two\nlines'"),
        ("Îlot", "'Îlot'"),
        ("x" * 10, "'xxxxxxxxxx'"),
        ("x" * 13, "'xxxxxxxxxx' and 3 more characters"),
    ],
)
def test_a_cell_is_shown_in_quotes_and_cut_where_it_is_long(cell, words):
    assert shown(cell, limit=10) == words


def test_of_few_names_all_are_told_of_many_the_nearest_first():
    few = [f"place-{number}" for number in range(FEW)]
    assert nearest("elsewhere", few) == listed(few)
    many = [*few, *(f"speaker-{number}" for number in range(60)), "islamic-resistance"]
    told = nearest("islamic-resistence", many)
    assert told.startswith("islamic-resistance, ")
    assert told.endswith(f" and {len(many) - NEAREST} more")
    assert told.count(", ") == NEAREST - 1
