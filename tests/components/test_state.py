"""The address as state: which part of a page reads which names, and the rules that the browser is given."""

import json

import pytest

from dashboard.components import state
from dashboard.dataset import Dataset
from dashboard.selection import Selection
from dashboard.selection.value import PARAMETERS
from tests.components.tree import of

FULL = "from=2019-03-02&known_by=2019-03-12&kind=attack&lanes=party&rows=table&page=2&incident=20190306-pier-drone"


def test_a_part_reads_only_its_own_names():
    selection = Selection.from_query(FULL)
    assert state.query(selection, "kept") == "from=2019-03-02&known_by=2019-03-12&kind=attack"
    assert state.query(selection, "drawn") == "from=2019-03-02&known_by=2019-03-12&kind=attack&lanes=party"
    assert state.query(selection, "listed").endswith("&kind=attack&rows=table&page=2")
    assert state.query(selection, "opened").endswith("&kind=attack&incident=20190306-pier-drone")


def test_a_part_that_needs_a_name_is_empty_without_it():
    assert state.query(Selection.from_query("kind=attack"), "opened") == ""


@pytest.mark.parametrize("part", state.PARTS)
def test_a_part_reads_names_of_the_query_in_their_order(part: str):
    order = list(PARAMETERS)
    places = [order.index(name) for name in state.PARTS[part]]
    assert places == sorted(set(places))


@pytest.mark.parametrize("part", state.PARTS)
@pytest.mark.parametrize("query", [FULL, "", "q=a*b~c+(d)&place=zelande&place=karst"])
def test_a_store_holds_a_query_that_the_server_reads_back(part: str, query: str):
    stored = state.query(Selection.from_query(query), part)
    assert Selection.from_query(stored).to_query() == stored


def test_the_browser_is_given_every_name_and_every_default(tiny: Dataset):
    (rules,) = of(state.location(tiny), "Div", id=state.RULES)
    told = json.loads(getattr(rules, "data-rules"))
    assert told["order"] == list(PARAMETERS)
    assert told["parts"] == state.PARTS
    assert set(told["many"]) == {name for name, item in PARAMETERS.items() if item.many}
    for name, value in told["defaults"].items():
        if name != "measure":  # its default depends on the data
            assert Selection.from_query(f"{name}={value}") == Selection()


def test_rows_of_one_selection_are_computed_once(tiny: Dataset):
    _, one = state.selected(tiny, "kind=attack&rows=table")
    _, other = state.selected(tiny, "kind=attack&lanes=party&incident=20190306-pier-drone")
    assert one is other
