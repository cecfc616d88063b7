"""The tiny package is whole, and everything in it has its reason."""

import json
import re

import frictionless
import pytest

from dashboard import schema
from tests.packages import TINY

README = (TINY / "README.md").read_text(encoding="utf-8")


def described(folder):
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def test_the_tiny_package_loads_without_a_problem(tiny):
    assert tiny.problems == ()


def test_the_tiny_package_is_valid_without_anything_of_ours():
    report = frictionless.validate(TINY / "datapackage.json")
    assert report.valid, report.flatten(["type", "message"])
    assert len(report.tasks) == 9


def test_the_tiny_package_has_the_schema_of_the_default_package():
    """When this fails, copy ``resources`` from data/datapackage.json, but for those that a package may do without."""
    needed = [resource for resource in described(schema.DEFAULT)["resources"] if not resource.get("optional")]
    assert described(TINY)["resources"] == needed


@pytest.mark.parametrize(("table", "column"), [("incidents", "incident_id"), ("tallies", "tally_id")])
def test_the_readme_says_what_each_row_is_there_for(tiny, table, column):
    assert [key for key in tiny[table][column] if f"`{key}`" not in README] == []


def test_the_readme_says_what_each_report_is_there_for(tiny):
    assert sorted(set(re.findall(r"^\|[^|]*\| (r\d\d(?:, r\d\d)?) \|", README, re.MULTILINE))) == [
        "r01", "r02", "r03, r04", "r05", "r06", "r07", "r08, r09", "r10", "r11", "r12", "r13", "r14", "r15", "r16",
        "r17", "r18",
    ]  # fmt: skip
    assert tiny["reports"]["report_id"].tolist() == [f"r{number:02}" for number in range(1, 19)]
