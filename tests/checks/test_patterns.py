"""Patterns that a package brings along: matched like any other, and stopped when they would never end."""

import time

import pytest

from dashboard.checks import patterns
from tests.packages import column

ENDLESS = ["(a+)+$", "(a|a)*", "(a|aa)+", "(.*a){25}"]


def noted(package_copy, pattern, cell):
    """The tiny package whose first outlet has this note, under a pattern for notes."""
    package_copy.damaged("outlets", 2, "note", cell)
    return package_copy.described(lambda raw: column(raw, "outlets", "note").update(constraints={"pattern": pattern}))


@pytest.mark.parametrize("pattern", ENDLESS)
def test_a_pattern_that_would_not_end_is_stopped_and_told(package_copy, monkeypatch, pattern):
    monkeypatch.setattr(patterns, "SECONDS", 1.0)
    started = time.monotonic()
    problems = noted(package_copy, pattern, "a" * 40 + "!").problems()
    assert time.monotonic() - started < 5
    assert [(problem.code, problem.where) for problem in problems] == [("bad-descriptor", "datapackage.json")]
    assert problems[0].found == f"the pattern {pattern!r} of outlets.note, which had not come to an end after 1 seconds"


def test_a_stranger_s_pattern_refuses_cells_as_one_of_ours_does(package_copy):
    problems = noted(package_copy, "[a-y ]{3,}é?", "zebra").problems()
    assert ("bad-format", 2, "note") in [(problem.code, problem.row, problem.column) for problem in problems]
    (problem,) = [problem for problem in problems if problem.row == 2]
    assert (problem.file, problem.expected) == ("outlets.csv", "text of the form [a-y ]{3,}é?")
    assert all(problem.row == 2 for problem in noted(package_copy, "(?!zebra).*", "zebra").problems())
    assert noted(package_copy, ".+", "zebra").told() == []


def test_our_own_patterns_start_no_process(package_copy, monkeypatch):
    monkeypatch.setattr(patterns.subprocess, "run", None)
    assert package_copy.told() == []
