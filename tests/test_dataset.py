"""A checked package: what is kept, what is set aside with what relies on it, and what is refused."""

import copy
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import checks, dataset, schema
from dashboard.checks import Package
from dashboard.dataset import Dataset
from dashboard.errors import CODES, InvalidPackage, Problem
from dashboard.tables import Row
from tests.packages import TINY

WHOLE = {
    "outlets": 6, "sources": 16, "actors": 10, "places": 9, "incidents": 8, "reports": 18, "tallies": 5, "links": 3,
    "glossary": 3,
}  # fmt: skip


def kept(data: Dataset) -> dict[str, int]:
    return {name: len(frame) for name, frame in data.tables.items()}


def lost(data: Dataset) -> dict[str, int]:
    """The tables that lack rows, each with the number of rows it lacks."""
    return {name: WHOLE[name] - count for name, count in kept(data).items() if count != WHOLE[name]}


def set_aside(data: Dataset) -> dict[str, int]:
    return {name: count for name, count in data.set_aside.items() if count}


# --- a whole package -------------------------------------------------------------------------------------


def test_a_sound_package_is_loaded_whole(tiny):
    assert kept(tiny) == WHOLE
    assert (tiny.problems, set_aside(tiny), tiny.folder) == ((), {}, TINY)


def test_a_table_is_text_with_the_columns_of_the_schema_and_the_rows_of_the_file(tiny):
    places = tiny["places"]
    assert list(places.columns) == [
        "place_id", "name", "aliases", "within", "countries", "latitude", "longitude", "precision", "note",
    ]  # fmt: skip
    assert places["name"].tolist()[3] == "Îlot Zélande"
    assert places.loc[3, "latitude"] == "48.42"
    assert places.loc[8, ["countries", "latitude", "within"]].tolist() == ["XZ", "", ""]
    assert {str(kind) for frame in tiny.tables.values() for kind in frame.dtypes} == {"str"}


def test_empty_and_zero_stay_two_things(tiny):
    injured = tiny["reports"].set_index("report_id")["injured"]
    assert injured[["r12", "r13"]].tolist() == ["", "0"]


def test_rows_are_found_by_id_in_every_table_that_has_ids(tiny):
    assert tiny.by_id["actors"]["terns"]["name"] == "Tern Company"
    assert tiny.by_id.keys() == WHOLE.keys() - {"links"}


def test_a_table_without_rows_is_an_empty_frame_of_text(package_copy):
    package_copy.rewritten("glossary", package_copy.records("glossary")[:1])
    glossary = package_copy.loaded()["glossary"]
    assert glossary.empty
    assert list(glossary.columns) == ["term", "definition", "plain_language", "also_said_as"]


def test_the_digest_depends_on_the_rows_and_on_nothing_else(package_copy, tiny):
    same = package_copy.described(lambda d: d.update(title="Another title"))
    same.replaced("glossary", "term,", "\ufeffterm,").replaced("links", "\n", "\r\n")
    assert same.loaded().digest == tiny.digest
    assert len(tiny.digest) == 12
    other = package_copy.damaged("glossary", 2, "definition", "Another definition.")
    assert other.loaded().digest != tiny.digest


def test_a_package_without_any_row_is_an_empty_data_set(package_copy):
    for name in WHOLE:
        package_copy.rewritten(name, package_copy.records(name)[:1])
    empty = package_copy.loaded()
    assert set(kept(empty).values()) == {0}
    assert empty.problems == ()


# --- rows set aside --------------------------------------------------------------------------------------

ALONE = [
    # what is damaged, and the rows that are lost by it
    ("glossary", 2, "definition", "", {"glossary": 1}),
    ("links", 2, "relation", "because-of", {"links": 1}),
    ("reports", 4, "injured", "two", {"reports": 1}),
    ("tallies", 6, "value", "one", {"tallies": 1}),
]


@pytest.mark.parametrize(("table", "row", "column", "cell", "rows"), ALONE)
def test_a_row_with_an_error_that_no_row_relies_on_is_lost_alone(package_copy, table, row, column, cell, rows):
    data = package_copy.damaged(table, row, column, cell).loaded()
    assert lost(data) == set_aside(data) == rows
    assert [problem.severity for problem in data.problems] == ["error"]


