"""Every row that a selection leaves out is counted once, with the first reason that holds."""

import pytest

from dashboard.derive.index import index
from dashboard.selection import Selection
from dashboard.selection.left_out import REASONS, left_out, say

TABLES = ("incidents", "reports", "tallies", "sources", "places", "actors")
QUERIES = [
    "", "kind=attack", "known_by=2019-03-12", "from=2019-03-10&to=2019-03-16", "corroboration=claimed",
    "corroboration=claimed&known_by=2019-03-09", "known_by=2019-03-18&from=2019-03-12&kind=attack", "q=nothing+of+this",
    "said_by=tide-watch&known_by=2019-03-24", "disputed=yes&known_by=2019-03-08",
]  # fmt: skip


def select(data, query=""):
    return Selection.from_query(query).apply(data)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("query", QUERIES)
def test_kept_and_left_out_are_the_whole_table(tiny, table, query):
    selected = select(tiny, query)
    numbers = left_out(selected, table)
    assert list(numbers) == list(REASONS)
    assert min(numbers.values()) >= 0
    assert sum(numbers.values()) + len(getattr(selected, table)) == len(tiny[table])


COUNTS = [
    # table, query: not yet known, outside the window, filtered, named by nothing selected, set aside
    ("reports", "known_by=2019-03-12", (9, 0, 0, 0, 0)),
    ("reports", "kind=seizure", (0, 0, 17, 0, 0)),
    ("reports", "kind=seizure&known_by=2019-03-12", (1, 0, 17, 0, 0)),
    ("incidents", "known_by=2019-03-12", (4, 0, 0, 0, 0)),
    ("incidents", "from=2019-03-20", (0, 5, 0, 0, 0)),
    ("incidents", "from=2019-03-20&kind=statement", (0, 5, 2, 0, 0)),
    ("tallies", "known_by=2019-03-20", (1, 0, 0, 0, 0)),
    ("tallies", "said_by=tide-watch", (0, 0, 4, 0, 0)),
    ("sources", "kind=seizure&said_by=tide-watch", (0, 0, 0, 15, 0)),
]


@pytest.mark.parametrize(("table", "query", "numbers"), COUNTS)
def test_a_row_is_left_out_for_the_first_reason_that_holds(tiny, table, query, numbers):
    assert left_out(select(tiny, query), table) == dict(zip(REASONS, numbers, strict=True))


def test_the_page_says_the_same_of_what_had_not_appeared(tiny):
    for query in QUERIES:
        selected = select(tiny, query)
        assert left_out(selected, "reports")["not_yet"] == selected.not_yet


def test_rows_set_aside_are_left_out_of_every_selection(package_copy):
    data = package_copy.damaged("reports", 3, "injured", "two").loaded()
    assert left_out(select(data), "reports") == dict(zip(REASONS, (0, 0, 0, 0, 1), strict=True))
    assert say(select(data), "reports") == "Left out of 18 reports: 1 set aside because of errors."


SENTENCES = [
    ("reports", "", "Nothing is left out of 18 reports."),
    ("reports", "kind=seizure&known_by=2019-03-12",
     "Left out of 18 reports: 1 not known by 12 March 2019, 17 by other filters."),
    ("tallies", "known_by=2019-03-20", "Left out of 5 declared counts: 1 not known by 20 March 2019."),
    ("incidents", "from=2019-03-20", "Left out of 8 incidents: 5 outside the window."),
    ("sources", "kind=seizure&said_by=tide-watch", "Left out of 16 documents: 15 named by no selected row."),
]  # fmt: skip


@pytest.mark.parametrize(("table", "query", "sentence"), SENTENCES)
def test_it_is_said_in_a_sentence(tiny, table, query, sentence):
    assert say(select(tiny, query), table) == sentence


def test_a_day_at_the_end_of_the_data_hides_nothing(tiny):
    assert index(tiny).end == select(tiny).day
    assert left_out(select(tiny, "known_by=2019-12-31"), "reports")["not_yet"] == 0
