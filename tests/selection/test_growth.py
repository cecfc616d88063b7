"""What a selection costs as data grow: four times the rows take at most about four times as long."""

from datetime import date, timedelta

import pytest

from dashboard import derive
from dashboard.dataset import Dataset
from dashboard.selection import Selected, Selection
from tests.made_up import package
from tests.timing import least

MANY = 1000
SLACK = 1.5
"""By how much more than in proportion a time may grow: caches of the processor are the smaller part of four times."""
MOST_TIMES = 8
"""How many times as long as a selection that keeps nothing a selection that keeps everything may take.

Measured with 4,000 incidents: 1.1 for facets, 3.0 for rows.
"""
PLACES, SPEAKERS, WEAPONS = ("asad", "erbil", "iraq", ""), ("iri", "us-official", "a"), ("rocket", "rocket;missile", "")


def made(incidents: int) -> Dataset:
    """A package of so many incidents with two reports each, over three years."""
    rows = []
    for number in range(incidents):
        on = (date(2021, 1, 1) + timedelta(days=number % 1000)).isoformat()
        rows += [
            {"of": f"incident-{number}", "date": on, "published": "2023-12-01", "by": SPEAKERS[(number + more) % 3],
             "place": PLACES[number % 4], "weapon": WEAPONS[(number + more) % 3], "actor": "iri"}
            for more in (0, 1)
        ]  # fmt: skip
    whole = package(*rows)
    derive.index(whole)
    return whole


@pytest.fixture(scope="module")
def sizes() -> tuple[Dataset, Dataset]:
    return made(MANY), made(4 * MANY)


def rows(dataset: Dataset, query: str = "") -> int:
    """The rows of a selection, computed anew."""
    selected = Selected(Selection.from_query(query), dataset)
    return len(selected.incidents) + len(selected.reports)


def facets(dataset: Dataset, query: str = "") -> dict:
    """The counts beside each value, computed anew."""
    return Selected(Selection.from_query(query), dataset).facets


@pytest.mark.parametrize("work", [rows, facets])
def test_time_grows_no_faster_than_the_data(sizes, work, record_property):
    few, many = sizes
    assert rows(many) == 4 * rows(few) == 12 * MANY
    once, four, nothing = least(
        lambda: work(few), lambda: work(many), lambda: work(many, "from=1900&to=1900"), times=15
    )
    record_property("times as long with four times the data", round(four / once, 1))
    record_property("times as long as a selection of nothing", round(four / nothing, 1))
    assert four < 4 * SLACK * once
    assert four < MOST_TIMES * nothing