CASCADES = [
    # An islet that lies nowhere: its incident, that incident's four reports and two links, the tally of it.
    ("places", 5, "latitude", "484", {"places": 1, "incidents": 1, "reports": 4, "tallies": 1, "links": 2}),
    # A source of two reports, which are the only ones of an incident, to which a link leads.
    ("sources", 13, "title", "", {"sources": 1, "incidents": 1, "reports": 2, "links": 1}),
    # The only report that gives the incident's date: its other report gives another.
    ("reports", 9, "killed", "x", {"incidents": 1, "reports": 2, "links": 1}),
    # An actor: it speaks twice, once it is said to have acted, once it is acted against.
    ("actors", 6, "party", "pirates", {"actors": 1, "incidents": 2, "reports": 4, "links": 1}),
    # An incident: its reports speak of nothing else.
    ("incidents", 3, "title", "", {"incidents": 1, "reports": 3}),
    # An outlet: it published one source, which holds two reports, one of them the only one of its incident.
    ("outlets", 6, "name", "", {"outlets": 1, "sources": 2, "incidents": 1, "reports": 2, "tallies": 3, "links": 1}),
]


@pytest.mark.parametrize(("table", "row", "column", "cell", "rows"), CASCADES)
def test_rows_that_rely_on_a_row_set_aside_are_set_aside_too(package_copy, table, row, column, cell, rows):
    data = package_copy.damaged(table, row, column, cell).loaded()
    assert lost(data) == set_aside(data) == rows
    assert [problem.code for problem in data.problems if problem.severity == "error"] != []


def test_a_smaller_place_and_a_part_of_a_count_stand_without_the_larger(package_copy):
    package_copy.damaged("places", 2, "precision", "dot").damaged("tallies", 2, "value", "five")
    data = package_copy.loaded()
    assert lost(data) == set_aside(data) == {"places": 1, "tallies": 1}
    assert data.by_id["places"]["ostrand"]["within"] == ""
    assert data.by_id["places"]["pier-nine"]["within"] == "ostrand"
    assert [data.by_id["tallies"][key]["part_of"] for key in ("attacks-zelande", "attacks-karst")] == ["", ""]


def test_two_reasons_to_set_a_row_aside_count_once(package_copy):
    package_copy.damaged("places", 5, "latitude", "x").damaged("sources", 2, "title", "")
    data = package_copy.loaded()
    rows = {"places": 1, "sources": 1, "incidents": 1, "reports": 4, "tallies": 1, "links": 2}
    assert lost(data) == set_aside(data) == rows


def test_a_ragged_row_is_counted_as_set_aside(package_copy):
    data = package_copy.replaced("glossary", "Hitting back.", "Hitting back, hard.").loaded()
    assert lost(data) == set_aside(data) == {"glossary": 1}


def test_a_blank_row_is_nothing_to_set_aside(package_copy):
    data = package_copy.replaced("glossary", "interception,", ",,,\ninterception,").loaded()
    assert (lost(data), set_aside(data)) == ({}, {})
    assert [problem.code for problem in data.problems] == ["blank-row"]


# One damage, and the first thing that is said to follow from it.
CONSEQUENT = [
    (
        ("sources", 13, "title", ""),
        Problem(
            "set-aside", "reports.csv", 13, "source_id", "'radio-0318', whose row in sources is set aside",
            "a good row in sources", "Mend the row in sources",
        ),
    ),
    (
        ("reports", 15, "locator", ""),
        Problem(
            "set-aside", "incidents.csv", 7, "incident_id", "'20190300-strait-seizure', whose reports are set aside",
            "at least one report", "Mend the rows that are set aside",
        ),
    ),
    (
        ("reports", 9, "locator", ""),
        Problem(
            "set-aside", "incidents.csv", 4, "date", "'2019-03-10', which only reports set aside give",
            "a value that one of its reports gives (1 in all)", "Mend the rows that are set aside",
        ),
    ),
    (
        ("places", 3, "name", ""),
        Problem(
            "set-aside", "incidents.csv", 6, "place_id", "'karst', whose row in places is set aside",
            "a good row in places", "Mend the row in places",
        ),
    ),
    (
        ("tallies", 2, "value", "five"),
        Problem(
            "emptied", "tallies.csv", 3, "part_of", "'attacks-total', whose row in tallies is set aside",
            "a good row in tallies", "Mend the row in tallies",
        ),
    ),
]  # fmt: skip
CONSEQUENCES = [problem for _, problem in CONSEQUENT]


