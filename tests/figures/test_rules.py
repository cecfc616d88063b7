"""What every figure keeps to, and what the timeline's marks mean."""

import re
from datetime import date, timedelta
from itertools import pairwise

import orjson
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import dataset, figures, schema
from dashboard.dataset import Dataset
from dashboard.figures import bins, lanes, steps, theme
from dashboard.figures.totals import TOTAL_COLUMNS
from tests.figures.cases import CASES, compared, crowded, density, selected, timeline
from tests.made_up import day, package
from tests.three_articles import articles

PLAIN_DAY = re.compile(r"\d{4}-\d\d-\d\d")
TIME = re.compile(r"\d{1,2}:\d\d|\d{4}-\d\d-\d\dT")
ENDS_OF_BARS = {"span", "open", "rivals", "extent", "days given"}
"""Traces that are bars or lines: their ends lie between days; nobody reads a position of theirs."""


def traces(figure: dict) -> dict[str, dict]:
    return {trace.get("name", ""): trace for trace in figure["data"]}


# --- dates -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CASES)
def test_no_words_of_a_figure_hold_a_time_of_day(name: str, tiny: Dataset):
    figure = CASES[name](tiny)
    words = [text for trace in figure["data"] for text in (*trace.get("text", ()), *trace.get("hovertext", ()))]
    words += [note["text"] for note in figure["layout"].get("annotations", ())]
    assert [text for text in words if TIME.search(str(text))] == []


@pytest.mark.parametrize("name", [name for name in CASES if not name.startswith("reach")])
def test_a_mark_stands_on_a_plain_day(name: str, tiny: Dataset):
    """A map has no days."""
    marks = [trace for trace in CASES[name](tiny)["data"] if trace["name"] not in ENDS_OF_BARS]
    days = [x for trace in marks for x in trace["x"] if x is not None]
    assert [x for x in days if not PLAIN_DAY.fullmatch(x)] == []


@pytest.mark.parametrize("name", CASES)
def test_what_has_ends_between_days_tells_nothing_when_touched(name: str, tiny: Dataset):
    drawn = [trace for trace in CASES[name](tiny)["data"] if trace["name"] in ENDS_OF_BARS]
    assert [trace["name"] for trace in drawn if trace.get("hoverinfo") != "skip"] == []


def test_an_axis_writes_days_and_no_hours():
    axis = theme.time_axis(day("2019-03-01"), day("2019-03-02"))
    assert [stop["value"] for stop in axis["tickformatstops"] if re.search("%[HIMSLp]", stop["value"])] == []


# --- marks -----------------------------------------------------------------------------------------------


def test_an_open_start_is_a_dotted_line_from_the_edge_of_the_window():
    told = selected(package({"of": "20231108-a-b", "date": "../2023-11-08"}, {"of": "20231101-a-b", "date": "2023-11-01"}))
    drawn = traces(timeline(told))
    assert drawn["open"]["line"]["dash"] == "dot"
    assert drawn["open"]["x"] == ["2023-10-31 00:00", "2023-11-08 00:00", None]  # the window starts on 1 November
    assert drawn["span"]["x"] == []
    assert drawn["incidents"]["x"] == ["2023-11-01", "2023-11-08"]


def test_an_open_end_is_a_dotted_line_to_the_edge_of_the_window():
    told = selected(package({"of": "20231101-a-b", "date": "2023-11-01/.."}, {"of": "20231108-a-b", "date": "2023-11-08"}))
    drawn = traces(timeline(told))
    assert drawn["open"]["x"] == ["2023-11-01 00:00", "2023-11-09 00:00", None]  # the window ends on 8 November
    assert sorted(drawn["incidents"]["x"]) == ["2023-11-01", "2023-11-08"]  # the mark stands on the day that is given


def test_an_uncertain_date_is_a_bar_back_to_its_first_day(tiny: Dataset):
    drawn = traces(timeline(selected(tiny, "kind=counter-strike")))
    assert drawn["span"]["x"][:2] == ["2019-03-14 14:00", "2019-03-17 10:00"]  # 15 to 17 March, each day whole
    assert drawn["incidents"]["x"] == ["2019-03-17"]


def test_a_day_that_is_a_guess_has_a_sign_beside_it(tiny: Dataset):
    assert traces(timeline(selected(tiny)))["on or about"]["x"] == ["2019-03-12"]


def test_what_is_disputed_and_only_that_is_slashed(tiny: Dataset):
    chosen = selected(tiny)
    drawn = traces(timeline(chosen))
    disputed = set(chosen.incidents.loc[chosen.incidents["disputed"], "incident_id"])
    marks = zip(drawn["incidents"]["x"], drawn["incidents"]["y"], drawn["incidents"]["customdata"], strict=True)
    assert set(zip(drawn["disputed"]["x"], drawn["disputed"]["y"], strict=True)) == {
        (x, y) for x, y, (incident,) in marks if incident in disputed
    }


