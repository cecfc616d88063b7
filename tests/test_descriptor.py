"""The shape of datapackage.json."""

import pytest

from dashboard import descriptor

COLUMN = {"name": "id"}
TABLE = {"name": "things", "path": "things.csv", "schema": {"fields": [COLUMN]}}


def with_table(**parts) -> dict:
    return {"resources": [{**TABLE, **parts}]}


def with_column(**parts) -> dict:
    return with_table(schema={"fields": [{**COLUMN, **parts}]})


FITS = [
    {"resources": []},
    {"resources": [TABLE]},
    with_table(path="data/things of 2019.csv"),
    with_table(schema={"fields": [COLUMN], "primaryKey": "id"}),
    with_table(schema={"fields": [COLUMN], "primaryKey": ["id"]}),
    with_table(schema={"fields": []}),
    with_column(dates="edtf", list=";", refers="things", maxWords=8, requiredWhen={"id": ["", "*"]}),
    with_column(categories=[{"value": "a", "label": "A", "glyph": "▲"}]),
    {"resources": [], "licenses": [], "anything": {"of": "the standard's"}},
]


@pytest.mark.parametrize("raw", FITS)
def test_a_descriptor_of_the_right_shape_has_no_misfit(raw):
    assert descriptor.misfits(raw) == []


INSIDE = "the name of a file inside the package's folder"
MISFITS = [
    # descriptor, found, expected
    ([], "[] is not of type 'object'", "a descriptor with resources"),
    ("text", "'text' is not of type 'object'", "a descriptor with resources"),
    (None, "None is not of type 'object'", "a descriptor with resources"),
    ({}, "'resources' is a required property", "a descriptor with resources"),
    ({"resources": {}}, "resources: {} is not of type 'array'", "a list of tables"),
    ({"resources": ["things.csv"]}, "resources[0]: 'things.csv' is not of type 'object'",
     "a table with name, path and schema"),
    ({"resources": [{}]}, "resources[0]: 'name' is a required property", "a table with name, path and schema"),
    ({"resources": [], "title": 7}, "title: 7 is not of type 'string'", "a title"),
    ({"resources": [], "version": 1.0}, "version: 1.0 is not of type 'string'",
     "a version such as 1.0.0, in quotation marks"),
    ({"resources": [], "licenses": "CC0"}, "licenses: 'CC0' is not of type 'array'", "a list of licences"),
    ({"resources": [], "licenses": [{"name": 4}]}, "licenses[0].name: 4 is not of type 'string'", "a licence's name"),
    (with_table(name=""), "resources[0].name: '' should be non-empty", "a table's name"),
    (with_table(path=["a.csv", "b.csv"]), "resources[0].path: ['a.csv', 'b.csv'] is not of type 'string'", INSIDE),
    (with_table(schema="schema.json"), "resources[0].schema: 'schema.json' is not of type 'object'",
     "a schema with fields"),
    (with_table(schema={}), "resources[0].schema: 'fields' is a required property", "a schema with fields"),
    (with_table(schema={"fields": ["id"]}), "resources[0].schema.fields[0]: 'id' is not of type 'object'",
     "a column with a name"),
    (with_table(schema={"fields": [], "primaryKey": {"id": 1}}),
     "resources[0].schema.primaryKey: {'id': 1} is not of type 'string', 'array'", "a column's name"),
    (with_column(type=7), "resources[0].schema.fields[0].type: 7 is not of type 'string'",
     "a type of Table Schema"),
    (with_column(format=["uri"]), "resources[0].schema.fields[0].format: ['uri'] is not of type 'string'",
     "a format of Table Schema"),
    (with_column(dates="iso"), "resources[0].schema.fields[0].dates: 'iso' is not one of ['edtf']", "edtf"),
    (with_column(maxWords="eight"), "resources[0].schema.fields[0].maxWords: 'eight' is not of type 'integer'",
     "a number of words"),
    (with_column(list=3), "resources[0].schema.fields[0].list: 3 is not of type 'string'",
     "the character that separates values"),
    (with_column(refers=["a"]), "resources[0].schema.fields[0].refers: ['a'] is not of type 'string'",
     "the name of a table"),
    (with_column(requiredWhen={"id": "*"}),
     "resources[0].schema.fields[0].requiredWhen.id: '*' is not of type 'array'", "a list of values"),
    (with_column(constraints=["required"]),
     "resources[0].schema.fields[0].constraints: ['required'] is not of type 'object'",
     "constraints of Table Schema"),
    (with_column(categories=["a"]), "resources[0].schema.fields[0].categories[0]: 'a' is not of type 'object'",
     "a value with its label"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "found", "expected"), MISFITS)
def test_a_part_that_is_not_of_its_kind_is_named_with_what_is_right(raw, found, expected):
    problem = descriptor.misfits(raw)[0]
    assert (problem.code, problem.file, problem.row) == ("bad-descriptor", "datapackage.json", None)
    assert (problem.found, problem.expected) == (found, expected)
    assert problem.fix == "Compare it with the default package's datapackage.json"


@pytest.mark.parametrize(
    "path",
    ["/etc/passwd", "../things.csv", "a/../../b.csv", "..", "C:/b.csv", "a\\b.csv", "http://x.example/b.csv",
     "things.csv\n", "a\x00b.csv", ".things.csv", "~/things.csv", ""],
)  # fmt: skip
def test_a_table_lies_inside_the_folder_of_its_package(path):
    assert [problem.expected for problem in descriptor.misfits(with_table(path=path))][-1] == INSIDE


def test_every_misfit_is_found_in_one_pass():
    raw = {"title": 7, "resources": [{**TABLE, "path": 4}, {"name": "more", "path": "more.csv"}]}
    assert {problem.found for problem in descriptor.misfits(raw)} == {
        "title: 7 is not of type 'string'",
        "resources[0].path: 4 is not of type 'string'",
        "resources[1]: 'schema' is a required property",
    }


def test_a_long_finding_is_cut():
    [problem] = descriptor.misfits(with_column(dates="long " * 100))
    assert len(problem.found) <= 160
