"""The four measures: two directions without colour, light for the possible, silence that is not none."""

import copy

import pandas as pd
import plotly.graph_objects as go
import pytest

from tests.figures import escalation_cases as made
from tests.figures.escalation_cases import CASES


def traces(figure: dict) -> dict[str, dict]:
    return {trace["name"]: trace for trace in figure["data"]}


def notes(figure: dict) -> str:
    return " ".join(note["text"] for note in figure["layout"]["annotations"])


# --- every figure ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CASES)
def test_plotly_accepts_it(name, tiny):
    drawn = CASES[name](tiny)
    assert len(go.Figure(copy.deepcopy(drawn)).data) == len(drawn["data"])


@pytest.mark.parametrize("name", CASES)
def test_it_is_transparent(name, tiny):
    layout = CASES[name](tiny)["layout"]
    assert (layout["paper_bgcolor"], layout["plot_bgcolor"]) == ("rgba(0,0,0,0)", "rgba(0,0,0,0)")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tempo empty", "No incident to draw"),
        ("means empty", "Nothing is named in this selection"),
        ("reach empty", "No place with coordinates is named"),
        ("harm empty", "No number is stated in this selection"),
    ],
)
def test_an_empty_figure_says_what_is_missing(name, words, tiny):
    assert words in notes(CASES[name](tiny))


@pytest.mark.parametrize("name", ["BARS", "CODED", "CELLS", "FLAGS", "PLACES", "OUTLINES", "RANGES"])
def test_drawing_changes_no_frame(name, tiny):
    before = getattr(made, name).copy()
    for case in CASES.values():
        case(tiny)
    pd.testing.assert_frame_equal(getattr(made, name), before)


# --- tempo -----------------------------------------------------------------------------------------------


def test_one_direction_goes_up_and_the_other_down_and_is_hatched():
    drawn = traces(made.tempo())
    up, down = drawn["above: certainly in these days"], drawn["below: certainly in these days"]
    assert (up["y"], down["y"]) == ([3], [-2])
    assert (up["marker"]["pattern"].get("shape"), down["marker"]["pattern"]["shape"]) == (None, "/")


def test_downwards_is_a_direction_and_no_negative_number():
    axis = made.tempo()["layout"]["yaxis"]
    assert min(axis["tickvals"]) < 0
    assert [text for text in axis["ticktext"] if "-" in text or "−" in text] == []


def test_what_is_only_possible_stands_apart_from_what_is_certain():
    drawn = traces(made.tempo())
    assert drawn["above: possibly in these days"]["y"] == [1, 1]
    assert drawn["above: possibly in these days"]["text"] == [
        "4–10 Mar 2019: 1 possibly in these days",
        "11–17 Mar 2019: 1 possibly in these days",
    ]


def test_kinds_on_neither_side_are_in_no_bar():
    drawn = [abs(y) for trace in made.tempo()["data"] if ": " in trace["name"] for y in trace["y"]]
    assert sum(drawn) == 3 + 1 + 1 + 2


def test_the_documents_coded_stand_beneath_all_outlets_together():
    drawn = traces(made.tempo())["documents coded"]
    assert (drawn["x"], drawn["y"], drawn["yaxis"]) == (["2019-03-04"], [3], "y2")


def test_days_from_which_nothing_is_coded_are_shaded_and_said():
    figure = made.tempo()
    (shade,) = figure["layout"]["shapes"]
    assert (shade["x0"], shade["x1"]) == ("2019-03-17 12:00", "2019-03-31 12:00")
    assert "nothing coded" in notes(figure)


def test_the_known_by_day_is_a_line_at_its_end():
    *_, line = made.tempo(made.day("2019-03-20"))["layout"]["shapes"]
    assert (line["type"], line["x0"], line["x1"]) == ("line", "2019-03-20 12:00", "2019-03-20 12:00")


# --- means -----------------------------------------------------------------------------------------------


def test_each_direction_has_its_own_shape():
    drawn = traces(made.means())
    shapes = {side: drawn[side]["marker"]["symbol"] for side in ("above", "below")}
    assert shapes == {"above": "triangle-up", "below": "triangle-down"}


