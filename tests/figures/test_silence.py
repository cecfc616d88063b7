"""Days from which no document is coded: one source for the hatching on every figure and for the words."""

import pytest

from dashboard import figures
from dashboard.components import chart
from dashboard.dataset import Dataset
from dashboard.derive.sample import documents
from dashboard.figures import silence
from dashboard.selection import Selection
from tests.components.tree import of, words
from tests.made_up import day


def days(stretches) -> set[int]:
    return {number for start, end in stretches for number in range(start, end + 1)}


@pytest.mark.parametrize("query", ["", "known_by=2019-03-12", "from=2019-03-10&to=2019-03-16", "outlet=harbour-wire"])
def test_the_days_are_exactly_those_without_a_document(tiny: Dataset, query: str):
    chosen = Selection.from_query(query).apply(tiny)
    first, last = figures.span(chosen)
    frame = documents(tiny)
    if chosen.selection.outlet:
        frame = frame[frame["outlet_id"].isin(chosen.selection.outlet)]
    coded = {int(number) for number in frame["day"].dropna()}
    assert days(figures.silent(chosen)) == {number for number in range(first, min(last, chosen.day) + 1) if number not in coded}


def test_a_filter_on_incidents_does_not_change_where_the_coders_looked(tiny: Dataset):
    assert figures.silent(Selection.from_query("kind=seizure").apply(tiny)) == figures.silent(Selection().apply(tiny))


def test_both_figures_hatch_the_days_that_the_words_name(tiny: Dataset):
    chosen = Selection().apply(tiny)
    stretches = figures.silent(chosen)
    for figure in (chart.timeline(Selection(), chosen), chart.strip(chosen)):
        (bars,) = [trace for trace in figure["data"] if trace["name"] == silence.NAME]
        assert bars["x"] == [figures.theme.day(start) for start, _ in stretches]
        assert bars["marker"]["pattern"]["shape"] == "/"
        assert bars["hoverinfo"] == "skip"
    assert silence.in_words(stretches) in chart.silence(chosen)
    legend = of(chart.chart(Selection(), chosen), "P", className="legend")
    assert "Hatched days: no document published on them is coded" in words(legend)


def test_where_every_day_has_a_document_the_words_say_so(tiny: Dataset):
    chosen = Selection.from_query("from=2019-03-07&to=2019-03-13").apply(tiny)
    assert figures.silent(chosen) == []
    assert chart.silence(chosen).startswith("Documents are coded from every day")
    assert silence.hatched([], 0, 1) == []


def test_days_of_one_month_are_said_together():
    stretches = [(day(a), day(b)) for a, b in (
        ("2023-11-04", "2023-11-04"), ("2023-11-12", "2023-11-13"), ("2023-11-30", "2023-12-02"), ("2023-12-05", "2023-12-05"),
    )]  # fmt: skip
    assert silence.in_words(stretches) == "4, 12–13 Nov 2023; 30 Nov – 2 Dec 2023; 5 Dec 2023"
    many = [(day("2023-01-01") + 2 * n, day("2023-01-01") + 2 * n) for n in range(silence.MOST_SAID + 3)]
    assert silence.in_words(many).endswith("; and 3 more stretches")
