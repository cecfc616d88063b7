"""What a descriptor declares, and descriptors from which nothing can be read."""

import json

import pytest

from dashboard import schema
from dashboard.errors import InvalidPackage
from tests.packages import column, resource


def refused(folder) -> list[tuple[str, str, str]]:
    with pytest.raises(InvalidPackage) as error:
        schema.read(folder)
    return [(problem.code, problem.found, problem.expected) for problem in error.value.problems]


def test_a_schema_knows_tables_columns_and_keys(tiny_folder):
    described = schema.read(tiny_folder)
    assert list(described.tables) == [
        "outlets", "sources", "actors", "places", "incidents", "reports", "tallies", "links", "glossary",
    ]  # fmt: skip
    assert {name: table.key for name, table in described.tables.items()} == {
        "outlets": "outlet_id",
        "sources": "source_id",
        "actors": "actor_id",
        "places": "place_id",
        "incidents": "incident_id",
        "reports": "report_id",
        "tallies": "tally_id",
        "links": None,
        "glossary": "term",
    }
    assert list(described.tables["links"].fields) == [
        "from_incident", "relation", "to_incident", "to_text", "asserted_by", "source_id", "note",
    ]  # fmt: skip
    assert described.tables["links"].path == "links.csv"
    assert described.tables["places"].title == "Places: sites, towns, areas, countries"


def test_a_column_knows_the_five_keys_of_ours(tiny_folder):
    reports = schema.read(tiny_folder).tables["reports"].fields
    assert (reports["said_on"].edtf, reports["summary"].edtf) == (True, False)
    assert (reports["weapon"].list, reports["summary"].list) == (";", None)
    assert (reports["against"].refers, reports["summary"].refers) == ("actors", None)
    assert (reports["summary"].max_words, reports["outcome"].max_words, reports["target"].max_words) == (30, 20, None)
    assert reports["contests"].required_when == {"stance": ["denies", "disputes"]}
    assert (reports["killed"].type, reports["summary"].type) == ("integer", "string")
    assert (reports["summary"].required, reports["killed"].required) == (True, False)


def test_a_package_says_its_title_version_and_licence(tiny_folder):
    described = schema.read(tiny_folder)
    assert described.title == "The Zélande islands, as reported, March 2019"
    assert (described.version, described.licence) == ("0.0.1", "CC-BY-4.0")


@pytest.mark.parametrize(
    ("raw", "title", "version", "licence"),
    [
        ({}, "A timeline", "unversioned", "no licence stated"),
        ({"name": "tiny"}, "tiny", "unversioned", "no licence stated"),
        ({"licenses": []}, "A timeline", "unversioned", "no licence stated"),
        ({"licenses": [{"path": "LICENSE"}]}, "A timeline", "unversioned", "no licence stated"),
        ({"version": "2", "licenses": [{"name": "CC0-1.0"}]}, "A timeline", "2", "CC0-1.0"),
    ],
)
def test_what_a_package_does_not_say_of_itself_is_said_plainly(raw, title, version, licence):
    described = schema.parse({"resources": [], **raw})
    assert (described.title, described.version, described.licence) == (title, version, licence)


def test_values_have_words_an_order_and_flags(tiny_folder):
    described = schema.read(tiny_folder)
    assert list(described.categories("sources", "seen")) == ["full", "excerpt"]
    assert described.label("reports", "weapon", "one-way-drone") == "drone"
    assert described.label("reports", "weapon", "catapult") == "catapult"
    assert described.flagged("actors", "kind", "unnamed") == {"unnamed-official", "unnamed-source"}
    assert described.flagged("incidents", "kind", "said") == {"statement"}


def test_media_observers_and_the_unstated_are_not_sides(tiny_folder):
    assert schema.read(tiny_folder).sides == {
        "us-coalition", "iran-aligned-groups", "iraqi-state", "kurdish-authorities", "syrian-state", "iran",
        "israel", "jordan", "houthi",
    }  # fmt: skip


def test_the_default_package_is_described():
    assert schema.DEFAULT.name == "data"
    assert schema.read(schema.DEFAULT).tables.keys() >= {"incidents", "reports"}


def test_a_byte_order_mark_is_no_fault(package_copy):
    path = package_copy.folder / "datapackage.json"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert schema.read(package_copy.folder).version == "0.0.1"


FOLDER = "a folder that holds datapackage.json"


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path):
    assert refused(tmp_path / "none") == [("missing-package", "no such folder", FOLDER)]


def test_a_folder_without_a_descriptor_is_said_to_lack_it(tmp_path):
    assert refused(tmp_path) == [("missing-package", "a folder without datapackage.json", FOLDER)]


def test_a_file_in_place_of_the_folder_is_no_folder(tmp_path):
    path = tmp_path / "reports.csv"
    path.write_text("id\n")
    assert refused(path) == [("missing-package", "no such folder", FOLDER)]


def test_a_folder_in_place_of_the_descriptor_cannot_be_read(tmp_path):
    (tmp_path / "datapackage.json").mkdir()
    assert refused(tmp_path) == [("bad-descriptor", "a file that cannot be read (Is a directory)", "JSON in UTF-8")]


NOT_JSON = [
    b"",
    b"resources: []",
    b'{"resources": [}',
    '{"title": "Zélande"}'.encode("latin-1"),
    '{"title": "x"}'.encode("utf-16"),
    b'{"resources": [], "title": "\\ud800"}',
    b"[" * 100_000,
    b'{"resources": [], "version": ' + b"9" * 5000 + b"}",
]


@pytest.mark.parametrize("content", NOT_JSON, ids=range(len(NOT_JSON)))
def test_a_descriptor_that_is_not_json_is_said_to_be_that(tmp_path, content):
    (tmp_path / "datapackage.json").write_bytes(content)
    [(code, found, expected)] = refused(tmp_path)
    assert (code, expected) == ("bad-descriptor", "JSON in UTF-8")
    assert found.startswith("text that is not JSON in UTF-8 (")


@pytest.mark.parametrize("raw", [[], "text", 7, None, {}, {"resources": [{}]}])
def test_json_that_is_no_descriptor_is_refused(tmp_path, raw):
    (tmp_path / "datapackage.json").write_text(json.dumps(raw))
    assert {code for code, *_ in refused(tmp_path)} == {"bad-descriptor"}


LOOSE = [
    # what is changed in the descriptor, found, expected
    (lambda d: d["resources"].append(resource(d, "links")), ["2 tables named links", "2 tables in links.csv"],
     "each of them once"),
    (lambda d: resource(d, "links").update(path="reports.csv"), ["2 tables in reports.csv"], "each of them once"),
    (lambda d: resource(d, "links")["schema"]["fields"].append({"name": "note"}), ["2 columns of links named note"],
     "each of them once"),
    (lambda d: resource(d, "links")["schema"].update(primaryKey=["link_id"]), ["links with the key link_id"],
     "a key that is one of its columns"),
    (lambda d: column(d, "links", "note").update(refers="notes"), ["links.note that refers to notes"],
     "the name of a table with a key"),
    (lambda d: column(d, "places", "note").update(refers="links"), ["places.note that refers to links"],
     "the name of a table with a key"),
    (lambda d: column(d, "links", "note").update(requiredWhen={"colour": ["*"]}),
     ["links.note that depends on colour"], "the name of another of its columns"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "found", "expected"), LOOSE)
def test_a_name_in_a_descriptor_stands_for_one_thing_that_is_there(package_copy, change, found, expected):
    package_copy.described(change)
    assert refused(package_copy.folder) == [("bad-descriptor", text, expected) for text in found]