def test_a_number_says_what_is_certain_and_what_may_come_on_top():
    drawn = traces(made.means())
    assert (drawn["above"]["text"], drawn["below"]["text"]) == (["4+1", "", ""], ["2"])


def test_a_mark_of_possible_incidents_alone_is_hollow():
    colors = traces(made.means())["above"]["marker"]["color"]
    assert [color.endswith(", 0)") for color in colors] == [False, True, False]


def test_two_directions_of_one_week_do_not_cover_each_other():
    drawn = traces(made.means())
    assert drawn["above"]["x"][2] == drawn["below"]["x"][0]
    assert drawn["above"]["y"][2] - drawn["below"]["y"][0] > 0.7


def test_a_flag_stands_on_the_day_of_the_first_reported_use_if_that_is_drawn():
    drawn = traces(made.means())["first reported"]
    assert (drawn["x"], drawn["text"]) == (["2019-03-05"], ["first rocket"])


# --- reach -----------------------------------------------------------------------------------------------


def test_the_map_asks_nobody_for_anything():
    figure = made.reach()
    assert {trace["type"] for trace in figure["data"]} == {"scatter"}
    assert not figure["layout"].keys() & {"geo", "map", "mapbox"}


def test_a_degree_eastwards_is_shorter_than_one_northwards():
    figure = made.reach()
    assert figure["layout"]["yaxis"]["scaleanchor"] == "x"
    assert figure["layout"]["yaxis"]["scaleratio"] == pytest.approx(1.2, abs=0.02)  # 1 / cos 33.5°


def test_outlines_are_closed_and_those_far_away_are_left_out():
    ground = traces(made.reach())["outlines"]
    assert (ground["x"], ground["y"]) == ([38.0, 48.0, 48.0, 38.0, None], [30.0, 30.0, 38.0, 30.0, None])


def test_a_package_without_outlines_has_its_map_all_the_same():
    drawn = traces(made.reach(made.outlines()))
    assert "outlines" not in drawn
    assert drawn["above"]["x"] == [40.0]


def test_an_area_is_named_and_not_pinned():
    drawn = traces(made.reach())
    assert (drawn["above"]["text"], drawn["below"]["text"]) == (["Harbour<br>▲9"], ["Crossing<br>▼2"])
    assert "<i>Plain ▲1</i>" in drawn["names"]["text"]


def test_a_place_of_no_incident_is_not_on_the_map():
    drawn = made.reach()["data"]
    assert [text for trace in drawn for text in trace.get("text", ()) if "Silent" in text] == []


# --- harm ------------------------------------------------------------------------------------------------


def test_a_range_is_a_bar_closed_at_both_ends():
    drawn = traces(made.harm())
    assert drawn["above: range"]["y"] is not None
    killed = [trace for trace in made.harm()["data"] if trace["yaxis"] == "y"]
    told = {trace["name"]: trace for trace in killed}
    assert told["above: range"]["y"] == [2.0, 5.0, None]
    assert sorted(told["above: stated"]["y"]) == [2.0, 5.0]


def test_a_floor_is_closed_at_its_foot_and_open_above():
    told = {trace["name"]: trace for trace in made.harm()["data"] if trace["yaxis"] == "y"}
    foot, end, _ = told["below: range"]["y"]
    assert (foot, end < foot) == (-3.0, True)
    assert told["below: stated"]["y"] == [-3.0]
    assert told["below: stated"]["text"] == ["11–17 Mar 2019<br>at least 3 killed"]


def test_stated_as_none_is_a_ring_and_not_stated_is_no_mark():
    told = {trace["name"]: trace for trace in made.harm()["data"] if trace["yaxis"] == "y2"}
    assert told["above: stated as none"]["x"] == ["2019-03-07"]
    assert told["above: stated"]["x"] == ["2019-03-14"]
    assert [len(told[name]["x"]) for name in told if name.startswith("below")] == [0, 0, 0]