@pytest.mark.parametrize(("damage", "consequence"), CONSEQUENT)
def test_what_follows_from_an_error_is_a_warning_of_its_own(package_copy, damage, consequence):
    problems = package_copy.damaged(*damage).loaded().problems
    assert problems[1] == consequence
    assert [problem.severity for problem in problems] == ["error"] + ["warning"] * (len(problems) - 1)


def test_a_tally_whose_scope_is_set_aside_is_set_aside(package_copy):
    problems = package_copy.damaged("places", 3, "name", "").loaded().problems
    assert [str(problem) for problem in problems if problem.column == "scope"] == [
        "tallies.csv, row 6, column scope: warning set-aside. Found: 'karst', whose row in places is set aside. "
        "Expected: country codes or a place_id of places.csv. To do: Mend the rows that are set aside."
    ]


# --- packages that are refused ---------------------------------------------------------------------------


def refusal(package_copy, *, strict: bool = False) -> list[str]:
    with pytest.raises(InvalidPackage) as refused:
        package_copy.loaded(strict=strict)
    return [problem.where for problem in refused.value.problems]


def test_strict_refuses_a_package_with_an_error_and_names_the_errors_alone(package_copy):
    package_copy.damaged("glossary", 2, "definition", "")
    package_copy.with_row("places", place_id="reef", name="Reef", precision="area")
    assert refusal(package_copy, strict=True) == ["glossary.csv, row 2, column definition"]


def test_strict_takes_a_package_with_warnings(package_copy):
    package_copy.with_row("places", place_id="reef", name="Reef", precision="area")
    assert [problem.code for problem in package_copy.loaded(strict=True).problems] == ["orphan"]


@pytest.mark.parametrize(
    ("damage", "where"),
    [
        (lambda p: p.file("links").unlink(), ["links.csv"]),
        (lambda p: p.saved("links", b"\xff"), ["links.csv"]),
        (lambda p: p.saved("glossary", b"term,definition,plain_language\n"),
         ["glossary.csv, row 1, column also_said_as"]),
        (lambda p: p.replaced("glossary", "also_said_as", "term"),
         ["glossary.csv, row 1, column also_said_as", "glossary.csv, row 1, column term"]),
        (lambda p: p.described(lambda d: d["resources"].pop()), ["datapackage.json"]),
    ],
)  # fmt: skip
def test_a_package_with_a_broken_file_is_refused_without_strict_too(package_copy, damage, where):
    damage(package_copy)
    assert refusal(package_copy) == where


def test_a_package_is_refused_with_everything_that_is_wrong_with_it(package_copy):
    package_copy.file("links").unlink()
    package_copy.damaged("glossary", 2, "definition", "")
    assert refusal(package_copy) == ["links.csv", "glossary.csv, row 2, column definition"]


def test_a_package_is_refused_when_no_incident_is_left(package_copy):
    for row in range(2, 10):
        package_copy.damaged("incidents", row, "kind", "rumour")
    assert refusal(package_copy) == [f"incidents.csv, row {row}, column kind" for row in range(2, 10)]


def test_a_package_is_refused_when_every_incident_relied_on_rows_set_aside(package_copy):
    for row in range(2, 20):
        package_copy.damaged("reports", row, "stance", "")
    assert refusal(package_copy) == [f"reports.csv, row {row}, column stance" for row in range(2, 20)]


def test_a_package_is_refused_when_every_incident_is_ragged(package_copy):
    header, *rows = package_copy.records("incidents")
    package_copy.rewritten("incidents", [header, *([*row, "more"] for row in rows)])
    assert "incidents.csv, row 9" in refusal(package_copy)


# --- whatever stands in a cell ---------------------------------------------------------------------------

