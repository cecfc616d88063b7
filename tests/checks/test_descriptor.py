"""What the site relies on: a package may declare more than the default package, and not otherwise."""

import pytest

from dashboard import dataset, pages
from dashboard.checks import descriptor
from dashboard.derive.index import REPORT_COLUMNS, TALLY_COLUMNS, index
from dashboard.errors import InvalidPackage
from dashboard.selection import Selection
from tests.packages import column, resource

TABLES = "the tables actors, glossary, incidents, links, outlets, places, reports, sources, tallies"
LINKS = "the columns asserted_by, from_incident, note, relation, source_id, to_incident, to_text"


def drop_column(descriptor, table, name):
    resource(descriptor, table)["schema"]["fields"].remove(column(descriptor, table, name))


OTHERWISE = [
    # change, found, expected
    (lambda d: d["resources"].remove(resource(d, "tallies")), "no table tallies", TABLES),
    (lambda d: drop_column(d, "links", "note"), "no column note in the table links", LINKS),
    (lambda d: resource(d, "glossary")["schema"].pop("primaryKey"), "glossary with the key None", "the key term"),
    (lambda d: column(d, "reports", "killed").update(type="string", constraints={}),
     "reports.killed with type 'string'", "type 'integer'"),
    (lambda d: column(d, "reports", "weapon").pop("list"), "reports.weapon with list None", "list ';'"),
    (lambda d: column(d, "reports", "weapon").update(list=","), "reports.weapon with list ','", "list ';'"),
    (lambda d: column(d, "reports", "date").pop("dates"), "reports.date with dates False", "dates True"),
    (lambda d: column(d, "reports", "against").update(refers="outlets"),
     "reports.against with refers 'outlets'", "refers 'actors'"),
    (lambda d: column(d, "incidents", "date").pop("constraints"), "incidents.date that may be empty",
     "the constraint required"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "found", "expected"), OTHERWISE)
def test_what_the_site_relies_on_must_be_declared_as_it_relies_on_it(package_copy, change, found, expected):
    problems = package_copy.described(change).problems()
    faults = [problem for problem in problems if problem.severity == "error"]
    assert [(problem.code, problem.where) for problem in faults] == [("bad-descriptor", "datapackage.json")]
    assert [(problem.found, problem.expected) for problem in faults] == [(found, expected)]


AS_WELL = [
    lambda d: column(d, "glossary", "also_said_as").update(constraints={"required": False}),
    lambda d: column(d, "incidents", "note").update(maxWords=60),
    lambda d: column(d, "outlets", "country").update(constraints={"pattern": "[A-Z]{2}", "minLength": 2}),
    lambda d: resource(d, "links").pop("title"),
    lambda d: resource(d, "links")["schema"].pop("foreignKeys"),
    lambda d: column(d, "outlets", "kind")["constraints"]["enum"].append("blog"),
]


@pytest.mark.parametrize("change", AS_WELL)
def test_anything_else_may_be_declared_as_the_author_likes(package_copy, change):
    assert package_copy.described(change).told() == []


UNSOUND = [
    lambda d: column(d, "glossary", "term").update(constraints={"required": True, "pattern": "("}),
    lambda d: column(d, "glossary", "term").update(constraints={"required": True, "colour": "red"}),
    lambda d: column(d, "glossary", "term").update(constraints={"required": True, "enum": "abc"}),
    lambda d: column(d, "places", "latitude").update(constraints={"minimum": "north"}),
    lambda d: column(d, "places", "latitude").update(constraints={"minimum": "NaN"}),
]


@pytest.mark.parametrize("change", UNSOUND)
def test_a_schema_that_breaks_the_standard_is_a_fault_of_the_descriptor(package_copy, change):
    problems = package_copy.described(change).problems()
    assert {(problem.code, problem.where) for problem in problems} == {("bad-descriptor", "datapackage.json")}
    assert {problem.expected for problem in problems} == {"a schema as Table Schema defines it"}


# --- columns that the site derives -----------------------------------------------------------------------


def with_column(package_copy, table, name):
    """The tiny package with one more column of text in a table."""
    header, *rows = package_copy.records(table)
    package_copy.rewritten(table, [[*header, name], *([*row, "a word"] for row in rows)])
    return package_copy.described(lambda raw: resource(raw, table)["schema"]["fields"].append({"name": name}))


@pytest.mark.parametrize(("table", "name"), [("reports", "lag"), ("reports", "row"), ("tallies", "party"), ("reports", "incident")])
def test_a_column_named_like_a_derived_one_is_told(package_copy, table, name):
    (problem,) = with_column(package_copy, table, name).problems()
    assert (problem.code, problem.where) == ("reserved-column", f"datapackage.json, column {name}")
    assert problem.found == f"a column {name} in the table {table}"
    with pytest.raises(InvalidPackage, match="reserved-column"):
        dataset.load(package_copy.folder)


def test_the_reserved_names_are_the_derived_ones(tiny):
    derived = {"reports": {*REPORT_COLUMNS, "row", "incident"}, "tallies": {*TALLY_COLUMNS, "row"}}
    assert derived == descriptor.RESERVED
    for table, frame in (("reports", index(tiny).reports), ("tallies", index(tiny).tallies)):
        given = set(tiny.schema.tables[table].fields)
        assert set(frame.columns) - given == derived[table]


FREE = ["title", "certainty", "matching", "order", "party", "corroboration", "disputed", "from_day", "line", "lane", "side", "text", "y"]


@pytest.mark.parametrize("table", ["incidents", "reports", "tallies", "sources", "places", "actors", "outlets"])
def test_any_other_name_of_a_column_loads_and_every_page_is_drawn(package_copy, table):
    reserved = descriptor.RESERVED.get(table, frozenset())
    for name in FREE:
        if name not in reserved and name not in package_copy.records(table)[0]:
            with_column(package_copy, table, name)
    data = dataset.load(package_copy.folder)
    assert len(list(pages.examples(data))) == len(pages.PAGES)
    rows = Selection.from_query("q=a&rows=table").apply(data)
    assert len(rows.incidents) and len(rows.facets["kind"])