def test_rival_dates_are_joined_and_each_is_ticked(tiny: Dataset):
    drawn = traces(timeline(selected(tiny)))
    assert drawn["rival dates"]["x"] == ["2019-03-10", "2019-03-11"]
    assert drawn["rivals"]["x"][:2] == ["2019-03-10 00:00", "2019-03-11 00:00"]


def test_fill_says_corroboration_and_shape_says_kind(tiny: Dataset):
    chosen = selected(tiny)
    drawn = traces(timeline(chosen))["incidents"]
    looks = {
        incident: (symbol, fill)
        for (incident,), symbol, fill in zip(drawn["customdata"], drawn["marker"]["symbol"], drawn["marker"]["color"], strict=True)
    }
    assert looks["20190304-islet-rockets"] == ("triangle-up", "rgba(194, 87, 26, 1)")  # attack, acknowledged
    assert looks["20190306-pier-drone"] == ("triangle-up", "rgba(194, 87, 26, 0.6)")  # attack, corroborated
    assert looks["20190315-karst-strike"] == ("triangle-down", "rgba(194, 87, 26, 0.28)")  # counter-strike, reported
    assert looks["20190320-guard-statement"][1] == "rgba(194, 87, 26, 0)"  # a statement is not graded


SIDES = st.sampled_from(["above", "below", "on"])
TABLET = 475
"""Pixels of the axis on a tablet held upright, which is 768 pixels wide."""


@given(st.integers(2, 400), st.lists(st.tuples(st.sampled_from("ab"), st.floats(0, 1), SIDES), max_size=24))
def test_marks_of_a_lane_never_cover_one_another_by_more_than_a_small_part(days: int, placed: list[tuple[str, float, str]]):
    at = [DAY + round(share * (days - 1)) for _, share, _ in placed]
    frame = marks([{"lane": lane, "first_day": x, "last_day": x, "side": side} for x, (lane, _, side) in zip(at, placed, strict=True)])
    drawn = traces(figures.timeline(frame, LANES, NO_TOTALS, (DAY, DAY + days - 1)))
    if "incidents" in drawn:
        a_day = TABLET / (days + 0.2)
        positions = [(date.fromisoformat(x).toordinal() * a_day, y * 30) for x, y in zip(drawn["incidents"]["x"], drawn["incidents"]["y"], strict=True)]
        apart = [max(abs(x - other_x), abs(y - other_y)) for n, (x, y) in enumerate(positions) for other_x, other_y in positions[:n]]
        assert min(apart, default=99) >= 11  # of the 13 pixels of a mark


@pytest.mark.parametrize("each", [1, 9], ids=["marks", "bins"])
def test_nothing_stands_after_the_known_by_day_and_the_words_keep_the_precision_of_the_source(each: int):
    told = [{"of": f"20231118-x-{n}", "date": "2023-11~", "published": "2023-11-19"} for n in range(each)]
    ended = {"of": "20231101-open", "date": "2023-11-01/..", "published": "2023-11-02"}
    chosen = selected(package(*told, ended, {"of": "20231201-a", "date": "2023-12-01", "published": "2023-12-02"}), "known_by=2023-11-20")
    drawn = traces(timeline(chosen))
    assert max(x[:10] for trace in drawn.values() for x in trace.get("x", ()) if x) <= "2023-11-20"
    said = drawn["incidents"]["text"][-1] if each == 1 else drawn["bins"]["hovertext"][-1]
    assert "drawn up to 20 November 2023" in said if each == 1 else "9 incidents" in said
    strip = traces(density(chosen))["on one of several days"]
    assert [x for x, y in zip(strip["x"], strip["y"], strict=True) if y and x > "2023-11-20"] == []
    assert {"2023-11-20"} <= set(drawn["incidents" if each == 1 else "bins"]["x"])


@pytest.mark.parametrize("query", ["from=2023-11-08&to=2023-11-08", "from=2023-11-14&to=2023-11-20", "from=1999-01-01&to=1999-01-02", "to=2023-10-20"])
def test_every_incident_of_a_window_has_a_mark_in_it_on_a_day_on_which_it_can_have_happened(query: str):
    chosen = selected(dataset.load(schema.DEFAULT), query)
    first, last = figures.span(chosen)
    assert not chosen.incidents.empty
    _, marks = figures.marks(chosen, "kind")
    assert set(marks["incident_id"]) == set(chosen.incidents["incident_id"])
    assert marks["stands"].between(first, last).all()
    for row in marks.itertuples():  # by its own date, or by an account that gives another
        told = chosen.reports[chosen.reports["incident_id"] == row.incident_id]
        spans = [(row.first_day, row.last_day), *zip(told["first_day"], told["last_day"], strict=True)]
        assert any(start <= row.stands <= end for start, end in spans), row.incident_id
    _, both = figures.side_marks(compared(chosen, "outlet", "al-mayadeen", "shafaq-news"))
    assert both["stands"].between(first, last).all()
    drawn = traces(timeline(chosen))
    shown = [*drawn.get("incidents", drawn.get("bins"))["x"]]
    assert all(date.fromordinal(first).isoformat() <= x <= date.fromordinal(last).isoformat() for x in shown)


