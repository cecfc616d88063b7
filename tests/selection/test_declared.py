"""The declared counts of two sides: the latest of each measure, and what rose between two days."""

from dashboard.selection import Selection, sides
from dashboard.selection.declared import alone, declared
from tests.made_up import package

REPORTS = ({"outlet": "a"}, {"outlet": "b", "published": "2023-11-20"})
COUNTS = (
    {"outlet": "a", "by": "iri", "value": "10", "said_on": "2023-11-01", "since": "2023-10-17", "published": "2023-11-01"},
    {"outlet": "a", "by": "iri", "value": "25", "said_on": "2023-11-10", "since": "2023-10-17"},
    {"outlet": "b", "by": "pentagon", "value": "61", "said_on": "2023-11-18", "since": "2023-10-17", "published": "2023-11-20"},
    {"outlet": "b", "by": "pentagon", "value": "7", "measure": "injured", "said_on": "2023-11-18", "published": "2023-11-20"},
    {"outlet": "b", "by": "iri", "value": "30", "said_on": "2023-11-19", "since": "2023-10-17", "published": "2023-11-20"},
    {"outlet": "b", "by": "iri", "value": "99", "said_on": "2023-11-19", "published": "2023-11-20"},
    {"outlet": "b", "by": "iri", "value": "5", "said_on": "2023-11-19", "since": "2023-10-17", "part_of": "t5",
     "published": "2023-11-20"},
)  # fmt: skip
TOLD = package(*REPORTS, tallies=COUNTS)


def rows(query: str) -> list[tuple]:
    selection = Selection.from_query(query)
    both = sides(selection.filtering.apply(TOLD), selection.by, selection.a, selection.b)
    return [(row.measure, row.a.tally["value"], row.b.tally["value"], row.a.number, row.b.number, row.rose)
            for row in declared(both)]  # fmt: skip


def test_of_two_outlets_the_latest_count_of_each_measure_that_both_carry():
    assert rows("a=a&b=b") == [("attacks", "25", "99", 2, 3, None)]


def test_of_two_days_only_what_changed_and_counts_the_same_thing_from_the_same_day():
    assert rows("by=known_by&a=2023-11-05&b=2023-11-30") == [("attacks", "10", "30", 1, 3, 20)]
    assert rows("by=known_by&a=2023-11-30&b=2023-11-05") == [("attacks", "30", "10", 3, 1, -20)]
    assert rows("by=known_by&a=2023-11-20&b=2023-11-30") == []


def test_counts_that_only_one_side_carries_are_counted():
    selection = Selection(a="a", b="b")
    both = sides(selection.filtering.apply(TOLD), "outlet", "a", "b")
    assert alone(both) == (2, 5)
