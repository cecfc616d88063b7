"""What placeholders stand for."""

import pytest

from dashboard.dataset import Dataset
from dashboard.stories import filled
from dashboard.stories.values import NoValue, value
from dashboard.stories.views import read, seen

ISLET = "/incidents/20190304-islet-rockets"
VALUES = {
    # (view, placeholder): what it gives; worked out by hand from tests/tiny/README.md
    (f"{ISLET}?known_by=2019-03-05", "reports"): "1",
    (f"{ISLET}?known_by=2019-03-05", "incident.standing"): "claimed",
    (f"{ISLET}?known_by=2019-03-10", "reports"): "4",
    (f"{ISLET}?known_by=2019-03-10", "documents"): "4",
    (f"{ISLET}?known_by=2019-03-10", "origins.words"): "two",
    (f"{ISLET}?known_by=2019-03-10", "Origins.noun"): "2 origins",
    (f"{ISLET}?known_by=2019-03-10", "report:r02.killed"): "none (stated)",
    (f"{ISLET}?known_by=2019-03-10", "report:r02.lag"): "5",
    (f"{ISLET}?known_by=2019-03-10", "report:r02.known"): "9 March 2019",
    (f"{ISLET}?known_by=2019-03-10", "tally:injured-islet.value"): "at least 2",
    (ISLET, "incident:20190310-skerries-mortars.injured-lowest"): "3",
    (ISLET, "incident:20190310-skerries-mortars.injured-highest"): "5",
    (ISLET, "incident:20190310-skerries-mortars.conflicts"): "when",
    ("/?kind=attack", "incidents"): "4",
    ("/?kind=attack", "Incidents.words"): "Four",
    ("/?kind=seizure", "incidents?kind=attack"): "4",
    ("/", "reports?incident=20190304-islet-rockets&known_by=2019-03-05"): "1",
    ("/", "origins?incident=20190304-islet-rockets"): "2",
    ("/", "tally:attacks-total.declared"): "5 attacks",
    ("/", "tally:attacks-total.since"): "1 March 2019",
    ("/?known_by=2019-03-10", "day"): "10 March 2019",
    ("/", "day:2019-03"): "March 2019",
}


@pytest.mark.parametrize(("view", "name"), VALUES)
def test_a_placeholder_gives_what_the_view_holds(tiny: Dataset, view: str, name: str):
    assert value(name, seen(read(view), tiny)) == VALUES[view, name]


REFUSED = {
    "": "a placeholder that begins with one of",
    "sum": "a placeholder that begins with one of",
    "incidents.__class__": "a placeholder that begins with one of",
    "incidents:4": "{incidents}",
    "incidents.total": "{incidents}",
    "incidents.words.loud": "an end that says how",
    "incidents?colour=red": "Known filters",
    "incident.standing": "an id of incidents.csv",
    "report:r99.killed": "an id of reports.csv",
    "report:r01": "one of .actor",
    "report:r02.killed": "one known by 5 March 2019",
    "report:r01.killed": "a value that is stated",
    "tally:attacks-total.value": "one known by 5 March 2019",
    "report:r01.kind.words": "a whole number",
    "day:2019-13": "a date",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_given_says_what_is_right(tiny: Dataset, name: str):
    with pytest.raises(NoValue) as refused:
        value(name, seen(read("/?known_by=2019-03-05"), tiny))
    assert REFUSED[name] in refused.value.expected


def test_origins_are_those_of_one_incident(tiny: Dataset):
    with pytest.raises(NoValue, match="a view of one incident"):
        value("origins", seen(read("/"), tiny))
    assert value("origins", seen(read("/?kind=seizure"), tiny)) == "1"


def test_a_later_report_is_given_to_who_asks_for_its_day(tiny: Dataset):
    early = seen(read(f"{ISLET}?known_by=2019-03-05"), tiny)
    assert value("report:r02.known?known_by=2019-03-10", early) == "9 March 2019"


def test_values_are_text_and_never_markdown(tiny: Dataset):
    step = seen(read("/"), tiny)
    assert filled("{day:2019} *x* {{Pier 9}} {nothing}", step, markdown=True) == "2019 *x* Pier 9 \\[…\\]"
