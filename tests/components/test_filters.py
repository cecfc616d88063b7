"""The filters: each value stands with the number of incidents it would leave."""

import pytest

from dashboard.components import clock, filters, state
from dashboard.dataset import Dataset
from dashboard.selection import FILTERS, Selection
from tests.components.tree import of


def options(data: Dataset, query: str = "") -> dict[str, list[str]]:
    """Per filter, its options as they are read."""
    found = filters.facet_options(Selection.from_query(query).apply(data))
    return {name: [option["label"] for option in found[number]] for number, name in enumerate(FILTERS)}


def test_values_stand_with_their_counts_and_the_most_frequent_first(tiny: Dataset):
    shown = options(tiny)
    assert shown["kind"] == [
        "attack (4)",
        "counter-strike (1)",
        "interception (1)",
        "other incident (1)",
        "seizure (1)",
        "statement (1)",
    ]
    assert shown["place"][:3] == ["Zélande (3)", "North Skerries (2)", "Grey Bank (1)"]
    assert shown["corroboration"] == ["reported (2)", "corroborated (4)", "acknowledged (1)"]  # from weak to strong


def test_a_value_that_would_leave_nothing_is_left_out_unless_it_is_chosen(tiny: Dataset):
    assert options(tiny, "kind=seizure")["weapon"] == ["weapon not stated (1)"]
    assert options(tiny, "kind=seizure&weapon=rocket")["weapon"] == ["weapon not stated (1)", "rocket (0)"]


@pytest.mark.parametrize("query", ["", "kind=attack", "known_by=2019-03-12", "from=2019-03-10&disputed=yes"])
def test_a_number_is_what_choosing_the_value_gives(tiny: Dataset, query: str):
    selection = Selection.from_query(query)
    found = filters.facet_options(selection.apply(tiny))
    for number, name in enumerate(FILTERS):
        for option in found[number]:
            chosen = Selection.from_query(f"{selection.without(name).to_query()}&{name}={option['value']}")
            assert option["label"].endswith(f"({len(chosen.apply(tiny).incidents)})"), (name, option)


def test_every_filter_is_a_labelled_control_of_its_own(tiny: Dataset):
    selection = Selection.from_query("kind=attack&place=zelande&q=drone&disputed=no&from=2019-03-02")
    panel = filters.filters(tiny, selection, selection.apply(tiny))
    lists = of(panel, "MultiSelect")
    assert [(one.id, one.label) for one in lists] == [(state.control(name), item.label) for name, item in FILTERS.items()]
    assert {one.id["ctl"]: one.value for one in lists if one.value} == {"kind": ["attack"], "place": ["zelande"]}
    assert of(panel, "Autocomplete")[0].value == "drone"
    assert of(panel, "RadioGroup")[0].value == "no"
    assert [day.value for day in of(panel, "DateInput")] == ["2019-03-02", None]


def test_the_calendars_cover_the_months_of_the_data_and_what_is_asked(tiny: Dataset):
    selection = Selection.from_query("to=2021-05-04")
    panel = filters.filters(tiny, selection, selection.apply(tiny))
    days = {one.id["ctl"]: (one.minDate, one.maxDate) for one in of(panel, "DateInput")}
    assert days["from"] == ("2019-03-01", "2019-04-30")
    assert days["to"] == ("2019-03-01", "2021-05-04")
    (known,) = of(clock.clock(tiny, Selection()), "DateInput")
    assert (known.minDate, known.maxDate) == ("2019-03-01", "2019-04-30")
