"""The data dictionary says what the descriptor says, in a form that Markdown can show."""

import pytest

from dashboard import schema
from dashboard.errors import CODES
from dashboard.exporters.dictionary import dictionary, problem_codes


@pytest.fixture(scope="module")
def lines(tiny):
    return dictionary(tiny.schema).splitlines()


LINES = [
    "### reports.csv",
    "Reports: one speaker's assertion in one document about one incident",
    "| column | type | holds | values | rules |",
    "| `incident_id` | string | The incident this report is about. |  | required; a `incident_id` of incidents.csv |",
    "| `killed` | integer | Empty = not stated; 0 = stated as none. |  | at least 0; counts people harmed |",
    "| `since` | date (EDTF) | The baseline the source gives; empty = none given. |  |  |",
    "| `outcome` | string | What came of it, as this report has it, in our words. |  | at most 20 words; "
    "may tell of people harmed, unless the numbers of its row say that nobody was |",
    "| `to_text` | string | Where the source names no incident. |  | may tell of people harmed; required where `to_incident` is empty |",
    "| `url` | string | Where it was read. |  | format uri |",
    "| `strikes_unit` | string | What the strikes number counts. | `munitions`, `attacks`, `sites`, "
    "`unknown` (unit not stated) | required where `strikes_min` is filled; required where `strikes_max` is filled |",
]


@pytest.mark.parametrize("line", LINES)
def test_the_dictionary_has_a_line_per_column_with_its_rules(lines, line):
    assert line in lines


def test_a_required_value_names_what_requires_it(lines):
    contests = next(line for line in lines if line.startswith("| `contests` "))
    assert contests.endswith("| values joined by `;`; required where `stance` is `denies` or `disputes` |")


def test_every_table_and_column_of_the_default_package_is_there():
    described = schema.read(schema.DEFAULT)
    text = dictionary(described)
    assert [line for line in text.splitlines() if line.startswith("### ")] == [
        *(f"### {table.path}" for table in described.tables.values()),
        "### Earlier releases",
    ]
    assert text.count("\n| `") == sum(len(table.fields) for table in described.tables.values())


def test_every_row_of_a_table_has_the_same_number_of_cells(lines):
    rows = [line.replace(r"\|", "") for line in lines if line.startswith("|")]
    assert {row.count("|") for row in rows} == {6}


def test_every_code_has_its_line():
    lines = problem_codes().splitlines()
    assert len(lines) == len(CODES) + 2
    assert "| `no-reports` | error | An incident has no report. |" in lines
