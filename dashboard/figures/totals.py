"""Declared running totals, each with what the data set names for the same window."""

import math
from html import escape

import pandas as pd

from dashboard import edtf
from dashboard.derive import Itemised, itemised
from dashboard.selection import Selected

TOTAL_COLUMNS = ("tally_id", "day", "value", "declared", "since", "party", "party_label", "low", "high", "text")


def totals(selected: Selected, measure: str = "") -> pd.DataFrame:
    """Declared running totals of a measure (the first that can be itemised), with what the data set names for each.

    A total gives its baseline, is no part of another and is not its source's own inference. Columns: TOTAL_COLUMNS;
    ``low`` is what the certain incidents add up to at least, ``high`` what the certain and possible ones do at most;
    both are missing where the measure cannot be itemised.
    """
    measure = measure or first_measure(selected)
    frame = selected.tallies
    kept = frame[(frame["measure"] == measure) & (frame["since"] != "") & (frame["part_of"] == "")]
    rows = [_total(selected, row) for row in kept[kept["derived_by"] == ""].to_dict("records")]
    return pd.DataFrame(rows, columns=list(TOTAL_COLUMNS)).sort_values(["day", "value"], ignore_index=True)


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
    speaker = selected.dataset.by_id["actors"][row["asserted_by"]]["name"]
    lines = (
        f"<b>{declared} {schema.label('tallies', 'measure', row['measure'])}</b>",
        f"{escape(speaker)}, since {since}",
        f"named here for the same window: {named_in_words(named)}",
    )
    return {
        "tally_id": row["tally_id"], "day": int(row["first_day"]), "value": int(row["value"]), "declared": declared,
        "since": since, "party": row["party"], "party_label": schema.label("actors", "party", row["party"]),
        "low": math.nan if named.reason else named.low, "high": math.nan if named.reason else named.high_possible,
        "text": "<br>".join(lines),
    }  # fmt: skip


def named_in_words(named: Itemised, noun: str = "") -> str:
    """What the data set names for a count: "10 attacks", "10, and possibly 3 more", or why nothing is named."""
    unit = f" {noun}" if noun else ""
    if named.reason:
        return named.reason
    if math.isinf(named.high):
        return f"at least {named.low:g}{unit}"
    sure = (f"{named.low:g}" if named.low == named.high else f"{named.low:g} to {named.high:g}") + unit
    if math.isinf(named.high_possible):
        return f"{sure}, and possibly more"
    possible = named.high_possible - named.high
    return f"{sure}, and possibly {possible:g} more" if possible else sure