def test_a_mark_of_a_date_without_an_end_stands_on_its_first_day_in_a_bin_too():
    told = [{"of": f"20231101-x-{n}", "date": "2023-11-01/.."} for n in range(9)]
    assert traces(timeline(selected(package(*told))))["bins"]["x"] == ["2023-11-01"]


def test_lanes_stand_in_their_order_from_the_top(tiny: Dataset):
    chosen = selected(tiny)
    axis = timeline(chosen)["layout"]["yaxis"]
    assert axis["ticktext"] == [lane.label for lane in figures.marks(chosen)[0]]
    assert axis["tickvals"] == sorted(axis["tickvals"], reverse=True)
    assert axis["ticktext"][-1] == "Statements"


@pytest.mark.parametrize(("within", "label"), [("iraq", "Elsewhere: iraq"), ("", "Others")], ids=["country", "alone"])
def test_lanes_past_the_most_share_one_with_the_rest_of_their_country(within: str, label: str):
    places = {f"place-{n}": (within, "IQ") for n in range(40)}
    told = [{"of": f"20231101-x-{n}", "date": "2023-11-01", "place": f"place-{n}"} for n in range(40)]
    found, frame = figures.marks(selected(package(*told, places=places)))
    assert len(found) <= lanes.MOST_LANES
    (rest,) = [lane for lane in found if lane.label == label]
    assert len(frame) == 40
    assert (frame["lane"] == rest.key).sum() == 40 - (len(found) - 1)


# --- bins ------------------------------------------------------------------------------------------------

DAY = day("2023-11-01")
NO_TOTALS = pd.DataFrame(columns=list(TOTAL_COLUMNS))
LANES = [lanes.Lane("a", "A"), lanes.Lane("b", "B")]
DETAILS = {"open": "", "approximate": False, "rivals": (), "symbol": "circle", "corroboration": "claimed", "text": "x"}


def marks(rows: list[dict]) -> pd.DataFrame:
    """Marks with everything that a test leaves out filled in."""
    blank = {"incident_id": "", "lane": "a", "first_day": DAY, "last_day": DAY, "disputed": False, "side": "on", **DETAILS}
    columns = list(blank)
    frame = pd.DataFrame([blank | row | {"incident_id": f"i{n}"} for n, row in enumerate(rows)], columns=columns)
    return frame.assign(stands=frame["last_day"])


spans = st.tuples(st.sampled_from("ab"), st.integers(0, 400), st.integers(0, 40))


@given(st.lists(spans, min_size=8, max_size=60))
def test_bins_stand_on_days_that_marks_really_have_and_count_each_once(placed: list[tuple[str, int, int]]):
    frame = marks([{"lane": lane, "first_day": DAY + at - back, "last_day": DAY + at} for lane, at, back in placed])
    first, last = DAY - 40, DAY + 400
    found = bins.binned(frame, first, last)
    assert found["marks"].sum() == len(frame)
    for row in found.itertuples():
        held = frame[(frame["lane"] == row.lane) & frame["last_day"].between(row.first_day, row.last_day)]
        assert len(held) == row.marks
        assert {row.first_day, row.last_day} <= set(held["last_day"])
        assert row.start in set(held["first_day"])


