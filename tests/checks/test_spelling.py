"""Plain spelling: what Table Schema takes and other programs do not, and safe addresses."""

import pytest

WHOLE, NUMBER, DAY = "a whole number, in digits", "a number, in digits", "a day such as 2023-11-08"
ADDRESS = "a web address such as https://example.org/page"

NOT_PLAIN = [
    # table, row, column, cell, expected
    ("reports", 3, "injured", "1_000", WHOLE),
    ("reports", 3, "injured", "+2", WHOLE),
    ("reports", 3, "injured", "\u0662", WHOLE),  # 2 in Arabic digits
    ("reports", 3, "injured", "²", WHOLE),
    ("reports", 3, "injured", "2e3", WHOLE),
    ("reports", 3, "injured", "9" * 10, WHOLE),
    ("reports", 3, "injured", "9" * 5000, WHOLE),
    ("reports", 3, "strikes_min", "²", WHOLE),
    ("places", 2, "latitude", "4.8e1", NUMBER),
    ("places", 2, "latitude", "+48.1", NUMBER),
    ("places", 2, "latitude", ".5", NUMBER),
    ("sources", 3, "published", "2019-3-7", DAY),
    ("sources", 3, "published", "20190307", DAY),
    ("sources", 3, "url", "wire.example/pier", ADDRESS),
    ("sources", 3, "url", "//wire.example/pier", ADDRESS),
    ("sources", 3, "url", "ftp://wire.example/pier", ADDRESS),
    ("sources", 3, "url", "javascript:alert(1)", ADDRESS),
    ("sources", 3, "url", "data:text/html,x", ADDRESS),
    ("sources", 3, "archived_url", "https://", ADDRESS),
    ("sources", 3, "archived_url", "https://wire.example/a b", ADDRESS),
    ("sources", 3, "archived_url", 'https://wire.example/"><script>', ADDRESS),
]


@pytest.mark.parametrize(("table", "row", "column", "cell", "expected"), NOT_PLAIN)
def test_a_cell_that_programs_read_differently_is_refused(package_copy, table, row, column, cell, expected):
    [problem] = package_copy.damaged(table, row, column, cell).problems()
    assert (problem.code, problem.where) == ("bad-type", f"{table}.csv, row {row}, column {column}")
    assert problem.expected == expected


PLAIN = [
    ("reports", 3, "injured", "0"),
    ("reports", 3, "injured", "007"),
    ("reports", 3, "injured", "999999999"),
    ("places", 2, "latitude", "-90"),
    ("places", 2, "latitude", "48.123456789"),
    ("sources", 3, "published", "2019-03-07"),
    ("sources", 3, "url", "http://wire.example"),
    ("sources", 3, "url", "https://xn--lt-yka.example:8080/p%C3%A9/?q=1#p4"),
    ("sources", 3, "url", "https://îlot.example/récif"),
]


@pytest.mark.parametrize(("table", "row", "column", "cell"), PLAIN)
def test_a_plain_cell_is_taken(package_copy, table, row, column, cell):
    assert package_copy.damaged(table, row, column, cell).told() == []


@pytest.mark.parametrize("cell", ["NaN", "INF", "-INF"])
def test_no_place_lies_nowhere_or_infinitely_far_away(package_copy, cell):
    codes = {problem.code for problem in package_copy.damaged("places", 2, "latitude", cell).problems()}
    assert codes == {"bad-type", "out-of-range"}
