"""Rows of text: their numbers, and files that are not quite tables."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import tables
from dashboard.errors import Problem
from dashboard.tables import Row

COLUMNS = ["id", "note"]


def read(tmp_path, content: bytes, columns=COLUMNS):
    path = tmp_path / "things.csv"
    path.write_bytes(content)
    return tables.read(path, columns)


READ = [
    ("plain", b"id,note\na,b\n", [(2, "a", "b")]),
    ("no line break at the end", b"id,note\na,b", [(2, "a", "b")]),
    ("line breaks of Windows", b"id,note\r\na,b\r\nc,d\r\n", [(2, "a", "b"), (3, "c", "d")]),
    ("line breaks of an old Macintosh", b"id,note\ra,b\r", [(2, "a", "b")]),
    ("a byte order mark", b"\xef\xbb\xbfid,note\na,b\n", [(2, "a", "b")]),
    ("columns in another order", b"note,id\nb,a\n", [(2, "a", "b")]),
    ("blanks around cells", b" id , note\n  a,b  \n", [(2, "a", "b")]),
    ("a no-break space", "id,note\na\u00a0,\u00a0b\n".encode(), [(2, "a", "b")]),
    ("diacritics", "id,note\nÎlot,récif\n".encode(), [(2, "Îlot", "récif")]),
    ("a comma in quotes", b'id,note\na,"b, c"\n', [(2, "a", "b, c")]),
    ("a quotation mark in quotes", b'id,note\na,"b ""c"""\n', [(2, "a", 'b "c"')]),
    ("a line break in quotes is one row", b'id,note\na,"b\nc"\nd,e\n', [(2, "a", "b\nc"), (3, "d", "e")]),
    ("a line break of Windows in quotes", b'id,note\r\na,"b\r\nc"\r\n', [(2, "a", "b\nc")]),
    ("an empty cell", b"id,note\na,\n", [(2, "a", "")]),
    ("a cell of 200 000 letters", b"id,note\na," + b"b" * 200_000 + b"\n", [(2, "a", "b" * 200_000)]),
    ("a header alone", b"id,note\n", []),
    ("a null character", b"id,note\na,b\x00c\n", [(2, "a", "b\x00c")]),
]


@pytest.mark.parametrize(("content", "rows"), [case[1:] for case in READ], ids=[case[0] for case in READ])
def test_a_table_is_read_as_the_spreadsheet_shows_it(tmp_path, content, rows):
    expected = [Row(number, {"id": name, "note": note}) for number, name, note in rows]
    assert read(tmp_path, content) == (expected, [])


ONE_OF = "one of id, note"
BOTH = "the columns id, note"
DECLARE = "Correct its name, or declare it in datapackage.json"
SAVE = "Save the table as CSV in UTF-8 from the spreadsheet"
UTF8 = "comma-separated text in UTF-8"
QUOTE = "Put text that holds a comma or a line break in double quotes"

FAULTY = [
    # what, content, numbers of the rows that are kept, problems
    ("an empty file", b"", [], [
        ("missing-column", 1, "id", "no such column", BOTH, "Add the column id"),
        ("missing-column", 1, "note", "no such column", BOTH, "Add the column note"),
    ]),
    ("a blank first line", b"\nid,note\na,b\n", [], [
        ("ragged-row", 2, None, "2 cells", "0 cells, as in the header", QUOTE),
        ("ragged-row", 3, None, "2 cells", "0 cells, as in the header", QUOTE),
        ("missing-column", 1, "id", "no such column", BOTH, "Add the column id"),
        ("missing-column", 1, "note", "no such column", BOTH, "Add the column note"),
    ]),
    ("a column less", b"id\na\n", [2], [
        ("missing-column", 1, "note", "no such column", BOTH, "Add the column note"),
    ]),
    ("a column more", b"id,note,colour\na,b,c\n", [2], [
        ("unknown-column", 1, "colour", "the column 'colour'", ONE_OF, DECLARE),
    ]),
    ("a column in capitals", b"id,Note\na,b\n", [2], [
        ("missing-column", 1, "note", "no such column", BOTH, "Add the column note"),
        ("unknown-column", 1, "Note", "the column 'Note'", ONE_OF, DECLARE),
    ]),
    ("columns without a name, as a spreadsheet leaves them", b"id,note,,\na,b,,\n", [2], [
        ("unknown-column", 1, None, "2 columns without a name", ONE_OF, DECLARE),
    ]),
    ("a column twice", b"id,note,id\na,b,c\n", [2], [
        ("duplicate-column", 1, "id", "2 columns of this name", "each column once", "Rename or remove one"),
    ]),
    ("an undeclared column twice", b"id,note,x,x\na,b,c,d\n", [2], [
        ("unknown-column", 1, "x", "the column 'x'", ONE_OF, DECLARE),
    ]),
    ("a cell more", b"id,note\na,b,c\nd,e\n", [3], [
        ("ragged-row", 2, None, "3 cells", "2 cells, as in the header", QUOTE),
    ]),
    ("a cell less", b"id,note\na\nd,e\n", [3], [
        ("ragged-row", 2, None, "1 cells", "2 cells, as in the header", QUOTE),
    ]),
    ("blank rows", b"id,note\n,\n\na,b\n \n", [4], [
        ("blank-row", 2, None, "a blank row", "a row with an id", "Remove the row"),
        ("blank-row", 3, None, "a blank row", "a row with an id", "Remove the row"),
        ("blank-row", 5, None, "a blank row", "a row with an id", "Remove the row"),
    ]),
    ("semicolons", b"id;note\na;b\n", [2], [
        ("missing-column", 1, "id", "no such column", BOTH, "Add the column id"),
        ("missing-column", 1, "note", "no such column", BOTH, "Add the column note"),
        ("unknown-column", 1, "id;note", "the column 'id;note'", ONE_OF, DECLARE),
    ]),
    ("Latin-1", "id,note\na,b\nc,récif\n".encode("latin-1"), [], [
        ("unreadable-table", None, None, "a byte that is not UTF-8, in line 3", UTF8, SAVE),
    ]),
    ("UTF-16", "id,note\na,b\n".encode("utf-16"), [], [
        ("unreadable-table", None, None, "a byte that is not UTF-8, in line 1", UTF8, SAVE),
    ]),
    ("a spreadsheet's own format", b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xb5\xe1", [], [
        ("unreadable-table", None, None, "a byte that is not UTF-8, in line 1", UTF8, SAVE),
    ]),
    ("a quotation mark that is never closed", b'id,note\na,"b\n', [], [
        ("unreadable-table", None, None, "text that CSV does not allow (unexpected end of data)", UTF8, SAVE),
    ]),
    ("text after a closed quotation", b'id,note\na,"b"c\n', [], [
        (
            "unreadable-table", None, None,
            "text that CSV does not allow (',' expected after '\"')", UTF8, SAVE,
        ),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "kept", "problems"), [case[1:] for case in FAULTY], ids=[case[0] for case in FAULTY]
)
def test_what_is_not_quite_a_table_is_said_and_the_rest_is_read(tmp_path, content, kept, problems):
    rows, found = read(tmp_path, content)
    assert [row.number for row in rows] == kept
    assert found == [Problem(code, "things.csv", *rest) for code, *rest in problems]


