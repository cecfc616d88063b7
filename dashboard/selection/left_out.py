"""How many rows of a table a selection leaves out, by reason; every row left out is counted once."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from dashboard.edtf import say_day
from dashboard.language import forms, tr
from dashboard.selection.describe import count

if TYPE_CHECKING:
    from dashboard.selection.rows import Selected

REASONS: Mapping[str, str] = {
    "not_yet": tr("Passes every other part of the selection, and was not known by the day."),
    "outside": tr("Lies outside the window."),
    "filtered": tr("Does not pass another filter."),
    "unnamed": tr("No selected row names it."),
    "set_aside": tr("Has an error, or relies on a row that has one: in no selection at all."),
}
"""Why a row is left out. The first reason that holds counts."""


def left_out(selected: "Selected", table: str) -> dict[str, int]:
    """How many rows of a table are not selected, by reason; 0 where a reason leaves out none."""
    not_yet, outside = _BY_TABLE.get(table, lambda _: (0, 0))(selected)
    rest = len(selected.dataset[table]) - len(getattr(selected, table)) - not_yet - outside
    filtered, unnamed = (rest, 0) if table in _BY_TABLE else (0, rest)
    aside = selected.dataset.set_aside.get(table, 0)
    return dict(zip(REASONS, (not_yet, outside, filtered, unnamed, aside), strict=True))


def say(selected: "Selected", table: str) -> str:
    """The same in a sentence: "Left out of 18 reports: 2 not known by 14 March 2019, 3 by other filters." """
    day = selected.selection.known_by or date.fromordinal(selected.day)
    words = {**_WORDS, "not_yet": tr("not known by {say_day}").format(say_day=say_day(day))}
    numbers = left_out(selected, table)
    parts = [f"{number:,} {words[reason]}" for reason, number in numbers.items() if number]
    whole = len(selected.dataset[table]) + numbers["set_aside"]
    rows = count(whole, *_NOUNS.get(table, _ROWS))
    return (
        tr("Left out of {rows}: {parts}.").format(rows=rows, parts=", ".join(parts))
        if parts
        else tr("Nothing is left out of {rows}.").format(rows=rows)
    )


_WORDS = {
    "outside": tr("outside the window"),
    "filtered": tr("by other filters"),
    "unnamed": tr("named by no selected row"),
    "set_aside": tr("set aside because of errors"),
}
_ROWS = forms("{n} row", "{n} rows")
_NOUNS: Mapping[str, tuple[str, str]] = {
    "incidents": forms("{n} incident", "{n} incidents"),
    "reports": forms("{n} report", "{n} reports"),
    "tallies": forms("{n} declared count", "{n} declared counts"),
    "sources": forms("{n} document", "{n} documents"),
    "outlets": forms("{n} outlet", "{n} outlets"),
    "actors": forms("{n} actor", "{n} actors"),
    "places": forms("{n} place", "{n} places"),
    "links": forms("{n} link", "{n} links"),
}
"""What the rows of each table are called."""


def _outside(selected: "Selected") -> pd.Series:
    """Whether the days of each report lie wholly outside the window."""
    first, last = selected.window
    return (selected.told["first_day"] > last) | (selected.told["last_day"] < first)


def _reports(selected: "Selected") -> tuple[int, int]:
    """Reports not yet known, and those among the rest whose days lie outside the window."""
    later = selected.later.reports
    hidden = set(later.loc[later["possible_day"] > selected.day, "report_id"])
    gone = hidden.union(selected.reports["report_id"])
    frame = selected.told
    return len(hidden), int((_outside(selected) & ~frame["report_id"].isin(gone)).sum())


def _incidents(selected: "Selected") -> tuple[int, int]:
    """Incidents of which nothing that matches was known yet, and those no report of which reaches the window."""
    later = selected.later.reports
    first = later.groupby("incident_id")["possible_day"].min()
    kept = set(selected.incidents["incident_id"])
    hidden = set(first.index[first > selected.day]) - kept
    frame = selected.told
    reaching = set(frame.loc[~_outside(selected), "incident_id"])
    return len(hidden), len(set(frame["incident_id"]) - reaching - hidden - kept)


def _tallies(selected: "Selected") -> tuple[int, int]:
    """Declared counts not yet known, and those among the rest said outside the window."""
    later = selected.later.tallies
    hidden = set(later.loc[later["possible_day"] > selected.day, "tally_id"])
    gone = hidden.union(selected.tallies["tally_id"])
    frame, (first, last) = selected.index.tallies, selected.window
    outside: pd.Series = (frame["first_day"] > last) | (frame["last_day"] < first)
    return len(hidden), int((outside & ~frame["tally_id"].isin(gone)).sum())


_BY_TABLE: Mapping[str, Callable[["Selected"], tuple[int, int]]] = {
    "incidents": _incidents,
    "reports": _reports,
    "tallies": _tallies,
}
"""The tables whose rows have days of their own; a row of any other is there because a selected row names it."""
