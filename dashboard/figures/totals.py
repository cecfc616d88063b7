"""Declared running totals, each with what the data set names for the same window."""

import math
from html import escape

import pandas as pd

from dashboard import edtf
from dashboard.dataset import Dataset
from dashboard.derive import Itemised, itemised
from dashboard.figures.days import extent, span
from dashboard.language import tr
from dashboard.selection import Selected, Selection, once

BEGINNING = 7
"""Days after the first incident by which a running total must have begun."""
TOTAL_COLUMNS = ("tally_id", "day", "value", "declared", "since", "party", "party_label", "line", "low", "high", "text")


@once
def totals(selected: Selected, measure: str = "") -> pd.DataFrame:
    """Declared running totals of a measure (the first that can be itemised), with what the data set names for each.

    Columns: TOTAL_COLUMNS; ``line`` names the party and the baseline, because only totals that share both make one
    line; ``low`` is what the certain incidents add up to at least, ``high`` what the certain and
    possible ones do at most; both are missing where the measure cannot be itemised.
    """
    measure = measure or first_measure(selected)
    frame = running(selected, selected.tallies[selected.tallies["measure"] == measure])
    rows = [_total(selected, row) for row in frame.to_dict("records")]
    found = pd.DataFrame(rows, columns=list(TOTAL_COLUMNS)).sort_values(["day", "value"], ignore_index=True)
    return found[found["day"] <= span(selected)[1]]


def running(selected: Selected, frame: pd.DataFrame) -> pd.DataFrame:
    """The tallies of one measure that can stand on one line: totals from the beginning, of the whole area, dated.

    From the beginning: the baseline is no later than a week after the first incident. Of the whole area: the scope is
    open, or has every country of the scope that counts of this measure name most. Parts of another tally and a
    source's own inferences are left out.
    """
    latest = extent(selected.index)[0] + BEGINNING
    starts = frame["since"].map(lambda since: edtf.parse(since).first_day if since else latest + 1).astype("int64")
    usual = _countries(next(iter(frame.loc[frame["scope"] != "", "scope"].value_counts().index), ""))
    whole = frame["scope"].map(
        lambda scope: not scope or ((";" in scope or scope.isupper()) and _countries(scope) >= usual)
    )
    own = (frame["part_of"] == "") & (frame["derived_by"] == "")
    return frame[(starts <= latest) & whole.astype(bool) & own & ~frame["undated"]]


def _countries(scope: str) -> set[str]:
    return set(filter(None, scope.split(";")))


def drawn_measure(selection: Selection, dataset: Dataset) -> str:
    """The measure whose counts are drawn by themselves: the one asked, else the first declared."""
    return selection.measure or next(iter(dataset.schema.categories("tallies", "measure")), "")


def first_measure(selected: Selected) -> str:
    """The measure that the counts band shows: the first that the descriptor can itemise."""
    measures = selected.dataset.schema.categories("tallies", "measure")
    return next((value for value, words in measures.items() if words.get("itemised")), "")


def _total(selected: Selected, row: dict) -> dict:
    named = itemised(selected.index, row, selected.day)
    schema = selected.dataset.schema
    qualifier = schema.label("tallies", "qualifier", row["qualifier"])
    declared = f"{qualifier} {row['value']}".strip()
    since = edtf.short(edtf.parse(row["since"]))
    party = schema.label("actors", "party", row["party"])
    speaker = selected.dataset.by_id["actors"][row["asserted_by"]]["name"]
    lines = (
        f"<b>{declared} {schema.label('tallies', 'measure', row['measure'])}</b>",
        tr("{speaker}, since {since}").format(speaker=escape(speaker), since=since),
        tr("named here for the same window: {named_in_words}").format(named_in_words=named_in_words(named)),
    )
    return {
        "tally_id": row["tally_id"], "day": int(row["first_day"]), "value": int(row["value"]), "declared": declared,
        "since": since, "party": row["party"], "party_label": party,
        "line": tr("{party} since {since}").format(party=party, since=since),
        "low": math.nan if named.reason else named.low, "high": math.nan if named.reason else named.high_possible,
        "text": "<br>".join(lines),
    }  # fmt: skip


_UNITS = {"attacks": tr("attacks"), "people": tr("people"), "incidents": tr("incidents")}


def named_in_words(named: Itemised, noun: str = "") -> str:
    """What the data set names for a count: "10 attacks", "10, and possibly 3 more", or why nothing is named."""
    unit = f" {_UNITS.get(noun, noun)}" if noun else ""
    if named.reason:
        return named.reason
    if math.isinf(named.high):
        return tr("at least {low}{unit}").format(low=f"{named.low:g}", unit=unit)
    sure = (
        f"{named.low:g}"
        if named.low == named.high
        else tr("{low} to {high}").format(low=f"{named.low:g}", high=f"{named.high:g}")
    ) + unit
    if math.isinf(named.high_possible):
        return tr("{sure}, and possibly more").format(sure=sure)
    possible = named.high_possible - named.high
    if possible and not len(named.sure):
        return tr("none certainly, {possible}{unit} possibly").format(possible=f"{possible:g}", unit=unit)
    return tr("{sure}, and possibly {possible} more").format(sure=sure, possible=f"{possible:g}") if possible else sure