def test_a_missing_file_is_a_problem(tmp_path):
    fix = "Put things.csv where datapackage.json says; a table may be empty but for its header"
    assert tables.read(tmp_path / "things.csv", COLUMNS) == (
        [],
        [Problem("missing-table", "things.csv", None, None, "no such file", "a table of this name", fix)],
    )


def test_a_folder_in_place_of_a_file_is_a_problem_that_does_not_say_where_the_server_keeps_it(tmp_path):
    [problem] = tables.read(tmp_path, COLUMNS, "things.csv")[1]
    assert problem.code == "unreadable-table"
    assert problem.found == "a file that cannot be opened (Is a directory)"


def test_problems_call_a_file_by_its_place_in_the_package(tmp_path):
    [problem] = tables.read(tmp_path / "deep" / "things.csv", COLUMNS, "deep/things.csv")[1]
    assert problem.file == "deep/things.csv"


def test_a_missing_column_is_empty_and_an_undeclared_one_is_left_out(tmp_path):
    rows, _ = read(tmp_path, b"id,colour\na,red\n")
    assert rows == [Row(2, {"id": "a", "note": ""})]


@pytest.mark.parametrize(
    ("cell", "separator", "values"),
    [("", ";", []), ("", None, []), ("a", ";", ["a"]), ("a;b", ";", ["a", "b"]), ("a;b", None, ["a;b"])],
)
def test_a_cell_has_as_many_values_as_its_column_separates(cell, separator, values):
    assert Row(2, {"weapon": cell}).values("weapon", separator) == values


def test_a_row_without_a_cell_is_another_row():
    row = Row(2, {"id": "a", "within": "b"})
    assert row.without("within") == Row(2, {"id": "a", "within": ""})
    assert row["within"] == "b"


def test_rows_are_written_as_they_are_read(tmp_path):
    path = tmp_path / "things.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        tables.write(file, COLUMNS, [{"id": "Î", "note": None, "colour": "red"}, {"id": 'a "b", c', "note": 0}])
    assert path.read_bytes() == 'id,note\nÎ,\n"a ""b"", c",0\n'.encode()


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")).map(str.strip)


@given(st.lists(st.tuples(CELLS, CELLS).filter(any), max_size=5))
def test_whatever_is_written_is_read_again(tmp_path_factory, records):
    path = tmp_path_factory.mktemp("written") / "things.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        tables.write(file, COLUMNS, [dict(zip(COLUMNS, record, strict=True)) for record in records])
    expected = [Row(number, dict(zip(COLUMNS, record, strict=True))) for number, record in enumerate(records, 2)]
    assert tables.read(path, COLUMNS) == (expected, [])


NEARLY_CSV = st.lists(st.sampled_from(["id", "note", ",", '"', "\n", "\r", "a", " ", "\ufeff", "é"])).map("".join)


@given(st.binary(max_size=60) | NEARLY_CSV.map(str.encode) | NEARLY_CSV.map(lambda text: text.encode("utf-16")))
def test_any_file_gives_rows_or_problems_and_no_row_is_lost(tmp_path_factory, content):
    rows, problems = read(tmp_path_factory.mktemp("any"), content)
    told = {problem.row for problem in problems if problem.code in ("blank-row", "ragged-row")}
    if not any(problem.code == "unreadable-table" for problem in problems):
        records = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=None)))
        assert sorted([row.number for row in rows] + sorted(told)) == list(range(2, len(records) + 1))
