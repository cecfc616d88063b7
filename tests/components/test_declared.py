"""Counts of an incident's own place, beside its accounts: those known by the day and said since it can have happened."""

from dashboard import dataset, schema
from dashboard.components import declared
from dashboard.dataset import Dataset
from dashboard.selection import Selection
from tests.components.tree import of, words


def told(data: Dataset, query: str) -> str:
    selection = Selection.from_query(query)
    return words(declared.of_the_place(selection, selection.apply(data)))


def test_a_number_given_for_a_place_alone_stands_beside_the_accounts_when_it_was_known():
    data = dataset.load(schema.DEFAULT)
    tower = "incident=20240128-tower22-drone"
    assert told(data, f"{tower}&known_by=2024-01-28") == ""
    assert "at least 34 injured" in told(data, f"{tower}&known_by=2024-01-29")
    assert "more than 40" not in told(data, f"{tower}&known_by=2024-01-29")
    assert "more than 40 injured" in told(data, f"{tower}&known_by=2024-02-02")


def test_a_count_of_a_country_is_not_one_of_a_place(tiny: Dataset):
    selection = Selection.from_query("incident=20190306-pier-drone")
    rows = [row for row in tiny.by_id["tallies"].values() if row["scope"] == tiny.by_id["incidents"]["20190306-pier-drone"]["place_id"]]
    drawn = declared.of_the_place(selection, selection.apply(tiny))
    assert len(of(drawn, "Li")) == len(rows)
