"""Tempo, sample and harm by week: what certainly falls into a week, what may, and what nobody states."""

import math

import pandas as pd
import pytest

from dashboard.derive import sample as sampled
from dashboard.derive.periods import ALWAYS
from dashboard.derive.tempo import harm, tempo, weeks
from tests.made_up import day, package

MONDAY, SUNDAY = "2023-11-06", "2023-11-12"
LONG = weeks(day("2023-11-01"), day("2023-12-31"))
"""Wednesday 1 November to Sunday 31 December: weeks 0 (1–5 Nov), 1 (6–12 Nov), 2 (13–19 Nov) ..."""


def incidents(*rows: tuple) -> pd.DataFrame:
    """Rows of first day, last day, side, and certainty where it is not certain."""
    told = [
        {"first_day": day(first) if first else 1, "last_day": day(last) if last else ALWAYS, "side": side,
         "certainty": (*more, "certain")[0]}
        for first, last, side, *more in rows
    ]  # fmt: skip
    return pd.DataFrame(told, columns=["first_day", "last_day", "side", "certainty"])


def counted(*rows: tuple) -> list[tuple]:
    found = tempo(incidents(*rows), LONG, ["side"]).sort_values(["side", "week"])
    return list(found[["side", "week", "certain", "possible"]].itertuples(index=False, name=None))


# --- weeks -----------------------------------------------------------------------------------------------


def test_weeks_begin_on_a_monday_and_the_span_cuts_the_first_and_the_last():
    assert LONG.days[:2] == [(day("2023-11-01"), day("2023-11-05")), (day(MONDAY), day(SUNDAY))]
    assert LONG.days[-1] == (day("2023-12-25"), day("2023-12-31"))
    assert (LONG.number, LONG.noun) == (9, "week")


def test_a_short_span_is_counted_by_day():
    by = weeks(day("2023-11-01"), day("2023-11-03"))
    assert by.days == [(day(f"2023-11-0{n}"), day(f"2023-11-0{n}")) for n in (1, 2, 3)]
    assert by.noun == "day"


def test_a_long_span_is_counted_by_several_weeks_and_stays_bounded():
    by = weeks(day("1990-01-01"), day("2023-12-31"))
    assert (by.noun, by.number <= 180, by.days[-1][1]) == ("10 weeks", True, day("2023-12-31"))


# --- tempo -----------------------------------------------------------------------------------------------


def test_incidents_of_a_week_are_counted_per_side():
    one = (MONDAY, MONDAY, "above")
    assert counted(one, one, (SUNDAY, SUNDAY, "above"), (SUNDAY, SUNDAY, "below")) == [
        ("above", 1, 3, 0),
        ("below", 1, 1, 0),
    ]


def test_an_open_date_within_one_week_is_certainly_of_that_week():
    assert counted((MONDAY, SUNDAY, "above")) == [("above", 1, 1, 0)]


def test_an_open_date_over_two_weeks_is_possibly_of_each_and_certainly_of_neither():
    assert counted((SUNDAY, "2023-11-13", "above")) == [("above", 1, 0, 1), ("above", 2, 0, 1)]


def test_an_incident_that_is_only_possibly_selected_is_possibly_of_its_week():
    assert counted((MONDAY, MONDAY, "above", "possible")) == [("above", 1, 0, 1)]


def test_a_date_that_reaches_out_of_the_span_is_possibly_in_it():
    assert counted(("2023-10-31", "2023-11-01", "above")) == [("above", 0, 0, 1)]


@pytest.mark.parametrize("ends", [("", MONDAY), (MONDAY, "")])
def test_an_incident_without_a_first_or_a_last_day_is_in_no_week(ends):
    assert counted((*ends, "above")) == []


def test_of_nothing_there_is_nothing_and_the_columns_stay():
    assert list(tempo(incidents(), LONG, ["side"])) == ["side", "week", "certain", "possible"]


def test_counting_changes_nothing():
    frame = incidents((MONDAY, SUNDAY, "above"))
    before = frame.copy()
    tempo(frame, LONG, ["side"])
    pd.testing.assert_frame_equal(frame, before)


# --- sample ----------------------------------------------------------------------------------------------


def documents(known_by: str = "2023-12-31", outlets: tuple[str, ...] = ()) -> list[tuple]:
    whole = package(
        {"outlet": "a", "published": MONDAY},
        {"outlet": "a", "published": SUNDAY},
        {"outlet": "b", "published": SUNDAY},
        {"outlet": "b", "published": "2023-12-01"},
        {"outlet": "c", "published": ""},
    )
    found = sampled.sample(sampled.documents(whole), LONG, day(known_by), outlets)
    return list(found.itertuples(index=False, name=None))


def test_documents_are_counted_per_week_and_outlet_and_undated_ones_in_no_week():
    assert documents() == [(1, "a", 2), (1, "b", 1), (4, "b", 1)]


def test_a_document_that_had_not_appeared_was_not_searched():
    assert documents(known_by="2023-11-30") == [(1, "a", 2), (1, "b", 1)]


def test_the_sample_of_some_outlets_is_theirs():
    assert documents(outlets=("b",)) == [(1, "b", 1), (4, "b", 1)]


# --- harm ------------------------------------------------------------------------------------------------

NOBODY = (math.nan, math.nan)


def harmed(*rows: tuple) -> list[tuple]:
    """Rows of days, side and the range of killed; of injured nobody says anything."""
    frame = incidents(*(row[:3] for row in rows))
    low, high = ([row[3][end] for row in rows] for end in (0, 1))
    frame = frame.assign(killed_low=low, killed_high=high, injured_low=math.nan, injured_high=math.nan)
    return list(harm(frame, LONG).itertuples(index=False, name=None))


def test_ranges_of_one_week_and_side_are_added():
    assert harmed((MONDAY, MONDAY, "above", (1.0, 2.0)), (SUNDAY, SUNDAY, "above", (3.0, 3.0))) == [
        (1, "above", "killed", 4, 5, 2, 0)
    ]


def test_not_stated_is_not_none():
    assert harmed((MONDAY, MONDAY, "above", NOBODY)) == []
    assert harmed((MONDAY, MONDAY, "above", (0.0, 0.0))) == [(1, "above", "killed", 0, 0, 1, 0)]


def test_what_nobody_states_adds_nothing_and_is_counted_apart():
    assert harmed((MONDAY, MONDAY, "above", (2.0, 2.0)), (MONDAY, MONDAY, "above", NOBODY)) == [
        (1, "above", "killed", 2, 2, 1, 1)
    ]


def test_one_floor_leaves_the_sum_open_upwards():
    assert harmed((MONDAY, MONDAY, "below", (2.0, math.inf)), (MONDAY, MONDAY, "below", (1.0, 1.0))) == [
        (1, "below", "killed", 3, math.inf, 2, 0)
    ]


def test_a_number_with_an_open_date_is_added_to_no_week():
    assert harmed((SUNDAY, "2023-11-13", "above", (2.0, 2.0))) == []