@given(st.lists(spans, min_size=8, max_size=60))
def test_numbers_of_neighbouring_bins_never_cover_one_another(placed: list[tuple[str, int, int]]):
    frame = marks([{"lane": lane, "first_day": DAY + at - back, "last_day": DAY + at} for lane, at, back in placed])
    first, last = DAY, DAY + 400
    days = -(-(last - first + 1) // bins.BUCKETS)
    for _, lane in bins.binned(frame, first, last).groupby("lane"):
        assert (lane["first_day"].diff().dropna() >= days).all()
        assert len(lane) <= bins.BUCKETS


def test_a_bin_is_split_by_corroboration():
    levels = ["claimed", "reported", "reported", "", "acknowledged", "corroborated", "claimed", "claimed", "claimed"]
    frame = marks([{"corroboration": level, "disputed": n == 0} for n, level in enumerate(levels)])
    (row,) = bins.binned(frame, DAY, DAY + 30).to_dict("records")
    assert [row[level] for level in bins.LEVELS] == [4, 2, 1, 1, 1, 0]
    drawn = traces(figures.timeline(frame, LANES, NO_TOTALS, (DAY, DAY + 30)))
    heights = {name.removeprefix("bins "): trace["y"][0] for name, trace in drawn.items() if name.startswith("bins ")}
    assert heights["claimed"] == pytest.approx(4 * heights["ungraded"]) == pytest.approx(4 * heights["acknowledged"])
    assert "4 claimed, 2 reported, 1 corroborated, 1 acknowledged, 1 not graded, 1 disputed" in drawn["bins"]["hovertext"][0]


def test_a_bin_shows_its_number_its_extent_and_the_days_it_opens():
    drawn = traces(timeline(crowded()))
    assert drawn["bins"]["text"] == ["9", "9", "9"]
    assert drawn["bins"]["x"] == ["2023-11-01", "2023-11-02", "2023-11-03"]
    assert drawn["bins"]["customdata"][1] == ["", "2023-11-02", "2023-11-02"]
    assert drawn["bins claimed"]["x"] == drawn["bins"]["x"]
    assert drawn["extent"]["x"] == []


@pytest.mark.parametrize("count", [500, 5_000])
def test_thousands_of_incidents_are_drawn_with_few_marks_and_few_bytes(count: int):
    start = date(2023, 1, 1)
    days = [(start + timedelta(days=n * 7919 % 700)).isoformat() for n in range(count)]
    places = ["asad", "erbil", "tanf", "golan", "red-sea"]
    told = [
        {"of": f"{at.replace('-', '')}-x-{n}", "date": at, "place": places[n % len(places)]} for n, at in enumerate(days)
    ]
    chosen = selected(package(*told))
    figure = timeline(chosen)
    drawn = traces(figure)
    assert sum(int(number) for number in drawn["bins"]["text"]) == count
    assert len(drawn["bins"]["x"]) <= len(places) * bins.BUCKETS
    assert len(orjson.dumps(figure)) < 100_000
    assert len(orjson.dumps(density(chosen))) < 60_000


# --- the strip -------------------------------------------------------------------------------------------


def test_the_strip_counts_each_incident_on_every_day_it_may_have():
    chosen = selected(package({"of": "20231101-a-b", "date": "2023-11-01"}, {"of": "20231103-a-b", "date": "[2023-11-01..2023-11-03]"}))
    drawn = traces(density(chosen))
    at = drawn["dated to the day"]["x"].index("2023-11-01")
    assert drawn["dated to the day"]["y"][at : at + 3] == [1, 0, 0]
    assert drawn["on one of several days"]["y"][at : at + 3] == [1, 1, 1]
    assert drawn["dated to the day"]["hovertext"][at] == "2023-11-01: 1 dated here, 1 that may fall here"


def test_the_strip_shades_the_window_from_its_first_day_to_its_last(tiny: Dataset):
    (shade,) = density(selected(tiny), (day("2019-03-10"), day("2019-03-16")))["layout"]["shapes"]
    assert (shade["x0"], shade["x1"]) == ("2019-03-09 12:00", "2019-03-16 12:00")


def test_every_figure_is_transparent_and_fits_both_schemes(tiny: Dataset):
    grounds = {(figure["layout"]["paper_bgcolor"], figure["layout"]["plot_bgcolor"]) for figure in (case(tiny) for case in CASES.values())}
    assert grounds == {("rgba(0,0,0,0)", "rgba(0,0,0,0)")}


def test_an_empty_figure_says_that_it_is_empty(tiny: Dataset):
    silent = [name for name in CASES if name.endswith(" empty") and name != "density empty"]
    assert [name for name in silent if not CASES[name](tiny)["layout"]["annotations"]] == []


# --- labels of lines -------------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 9), st.integers(1, 300)), min_size=1, max_size=30))
def test_labels_at_the_ends_of_lines_cover_neither_lines_nor_one_another(rows: list[tuple[str, int, int]]):
    frame = pd.DataFrame(rows, columns=["line", "day", "value"]).sort_values("day", ignore_index=True)
    frame = frame.assign(day=frame["day"] + DAY, declared=frame["value"].astype(str), low=frame["value"] * 1.5, high=float("nan"))
    labels, top = steps.end_labels(frame, (DAY, DAY + 9), 200)
    heights = [label["y"] / top * 200 for label in labels]
    assert min(heights) >= frame["low"].max() / top * 200
    assert max(heights) + steps.LABEL <= 200
    assert all(after - before >= steps.LABEL - 0.01 for before, after in pairwise(heights))


# --- lanes inside lanes ----------------------------------------------------------------------------------


def test_a_lane_that_others_lie_inside_says_that_it_holds_what_names_nothing_closer():
    found, _ = figures.marks(selected(articles()))
    labels = {lane.key: lane.label for lane in found}
    assert (labels["rmelan"], labels["rmelan-base"]) == ("Rmelan, no site named", "US base at Rmelan")
    assert labels["haifa"] == "Haifa"