SOUND = checks.read(TINY)
PLACES = [
    (name, row.number, column)
    for name, table in SOUND.schema.tables.items()
    for row in SOUND.rows[name]
    for column in table.fields
]
IDS = sorted({key for rows in SOUND.by_id.values() for key in rows})
NASTY = [
    "", "0", "-1", "²", "1_000", "NaN", "9" * 5000, "1e400", ";", ";;", "a;", "=1+1", "\x00", "\u202e", "\ufeff",
    "2019-13-45", "2019-03-04/..", "../2019-03-04", "[..2019-03-04]", "[2019-03-04,2019-03-05]", "9999-12-31",
    "0000", "QX", "QX;QY", "http://[::1", "https://a", "*", "..", "/", "{}", "None", "true", "x" * 300,
    "word " * 40,
]  # fmt: skip
CELLS = st.sampled_from(NASTY) | st.sampled_from(IDS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
DAMAGES = st.lists(st.tuples(st.sampled_from(PLACES), CELLS.map(str.strip)), min_size=1, max_size=4)


def damaged(damages: list) -> Package:
    rows = dict(SOUND.rows)
    for (table, number, column), cell in damages:
        rows[table] = [Row(number, {**row.cells, column: cell}) if row.number == number else row for row in rows[table]]
    return Package(SOUND.schema, rows)


def built(package: Package) -> Dataset | None:
    """The data set of a package in memory; None when no incident is left."""
    try:
        return dataset.build(package, checks.check(package))
    except InvalidPackage:
        return None


@given(DAMAGES)
def test_any_text_in_any_cell_is_taken_or_is_a_problem_and_never_an_exception(damages):
    for problem in checks.check(damaged(damages)):
        assert problem.code in CODES
        assert problem.found and problem.expected and problem.fix
        assert len(str(problem)) < 1500


@settings(max_examples=50)
@given(DAMAGES)
def test_no_row_is_lost_without_being_counted(damages):
    data = built(damaged(damages))
    if data:
        assert {name: count + data.set_aside[name] for name, count in kept(data).items()} == WHOLE


@settings(max_examples=50)
@given(DAMAGES)
def test_what_is_left_has_no_error(damages):
    data = built(damaged(damages))
    if data:
        rows = {
            name: [Row(number, cells) for number, cells in enumerate(frame.to_dict("records"), 2)]
            for name, frame in data.tables.items()
        }
        left = checks.check(Package(SOUND.schema, rows))
        assert [str(problem) for problem in left if problem.severity == "error"] == []


# --- whatever stands in the descriptor -------------------------------------------------------------------

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.floats(allow_nan=False) | st.text(max_size=5)
    | st.sampled_from(["integer", "date", "edtf", "(", "places", "uri", "any", "array", "geopoint", "%Y"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(
        st.sampled_from(["required", "enum", "minimum", "pattern", "fields", "name", "value", "reference"]), inner,
        max_size=2,
    ),
    max_leaves=4,
)  # fmt: skip
DESCRIPTOR = json.loads((TINY / "datapackage.json").read_text(encoding="utf-8"))


def paths(value, path=()):
    """Every way into the descriptor, down to its single words."""
    yield path
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from paths(part, (*path, key))


WAYS = [path for path in paths(DESCRIPTOR) if path]


@given(st.sampled_from(WAYS), JSON | st.just("REMOVED"))
def test_any_change_of_the_descriptor_is_taken_or_is_a_problem_and_never_an_exception(path, value):
    descriptor = copy.deepcopy(DESCRIPTOR)
    part = descriptor
    for key in path[:-1]:
        part = part[key]
    if value == "REMOVED":
        del part[path[-1]]
    else:
        part[path[-1]] = value
    try:
        described = schema.parse(descriptor)
    except InvalidPackage as refused:
        assert {problem.code for problem in refused.problems} == {"bad-descriptor"}
        return
    empty = {name: [] for name in described.tables}
    for problem in checks.check(replace(SOUND, schema=described, rows={**empty, **SOUND.rows})):
        assert problem.code in CODES
    assert isinstance(described.title, str)
    assert isinstance(described.version, str)
    assert isinstance(described.licence, str)
