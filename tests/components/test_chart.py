"""The chart beside its words: takeaway, legend, and what those hear who do not see it."""

from dashboard.components import chart, rows
from dashboard.dataset import Dataset
from dashboard.derive import known_date
from dashboard.selection import Selection
from tests.activities.test_activities import default
from tests.components.tree import ids, of, parts, words
from tests.figures.cases import crowded


def drawn(data: Dataset, query: str = ""):
    selection = Selection.from_query(query)
    return chart.chart(selection, selection.filtering.apply(data))


def test_each_graph_is_a_picture_with_a_name(tiny: Dataset):
    pictures = [part for part in parts(drawn(tiny)) if getattr(part, "role", "") == "img"]
    assert [[graph.id for graph in of(picture, "Graph")] for picture in pictures] == [[chart.CHART], [chart.STRIP]]
    assert all(getattr(picture, "aria-label") for picture in pictures)
    described = {getattr(picture, "aria-describedby") for picture in pictures if hasattr(picture, "aria-describedby")}
    assert described <= set(ids(drawn(tiny)))


def test_the_takeaway_sets_what_was_declared_beside_what_is_named(tiny: Dataset):
    said = chart.takeaway(Selection().apply(tiny))
    assert said.startswith("Largest total shown: 5 attacks, said by Ida Ørn, Guard spokeswoman")
    assert "20 March 2019" in said
    assert {"inf", "nan"} & set(said.replace(".", " ").split()) == set()


def test_without_a_total_the_takeaway_says_so(tiny: Dataset):
    assert chart.takeaway(Selection.from_query("known_by=2019-03-04").apply(tiny)) == (
        "No declared running count is shown for this selection."
    )


def test_lanes_that_hold_an_incident_more_than_once_say_what_they_add_up_to(tiny: Dataset):
    said = {}
    for lanes in ("place", "kind", "party", "weapon", "outlet"):
        (note,) = of(drawn(tiny, f"lanes={lanes}"), "P", id=chart.NOTE)
        said[lanes] = note.children
    assert (said["place"], said["kind"]) == ("", "")
    reports = Selection().apply(tiny).reports
    marks = len(reports.drop_duplicates(["incident_id", "outlet_id"]))
    assert said["outlet"] == (
        f"The lanes add up to {marks}, more than the 8 incidents: one stands in the lane of each outlet that reports it."
    )


def test_the_lanes_of_bins_add_up_to_their_numbers():
    chosen, lanes = crowded(), Selection(lanes="outlet")
    drawn = {"data": [{"name": "bins", "text": ["20", "17"]}]}
    assert chart.several(lanes, chosen, drawn).startswith("The lanes add up to 37, more than the 27 incidents")


def test_the_legend_explains_the_shapes_that_are_there_and_every_fill(tiny: Dataset):
    said = words(of(drawn(tiny, "kind=attack"), "P", className="legend"))
    assert "Shape is kind: ▲ attack" in said
    assert "seizure" not in said
    for level in ("claimed", "reported", "corroborated", "acknowledged"):
        assert level in said


def test_the_window_s_buttons_know_the_whole_period(tiny: Dataset):
    (bar,) = of(drawn(tiny), "Div", id="window")
    assert (getattr(bar, "data-first"), getattr(bar, "data-last")) == ("2019-03-01", "2019-04-02")
    assert [button.children for button in of(bar, "Button")] == [
        "Zoom in",
        "Zoom out",
        "◀ Earlier",
        "Later ▶",
        "Whole period",
    ]


def test_a_graph_has_no_tool_bar_and_no_tips(tiny: Dataset):
    for graph in of(drawn(tiny), "Graph"):
        assert (graph.config["displayModeBar"], graph.config["showTips"]) == (False, False)


def test_a_day_that_is_not_sure_is_told_as_such():
    known = Selection.from_query("kind=attack&from=2024-01-21&to=2024-01-28&known_by=2024-01-28").apply(default())
    assert "about 150 attacks, said by US Department of Defense on or about 22 January 2024." in chart.takeaway(known)
    said = known.dataset.by_id["tallies"]["tvn24-nd-150-attacks-150-iraq-syria"]
    assert known_date(known.dataset, said) == "2024-01-22~"
    for look in ("list", "table"):
        asked = Selection.from_query(f"of=tallies&from=2024-01-21&to=2024-01-28&known_by=2024-01-28&per=200&rows={look}")
        assert "on or about 22 Jan 2024" in words(rows.rows(asked, asked.apply(known.dataset)))
